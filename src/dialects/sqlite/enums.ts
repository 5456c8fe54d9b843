/** Enums: SQLite has no such types, so a column lists its values in a check of exactly one spelling. */

import type { ColumnType } from "../../model/column-schema.js";
import { tokensOf } from "./expressions.js";
import { literal, quote } from "./syntax.js";

/** `args`: each value as a SQL literal. */
function enumOf(args: readonly string[]): ColumnType {
  return { schema: null, name: "enum", args, unsigned: false, zerofill: false, dimensions: 0, raw: false };
}

/** The type of a column that takes these values. */
export function enumType(values: readonly string[]): ColumnType {
  return enumOf(values.map(literal));
}

/** The same, for values that are literals already. */
export function enumTypeOf(args: readonly string[]): ColumnType {
  return enumOf(args.map((arg) => arg.trim()));
}

export function isEnum(type: ColumnType): boolean {
  return type.name.toLowerCase() === "enum" && type.args.length > 0 && !type.raw;
}

/** What stands inside the parentheses of the check. */
export function enumCheck(column: string, type: ColumnType): string {
  return `${quote(column)} IN (${type.args.join(", ")})`;
}

/** The enum that an unnamed inline check of a text column spells; null unless it is covet's own spelling. */
export function readEnumCheck(column: string, sql: string): ColumnType | null {
  const values = tokensOf(sql).filter(({ kind }) => kind === "string");
  const type = enumOf(values.map(({ text }) => text));
  return values.length > 0 && enumCheck(column, type) === sql ? type : null;
}

/** SQL that turns each value into its new name; renames may follow on one another. */
export function renamedValue(
  column: string,
  renames: readonly { readonly from: string; readonly to: string }[],
): string {
  const targets = new Map<string, string>();
  for (const { from, to } of renames) {
    const moved = [...targets].find(([, current]) => current === from);
    targets.set(moved?.[0] ?? from, to);
  }
  const cases = [...targets].map(([from, to]) => `WHEN ${literal(from)} THEN ${literal(to)}`);
  return `CASE ${quote(column)} ${cases.join(" ")} ELSE ${quote(column)} END`;
}
