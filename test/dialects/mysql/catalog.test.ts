/** Databases made by hand, as they are read. */

import { expect } from "chai";
import type { ForeignKeySchema } from "../../../src/model/constraint-schema.js";
import type { TableSchema } from "../../../src/model/table-schema.js";
import {
  checkOf,
  columnOf,
  foreignKeyOf,
  indexOf,
  named,
  partOf,
  primaryKeyOf,
  tableOf,
  typeOf,
} from "../../support/build.js";
import { servers, World } from "./both-ways.js";

for (const server of servers)
  describe(`introspect on ${server}`, function () {
    this.timeout(60_000);
    const isMysql = server === "mysql9";
    const dialect = World.dialect(server);
    let world: World;
    beforeEach(async () => {
      world = await World.open(server);
    });
    afterEach(() => world?.close());

    async function read(...statements: string[]): Promise<readonly TableSchema[]> {
      for (const sql of statements) await world.connection.execute(sql);
      return (await dialect.introspect(world.connection, { namespaces: [], unmanaged: [] })).schema.tables;
    }
    const varchar = (size: string) => typeOf("varchar", { args: [size] });
    const omitted = isMysql ? "noAction" : "restrict";

    it("columns with all they can have", async () => {
      const [table] = await read(
        `CREATE TABLE t (
          id bigint unsigned AUTO_INCREMENT PRIMARY KEY, n int NOT NULL DEFAULT -1 COMMENT 'it''s',
          s varchar(20) COLLATE utf8mb4_bin DEFAULT 'a''b\\\\c\\nd é ?', u varchar(36) DEFAULT (uuid()),
          m text DEFAULT ('hey'), b bool DEFAULT true, e enum('x', 'y') NOT NULL DEFAULT 'y',
          at datetime(3) DEFAULT now(3) ON UPDATE now(3), g int AS (n + 1) STORED, v varchar(20) AS (lower(s)) VIRTUAL,
          h int INVISIBLE DEFAULT 5, j json, d decimal(8,2) DEFAULT 1, z timestamp NULL
        ) AUTO_INCREMENT = 70 COMMENT = 'of things'`,
      );
      const maybe = { nullable: true };
      expect(table).to.deep.equal(
        tableOf("t", {
          comment: "of things",
          columns: [
            columnOf("id", typeOf("bigint", { unsigned: true }), {
              identity: {
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
              },
            }),
            columnOf("n", "int", { default: { sql: "-1" }, comment: "it's" }),
            columnOf("s", varchar("20"), {
              ...maybe,
              collation: "utf8mb4_bin",
              default: { sql: "'a''b\\\\c\\nd é ?'" },
            }),
            columnOf("u", varchar("36"), { ...maybe, default: { sql: "uuid()" } }),
            columnOf("m", "text", { ...maybe, default: { sql: "'hey'" } }),
            columnOf("b", typeOf("tinyint", { args: ["1"] }), { ...maybe, default: { sql: "1" } }),
            columnOf("e", typeOf("enum", { args: ["'x'", "'y'"] }), { default: { sql: "'y'" } }),
            columnOf("at", typeOf("datetime", { args: ["3"] }), {
              ...maybe,
              default: { sql: "current_timestamp(3)" },
              settings: [{ name: "on_update", value: "current_timestamp(3)" }],
            }),
            columnOf("g", "int", { ...maybe, generated: { expression: { sql: "`n` + 1" }, storage: "stored" } }),
            columnOf("v", varchar("20"), {
              ...maybe,
              generated: { expression: { sql: isMysql ? "lower(`s`)" : "lcase(`s`)" }, storage: "virtual" },
            }),
            columnOf("h", "int", {
              ...maybe,
              default: { sql: "5" },
              settings: [{ name: "invisible", value: null }],
            }),
            columnOf("j", "json", maybe),
            columnOf("d", typeOf("decimal", { args: ["8", "2"] }), { ...maybe, default: { sql: "1.00" } }),
            columnOf("z", typeOf("timestamptz", { args: ["0"] }), maybe),
          ],
          constraints: [primaryKeyOf(["id"])],
        }),
      );
    });

    it("indexes with all they can have", async () => {
      const [table] = await read(
        `CREATE TABLE t (a int NOT NULL, s varchar(20), p point NOT NULL, ${isMysql ? "KEY ex ((lower(s)) DESC, a), " : ""}
          UNIQUE KEY u (a, s) COMMENT 'two', KEY d (a DESC), KEY pre (s(5)),
          KEY un (a) ${isMysql ? "INVISIBLE" : "IGNORED"}, FULLTEXT KEY ft (s) ${isMysql ? "WITH PARSER ngram" : ""}, SPATIAL KEY sp (p))`,
      );
      const expected = [
        indexOf("d", [partOf("a", { descending: true })]),
        ...(isMysql ? [indexOf("ex", [partOf({ sql: "lower(`s`)" }, { descending: true }), "a"])] : []),
        indexOf("ft", ["s"], { method: "fulltext", settings: isMysql ? [{ name: "parser", value: "ngram" }] : [] }),
        indexOf("pre", [partOf("s", { prefix: 5 })]),
        indexOf("sp", ["p"], { method: "spatial" }),
        indexOf("u", ["a", "s"], { unique: true, comment: "two" }),
        indexOf("un", ["a"], { settings: [{ name: isMysql ? "invisible" : "ignored", value: null }] }),
      ];
      const byName = [...(table?.indexes ?? [])].sort((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
      expect(byName).to.deep.equal(expected);
    });

    it("constraints with all they can have", async () => {
      const [child] = await read(
        "CREATE TABLE p (a int, b int, PRIMARY KEY (b, a), UNIQUE KEY (a))",
        `CREATE TABLE c (x int, y int, z int, w int${isMysql ? ", CONSTRAINT w CHECK (w > 0)" : " CHECK (w > 0)"},
          CONSTRAINT small CHECK (w < 10)${isMysql ? " NOT ENFORCED" : ""},
          CONSTRAINT both_ FOREIGN KEY (x, y) REFERENCES p (b, a) ON DELETE SET NULL ON UPDATE RESTRICT,
          CONSTRAINT one_ FOREIGN KEY (z) REFERENCES p (a))`,
      );
      const keys = child?.constraints.filter((rule): rule is ForeignKeySchema => rule.kind === "foreignKey");
      expect(keys).to.deep.equal([
        foreignKeyOf(["x", "y"], named("p"), ["b", "a"], {
          name: "both_",
          onDelete: "setNull",
          onUpdate: omitted,
        }),
        foreignKeyOf(["z"], named("p"), ["a"], { name: "one_", onDelete: omitted, onUpdate: omitted }),
      ]);
      const checks = child?.constraints.filter(({ kind }) => kind === "check");
      // MariaDB keeps a check on a column's line as a part of the column, without a name of its own.
      expect(checks).to.deep.equal([
        checkOf("`w` < 10", { name: "small", enforced: !isMysql }),
        checkOf("`w` > 0", { name: isMysql ? "w" : null }),
      ]);
      // The indexes the engine made for the keys are there like any other.
      expect(child?.indexes.map(({ name }) => name)).to.deep.equal(["both_", "one_"]);
    });

    it("settings of tables, where they are not the server's own", async () => {
      const tables = await read(
        "CREATE TABLE a (x varchar(9), y varchar(9) COLLATE utf8mb4_bin) ENGINE = MyISAM CHECKSUM = 1 COLLATE latin1_bin",
        "CREATE TABLE b (x int) ENGINE = InnoDB ROW_FORMAT = DYNAMIC",
        "CREATE TABLE c (x int) ROW_FORMAT = COMPRESSED KEY_BLOCK_SIZE = 8 STATS_PERSISTENT = 0",
      );
      expect(
        tables.map(({ name, settings }) => [name, settings.map((one) => `${one.name}(${one.value})`)]),
      ).to.deep.equal([
        ["a", ["checksum(1)", "collate(latin1_bin)", "engine(myisam)"]],
        ["b", []],
        ["c", ["key_block_size(8)", "row_format(compressed)", "stats_persistent(0)"]],
      ]);
      expect(tables[0]?.columns.map(({ collation }) => collation)).to.deep.equal([null, "utf8mb4_bin"]);
    });

    it("what is not covet's is listed, and its own tables are not there", async () => {
      for (const sql of [
        "CREATE TABLE t (a int)",
        "CREATE TABLE legacy_1 (a int)",
        "CREATE TABLE _covet_x (a int)",
        "CREATE TABLE parts (a int NOT NULL) PARTITION BY HASH (a) PARTITIONS 2",
        "CREATE VIEW v AS SELECT a FROM t",
        "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET new.a = 1",
        "CREATE PROCEDURE pr() SELECT 1",
        "CREATE EVENT ev ON SCHEDULE EVERY 1 YEAR DO SELECT 1",
      ])
        await world.connection.execute(sql);
      const found = await dialect.introspect(world.connection, { namespaces: [], unmanaged: ["legacy_*"] });
      expect(found.schema.tables.map(({ name }) => name)).to.deep.equal(["t"]);
      expect(found.unmanaged.map(({ kind, name, on }) => [kind, name, on?.name ?? null])).to.have.deep.members([
        ["table", "legacy_1", null],
        ["partitioned table", "parts", null],
        ["view", "v", null],
        ["trigger", "tr", "t"],
        ["procedure", "pr", null],
        ["event", "ev", null],
      ]);
    });

    it("characters beyond three bytes, where the server keeps them", async () => {
      const [table] = await read(
        `CREATE TABLE t (a varchar(20) DEFAULT (concat('🙂', 'é?')), b text DEFAULT ('🦆'), c varchar(9) AS (concat(b, '🙂')),
          d varchar(9) DEFAULT '?', CONSTRAINT k CHECK (d <> '🙂'))`,
      );
      expect(table?.columns.map((column) => (column.default ?? column.generated?.expression)?.sql)).to.deep.equal([
        "concat('🙂','é?')",
        "'🦆'",
        "concat(`b`,'🙂')",
        "'?'",
      ]);
      expect(table?.constraints).to.deep.equal([checkOf("`d` <> '🙂'", { name: "k" })]);
    });

    it("another database, where the files name it", async () => {
      const other = `${world.database.name}_b`;
      await world.connection.execute(`CREATE DATABASE ${other} COLLATE utf8mb4_bin`);
      try {
        await world.connection.execute(`CREATE TABLE ${other}.p (id int PRIMARY KEY, s varchar(9))`);
        await world.connection.execute(`CREATE TABLE c (a int, FOREIGN KEY (a) REFERENCES ${other}.p (id))`);
        const { schema } = await dialect.introspect(world.connection, { namespaces: [other], unmanaged: [] });
        expect(schema.namespaces).to.deep.equal([{ name: other, comment: null }]);
        expect(schema.tables.map(({ schema: place, name, settings }) => [place, name, settings])).to.deep.equal([
          [null, "c", []],
          [other, "p", []],
        ]);
        const [key] = schema.tables[0]?.constraints ?? [];
        expect(key?.kind === "foreignKey" && key.table).to.deep.equal({ schema: other, name: "p" });
      } finally {
        await world.connection.execute("DROP TABLE c");
        await world.connection.execute(`DROP DATABASE ${other}`);
      }
      const own = { namespaces: [world.database.name], unmanaged: [] };
      const error = await dialect.introspect(world.connection, own).catch((failure: Error) => failure.message);
      expect(error).to.equal(
        `the schema files name the schema ${world.database.name}, which is this connection's own database`,
      );
    });
  });
