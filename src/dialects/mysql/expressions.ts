/**
 * Expression texts: brought from how a catalog prints them to plain SQL, and called equal where both engines read them
 * as one expression, without asking. Whatever no rule covers stays different, and is then decided by the engine.
 */

import type { ColumnType } from "../../model/column-schema.js";
import { unquoteName } from "../../sql/lexer.js";
import { introducesText } from "./charsets.js";
import { type Node, parseExpression } from "./expression-parser.js";
import type { Flavor } from "./facts.js";
import { fold, literal, syntax, tokensOf } from "./syntax.js";
import { isNumber } from "./types.js";

/** What the text is about. */
export interface ExpressionContext {
  /** Name of the table. */
  readonly table: string;
  /** Type of the column whose default it is; null where it is none. */
  readonly defaultOf: ColumnType | null;
}

export function sameExpression(a: string, b: string, context: ExpressionContext): boolean {
  return a === b || canonicalExpression(a, context) === canonicalExpression(b, context);
}

/** Text that is equal for equal expressions. Never shown to people. */
export function canonicalExpression(sql: string, context: ExpressionContext): string {
  const parsed = parseExpression(sql);
  if (parsed === null) return `tokens ${tokensOf(sql).map(foldedText).join(" ")}`;
  const node = unqualified(parsed, fold(context.table));
  return JSON.stringify(context.defaultOf === null ? node : defaultValue(node, context.defaultOf));
}

function foldedText(token: { kind: string; text: string }): string {
  return token.kind === "word" ? fold(token.text) : token.text;
}

function unqualified(node: Node, table: string): Node {
  const args = node.args.map((arg) => unqualified(arg, table));
  if (node.kind !== "column") return { ...node, args };
  const path: unknown = JSON.parse(node.text);
  const parts = Array.isArray(path) ? path.map(String) : [];
  const own = parts.length === 1 || parts.at(-2) === table;
  return { ...node, text: own ? (parts.at(-1) ?? "") : node.text };
}

/** A constant as a column of that type stores it. */
function defaultValue(node: Node, type: ColumnType): Node {
  const value = (kind: Node["kind"], text: string): Node => ({ kind, text, args: [] });
  if (isNumber(type) || type.name === "year") {
    if (node.kind === "word" && (node.text === "true" || node.text === "false"))
      return value("number", node.text === "true" ? numberText("1", type) : numberText("0", type));
    const written = node.kind === "number" || node.kind === "string" ? node.text : "";
    return isPlainNumber(written) ? value("number", numberText(written, type)) : node;
  }
  if (["char", "varchar"].includes(type.name) && node.kind === "number" && /^-?\d+$/.test(node.text))
    return value("string", node.text);
  if (type.name === "char" && node.kind === "string") return value("string", node.text.replace(/ +$/, ""));
  if (/binary$/.test(type.name)) return bytesValue(node, type);
  if (type.name === "bit" && node.kind === "number") return value("number", bitText(node.text));
  return node;
}

function isPlainNumber(text: string): boolean {
  return /^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text);
}

/** As the engines print it: a decimal has all its digits, a float none too many. */
function numberText(text: string, type: ColumnType): string {
  if (type.name === "float" || type.name === "double") return String(Number(text));
  const match = /^(-?)0*(\d+)(?:\.(\d*))?$/.exec(text);
  if (match === null) return text;
  const [, minus = "", whole = "0", fraction = ""] = match;
  const scale = type.name === "decimal" ? Number(type.args[1] ?? 0) : 0;
  // More digits than the type holds would be rounded: the engine decides.
  if (fraction.replace(/0+$/, "").length > scale) return text;
  return `${minus}${whole}${scale === 0 ? "" : `.${fraction.slice(0, scale).padEnd(scale, "0")}`}`;
}

/** `binary(n)` fills up with zero bytes, and MySQL prints none of those. */
function bytesValue(node: Node, type: ColumnType): Node {
  const hex =
    node.kind === "string"
      ? [...new TextEncoder().encode(node.text)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
      : /^0x([0-9a-f]*)$/.exec(node.text)?.[1];
  if (hex === undefined) return node;
  return { kind: "number", text: `0x${type.name === "binary" ? hex.replace(/(?:00)+$/, "") : hex}`, args: [] };
}

function bitText(text: string): string {
  const bits = /^b'([01]*)'$/.exec(text)?.[1];
  if (bits !== undefined) return BigInt(`0b${bits === "" ? "0" : bits}`).toString();
  return /^(?:\d+|0x[0-9a-f]+)$/.test(text) ? BigInt(text).toString() : text;
}

/** The text without parentheses around all of it. */
export function unwrapped(sql: string): string {
  const text = sql.trim();
  const tokens = tokensOf(text);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first?.text !== "(" || last === undefined) return text;
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.text === "(") depth++;
    if (token.text === ")" && --depth === 0)
      return at === tokens.length - 1 ? unwrapped(text.slice(first.start + 1, last.start)) : text;
  }
  return text;
}

/** An expression as information_schema prints it, as SQL: MySQL escapes it like the inside of a string. */
export function readExpression(printed: string, flavor: Flavor): string {
  const sql = flavor.escapesExpressions
    ? decoded(printed).replace(/\\([\s\S])/g, (_, char: string) => unescaped(char))
    : printed;
  return unwrapped(withoutIntroducers(sql, flavor));
}

/** Its bytes come as if each were a character of its own. */
function decoded(text: string): string {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  if (![...text].some((char) => char > "\x7f") || [...text].some((char) => char > "\xff")) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

function unescaped(char: string): string {
  return char === "n" ? "\n" : char === "r" ? "\r" : char === "t" ? "\t" : char === "0" ? "\0" : char;
}

/**
 * `_utf8mb4'x'` is `'x'` in every session of ours. An engine that converts a literal to the character set of the column
 * it meets prints it as `_latin1'x'`, with the same characters; run again as it stands, its bytes would be read as others.
 */
function withoutIntroducers(sql: string, { convertsLiterals }: Flavor): string {
  if (!/_\w+ *'/.test(sql)) return sql;
  const tokens = tokensOf(sql);
  let result = "";
  let end = 0;
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (token.kind !== "word" || next?.kind !== "string" || !next.text.startsWith("'")) continue;
    if (token.text !== "_utf8mb4" && !(convertsLiterals && introducesText(token.text))) continue;
    result += sql.slice(end, token.start);
    end = next.start;
  }
  return result + sql.slice(end);
}

const clock = /^(?:current_timestamp|now|localtime|localtimestamp)(?:\s*\(\s*(\d*)\s*\))?$/i;

/**
 * The time of now as a column's default. The engine takes it in the column's own precision only, which therefore stands
 * for none and for the 6 digits that covet's own `now()` means.
 */
export function isMoment(sql: string, { args: [digits = ""] }: ColumnType): boolean {
  const match = clock.exec(sql.trim());
  return match !== null && ["", "6", digits].includes(match[1] ?? "");
}

export function momentFor({ args: [digits] }: ColumnType): string {
  return digits === undefined || digits === "0" ? "current_timestamp" : `current_timestamp(${digits})`;
}

export function hasMoment({ name }: ColumnType): boolean {
  return name === "datetime" || name === "timestamptz";
}

/** A default in normal form; null where it is none. */
export function normalizeDefault(sql: string, type: ColumnType): string | null {
  const text = unwrapped(sql);
  if (/^null$/i.test(text)) return null;
  if (hasMoment(type) && isMoment(text, type)) return momentFor(type);
  if (isNumber(type) && /^(?:true|false)$/i.test(text)) return fold(text) === "true" ? "1" : "0";
  return text;
}

/** A default that MySQL prints as a bare value, as SQL. */
export function valueText(value: string, type: ColumnType): string {
  if ((isNumber(type) || type.name === "year") && isPlainNumber(value)) return value;
  if (type.name === "bit" && /^b'[01]*'$/.test(value)) return value;
  if (/binary$/.test(type.name) && /^0x[0-9A-F]*$/i.test(value)) return value === "0x" ? "''" : value;
  return literal(value);
}

/** Columns the text may speak of: every word in it that names one. */
export function columnsIn(sql: string, columns: Iterable<string>): Set<string> {
  const words = new Set(
    tokensOf(sql)
      .filter(({ kind }) => kind === "word" || kind === "name")
      .map((token) => fold(unquoteName(token, syntax))),
  );
  return new Set([...columns].filter((column) => words.has(fold(column))));
}
