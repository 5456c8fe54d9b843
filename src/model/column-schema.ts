/** A column of a table. */

import type { Expression } from "./expression.js";
import type { Setting } from "./setting.js";

export interface ColumnType {
  /** Schema of a user's type; null for built-in types and for the default schema. */
  readonly schema: string | null;
  /** One word or several (`double precision`); `_` is a typeless SQLite column. */
  readonly name: string;
  /** Each argument as SQL text: `12`, `'draft'`, `point`. */
  readonly args: readonly string[];
  readonly unsigned: boolean;
  readonly zerofill: boolean;
  /** Number of `[]` after the name. */
  readonly dimensions: number;
  /** `name` is SQL text from backticks, not yet read by the dialect. Always false in normal form. */
  readonly raw: boolean;
}

export interface SequenceOptions {
  /** Name of the owned sequence; null lets the engine choose. */
  readonly name: string | null;
  readonly as: string | null;
  readonly start: string | null;
  readonly increment: string | null;
  readonly minvalue: string | null;
  readonly maxvalue: string | null;
  readonly cache: string | null;
  readonly cycle: boolean;
}

export interface Identity {
  /** `serial`: a default that reads a sequence the column owns. */
  readonly kind: "byDefault" | "always" | "serial";
  readonly sequence: SequenceOptions;
}

export interface Generated {
  readonly expression: Expression;
  readonly storage: "stored" | "virtual";
}

export interface ColumnSchema {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly default: Expression | null;
  readonly generated: Generated | null;
  readonly identity: Identity | null;
  /** Name as written in SQL without quotes, `C` or `pg_catalog.C`; null is the type's own. */
  readonly collation: string | null;
  readonly comment: string | null;
  readonly settings: readonly Setting[];
}
