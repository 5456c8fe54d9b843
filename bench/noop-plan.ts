/** `covet plan` with nothing to do, as a whole process, against the bare catalog queries: at most three times as long, at any size. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { database, stopServers } from "../test/support/servers.js";
import { race } from "./measure.js";
import { syntheticSchema } from "./synthetic-schema.js";

const sizes = process.env.COVET_BENCH_TABLES?.split(",").map(Number) ?? [50, 500, 2000];
const limit = 3;
const covet = fileURLToPath(new URL("../bin/covet.js", import.meta.url));
const floor = fileURLToPath(new URL("floor.mjs", import.meta.url));
let slow = false;

function measure(engine: string, folder: string, url: string, tables: number): void {
  mkdirSync(join(folder, "schemas"), { recursive: true });
  writeFileSync(join(folder, "schemas", "all.covet"), syntheticSchema(tables));
  const run = (...args: string[]) => ({ name: `covet ${args[0]}`, args: [covet, ...args], cwd: folder, env });
  const env = { DATABASE_URL: url, XDG_CACHE_HOME: join(folder, "cache") };
  const once = (...args: string[]) => race([run(...args)], 0);
  const started = performance.now();
  once("plan", "init", "--quiet");
  const planned = performance.now();
  once("apply", "--yes", "--quiet");
  const applied = performance.now();
  const plan = run("plan", "--check", "--quiet");
  const fresh = { ...plan, env: { ...env, COVET_CACHE: "off" } };
  const [bare = 0, noop = 0, cold = 0] = race([{ name: "floor", args: [floor, url] }, plan, fresh], 7);
  const ratio = noop / bare;
  if (ratio > limit) slow = true;
  const cells = [engine.padEnd(11), String(tables).padStart(6), ms(bare), ms(noop), `${ratio.toFixed(2)}×`.padStart(7)];
  console.log([...cells, ms(cold), ms(planned - started), ms(applied - planned)].join("  "));
}

const ms = (time: number) => time.toFixed(0).padStart(8);

// "forgotten" is the same plan with nothing remembered from earlier runs: no target, but good to know.
console.log("engine       tables     floor      noop    ratio  forgotten first plan  apply");
for (const tables of sizes) {
  const folder = mkdtempSync(join(tmpdir(), "covet-bench-"));
  measure("sqlite", folder, `sqlite:${join(folder, "bench.db")}`, tables);
  rmSync(folder, { recursive: true });
}
for (const engine of ["postgres15", "mysql9", "mariadb1011"] as const) {
  for (const tables of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "covet-bench-"));
    const own = await database(engine);
    measure(engine, folder, own.url, tables);
    await own.drop();
    rmSync(folder, { recursive: true });
  }
}
await stopServers();
if (slow) {
  console.log(`a plan with nothing to do takes more than ${limit}× its floor`);
  process.exitCode = 1;
}
