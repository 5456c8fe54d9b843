/** A rebuild of 1,000,000 rows on SQLite, as a whole process, against one written by hand for better-sqlite3: at most 1.3 times as long. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { race } from "./measure.js";

const limit = 1.3;
const rows = 1_000_000;
const covet = fileURLToPath(new URL("../bin/covet.js", import.meta.url));
const driver = fileURLToPath(import.meta.resolve("better-sqlite3"));
const folder = mkdtempSync(join(tmpdir(), "covet-bench-"));
const env = { DATABASE_URL: "sqlite:bench.db", XDG_CACHE_HOME: join(folder, "cache") };

const schema = (balance: string) => `table accounts {
  id bigint identity primary key
  owner varchar(80)
  balance ${balance}
  note text?

  index (owner)
  check (length(owner) > 1)
}
`;
const write = (balance: string) => writeFileSync(join(folder, "schemas", "all.covet"), schema(balance));
const run = (name: string, args: readonly string[]) => ({ name, args, cwd: folder, env });
const once = (...args: string[]) => {
  const ran = spawnSync(process.execPath, args, { cwd: folder, env: { ...process.env, ...env }, encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`${args.join(" ")} ended with ${ran.status}:\n${ran.stdout}${ran.stderr}`);
};

mkdirSync(join(folder, "schemas"));
write("int");
once(covet, "plan", "init", "--quiet");
once(covet, "apply", "--yes", "--quiet");
once(
  "-e",
  `const db = new (require(${JSON.stringify(driver)}))("bench.db");
   db.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})" +
     " INSERT INTO accounts SELECT i, 'owner ' || i, i * 3, CASE i % 3 WHEN 0 THEN 'a note of some length for row ' || i END FROM n")`,
);
// Either way to forth and back again, so that each round finds what the last one found.
write("int?");
once(covet, "plan", "nullable", "--quiet");

const byHand = (nullable: boolean) => `
  PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE; PRAGMA legacy_alter_table = ON;
  CREATE TABLE new_accounts (id integer PRIMARY KEY, owner varchar(80) NOT NULL, balance integer${nullable ? "" : " NOT NULL"},
    note text, CHECK (length(owner) > 1));
  INSERT INTO new_accounts (id, owner, balance, note) SELECT id, owner, balance, note FROM accounts;
  DROP TABLE accounts; ALTER TABLE new_accounts RENAME TO accounts;
  CREATE INDEX accounts_owner_idx ON accounts (owner);`;
const script = `const db = new (require(${JSON.stringify(driver)}))("byhand.db");
  for (const sql of ${JSON.stringify([byHand(true), byHand(false)])}) {
    db.exec(sql);
    if (db.pragma("foreign_key_check").length > 0) throw new Error("broken");
    db.exec("COMMIT; PRAGMA foreign_keys = ON");
  }`;
once("-e", `const db = new (require(${JSON.stringify(driver)}))("bench.db"); db.exec("VACUUM INTO 'byhand.db'")`);

const both = join(folder, "both.mjs");
writeFileSync(
  both,
  `import { spawnSync } from "node:child_process";
for (const args of [["apply", "--yes", "--quiet"], ["rollback", "--yes", "--quiet"]]) {
  const { status, stderr } = spawnSync(process.execPath, [${JSON.stringify(covet)}, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}`,
);
const [hand = 0, own = 0] = race([run("by hand", ["-e", script]), run("covet", [both])], 5);
rmSync(folder, { recursive: true });
const ratio = own / hand;
console.log(
  `a rebuild of ${rows.toLocaleString("en-US")} rows and its way back: by hand ${hand.toFixed(0)} ms, covet ${own.toFixed(0)} ms, ${ratio.toFixed(2)}×`,
);
if (ratio > limit) {
  console.log(`covet takes more than ${limit}× as long`);
  process.exitCode = 1;
}
