/** Column types: read from SQL text, brought to the form the catalog prints, written back. */

import type { ColumnType } from "../../model/column-schema.js";
import { lexSql, significant, unquoteName } from "../../sql/lexer.js";
import { quoteName, syntax } from "./syntax.js";
import { builtinName } from "./type-names.js";

/** A type as SQL spells it: `character varying(20)[]`, `timestamp(3) with time zone`, `billing."Kind"`. */
export function parseType(sql: string): ColumnType {
  const words: string[] = [];
  const args: string[] = [];
  const path: string[] = [];
  let dimensions = 0;
  let depth = 0;
  let argument = "";
  let builtin = true;
  for (const token of significant(lexSql(sql, syntax))) {
    const { kind, text } = token;
    if (depth > 0) {
      if (text === "(") depth++;
      if (text === ")") depth--;
      if (depth === 0 || (depth === 1 && text === ",")) {
        args.push(argument);
        argument = "";
      } else argument += text;
    } else if (text === "(") depth = 1;
    else if (text === "[") dimensions++;
    else if (text === ".") path.push(words.pop() ?? "");
    else if (kind === "name") {
      words.push(text === '"char"' ? text : unquoteName(token, syntax));
      builtin &&= text === '"char"';
    } else if (kind === "word" && text.toLowerCase() === "array") dimensions++;
    else if (kind === "word") words.push(text.toLowerCase());
  }
  const name = words.join(" ");
  const type = { schema: path[0] ?? null, name, args, unsigned: false, zerofill: false, dimensions, raw: false };
  return builtin || path.length > 0 ? normalizeType(type) : { ...type, dimensions: Math.min(dimensions, 1) };
}

/** What the catalog stores for a type. Types of the schema `public` lose it, except where a built-in type has the name. */
export function normalizeType(type: ColumnType): ColumnType {
  if (type.raw) {
    const parsed = parseType(type.name);
    return { ...parsed, dimensions: Math.min(parsed.dimensions + type.dimensions, 1) };
  }
  const own = { ...type, unsigned: false, zerofill: false, dimensions: Math.min(type.dimensions, 1) };
  if (type.schema === "pg_catalog") return normalizeType({ ...own, schema: null });
  const known = builtinName(type.name);
  if (type.schema === "public" && known === null) return { ...own, schema: null, args: userArgs(type.args) };
  if (type.schema !== null) return { ...own, args: userArgs(type.args) };
  const args = type.args.map((arg) => arg.trim());
  if (type.name.toLowerCase() === "float") {
    const wide = Number(args[0] ?? 24) > 24;
    return { ...own, name: wide ? "double precision" : "real", args: [] };
  }
  if (known === null) return { ...own, args: userArgs(args) };
  return { ...own, ...withDefaultArgs(known, args) };
}

/** `numeric(8)` is `numeric(8,0)`, `char` is `char(1)`; `bpchar` is what `char` without any length is called. */
function withDefaultArgs(name: string, args: readonly string[]): Pick<ColumnType, "name" | "args"> {
  if (name === "numeric" && args.length === 1) return { name, args: [...args, "0"] };
  if (name === "bpchar" && args.length === 1) return { name: "character", args };
  if ((name === "character" || name === "bit") && args.length === 0) return { name, args: ["1"] };
  return { name, args };
}

/** Words among the arguments of an extension's type are not case-sensitive: `geography(Point,4326)`. */
function userArgs(args: readonly string[]): string[] {
  return args.map((arg) => (/^\w+$/.test(arg.trim()) ? arg.trim().toLowerCase() : arg.trim()));
}

export function isBuiltin(type: ColumnType): boolean {
  return type.schema === null && builtinName(type.name) === type.name;
}

/** SQL text of a type in normal form. */
export function typeText(type: ColumnType): string {
  return `${isBuiltin(type) ? builtinText(type.name, type.args) : userText(type)}${type.dimensions > 0 ? "[]" : ""}`;
}

function userText(type: ColumnType): string {
  return `${quoteName(type)}${argList(type.args)}`;
}

/** The length stands inside `timestamp(3) with time zone`, else at the end. */
function builtinText(name: string, args: readonly string[]): string {
  const zone = / with(?:out)? time zone$/.exec(name)?.[0];
  if (zone === undefined) return `${name}${argList(args)}`;
  const word = name.slice(0, -zone.length);
  return `${word}${argList(args)}${zone === " without time zone" ? "" : zone}`;
}

function argList(args: readonly string[]): string {
  return args.length === 0 ? "" : `(${args.join(",")})`;
}

/** The type alone, as casts in catalog text name it: no length, no dimensions. */
export function bareType(type: ColumnType): ColumnType {
  return { ...type, args: [] };
}

/** The same for types that compare with each other: a key or a text over one takes the other. */
export function family(type: ColumnType): string {
  if (!isBuiltin(type) || type.dimensions > 0) return JSON.stringify([type.schema, type.name, type.dimensions]);
  if (["smallint", "integer", "bigint", "numeric", "real", "double precision"].includes(type.name)) return "number";
  return ["text", "character varying", "character", "bpchar"].includes(type.name) ? "string" : type.name;
}
