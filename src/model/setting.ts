/** A setting only one engine stores: `@postgres.fillfactor(70)` is `{ name: "fillfactor", value: "70" }`. */

export interface Setting {
  /** The word after the engine, lower case, dots kept: `toast.autovacuum_enabled`. */
  readonly name: string;
  /** The text between the parentheses, trimmed; null where there are none. */
  readonly value: string | null;
}
