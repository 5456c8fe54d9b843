/** Tables made anew: everything around the table must live through it, in covet's runner and in the sqlite3 client. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Connection, Row } from "../../../src/dialect/connection.js";
import { sqlite } from "../../../src/dialects/sqlite/dialect.js";
import { type Hints, noHints, type RenameHint } from "../../../src/model/hints.js";
import type { TableSchema } from "../../../src/model/table-schema.js";
import { apply } from "../../../src/operation/apply.js";
import type { Operation } from "../../../src/operation/operation.js";
import { makePlan } from "../../../src/plan/plan.js";
import type { PlannedHalf, PlannedMigration } from "../../../src/plan/planned.js";
import { uniqueOf } from "../../support/build.js";
import { sqlite3 } from "../../support/clients.js";

const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };
const scope = { namespaces: [], unmanaged: [] };

type Change = (table: TableSchema) => TableSchema;

const nullable =
  (name: string, value: boolean): Change =>
  (table) => ({
    ...table,
    columns: table.columns.map((column) => (column.name === name ? { ...column, nullable: value } : column)),
  });

const renamedColumn =
  (from: string, to: string): Change =>
  (table) => ({
    ...table,
    columns: table.columns.map((column) => (column.name === from ? { ...column, name: to } : column)),
  });

const without =
  (name: string): Change =>
  (table) => ({ ...table, columns: table.columns.filter((column) => column.name !== name) });

function rename(noun: "table" | "column", table: string, from: string, to: string): RenameHint {
  return { noun, on: { schema: null, name: table }, from: [from], to, origin: { path: "a.covet", line: 1 } };
}

describe("sqlite rebuild", () => {
  let folder: string;
  let connection: Connection;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "covet-rebuild-"));
    connection = await sqlite.connect({ ...options, url: `sqlite:${join(folder, "a.db")}` });
  });
  afterEach(async () => {
    await connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const script = async (sql: string) => {
    for (const statement of sqlite.split(sql)) await connection.execute(statement.sql);
  };
  const rows = (sql: string) => connection.query(sql);

  async function plan(changes: Record<string, Change>, renames: readonly RenameHint[] = []): Promise<PlannedMigration> {
    const { schema } = await sqlite.introspect(connection, scope);
    const after = {
      ...schema,
      tables: schema.tables.map((table) => (changes[table.name] ?? ((same: TableSchema) => same))(table)),
    };
    const hints: Hints = { ...noHints, renames };
    const known = { has: () => false };
    const { plan } = await makePlan({ dialect: sqlite, connection, after, hints, scope, known });
    const [migration, ...more] = plan.migrations;
    if (migration === undefined || more.length > 0) throw new Error("not one migration");
    return migration;
  }

  async function run(half: PlannedHalf): Promise<void> {
    expect(half.irreversible).equal(null);
    await connection.begin();
    try {
      for (const { sql } of half.steps.flatMap(({ statements }) => statements)) await connection.execute(sql);
      await connection.commit();
    } finally {
      await connection.rollback();
    }
  }

  const kinds = (half: PlannedHalf) => half.steps.map(({ kind }) => kind);
  const schemaOf = () => rows("SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY type, name");
  const squeeze = (list: readonly Row[]) =>
    list.map((row) =>
      JSON.stringify(row)
        .replace(/\\n|["\\\s]/g, "")
        .toLowerCase(),
    );

  it("keeps children of ON DELETE CASCADE, self-references, views and triggers", async () => {
    await script(`
      CREATE TABLE users (id INTEGER PRIMARY KEY, name text, boss integer REFERENCES users (id) ON DELETE CASCADE);
      CREATE TABLE posts (id INTEGER PRIMARY KEY, author integer REFERENCES users (id) ON DELETE CASCADE);
      CREATE TABLE log (what text);
      CREATE INDEX users_name ON users (name) WHERE name <> 'x';
      CREATE VIEW names AS SELECT u.name, p.id FROM users u LEFT JOIN posts p ON p.author = u.id;
      CREATE VIEW twice AS SELECT name FROM names;
      CREATE TRIGGER users_log AFTER UPDATE OF name ON users WHEN new.name <> ';' BEGIN
        INSERT INTO log VALUES (CASE WHEN new.name = 'a' THEN 'A' ELSE old.name || ';' END);
        UPDATE posts SET author = author WHERE author = new.id;
      END;
      CREATE TRIGGER posts_log AFTER DELETE ON posts BEGIN UPDATE users SET name = name || '!' WHERE id = old.author; END;
      CREATE TRIGGER names_insert INSTEAD OF INSERT ON names BEGIN INSERT INTO users (name) VALUES (new.name); END;
      INSERT INTO users VALUES (1, 'ann', NULL), (2, 'bob', 1), (7, 'cy', 2);
      INSERT INTO posts VALUES (1, 1), (2, 7);`);
    const before = await schemaOf();
    const data = await rows("SELECT * FROM users, posts ORDER BY 1, 4");
    const migration = await plan({ users: nullable("name", false) });
    expect(kinds(migration.forward)).deep.equal(["REBUILD_TABLE"]);
    await run(migration.forward);
    expect(await rows("SELECT * FROM users, posts ORDER BY 1, 4")).deep.equal(data);
    const others = (list: readonly Row[]) => list.filter(({ name }) => name !== "users" && name !== "users_name");
    expect(others(await schemaOf())).deep.equal(others(before));
    await script("UPDATE users SET name = 'a' WHERE id = 1; DELETE FROM posts WHERE id = 1;");
    await script("INSERT INTO names (name) VALUES ('dee')");
    expect(await rows("SELECT what FROM log")).deep.equal([{ what: "A" }, { what: "a;" }]);
    expect(await rows("SELECT name FROM twice ORDER BY 1")).deep.equal([
      { name: "a!" },
      { name: "bob" },
      { name: "cy" },
      { name: "dee" },
    ]);
    await script("DELETE FROM users WHERE id = 1");
    expect(await rows("SELECT (SELECT count(*) FROM users) AS u, (SELECT count(*) FROM posts) AS p")).deep.equal([
      { u: 1, p: 0 },
    ]);
    await run(migration.backward);
    const users = (list: readonly Row[]) => list.filter(({ name }) => name === "users");
    expect(others(await schemaOf())).deep.equal(others(before));
    expect(squeeze(users(await schemaOf()))).deep.equal([
      "{type:table,name:users,sql:createtableusers(idintegerprimarykey,nametext,bossinteger,foreignkey(boss)referencesusers(id)ondeletecascade)}",
    ]);
  });

  it("keeps rowids, and numbers that AUTOINCREMENT has used up", async () => {
    await script(`
      CREATE TABLE plain (a text);
      INSERT INTO plain (rowid, a) VALUES (5, 'five'), (9, 'nine');
      CREATE TABLE odd (rowid text, a text);
      INSERT INTO odd (_rowid_, rowid, a) VALUES (4, 'r', 'four');
      CREATE TABLE auto (id INTEGER PRIMARY KEY AUTOINCREMENT, a text);
      INSERT INTO auto (a) VALUES ('x'), ('y'), ('z');
      DELETE FROM auto WHERE id = 3;
      CREATE TABLE emptied (id INTEGER PRIMARY KEY AUTOINCREMENT, a text);
      INSERT INTO emptied VALUES (40, 'x');
      DELETE FROM emptied;`);
    const tighten = nullable("a", false);
    await run((await plan({ plain: tighten, odd: tighten, auto: tighten, emptied: tighten })).forward);
    expect(await rows("SELECT rowid AS n, a FROM plain")).deep.equal([
      { n: 5, a: "five" },
      { n: 9, a: "nine" },
    ]);
    expect(await rows("SELECT _rowid_ AS n, rowid AS r, a FROM odd")).deep.equal([{ n: 4, r: "r", a: "four" }]);
    await script("INSERT INTO auto (a) VALUES ('new'); INSERT INTO emptied (a) VALUES ('new')");
    expect(await rows("SELECT max(id) AS n FROM auto")).deep.equal([{ n: 4 }]);
    expect(await rows("SELECT id AS n FROM emptied")).deep.equal([{ n: 41 }]);
  });

  it("lets no row vanish by a conflict clause", async () => {
    await script("CREATE TABLE t (id INTEGER PRIMARY KEY, a text); INSERT INTO t VALUES (1, 'x'), (2, 'x')");
    const settings = [{ name: "on_conflict", value: "replace" }];
    const migration = await plan({
      t: (table) => ({ ...table, constraints: [...table.constraints, uniqueOf(["a"], { settings })] }),
    });
    const guards = migration.forward.steps.flatMap(({ statements }) => statements.flatMap((item) => item.guards));
    expect(guards.map(({ kind }) => kind)).deep.equal(["fails"]);
    expect(await rows(guards[0]?.query ?? "")).length(1);
    expect(String(await run(migration.forward).catch((error: Error) => error))).match(/UNIQUE constraint failed/);
    await script("DELETE FROM t WHERE id = 2");
    await run(migration.forward);
    await script("INSERT INTO t VALUES (3, 'x')");
    expect(await rows("SELECT id FROM t")).deep.equal([{ id: 3 }]);
  });

  it("handles WITHOUT ROWID, STRICT, computed columns and names that need quotes", async () => {
    const odd = `odd "name"; -- %s 🦆`;
    const q = sqlite.quote(odd);
    await script(`
      CREATE TABLE ${q} (${q} text, n int, twice int AS (n * 2) STORED, more int AS (n + 1), PRIMARY KEY (${q}, n)) WITHOUT ROWID, STRICT;
      CREATE UNIQUE INDEX ${sqlite.quote(`${odd} idx`)} ON ${q} (more DESC, lower(${q}) COLLATE NOCASE);
      CREATE TRIGGER ${sqlite.quote(`${odd} trg`)} AFTER DELETE ON ${q} BEGIN SELECT ';'; END;
      INSERT INTO ${q} VALUES ('b', 2), ('a', 1);`);
    const migration = await plan({
      [odd]: (table) => ({
        ...table,
        settings: [],
        columns: table.columns.map((c) => (c.name === "n" ? { ...c, default: { sql: "7" } } : c)),
      }),
    });
    await run(migration.forward);
    const sql = `SELECT ${q} AS a, n, twice, more FROM ${q} ORDER BY 1`;
    const wanted = [
      { a: "a", n: 1, twice: 2, more: 2 },
      { a: "b", n: 2, twice: 4, more: 3 },
    ];
    expect(await rows(sql)).deep.equal(wanted);
    await run(migration.backward);
    expect(await rows(sql)).deep.equal(wanted);
    expect(await rows("SELECT strict, wr FROM pragma_table_list WHERE name LIKE 'odd%'")).deep.equal([
      { strict: 1, wr: 1 },
    ]);
  });

  it("runs as it is in the sqlite3 client", async () => {
    await script(`
      CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name text);
      CREATE TABLE posts (author integer REFERENCES users (id) ON DELETE CASCADE);
      CREATE VIEW names AS SELECT name FROM users;
      CREATE TRIGGER t AFTER INSERT ON users BEGIN SELECT CASE WHEN 1 THEN ';' END; END;
      INSERT INTO users VALUES (3, 'ann');
      INSERT INTO posts VALUES (3);`);
    const before = squeeze(await schemaOf());
    const migration = await plan({ users: nullable("name", false) });
    const program = await sqlite3();
    for (const half of [migration.forward, migration.backward]) {
      const text = half.steps.flatMap(({ statements }) => statements.map(({ sql }) => `${sql};\n`)).join("");
      const { stderr, status } = spawnSync(program, ["-bail", join(folder, "a.db")], { input: text, encoding: "utf8" });
      expect({ stderr, status }).deep.equal({ stderr: "", status: 0 });
      expect(await rows("SELECT (SELECT name FROM names) AS name, (SELECT author FROM posts) AS author")).deep.equal([
        { name: "ann", author: 3 },
      ]);
    }
    expect(squeeze(await schemaOf())).deep.equal(before);
  });

  it("makes triggers again on the right side of a rename, both ways", async () => {
    await script(`
      CREATE TABLE users (id INTEGER PRIMARY KEY, nick text, age int);
      CREATE TABLE log (what text);
      CREATE TRIGGER t AFTER UPDATE OF nick ON users BEGIN INSERT INTO log SELECT new.nick || nick FROM users; END;
      INSERT INTO users VALUES (1, 'ann', 3);`);
    const before = squeeze(await schemaOf());
    const change: Change = (table) => ({
      ...renamedColumn("nick", "handle")(nullable("age", false)(table)),
      name: "people",
    });
    const hints = [rename("table", "people", "users", "people"), rename("column", "people", "nick", "handle")];
    const migration = await plan({ users: change }, hints);
    expect(kinds(migration.forward)).members(["REBUILD_TABLE", "RENAME_TABLE", "RENAME_COLUMN"]);
    await run(migration.forward);
    await script("UPDATE people SET handle = 'bob'");
    expect(await rows("SELECT * FROM log")).deep.equal([{ what: "bobbob" }]);
    await run(migration.backward);
    expect(squeeze(await schemaOf())).deep.equal(before);
    await script("UPDATE users SET nick = 'cy'");
    expect(await rows("SELECT what FROM log")).deep.equal([{ what: "bobbob" }, { what: "cycy" }]);
  });

  it("says so where a trigger of the table speaks of something else that is renamed", async () => {
    await script(`
      CREATE TABLE users (id INTEGER PRIMARY KEY, age int);
      CREATE TABLE log (what text);
      CREATE TRIGGER t AFTER UPDATE ON users BEGIN INSERT INTO log VALUES (new.age); END;`);
    const change = { users: nullable("age", false), log: (table: TableSchema) => ({ ...table, name: "history" }) };
    const error = await plan(change, [rename("table", "history", "log", "history")]).catch((reason: Error) => reason);
    expect(error).instanceOf(Error);
    expect(String(error)).match(/trigger "t" speaks of something that is renamed.*plan the rename by itself first/);
  });

  it("never mixes a table with the one that takes its name", async () => {
    await script(`
      CREATE TABLE users (id INTEGER PRIMARY KEY, age int);
      CREATE TRIGGER t AFTER UPDATE ON users BEGIN SELECT old.age; END;
      INSERT INTO users VALUES (1, 3);`);
    const { schema } = await sqlite.introspect(connection, scope);
    const [users] = schema.tables;
    if (users === undefined) throw new Error("no table");
    const after = { ...schema, tables: [{ ...nullable("age", false)(users), name: "people" }, users] };
    const hints: Hints = { ...noHints, renames: [rename("table", "people", "users", "people")] };
    const input = { dialect: sqlite, connection, after, hints, scope, known: { has: () => false } };
    // The rows would go to `people`, made anew, while a new `users` takes the name its trigger is written for.
    const refusal = await makePlan(input).then(
      () => "planned",
      ({ message }: Error) => message,
    );
    expect(refusal).match(/people cannot be renamed and made anew at once/);
    expect(await rows("SELECT count(*) AS n FROM users")).deep.equal([{ n: 1 }]);
    // The same as a list of operations.
    const { schema: live } = await sqlite.introspect(connection, scope);
    const table = (name: string) => live.tables.filter((item) => item.name === name);
    const base = { ...live, tables: table("users") };
    const operations: Operation[] = [
      { verb: "rename", noun: "table", on: { schema: null }, from: "users", to: "elder" },
      ...table("users").map((item) => ({ verb: "create", noun: "table", on: { schema: null }, after: item }) as const),
      ...users.columns.slice(1).map(
        (column) =>
          ({
            verb: "alter",
            noun: "column",
            on: { schema: null, name: "elder" },
            before: column,
            after: { ...column, nullable: false },
          }) as const,
      ),
    ];
    const { unmanaged } = await sqlite.introspect(connection, scope);
    const context = {
      unmanaged,
      texts: new Map(),
      concurrent: () => false,
      using: () => null,
      version: connection.version,
    };
    const steps = sqlite.lower(operations, base, operations.reduce(apply, base), context);
    expect(steps.map(({ irreversible }) => irreversible).join()).match(/elder cannot be renamed and made anew at once/);
  });

  it("fails, and changes nothing, where a view or trigger speaks of a column that is gone", async () => {
    for (const blocker of [
      "CREATE VIEW v AS SELECT nick FROM users",
      "CREATE TRIGGER v AFTER DELETE ON users BEGIN SELECT old.nick; END",
    ]) {
      await script(`CREATE TABLE users (id INTEGER PRIMARY KEY, nick text UNIQUE, age int); ${blocker}`);
      const before = await schemaOf();
      const migration = await plan({
        users: (table) => ({ ...without("nick")(table), constraints: table.constraints.slice(0, 1) }),
      });
      expect(kinds(migration.forward)).deep.equal(["REBUILD_TABLE"]);
      const error = await run(migration.forward).catch((reason: Error) => reason);
      expect(String(error)).match(/no such column: (old\.)?nick/);
      expect(await schemaOf()).deep.equal(before);
      await script("DROP TABLE users");
      if (blocker.includes("VIEW")) await script("DROP VIEW v");
    }
  });

  it("refuses what SQLite cannot store, and a name that something else has", async () => {
    await script("CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT 1");
    const identity = {
      kind: "byDefault",
      sequence: {
        name: null,
        as: null,
        start: null,
        increment: null,
        minvalue: null,
        maxvalue: null,
        cache: null,
        cycle: false,
      },
    } as const;
    const change: Change = (table) => ({ ...table, columns: table.columns.map((column) => ({ ...column, identity })) });
    expect(String(await plan({ t: change }).catch((reason: Error) => reason))).match(
      /t\.a is identity, which SQLite has only/,
    );
    const { schema } = await sqlite.introspect(connection, scope);
    const [table] = schema.tables;
    if (table === undefined) throw new Error("no table");
    const after = { ...schema, tables: [table, { ...table, name: "V" }] };
    const input = { dialect: sqlite, connection, after, hints: noHints, scope, known: { has: () => false } };
    expect(String(await makePlan(input).catch((reason: Error) => reason))).match(
      /a view called V, which is not covet's/,
    );
  });
});
