/** `covet apply --auto` and `--require reversible` from outside, on SQLite. */

import { expect } from "chai";
import { applied, type Workspace, workspace } from "./workspace.js";

const users = "table users {\n  id bigint identity primary key\n  name text?\n}\n";
const withEmail = users.replace("name text?", "name text?\n  email text?");

describe("covet apply --auto", function () {
  this.timeout(120_000);
  let place: Workspace;
  afterEach(() => place.remove());

  it("writes the migration and applies it; then there is nothing to do", async () => {
    place = workspace();
    place.schema(users);
    const { stdout } = await place.expect(0, "apply", "--auto");
    const [file = ""] = place.migrations();
    expect(stdout)
      .to.contain("CREATE_TABLE users")
      .and.contain(`wrote migrations/${file}`)
      .and.match(/applied \d{14}_/);
    expect(stdout).to.not.contain("next:");
    await place.expect(0, "status", "--check");
    const again = await place.expect(0, "apply", "--auto");
    expect(again.stdout).to.match(/^nothing to do\ncompared/);
    expect(place.migrations()).to.have.length(1);
    await place.expect(0, "rollback");
  });

  it("runs what is pending first, then plans the rest", async () => {
    place = workspace();
    place.schema(users);
    await place.expect(0, "plan", "init");
    place.schema(withEmail);
    await place.expect(0, "apply", "--auto");
    expect(place.migrations()).to.have.length(2);
    await place.expect(0, "plan", "--check");
    await place.expect(0, "status", "--check");
  });

  it("gives one JSON object", async () => {
    place = workspace();
    place.schema(users);
    const done = await place.json("apply", "--auto");
    expect(done).to.include({ version: 1, command: "apply", exitCode: 0, error: null, direction: "forward" });
    expect(done.migrations).to.have.length(1);
    expect(done)
      .to.have.nested.property("plan.written")
      .that.deep.equals([`migrations/${place.migrations()[0]}`]);
    const nothing = await place.json("apply", "--auto");
    expect(nothing).to.deep.include({ exitCode: 0, migrations: [] });
    expect(nothing).to.have.nested.property("plan.migrations").that.deep.equals([]);
  });

  it("--dry-run prints the plan and changes nothing", async () => {
    place = await applied(users);
    place.schema(withEmail);
    const before = place.query("select sql from sqlite_schema");
    const { stdout } = await place.expect(0, "apply", "--auto", "--dry-run");
    expect(stdout).to.contain("ADD_COLUMN users.email");
    expect(place.query("select sql from sqlite_schema")).to.deep.equal(before);
    expect(place.migrations()).to.have.length(1);
  });

  it("refuses as a plan does, and where rows would be lost, and writes nothing then", async () => {
    place = await applied(withEmail);
    place.sql("insert into users (name, email) values ('Ann', 'a@b.c')");
    const rows = place.query("select * from users");
    place.schema(users.replace("name", "nick").replace("?", "?\n  email text?"));
    expect((await place.expect(3, "apply", "--auto")).stderr).to.contain("@was(name)");
    place.schema(users);
    const lost = await place.expect(3, "apply", "--auto");
    expect(lost.stdout).to.contain("users.email: 1 row would be lost");
    expect(lost.stderr).to.contain("--allow-data-loss users.email").and.contain("nothing was written");
    place.schema(withEmail.replace("email text?", "email text"));
    place.sql("insert into users (name) values ('Ben')");
    expect((await place.expect(3, "apply", "--auto")).stderr).to.contain("rows would make it fail");
    place.sql("delete from users where name = 'Ben'");
    expect(place.query("select * from users")).to.deep.equal(rows);
    expect(place.migrations()).to.have.length(1);
    place.sql("create table stray (x)");
    expect((await place.expect(7, "apply", "--auto")).stderr).to.contain("stray");
    place.sql("drop table stray");
    place.schema(users);
    await place.expect(0, "apply", "--auto", "--allow-data-loss", "users.email");
    expect(place.query("select name from users")).to.deep.equal([{ name: "Ann" }]);
    expect(place.migrations()).to.have.length(2);
  });

  it("does not go with --to or --fake", async () => {
    place = workspace();
    place.schema(users);
    for (const flags of [["--to", "x"], ["--fake"]]) {
      const { stderr } = await place.expect(1, "apply", "--auto", ...flags);
      expect(stderr).to.contain(`--auto does not go with ${flags[0]}`);
    }
  });
});

describe("covet apply --require reversible", function () {
  this.timeout(240_000);
  let place: Workspace;
  afterEach(() => place.remove());

  const migration = (id: string, dialect: string, backward: string) =>
    `-- covet migration ${id}\n-- format: 1 · app: default · dialect: ${dialect} · planned on: 15 · transaction: all\n\n-- covet:forward\nCREATE TABLE t${id.slice(0, 14)} (x int);\n\n${backward}\n`;

  it("refuses before anything runs, naming file, line and reason", async () => {
    place = await applied(users);
    place.write(
      "migrations/30000101000000_a.sql",
      migration("30000101000000_a", "sqlite", "-- covet:backward\nDROP TABLE t30000101000000;"),
    );
    place.write(
      "migrations/30000101000001_b.sql",
      migration("30000101000001_b", "sqlite", "-- covet:backward\n-- covet:irreversible sent to a partner"),
    );
    place.write("migrations/30000101000002_c.sql", migration("30000101000002_c", "sqlite", ""));
    const before = place.query("select * from sqlite_schema");
    const { stderr } = await place.expect(3, "apply", "--require", "reversible");
    expect(stderr)
      .to.contain("migrations/30000101000001_b.sql:8: sent to a partner")
      .and.contain("migrations/30000101000002_c.sql: the file has no backward half")
      .and.contain("help:");
    await place.expect(3, "apply", "--require", "reversible", "--dry-run");
    expect(place.query("select * from sqlite_schema")).to.deep.equal(before);
    await place.expect(0, "apply", "--require", "reversible", "--to", "30000101000000");
    await place.expect(0, "apply");
    await place.expect(0, "apply", "--require", "reversible");
    expect((await place.expect(1, "apply", "--require", "everything")).stderr).to.contain("reversible");
  });
});
