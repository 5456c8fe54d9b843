/** The engines the suite runs on: a fresh database of each, and what each says of itself without covet's help. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connection } from "../../src/dialect/connection.js";
import type { Dialect } from "../../src/dialect/dialect.js";
import { pgDump, sqlite3 } from "./clients.js";
import { run } from "./servers/command.js";
import { connect, database, server } from "./servers.js";

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export interface TestEngine {
  readonly name: string;
  readonly dialect: Dialect;
  fresh(): Promise<FreshDatabase>;
  /** The schema as the engine's own tools tell it, in sorted lines; covet's own tables left out. */
  oracle(url: string): Promise<readonly string[]>;
}

const sqliteEngine = async (): Promise<TestEngine> => ({
  name: "sqlite",
  dialect: (await import("../../src/dialects/sqlite/dialect.js")).sqlite,
  async fresh() {
    const folder = await mkdtemp(join(tmpdir(), "covet-test-"));
    return { url: `sqlite:${join(folder, "test.db")}`, drop: () => rm(folder, { recursive: true, force: true }) };
  },
  async oracle(url) {
    const tables = `(select name from sqlite_schema where type = 'table' and substr(name, 1, 7) <> '_covet_' and name <> 'sqlite_sequence') m`;
    const output = await run(await sqlite3(), [
      url.slice("sqlite:".length),
      `select 'column', m.name, x.name, upper(x.type), x."notnull", x.dflt_value, x.pk, x.hidden from ${tables}, pragma_table_xinfo(m.name) x;`,
      `select 'index', m.name, case l.origin when 'c' then l.name end, l."unique", l.origin, l.partial, i.seqno, i.name, i."desc", i.coll
         from ${tables}, pragma_index_list(m.name) l, pragma_index_xinfo(l.name) i where i.key;`,
      `select 'key', m.name, f."table", f.seq, f."from", f."to", f.on_update, f.on_delete from ${tables}, pragma_foreign_key_list(m.name) f;`,
      `select 'flags', m.name, l.wr, l.strict from ${tables}, pragma_table_list l where l.name = m.name and l.schema = 'main';`,
    ]);
    return output.split("\n").sort();
  },
});

async function postgresEngine(version: 15 | 18): Promise<TestEngine> {
  return {
    name: `postgres${version}`,
    dialect: (await import("../../src/dialects/postgres/dialect.js")).postgres,
    fresh: () => database(`postgres${version}`),
    async oracle(url) {
      const text = await run(await pgDump(version), ["--schema-only", "--no-owner", "--exclude-table=_covet_*", url]);
      // Column order cannot be restored, so the lines are compared as a set; the last of a list has no comma.
      return (
        text
          .split("\n")
          // From 18 on NOT NULL has a name, which a rename keeps and covet does not manage.
          .map((line) => line.replace(/,$/, "").replace(/ CONSTRAINT \S+_not_null NOT NULL/, " NOT NULL"))
          .filter((line) => !/^(--|\\(un)?restrict |SET |SELECT pg_catalog\.set_config|$)/.test(line))
          .sort()
      );
    },
  };
}

/** `oracle`: what the server prints of each table, as sorted lines. */
async function mysqlEngine(name: "mysql9" | "mariadb1011"): Promise<TestEngine> {
  const { mysql, mariadb } = await import("../../src/dialects/mysql/dialect.js");
  return {
    name,
    dialect: name === "mysql9" ? mysql : mariadb,
    async fresh() {
      const { admin } = await server(name);
      // A schema of the cases is a database here, so it outlives the one that a case is given.
      await admin.query("drop database if exists billing");
      return database(name);
    },
    async oracle(url) {
      const admin = await connect(name, url);
      try {
        const tables = await admin.query(
          `select table_schema as place, table_name as name from information_schema.tables
           where table_schema in (database(), 'billing') and left(table_name, 7) <> '_covet_'`,
        );
        const lines: string[] = [];
        for (const { place, name: table } of tables) {
          const quoted = [place, table].map((word) => `\`${String(word).replaceAll("`", "``")}\``).join(".");
          const [row] = await admin.query(`show create table ${quoted}`);
          const text = String(row?.["Create Table"] ?? row?.["Create View"]);
          // Column order is not kept; where a counter stands, and the number of a check without a name, mean nothing.
          const plain = (line: string) => line.replace(/,$/, "").replace(/ AUTO_INCREMENT=\d+/, "");
          lines.push(...text.split("\n").map((line) => plain(line).replace(/_check\d+` CHECK/, "_check` CHECK")));
        }
        return lines.sort();
      } finally {
        await admin.close();
      }
    },
  };
}

const engines: Readonly<Record<string, () => Promise<TestEngine>>> = {
  sqlite: sqliteEngine,
  postgres15: () => postgresEngine(15),
  postgres18: () => postgresEngine(18),
  mysql9: () => mysqlEngine("mysql9"),
  mariadb1011: () => mysqlEngine("mariadb1011"),
};

/** All, or those that `COVET_TEST_ENGINES=sqlite,postgres18` names. */
export const testEngines: readonly TestEngine[] = await Promise.all(
  Object.entries(engines)
    .filter(([name]) => (process.env.COVET_TEST_ENGINES ?? name).split(",").includes(name))
    .map(([, load]) => load()),
);

/** Every row of a table as text, sorted; columns in the order of their names. */
export async function rowsOf(connection: Connection, quotedTable: string): Promise<string[]> {
  const rows = await connection.query(`SELECT * FROM ${quotedTable}`);
  return rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)),
        (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value),
      ),
    )
    .sort();
}
