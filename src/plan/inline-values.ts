/**
 * `@was` on the values of an enum, where the engine has no enum types: the columns of that enum list their values
 * themselves, so each of them is renamed.
 */

import type { Dialect } from "../dialect/dialect.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { baseType } from "../model/domain-schema.js";
import type { RenameHint } from "../model/hints.js";
import { sameName } from "../model/name.js";
import type { Rename } from "../operation/operation.js";

/** `before` has its tables and columns renamed already; `authored` is not normalised: there a column names its enum. */
export function inlineValueRenames(
  before: DatabaseSchema,
  authored: DatabaseSchema,
  wanted: DatabaseSchema,
  hints: readonly RenameHint[],
  dialect: Dialect,
): Rename<"enumValue">[] {
  const { literal } = dialect.vocabulary;
  const operations: Rename<"enumValue">[] = [];
  for (const hint of hints) {
    const owner = hint.on;
    if (hint.noun !== "enumValue" || owner === null || wanted.enums.some((item) => sameName(item, owner))) continue;
    for (const table of authored.tables) {
      for (const column of table.columns) {
        if (!sameName(baseType(column.type, authored.domains), owner)) continue;
        const args = columnArgs(before, table.name, column.name);
        const from = hint.from.find((name) => args.includes(literal(name)));
        if (from === undefined || args.includes(literal(hint.to))) continue;
        const on = { schema: null, name: table.name, column: column.name };
        operations.push({ verb: "rename", noun: "enumValue", on, from, to: hint.to });
      }
    }
  }
  return operations;
}

function columnArgs(schema: DatabaseSchema, table: string, column: string): readonly string[] {
  const found = schema.tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column);
  return found?.type.args ?? [];
}
