/** Reads a whole database in one statement and puts the pieces together. */

import { Failure } from "../../diagnostic/failure.js";
import type { Connection } from "../../dialect/connection.js";
import type { Introspection, Scope, UnmanagedObject } from "../../dialect/dialect.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { columnsQuery, readColumn } from "./columns.js";
import { constraintsQuery, readConstraint } from "./constraints.js";
import { domainChecksQuery, domainsQuery, readDomains } from "./domains.js";
import { enumsQuery, readEnum } from "./enums.js";
import { IndexWords, indexesQuery, indexWordsQuery, readIndex } from "./indexes.js";
import { majorVersion } from "./lowering.js";
import { namespacesQuery, readNamespace } from "./namespaces.js";
import { normalize } from "./normalize.js";
import { type CatalogRow, catalogRows } from "./rows.js";
import { isOwnBookkeeping, unmanagedIn } from "./scope.js";
import { sequencesQuery } from "./sequences.js";
import { readTable, tablesQuery } from "./tables.js";
import { foreignKind, readUnmanaged, unmanagedQuery, usesQuery, withUses } from "./unmanaged.js";

export async function introspect(connection: Connection, scope: Scope): Promise<Introspection> {
  const major = majorVersion(connection.version);
  const {
    namespaces,
    enums,
    domains,
    domainChecks,
    relations,
    columns,
    sequences,
    constraints,
    indexes,
    indexWords,
    others,
    uses,
  } = await readAll(connection, scope, {
    namespaces: namespacesQuery,
    enums: enumsQuery,
    domains: domainsQuery,
    domainChecks: domainChecksQuery,
    relations: tablesQuery,
    columns: columnsQuery(major),
    sequences: sequencesQuery,
    constraints: constraintsQuery(major),
    indexes: indexesQuery(major),
    indexWords: indexWordsQuery,
    others: unmanagedQuery,
    uses: usesQuery,
  });
  checkDefault(namespaces, scope);

  const isUnmanaged = unmanagedIn(scope);
  const unmanaged: UnmanagedObject[] = [];
  const tables = new Map<string, TableParts>();
  for (const row of relations) {
    const table = readTable(row);
    if (isOwnBookkeeping(table.name)) continue;
    const kind = foreignKind(row) ?? (isUnmanaged(table) ? "table" : null);
    if (kind === null) tables.set(row.text("oid"), { table, columns: [], constraints: [], indexes: [] });
    else unmanaged.push({ kind, schema: table.schema, name: table.name, on: null, sql: null });
  }
  const owned = new Map(sequences.map((row) => [columnKey(row.text("table_oid"), row.number("number")), row]));
  const columnRows = new Map(columns.map((row) => [columnKey(row.text("table_oid"), row.number("number")), row]));
  for (const [key, row] of columnRows)
    tables.get(row.text("table_oid"))?.columns.push(readColumn(row, owned.get(key) ?? null));
  const columnName = (table: string, number: number) => columnRows.get(columnKey(table, number))?.text("name") ?? "";
  const collationOf = (table: string, number: number) =>
    Number(columnRows.get(columnKey(table, number))?.text("collation_oid") ?? 0);
  const member = (kind: string, name: string, on: TableSchema): UnmanagedObject => ({
    kind,
    schema: on.schema,
    name,
    on: { schema: on.schema, name: on.name },
    sql: null,
  });
  for (const row of constraints) {
    const parts = tables.get(row.text("table_oid"));
    if (parts === undefined) continue;
    const constraint = readConstraint(row, columnName);
    if (constraint !== null) parts.constraints.push(constraint);
    else
      unmanaged.push(
        member(
          row.text("type") === "x" ? "exclusion constraint" : "temporal constraint",
          row.text("name"),
          parts.table,
        ),
      );
  }
  const words = new IndexWords(indexWords);
  for (const row of indexes) {
    const parts = tables.get(row.text("table_oid"));
    if (parts === undefined) continue;
    // Left behind by a build that was stopped: it helps no query, so for the model it is not there.
    if (row.boolean("is_valid")) parts.indexes.push(readIndex(row, columnName, collationOf, words));
    else unmanaged.push(member("invalid index", row.text("name"), parts.table));
  }
  const ours = (item: UnmanagedObject) => !isOwnBookkeeping(item.name) && !isOwnBookkeeping(item.on?.name ?? "");
  unmanaged.push(...others.map(readUnmanaged).filter(ours));
  return {
    schema: normalize({
      namespaces: namespaces
        .filter((row) => !row.boolean("is_default") || scope.namespaces.includes(row.text("name")))
        .map(readNamespace),
      enums: enums.map(readEnum).filter((item) => !isUnmanaged(item)),
      domains: readDomains(domains, domainChecks).filter((item) => !isUnmanaged(item)),
      tables: [...tables.values()].map(({ table, ...members }) => ({ ...table, ...members })),
    }),
    unmanaged: withUses(unmanaged, uses),
    texts: new Map(),
  };
}

/** One statement, so one round trip and one snapshot: each query becomes a JSON array. */
async function readAll<K extends string>(
  connection: Connection,
  scope: Scope,
  queries: Readonly<Record<K, string>>,
): Promise<Record<K, CatalogRow[]>> {
  const names = Object.keys(queries) as K[];
  const fields = names.map((name) => `(SELECT json_agg(q)::text FROM (${queries[name]}) q) AS "${name}"`);
  const namespaces = JSON.stringify(scope.namespaces);
  const [row] = await connection.query(
    `SELECT ${fields.join(",\n")}`,
    names.filter((name) => queries[name].includes("?")).map(() => namespaces),
  );
  return Object.fromEntries(names.map((name) => [name, catalogRows(row?.[name])])) as Record<K, CatalogRow[]>;
}

function columnKey(table: string, number: number): string {
  return `${table} ${number}`;
}

interface TableParts {
  readonly table: TableSchema;
  readonly columns: ColumnSchema[];
  readonly constraints: ConstraintSchema[];
  readonly indexes: IndexSchema[];
}

/**
 * Objects of the default schema are known without it, and `public` is taken to be that schema. Where another one is,
 * a file that names either would speak of an object by a second name.
 */
function checkDefault(namespaces: readonly CatalogRow[], scope: Scope): void {
  const name = namespaces.find((row) => row.boolean("is_default"))?.text("name") ?? "public";
  if (name === "public") return;
  const named = [name, "public"].find((other) => scope.namespaces.includes(other));
  if (named === undefined) return;
  throw new Failure(`the schema files name the schema ${named}, but this connection's default schema is ${name}`, {
    hint:
      named === name
        ? `leave \`${name}.\` out: names without a schema mean ${name} here`
        : "make public the default: ALTER ROLE … SET search_path = public, or options=-csearch_path=public in the URL",
  });
}
