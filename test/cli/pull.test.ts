/** `covet pull`, `covet baseline` and `covet init --from` from outside: files, exit codes, refusals. */

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { connect, database } from "../support/servers.js";
import { applied, databaseFile, type Workspace, workspace } from "./workspace.js";

const shop = `
  create table users (id integer primary key, email text not null unique, state text not null default 'new');
  create table orders (id integer primary key, user_id integer not null references users(id) on delete cascade);
  create index orders_user on orders (user_id);
  create view open_orders as select * from orders;
  create trigger orders_gone after delete on orders begin select 1; end`;

const pulled = `table users {
  id bigint identity primary key
  email text unique
  state text = 'new'
}

table orders {
  id bigint identity primary key
  user_id bigint -> users.id on delete cascade

  index (user_id) as orders_user
}
`;

describe("covet pull", function () {
  this.timeout(120_000);
  let place: Workspace;
  afterEach(() => place.remove());
  const files = (): string[] =>
    existsSync(join(place.folder, "schemas"))
      ? readdirSync(join(place.folder, "schemas"), { recursive: true }).map(String).sort()
      : [];

  it("writes a database into an empty folder, and says what it left out", async () => {
    place = workspace();
    place.sql(shop);
    const { stdout, stderr } = await place.expect(0, "pull");
    expect(place.read("schemas/app.covet")).to.equal(pulled);
    expect(stdout.split("\n")).to.deep.equal([
      "wrote schemas/app.covet",
      "not modelled: view open_orders",
      "not modelled: trigger orders_gone on orders",
      "pulled 2 tables (5 columns, 4 keys and checks, 1 index) and 0 enums; not modelled: 1 × view, 1 × trigger",
      "next: covet baseline, so that covet goes on from here",
      "",
    ]);
    expect(stderr).to.equal("");
    await place.expect(0, "check");
    await place.expect(0, "plan", "--check");
    const again = await place.expect(0, "pull");
    expect(again.stdout).to.contain("nothing to pull: the files say what the database has");
    expect(place.read("schemas/app.covet")).to.equal(pulled);
  });

  it("--layout table writes a file for each, and new tables go to files of their own", async () => {
    place = workspace();
    place.sql(shop);
    await place.expect(0, "pull", "--layout", "table");
    expect(files()).to.deep.equal(["orders.covet", "users.covet"]);
    place.sql("create table tags (id integer primary key); drop view open_orders; drop table orders");
    const { stderr, stdout } = await place.expect(0, "pull");
    expect(files()).to.deep.equal(["tags.covet", "users.covet"]);
    expect(stderr).to.contain("removed table orders");
    expect(stdout).to.contain("removed schemas/orders.covet").and.contain("wrote schemas/tags.covet");
    await place.expect(0, "plan", "--check");
  });

  it("--dry-run prints the files and writes nothing; --json tells it all", async () => {
    place = workspace();
    place.sql(shop);
    const { stdout } = await place.expect(0, "pull", "--dry-run");
    expect(stdout).to.contain(`// schemas/app.covet\n${pulled}`);
    expect(files()).to.deep.equal([]);
    const json = await place.json("pull");
    expect(json).to.deep.include({
      command: "pull",
      exitCode: 0,
      dialect: "sqlite",
      written: true,
      rewritten: [],
      unwritten: [],
      undecided: [],
      otherNamespaces: [],
      left: [],
      error: null,
    });
    expect(json.files).to.deep.equal([{ path: "schemas/app.covet", state: "new", text: pulled }]);
    expect(json.pulled).to.deep.equal({ tables: 2, columns: 5, constraints: 4, indexes: 1, enums: 0, domains: 0 });
    expect(json.unmanaged).to.deep.equal([
      { kind: "view", object: "open_orders", on: null },
      { kind: "trigger", object: "orders_gone", on: "orders" },
    ]);
  });

  it("brings a change made by hand into the files, and lists what it takes out of them", async () => {
    const before =
      "// Mine.\ntable users {\n  id bigint identity primary key\n  name text? // as printed\n  old int?\n}\n";
    place = await applied(before);
    place.sql("alter table users drop column old; alter table users add column nick text");
    const { stderr } = await place.expect(0, "pull");
    expect(stderr.split("\n")).to.deep.equal(["removed column users.old", "added column users.nick", ""]);
    expect(place.read("schemas/app.covet")).to.equal(before.replace("  old int?\n", "  nick text?\n"));
    // Drift is what the migrations do not know of; the plan itself has nothing to do.
    expect((await place.expect(0, "plan", "--adopt")).stdout).to.contain("nothing to do");
  });

  it("keeps a byte order mark and line ends", async () => {
    place = await applied("\uFEFFtable users {\r\n  id bigint identity primary key\r\n}\r\n");
    place.sql("alter table users add column nick text");
    await place.expect(0, "pull");
    expect(place.read("schemas/app.covet")).to.equal(
      "\uFEFFtable users {\r\n  id bigint identity primary key\r\n  nick text?\r\n}\r\n",
    );
  });

  it("does not touch files it cannot understand", async () => {
    place = workspace();
    place.sql(shop);
    place.schema("table users { id }\n");
    const { stderr } = await place.expect(1, "pull");
    expect(stderr).to.contain("schemas/app.covet:1");
    expect(place.read("schemas/app.covet")).to.equal("table users { id }\n");
  });

  it("writes to the one file the configuration names, and asks where it names none", async () => {
    place = workspace();
    place.sql(shop);
    place.write(
      "covet.config.json",
      `{ "schema": "db/schema.covet", "targets": { "dev": { "url": "sqlite:${databaseFile}" } } }`,
    );
    await place.expect(0, "pull", "--layout", "table");
    expect(place.read("db/schema.covet")).to.equal(pulled);
    place.write(
      "covet.config.json",
      `{ "schema": "none/*.covet", "targets": { "dev": { "url": "sqlite:${databaseFile}" } } }`,
    );
    expect((await place.expect(1, "pull")).stderr).to.contain("set `schema` to a folder");
  });

  it("finds the schemas of a PostgreSQL database, and leaves those alone that files do not name", async () => {
    place = workspace();
    const own = await database("postgres15");
    const admin = await connect("postgres15", own.url);
    try {
      await admin.query("create schema billing");
      await admin.query("create schema auth");
      await admin.query("create type billing.kind as enum ('a', 'b')");
      await admin.query("create table billing.invoices (id int primary key, kind billing.kind not null)");
      await admin.query("create table users (id int primary key)");
      await admin.query("create table auth.tokens (id int primary key, user_id int references users)");
      await place.expect(0, "pull", "--url", own.url);
      expect(files()).to.deep.equal(["app.covet", "auth.covet", "billing.covet"]);
      expect(place.read("schemas/billing.covet")).to.equal(
        "schema billing\n\nenum billing.kind { a, b }\n\ntable billing.invoices {\n  id int primary key\n  kind billing.kind\n}\n",
      );
      expect(place.read("schemas/auth.covet")).to.contain("user_id int? -> users.id");
      await place.expect(0, "plan", "--check", "--url", own.url);
      await place.expect(0, "baseline", "--url", own.url);
      expect((await place.expect(0, "status", "--check", "--url", own.url)).stdout).to.contain("baseline");

      await admin.query("create schema other");
      await admin.query("create table other.things (id int primary key)");
      const { stderr } = await place.expect(0, "pull", "--url", own.url);
      expect(stderr).to.contain("not pulled, as no file names them: other");
      expect(files()).to.deep.equal(["app.covet", "auth.covet", "billing.covet"]);
    } finally {
      await admin.close();
      await own.drop();
    }
  });
});

describe("covet baseline", function () {
  this.timeout(120_000);
  let place: Workspace;
  afterEach(() => place.remove());

  it("adopts a database: its first migration is recorded, and makes the same elsewhere", async () => {
    place = workspace();
    place.sql(shop);
    place.sql("insert into users (email) values ('a@b')");
    const strange = await place.expect(0, "init", "--from", `sqlite:${databaseFile}`);
    expect(strange.stdout).to.contain("wrote covet.config.ts").and.contain("next: covet baseline");
    expect(place.read("covet.config.ts")).to.contain(`env("DATABASE_URL", "sqlite:${databaseFile}")`);
    const { stdout } = await place.expect(0, "baseline");
    const [file = ""] = place.migrations();
    expect(file).to.match(/^\d{14}_baseline\.sql$/);
    expect(stdout)
      .to.contain(`wrote migrations/${file}`)
      .and.contain(`recorded ${file.replace(".sql", "")} (nothing was run)`)
      .and.contain("  view open_orders\n")
      .and.contain("2 tables adopted");
    expect(place.query("select email from users")).to.deep.equal([{ email: "a@b" }]);
    await place.expect(0, "status", "--check");
    await place.expect(0, "plan", "--check");

    // A new database from the folder has the same tables, and goes on like the old one.
    place.schema(pulled.replace("state text = 'new'", "state text = 'new'\n  nick text?"));
    await place.expect(0, "plan", "add_nick");
    await place.expect(0, "apply");
    await place.expect(0, "apply", "--url", "sqlite:fresh.db");
    await place.expect(0, "plan", "--check", "--url", "sqlite:fresh.db");
    await place.expect(0, "plan", "--check");
  });

  it("refuses where the files say something else, naming the difference and covet pull", async () => {
    place = workspace();
    place.sql(shop);
    place.schema(pulled.replace("  email text unique\n", "  email text unique\n  nick text?\n"));
    const { stderr } = await place.expect(3, "baseline");
    expect(stderr).to.contain("ADD_COLUMN users.nick").and.contain("covet pull");
    expect(place.migrations()).to.deep.equal([]);
    expect(place.query("select name from sqlite_schema where name like '\\_covet%' escape '\\'")).to.deep.equal([]);
  });

  it("refuses a second time, with migrations in the folder, and an empty database", async () => {
    place = workspace();
    place.schema(pulled);
    expect((await place.expect(3, "baseline")).stderr).to.contain("nothing in this database to adopt");
    place.sql(shop);
    expect((await place.expect(0, "baseline", "--dry-run")).stdout).to.contain("nothing was changed");
    expect(place.migrations()).to.deep.equal([]);
    await place.expect(0, "baseline", "start");
    expect((await place.expect(3, "baseline")).stderr).to.contain("covet has worked on this database already");
    const other = await place.expect(3, "baseline", "--url", "sqlite:other.db");
    expect(other.stderr).to.contain("there are migrations in migrations already").and.contain("covet apply --fake");
  });

  it("covet plan names both where it finds a database it does not know", async () => {
    place = workspace();
    place.sql("create table users (id integer primary key)");
    place.schema("table users {\n  id bigint identity primary key\n  name text?\n}\n");
    expect((await place.expect(3, "plan")).stderr).to.contain("run `covet pull` and then `covet baseline`");
  });
});

describe("covet init --from", function () {
  this.timeout(120_000);
  let place: Workspace;
  afterEach(() => place.remove());

  it("starts a project in another folder, from a URL written where one stands", async () => {
    place = workspace();
    place.sql(shop);
    await place.expect(0, "init", "app", "--from", `sqlite:${databaseFile}`, "--layout", "table");
    expect(place.read("app/schemas/users.covet")).to.equal(pulled.slice(0, pulled.indexOf("\ntable orders")));
    expect(place.read("app/covet.config.ts")).to.contain(`"sqlite:${join("..", databaseFile)}"`);
  });

  it("never writes a password down, and nothing where the URL is none", async () => {
    place = workspace();
    const failed = await place.run("init", "--from", "postgres://u:secret@127.0.0.1:9/none");
    expect(failed.code).to.equal(1);
    expect(failed.stdout + failed.stderr).to.not.contain("secret");
    expect(place.read("covet.config.ts")).to.contain('env("DATABASE_URL")').and.not.contain("secret");
    await place.expect(1, "init", "other", "--from", "nonsense");
    expect(existsSync(join(place.folder, "other"))).to.equal(false);
  });
});
