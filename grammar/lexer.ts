/** Text to tokens for the parser, with comments, and whatever is open or out of place, beside them. */

import { type IToken, Lexer, type TokenType } from "./chevrotain.js";
import { begin, type Open } from "./find.js";
import type { Reading } from "./layout.js";
import type { ObjectText } from "./object-text.js";
import { Ident, lexed, RCurly, wordType } from "./tokens.js";

/** Something wrong with the text itself; offsets. */
export interface LexProblem {
  readonly kind: "brace" | "parenthesis" | "quote" | "fence" | "character" | "semicolon" | "comment" | "mergeMarker";
  readonly start: number;
  readonly end: number;
}

export interface LexedComment {
  /** `doc` is `///`. */
  readonly kind: "line" | "doc";
  readonly start: number;
  readonly end: number;
}

export interface Lexed {
  readonly tokens: readonly IToken[];
  readonly comments: readonly LexedComment[];
  readonly problems: readonly LexProblem[];
}

let lexer: Lexer | null = null;

/** `validate` is for a test: it is slow and the table does not change at run time. */
export function createLexer(validate = false): Lexer {
  return new Lexer([...lexed], {
    positionTracking: "full",
    ensureOptimizations: true,
    skipValidations: !validate,
    safeMode: false,
  });
}

export function lex(text: string, reading: Reading): Lexed {
  lexer ??= createLexer();
  const layout = begin(text, reading, retypeWord);
  const { tokens, groups, errors } = lexer.tokenize(text);
  layout.catchUp(tokens);
  const problems: LexProblem[] = errors.map(({ offset, length }) => ({
    kind: "character",
    start: offset,
    end: offset + length,
  }));
  const comments = (groups.comments ?? []).map(commentOf);
  for (const stray of groups.strays ?? []) problems.push({ kind: strayKind(stray), ...range(stray) });
  for (const token of tokens) {
    const open = openIn(token);
    if (open !== null) problems.push({ kind: open.open, start: open.at, end: open.at + 1 });
    if (token.tokenType.name === "ObjectText") comments.push(...objectComments(text, token));
  }
  const braces = closeBraces(tokens, layout.open);
  for (const brace of braces.unclosed) problems.push({ kind: "brace", ...range(brace) });
  comments.sort((a, b) => a.start - b.start);
  problems.sort((a, b) => a.start - b.start);
  return { tokens: braces.tokens, comments, problems };
}

function retypeWord(token: IToken): void {
  if (token.tokenType === Ident) retype(token, wordType(token.image));
}

function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
}

function range(token: IToken): { start: number; end: number } {
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}

function commentOf(token: IToken): LexedComment {
  return { kind: token.tokenType.name === "DocComment" ? "doc" : "line", ...range(token) };
}

function strayKind(token: IToken): LexProblem["kind"] {
  if (token.tokenType.name === "MergeMarker") return "mergeMarker";
  return token.tokenType.name === "Semicolon" ? "semicolon" : "comment";
}

/** The raw text of a programmable object. */
export function objectTextOf(token: IToken): ObjectText {
  // Set by the finder of this token, which chevrotain types as `any`.
  return token.payload as ObjectText;
}

function openIn(token: IToken): Open | null {
  if (token.tokenType.name === "Newline" || token.payload === undefined) return null;
  if (token.tokenType.name !== "ObjectText") return token.payload as Open;
  const { open } = objectTextOf(token);
  return open === null ? null : { open: open.what, at: open.at };
}

function objectComments(text: string, token: IToken): LexedComment[] {
  return objectTextOf(token).comments.map((comment) => ({
    kind: /^\/\/\/(?!\/)/.test(text.slice(comment.start, comment.start + 4)) ? "doc" : "line",
    ...comment,
  }));
}

/** Whether a quote that is closed goes over a line end. */
export function hasLongQuote({ tokens }: Lexed): boolean {
  return tokens.some(
    ({ tokenType, image }) => /^(?:Text|Quoted|Backticks)$/.test(tokenType.name) && /[\r\n]/.test(image),
  );
}

/**
 * Puts an empty `}` where an open `{` ends: before a line that closes all, or at the end. The parser then has nothing
 * to say about it.
 */
function closeBraces(
  tokens: readonly IToken[],
  open: readonly IToken[],
): { tokens: readonly IToken[]; unclosed: readonly IToken[] } {
  if (open.length === 0 && !tokens.some((token) => token.payload === "closesAll")) return { tokens, unclosed: [] };
  const closed: IToken[] = [];
  const unclosed: IToken[] = [];
  let stack: IToken[] = [];
  for (const token of tokens) {
    const name = token.tokenType.name;
    if (name === "LCurly") stack.push(token);
    else if (name === "RCurly") stack.pop();
    else if (token.payload === "closesAll") {
      unclosed.push(...stack);
      for (const _ of stack) closed.push(emptyBrace(closed.at(-1) ?? token));
      stack = [];
    }
    closed.push(token);
  }
  const last = open.filter((token) => token.tokenType.name === "LCurly");
  unclosed.push(...last);
  for (const _ of last) closed.push(emptyBrace(closed.at(-1) ?? _));
  return { tokens: closed, unclosed };
}

function emptyBrace(after: IToken): IToken {
  const end = (after.endOffset ?? after.startOffset) + 1;
  const brace = { ...after, image: "", startOffset: end, endOffset: end - 1 };
  retype(brace, RCurly);
  return brace;
}
