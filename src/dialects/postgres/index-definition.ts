/** Indexes as DDL spells them. */

import { type Guard, type Statement, statement } from "../../dialect/statement.js";
import type { IndexPart, IndexSchema } from "../../model/index-schema.js";
import type { ObjectName } from "../../model/name.js";
import { collationText } from "./collations.js";
import { commentChange } from "./comments.js";
import { stableText } from "./stable-text.js";
import { optionList, settingValue } from "./storage.js";
import { inParens, literal, quote, quoteList, quoteName } from "./syntax.js";

export interface HowToBuild {
  readonly concurrently: boolean;
  readonly guards: readonly Guard[];
}

export function createIndex(index: IndexSchema, table: ObjectName, how: HowToBuild): Statement[] {
  const sql = indexDefinition(index, table, how.concurrently);
  const comment = commentChange(`INDEX ${quoteName(indexName(index.name ?? "", table))}`, null, index.comment);
  if (!how.concurrently) return [statement(sql, { guards: how.guards }), ...comment];
  return [
    statement(dropInvalid(index.name ?? "", table), { transaction: "outside" }),
    statement(sql, { guards: how.guards, transaction: "outside" }),
    ...comment,
  ];
}

/** An index lives in its table's namespace. */
export function indexName(name: string, table: ObjectName): ObjectName {
  return { schema: table.schema, name };
}

export function indexDefinition(index: IndexSchema, table: ObjectName, concurrently: boolean): string {
  const tablespace = settingValue(index.settings, "tablespace");
  const options = index.settings.filter(({ name }) => name !== "tablespace");
  return [
    `CREATE ${index.unique ? "UNIQUE " : ""}INDEX${concurrently ? " CONCURRENTLY" : ""}`,
    ...(index.name === null ? [] : [quote(index.name)]),
    `ON ${quoteName(table)}`,
    ...(index.method === null ? [] : [`USING ${index.method}`]),
    `(${index.parts.map(partText).join(", ")})`,
    ...(index.include.length === 0 ? [] : [`INCLUDE (${quoteList(index.include)})`]),
    ...(index.nullsNotDistinct ? ["NULLS NOT DISTINCT"] : []),
    ...(options.length === 0 ? [] : [`WITH ${optionList(options)}`]),
    ...(tablespace === null ? [] : [`TABLESPACE ${quote(tablespace)}`]),
    ...(index.where === null ? [] : [`WHERE ${inParens(stableText(index.where.sql))}`]),
  ].join(" ");
}

function partText(part: IndexPart): string {
  return [
    part.column === null ? inParens(stableText(part.expression?.sql ?? "")) : quote(part.column),
    ...(part.collation === null ? [] : [`COLLATE ${collationText(part.collation)}`]),
    ...(part.operatorClass === null ? [] : [part.operatorClass]),
    ...(part.descending ? ["DESC"] : []),
    ...(part.nulls === null ? [] : [`NULLS ${part.nulls.toUpperCase()}`]),
  ].join(" ");
}

/** A build that was stopped leaves an invalid index under the name: it makes way, and nothing else does. */
function dropInvalid(name: string, table: ObjectName): string {
  const index = quoteName(indexName(name, table));
  return [
    "DO $$ BEGIN IF EXISTS (SELECT FROM pg_index",
    `WHERE indexrelid = to_regclass(${literal(index)}) AND indrelid = to_regclass(${literal(quoteName(table))}) AND NOT indisvalid)`,
    `THEN EXECUTE ${literal(`DROP INDEX ${index}`)}; END IF; END $$`,
  ].join(" ");
}
