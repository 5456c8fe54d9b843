/** A plan: what would change, step by step, as data. */

import type { Undecided, UnmanagedObject } from "../dialect/dialect.js";
import type { Statement } from "../dialect/statement.js";
import type { Origin } from "../model/hints.js";

export interface PlannedStep {
  /** `ADD_COLUMN`, `CREATE_TABLE`, `REBUILD_TABLE` … */
  readonly kind: string;
  /** `users.nickname` */
  readonly object: string;
  /** Line of the schema file that asks for it; null for drops and for backward steps. */
  readonly origin: Origin | null;
  /** Where several operations became one step: each of them, `ALTER_COLUMN users.age`. Else empty. */
  readonly merged: readonly string[];
  readonly statements: readonly Statement[];
}

export interface PlannedHalf {
  readonly steps: readonly PlannedStep[];
  /** Why this half cannot be run, or null. */
  readonly irreversible: string | null;
}

/** Touched objects (`users`, `billing.bookings`), each with 8 hex digits, or `-` where it does not exist. */
export type Fingerprints = ReadonlyMap<string, string>;

export interface PlannedMigration {
  /** Words for the file name: `add_users_nickname`. */
  readonly slug: string;
  /** `none`: each statement commits by itself and is journalled. */
  readonly transaction: "all" | "none";
  readonly before: Fingerprints;
  readonly after: Fingerprints;
  readonly forward: PlannedHalf;
  readonly backward: PlannedHalf;
}

export interface Plan {
  readonly dialect: string;
  readonly migrations: readonly PlannedMigration[];
  readonly compared: { readonly objects: number; readonly equal: number; readonly changed: number };
  readonly undecided: readonly Undecided[];
  readonly unmanaged: readonly UnmanagedObject[];
}
