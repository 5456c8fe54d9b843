/** Character sets, as far as what fits into them goes. */

/** A collation begins with its character set: `latin1_swedish_ci`. */
export function charsetOf(collation: string | null): string | null {
  return collation === null ? null : (collation.split("_")[0] ?? null);
}

/** A condition on the values that a character set cannot hold; null where it holds all, or is not known. */
export function narrowed(column: string, charset: string | null): string | null {
  if (charset === null || ["utf8mb4", "utf16", "utf32", "binary", "uca1400"].includes(charset)) return null;
  return `NOT (CONVERT(CONVERT(${column} USING ${charset}) USING utf8mb4) <=> CONVERT(${column} USING utf8mb4))`;
}

/** `_latin1` before a literal: a character set in which plain ASCII is what it looks like. */
export function introducesText(word: string): boolean {
  return /^_(?!binary$|ucs2$|utf16|utf32$)[a-z]\w*$/i.test(word);
}
