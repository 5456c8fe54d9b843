/** `covet plan` from outside, on SQLite: what it prints, writes and refuses, and its exit codes. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { applied, databaseFile, type Workspace, workspace } from "./workspace.js";

const users = `table users {
  id bigint identity primary key
  name text?
}
`;
const withEmail = users.replace("name text?", "name text?\n  email text?");

describe("covet plan", function () {
  this.timeout(120_000);
  let place: Workspace;
  afterEach(() => place.remove());

  it("writes a migration with its steps, their place and the line of truth", async () => {
    place = workspace();
    place.schema(users);
    const { stdout } = await place.expect(0, "plan", "first things");
    expect(stdout)
      .to.contain("CREATE_TABLE users  schemas/app.covet:1")
      .and.contain('CREATE TABLE "users"')
      .and.match(/compared \d+ objects: 0 equal, \d+ changed, 0 undecided, 0 unmanaged\n/);
    const [file = ""] = place.migrations();
    expect(file).to.match(/^\d{14}_first_things\.sql$/);
    expect(stdout).to.contain(`wrote migrations/${file}`);
    expect(place.read(`migrations/${file}`))
      .to.contain("-- covet:forward")
      .and.contain("(schemas/app.covet:1)");
    expect(existsSync(join(place.folder, databaseFile)), "planning makes no database").to.equal(false);
  });

  it("--dry-run prints the same and writes nothing; --check exits 2", async () => {
    place = workspace();
    place.schema(users);
    expect((await place.expect(0, "plan", "--dry-run")).stdout).to.contain('CREATE TABLE "users"');
    await place.expect(2, "plan", "--check");
    expect(place.migrations()).to.deep.equal([]);
  });

  it("says when there is nothing to do, and writes nothing", async () => {
    place = await applied(users);
    const { stdout } = await place.expect(0, "plan", "again");
    expect(stdout).to.match(/^nothing to do\ncompared (\d+) objects: \1 equal, 0 changed, 0 undecided, 0 unmanaged\n$/);
    await place.expect(0, "plan", "--check");
    expect(place.migrations()).to.have.length(1);
  });

  it("refuses while migrations are pending, naming them", async () => {
    place = workspace();
    place.schema(users);
    await place.expect(0, "plan", "init");
    const { stderr } = await place.expect(3, "plan");
    expect(stderr).to.contain(`migrations/${place.migrations()[0]}`).and.contain("covet apply");
    await place.expect(2, "plan", "--check");
    expect(place.migrations()).to.have.length(1);
  });

  it("refuses a database it has never worked on, without --adopt", async () => {
    place = workspace();
    place.sql("create table users (id integer primary key, name text); create table legacy (x)");
    place.schema(`${withEmail}\ntable legacy @unmanaged { x _ }\n`);
    const { stderr } = await place.expect(3, "plan");
    expect(stderr).to.contain("covet pull").and.contain("covet baseline").and.contain("--adopt");
    expect(place.migrations()).to.deep.equal([]);
    const { stdout } = await place.expect(0, "plan", "--adopt");
    expect(stdout).to.contain("ADD_COLUMN users.email").and.contain("unmanaged table legacy");
    expect(stdout).to.not.contain("CREATE_TABLE");
    await place.expect(0, "apply");
    await place.expect(0, "plan", "--check");
  });

  it("shows drift and refuses with 7, without --adopt", async () => {
    place = await applied(users);
    place.sql("alter table users add column secret int");
    place.schema(withEmail);
    const { stderr } = await place.expect(7, "plan");
    expect(stderr).to.contain("users changed").and.contain("--adopt");
    expect(place.migrations()).to.have.length(1);
    const adopted = await place.expect(0, "plan", "--adopt");
    expect(adopted.stdout).to.contain("DROP_COLUMN users.secret").and.contain("drift: users changed");
  });

  it("lets a table go that is declared @unmanaged: no drift, no drop, still there", async () => {
    place = await applied(users);
    place.sql("insert into users (name) values ('Ann')");
    place.schema(users.replace("table users", "table users @unmanaged"));
    const { stdout } = await place.expect(0, "plan");
    expect(stdout).to.contain("nothing to do").and.contain("1 unmanaged");
    expect(place.query("select name from users")).to.deep.equal([{ name: "Ann" }]);
  });

  it("stops at what looks like a rename with the line to write", async () => {
    place = await applied(users);
    place.sql("insert into users (name) values ('Ann')");
    place.schema(users.replace("name text?", "full_name text? /// As printed."));
    const { stderr } = await place.expect(3, "plan");
    expect(stderr).to.contain("schemas/app.covet:3").and.contain("full_name text? @was(name) /// As printed.");
    expect(place.migrations()).to.have.length(1);

    place.schema(users.replace("name text?", "full_name text? @was(name) /// As printed."));
    expect((await place.expect(0, "plan")).stdout)
      .to.contain("RENAME_COLUMN users.name")
      .and.not.contain("DROP");
    await place.expect(0, "apply");
    expect(place.query("select full_name from users")).to.deep.equal([{ full_name: "Ann" }]);
  });

  it("--no-rename drops and adds", async () => {
    place = await applied(users);
    place.schema(users.replace("name text?", "full_name text?"));
    const { stdout } = await place.expect(0, "plan", "--no-rename");
    expect(stdout).to.contain("DROP_COLUMN users.name").and.contain("ADD_COLUMN users.full_name");
  });

  it("counts what would be lost; apply stops there until it is allowed", async () => {
    place = await applied(withEmail);
    place.sql("insert into users (name, email) values ('Ann', 'a@b.c'), ('Ben', null)");
    place.schema(users);
    const { stdout } = await place.expect(0, "plan", "forget");
    expect(stdout).to.contain("users.email: 1 row would be lost");
    const before = place.query("select * from users");
    const refused = await place.expect(3, "apply");
    expect(refused.stderr).to.contain("users.email").and.contain("--allow-data-loss users.email");
    expect(place.query("select * from users")).to.deep.equal(before);
    const wrong = await place.expect(1, "apply", "--allow-data-loss", "users.mail");
    expect(wrong.stderr).to.contain("--allow-data-loss users.mail").and.contain("write --allow-data-loss users.email");
    expect(place.query("select * from users")).to.deep.equal(before);
    await place.expect(0, "apply", "--allow-data-loss", "users.email");
    expect(place.query("select * from users")).to.deep.equal([
      { id: 1, name: "Ann" },
      { id: 2, name: "Ben" },
    ]);
  });

  it("--allow-data-loss writes the permission into the migration; a wrong name is a mistake", async () => {
    place = await applied(withEmail);
    place.sql("insert into users (name, email) values ('Ann', 'a@b.c')");
    place.schema(users);
    const wrong = await place.expect(1, "plan", "--allow-data-loss", "users.mail");
    expect(wrong.stderr).to.contain("write --allow-data-loss users.email");
    expect(place.migrations()).to.have.length(1);
    await place.expect(0, "plan", "forget", "--allow-data-loss", "users.email");
    expect(place.read(`migrations/${place.migrations()[1]}`)).to.contain("-- covet:allow users.email");
    await place.expect(0, "apply");
  });

  it("gives everything as JSON", async () => {
    place = await applied(users);
    place.sql("create view names as select name from users");
    place.schema(withEmail);
    const plan = await place.json("plan", "more");
    expect(plan).to.include({ version: 1, command: "plan", exitCode: 0, error: null, dialect: "sqlite" });
    expect(plan.written).to.deep.equal([`migrations/${place.migrations()[1]}`]);
    expect(plan.compared).to.include({ changed: 1 });
    expect(plan.unmanaged).to.have.length(1);
    expect(plan.migrations).to.have.nested.property("[0].forward.steps[0].kind", "ADD_COLUMN");
    expect(plan.migrations).to.have.nested.property("[0].forward.steps[0].origin.line", 4);
    expect(plan.migrations)
      .to.have.nested.property("[0].before.users")
      .that.matches(/^[0-9a-f]{8}$/);
    const refused = await place.json("plan");
    expect(refused).to.include({ exitCode: 3 }).and.have.nested.property("error.hint");
  });

  it("--quiet prints errors only, --verbose each statement and the backward SQL", async () => {
    place = await applied(users);
    place.schema(withEmail);
    expect(await place.run("plan", "--dry-run", "--quiet")).to.deep.equal({ code: 0, stdout: "", stderr: "" });
    const { stdout, stderr } = await place.expect(0, "plan", "--dry-run", "--verbose");
    expect(stdout).to.contain("backward:").and.contain('DROP COLUMN "email"');
    expect(stderr).to.match(/; -- \d+\.\d ms\n/);
  });

  it("works as makemigrations", async () => {
    place = workspace();
    place.schema(users);
    await place.expect(0, "makemigrations", "init");
    expect(place.migrations()[0]).to.match(/_init\.sql$/);
  });
});
