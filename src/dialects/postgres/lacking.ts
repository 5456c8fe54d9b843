/** What an operation asks for that only later servers have. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { Operation } from "../../operation/operation.js";
import { majorVersion } from "./lowering.js";

/** Words like `virtual columns need PostgreSQL 18; this is 15.18`; null where the server has it all. */
export function lackingIn(operation: Operation, server: string): string | null {
  if (!("after" in operation)) return null;
  const needs: Need[] = [];
  switch (operation.noun) {
    case "table":
      needs.push(...operation.after.columns.flatMap(columnNeeds));
      needs.push(...operation.after.constraints.flatMap(constraintNeeds));
      needs.push(...operation.after.indexes.flatMap(indexNeeds));
      break;
    case "column":
      needs.push(...columnNeeds(operation.after));
      break;
    case "constraint":
      needs.push(...constraintNeeds(operation.after));
      break;
    case "index":
      needs.push(...indexNeeds(operation.after));
  }
  const missing = needs.find(({ version }) => version > majorVersion(server));
  return missing === undefined ? null : `${missing.what} need PostgreSQL ${missing.version}; this is ${server}`;
}

interface Need {
  readonly what: string;
  readonly version: number;
}

function columnNeeds(column: ColumnSchema): Need[] {
  return [
    ...(column.generated?.storage === "virtual" ? [{ what: "virtual generated columns", version: 18 }] : []),
    ...(column.settings.some(({ name }) => name === "compression")
      ? [{ what: "column compressions", version: 14 }]
      : []),
  ];
}

const nullsNotDistinct: Need = { what: "keys with NULLS NOT DISTINCT", version: 15 };

function constraintNeeds(constraint: ConstraintSchema): Need[] {
  switch (constraint.kind) {
    case "unique":
      return constraint.nullsNotDistinct ? [nullsNotDistinct] : [];
    case "check":
      return constraint.enforced ? [] : [{ what: "constraints that are NOT ENFORCED", version: 18 }];
    case "foreignKey":
      return [
        ...(constraint.enforced ? [] : [{ what: "constraints that are NOT ENFORCED", version: 18 }]),
        ...(constraint.onDeleteColumns.length === 0 ? [] : [{ what: "column lists after SET NULL", version: 15 }]),
      ];
    default:
      return [];
  }
}

function indexNeeds(index: IndexSchema): Need[] {
  return index.nullsNotDistinct ? [nullsNotDistinct] : [];
}
