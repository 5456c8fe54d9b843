/** Prints a column's line, with the constraints that are naturally written on it. */

import type { Vocabulary } from "../dialect/vocabulary.js";
import type { ColumnSchema } from "../model/column-schema.js";
import type { ConstraintSchema } from "../model/constraint-schema.js";
import { formatWord } from "../model/name.js";
import { printInlineConstraint } from "./print-constraint.js";
import {
  printCommentWord,
  printDotted,
  printParens,
  printSequence,
  printSetting,
  printType,
  printValue,
} from "./print-words.js";

/** The serial word for each integer type. */
const serials = new Map([
  ["smallint", "smallserial"],
  ["int", "serial"],
  ["integer", "serial"],
  ["bigint", "bigserial"],
]);

/** The parts of the line, in the order people write them. */
export function printColumn(column: ColumnSchema, inline: readonly ConstraintSchema[], target: Vocabulary): string[] {
  const { identity, generated } = column;
  const words = [
    `${name(column)} ${type(column, target)}${column.nullable ? "?" : ""}`,
    column.collation === null ? null : `collate ${printDotted(column.collation)}`,
    column.default === null ? null : `= ${printValue(column.default, target)}`,
    identity === null || identity.kind === "serial"
      ? null
      : ["identity", identity.kind === "always" ? "always" : "", printSequence(identity.sequence)]
          .filter((word) => word !== "")
          .join(" "),
    generated === null ? null : `generated ${printParens(generated.expression)} ${generated.storage}`,
    ...inline.map(printInlineConstraint),
    ...printCommentWord(column.comment),
    ...column.settings.map((setting) => printSetting(setting, target.dialect)),
  ];
  return words.filter((word) => word !== null);
}

/** First two words that would open a rule; quotes make the first one a name. */
const rules = new Set(["primary key", "foreign key", "unique index", "partition by"]);

function name(column: ColumnSchema): string {
  const first = column.name;
  return rules.has(`${first} ${column.type.name}`) ? `"${first}"` : formatWord(first);
}

function type(column: ColumnSchema, target: Vocabulary): string {
  const serial = column.identity?.kind === "serial" ? serials.get(column.type.name) : undefined;
  if (serial === undefined || column.identity === null) return printType(column.type, target);
  return serial + printSequence(column.identity.sequence);
}
