/** What the first word of a statement says of how it can be run, and run again. */

import { lexSql, significant, unquoteName } from "../sql/lexer.js";
import type { SqlSyntax } from "../sql/syntax.js";
import type { FileStatement } from "./file.js";

const data = new Set(["insert", "update", "delete", "replace", "merge", "with", "select", "values", "load"]);
const session = new Set(["set", "reset", "pragma", "use", "attach", "detach"]);
const shape = new Set(["create", "alter", "drop", "rename"]);
/** What the catalog is read for; a view, a trigger or a grant changes nothing that would be seen. */
const seen = new Set(["table", "index", "schema", "database", "type"]);
const adjectives = new Set(["unique", "fulltext", "spatial"]);

/** Rows: it can stand in one transaction with its line in the journal, on every engine. */
export function changesRows(statement: FileStatement, syntax: SqlSyntax): boolean {
  return data.has(words(statement, syntax)[0] ?? "");
}

/** It changes this connection only: another one has to be told again. */
export function changesSession(statement: FileStatement, syntax: SqlSyntax): boolean {
  const [first = "", second = ""] = words(statement, syntax);
  return session.has(first) && second !== "global" && second !== "persist";
}

/**
 * The table, namespace or type that a statement makes, changes or drops, or whose index it does, in lower case and without
 * what it is in. null: something else, such as a view, for which the catalog is not read.
 */
export function shapedBy(statement: FileStatement, syntax: SqlSyntax): string | null {
  const [verb = "", ...more] = words(statement, syntax);
  const noun = more.find((word) => !adjectives.has(word)) ?? "";
  if (statement.kind === "code" || !shape.has(verb) || !seen.has(noun)) return null;
  const tokens = significant(lexSql(statement.sql, syntax));
  const place = tokens.findIndex(({ text }) => text.toLowerCase() === (noun === "index" ? "on" : noun));
  const rest = tokens.slice(place + 1);
  const start = rest.findIndex(({ text }) => !/^(?:if|not|exists|only)$/i.test(text));
  if (place < 0 || start < 0) return null;
  let at = start;
  while (rest[at + 1]?.text === "." && rest[at + 2] !== undefined) at += 2;
  const name = rest[at];
  return name === undefined ? null : unquoteName(name, syntax).toLowerCase();
}

/** The first three, in lower case. */
function words(statement: FileStatement, syntax: SqlSyntax): string[] {
  if (statement.kind === "code") return [];
  // No statement begins with more than its kind in this length.
  const tokens = significant(lexSql(statement.sql.slice(0, 500), syntax)).slice(0, 3);
  return tokens.map(({ text }) => text.toLowerCase());
}
