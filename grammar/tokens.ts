/**
 * The token table. Every keyword is also a `Word`, so it can be a name anywhere; every token that may stand in the rest
 * of a line nobody understood is an `Any`.
 */

import { createToken, Lexer, type TokenType } from "./chevrotain.js";
import * as find from "./find.js";
import { type Keyword, keywordNames, objectKinds } from "./words.js";

export const Any = createToken({ name: "Any", pattern: Lexer.NA });
/** A name where only a name can stand, or text too. */
export const NameOrText = createToken({ name: "NameOrText", pattern: Lexer.NA, categories: [Any] });
export const Named = createToken({ name: "Named", pattern: Lexer.NA, categories: [NameOrText] });
export const Word = createToken({ name: "Word", pattern: Lexer.NA, categories: [Named] });
export const Ident = createToken({ name: "Ident", pattern: /[A-Za-z_]\w*/, categories: [Word] });

const keywordTypes: ReadonlyMap<string, TokenType> = new Map(
  [...keywordNames].map(([word, name]) => [word, createToken({ name, pattern: Lexer.NA, categories: [Word] })]),
);

/** The tokens of the keywords. */
export const keyword = Object.fromEntries(keywordTypes) as Readonly<Record<Keyword, TokenType>>;

/** The type of an identifier: a keyword's where it is one, in whatever case. */
export function wordType(image: string): TokenType {
  // Most words are written in lower case already.
  return keywordTypes.get(image) ?? (/[A-Z]/.test(image) ? keywordTypes.get(image.toLowerCase()) : undefined) ?? Ident;
}

function token(name: string, pattern: RegExp): TokenType {
  return createToken({ name, pattern, categories: [Any] });
}

/** A token that depends on what stands before, or that may be left open. */
function found(name: string, pattern: find.Finder, starts: string, categories: TokenType[] = [Any]): TokenType {
  return createToken({ name, pattern, start_chars_hint: [...starts], line_breaks: true, categories });
}

/** Kept out of the parser's way, with their places. */
function aside(name: string, group: string, pattern: RegExp): TokenType {
  return createToken({ name, pattern, group, line_breaks: true });
}

export const Arrow = token("Arrow", /->/);
export const Spread = token("Spread", /\.\.\./);
export const Dot = token("Dot", /\./);
export const Equals = token("Equals", /=/);
export const Question = token("Question", /\?/);
/** `[]`; what stands between the brackets is answered by the parser's caller. */
export const Brackets = token("Brackets", /\[[^\]\r\n]*\]/);
export const LParen = token("LParen", /\(/);
export const RParen = token("RParen", /\)/);
export const NumberToken = token("Number", /-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/);
export const AtWas = token("AtWas", /@was(?![\w.])/);
export const AtFor = token("AtFor", /@for(?![\w.])/);
export const AtDepends = token("AtDepends", /@depends(?![\w.])/);
export const AtConcurrent = token("AtConcurrent", /@concurrent(?![\w.])/);
export const AtUnmanaged = token("AtUnmanaged", /@unmanaged(?![\w.])/);
export const AtComment = token("AtComment", /@comment(?![\w.])/);
/** `@engine.word` */
export const AtSetting = token("AtSetting", /@[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+/);
export const AtUnknown = token("AtUnknown", /@[A-Za-z_]\w*/);

// A comma and braces hold lines apart: no `Any`.
export const Comma = createToken({ name: "Comma", pattern: /,/ });
export const LCurly = createToken({ name: "LCurly", pattern: /\{/ });
export const RCurly = createToken({ name: "RCurly", pattern: /\}/ });

/** `( … )` of SQL, one token. */
export const RawParen = found("RawParen", find.rawParenthesis, "(");
export const Backticks = found("Backticks", find.quote, "`");
export const Text = found("Text", find.quote, "'", [NameOrText]);
export const Quoted = found("Quoted", find.quote, '"', [Named]);
export const Fence = found("Fence", find.fence, "$");
/** The kind of a programmable object and all its raw text. */
export const ObjectText = found("ObjectText", find.objectText, initials(objectKinds), []);
/** The end of a member or of a declaration; `payload` when it closes every open block. */
export const Newline = found("Newline", find.newline, "\r\n", []);

const Blank = createToken({ name: "Blank", pattern: /[ \t\f\v\u00a0\ufeff]+/, group: Lexer.SKIPPED });
const LineEnd = createToken({ name: "LineEnd", pattern: /[\r\n]+/, group: Lexer.SKIPPED, line_breaks: true });
const MergeMarker = createToken({
  name: "MergeMarker",
  pattern: find.mergeMarker,
  start_chars_hint: [..."<=>|"],
  line_breaks: false,
  group: "strays",
});

/** What the lexer looks for, in its order. Keywords are told apart afterwards: dozens of patterns less to prepare. */
export const lexed: readonly TokenType[] = [
  Blank,
  MergeMarker,
  aside("DocComment", "comments", /\/\/\/(?!\/)[^\r\n]*/),
  aside("LineComment", "comments", /\/\/[^\r\n]*/),
  aside("BlockComment", "strays", /\/\*[\s\S]*?\*\//),
  aside("DashComment", "strays", /--[^\r\n]*/),
  aside("HashComment", "strays", /#[^\r\n]*/),
  aside("Semicolon", "strays", /;/),
  Newline,
  LineEnd,
  ObjectText,
  Ident,
  Word,
  Named,
  NameOrText,
  Any,
  Arrow,
  NumberToken,
  Spread,
  Dot,
  Equals,
  Question,
  Brackets,
  RawParen,
  LParen,
  RParen,
  AtWas,
  AtFor,
  AtDepends,
  AtConcurrent,
  AtUnmanaged,
  AtComment,
  AtSetting,
  AtUnknown,
  Comma,
  LCurly,
  RCurly,
  Backticks,
  Text,
  Quoted,
  Fence,
];

/** What the parser may meet. */
export const parsed: readonly TokenType[] = [
  ...lexed.filter((type) => type.GROUP === undefined),
  ...keywordTypes.values(),
];

function initials(words: readonly string[]): string {
  const first = [...new Set(words.map((word) => word.charAt(0)))].join("");
  return first + first.toUpperCase();
}
