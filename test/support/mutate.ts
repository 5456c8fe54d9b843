/** Changes one token of one expression, so that it means something else and is still valid SQL. */

import { lexSql } from "../../src/sql/lexer.js";
import type { SqlSyntax } from "../../src/sql/syntax.js";

/** Each word or sign, and what it becomes. */
const swaps: ReadonlyMap<string, string> = new Map([
  ["<", ">"],
  [">", "<"],
  ["<=", "<"],
  [">=", ">"],
  ["=", "<>"],
  ["<>", "="],
  ["+", "-"],
  ["*", "+"],
  ["and", "or"],
  ["or", "and"],
  ["lower", "upper"],
  ["upper", "lower"],
  ["true", "false"],
  ["false", "true"],
  ["is", "is not"],
]);

/** Every text that differs from `sql` in one token. */
export function mutations(sql: string, syntax: SqlSyntax): string[] {
  const tokens = lexSql(sql, syntax);
  return tokens.flatMap((token, at) => {
    const swapped =
      token.kind === "number"
        ? [`${Number(token.text) + 1}`]
        : token.kind === "string" && /^'[^{\\]*'$/s.test(token.text) && !/^'[\d-]+[ \d:+]*'$/.test(token.text)
          ? [`${token.text.slice(0, -1)}x'`]
          : [swaps.get(token.text.toLowerCase())].filter((text) => text !== undefined);
    // Digits of the clock are the column's own: MariaDB stores those, whatever is written.
    if (token.kind === "number" && /^current_timestamp$/i.test(tokens[at - 2]?.text ?? "")) return [];
    // `between 1 and 2` needs its `and`.
    if (/\bbetween\b/i.test(sql) && token.text.toLowerCase() === "and") return [];
    return swapped.map((text) => tokens.map((other, index) => (index === at ? text : other.text)).join(""));
  });
}

/** Copies of a value, each with one `{ sql }` inside it mutated once. */
export function mutants<T>(value: T, syntax: SqlSyntax): { value: T; was: string; now: string }[] {
  const found: { value: T; was: string; now: string }[] = [];
  const visit = (inner: unknown, rebuild: (replacement: unknown) => unknown): void => {
    if (Array.isArray(inner)) {
      inner.forEach((item, index) => {
        visit(item, (replacement) => rebuild(inner.with(index, replacement)));
      });
    } else if (inner !== null && typeof inner === "object") {
      if ("sql" in inner && typeof inner.sql === "string") {
        const was = inner.sql;
        for (const now of mutations(was, syntax)) found.push({ value: rebuild({ sql: now }) as T, was, now });
      } else {
        for (const [key, item] of Object.entries(inner))
          visit(item, (replacement) => rebuild({ ...inner, [key]: replacement }));
      }
    }
  };
  visit(value, (replacement) => replacement);
  return found;
}
