/** Reading databases that others made: everything kept, nothing guessed, what is not understood left alone. */

import { expect } from "chai";
import type { Connection } from "../../../src/dialect/connection.js";
import { sqlite } from "../../../src/dialects/sqlite/dialect.js";
import { diff } from "../../../src/diff/diff.js";
import { order } from "../../../src/diff/order.js";
import { emptySchema } from "../../../src/model/database-schema.js";
import type { TableSchema } from "../../../src/model/table-schema.js";
import {
  checkOf,
  columnOf,
  foreignKeyOf,
  indexOf,
  named,
  partOf,
  primaryKeyOf,
  typeOf,
  uniqueOf,
} from "../../support/build.js";
import { unordered } from "../../support/operations.js";

const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };

async function open(sql: string): Promise<Connection> {
  const connection = await sqlite.connect({ ...options, url: "sqlite::memory:" });
  for (const statement of sqlite.split(sql)) await connection.execute(statement.sql);
  return connection;
}

async function read(sql: string, unmanaged: readonly string[] = []) {
  const connection = await open(sql);
  try {
    return await sqlite.introspect(connection, { namespaces: [], unmanaged });
  } finally {
    await connection.close();
  }
}

async function table(sql: string): Promise<TableSchema> {
  const { schema, unmanaged } = await read(sql);
  const [first] = schema.tables;
  if (first === undefined) throw new Error(`not read: ${unmanaged.map(({ kind }) => kind).join(", ")}`);
  return first;
}

const text = (sql: string) => ({ sql });

describe("sqlite introspect", () => {
  it("reads what the pragmas lose", async () => {
    const read = await table(`create table if not exists main.[odd "t"] -- a comment
      ( \`a b\` integer primary key on conflict replace autoincrement, /* ; */
        "quo""te" VarChar (10) collate NOCASE constraint nn not null on conflict ignore default 'it''s',
        c text constraint "c check" check (c <> ')' /* in */ and length(c) > 1) unique on conflict replace,
        d decimal(10,2) default (1 + 2), e, f int default -1, g default "text", h default current_timestamp,
        i as (f * 2), j text generated always as (lower(c)) stored, k "a type"(3), l unsigned big int null,
        constraint u unique (c, d), constraint "" check (d > 0) check ((f)) , foreign key (f, d) references T2)`);
    expect(read).deep.equal({
      ...read,
      name: 'odd "t"',
      columns: [
        columnOf("a b", "integer", {
          identity: read.columns[0]?.identity ?? null,
          settings: [{ name: "autoincrement", value: null }],
        }),
        columnOf('quo"te', typeOf("varchar", { args: ["10"] }), {
          collation: "nocase",
          default: text("'it''s'"),
          settings: [{ name: "not_null_on_conflict", value: "ignore" }],
        }),
        columnOf("c", "text", { nullable: true }),
        columnOf("d", typeOf("decimal", { args: ["10", "2"] }), { nullable: true, default: text("1 + 2") }),
        columnOf("e", "_", { nullable: true }),
        columnOf("f", "int", { nullable: true, default: text("-1") }),
        columnOf("g", "_", { nullable: true, default: text("'text'") }),
        columnOf("h", "_", { nullable: true, default: text("current_timestamp") }),
        columnOf("i", "_", { nullable: true, generated: { expression: text("f * 2"), storage: "virtual" } }),
        columnOf("j", "text", { nullable: true, generated: { expression: text("lower(c)"), storage: "stored" } }),
        columnOf("k", "a type", { nullable: true }),
        columnOf("l", "unsigned big int", { nullable: true }),
      ],
      constraints: [
        primaryKeyOf(["a b"], { settings: [{ name: "on_conflict", value: "replace" }] }),
        checkOf("c <> ')' /* in */ and length(c) > 1", { name: "c check" }),
        uniqueOf(["c"], { settings: [{ name: "on_conflict", value: "replace" }] }),
        uniqueOf(["c", "d"], { name: "u" }),
        checkOf("d > 0", { name: "" }),
        checkOf("(f)"),
        foreignKeyOf(["f", "d"], named("T2"), []),
      ],
      indexes: [],
      settings: [],
    });
    expect(read.columns[0]?.identity?.kind).equal("byDefault");
  });

  it("follows foreign keys in any case, to the primary key where no columns are named", async () => {
    const { schema } = await read(
      `
      CREATE TABLE Parent (B int, "A a" int, PRIMARY KEY ("a A", b)) ;
      CREATE TABLE child (x, y, z REFERENCES ELSEWHERE (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (X, y) REFERENCES parent ON UPDATE SET NULL ON DELETE CASCADE MATCH FULL NOT DEFERRABLE,
        FOREIGN KEY (y) REFERENCES PARENT (b) DEFERRABLE INITIALLY IMMEDIATE)`.replace('"a A"', '"a a"'),
    );
    expect(schema.tables[1]?.constraints).deep.equal([
      foreignKeyOf(["z"], named("ELSEWHERE"), ["id"], { deferrable: "initiallyDeferred" }),
      foreignKeyOf(["x", "y"], named("Parent"), ["A a", "B"], {
        onUpdate: "setNull",
        onDelete: "cascade",
        match: "full",
      }),
      foreignKeyOf(["y"], named("Parent"), ["B"], { deferrable: "deferrable" }),
    ]);
  });

  it("reads indexes", async () => {
    const { indexes } = await table(`CREATE TABLE t (a text collate nocase, "b c" int, d);
      CREATE UNIQUE INDEX "i 1" ON T ("b c" DESC, A collate RTRIM asc, lower(a) COLLATE nocase DESC) WHERE "b c" > 0 AND a <> ')';
      CREATE INDEX i2 ON t (a || 'desc', (d), cast(d as text))`);
    expect(indexes).deep.equal([
      indexOf(
        "i 1",
        [
          partOf("b c", { descending: true }),
          partOf("a", { collation: "rtrim" }),
          partOf(text("lower(a)"), { collation: "nocase", descending: true }),
        ],
        { unique: true, where: text("\"b c\" > 0 AND a <> ')'") },
      ),
      indexOf("i2", [partOf(text("a || 'desc'")), "d", partOf(text("cast(d as text)"))]),
    ]);
  });

  it("knows the integer that is the rowid, and no other", async () => {
    const cases: readonly (readonly [sql: string, isAlias: boolean])[] = [
      ["CREATE TABLE t (a INTEGER PRIMARY KEY)", true],
      ["CREATE TABLE t (a integer not null, PRIMARY KEY (A))", true],
      ["CREATE TABLE t (a INT PRIMARY KEY)", false],
      ["CREATE TABLE t (a INTEGER(4) PRIMARY KEY)", false],
      ["CREATE TABLE t (a INTEGER PRIMARY KEY) WITHOUT ROWID", false],
      ["CREATE TABLE t (a INTEGER, b, PRIMARY KEY (a, b))", false],
      ["CREATE TABLE t (a INTEGER UNIQUE)", false],
    ];
    for (const [sql, isAlias] of cases) {
      const connection = await open(sql);
      const list = isAlias || !sql.includes("b,") ? "(a) VALUES (7)" : "VALUES (7, 1)";
      await connection.execute(`INSERT INTO t ${list}`);
      const same = await connection.query("SELECT rowid = a AS same FROM t").catch(() => [{ same: 0 }]);
      expect(same, `SQLite: ${sql}`).deep.equal([{ same: isAlias ? 1 : 0 }]);
      await connection.close();
      expect((await table(sql)).columns[0]?.identity !== null, sql).equal(isAlias);
    }
  });

  it("folds back only covet's own spelling of an enum", async () => {
    const isEnum = async (column: string) =>
      (await table(`CREATE TABLE t (${column})`)).columns[0]?.type.name === "enum";
    expect(await isEnum(`"r" text CHECK ("r" IN ('a', 'it''s'))`)).equal(true);
    for (const column of [
      `r text CHECK (r IN ('a', 'b'))`,
      `"r" text CHECK ("r" in ('a', 'b'))`,
      `"r" text CHECK ("r" IN ('a','b'))`,
      `"r" text CONSTRAINT c CHECK ("r" IN ('a', 'b'))`,
      `"r" varchar CHECK ("r" IN ('a', 'b'))`,
      `"r" text, CHECK ("r" IN ('a', 'b'))`,
      `"r" text, s text CHECK ("r" IN ('a', 'b'))`,
      `"r" text CHECK ("r" IN ('a', 'b') OR 1)`,
    ])
      expect(await isEnum(column), column).equal(false);
  });

  it("lists what is not covet's: views, triggers, virtual and shadow tables, patterns; and not what is SQLite's or its own", async () => {
    const { schema, unmanaged } = await read(
      `CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name text UNIQUE);
       CREATE TABLE legacy_a (a); CREATE INDEX legacy_i ON legacy_a (a);
       CREATE TABLE "odd name" (a);
       CREATE TABLE _covet_migrations (id); CREATE INDEX i ON _covet_migrations (id);
       CREATE VIEW v AS SELECT missing FROM nowhere;
       CREATE TRIGGER t AFTER INSERT ON USERS BEGIN SELECT 1; END;
       CREATE VIRTUAL TABLE docs USING fts5(body);
       ANALYZE`,
      ["LEGACY_*", '"odd name"'],
    );
    expect(schema.tables.map(({ name }) => name)).deep.equal(["users"]);
    const shadows = ["docs_data", "docs_idx", "docs_content", "docs_docsize", "docs_config"];
    expect(unmanaged.map(({ kind, name, on }) => [kind, name, on?.name])).deep.equal([
      ["table", "legacy_a", undefined],
      ["table", "odd name", undefined],
      ["view", "v", undefined],
      ["trigger", "t", "users"],
      ["virtual table", "docs", undefined],
      ...shadows.map((name) => ["shadow table", name, undefined]),
    ]);
    expect(unmanaged[3]?.sql).equal("CREATE TRIGGER t AFTER INSERT ON USERS BEGIN SELECT 1; END");
  });

  it("leaves a table alone that the model cannot hold, with the reason", async () => {
    for (const [sql, reason] of [
      ["CREATE TABLE t (a INTEGER PRIMARY KEY DESC)", /descending primary key/],
      ["CREATE TABLE t (a, UNIQUE (a DESC))", /descending order/],
      ["CREATE TABLE t (a, UNIQUE (a COLLATE NOCASE))", /collation of its own/],
    ] as const) {
      const { schema, unmanaged } = await read(sql);
      expect(schema.tables).deep.equal([]);
      expect(unmanaged[0]?.kind)
        .match(/^table covet cannot read/)
        .match(reason);
    }
  });

  it("reads what SQLite makes of a table in place", async () => {
    const { columns, constraints } =
      await table(`CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (a, CHECK (a > 1));
      ALTER TABLE t ADD COLUMN b integer REFERENCES p (id) CHECK (b <> 2);
      ALTER TABLE t ADD COLUMN [c,] text NOT NULL DEFAULT '),';
      ALTER TABLE t RENAME COLUMN a TO "select";
      ALTER TABLE p RENAME TO q; DROP TABLE q; ALTER TABLE t RENAME TO s`);
    expect(columns.map(({ name }) => name)).deep.equal(["select", "b", "c,"]);
    expect(constraints).deep.equal([
      foreignKeyOf(["b"], named("q"), ["id"]),
      checkOf("b <> 2"),
      checkOf('"select" > 1'),
    ]);
  });

  it("writes again what it has read", async () => {
    const source = await open(`
      CREATE TABLE a (id INTEGER PRIMARY KEY ON CONFLICT IGNORE AUTOINCREMENT, b INTEGER UNSIGNED DEFAULT (-(1)), c DEFAULT x'00', d "DOUBLE  precision"(1,+2));
      CREATE TABLE b (k TEXT PRIMARY KEY, v ANY) WITHOUT ROWID, STRICT;
      CREATE TABLE c ("x y" TEXT COLLATE "RTRIM" DEFAULT CURRENT_DATE, z GENERATED ALWAYS AS ("x y" || '''') , CONSTRAINT "n n" PRIMARY KEY ("x y"));
      CREATE UNIQUE INDEX i ON c ("x y" COLLATE NOCASE DESC, (length("x y") + 1)) WHERE "x y" IS NOT NULL`);
    const { schema } = await sqlite.introspect(source, { namespaces: [], unmanaged: [] });
    expect(schema.tables).length(3);
    const copy = await open("");
    const context = {
      unmanaged: [],
      texts: new Map(),
      concurrent: () => false,
      using: () => null,
      version: copy.version,
    };
    for (const step of sqlite.lower(order(diff(emptySchema, schema)), emptySchema, schema, context))
      for (const { sql } of step.statements) await copy.execute(sql);
    const again = await sqlite.introspect(copy, { namespaces: [], unmanaged: [] });
    expect(unordered(again.schema)).deep.equal(unordered(schema));
    await source.close();
    await copy.close();
  });

  it("asks the same few questions of any number of tables", async () => {
    const count = async (tables: number) => {
      const asked: string[] = [];
      const connection = await sqlite.connect({
        ...options,
        url: "sqlite::memory:",
        onStatement: (sql) => asked.push(sql),
      });
      for (let n = 0; n < tables; n++) await connection.execute(`CREATE TABLE t${n} (a INTEGER PRIMARY KEY, b UNIQUE)`);
      asked.length = 0;
      await sqlite.introspect(connection, { namespaces: [], unmanaged: [] });
      await connection.close();
      return asked.length;
    };
    expect(await count(1)).equal(4);
    expect(await count(40)).equal(4);
  });
});
