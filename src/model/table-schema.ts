/** A table with everything that belongs to it. */

import type { ColumnSchema } from "./column-schema.js";
import type { ConstraintSchema } from "./constraint-schema.js";
import type { IndexSchema } from "./index-schema.js";
import type { ObjectName } from "./name.js";
import type { Setting } from "./setting.js";

export interface TableSchema extends ObjectName {
  readonly columns: readonly ColumnSchema[];
  readonly constraints: readonly ConstraintSchema[];
  readonly indexes: readonly IndexSchema[];
  readonly comment: string | null;
  readonly settings: readonly Setting[];
}
