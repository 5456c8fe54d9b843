/** Indexes that are not the tool of a constraint: read from the catalog, built, altered, renamed and dropped. */

import { type Guard, statement } from "../../dialect/statement.js";
import type { NounWriter } from "../../dialect/writer.js";
import { equal } from "../../model/equal.js";
import type { IndexPart, IndexSchema } from "../../model/index-schema.js";
import type { ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { lexSql } from "../../sql/lexer.js";
import { normalizeCollation } from "./collations.js";
import { commentChange } from "./comments.js";
import type { ColumnNames } from "./constraints.js";
import { columnsIn } from "./expressions.js";
import { memberName, oneLine, rowsGuard } from "./guards.js";
import { createIndex, indexName } from "./index-definition.js";
import { findTable, type State } from "./lowering.js";
import type { CatalogRow } from "./rows.js";
import { withOwned } from "./scope.js";
import { optionChanges, readOptions, sortSettings } from "./storage.js";
import { quote, quoteName, syntax } from "./syntax.js";

export const indexesQuery = (major: number): string => `${withOwned}, parts AS (
  SELECT i.indexrelid,
    json_agg(CASE WHEN NOT oc.opcdefault OR a.attoptions IS NOT NULL THEN
      CASE WHEN pg_opclass_is_visible(oc.oid) THEN quote_ident(oc.opcname)
        ELSE quote_ident(n.nspname) || '.' || quote_ident(oc.opcname) END
      || coalesce('(' || array_to_string(a.attoptions, ', ') || ')', '') END ORDER BY k.place) AS classes,
    json_agg(CASE WHEN i.indcollation[k.place - 1] NOT IN (0, coalesce(ta.attcollation, 100)) THEN
      CASE WHEN pg_collation_is_visible(co.oid) THEN co.collname ELSE cn.nspname || '.' || co.collname END
      END ORDER BY k.place) AS collations
  FROM pg_index i
  CROSS JOIN LATERAL unnest(i.indclass::oid[]) WITH ORDINALITY AS k (class, place)
  JOIN pg_opclass oc ON oc.oid = k.class
  JOIN pg_namespace n ON n.oid = oc.opcnamespace
  LEFT JOIN pg_attribute a ON a.attrelid = i.indexrelid AND a.attnum = k.place
  LEFT JOIN pg_attribute ta ON ta.attrelid = i.indrelid AND ta.attnum = i.indkey[k.place - 1] AND ta.attnum > 0
  LEFT JOIN pg_collation co ON co.oid = i.indcollation[k.place - 1]
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
  GROUP BY i.indexrelid
)
SELECT i.indrelid AS table_oid, c.relname AS name, i.indisunique AS is_unique, i.indisvalid AS is_valid, am.amname AS method,
  i.indkey::int2[] AS columns, i.indnkeyatts AS keys, i.indoption::int2[] AS flags,
  p.classes, p.collations,
  ${major >= 15 ? "i.indnullsnotdistinct" : "false"} AS nulls_not_distinct,
  CASE WHEN i.indexprs IS NOT NULL THEN pg_get_indexdef(i.indexrelid) END AS definition,
  pg_get_expr(i.indexprs, i.indrelid) AS expressions, pg_get_expr(i.indpred, i.indrelid) AS predicate,
  c.reloptions AS options, t.spcname AS tablespace, d.description AS comment
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN owned o ON o.oid = c.relnamespace
JOIN pg_am am ON am.oid = c.relam
JOIN parts p ON p.indexrelid = i.indexrelid
LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
WHERE k.oid IS NULL
ORDER BY i.indrelid, c.relname`;

/** Bits of `indoption`. */
const descending = 1;
const nullsFirst = 2;

export function readIndex(row: CatalogRow, columnName: ColumnNames): IndexSchema {
  const table = row.text("table_oid");
  const numbers = row.numbers("columns");
  const keys = row.number("keys");
  const flags = row.numbers("flags");
  const classes = row.textsOrNulls("classes");
  const collations = row.textsOrNulls("collations");
  const expressions = splitList(row.textOrNull("expressions") ?? "");
  // An expression may bring its own collation along; only the definition tells whether the index says another.
  const definition = row.textOrNull("definition") ?? "";
  const isCollated = (sql: string) =>
    [`${sql} COLLATE `, `(${sql}) COLLATE `].some((text) => definition.includes(text));
  const parts = numbers.slice(0, keys).map((number, place): IndexPart => {
    const flag = flags[place] ?? 0;
    const expression = number === 0 ? (expressions.shift() ?? "") : null;
    return {
      column: number === 0 ? null : columnName(table, number),
      expression: expression === null ? null : { sql: expression },
      prefix: null,
      collation: expression === null || isCollated(expression) ? (collations[place] ?? null) : null,
      operatorClass: classes[place] ?? null,
      descending: (flag & descending) !== 0,
      nulls: (flag & nullsFirst) !== 0 ? "first" : "last",
    };
  });
  const predicate = row.textOrNull("predicate");
  const tablespace = row.textOrNull("tablespace");
  return {
    name: row.text("name"),
    unique: row.boolean("is_unique"),
    method: row.text("method"),
    parts,
    include: numbers.slice(keys).map((number) => columnName(table, number)),
    nullsNotDistinct: row.boolean("nulls_not_distinct"),
    where: predicate === null ? null : { sql: predicate },
    comment: row.textOrNull("comment"),
    settings: [
      ...readOptions(row.texts("options")),
      ...(tablespace === null ? [] : [{ name: "tablespace", value: tablespace }]),
    ],
  };
}

/** The catalog prints all expressions of an index as one list. */
export function splitList(sql: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { text, start: at } of lexSql(sql, syntax)) {
    if (text === "(" || text === "[") depth++;
    else if (text === ")" || text === "]") depth--;
    else if (text === "," && depth === 0) {
      items.push(sql.slice(start, at).trim());
      start = at + 1;
    }
  }
  const last = sql.slice(start).trim();
  return last === "" ? items : [...items, last];
}

export function normalizeIndex(index: IndexSchema, table: TableSchema): IndexSchema {
  const method = index.method?.toLowerCase() ?? null;
  const ordered = method === null || method === "btree";
  return {
    ...index,
    method: ordered ? null : method,
    parts: index.parts.map((part) => ({
      ...part,
      prefix: null,
      collation: ownCollation(part, table),
      operatorClass: normalizeClass(part.operatorClass),
      descending: ordered && part.descending,
      // Descending puts nulls first unless told otherwise.
      nulls: !ordered || part.nulls === (part.descending ? "first" : "last") ? null : part.nulls,
    })),
    settings: sortSettings(index.settings),
  };
}

/** null where it is the column's own. */
function ownCollation(part: IndexPart, table: TableSchema): string | null {
  const collation = normalizeCollation(part.collation);
  const column = table.columns.find(({ name }) => name === part.column);
  return column !== undefined && normalizeCollation(column.collation) === collation ? null : collation;
}

/** `gist_trgm_ops(siglen=32)`: how parameters are spaced and quoted means nothing. */
function normalizeClass(text: string | null): string | null {
  if (text === null) return null;
  return text
    .replace(/^(?:pg_catalog|public)\./, "")
    .replace(/\s*([=(),])\s*/g, "$1")
    .replace(/='([\w.]+)'/g, "=$1")
    .trim();
}

export const indexes: NounWriter<"index"> = {
  create: ({ on, after }, state: State) =>
    createIndex(after, on, { concurrently: buildsBeside(on, after, state), guards: duplicates(on, after, state) }),
  drop: ({ on, before }, state: State) => {
    const beside = buildsBeside(on, before, state);
    return [
      statement(`DROP INDEX ${beside ? "CONCURRENTLY IF EXISTS " : ""}${quoteName(indexName(before.name ?? "", on))}`, {
        transaction: beside ? "outside" : "inside",
      }),
    ];
  },
  alter: ({ on, before, after }, state: State) => {
    const name = quoteName(indexName(after.name ?? "", on));
    const plain = { comment: null, settings: [] };
    const moves = tablespaceOf(before) !== tablespaceOf(after);
    if (!moves && equal({ ...before, ...plain }, { ...after, ...plain }))
      return [
        ...optionChanges(before.settings, after.settings).map((action) => statement(`ALTER INDEX ${name} ${action}`)),
        ...commentChange(`INDEX ${name}`, before.comment, after.comment),
      ];
    return [
      ...indexes.drop({ verb: "drop", noun: "index", on, before }, state),
      ...indexes.create({ verb: "create", noun: "index", on, after }, state),
    ];
  },
  rename: ({ on, from, to }) => [statement(`ALTER INDEX ${quoteName(indexName(from, on))} RENAME TO ${quote(to)}`)],
};

function tablespaceOf(index: IndexSchema): string | null {
  return index.settings.find(({ name }) => name === "tablespace")?.value ?? null;
}

/** Without blocking writers, where the file asks for it; in a table of this same migration there are no writers. */
function buildsBeside(on: ObjectName, index: IndexSchema, state: State): boolean {
  return index.name !== null && state.context.concurrent(on, index.name) && state.start.table(on) !== null;
}

/** Rows that are alike where a unique index allows no two. */
function duplicates(on: ObjectName, index: IndexSchema, state: State): Guard[] {
  const table = findTable(state.after, on);
  if (!index.unique || table === null) return [];
  const texts = [...index.parts.map(({ expression }) => expression?.sql ?? ""), index.where?.sql ?? ""];
  const written = columnsIn(
    texts.join(" "),
    table.columns.map(({ name }) => name),
  );
  const used = new Set([...written, ...index.parts.flatMap(({ column }) => column ?? [])]);
  if (!state.start.unchanged(on, used) || state.start.table(on)?.name !== on.name) return [];
  const keys = index.parts.map(({ column, expression }) =>
    column === null ? oneLine(`(${expression?.sql ?? ""})`) : quote(column),
  );
  const where = index.where === null ? null : oneLine(index.where.sql);
  if (keys.includes(null) || (index.where !== null && where === null)) return [];
  const conditions = [
    ...(where === null ? [] : [`(${where})`]),
    ...(index.nullsNotDistinct ? [] : keys.map((key) => `${key} IS NOT NULL`)),
  ];
  const condition = conditions.length === 0 ? "true" : conditions.join(" AND ");
  const query = `${condition} GROUP BY ${keys.join(", ")} HAVING count(*) > 1`;
  return rowsGuard("fails", state, on, memberName(on, index.name ?? "index"), query);
}
