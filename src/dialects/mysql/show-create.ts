/**
 * Reads the texts of one table from `SHOW CREATE TABLE`. information_schema speaks three-byte UTF-8 and puts `?` for
 * every character beyond it; only for tables with a `?` somewhere is this asked.
 */

import { lexSql, type SqlToken, unquoteName } from "../../sql/lexer.js";
import type { Flavor } from "./facts.js";
import { CatalogRow } from "./rows.js";
import { fold, syntax } from "./syntax.js";

export interface PrintedTexts {
  /** SQL after DEFAULT, by column. */
  readonly defaults: ReadonlyMap<string, string>;
  /** Expression of a computed column. */
  readonly generated: ReadonlyMap<string, string>;
  /** By name; one on a column's line by the column's. */
  readonly checks: ReadonlyMap<string, string>;
}

/** A text that may have lost characters. */
export function isLossy(text: string | null): boolean {
  return text?.includes("?") ?? false;
}

export function readShowCreate(create: string): PrintedTexts {
  const defaults = new Map<string, string>();
  const generated = new Map<string, string>();
  const checks = new Map<string, string>();
  // No value holds a line break: they are printed as `\n`.
  for (const line of create.split("\n").slice(1)) {
    const tokens = lexSql(line.trim().replace(/,$/, ""), syntax).filter(({ kind }) => kind !== "space");
    const [first, second] = tokens;
    const isCheck = first?.kind === "word" && fold(first.text) === "constraint";
    const name = isCheck ? second : first;
    if (name?.kind !== "name") continue;
    const key = unquoteName(name, syntax);
    const clause = new Clauses(line.trim().replace(/,$/, ""), tokens);
    const check = clause.group("check");
    if (check !== null) checks.set(key, check);
    if (isCheck) continue;
    const expression = clause.group("as");
    if (expression !== null) generated.set(key, expression);
    const value = clause.upTo("default");
    if (value !== null) defaults.set(key, value);
  }
  return { defaults, generated, checks };
}

/** What may follow a default. */
const nextClauses = new Set("on comment invisible check auto_increment column_format storage without".split(" "));

class Clauses {
  constructor(
    readonly line: string,
    readonly tokens: readonly SqlToken[],
  ) {}

  /** The text in parentheses after a word. */
  group(word: string): string | null {
    const open = this.#after(word);
    if (open === null || this.tokens[open]?.text !== "(") return null;
    const close = this.#closing(open);
    const [start, end] = [this.tokens[open], this.tokens[close]];
    return start === undefined || end === undefined ? null : this.line.slice(start.start + 1, end.start);
  }

  /** The text after a word, as far as the next clause. */
  upTo(word: string): string | null {
    const from = this.#after(word);
    const first = from === null ? undefined : this.tokens[from];
    if (from === null || first === undefined) return null;
    let at = from;
    for (; at < this.tokens.length; at++) {
      const token = this.tokens[at];
      if (token === undefined || token.kind === "comment") break;
      if (token.kind === "word" && nextClauses.has(fold(token.text))) break;
      if (token.text === "(") at = this.#closing(at);
    }
    const last = this.tokens[at - 1];
    return last === undefined ? null : this.line.slice(first.start, last.start + last.text.length);
  }

  /** Place after a word that stands outside parentheses. */
  #after(word: string): number | null {
    for (let at = 0; at < this.tokens.length; at++) {
      const token = this.tokens[at];
      if (token?.text === "(") at = this.#closing(at);
      else if (token?.kind === "word" && fold(token.text) === word) return at + 1;
    }
    return null;
  }

  #closing(open: number): number {
    let depth = 0;
    for (let at = open; at < this.tokens.length; at++) {
      if (this.tokens[at]?.text === "(") depth++;
      if (this.tokens[at]?.text === ")" && --depth === 0) return at;
    }
    return this.tokens.length;
  }
}

/** A column's row with its texts as they are in full. Where defaults are no SQL, only a literal can have lost any. */
export function withFullTexts(row: CatalogRow, texts: PrintedTexts, { defaultsAreSql }: Flavor): CatalogRow {
  const name = row.text("name");
  const initial = texts.defaults.get(name);
  const expression = texts.generated.get(name);
  if (!defaultsAreSql) {
    const text = initial === undefined || !isLossy(row.textOrNull("initial")) ? null : textOfHex(initial);
    return text === null ? row : new CatalogRow({ ...row.row, initial: text });
  }
  return new CatalogRow({
    ...row.row,
    ...(initial === undefined ? {} : { initial }),
    ...(expression === undefined ? {} : { expression }),
  });
}

/** `0xF09F9982`, as which MySQL prints a value that it could not print otherwise. */
function textOfHex(sql: string): string | null {
  const hex = /^0x((?:[0-9a-f]{2})+)$/i.exec(sql)?.[1];
  if (hex === undefined) return null;
  return new TextDecoder().decode(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}
