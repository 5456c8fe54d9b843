/** Prints keys, checks and foreign keys, as rules of their own and inside a column's line. */

import type { Vocabulary } from "../dialect/vocabulary.js";
import type { ConstraintSchema, Deferrable, ForeignKeySchema, ReferentialAction } from "../model/constraint-schema.js";
import { formatWord } from "../model/name.js";
import { printColumns, printCommentWord, printParens, printReference, printSetting } from "./print-words.js";

const deferrableWords: Readonly<Record<Deferrable, string | null>> = {
  no: null,
  deferrable: "deferrable",
  initiallyDeferred: "deferrable initially deferred",
};

const actionWords: Readonly<Record<ReferentialAction, string>> = {
  noAction: "no action",
  restrict: "restrict",
  cascade: "cascade",
  setNull: "set null",
  setDefault: "set default",
};

/** The column on whose line the constraint is naturally written, or null for a rule of its own. */
export function inlineColumn(constraint: ConstraintSchema, columns: ReadonlySet<string>): string | null {
  // A comment or a setting on a column's line is the column's.
  if (constraint.comment !== null || constraint.settings.length > 0) return null;
  if (constraint.kind === "check") {
    const words = new Set(constraint.expression.sql.match(/[A-Za-z_]\w*/g) ?? []);
    const used = [...columns].filter((column) => words.has(column));
    const [only] = used;
    return used.length === 1 && only !== undefined && constraint.expression.sql.length <= 60 ? only : null;
  }
  const [column] = constraint.columns;
  return constraint.columns.length === 1 && column !== undefined ? column : null;
}

/** The parts of a line after the column's own: `-> users.id on delete cascade as posts_author`. */
export function printInlineConstraint(constraint: ConstraintSchema): string {
  return [head(constraint, true), ...options(constraint), ...name(constraint)].join(" ");
}

export function printConstraint(constraint: ConstraintSchema, target: Vocabulary): string[] {
  return [
    head(constraint, false),
    ...options(constraint),
    ...name(constraint),
    ...printCommentWord(constraint.comment),
    ...constraint.settings.map((setting) => printSetting(setting, target.dialect)),
  ];
}

function name(constraint: ConstraintSchema): string[] {
  return constraint.name === null ? [] : [`as ${formatWord(constraint.name)}`];
}

function head(constraint: ConstraintSchema, inline: boolean): string {
  switch (constraint.kind) {
    case "primaryKey":
      return inline ? "primary key" : `primary key ${printColumns(constraint.columns)}`;
    case "unique":
      return inline ? "unique" : `unique ${printColumns(constraint.columns)}`;
    case "check":
      return `check ${printParens(constraint.expression)}`;
    case "foreignKey":
      if (inline) return `-> ${printReference(constraint.table, constraint.references[0] ?? null)}`;
      return `foreign key ${printColumns(constraint.columns)} -> ${printReference(constraint.table, null)} ${printColumns(constraint.references)}`;
  }
}

function options(constraint: ConstraintSchema): string[] {
  const words: (string | null)[] = [];
  switch (constraint.kind) {
    case "unique":
      words.push(constraint.nullsNotDistinct ? "nulls not distinct" : null);
      words.push(constraint.include.length > 0 ? `include ${printColumns(constraint.include)}` : null);
      words.push(deferrableWords[constraint.deferrable]);
      break;
    case "primaryKey":
      words.push(constraint.include.length > 0 ? `include ${printColumns(constraint.include)}` : null);
      words.push(deferrableWords[constraint.deferrable]);
      break;
    case "check":
      words.push(constraint.noInherit ? "no inherit" : null);
      words.push(constraint.validated ? null : "not valid", constraint.enforced ? null : "not enforced");
      break;
    case "foreignKey":
      words.push(constraint.match === "full" ? "match full" : null, ...actions(constraint));
      words.push(deferrableWords[constraint.deferrable]);
      words.push(constraint.validated ? null : "not valid", constraint.enforced ? null : "not enforced");
  }
  return words.filter((word) => word !== null);
}

function actions(key: ForeignKeySchema): (string | null)[] {
  const columns = key.onDeleteColumns.length > 0 ? ` ${printColumns(key.onDeleteColumns)}` : "";
  return [
    key.onDelete === "noAction" ? null : `on delete ${actionWords[key.onDelete]}${columns}`,
    key.onUpdate === "noAction" ? null : `on update ${actionWords[key.onUpdate]}`,
  ];
}
