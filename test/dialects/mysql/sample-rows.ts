/** Rows for a random schema, such that changes lose some, are refused for some, and keep most. */

import type { Connection } from "../../../src/dialect/connection.js";
import { quote, quoteName } from "../../../src/dialects/mysql/syntax.js";
import type { ColumnSchema } from "../../../src/model/column-schema.js";
import type { DatabaseSchema } from "../../../src/model/database-schema.js";
import { formatName } from "../../../src/model/name.js";
import type { TableSchema } from "../../../src/model/table-schema.js";

const long = `'${"long ☃ ".repeat(20)}'`;

/** Values by type; rows of a key take one after the other, other columns repeat the first ones. */
const values: Readonly<Record<string, readonly string[]>> = {
  tinyint: ["1", "0", "2", "3", "4", "5"],
  smallint: ["1", "2", "-3", "300", "13", "6"],
  int: ["1", "2", "-3", "70000", "13", "6"],
  bigint: ["1", "2", "-3", "5000000000", "13", "6"],
  decimal: ["1", "2.5", "-3", "12345.67", "13", "6"],
  double: ["1", "2.5", "-3", "1e15", "13", "0.1"],
  varchar: ["'a'", "'B '", "'é'", "'a good deal longer than twenty'", "''", "'it''s'"],
  char: ["'a'", "'B'", "'é'", "'1'", "''", "'☃'"],
  mediumtext: ["'a'", "'B '", "'é'", long, "''", "'A'"],
  datetime: [
    "'2026-01-01'",
    "'2026-01-02 03:04:05.678901'",
    "'1960-01-01'",
    "'2026-01-04'",
    "'2026-01-05'",
    "'2039-01-01'",
  ],
  timestamptz: [
    "'2026-01-01'",
    "'2026-01-02 03:04:05.678'",
    "'2026-01-03'",
    "'2026-01-04'",
    "'2026-01-05'",
    "'2026-01-06'",
  ],
  date: ["'2026-01-01'", "'2026-01-02'", "'1960-01-03'", "'2026-01-04'", "'2026-01-05'", "'2026-01-06'"],
  json: ["'{\"n\": 1}'", "'[]'", "'null'", "'{\"n\": 4}'", "'\"text\"'", "'6'"],
  varbinary: ["x'00ff'", "x'6120'", "x''", "x'41'", "x'61'", "x'27'"],
};

/** Those that break a rule stay away. */
export async function insertRows(connection: Connection, schema: DatabaseSchema): Promise<void> {
  let waiting = schema.tables.flatMap((table) => [0, 1, 2, 3, 4, 5].map((n) => ({ table, n })));
  // Parents may come after their children.
  for (let round = 0, left = -1; round < 4 && left !== waiting.length; round++) {
    left = waiting.length;
    const refused: typeof waiting = [];
    for (const row of waiting) {
      const done =
        (await insert(connection, row.table, row.n, false)) || (await insert(connection, row.table, row.n, true));
      if (!done) refused.push(row);
    }
    waiting = refused;
  }
}

function insert(connection: Connection, table: TableSchema, n: number, sparse: boolean): Promise<boolean> {
  const columns = table.columns.filter(({ generated }) => generated === null);
  const list = columns.map(({ name }) => quote(name)).join(", ");
  const row = columns.map((column) => valueFor(column, table, n, sparse)).join(", ");
  return connection.execute(`INSERT INTO ${quoteName(table)} (${list}) VALUES (${row})`).then(
    () => true,
    () => false,
  );
}

function valueFor(column: ColumnSchema, table: TableSchema, n: number, sparse: boolean): string {
  const { name, type, nullable, identity } = column;
  if (nullable && (sparse || n === 5)) return "NULL";
  if (identity !== null) return String(n + 1);
  const list = type.name === "enum" ? type.args : (values[type.name] ?? []);
  const isKey =
    table.indexes.some((index) => index.unique && index.parts.some((part) => part.column === name)) ||
    table.constraints.some((key) => key.kind === "primaryKey" && key.columns.includes(name));
  const at = isKey || n === 3 ? n : n % 3;
  const value = list[at % list.length];
  if (value === undefined) throw new Error(`no sample of ${type.name}`);
  return value;
}

/** A line for each row: columns by name, hidden ones too. */
export async function rowsOf(connection: Connection, schema: DatabaseSchema): Promise<string[]> {
  const lines: string[] = [];
  for (const table of schema.tables) {
    const names = table.columns.map(({ name }) => quote(name)).sort();
    for (const row of await connection.query(`SELECT ${names.join(", ")} FROM ${quoteName(table)}`))
      lines.push(`${formatName(table)} ${JSON.stringify(row, plain)}`);
  }
  return lines.sort();
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
