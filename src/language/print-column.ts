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

/** What a column's line is made of, each as it is printed; null where the column has none. */
export interface ColumnWords {
  /** With its `?`. */
  readonly type: string;
  readonly collate: string | null;
  readonly default: string | null;
  readonly identity: string | null;
  readonly generated: string | null;
}

export function columnWords(column: ColumnSchema, target: Vocabulary): ColumnWords {
  const { identity, generated } = column;
  return {
    type: `${type(column, target)}${column.nullable ? "?" : ""}`,
    collate: column.collation === null ? null : `collate ${printDotted(column.collation)}`,
    default: column.default === null ? null : `= ${printValue(column.default, target)}`,
    identity:
      identity === null || identity.kind === "serial"
        ? null
        : ["identity", identity.kind === "always" ? "always" : "", printSequence(identity.sequence)]
            .filter((word) => word !== "")
            .join(" "),
    generated: generated === null ? null : `generated ${printParens(generated.expression)} ${generated.storage}`,
  };
}

/** The parts of the line, in the order people write them. */
export function printColumn(column: ColumnSchema, inline: readonly ConstraintSchema[], target: Vocabulary): string[] {
  const { type, collate, default: value, identity, generated } = columnWords(column, target);
  const words = [
    `${printColumnName(column)} ${type}`,
    collate,
    value,
    identity,
    generated,
    ...inline.map(printInlineConstraint),
    ...printCommentWord(column.comment),
    ...column.settings.map((setting) => printSetting(setting, target.dialect)),
  ];
  return words.filter((word) => word !== null);
}

/** First two words that would open a rule; quotes make the first one a name. */
const rules = new Set(["primary key", "foreign key", "unique index", "partition by"]);

export function printColumnName(column: ColumnSchema): string {
  const first = column.name;
  return rules.has(`${first} ${column.type.name}`) ? `"${first}"` : formatWord(first);
}

function type(column: ColumnSchema, target: Vocabulary): string {
  const serial = column.identity?.kind === "serial" ? serials.get(column.type.name) : undefined;
  if (serial === undefined || column.identity === null) return printType(column.type, target);
  return serial + printSequence(column.identity.sequence);
}
