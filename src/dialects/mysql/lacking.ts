/** What an operation asks for that the engine, or its version, does not do. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { Operation } from "../../operation/operation.js";
import { atLeast, type Flavor } from "./facts.js";

/** Words like `invisible columns need MySQL 8.0.23; this is 8.0.19`; null where the server does it. */
export function lackingIn(operation: Operation, version: string, flavor: Flavor): string | null {
  if (!("after" in operation)) return null;
  const needs = needsOf(operation, flavor);
  const missing = needs.find(({ since }) => since === null || !atLeast(version, since));
  if (missing === undefined) return null;
  const { what, since } = missing;
  return since === null
    ? `${flavor.title} has no ${what}`
    : `${what} need ${flavor.title} ${since}; this is ${version}`;
}

interface Need {
  readonly what: string;
  /** null: no version has it. */
  readonly since: string | null;
}

function needsOf(operation: Extract<Operation, { verb: "create" | "alter" }>, flavor: Flavor): Need[] {
  switch (operation.noun) {
    case "table":
      return [
        ...operation.after.columns.flatMap((column) => columnNeeds(column, flavor)),
        ...operation.after.constraints.flatMap((constraint) => constraintNeeds(constraint, flavor)),
        ...operation.after.indexes.flatMap((index) => indexNeeds(index, flavor)),
      ];
    case "column":
      return columnNeeds(operation.after, flavor);
    case "constraint":
      return constraintNeeds(operation.after, flavor);
    case "index":
      return indexNeeds(operation.after, flavor);
    default:
      return [];
  }
}

function columnNeeds({ settings, type }: ColumnSchema, { versions }: Flavor): Need[] {
  return [
    ...(settings.some(({ name }) => name === "invisible")
      ? [{ what: "invisible columns", since: versions.invisibleColumns }]
      : []),
    ...(type.name === "uuid" ? [{ what: "columns of type uuid", since: versions.uuid }] : []),
    ...(type.name === "vector" ? [{ what: "columns of type vector", since: versions.vector }] : []),
  ];
}

function constraintNeeds(constraint: ConstraintSchema, { versions }: Flavor): Need[] {
  if (constraint.kind !== "foreignKey") return [];
  const setsDefault = constraint.onDelete === "setDefault" || constraint.onUpdate === "setDefault";
  return setsDefault ? [{ what: "foreign keys that set a default", since: versions.setDefault }] : [];
}

function indexNeeds({ parts, settings }: IndexSchema, { versions, indexUnused }: Flavor): Need[] {
  return [
    ...(parts.some(({ expression }) => expression !== null)
      ? [{ what: "indexes on expressions", since: versions.functionalIndexes }]
      : []),
    ...(parts.some(({ descending }) => descending)
      ? [{ what: "descending indexes", since: versions.descendingIndexes }]
      : []),
    ...(settings.some(({ name }) => name === indexUnused.setting)
      ? [{ what: `${indexUnused.setting} indexes`, since: versions.unusedIndexes }]
      : []),
  ];
}
