/** Everything a connection pins, in one place. */

/** Resting state: foreign keys enforced, references follow a rename. Each stands alone; none works in a transaction's way. */
export const sessionPragmas: readonly string[] = [
  "PRAGMA foreign_keys = ON",
  "PRAGMA legacy_alter_table = OFF",
  "PRAGMA defer_foreign_keys = OFF",
  "PRAGMA ignore_check_constraints = OFF",
  "PRAGMA writable_schema = OFF",
];
