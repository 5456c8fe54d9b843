/** Primary keys, foreign keys and checks: read from the catalog, and brought to normal form. */

import type {
  CheckSchema,
  ConstraintSchema,
  ForeignKeySchema,
  PrimaryKeySchema,
  ReferentialAction,
} from "../../model/constraint-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import { sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { readExpression, unwrapped } from "./expressions.js";
import type { Flavor } from "./facts.js";
import { plainIndex } from "./indexes.js";
import type { CatalogRow } from "./rows.js";
import { databaseList, schemaOf } from "./scope.js";
import { fold } from "./syntax.js";

/** One row for each column. */
export const foreignKeysQuery = (databases: readonly string[]): string =>
  `SELECT TABLE_SCHEMA AS place, TABLE_NAME AS on_name, CONSTRAINT_NAME AS name, COLUMN_NAME AS column_name,
  REFERENCED_TABLE_SCHEMA AS to_place, REFERENCED_TABLE_NAME AS to_name, REFERENCED_COLUMN_NAME AS to_column
FROM information_schema.KEY_COLUMN_USAGE
WHERE TABLE_SCHEMA IN (${databaseList(databases)}) AND REFERENCED_TABLE_NAME IS NOT NULL
ORDER BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION`;

export const actionsQuery = (databases: readonly string[]): string =>
  `SELECT CONSTRAINT_SCHEMA AS place, TABLE_NAME AS on_name, CONSTRAINT_NAME AS name, UPDATE_RULE AS on_update,
  DELETE_RULE AS on_delete
FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN (${databaseList(databases)})`;

export function readPrimaryKey(rows: readonly CatalogRow[]): PrimaryKeySchema {
  return {
    kind: "primaryKey",
    name: null,
    comment: null,
    settings: [],
    columns: rows.map((row) => row.text("column_name")),
    include: [],
    deferrable: "no",
  };
}

const actions: Readonly<Record<string, ReferentialAction>> = {
  "NO ACTION": "noAction",
  RESTRICT: "restrict",
  CASCADE: "cascade",
  "SET NULL": "setNull",
  "SET DEFAULT": "setDefault",
};

/** `rows`: the columns of one key, in order. */
export function readForeignKey(
  rows: readonly CatalogRow[],
  rules: CatalogRow | undefined,
  own: string,
  flavor: Flavor,
): ForeignKeySchema | null {
  const [first] = rows;
  if (first === undefined) return null;
  const action = (field: string): ReferentialAction => actions[rules?.text(field) ?? ""] ?? "noAction";
  return normalizeForeignKey(
    {
      kind: "foreignKey",
      name: first.text("name"),
      comment: null,
      settings: [],
      columns: rows.map((row) => row.text("column_name")),
      table: { schema: schemaOf(first.text("to_place"), own), name: first.text("to_name") },
      references: rows.map((row) => row.text("to_column")),
      match: "simple",
      onUpdate: action("on_update"),
      onDelete: action("on_delete"),
      onDeleteColumns: [],
      deferrable: "no",
      validated: true,
      enforced: true,
    },
    flavor,
  );
}

export function readCheck(row: CatalogRow, flavor: Flavor): CheckSchema {
  return {
    kind: "check",
    // One on a column's own line is known by the column alone.
    name: row.flag("on_column") ? null : row.text("name"),
    comment: null,
    settings: [],
    expression: { sql: readExpression(row.text("expression"), flavor) },
    noInherit: false,
    validated: true,
    enforced: row.flag("enforced"),
  };
}

/** Unique constraints are indexes by now. */
export function normalizeConstraint(constraint: ConstraintSchema, flavor: Flavor): ConstraintSchema {
  const common = { comment: null, settings: [] };
  switch (constraint.kind) {
    case "primaryKey":
      return { ...constraint, ...common, name: null, include: [], deferrable: "no" };
    case "unique":
      return { ...constraint, ...common };
    case "check":
      return {
        ...constraint,
        ...common,
        expression: { sql: unwrapped(constraint.expression.sql) },
        noInherit: false,
        validated: true,
      };
    case "foreignKey":
      return normalizeForeignKey({ ...constraint, ...common }, flavor);
  }
}

/** RESTRICT and NO ACTION are one to the engine, which only prints what was said. */
function normalizeForeignKey(key: ForeignKeySchema, { omittedAction }: Flavor): ForeignKeySchema {
  const action = (of: ReferentialAction): ReferentialAction =>
    of === "noAction" || of === "restrict" ? omittedAction : of;
  return {
    ...key,
    match: "simple",
    onUpdate: action(key.onUpdate),
    onDelete: action(key.onDelete),
    onDeleteColumns: [],
    deferrable: "no",
    validated: true,
    enforced: true,
  };
}

/** A foreign key's columns in the order of the key they point at: the engine takes them in no other. */
export function inTargetOrder(
  rule: ConstraintSchema,
  tables: readonly TableSchema[],
  { pointsAtUnique }: Flavor,
): ConstraintSchema {
  if (rule.kind !== "foreignKey" || rule.references.length < 2) return rule;
  const target = tables.find((table) => sameName(table, rule.table));
  if (target === undefined) return rule;
  const keys = [
    ...target.constraints.flatMap((key) => (key.kind === "primaryKey" ? [key.columns] : [])),
    ...target.indexes
      .filter(({ unique }) => unique || !pointsAtUnique)
      .map(({ parts }) => parts.map(({ column }) => column ?? "")),
  ].map((columns) => columns.map(fold));
  const wanted = rule.references.map(fold);
  const starts = (key: readonly string[]) => wanted.every((name, at) => key[at] === name);
  const key = keys.find(
    (columns) => columns.length === wanted.length && wanted.every((name) => columns.includes(name)),
  );
  if (key === undefined || keys.some(starts)) return rule;
  const places = key.map((name) => wanted.indexOf(name));
  const sorted = (names: readonly string[]) => places.map((place) => names[place] ?? "");
  return { ...rule, columns: sorted(rule.columns), references: sorted(rule.references) };
}

/**
 * The indexes of a table, and last those that its foreign keys need and it does not name: the engine would make them
 * itself, and give them names of its own.
 */
export function withKeyIndexes(table: TableSchema, flavor: Flavor): readonly IndexSchema[] {
  const indexes = [...table.indexes];
  for (const key of table.constraints)
    if (key.kind === "foreignKey" && !serves(table, indexes, key.columns, flavor))
      indexes.push(plainIndex(null, key.columns, false));
  return indexes;
}

/** An index or the primary key starts with these columns, in this order. */
export function serves(
  table: TableSchema,
  indexes: readonly IndexSchema[],
  columns: readonly string[],
  flavor: Flavor,
): boolean {
  const starts = (names: readonly (string | null)[]): boolean =>
    columns.every((column, at) => fold(names[at] ?? "") === fold(column));
  const keys = table.constraints.filter((rule) => rule.kind === "primaryKey");
  return (
    keys.some((key) => starts(key.columns)) ||
    indexes.some(
      ({ method, parts }) =>
        (method === null || method === "btree") &&
        starts(
          parts.map(({ column, prefix, descending }) =>
            prefix !== null || (descending && !flavor.descendingServesKeys) ? null : column,
          ),
        ),
    )
  );
}
