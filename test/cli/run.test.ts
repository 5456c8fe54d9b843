/** `covet apply`, `rollback`, `status` and their kin from outside, on SQLite: what they do, say and exit with. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { sqlite } from "../../src/dialects/sqlite/dialect.js";
import { bin, cleanEnv } from "./covet.js";
import { applied, databaseFile, type Workspace, workspace } from "./workspace.js";

const first = `table users {
  id bigint identity primary key
  name text?
}
`;
const second = first.replace("name text?", "name text?\n  email text?");
const third = `${second}\ntable posts {\n  id bigint identity primary key\n}\n`;

/** Three migrations, none applied. */
async function three(): Promise<Workspace> {
  const place = workspace();
  for (const [text, slug] of [
    [first, "one"],
    [second, "two"],
    [third, "three"],
  ] as const) {
    place.schema(text);
    await place.expect(0, "plan", slug);
    await place.expect(0, "apply");
  }
  await place.expect(0, "rollback", "--steps", "3");
  return place;
}

const tables =
  "select name from sqlite_schema where type = 'table' and name not like '\\_covet%' escape '\\' order by 1";
const recorded = "select name from _covet_migrations order by id";

function byHand(name: string, forward: string, transaction = "all"): string {
  return `-- covet migration ${name}
-- format: 1 · app: default · dialect: sqlite · planned on: 3.50.0 · transaction: ${transaction}

-- covet:forward
${forward}

-- covet:backward
`;
}

describe("covet apply, rollback and status", function () {
  this.timeout(240_000);
  let place: Workspace;
  afterEach(() => place.remove());

  it("applies up to one, the rest, and goes back by steps and to one", async () => {
    place = await three();
    const [one = "", two = ""] = place.migrations().map((name) => name.replace(".sql", ""));
    expect(place.query(tables)).to.deep.equal([]);

    const dry = await place.expect(0, "apply", "--dry-run");
    expect(dry.stdout).to.contain('CREATE TABLE "users"').and.contain("3 migrations would be applied");
    expect(place.query(tables)).to.deep.equal([]);

    await place.expect(0, "apply", "--to", two);
    expect(place.query(recorded)).to.deep.equal([{ name: one }, { name: two }]);
    const waiting = await place.expect(2, "status", "--check");
    expect(waiting.stdout).to.match(/\n1 migration pending: `covet apply` runs it\n$/);
    const { stdout } = await place.expect(0, "apply");
    expect(stdout).to.match(/^applied \d{14}_three \(.+\)\n$/);
    expect(place.query(tables)).to.deep.equal([{ name: "posts" }, { name: "users" }]);
    await place.expect(0, "status", "--check");
    expect((await place.expect(0, "apply")).stdout).to.equal("nothing to apply: the database is up to date\n");

    const undo = await place.expect(0, "rollback", "--dry-run");
    expect(undo.stdout).to.contain('DROP TABLE "posts"').and.contain("1 migration would be rolled back");
    expect(place.query(tables)).to.have.length(2);
    await place.expect(0, "rollback", "--steps", "2");
    expect(place.query("select name from pragma_table_info('users')")).to.deep.equal([
      { name: "id" },
      { name: "name" },
    ]);
    await place.expect(0, "apply", "--yes");
    await place.expect(0, "rollback", "--to", one, "--yes");
    expect(place.query(recorded)).to.deep.equal([{ name: one }]);
    await place.expect(0, "rollback");
    expect((await place.expect(0, "rollback")).stdout).to.equal("nothing to roll back\n");
  });

  it("--fake records and forgets without running", async () => {
    place = workspace();
    place.schema(first);
    await place.expect(0, "plan", "one");
    expect((await place.expect(0, "apply", "--fake")).stdout).to.match(/^recorded \d{14}_one \(nothing was run\)\n$/);
    expect(place.query(tables)).to.deep.equal([]);
    expect(place.query(recorded)).to.have.length(1);
    expect((await place.expect(0, "rollback", "--fake")).stdout).to.match(/^forgot \d{14}_one/);
    expect(place.query(recorded)).to.deep.equal([]);
  });

  it("knows Django's names", async () => {
    place = workspace();
    place.schema(first);
    await place.expect(0, "makemigrations", "one");
    const sql = await place.expect(0, "sqlmigrate", "one");
    expect(sql.stdout).to.contain('CREATE TABLE "users"');
    expect((await place.expect(0, "sqlmigrate", "one", "--backward")).stdout).to.contain('DROP TABLE "users"');
    place.sql(sql.stdout);
    place.sql("drop table users");
    await place.expect(0, "migrate");
    expect((await place.expect(0, "showmigrations")).stdout).to.match(/applied +\d{14}_one/);
    await place.expect(0, "migrate", "--rollback");
    expect(place.query(tables)).to.deep.equal([]);
  });

  it("gives everything as JSON", async () => {
    place = workspace();
    place.schema(first);
    await place.expect(0, "plan", "one");
    const name = place.migrations()[0]?.replace(".sql", "");
    const common = { version: 1, exitCode: 0, error: null };
    expect(await place.json("status")).to.deep.include({ ...common, command: "status", drift: [] });
    const dry = await place.json("apply", "--dry-run");
    expect(dry).to.deep.include({ ...common, command: "apply", direction: "forward", dryRun: true, migrations: [] });
    expect(dry).to.have.nested.property("sql[0].sql").that.contains("CREATE TABLE");
    expect(await place.json("apply")).to.have.nested.property("migrations[0].name", name);
    const status = await place.json("status");
    expect(status).to.have.nested.property("migrations[0].state", "applied");
    expect(status)
      .to.have.nested.property("migrations[0].appliedAt")
      .that.matches(/^\d{4}-\d\d-\d\dT/);
    expect(await place.json("rollback")).to.deep.include({ ...common, command: "rollback", direction: "backward" });
    expect(await place.json("sqlmigrate", "one")).to.deep.include({ ...common, name, direction: "forward" });
    expect(await place.json("check")).to.deep.include({ ...common, files: 1, tables: 1, diagnostics: [] });
  });

  it("exits 5 when a migration fails, and leaves the database as it was", async () => {
    place = await applied(first);
    place.write(
      "migrations/20991231000000_bad.sql",
      byHand("20991231000000_bad", "create table extra (x);\ninsert into nowhere values (1);"),
    );
    const before = place.query("select * from sqlite_schema");
    const { stderr } = await place.expect(5, "apply");
    expect(stderr)
      .to.contain("migrations/20991231000000_bad.sql:6: no such table: nowhere")
      .and.contain("insert into nowhere values (1)");
    expect(place.query("select * from sqlite_schema")).to.deep.equal(before);
  });

  it("exits 6 when one without a transaction fails half-way, and goes on from there", async () => {
    place = await applied(first);
    const path = "migrations/20991231000000_half.sql";
    const text = byHand("20991231000000_half", "create table extra (x);\ninsert into nowhere values (1);", "none");
    place.write(path, text);
    await place.expect(6, "apply");
    expect(place.query(tables)).to.deep.equal([{ name: "extra" }, { name: "users" }]);
    const status = await place.expect(6, "status", "--check");
    expect(status.stdout).to.contain("half done").and.contain("1 of 2 statements");
    await place.expect(3, "plan");
    place.write(path, text.replace("insert into nowhere", "insert into extra"));
    expect((await place.expect(0, "apply")).stdout).to.contain("going on after statement 1");
    expect(place.query("select x from extra")).to.deep.equal([{ x: 1 }]);
  });

  it("exits 7 for a file edited or missing after it was applied; repair accepts an edit", async () => {
    place = await applied(first);
    const path = `migrations/${place.migrations()[0]}`;
    const text = place.read(path);
    place.write(path, text.replace('"name" text', '"name" varchar(5)'));
    for (const args of [["status", "--check"], ["apply"], ["rollback"], ["plan"]]) await place.expect(7, ...args);
    expect((await place.run("status")).stdout).to.contain("edited");
    await place.expect(3, "repair", "--accept-edited", "init");
    await place.expect(7, "status", "--check");
    await place.expect(0, "repair", "--accept-edited", "init", "--yes");
    await place.expect(0, "status", "--check");
    rmSync(join(place.folder, path));
    await place.expect(7, "status", "--check");
    expect((await place.run("status")).stdout).to.contain("missing");
  });

  it("exits 7 on drift, unless it is accepted", async () => {
    place = await applied(first);
    place.schema(third);
    await place.expect(0, "plan", "more");
    place.sql("create table stray (x)");
    const { stderr } = await place.expect(7, "apply");
    expect(stderr).to.contain("stray appeared");
    expect((await place.expect(7, "status", "--check")).stdout).to.contain("stray appeared");
    await place.expect(0, "apply", "--accept-drift");
  });

  it("exits 8 when a migration was planned on another state", async () => {
    place = await applied(first);
    place.schema(second);
    await place.expect(0, "plan", "more");
    place.sql("alter table users add column other int");
    await place.expect(8, "apply", "--accept-drift");
  });

  it("exits 130 when interrupted, and leaves the database as it was", async () => {
    place = await applied(first);
    const slow = Array.from(
      { length: 400 },
      (_, n) =>
        `create table t${n} as with recursive c(x) as (select 1 union all select x + 1 from c where x < 60000) select count(*) from c;`,
    );
    place.write("migrations/20991231000000_slow.sql", byHand("20991231000000_slow", slow.join("\n")));
    const before = place.query("select * from sqlite_schema");
    const child = spawn(process.execPath, [bin, "apply", "--verbose"], {
      cwd: place.folder,
      env: cleanEnv(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    let sent = false;
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      if (sent || !stderr.includes("create table t1 ")) return;
      sent = true;
      child.kill("SIGINT");
    });
    const [code] = await once(child, "close");
    expect(code, stderr).to.equal(130);
    expect(stderr).to.contain("interrupted");
    expect(place.query("select * from sqlite_schema")).to.deep.equal(before);
    await place.expect(2, "status", "--check");
  });

  it("exits 4 while another covet is at work, unless it waits", async () => {
    place = await applied(first);
    place.write("migrations/20991231000000_late.sql", byHand("20991231000000_late", "create table late (id int);"));
    const other = await sqlite.connect({
      url: `sqlite:${join(place.folder, databaseFile)}`,
      lockTimeout: null,
      statementTimeout: null,
      role: null,
      readOnly: false,
      onStatement: null,
    });
    expect(await other.tryLock("covet")).to.equal(true);
    const busy = await place.expect(4, "apply");
    expect(busy.stderr).to.contain("another covet is at work").and.contain("--lock-wait");
    const waiting = place.run("apply", "--lock-wait", "5min");
    await other.close();
    expect((await waiting).code).to.equal(0);
    expect(place.query("select count(*) as n from late")).to.deep.equal([{ n: 0 }]);
  });
});
