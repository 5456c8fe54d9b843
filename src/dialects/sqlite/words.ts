/** Words SQLite never reads as a name when they stand bare. All its other keywords may name a column. */

const reserved = new Set(
  (
    "add all alter and as autoincrement between case check collate commit constraint create default deferrable delete " +
    "distinct drop else escape except exists foreign from group having in index insert intersect into is isnull join " +
    "limit not nothing notnull null on or order primary references returning select set table then to transaction " +
    "union unique update using values when where"
  ).split(" "),
);

/** Bare, these are values; quoted, they are names. */
const values = new Set(["true", "false", "current_date", "current_time", "current_timestamp"]);

export function isReserved(word: string): boolean {
  return reserved.has(word.toLowerCase());
}

/** In an expression the bare word means something else than the quoted name. */
export function isKeyword(word: string): boolean {
  return isReserved(word) || values.has(word.toLowerCase());
}
