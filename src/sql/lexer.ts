/** SQL text to tokens, for any dialect: complete (joining all tokens gives the text back) and total (never throws). */

import type { SqlSyntax } from "./syntax.js";

export type SqlTokenKind = "space" | "comment" | "word" | "name" | "string" | "number" | "parameter" | "punctuation";

export interface SqlToken {
  readonly kind: SqlTokenKind;
  readonly text: string;
  /** Offset in the text that was read. */
  readonly start: number;
  /** A quote, fence or block comment is still open at the end of the text. */
  readonly open: boolean;
}

const digit = /[0-9]/;
const space = /\s/;
const operator = /[-+*/<>=~!@#%^&|`?]/;

/** All tokens of a text, white space and comments included. */
export function lexSql(text: string, syntax: SqlSyntax): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  while (at < text.length) {
    const [kind, end, open] = next(text, at, syntax);
    tokens.push({ kind, text: text.slice(at, end), start: at, open });
    at = end;
  }
  return tokens;
}

/** The tokens that mean something: no white space, no comments. */
export function significant(tokens: readonly SqlToken[]): SqlToken[] {
  return tokens.filter((token) => token.kind !== "space" && token.kind !== "comment");
}

/** The name a `name` token stands for: quotes removed, doubled quotes undone. Other tokens: their text. */
export function unquoteName(token: SqlToken, syntax: SqlSyntax): string {
  const close = token.kind === "name" ? syntax.nameQuotes.get(token.text[0] ?? "") : undefined;
  if (close === undefined) return token.text;
  return token.text.slice(1, token.open ? undefined : -1).replaceAll(close + close, close);
}

type Next = readonly [SqlTokenKind, end: number, open: boolean];

function next(text: string, at: number, syntax: SqlSyntax): Next {
  if (isSpace(text, at)) {
    let end = at + 1;
    while (end < text.length && isSpace(text, end)) end++;
    return ["space", end, false];
  }
  if (startsWord(text.charCodeAt(at)) && text[at + 1] !== "'") return ["word", wordEnd(text, at), false];
  const char = text[at] ?? "";
  if (char === "(" || char === ")" || char === ",") return ["punctuation", at + 1, false];
  const pair = text.slice(at, at + 2);
  if (pair === "--" && (!syntax.dashNeedsSpace || at + 2 >= text.length || space.test(text[at + 2] ?? "")))
    return ["comment", lineEnd(text, at), false];
  if (char === "#" && syntax.hashComments) return ["comment", lineEnd(text, at), false];
  if (pair === "/*") return blockComment(text, at, syntax);
  if (char === "'") return quoted(text, at, "'", "string", syntax.backslashEscapes);
  if (char === '"' && syntax.doubleQuotedStrings) return quoted(text, at, '"', "string", syntax.backslashEscapes);
  const close = syntax.nameQuotes.get(char);
  if (close !== undefined) return quoted(text, at, close, "name", false);
  if (char === "$" && syntax.dollarQuotes) {
    const fence = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(text.slice(at, at + 130))?.[0];
    if (fence !== undefined) {
      const end = text.indexOf(fence, at + fence.length);
      return ["string", end < 0 ? text.length : end + fence.length, end < 0];
    }
  }
  if (/[eE]/.test(char) && text[at + 1] === "'" && syntax.escapeStrings)
    return quoted(text, at + 1, "'", "string", true);
  if (/[bBxXnN]/.test(char) && text[at + 1] === "'") return quoted(text, at + 1, "'", "string", false);
  if (digit.test(char) || (char === "." && digit.test(text[at + 1] ?? ""))) {
    const end = /^(?:0[xX][0-9a-fA-F_]+|(?:\d[\d_]*)?\.?\d*(?:[eE][-+]?\d+)?)/.exec(text.slice(at))?.[0].length ?? 1;
    return ["number", at + Math.max(end, 1), false];
  }
  if (/[$:@?]/.test(char)) {
    const parameter = /^(?:\$\d+|[:@][A-Za-z_]\w*|\?\d+)/.exec(text.slice(at, at + 80))?.[0];
    if (parameter !== undefined && text[at - 1] !== ":") return ["parameter", at + parameter.length, false];
  }
  if (startsWord(text.charCodeAt(at))) return ["word", wordEnd(text, at), false];
  return ["punctuation", at + punctuationLength(text, at, syntax), false];
}

// Most characters are in words or between them, so these look at codes and not at patterns.

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : space.test(text[at] ?? "");
}

function startsWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}

function wordEnd(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (!startsWord(code) && !(code >= 48 && code <= 57) && code !== 36) break;
  }
  return end;
}

function lineEnd(text: string, at: number): number {
  const end = text.slice(at).search(/[\r\n]/);
  return end < 0 ? text.length : at + end;
}

function blockComment(text: string, at: number, syntax: SqlSyntax): Next {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const pair = text.slice(i, i + 2);
    if (pair === "/*" && (depth === 0 || syntax.nestedComments)) depth++;
    else if (pair === "*/") depth--;
    else continue;
    i++;
    if (depth === 0) return ["comment", i + 1, false];
  }
  return ["comment", text.length, true];
}

/** `at` is the opening quote (a prefix letter before it belongs to the token). */
function quoted(text: string, at: number, close: string, kind: SqlTokenKind, backslash: boolean): Next {
  for (let i = at + 1; i < text.length; i++) {
    const char = text[i];
    if (backslash && char === "\\") i++;
    else if (char === close) {
      // A square bracket is never doubled.
      if (text[i + 1] === close && close !== "]") i++;
      else return [kind, i + 1, false];
    }
  }
  return [kind, text.length, true];
}

function punctuationLength(text: string, at: number, syntax: SqlSyntax): number {
  const two = text.slice(at, at + 2);
  if (two === "::" || two === ":=") return 2;
  if (!operator.test(text[at] ?? "")) return 1;
  if (!syntax.longOperators) {
    const three = text.slice(at, at + 3);
    if (["->>", "<=>"].includes(three)) return 3;
    return ["<=", ">=", "<>", "!=", "||", "&&", "->", "<<", ">>", "==", ":="].includes(two) ? 2 : 1;
  }
  let end = at + 1;
  while (end < text.length && operator.test(text[end] ?? "")) {
    const pair = text.slice(end, end + 2);
    if (pair === "--" || pair === "/*") break;
    end++;
  }
  // "+" and "-" may end an operator only if it holds one of these (PostgreSQL, "Operators" in its lexical structure).
  while (end > at + 1 && /[-+]/.test(text[end - 1] ?? "") && !/[~!@#%^&|`?]/.test(text.slice(at, end))) end--;
  return end - at;
}
