/** Indexes: read from the catalog, and brought to normal form. */

import type { UniqueSchema } from "../../model/constraint-schema.js";
import type { IndexPart, IndexSchema } from "../../model/index-schema.js";
import type { Setting } from "../../model/setting.js";
import type { TableSchema } from "../../model/table-schema.js";
import { unquoteName } from "../../sql/lexer.js";
import { readExpression, unwrapped } from "./expressions.js";
import type { Flavor } from "./facts.js";
import type { CatalogRow } from "./rows.js";
import { databaseList } from "./scope.js";
import { fold, syntax, tokensOf } from "./syntax.js";
import { engineOf, storedComment } from "./tables.js";

/** One row for each part. */
export const indexesQuery = (databases: readonly string[], { catalog }: Flavor): string =>
  `SELECT TABLE_SCHEMA AS place, TABLE_NAME AS on_name, INDEX_NAME AS name, NON_UNIQUE = 0 AS is_unique,
  COLUMN_NAME AS column_name, ${catalog.indexExpression} AS expression, SUB_PART AS prefix,
  coalesce(COLLATION = 'D', 0) AS descending, INDEX_TYPE AS method, INDEX_COMMENT AS comment,
  ${catalog.indexUnused} AS unused
FROM information_schema.STATISTICS WHERE TABLE_SCHEMA IN (${databaseList(databases)})
ORDER BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`;

/** Which parser a full-text index has, as `SHOW CREATE TABLE` tells: nothing else does. */
export function readParsers(create: string): ReadonlyMap<string, string> {
  const lines = create.matchAll(/^ *FULLTEXT KEY `((?:[^`]|``)*)` .*WITH PARSER `((?:[^`]|``)*)`/gm);
  return new Map([...lines].map(([, index = "", parser = ""]) => [index.replaceAll("``", "`"), parser]));
}

/** `rows`: the parts of one index, in order. */
export function readIndex(
  rows: readonly CatalogRow[],
  table: TableSchema,
  parsers: ReadonlyMap<string, string>,
  flavor: Flavor,
): IndexSchema | null {
  const [first] = rows;
  if (first === undefined) return null;
  const name = first.text("name");
  const method = fold(first.text("method"));
  const parser = parsers.get(name);
  const settings: Setting[] = [];
  if (first.flag("unused")) settings.push({ name: flavor.indexUnused.setting, value: null });
  if (parser !== undefined) settings.push({ name: "parser", value: parser });
  return normalizeIndex(
    {
      name,
      unique: first.flag("is_unique"),
      method,
      parts: rows.map((row) => {
        const expression = row.textOrNull("expression");
        return {
          ...plainPart(row.textOrNull("column_name")),
          expression: expression === null ? null : { sql: readExpression(expression, flavor) },
          prefix: row.numberOrNull("prefix"),
          descending: row.flag("descending"),
        };
      }),
      include: [],
      nullsNotDistinct: false,
      where: null,
      comment: first.filled("comment"),
      settings,
    },
    table,
    flavor,
  );
}

export function plainPart(column: string | null): IndexPart {
  return {
    column,
    expression: null,
    prefix: null,
    collation: null,
    operatorClass: null,
    descending: false,
    nulls: null,
  };
}

export function plainIndex(name: string | null, columns: readonly string[], unique: boolean): IndexSchema {
  return {
    name,
    unique,
    method: null,
    parts: columns.map(plainPart),
    include: [],
    nullsNotDistinct: false,
    where: null,
    comment: null,
    settings: [],
  };
}

/** A unique constraint is nothing but its index. */
export function indexOfUnique({ name, columns, comment, settings }: UniqueSchema): IndexSchema {
  return { ...plainIndex(name, columns, true), comment, settings };
}

/** Engines with an index method other than the B-tree where none is named. */
const hashEngines = new Set(["memory", "heap", "ndb", "ndbcluster"]);
/** One thing, a word for each engine. */
const unusedWords = new Set(["invisible", "ignored"]);
const ownMethods = new Set(["fulltext", "spatial"]);

export function normalizeIndex(index: IndexSchema, table: TableSchema, { indexUnused }: Flavor): IndexSchema {
  const method = index.method === null ? null : fold(index.method);
  const special = method !== null && ownMethods.has(method);
  const hashes = hashEngines.has(engineOf(table.settings));
  return {
    ...index,
    method: special || (hashes && method === "btree") ? method : null,
    parts: index.parts.map((part) => normalizePart(part, table, special)),
    include: [],
    nullsNotDistinct: false,
    comment: storedComment(index.comment),
    settings: index.settings
      .map(({ name, value }) => ({
        name: unusedWords.has(fold(name)) ? indexUnused.setting : fold(name),
        value: value === null ? null : fold(value),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  };
}

function normalizePart(part: IndexPart, table: TableSchema, special: boolean): IndexPart {
  const sql = part.expression === null ? null : unwrapped(part.expression.sql);
  const named = sql === null ? part.column : columnNamed(sql, table);
  return {
    ...part,
    column: named === null ? null : (table.columns.find(({ name }) => fold(name) === fold(named))?.name ?? named),
    expression: named === null && sql !== null ? { sql } : null,
    prefix: special ? null : part.prefix,
    collation: null,
    operatorClass: null,
    descending: part.descending && !special,
    nulls: null,
  };
}

/** The column that a text is nothing but the name of. */
function columnNamed(sql: string, table: TableSchema): string | null {
  const [token, ...more] = tokensOf(sql);
  if (token === undefined || more.length > 0 || (token.kind !== "name" && token.kind !== "word")) return null;
  const name = fold(unquoteName(token, syntax));
  return table.columns.find((column) => fold(column.name) === name)?.name ?? null;
}
