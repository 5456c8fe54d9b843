/** Indexes that are not the tool of a constraint: read from the catalog, built, altered, renamed and dropped. */

import { statement } from "../../dialect/statement.js";
import type { NounWriter } from "../../dialect/writer.js";
import { equal } from "../../model/equal.js";
import type { IndexPart, IndexSchema } from "../../model/index-schema.js";
import type { ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { lexSql } from "../../sql/lexer.js";
import { normalizeCollation } from "./collations.js";
import { commentChange } from "./comments.js";
import type { ColumnNames } from "./constraints.js";
import { createIndex, indexName } from "./index-definition.js";
import { findTable, type State } from "./lowering.js";
import { identifyAgain } from "./replica-identity.js";
import type { CatalogRow } from "./rows.js";
import { duplicatesUnder } from "./rule-guards.js";
import { withOwned } from "./scope.js";
import { optionChanges, readOptions, sortSettings } from "./storage.js";
import { quote, quoteName, syntax } from "./syntax.js";

/** Joins only by what the catalogs have an index for: whatever the planner believes, the time grows with the tables. */
export const indexesQuery = (major: number): string => `${withOwned}
SELECT i.indrelid AS table_oid, i.indexrelid AS oid, c.relname AS name, i.indisunique AS is_unique,
  i.indisvalid AS is_valid, am.amname AS method, i.indkey::int2[] AS columns, i.indnkeyatts AS keys,
  i.indoption::int2[] AS flags, i.indclass::oid[] AS classes, i.indcollation::oid[] AS collations,
  ${major >= 15 ? "i.indnullsnotdistinct" : "false"} AS nulls_not_distinct,
  CASE WHEN i.indexprs IS NOT NULL THEN pg_get_indexdef(i.indexrelid) END AS definition,
  pg_get_expr(i.indexprs, i.indrelid) AS expressions, pg_get_expr(i.indpred, i.indrelid) AS predicate,
  c.reloptions AS options, t.spcname AS tablespace, d.description AS comment
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_am am ON am.oid = c.relam
LEFT JOIN pg_constraint k ON k.conrelid = i.indrelid AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
WHERE k.oid IS NULL AND c.relnamespace IN (SELECT oid FROM owned)
ORDER BY i.indrelid, c.relname`;

/** Names of what index parts may use, by oid: operator classes (null for a default one), collations, parameters. */
export const indexWordsQuery = `
SELECT 'class' AS kind, oc.oid AS oid, 0 AS place, CASE WHEN NOT oc.opcdefault THEN 'named' END AS role,
  CASE WHEN pg_opclass_is_visible(oc.oid) THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(oc.opcname) AS word
FROM pg_opclass oc JOIN pg_namespace n ON n.oid = oc.opcnamespace
UNION ALL
SELECT 'collation', co.oid, 0, NULL,
  CASE WHEN pg_collation_is_visible(co.oid) THEN '' ELSE n.nspname || '.' END || co.collname
FROM pg_collation co JOIN pg_namespace n ON n.oid = co.collnamespace
WHERE co.oid IN (SELECT unnest(indcollation::oid[]) FROM pg_index)
UNION ALL
SELECT 'parameters', a.attrelid, a.attnum, NULL, array_to_string(a.attoptions, ', ')
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE a.attoptions IS NOT NULL AND c.relkind = 'i'`;

/** Bits of `indoption`. */
const descending = 1;
const nullsFirst = 2;

/** What rows of other queries say about the parts of indexes. */
export class IndexWords {
  readonly #words = new Map<string, { readonly word: string; readonly named: boolean }>();

  constructor(rows: readonly CatalogRow[]) {
    for (const row of rows) {
      const key = `${row.text("kind")} ${row.text("oid")} ${row.number("place")}`;
      this.#words.set(key, { word: row.text("word"), named: row.textOrNull("role") === "named" });
    }
  }

  /** null for the default class without parameters. */
  operatorClass(oid: number, index: string, place: number): string | null {
    const found = this.#words.get(`class ${oid} 0`);
    const parameters = this.#words.get(`parameters ${index} ${place + 1}`);
    if (found === undefined || (!found.named && parameters === undefined)) return null;
    return parameters === undefined ? found.word : `${found.word}(${parameters.word})`;
  }

  collation(oid: number): string | null {
    return this.#words.get(`collation ${oid} 0`)?.word ?? null;
  }
}

/** The database's own collation. */
const defaultCollation = 100;

/** `collationOf`: oid of a column's collation. */
export function readIndex(
  row: CatalogRow,
  columnName: ColumnNames,
  collationOf: (table: string, column: number) => number,
  words: IndexWords,
): IndexSchema {
  const table = row.text("table_oid");
  const numbers = row.numbers("columns");
  const keys = row.number("keys");
  const flags = row.numbers("flags");
  const classes = row.numbers("classes");
  const collations = row.numbers("collations");
  const expressions = splitList(row.textOrNull("expressions") ?? "");
  // An expression may bring its own collation along; only the definition tells whether the index says another.
  const definition = row.textOrNull("definition") ?? "";
  const isCollated = (sql: string) =>
    [`${sql} COLLATE `, `(${sql}) COLLATE `].some((text) => definition.includes(text));
  const parts = numbers.slice(0, keys).map((number, place): IndexPart => {
    const flag = flags[place] ?? 0;
    const expression = number === 0 ? (expressions.shift() ?? "") : null;
    const collation = collations[place] ?? 0;
    const own =
      expression === null ? collationOf(table, number) : isCollated(expression) ? defaultCollation : collation;
    return {
      column: number === 0 ? null : columnName(table, number),
      expression: expression === null ? null : { sql: expression },
      prefix: null,
      collation: collation === 0 || collation === own ? null : words.collation(collation),
      operatorClass: words.operatorClass(classes[place] ?? 0, row.text("oid"), place),
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
  create: ({ on, after }, state: State) => [
    ...createIndex(after, on, {
      concurrently: buildsBeside(on, after, state),
      guards: duplicatesUnder(on, after, state),
    }),
    ...identifyAgain(findTable(state.after, on), [after]),
  ],
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
  rename: ({ on, from, to }, state: State) => [
    statement(`ALTER INDEX ${quoteName(indexName(from, on))} RENAME TO ${quote(to)}`),
    ...identifyAgain(findTable(state.after, on), [{ name: to }]),
  ],
};

function tablespaceOf(index: IndexSchema): string | null {
  return index.settings.find(({ name }) => name === "tablespace")?.value ?? null;
}

/** Without blocking writers, where the file asks for it; in a table of this same migration there are no writers. */
function buildsBeside(on: ObjectName, index: IndexSchema, state: State): boolean {
  return index.name !== null && state.context.concurrent(on, index.name) && state.start.table(on) !== null;
}
