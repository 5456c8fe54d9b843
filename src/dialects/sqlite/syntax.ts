/** How SQLite spells SQL text: the data for the lexer, and safe names and literals. */

import type { SqlSyntax } from "../../sql/syntax.js";

export const syntax: SqlSyntax = {
  nameQuotes: new Map([
    ['"', '"'],
    ["`", "`"],
    ["[", "]"],
  ]),
  doubleQuotedStrings: false,
  backslashEscapes: false,
  escapeStrings: false,
  dollarQuotes: false,
  nestedComments: false,
  hashComments: false,
  dashNeedsSpace: false,
  longOperators: false,
};

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** SQL text ends at a NUL, so a literal never holds one. */
export function literal(text: string): string {
  const quoted = text.split("\0").map((part) => `'${part.replaceAll("'", "''")}'`);
  return quoted.length === 1 ? quoted.join("") : `(${quoted.join(" || char(0) || ")})`;
}

/** Column names, joined for a list. */
export function quoteAll(names: readonly string[]): string {
  return names.map(quote).join(", ");
}

/** SQLite compares names without regard to case, in ASCII only. */
export function fold(name: string): string {
  return /[A-Z]/.test(name) ? name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : name;
}
