/** What the parser says when it cannot go on: what to write, in plain words. */

import type { IParserErrorMessageProvider, IToken, TokenType } from "./chevrotain.js";

/** What a rule with several ways to go on wants. */
const wanted: Readonly<Record<string, string>> = {
  enumValue: "a value of the enum: a word or `'text'`",
  enumLine: "a value of the enum: a word or `'text'`",
  memberLine: "a column (`name type`) or a rule such as `index (column)`",
  type: "a type, such as `int` or `varchar(80)`",
  typeArguments: "a number, a word or `'text'`",
  value: "a value: a number, `'text'`, `true`, `null`, `now()` or SQL in backticks",
  arguments: "values with commas between, then `)`",
  generated: "`stored` or `virtual`",
  ruleOption: "`deferred`, `immediate`, `valid`, `enforced`, `full` or `simple`",
  action: "`delete` or `update`, then `cascade`, `restrict`, `no action`, `set null` or `set default`",
  indexPart: "a column, a function such as `lower(email)`, or SQL in backticks",
  partModifier: "`first` or `last`",
  bound: "`default`, `from (…) to (…)`, `in (…)`, `with (…)` or `less than (…)`",
  sequenceOption:
    "an option: `as int`, `start 1`, `increment 1`, `minvalue 1`, `maxvalue 9`, `cache 1`, `cycle` or `owned by t.c`",
  sqlHalf: "`forward $$ … $$` or `backward $$ … $$`",
  partitionLine: "a partition: `name` and its bound",
  partitioning: "how to partition: `range (column)`",
};

const tokens: Readonly<Record<string, string>> = {
  LCurly: "`{`",
  RCurly: "`}`",
  LParen: "`(`",
  RParen: "`)`",
  RawParen: "SQL in parentheses",
  Text: "`'text'`",
  Number: "a number",
  Fence: "`$$ … $$`",
  Named: "a name",
  NameOrText: "a name or `'text'`",
  Word: "a word",
  Arrow: "`-> table.column`",
  EOF: "the end of the file",
};

function label(type: TokenType): string {
  return tokens[type.name] ?? `\`${type.name.toLowerCase()}\``;
}

/** A token as people see it. */
export function shown(token: IToken): string {
  const name = token.tokenType.name;
  if (name === "EOF") return "the file ends";
  if (name === "Newline") return "the line ends";
  if (name === "RCurly" && token.image === "") return "the block ends";
  const line = token.image.split(/[\r\n]/, 1)[0] ?? "";
  const text = line.length > 24 ? `${line.slice(0, 23)}…` : line;
  return text.includes("`") ? text : `\`${text}\``;
}

/** The same words for a token that starts a line of a block. */
export function unexpectedStart(block: string, actual: IToken): string {
  return expected(wanted[block] ?? "a declaration", actual);
}

function expected(what: string, actual: IToken): string {
  return `expected ${what}, but ${shown(actual)} ${/ends$/.test(shown(actual)) ? "here" : "stands here"}`;
}

export const messages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected: type, actual, ruleName }) =>
    expected(type.name === "RParen" && ruleName !== "word" ? "`,` or `)`" : label(type), actual),
  buildNotAllInputParsedMessage: ({ firstRedundant }) => expected("a declaration", firstRedundant),
  buildNoViableAltMessage: ({ actual, ruleName }) =>
    expected(wanted[ruleName] ?? "something else", actual[0] ?? endOfFile),
  buildEarlyExitMessage: ({ actual, ruleName }) => expected(wanted[ruleName] ?? "more", actual[0] ?? endOfFile),
};

const endOfFile: IToken = {
  image: "",
  startOffset: 0,
  tokenType: { name: "EOF" },
  tokenTypeIdx: 0,
};
