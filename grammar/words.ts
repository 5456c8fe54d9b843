/** The words of the language: what the grammar knows by name. None of them is reserved. */

const keywords = [
  "action always as asc by cache cascade check collate cycle default deferrable deferred delete desc distinct domain",
  "enforced enum exclude extension first for foreign forward backward from full generated identity immediate in include",
  "increment index inherit inherits initially key last less match maxvalue minvalue mixin name no not null nulls of on",
  "ops owned partition partitions prefix primary restrict schema sequence set simple sql start stored subpartition",
  "table than to unique unsigned update using valid version virtual where with zerofill",
].flatMap((line) => line.split(" "));

/** Words the grammar itself reads, each with the name of its token: `primary` is `Primary`. */
export const keywordNames: ReadonlyMap<string, string> = new Map(
  keywords.map((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]),
);

/** First words of the declarations the grammar reads. */
export const declarationWords = [
  "schema",
  "extension",
  "enum",
  "domain",
  "sequence",
  "mixin",
  "table",
  "for",
  "sql",
] as const;

/** Declarations that are raw from the kind on; a kind stands before any other it begins with. */
export const objectKinds = [
  "text search configuration",
  "text search dictionary",
  "text search template",
  "text search parser",
  "foreign data wrapper",
  "foreign table",
  "materialized view",
  "recursive view",
  "view",
  "virtual table",
  "constraint trigger",
  "event trigger",
  "trigger",
  "event",
  "default privileges",
  "operator family",
  "operator class",
  "operator",
  "access method",
  "user mapping",
  "publication",
  "statistics",
  "procedure",
  "aggregate",
  "collation",
  "function",
  "language",
  "policy",
  "revoke",
  "server",
  "grant",
  "rule",
  "cast",
  "type",
] as const;

/** Starts of declarations as a regular expression's source; blanks may stand for the one space. */
export function startsWith(words: readonly string[]): string {
  return `(?:${words.map((word) => word.replaceAll(" ", "[ \\t]+")).join("|")})(?![\\w.])`;
}
