/** Rules on a table's rows. */

import type { Expression } from "./expression.js";
import type { ObjectName } from "./name.js";
import type { Setting } from "./setting.js";

export type Deferrable = "no" | "deferrable" | "initiallyDeferred";

export type ReferentialAction = "noAction" | "restrict" | "cascade" | "setNull" | "setDefault";

interface Common {
  /** null: the author gave no name. Matched by content; the dialect names it when it is created. */
  readonly name: string | null;
  readonly comment: string | null;
  readonly settings: readonly Setting[];
}

export interface PrimaryKeySchema extends Common {
  readonly kind: "primaryKey";
  readonly columns: readonly string[];
  readonly include: readonly string[];
  readonly deferrable: Deferrable;
}

export interface UniqueSchema extends Common {
  readonly kind: "unique";
  readonly columns: readonly string[];
  readonly include: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly deferrable: Deferrable;
}

export interface CheckSchema extends Common {
  readonly kind: "check";
  readonly expression: Expression;
  readonly noInherit: boolean;
  readonly validated: boolean;
  readonly enforced: boolean;
}

export interface ForeignKeySchema extends Common {
  readonly kind: "foreignKey";
  readonly columns: readonly string[];
  readonly table: ObjectName;
  /** Columns of `table`; filled in by the binder where the author left them out. */
  readonly references: readonly string[];
  readonly match: "simple" | "full";
  readonly onUpdate: ReferentialAction;
  readonly onDelete: ReferentialAction;
  /** `on delete set null (a, b)`: only these; empty means all. */
  readonly onDeleteColumns: readonly string[];
  readonly deferrable: Deferrable;
  readonly validated: boolean;
  readonly enforced: boolean;
}

export type ConstraintSchema = PrimaryKeySchema | UniqueSchema | CheckSchema | ForeignKeySchema;
