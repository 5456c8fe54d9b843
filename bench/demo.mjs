/**
 * The main job in one go: plans and applies `schemas/` to a SQLite file, changes the schema, plans and applies again, rolls
 * back. Every step is the installed command with its real output, in a folder of its own that is removed at the end.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const bin = join(project, JSON.parse(readFileSync(join(project, "package.json"), "utf8")).bin.covet);
const folder = mkdtempSync(join(tmpdir(), "covet-demo-"));
const { DATABASE_URL: _url, ...env } = process.env;

class Stop extends Error {}

function covet(...args) {
  console.log(`\n$ covet ${args.join(" ")}`);
  const { status } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, env, stdio: "inherit" });
  if (status !== 0) throw new Stop(`covet ${args.join(" ")} exited with ${status}`);
}

/** Edits a copied schema file and shows what changed. */
function edit(file, before, after) {
  const path = join(folder, "schemas", file);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (!text.includes(before)) throw new Stop(`schemas/${file} no longer has the line this demo changes`);
  writeFileSync(path, text.replace(before, after));
  console.log(`\nschemas/${file}:`);
  for (const line of before.split("\n")) console.log(`- ${line}`);
  for (const line of after.split("\n")) console.log(`+ ${line}`);
}

try {
  cpSync(join(project, "schemas"), join(folder, "schemas"), { recursive: true });
  console.log(`A copy of schemas/ in ${folder}; no config, so covet works on the SQLite file covet.db there.`);
  covet("plan", "init");
  covet("apply");
  edit("users.covet", "  full_name varchar(120)?", "  display_name varchar(120)? @was(full_name)");
  edit("posts.covet", "  body text = ''", "  body text = ''\n  subtitle text?");
  edit("posts.covet", "enum post_state { draft, live, archived }", "enum post_state { draft, review, live, archived }");
  covet("plan");
  covet("apply");
  covet("plan");
  covet("rollback");
  covet("status");
  covet("apply");
  covet("status");
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(`\nthe demo stopped: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
