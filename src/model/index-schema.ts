/** An index that is not the tool of a constraint. */

import type { Expression } from "./expression.js";
import type { Setting } from "./setting.js";

export interface IndexPart {
  /** Exactly one of `column` and `expression` is not null. */
  readonly column: string | null;
  readonly expression: Expression | null;
  /** Indexed prefix in characters, or null. */
  readonly prefix: number | null;
  readonly collation: string | null;
  /** Operator class with its parameters, as SQL text, or null for the default one. */
  readonly operatorClass: string | null;
  readonly descending: boolean;
  readonly nulls: "first" | "last" | null;
}

export interface IndexSchema {
  /** null: the author gave no name. Matched by content; the dialect names it when it is created. */
  readonly name: string | null;
  readonly unique: boolean;
  /** `gin`, `fulltext` …; null is the engine's default method. */
  readonly method: string | null;
  readonly parts: readonly IndexPart[];
  readonly include: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly where: Expression | null;
  readonly comment: string | null;
  readonly settings: readonly Setting[];
}
