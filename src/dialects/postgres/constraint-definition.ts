/** Constraints as DDL spells them. */

import { type Statement, statement } from "../../dialect/statement.js";
import type {
  ConstraintSchema,
  Deferrable,
  ForeignKeySchema,
  ReferentialAction,
} from "../../model/constraint-schema.js";
import { type ObjectName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { commentChange } from "./comments.js";
import { stableText } from "./stable-text.js";
import { optionList, settingValue } from "./storage.js";
import { inParens, quote, quoteList, quoteName } from "./syntax.js";

/**
 * NOT VALID means nothing in CREATE TABLE, where no row is there to be unchecked; and a key into the table itself may
 * need an index that comes after it.
 */
export function standsInCreate(constraint: ConstraintSchema, table: TableSchema): boolean {
  if (isUnvalidated(constraint)) return false;
  return constraint.kind !== "foreignKey" || !sameName(constraint.table, table) || table.indexes.length === 0;
}

function isUnvalidated(constraint: ConstraintSchema): boolean {
  const rule = constraint.kind === "check" || constraint.kind === "foreignKey" ? constraint : null;
  return rule?.enforced === true && !rule.validated;
}

/** `CONSTRAINT "n" CHECK (…)`, as CREATE TABLE and ADD take it. */
export function constraintDefinition(constraint: ConstraintSchema): string {
  const name = constraint.name === null ? [] : [`CONSTRAINT ${quote(constraint.name)}`];
  return [...name, ...body(constraint)].join(" ");
}

function body(constraint: ConstraintSchema): string[] {
  switch (constraint.kind) {
    case "primaryKey":
    case "unique": {
      const distinct = constraint.kind === "unique" && constraint.nullsNotDistinct ? " NULLS NOT DISTINCT" : "";
      const tablespace = settingValue(constraint.settings, "tablespace");
      const options = constraint.settings.filter(({ name }) => name !== "tablespace");
      return [
        `${constraint.kind === "unique" ? "UNIQUE" : "PRIMARY KEY"}${distinct} (${quoteList(constraint.columns)})`,
        ...(constraint.include.length === 0 ? [] : [`INCLUDE (${quoteList(constraint.include)})`]),
        ...(options.length === 0 ? [] : [`WITH ${optionList(options)}`]),
        ...(tablespace === null ? [] : [`USING INDEX TABLESPACE ${quote(tablespace)}`]),
        ...deferrableWords(constraint.deferrable),
      ];
    }
    case "check":
      return [
        `CHECK ${inParens(stableText(constraint.expression.sql))}`,
        ...(constraint.noInherit ? ["NO INHERIT"] : []),
        ...enforcementWords(constraint),
      ];
    case "foreignKey":
      return [
        `FOREIGN KEY (${quoteList(constraint.columns)})`,
        `REFERENCES ${quoteName(constraint.table)} (${quoteList(constraint.references)})`,
        ...(constraint.match === "full" ? ["MATCH FULL"] : []),
        ...actionWords(constraint),
        ...deferrableWords(constraint.deferrable),
        ...enforcementWords(constraint),
      ];
  }
}

function enforcementWords(constraint: ConstraintSchema & { enforced: boolean }): string[] {
  return [...(constraint.enforced ? [] : ["NOT ENFORCED"]), ...(isUnvalidated(constraint) ? ["NOT VALID"] : [])];
}

export function deferrableWords(deferrable: Deferrable): string[] {
  if (deferrable === "no") return [];
  return deferrable === "deferrable" ? ["DEFERRABLE"] : ["DEFERRABLE INITIALLY DEFERRED"];
}

const actions: Readonly<Record<ReferentialAction, string>> = {
  noAction: "NO ACTION",
  restrict: "RESTRICT",
  cascade: "CASCADE",
  setNull: "SET NULL",
  setDefault: "SET DEFAULT",
};

function actionWords({ onUpdate, onDelete, onDeleteColumns }: ForeignKeySchema): string[] {
  const columns = onDeleteColumns.length === 0 ? "" : ` (${quoteList(onDeleteColumns)})`;
  return [
    ...(onUpdate === "noAction" ? [] : [`ON UPDATE ${actions[onUpdate]}`]),
    ...(onDelete === "noAction" ? [] : [`ON DELETE ${actions[onDelete]}${columns}`]),
  ];
}

/** What a definition has no words for. */
export function constraintExtras(constraint: ConstraintSchema, table: ObjectName): Statement[] {
  return commentOf(constraint, table, null);
}

export function commentOf(constraint: ConstraintSchema, table: ObjectName, before: string | null): Statement[] {
  if (constraint.name === null) return [];
  return commentChange(`CONSTRAINT ${quote(constraint.name)} ON ${quoteName(table)}`, before, constraint.comment);
}

export function dropConstraint(constraint: ConstraintSchema, table: ObjectName): Statement {
  return statement(`ALTER TABLE ${quoteName(table)} DROP CONSTRAINT ${quote(constraint.name ?? "")}`);
}
