/** How PostgreSQL spells names and literals. */

import type { ObjectName } from "../../model/name.js";
import { lexSql } from "../../sql/lexer.js";
import type { SqlSyntax } from "../../sql/syntax.js";

export const syntax: SqlSyntax = {
  nameQuotes: new Map([['"', '"']]),
  doubleQuotedStrings: false,
  backslashEscapes: false,
  escapeStrings: true,
  dollarQuotes: true,
  nestedComments: true,
  hashComments: false,
  dashNeedsSpace: false,
  longOperators: true,
};

/** Names are always quoted: no list of reserved words to keep, and the case stays. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The default schema is first in the session's search path, so its objects go without it. */
export function quoteName({ schema, name }: ObjectName): string {
  return schema === null ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

export function quoteList(names: readonly string[]): string {
  return names.map(quote).join(", ");
}

/** `standard_conforming_strings` is on in every session of ours; a backslash is a character like any other. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A comment at the end of an author's SQL must not swallow what comes after it. */
export function endsInComment(sql: string): boolean {
  const last = lexSql(sql, syntax).at(-1);
  return last?.kind === "comment" && last.text.startsWith("--");
}

export function inParens(sql: string): string {
  return endsInComment(sql) ? `(${sql}\n)` : `(${sql})`;
}
