/** Names, types and values of the syntax tree. */

import type { IToken } from "../../grammar/chevrotain.js";
import type {
  ArgumentsCstNode,
  PathCstNode,
  QualifiedNameCstNode,
  SequenceOptionsCstNode,
  TypeArgumentsCstNode,
  TypeCstNode,
  ValueCstNode,
} from "../../grammar/cst.js";
import type {
  CallValue,
  ColumnPath,
  Name,
  NumberValue,
  QualifiedName,
  RawSql,
  SequenceOptionsNode,
  StringValue,
  TypeArgument,
  TypeNode,
  Value,
} from "./ast.js";
import { type Build, endOf, first, startOf } from "./build.js";

/** Words that are values by themselves. */
const valueWords = new Set([
  "true",
  "false",
  "null",
  "current_timestamp",
  "current_date",
  "current_time",
  "current_user",
  "current_role",
  "current_schema",
  "current_catalog",
  "localtime",
  "localtimestamp",
  "session_user",
  "user",
]);

/** Text between quotes, doubled ones undone. The closing one may be missing. */
export function unquote(image: string): string {
  const quote = image.charAt(0);
  const inner = image.endsWith(quote) && image.length > 1 ? image.slice(1, -1) : image.slice(1);
  return inner.replaceAll(quote + quote, quote);
}

/** A bare word, `"name"`, or `'text'` where a name may be one. */
export function buildName(b: Build, token: IToken): Name {
  const quoted = /^["']/.test(token.image);
  return { kind: "name", text: quoted ? unquote(token.image) : token.image, quoted, span: b.span(token) };
}

export function buildNames(b: Build, tokens: readonly IToken[]): Name[] {
  return tokens.map((token) => buildName(b, token));
}

export function buildQualifiedName(b: Build, node: QualifiedNameCstNode): QualifiedName {
  return qualify(buildNames(b, node.children.Named));
}

/** The last name with the one before it as its schema. */
export function qualify(names: readonly Name[]): QualifiedName {
  const name = first(names.slice(-1));
  const schema = names.at(-2) ?? null;
  const span = { source: name.span.source, start: (schema ?? name).span.start, end: name.span.end };
  return { kind: "qualifiedName", schema, name, span };
}

export function buildRaw(b: Build, token: IToken): RawSql {
  const span = b.span(token);
  if (token.tokenType.name === "Backticks")
    return { kind: "sql", form: "backticks", sql: unquote(token.image).trim(), span };
  const inner = token.payload === undefined ? token.image.slice(1, -1) : token.image.slice(1);
  return { kind: "sql", form: "parentheses", sql: inner.trim(), span };
}

export function buildNumber(b: Build, token: IToken): NumberValue {
  return { kind: "number", text: token.image, span: b.span(token) };
}

export function buildText(b: Build, token: IToken): StringValue {
  return { kind: "string", value: unquote(token.image), span: b.span(token) };
}

/** `columns`: inside an index part a bare word is a column. */
export function buildValue(b: Build, node: ValueCstNode, columns: false): Value;
export function buildValue(b: Build, node: ValueCstNode, columns: boolean): Value | Name;
export function buildValue(b: Build, node: ValueCstNode, columns: boolean): Value | Name {
  const { Number: number, Text: text, Backticks: raw, Named: named, arguments: args } = node.children;
  const span = b.span(node);
  if (number?.[0] !== undefined) return buildNumber(b, number[0]);
  if (raw?.[0] !== undefined) return buildRaw(b, raw[0]);
  if (named === undefined) return buildText(b, first(text));
  const name = qualify(buildNames(b, named));
  if (args?.[0] !== undefined) return buildCall(b, name, args[0], columns);
  if (text?.[0] !== undefined) return { kind: "prefixed", prefix: name.name.text, sql: sourceText(b, span), span };
  const word = name.name.text.toLowerCase();
  if (name.schema === null && !name.name.quoted && valueWords.has(word)) return { kind: "keyword", word, span };
  if (columns && name.schema === null) return name.name;
  return bareWord(b, name);
}

function bareWord(b: Build, { schema, name, span }: QualifiedName): Value {
  const written = sourceText(b, span);
  const text = `'${name.text.replaceAll("'", "''")}'`;
  const hint =
    schema === null ? `write \`${text}\`; SQL stands in backticks` : `write \`${written}()\`; SQL stands in backticks`;
  b.report.error("COV1013", span, `\`${written}\` is not a value`, { text: "a bare word", hint });
  return { kind: "string", value: name.text, span };
}

function sourceText(b: Build, span: { readonly start: number; readonly end: number }): string {
  return b.source.text.slice(span.start, span.end);
}

export function buildCall(b: Build, name: QualifiedName, args: ArgumentsCstNode, columns: boolean): CallValue {
  const values = args.children.value ?? [];
  return {
    kind: "call",
    name,
    args: values.map((value) => buildValue(b, value, columns)),
    span: b.range(name.span.start, endOf(args)),
  };
}

export function buildType(b: Build, node: TypeCstNode): TypeNode {
  const { Backticks: raw, Named: named, typeArguments, Brackets: brackets = [], Question: question } = node.children;
  const span = b.span(node);
  const nullable = b.mark(question);
  const dimensions = brackets.filter((token) => plainBrackets(b, token)).length;
  if (raw?.[0] !== undefined) return { kind: "rawType", sql: buildRaw(b, raw[0]), dimensions, nullable, span };
  const name = qualify(buildNames(b, named ?? []));
  const written = typeArguments?.[0];
  if (name.name.text === "_" && !name.name.quoted && name.schema === null && written === undefined)
    return { kind: "noType", nullable, span };
  const sequence = written?.children.sequenceOptions?.[0];
  return {
    kind: "namedType",
    name,
    args: written === undefined || sequence !== undefined ? [] : buildTypeArguments(b, written),
    sequence: sequence === undefined ? null : buildSequenceOptions(b, sequence),
    unsigned: b.mark(node.children.Unsigned),
    zerofill: b.mark(node.children.Zerofill),
    dimensions,
    nullable,
    span,
  };
}

function plainBrackets(b: Build, token: IToken): boolean {
  const inside = token.image.slice(1, -1).trim();
  if (inside === "") return true;
  const size = /^\d+$/.test(inside);
  b.report.error("COV1023", b.span(token), `\`${token.image}\` has something between the brackets`, {
    hint: size
      ? "write `[]`: no engine keeps the size of an array"
      : "write what it says behind the type: `primary key`, `unique`, `= value`, `-> table.column`",
  });
  return size;
}

function buildTypeArguments(b: Build, { children }: TypeArgumentsCstNode): TypeArgument[] {
  const numbers = (children.Number ?? []).map((token) => buildNumber(b, token));
  const texts = (children.Text ?? []).map((token) => buildText(b, token));
  const words = (children.Named ?? []).map(
    (token): TypeArgument => ({ kind: "word", text: token.image, span: b.span(token) }),
  );
  return [...numbers, ...texts, ...words].sort((one, two) => one.span.start - two.span.start);
}

export function buildSequenceOptions(b: Build, node: SequenceOptionsCstNode): SequenceOptionsNode {
  const options = node.children.sequenceOption.map((option) => option.children);
  const number = (word: "Start" | "Increment" | "Minvalue" | "Maxvalue" | "Cache"): NumberValue | null => {
    const tokens = options.flatMap((option) => (option[word] === undefined ? [] : (option.Number ?? [])));
    const token = b.one(tokens, `\`${word.toLowerCase()}\``, (one) => b.span(one));
    return token === null ? null : buildNumber(b, token);
  };
  const name = (word: "As" | "Name"): QualifiedName | null => {
    const names = options.flatMap((option) => (option[word] === undefined ? [] : (option.qualifiedName ?? [])));
    const found = b.one(names, `\`${word.toLowerCase()}\``, (one) => b.span(one));
    return found === null ? null : buildQualifiedName(b, found);
  };
  const as = name("As");
  const cycles = options.flatMap((option) => option.Cycle ?? []);
  const owners = options.flatMap((option) => option.path ?? []);
  const owner = b.one(owners, "`owned by`", (one) => b.span(one));
  return {
    kind: "sequenceOptions",
    name: name("Name"),
    as: as?.name ?? null,
    start: number("Start"),
    increment: number("Increment"),
    minvalue: number("Minvalue"),
    maxvalue: number("Maxvalue"),
    cache: number("Cache"),
    cycle: b.mark(b.one(cycles, "`cycle`", (one) => b.span(one)) === null ? [] : cycles.slice(0, 1)),
    ownedBy: owner === null ? null : buildColumnPath(b, owner),
    span: b.span(node),
  };
}

/** `t.c` or `s.t.c`; null with a report for anything else. */
function buildColumnPath(b: Build, node: PathCstNode): ColumnPath | null {
  const names = buildNames(b, node.children.Named);
  const column = names.at(-1);
  if (column === undefined || names.length < 2 || names.length > 3) {
    b.report.error("COV1001", b.span(node), "`owned by` names a column", { hint: "write `owned by table.column`" });
    return null;
  }
  const table = qualify(names.slice(0, -1));
  return { kind: "columnPath", table, column, span: b.range(startOf(node), endOf(node)) };
}
