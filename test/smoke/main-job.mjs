/** The main job on SQLite, from outside: `node main-job.mjs bin/covet.js` runs the built tool with this very Node and counts what holds. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const covet = resolve(process.argv[2] ?? "bin/covet.js");
const Database = createRequire(covet)("better-sqlite3");
const folder = mkdtempSync(join(tmpdir(), "covet-main-job-"));
const file = join(folder, "app.db");
let passed = 0;
let failed = 0;

const first = `enum role { guest, member, admin }

table users {
  id bigint identity primary key
  email varchar(320) unique
  name text?
  role role = 'member'
}

table posts {
  id bigint identity primary key
  author_id bigint -> users.id on delete cascade
  title text = 'untitled' check (length(title) > 0)

  index (author_id, title desc)
}
`;

const second = first
  .replace("  name text?\n", "  full_name text? @was(name)\n  active bool = true\n")
  .replace("check (length(title) > 0)", "check (length(title) > 1)");

function check(what, holds, detail) {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? "  ✔" : "  ✘"} ${what}`);
  if (!holds) console.log(String(detail).replace(/^/gm, "      "));
}

/** Runs one public command and checks its exit code. */
function run(args, code = 0) {
  const env = { ...process.env, DATABASE_URL: `sqlite:${file}`, NO_COLOR: "1" };
  const ran = spawnSync(process.execPath, [covet, ...args], { cwd: folder, env, encoding: "utf8" });
  check(`covet ${args.join(" ")} exits ${code}`, ran.status === code, `exit ${ran.status}\n${ran.stdout}${ran.stderr}`);
  return ran.stdout + ran.stderr;
}

// Newer Nodes abort when they collect an object of this driver; see connection.ts of SQLite.
const kept = [];

function query(sql) {
  const db = new Database(file);
  const statement = db.prepare(sql);
  kept.push(db, statement);
  try {
    return JSON.stringify(statement.all());
  } finally {
    db.close();
  }
}

const migrations = () => readdirSync(join(folder, "migrations")).filter((name) => name.endsWith(".sql"));
const tables = () =>
  query("select name, sql from sqlite_schema where name not like '\\_covet%' escape '\\' order by type, name");

try {
  mkdirSync(join(folder, "schemas"));
  writeFileSync(join(folder, "schemas", "app.covet"), first);
  run(["check"]);
  run(["plan", "init"]);
  check("plan writes one migration", migrations().length === 1, migrations());
  run(["apply", "--yes"]);
  run(["plan", "nothing"]);
  check("a second plan writes nothing", migrations().length === 1, migrations());

  const db = new Database(file);
  kept.push(db);
  db.exec("insert into users (id, email, name) values (1, 'a@b.c', 'Ann'); insert into posts (author_id) values (1)");
  db.close();
  const before = tables();

  writeFileSync(join(folder, "schemas", "app.covet"), second);
  run(["plan", "--check"], 2);
  run(["plan", "change"]);
  run(["apply", "--yes"]);
  const people = query("select id, full_name, active, role from users");
  check("the renamed column kept its row", people === '[{"id":1,"full_name":"Ann","active":1,"role":"member"}]', people);
  const posts = query("select author_id, title from posts");
  check("the rebuilt table kept its row", posts === '[{"author_id":1,"title":"untitled"}]', posts);
  run(["plan", "--check"]);

  run(["rollback", "--yes"]);
  const back = query("select id, email, name from users");
  check("rollback keeps the row", back === '[{"id":1,"email":"a@b.c","name":"Ann"}]', back);
  check("rollback restores the tables", shape(tables()) === shape(before), `${before}\n${tables()}`);
  run(["status", "--check"], 2);
  run(["apply", "--yes"]);
  run(["status", "--check"]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** SQLite keeps the text of each CREATE; blanks, quotes and the order of columns in it are not the shape. */
function shape(json) {
  return JSON.parse(json)
    .map(({ name, sql }) => `${name}: ${(sql ?? "").replace(/["\s]/g, "").split(/[(,)]/).sort().join()}`)
    .join("\n");
}

console.log(`Node ${process.version}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
