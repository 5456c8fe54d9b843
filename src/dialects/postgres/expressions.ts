/**
 * Calls two expression texts equal where PostgreSQL reads both as the same expression, without asking it.
 *
 * The catalog prints what the parser made of an author's text: casts spelled out, IN as ANY, parentheses everywhere. Each
 * rule here removes something that the parser would put back from the types of the columns. Whatever no rule covers
 * stays different, and is then decided by the engine.
 */

import type { ColumnType } from "../../model/column-schema.js";
import { lexSql, significant } from "../../sql/lexer.js";
import { type Node, parseExpression } from "./expression-parser.js";
import { syntax } from "./syntax.js";
import { bareType, parseType, typeText } from "./types.js";

/** What the text is about. */
export interface ExpressionContext {
  /** Name of the table. */
  readonly table: string;
  /** Types of its columns, in normal form. */
  readonly columns: ReadonlyMap<string, ColumnType>;
  /** Type of the column whose default it is; null where it is none. */
  readonly defaultOf: ColumnType | null;
}

export function sameExpression(a: string, b: string, context: ExpressionContext): boolean {
  return a === b || canonicalExpression(a, context) === canonicalExpression(b, context);
}

/** Text that is equal for equal expressions. Never shown to people. */
export function canonicalExpression(sql: string, context: ExpressionContext): string {
  const parsed = parseExpression(sql);
  if (parsed === null) return `tokens ${significant(lexSql(sql, syntax)).map(foldedText).join(" ")}`;
  const own = context.defaultOf;
  const simple = simplify(parsed, context);
  return JSON.stringify(own === null ? simple : uncast(simple, castNames(own)));
}

function foldedText(token: { kind: string; text: string }): string {
  return token.kind === "word" ? token.text.toLowerCase() : token.text;
}

/** A default that PostgreSQL does not store, or stores without effect: NULL for a built-in type. */
export function isNullDefault(sql: string): boolean {
  return /^\(*null\)*(?:::[a-z ]+)?$/i.test(sql.trim());
}

/** A default that is the same for every row and needs nothing else to exist. */
export function isConstantDefault(sql: string): boolean {
  const parsed = parseExpression(sql);
  return parsed !== null && constant(parsed);
}

function constant(node: Node): boolean {
  if (node.kind === "cast") return node.args.every(constant);
  return ["number", "string"].includes(node.kind) || (node.kind === "word" && ["true", "false"].includes(node.text));
}

/** Columns the text may speak of: every word in it that names one. */
export function columnsIn(sql: string, columns: Iterable<string>): Set<string> {
  const words = new Set(
    significant(lexSql(sql, syntax)).flatMap((token) =>
      token.kind === "word"
        ? [token.text.toLowerCase()]
        : token.kind === "name"
          ? [token.text.slice(1, -1).replaceAll('""', '"')]
          : [],
    ),
  );
  return new Set([...columns].filter((column) => words.has(column)));
}

const comparisons = new Set(["=", "<>", "<", ">", "<=", ">=", "is distinct from"]);
const textOperators = new Set([...comparisons, "~", "~*", "!~", "!~*", "~~", "!~~", "~~*", "!~~*", "||"]);
const arithmetic = new Set(["+", "-", "*", "/", "%"]);
/** Operators between a document and a key or path of type text. */
const jsonKeys = new Map([
  ["->", "text"],
  ["->>", "text"],
  ["?", "text"],
  ["#>", "text[]"],
  ["#>>", "text[]"],
]);
/** Functions that take only text where a string or a varchar is given. */
const textFunctions = new Set(
  "lower upper initcap length char_length octet_length btrim ltrim rtrim left right substr replace md5 reverse strpos split_part starts_with regexp_replace regexp_match repeat lpad rpad translate date_trunc date_part".split(
    " ",
  ),
);
const returnsText = new Set(
  "lower upper initcap btrim ltrim rtrim left right substr replace md5 reverse split_part regexp_replace repeat lpad rpad translate".split(
    " ",
  ),
);
/** Functions whose first string stands for an object, with its type. */
const objectFunctions = new Map([
  ["nextval", "regclass"],
  ["currval", "regclass"],
  ["to_tsvector", "regconfig"],
  ["to_tsquery", "regconfig"],
  ["plainto_tsquery", "regconfig"],
  ["phraseto_tsquery", "regconfig"],
  ["websearch_to_tsquery", "regconfig"],
]);
const commonTyped = new Set(["coalesce", "nullif", "greatest", "least"]);

function simplify(node: Node, context: ExpressionContext): Node {
  const args = node.args.map((arg) => simplify(arg, context));
  const self: Node = { ...node, args };
  switch (node.kind) {
    case "column": {
      const [table, column] = node.text.split(".");
      const qualified = table === context.table && column !== undefined && context.columns.has(column);
      return qualified ? { ...self, text: column } : self;
    }
    case "cast":
      return negative(self);
    case "operator":
      return simplifyOperator(self, context);
    case "call":
      return simplifyCall(self, context);
    default:
      return self;
  }
}

/** A negative number is stored as a constant and printed `'-1'::integer`. */
function negative(node: Node): Node {
  const [value] = node.args;
  if (value?.kind !== "string") return node;
  const text = value.text.slice(1);
  const size = /^-\d+$/.test(text) ? BigInt(text.slice(1)) : null;
  const fits =
    (node.text === "integer" && size !== null && size < 2n ** 31n) ||
    (node.text === "bigint" && size !== null && size >= 2n ** 31n && size < 2n ** 63n) ||
    (node.text === "numeric" && /^-\d+\.\d+$/.test(text));
  return fits ? { kind: "number", text, args: [] } : node;
}

function simplifyOperator(node: Node, context: ExpressionContext): Node {
  const [left, right] = node.args;
  if (left === undefined || right === undefined || node.args.length !== 2) return node;
  const name = node.text;
  if (name === "= any" || name === "<> all") return simplifySet(node, left, right, context);
  const key = jsonKeys.get(name);
  if (key !== undefined && ["json", "jsonb"].includes(typeOf(left, context) ?? ""))
    return { ...node, args: [left, uncast(right, [key])] };
  const a = textOperators.has(name) ? asVarchar(left, context) : left;
  const b = textOperators.has(name) ? asVarchar(right, context) : right;
  return { ...node, args: [uncastBeside(a, typeOf(b, context), name), uncastBeside(b, typeOf(a, context), name)] };
}

/** A literal beside an operand takes that operand's type, or the type the operator is known to bring both to. */
function uncastBeside(literal: Node, type: string | null, name: string): Node {
  if (type === null) return literal;
  const isText = type === "text" || type === "character varying";
  if (isText) return textOperators.has(name) ? uncastString(literal, ["text"]) : literal;
  if (comparisons.has(name) || arithmetic.has(name)) {
    if (type === "numeric") return uncastNumber(literal, "numeric");
    if (type === "real" || type === "double precision") return uncastNumber(literal, "double precision");
  }
  return comparisons.has(name) ? uncastString(literal, [type]) : literal;
}

/** `x IN (…)`: all items are brought to the type of `x`. */
function simplifySet(node: Node, left: Node, right: Node, context: ExpressionContext): Node {
  const subject = asVarchar(left, context);
  const type = typeOf(subject, context);
  const varchar = type === "character varying";
  const [inner] = right.args;
  const array = varchar && right.kind === "cast" && right.text === "text[]" && inner?.kind === "array" ? inner : right;
  if (array.kind !== "array" || type === null) return node;
  const names = varchar || type === "text" ? ["character varying", "text"] : [type];
  const items = array.args.map((item) =>
    ["numeric", "bigint"].includes(type) ? uncastNumber(item, type) : uncastString(item, names),
  );
  return { ...node, args: [subject, { ...array, args: items }] };
}

function simplifyCall(node: Node, context: ExpressionContext): Node {
  const name = node.text;
  if (textFunctions.has(name))
    return { ...node, args: node.args.map((arg) => uncastString(asVarchar(arg, context), ["text"])) };
  const object = objectFunctions.get(name);
  if (object !== undefined)
    return { ...node, args: node.args.map((arg, place) => (place === 0 ? uncastString(arg, [object]) : arg)) };
  if (!commonTyped.has(name)) return node;
  const types = node.args.filter(({ kind }) => kind === "column").map((arg) => typeOf(arg, context));
  const [type] = types;
  return type && types.every((other) => other === type)
    ? { ...node, args: node.args.map((arg) => uncastString(arg, [type])) }
    : node;
}

/** varchar has no operators and no functions of its own: text's are used, through a cast that is always there. */
function asVarchar(node: Node, context: ExpressionContext): Node {
  const [inner] = node.args;
  if (node.kind !== "cast" || node.text !== "text" || inner === undefined) return node;
  return typeOf(inner, context) === "character varying" ? inner : node;
}

function uncastString(node: Node, types: readonly string[]): Node {
  return node.kind === "cast" && node.args[0]?.kind === "string" ? uncast(node, types) : node;
}

function uncastNumber(node: Node, type: string): Node {
  return node.kind === "cast" && node.args[0]?.kind === "number" ? uncast(node, [type]) : node;
}

/** A literal without its cast to one of these types. */
function uncast(node: Node, types: readonly string[]): Node {
  const [value] = node.args;
  const literal = value?.kind === "string" || value?.kind === "number";
  return node.kind === "cast" && literal && types.includes(node.text) ? value : node;
}

/** Type of a node, without length; null where it is not known. */
function typeOf(node: Node, context: ExpressionContext): string | null {
  const [first, second] = node.args;
  const types = node.args.map((arg) => (arg.kind === "string" || arg.kind === "number" ? null : typeOf(arg, context)));
  switch (node.kind) {
    case "column": {
      const type = context.columns.get(node.text);
      return type === undefined ? null : typeText(bareType(type));
    }
    case "cast":
      return typeText(bareType(parseType(node.text)));
    case "call":
      if (commonTyped.has(node.text)) return commonType(node, types);
      return returnsText.has(node.text) ? "text" : null;
    case "operator": {
      if (["->>", "#>>"].includes(node.text)) return "text";
      if (["->", "#>"].includes(node.text) || node.text.startsWith("collate ")) return types[0] ?? null;
      if (node.text === "[]") return types[0]?.endsWith("[]") ? types[0].slice(0, -2) : null;
      if (first === undefined || !arithmetic.has(node.text)) return null;
      if (second === undefined) return types[0] ?? null;
      const wide = ["numeric", "double precision"].find((type) => types.includes(type));
      return wide !== undefined && commonType(node, types) === wide ? wide : null;
    }
    default:
      return null;
  }
}

/** The one type of all operands that are no bare literals. */
function commonType(node: Node, types: readonly (string | null)[]): string | null {
  const typed = types.filter((_, place) => !["string", "number"].includes(node.args[place]?.kind ?? ""));
  const [type] = typed;
  return type !== undefined && typed.every((other) => other === type) ? type : null;
}

/** How the catalog names a type in the cast of a default of its own: `character(1)` says `bpchar`. */
function castNames(type: ColumnType): string[] {
  const name = typeText(bareType(type));
  return name === "character" ? ["bpchar", "character"] : [name];
}
