/** Column types: portable names to SQLite's, declared text to the model and back, and what SQLite does with values. */

import type { ColumnType } from "../../model/column-schema.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import { sameName } from "../../model/name.js";
import { type SqlToken, unquoteName } from "../../sql/lexer.js";
import { enumType, enumTypeOf, isEnum } from "./enums.js";
import { tokensOf } from "./expressions.js";
import { fold, quote, syntax } from "./syntax.js";
import { vocabulary } from "./vocabulary.js";
import { isReserved } from "./words.js";

/** A declared type in normal form: lower case, numbers as arguments, everything else in the name. */
function plainType(name: string, args: readonly string[] = []): ColumnType {
  return { schema: null, name, args, unsigned: false, zerofill: false, dimensions: 0, raw: false };
}

export const typeless: ColumnType = plainType("_");

export function normalizeType(type: ColumnType, enums: readonly EnumSchema[], strict: boolean): ColumnType {
  const declared = enums.find((item) => sameName(item, type));
  if (!type.raw && declared !== undefined) return enumType(declared.values);
  if (isEnum(type)) return enumTypeOf(type.args);
  if (type.raw) return readType(tokensOf(type.name));
  const portable = portableType(type);
  if (portable !== null) return strict ? strictType(portable) : portable;
  const words = [type.name, type.unsigned ? " unsigned" : "", type.zerofill ? " zerofill" : ""].join("");
  const args = type.args.length === 0 ? "" : `(${type.args.join(", ")})`;
  return typeFromText(words + args + "[]".repeat(type.dimensions));
}

/** A type of the language's table; null for a name that SQLite takes as it stands. */
function portableType(type: ColumnType): ColumnType | null {
  const name = fold(type.name);
  const engine = vocabulary.portable.get(name)?.engine ?? "";
  const simple = type.schema === null && !type.unsigned && !type.zerofill && type.dimensions === 0;
  if (engine === "" || !simple) return null;
  const base = engine.replace(/\(.*/, "");
  if (engine !== base) return type.args.every(isNumber) ? plainType(base, type.args) : null;
  // The precision of a time: SQLite keeps what it is given.
  return type.args.length === 0 || name.startsWith("time") ? plainType(base) : null;
}

/** A strict table knows only SQLite's own types. */
function strictType(type: ColumnType): ColumnType {
  const own: Readonly<Record<string, string>> = {
    boolean: "integer",
    decimal: "real",
    varchar: "text",
    char: "text",
    timestamp: "text",
    timestamptz: "text",
    json: "text",
  };
  return plainType(own[type.name] ?? type.name);
}

/** The tokens of a declared type: words, quoted names, and up to two numbers in parentheses. */
export function readType(tokens: readonly SqlToken[]): ColumnType {
  const [first] = tokens;
  // A type that starts with a quote ends with it, whatever follows: so SQLite itself reads it.
  if (first !== undefined && first.kind !== "word") return typeFromText(wordOf(first));
  const open = tokens.findIndex(({ text }) => text === "(");
  const words = (open < 0 ? tokens : tokens.slice(0, open)).map(wordOf).join(" ");
  if (open < 0) return typeFromText(words);
  const inner = tokens.slice(open + 1, -1).map(({ text }) => text);
  return typeFromText(`${words}(${inner.join("").replaceAll(",", ", ")})`);
}

function wordOf(token: SqlToken): string {
  return token.kind === "string" ? token.text.slice(1, -1).replaceAll("''", "'") : unquoteName(token, syntax);
}

/** Only numbers are arguments to SQLite; any other parenthesis is part of a quoted name. */
function typeFromText(text: string): ColumnType {
  const trimmed = fold(text.trim());
  if (trimmed === "" || trimmed === "_") return typeless;
  const match = /^([^()]*[^()\s])\s*\(([^()]*)\)$/s.exec(trimmed);
  const args = match?.[2]?.split(",").map((arg) => arg.trim()) ?? [];
  if (match?.[1] === undefined || args.length > 2 || !args.every(isNumber)) return plainType(trimmed);
  return plainType(match[1], args);
}

function isNumber(text: string): boolean {
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(text);
}

/** SQL for a type in normal form; empty for a typeless column. */
export function typeSql(type: ColumnType): string {
  if (isEnum(type)) return "text";
  if (type.name === "_") return "";
  const words = type.name.split(" ");
  const plain = words.every((word) => /^[a-z_]\w*$/.test(word) && !isReserved(word)) && words.at(-1) !== "always";
  const args = type.args.length === 0 ? "" : `(${type.args.join(", ")})`;
  return plain ? type.name + args : quote(type.name + args);
}

export type Affinity = "integer" | "text" | "blob" | "real" | "numeric";

/** What SQLite turns values into when it stores them (section 3.1 of its "Datatypes"). */
export function affinityOf(type: ColumnType): Affinity {
  if (isEnum(type)) return "text";
  const { name } = type;
  if (name.includes("int")) return "integer";
  if (/char|clob|text/.test(name)) return "text";
  if (name.includes("blob") || name === "_") return "blob";
  return /real|floa|doub/.test(name) ? "real" : "numeric";
}
