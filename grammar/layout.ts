/** What the lexer knows of the text before a token: the open blocks, where the declaration began, whether `(` opens SQL. */

import type { IToken } from "./chevrotain.js";
import { indentation, type Limits, lineEnd, lineStart } from "./scan.js";
import { declarationWords, objectKinds, startsWith } from "./words.js";

/** Ways of reading a text that has something open at its end. */
export interface Reading {
  /** A declaration's first word in column 1 closes what is open. */
  readonly closeAtDeclaration: boolean;
  /** A quote ends with its line. */
  readonly oneLineQuotes: boolean;
}

interface Block {
  readonly kind: "declarations" | "members" | "parentheses";
  readonly opener: IToken;
  /** Indentation of the line the opener stands on. */
  readonly indent: number;
  /** Of the declaration it belongs to, for when it closes. */
  readonly base: number | null;
  readonly head: string;
}

const declarationStart = new RegExp(`^${startsWith([...declarationWords, ...objectKinds])}[ \\t]+[\\w"@(]`, "gim");

/** Words before a raw `(`. */
const introducers = new Set(["Check", "Where", "Generated", "Exclude", "Using", "From", "To", "In", "With", "Than"]);

/** Behind these a word is a name. */
const beforeNames = new Set(["Arrow", "Dot", "LParen", "Comma", "As", "Ops", "Collate", "Equals"]);

const endsMethod = new Set(["RawParen", "Newline", "LCurly", "RCurly"]);
const endsOperatorClass = new Set(["RawParen", "Newline", "Comma", "RParen"]);

/** Starts of lines that continue a member. */
const continuation = /^(?:@|->|=(?!=)|(?:where|include|using)[ \t]*\()/i;

export class Layout {
  readonly #text: string;
  readonly #reading: Reading;
  /** Gives a word that is a keyword the keyword's type. */
  readonly #retype: (token: IToken) => void;
  readonly #stack: Block[] = [];
  #read = 0;
  /** Column of the declaration being read; null between declarations. */
  #base: number | null = null;
  /** Its first word. */
  #head = "";
  #previous: IToken | null = null;
  /** A `(` right here is raw. */
  #introduced = false;
  /** Behind `partition by`, before its `(`. */
  #method = false;
  /** Behind `ops`. */
  #operatorClass = false;
  /** Start of the next declaration in column 1, and from where it was searched. */
  #next = { from: 0, at: -1 };

  constructor(text: string, reading: Reading, retype: (token: IToken) => void) {
    this.#text = text;
    this.#reading = reading;
    this.#retype = retype;
  }

  /** Blocks still open, outermost first. */
  get open(): readonly IToken[] {
    return this.#stack.map((block) => block.opener);
  }

  /** Takes in the tokens found since the last call. */
  catchUp(tokens: readonly IToken[]): this {
    for (; this.#read < tokens.length; this.#read++) {
      const token = tokens[this.#read];
      if (token === undefined) continue;
      this.#retype(token);
      this.#accept(token, token.tokenType.name);
    }
    return this;
  }

  get betweenDeclarations(): boolean {
    return this.#kind === "declarations" && this.#base === null;
  }

  rawParenthesis(at: number): boolean {
    if (this.#introduced || this.#method) return true;
    const previous = this.#previous;
    if (previous === null || (previous.endOffset ?? 0) + 1 !== at) return false;
    return this.#operatorClass || previous.tokenType.name === "AtSetting" || previous.tokenType.name === "AtUnknown";
  }

  /** Whether a line end before `next` (the next character that means something) ends a member or declaration. */
  endsLine(next: number): "no" | "yes" | "closesAll" {
    const text = this.#text;
    const top = this.#stack.at(-1);
    if (top !== undefined && this.closesAt(next)) return "closesAll";
    if (top?.kind === "parentheses") return indentation(text, next) > top.indent || text[next] === ")" ? "no" : "yes";
    if (top?.kind === "members") return continuation.test(text.slice(next, next + 20)) ? "no" : "yes";
    if (this.#base === null) return "no";
    return next - lineStart(text, next) > this.#base || /[}@)$]/.test(text[next] ?? "") ? "no" : "yes";
  }

  /** A declaration in column 1 that closes what is open. */
  closesAt(at: number): boolean {
    return this.#reading.closeAtDeclaration && this.#nextDeclaration(at) === at;
  }

  /** How far a fence that opens at `at` may reach: in a block not over the line that closes it. */
  fenceLimit(at: number): number {
    const { block } = this.limits(at);
    if (!this.#reading.closeAtDeclaration || this.#stack.length === 0) return block;
    const close = /^[ \t]*\}/m.exec(this.#text.slice(at, block))?.index;
    return close === undefined ? block : at + close;
  }

  /** How far what opens at `at` may reach. */
  limits(at: number): Limits {
    const { oneLineQuotes, closeAtDeclaration } = this.#reading;
    return {
      block: closeAtDeclaration ? this.#nextDeclaration(at + 1) : this.#text.length,
      quote: (start) => (oneLineQuotes ? lineEnd(this.#text, start) : this.#text.length),
    };
  }

  #nextDeclaration(from: number): number {
    if (from < this.#next.from || from > this.#next.at) {
      declarationStart.lastIndex = from;
      this.#next = { from, at: declarationStart.exec(this.#text)?.index ?? this.#text.length };
    }
    return this.#next.at;
  }

  get #kind(): Block["kind"] {
    return this.#stack.at(-1)?.kind ?? "declarations";
  }

  #accept(token: IToken, name: string): void {
    if (this.betweenDeclarations && name !== "Newline") {
      this.#base = token.startOffset - lineStart(this.#text, token.startOffset);
      this.#head = name;
    }
    const before = this.#previous?.tokenType.name ?? "Newline";
    this.#introduced = introducers.has(name) && !beforeNames.has(before);
    switch (name) {
      case "Newline":
        this.#acceptNewline(token);
        break;
      case "LCurly":
        this.#push(token, this.#kind === "declarations" && this.#head === "For" ? "declarations" : "members");
        break;
      case "LParen":
        this.#push(token, "parentheses");
        break;
      case "RParen":
        if (this.#kind === "parentheses") this.#pop();
        break;
      case "RCurly":
        this.#popParentheses();
        this.#pop();
        break;
      case "By":
        if (before === "Partition" || before === "Subpartition") this.#method = true;
        break;
      case "Ops":
        if (this.#kind === "parentheses" && !beforeNames.has(before)) this.#operatorClass = true;
        break;
    }
    if (endsMethod.has(name)) this.#method = false;
    if (endsOperatorClass.has(name)) this.#operatorClass = false;
    this.#previous = token;
  }

  #acceptNewline(token: IToken): void {
    this.#popParentheses();
    if (token.payload !== undefined) this.#stack.length = 0;
    if (this.#kind === "declarations") this.#base = null;
  }

  #push(opener: IToken, kind: Block["kind"]): void {
    const indent = indentation(this.#text, opener.startOffset);
    this.#stack.push({ kind, opener, indent, base: this.#base, head: this.#head });
    if (kind === "declarations") this.#base = null;
  }

  #pop(): void {
    const block = this.#stack.pop();
    if (block === undefined) return;
    this.#base = block.base;
    this.#head = block.head;
  }

  #popParentheses(): void {
    while (this.#kind === "parentheses") this.#pop();
  }
}
