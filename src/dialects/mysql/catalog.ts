/** Reads a whole database in a constant number of queries and puts the pieces together. */

import { Failure } from "../../diagnostic/failure.js";
import type { Connection } from "../../dialect/connection.js";
import type { Introspection, Scope, UnmanagedObject } from "../../dialect/dialect.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { columnsQuery, readColumn } from "./columns.js";
import { actionsQuery, foreignKeysQuery, readCheck, readForeignKey, readPrimaryKey } from "./constraints.js";
import type { Flavor } from "./facts.js";
import { indexesQuery, readIndex, readParsers } from "./indexes.js";
import { withJson } from "./json.js";
import { namespacesQuery, readNamespace } from "./namespaces.js";
import { CatalogRow } from "./rows.js";
import { databaseList, isOwnBookkeeping, unmanagedIn } from "./scope.js";
import { isLossy, type PrintedTexts, readShowCreate, withFullTexts } from "./show-create.js";
import { quoteName } from "./syntax.js";
import { readTable, tablesQuery } from "./tables.js";
import { foreignKind, readUnmanaged, unmanagedQueries } from "./unmanaged.js";

interface TableParts {
  readonly table: TableSchema;
  readonly collation: string | null;
  readonly columns: ColumnSchema[];
  readonly constraints: ConstraintSchema[];
  readonly indexes: IndexSchema[];
}

export async function introspect(connection: Connection, scope: Scope, flavor: Flavor): Promise<Introspection> {
  const read = async (sql: string) => (await connection.query(sql)).map((row) => new CatalogRow(row));
  const own = (await read("SELECT database() AS name"))[0]?.text("name") ?? "";
  if (scope.namespaces.includes(own))
    throw new Failure(`the schema files name the schema ${own}, which is this connection's own database`, {
      hint: `leave \`${own}.\` out: names without a schema mean ${own} here`,
    });
  const databases = [own, ...scope.namespaces];

  const namespaces = await read(namespacesQuery(databases));
  const collations = new Map(namespaces.map((row) => [row.text("name"), row.text("collation")]));
  const isUnmanaged = unmanagedIn(scope);
  const unmanaged: UnmanagedObject[] = [];
  const tables = new Map<string, TableParts>();
  for (const row of await read(tablesQuery(databases))) {
    const table = readTable(row, own, collations.get(row.text("place")) ?? "");
    if (isOwnBookkeeping(table.name)) continue;
    const kind = foreignKind(row) ?? (isUnmanaged(table) ? "table" : null);
    const collation = row.textOrNull("collation");
    if (kind === null)
      tables.set(key(row.text("place"), table.name), { table, collation, columns: [], constraints: [], indexes: [] });
    else unmanaged.push({ kind, schema: table.schema, name: table.name, on: null, sql: null });
  }
  const partsOf = (row: CatalogRow) => tables.get(key(row.text("place"), row.text("on_name")));

  const columnRows = await read(columnsQuery(databases, flavor));
  const checkRows = await read(flavor.catalog.checks(databaseList(databases)));
  const texts = new Map<TableParts, PrintedTexts>();
  for (const row of [...columnRows, ...checkRows]) {
    const parts = partsOf(row);
    if (parts === undefined || texts.has(parts)) continue;
    if (["initial", "expression"].some((field) => isLossy(row.textOrNull(field))))
      texts.set(parts, readShowCreate(await showCreate(connection, parts.table)));
  }
  for (const row of columnRows) {
    const parts = partsOf(row);
    if (parts === undefined) continue;
    const printed = texts.get(parts);
    const full = printed === undefined ? row : withFullTexts(row, printed, flavor);
    parts.columns.push(readColumn(full, parts.collation, flavor));
  }
  const indexRows = grouped(await read(indexesQuery(databases, flavor)));
  for (const rows of indexRows.values()) {
    const [first] = rows;
    const parts = first === undefined ? undefined : partsOf(first);
    if (first === undefined || parts === undefined) continue;
    if (first.text("name") === "PRIMARY") {
      parts.constraints.push(readPrimaryKey(rows));
      continue;
    }
    const isFulltext = first.text("method") === "FULLTEXT";
    const parsers = isFulltext ? readParsers(await showCreate(connection, parts.table)) : new Map<string, string>();
    const index = readIndex(rows, { ...parts.table, columns: parts.columns }, parsers, flavor);
    if (index !== null) parts.indexes.push(index);
  }
  const actions = new Map((await read(actionsQuery(databases))).map((row) => [memberKey(row), row]));
  for (const [name, rows] of grouped(await read(foreignKeysQuery(databases)))) {
    const foreignKey = readForeignKey(rows, actions.get(name), own, flavor);
    if (rows[0] !== undefined && foreignKey !== null) partsOf(rows[0])?.constraints.push(foreignKey);
  }
  for (const row of checkRows) {
    const parts = partsOf(row);
    if (parts === undefined) continue;
    const full = flavor.defaultsAreSql ? texts.get(parts)?.checks.get(row.text("name")) : undefined;
    const check = readCheck(full === undefined ? row : new CatalogRow({ ...row.row, expression: full }), flavor);
    if (!withJson(parts.columns, parts.collation, row, check, flavor)) parts.constraints.push(check);
  }
  for (const query of unmanagedQueries)
    unmanaged.push(...(await read(query(databases))).map((row) => readUnmanaged(row, own)));
  const ours = (item: UnmanagedObject) => !isOwnBookkeeping(item.name) && !isOwnBookkeeping(item.on?.name ?? "");
  return {
    schema: {
      namespaces: namespaces.filter((row) => row.text("name") !== own).map(readNamespace),
      enums: [],
      domains: [],
      tables: [...tables.values()].map(({ table, columns, constraints, indexes }) => ({
        ...table,
        columns,
        constraints,
        indexes,
      })),
    },
    unmanaged: unmanaged.filter(ours),
    texts: new Map(),
  };
}

async function showCreate(connection: Connection, table: TableSchema): Promise<string> {
  const [row] = await connection.query(`SHOW CREATE TABLE ${quoteName(table)}`);
  return String(row?.["Create Table"] ?? "");
}

function key(...names: readonly string[]): string {
  return JSON.stringify(names);
}

function memberKey(row: CatalogRow): string {
  return key(row.text("place"), row.text("on_name"), row.text("name"));
}

/** The rows of each member together, in the order they come. */
function grouped(rows: readonly CatalogRow[]): Map<string, CatalogRow[]> {
  const groups = new Map<string, CatalogRow[]>();
  for (const row of rows) {
    const group = groups.get(memberKey(row));
    if (group === undefined) groups.set(memberKey(row), [row]);
    else group.push(row);
  }
  return groups;
}
