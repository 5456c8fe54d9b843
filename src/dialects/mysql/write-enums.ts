/** Values of enum columns that get another name: the column takes both for a while, and the rows move over. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { ValueRename } from "./lineage.js";
import { literal } from "./syntax.js";

/** The column with room for its values under both names. */
export function widened(column: ColumnSchema, renames: readonly ValueRename[]): ColumnSchema {
  const more = [...targetsOf(renames).values()].map(literal).filter((value) => !column.type.args.includes(value));
  return { ...column, type: { ...column.type, args: [...column.type.args, ...more] } };
}

/** SQL that turns each value into its new name; `column` is quoted. Renames may follow on one another. */
export function renamedValue(column: string, renames: readonly ValueRename[]): string {
  const cases = [...targetsOf(renames)].map(([from, to]) => `WHEN ${literal(from)} THEN ${literal(to)}`);
  return `CASE ${column} ${cases.join(" ")} ELSE ${column} END`;
}

/** A condition for the rows that have such a value. */
export function hasRenamedValue(column: string, renames: readonly ValueRename[]): string {
  return `${column} IN (${[...targetsOf(renames).keys()].map(literal).join(", ")})`;
}

/** First name to last name. */
function targetsOf(renames: readonly ValueRename[]): Map<string, string> {
  const targets = new Map<string, string>();
  for (const { from, to } of renames) {
    const moved = [...targets].find(([, current]) => current === from);
    targets.set(moved?.[0] ?? from, to);
  }
  return new Map([...targets].filter(([from, to]) => from !== to));
}
