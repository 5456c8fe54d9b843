/** A named list of values, a type of its own where the engine has such types. */

import type { ObjectName } from "./name.js";

export interface EnumSchema extends ObjectName {
  /** In order; the order is part of the type. */
  readonly values: readonly string[];
  readonly comment: string | null;
}
