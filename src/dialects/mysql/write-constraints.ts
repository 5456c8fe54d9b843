/** Primary keys, checks and foreign keys: how they are defined and dropped. Unique keys are indexes here. */

import type {
  CheckSchema,
  ConstraintSchema,
  ForeignKeySchema,
  ReferentialAction,
} from "../../model/constraint-schema.js";
import type { Flavor } from "./facts.js";
import { inParens, quote, quoteList, quoteName } from "./syntax.js";

const actions: Readonly<Record<ReferentialAction, string>> = {
  noAction: "NO ACTION",
  restrict: "RESTRICT",
  cascade: "CASCADE",
  setNull: "SET NULL",
  setDefault: "SET DEFAULT",
};

/** As CREATE TABLE and ADD take it. */
export function constraintDefinition(constraint: ConstraintSchema, flavor: Flavor): string {
  const name = constraint.name === null ? "" : `CONSTRAINT ${quote(constraint.name)} `;
  switch (constraint.kind) {
    case "primaryKey":
      return `PRIMARY KEY (${quoteList(constraint.columns)})`;
    case "unique":
      return `${name}UNIQUE (${quoteList(constraint.columns)})`;
    case "check":
      return `${name}CHECK ${inParens(constraint.expression.sql)}${constraint.enforced ? "" : " NOT ENFORCED"}`;
    case "foreignKey":
      return `${name}${foreignKey(constraint, flavor)}`;
  }
}

function foreignKey(key: ForeignKeySchema, { omittedAction }: Flavor): string {
  const words = [
    `FOREIGN KEY (${quoteList(key.columns)}) REFERENCES ${quoteName(key.table)} (${quoteList(key.references)})`,
  ];
  if (key.onDelete !== omittedAction) words.push(`ON DELETE ${actions[key.onDelete]}`);
  if (key.onUpdate !== omittedAction) words.push(`ON UPDATE ${actions[key.onUpdate]}`);
  return words.join(" ");
}

export function dropConstraint(constraint: ConstraintSchema, flavor: Flavor): string {
  const name = quote(constraint.name ?? "");
  switch (constraint.kind) {
    case "primaryKey":
      return "DROP PRIMARY KEY";
    case "unique":
      return `DROP INDEX ${name}`;
    case "check":
      return `${flavor.dropCheck} ${name}`;
    case "foreignKey":
      return `DROP FOREIGN KEY ${name}`;
  }
}

/** The clause for a check that only starts or stops being enforced. */
export function enforceCheck({ name, enforced }: CheckSchema): string {
  return `ALTER CHECK ${quote(name ?? "")} ${enforced ? "" : "NOT "}ENFORCED`;
}

/** A check that belongs to a column's line, and is written and dropped with the column. */
export function isColumnCheck(constraint: ConstraintSchema, { columnChecks }: Flavor): boolean {
  return columnChecks && constraint.kind === "check" && constraint.name === null;
}
