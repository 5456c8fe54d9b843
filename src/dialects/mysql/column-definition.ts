/** A column as CREATE TABLE, ADD and MODIFY take it: everything it is, for what is left out is lost. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { unquoteName } from "../../sql/lexer.js";
import type { Flavor } from "./facts.js";
import { fold, inParens, literal, quote, syntax, tokensOf } from "./syntax.js";
import { isLarge, isSpatial, typeText } from "./types.js";
import { isConstant } from "./words.js";

export function columnDefinition(column: ColumnSchema, flavor: Flavor): string {
  const { name, type, collation, generated, identity, comment } = column;
  const words = [quote(name), typeText(type)];
  const setting = (wanted: string) => column.settings.find((item) => item.name === wanted);
  const compressed = setting("compressed");
  if (compressed !== undefined) words.push(compressed.value === null ? "COMPRESSED" : `COMPRESSED=${compressed.value}`);
  const reference = setting("srid")?.value;
  if (reference != null) words.push(`SRID ${reference}`);
  if (collation !== null) words.push(`COLLATE ${collation}`);
  if (generated !== null)
    words.push(`GENERATED ALWAYS AS ${inParens(generated.expression.sql)} ${generated.storage.toUpperCase()}`);
  if (generated === null || flavor.computedNotNull) {
    if (!column.nullable) words.push("NOT NULL");
    // Where explicit_defaults_for_timestamp is off, this is not the default.
    else if (type.name === "timestamptz") words.push("NULL");
  }
  if (setting("invisible") !== undefined) words.push("INVISIBLE");
  if (column.default !== null) words.push(`DEFAULT ${defaultText(column, column.default.sql, flavor)}`);
  const onUpdate = setting("on_update")?.value;
  if (onUpdate != null) words.push(`ON UPDATE ${onUpdate}`);
  if (identity !== null) words.push("AUTO_INCREMENT");
  if (setting("without_system_versioning") !== undefined) words.push("WITHOUT SYSTEM VERSIONING");
  if (comment !== null) words.push(`COMMENT ${literal(comment)}`);
  return words.join(" ");
}

/** The same with what its table knows of it. */
export function columnLine(column: ColumnSchema, table: TableSchema, flavor: Flavor): string {
  const checks = columnChecks(column, table, flavor).map((sql) => `CHECK ${inParens(sql)}`);
  return [columnDefinition(column, flavor), ...checks].join(" ");
}

/** Checks on the column's own line, which go with it when it is written again. They have no name but the column's. */
export function columnChecks({ name }: ColumnSchema, table: TableSchema, flavor: Flavor): string[] {
  if (!flavor.columnChecks) return [];
  return table.constraints.flatMap((check) => {
    if (check.kind !== "check" || check.name !== null) return [];
    const { sql } = check.expression;
    // The catalog does not tell which column it stands on where it speaks of several: the first one, as people write.
    const words = tokensOf(sql).map((token) => fold(unquoteName(token, syntax)));
    const first = words.find((word) => table.columns.some((column) => fold(column.name) === word));
    return first === fold(name) ? [sql] : [];
  });
}

/** Literals and the time of now stand bare, every other expression in parentheses. */
function defaultText({ type }: ColumnSchema, sql: string, flavor: Flavor): string {
  const large = isLarge(type) || isSpatial(type) || type.name === "json";
  const bare = isConstant(sql) || (isNow(sql) && /^(?:datetime|timestamptz)$/.test(type.name));
  if (bare && !(large && flavor.largeDefaultsNeedParens)) return sql;
  return isWrapped(sql) ? sql : inParens(sql);
}

function isNow(sql: string): boolean {
  return /^(?:current_timestamp|now|localtime|localtimestamp)\s*(?:\(\s*\d*\s*\))?$/i.test(sql.trim());
}

/** `( … )` around the whole text. */
function isWrapped(sql: string): boolean {
  const tokens = tokensOf(sql);
  let depth = 0;
  return (
    tokens[0]?.text === "(" &&
    tokens.every(({ text }, at) => {
      if (text === "(") depth++;
      if (text === ")") depth--;
      return depth > 0 || at === tokens.length - 1;
    })
  );
}

/** Functions of the default that ADD COLUMN refuses for rows that are there. */
export function isVolatileDefault({ default: value }: ColumnSchema, flavor: Flavor): boolean {
  if (value === null) return false;
  const tokens = tokensOf(value.sql);
  return tokens.some(({ text }, at) => tokens[at + 1]?.text === "(" && flavor.volatileDefaults.has(text.toLowerCase()));
}
