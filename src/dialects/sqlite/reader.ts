/** A cursor over the tokens of a `CREATE` statement. What it cannot read it says; the caller then leaves the object alone. */

import { type SqlToken, unquoteName } from "../../sql/lexer.js";
import { tokensOf } from "./expressions.js";
import { syntax } from "./syntax.js";
import { isReserved } from "./words.js";

/** The statement holds something the model has no place for. */
export class Unreadable extends Error {}

export class Reader {
  readonly #sql: string;
  readonly #tokens: readonly SqlToken[];
  /** Of each token: its lower-case word, or its text. */
  readonly #words: readonly string[];
  #at = 0;

  constructor(sql: string) {
    this.#sql = sql;
    this.#tokens = tokensOf(sql);
    this.#words = this.#tokens.map(({ kind, text }) => (kind === "word" ? text.toLowerCase() : text));
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  fail(what: string): never {
    throw new Unreadable(what);
  }

  /** The next token, as a lower-case word or as it stands. */
  peek(ahead = 0): string {
    return this.#words[this.#at + ahead] ?? "";
  }

  /** Takes these words, or none of them. */
  take(...words: string[]): boolean {
    for (let ahead = 0; ahead < words.length; ahead++) if (this.peek(ahead) !== words[ahead]) return false;
    this.#at += words.length;
    return true;
  }

  expect(...words: string[]): void {
    if (!this.take(...words)) this.fail(`\`${this.peek()}\` where \`${words.join(" ")}\` was expected`);
  }

  next(): SqlToken {
    const token = this.#tokens[this.#at++];
    return token ?? this.fail("an unexpected end");
  }

  /** A name: bare, quoted in any way, or written as a string. */
  name(): string {
    const token = this.next();
    if (token.kind === "string" && token.text.startsWith("'")) return token.text.slice(1, -1).replaceAll("''", "'");
    if (token.kind !== "word" && token.kind !== "name") this.fail(`\`${token.text}\` where a name was expected`);
    return unquoteName(token, syntax);
  }

  /** `(a, b)` */
  names(): string[] {
    this.expect("(");
    const names = [this.name()];
    while (this.take(",")) names.push(this.name());
    this.expect(")");
    return names;
  }

  /** The text inside the next pair of parentheses, as it was written. */
  group(): string {
    this.expect("(");
    const start = this.#at;
    this.#skip(() => this.peek() === ")");
    const text = this.#text(start, this.#at);
    this.expect(")");
    return text;
  }

  /** The tokens up to a comma or closing parenthesis of this level, or the end. */
  item(): SqlToken[] {
    const start = this.#at;
    this.#skip(() => [",", ")", ""].includes(this.peek()));
    return this.#tokens.slice(start, this.#at);
  }

  /** All that is left, as it was written. */
  rest(): string {
    const start = this.#at;
    this.#at = this.#tokens.length;
    return this.#text(start, this.#at);
  }

  /** A declared type: the words that may belong to it, and numbers in parentheses. */
  type(): SqlToken[] {
    const start = this.#at;
    const belongs = ({ kind, text }: SqlToken) =>
      kind === "name" || kind === "string" || (kind === "word" && !isReserved(text));
    for (let token = this.#tokens[this.#at]; token !== undefined && belongs(token); token = this.#tokens[this.#at])
      this.#at++;
    let end = this.#at;
    // GENERATED is no reserved word; SQLite takes the two words off the type in the same way.
    const last = this.#tokens.slice(start, end).map(({ text }) => text.toLowerCase());
    if (last.at(-1) === "always" && last.at(-2) === "generated") end -= 2;
    if (end > start && end === this.#at && this.peek() === "(") {
      this.group();
      end = this.#at;
    }
    return this.#tokens.slice(start, end);
  }

  /** What stands after DEFAULT, parentheses and sign included. */
  value(): string {
    const start = this.#at;
    if (this.peek() === "(") this.group();
    else {
      if (this.peek() === "+" || this.peek() === "-") this.next();
      this.next();
    }
    return this.#text(start, this.#at);
  }

  /** `ON CONFLICT REPLACE`; null where there is none, or the one SQLite takes by itself. */
  conflict(): string | null {
    if (!this.take("on", "conflict")) return null;
    const action = this.name().toLowerCase();
    return action === "abort" ? null : action;
  }

  #skip(stop: () => boolean): void {
    for (let depth = 0; depth > 0 || !stop(); ) {
      const { text } = this.next();
      if (text === "(") depth++;
      if (text === ")") depth--;
    }
  }

  #text(start: number, end: number): string {
    const first = this.#tokens[start];
    if (first === undefined || end <= start) return "";
    const last = this.#tokens[end - 1] ?? first;
    return this.#sql.slice(first.start, last.start + last.text.length);
  }
}
