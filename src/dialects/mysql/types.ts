/** Column types: portable names and aliases to what the engine stores, the engine's text to the model and back. */

import type { ColumnType } from "../../model/column-schema.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import { sameName } from "../../model/name.js";
import type { Flavor } from "./facts.js";
import { fold, literal, literalText, threeByte, tokensOf } from "./syntax.js";

type Parts = Pick<ColumnType, "name" | "args"> & Partial<Pick<ColumnType, "unsigned" | "zerofill">>;

function typeOf({ name, args, unsigned = false, zerofill = false }: Parts): ColumnType {
  return { schema: null, name, args, unsigned: unsigned || zerofill, zerofill, dimensions: 0, raw: false };
}

/**
 * An author's type in normal form: the engine's name with its default arguments written out, no display width. One name
 * is not the engine's: TIMESTAMP is `timestamptz` with its digits, because an author's `timestamp` is DATETIME.
 */
export function normalizeType(type: ColumnType, enums: readonly EnumSchema[], flavor: Flavor): ColumnType {
  if (type.raw) return readType(type.name);
  const declared = enums.find((item) => sameName(item, type));
  if (declared !== undefined) return typeOf({ name: "enum", args: declared.values.map(storedValue) });
  if (type.schema !== null || type.dimensions > 0) return type;
  const name = fold(type.name);
  const args = type.args.map((arg) => arg.trim());
  switch (name) {
    case "timestamp":
      return typeOf({ name: "datetime", args: args[0] === "0" ? [] : [args[0] ?? "6"] });
    case "timestamptz":
      return typeOf({ name, args: [args[0] ?? "6"] });
    case "bytes":
      return typeOf({ name: "longblob", args: [] });
    case "uuid":
      return flavor.hasUuid ? typeOf({ name, args: [] }) : typeOf({ name: "char", args: ["36"] });
    case "jsonb":
      return typeOf({ name: "json", args: [] });
  }
  return stored({ name, args, unsigned: type.unsigned, zerofill: type.zerofill });
}

/** A type as the engine prints it or as a person writes it for the engine: `int(10) unsigned zerofill`. */
export function readType(sql: string): ColumnType {
  const words: string[] = [];
  const args: string[] = [];
  let depth = 0;
  let argument = "";
  for (const { kind, text } of tokensOf(sql)) {
    if (text === "(") depth++;
    else if (text === ")" && --depth === 0) args.push(argument);
    else if (depth === 1 && text === ",") {
      args.push(argument);
      argument = "";
    } else if (depth > 0) argument += text;
    else if (kind === "word") words.push(fold(text));
  }
  const flags = new Set(["unsigned", "zerofill", "signed"]);
  const name = words.filter((word) => !flags.has(word)).join(" ");
  const parts = { name, args, unsigned: words.includes("unsigned"), zerofill: words.includes("zerofill") };
  if (name === "timestamp") return typeOf({ name: "timestamptz", args: [args[0] ?? "0"] });
  return stored(parts);
}

/** Other spellings of a type, without its arguments. */
const aliases: Readonly<Record<string, string>> = {
  integer: "int",
  int1: "tinyint",
  int2: "smallint",
  int3: "mediumint",
  int4: "int",
  int8: "bigint",
  middleint: "mediumint",
  dec: "decimal",
  numeric: "decimal",
  fixed: "decimal",
  "double precision": "double",
  real: "double",
  float4: "float",
  float8: "double",
  character: "char",
  "character varying": "varchar",
  "char varying": "varchar",
  varcharacter: "varchar",
  long: "mediumtext",
  "long varchar": "mediumtext",
  "long varbinary": "mediumblob",
  "char byte": "binary",
  geomcollection: "geometrycollection",
};

/** What `zerofill` fills up to where no width is given. */
const widths: Readonly<Record<string, string>> = {
  tinyint: "3",
  smallint: "5",
  mediumint: "8",
  int: "10",
  bigint: "20",
};

/** Sizes of the four kinds of text and blob, in bytes. */
const lobs = [
  ["tiny", 255],
  ["", 65_535],
  ["medium", 16_777_215],
  ["long", 4_294_967_295],
] as const;

function stored({ name: written, args, unsigned = false, zerofill = false }: Parts): ColumnType {
  const name = aliases[written] ?? written;
  const [first] = args;
  const width = widths[name];
  if (name === "bool" || name === "boolean") return typeOf({ name: "tinyint", args: ["1"] });
  if (width !== undefined) {
    // The one width that tools read meaning into, and the one that changes what is shown.
    const boolean = name === "tinyint" && first === "1" && !unsigned && !zerofill;
    const shown = zerofill ? [first ?? width] : boolean ? ["1"] : [];
    return typeOf({ name, args: shown, unsigned, zerofill });
  }
  switch (name) {
    case "decimal":
      return typeOf({ name, args: [first ?? "10", args[1] ?? "0"], unsigned, zerofill });
    case "float":
      // `float(p)` only chooses between the two.
      if (args.length === 1)
        return typeOf({ name: Number(first) > 24 ? "double" : "float", args: [], unsigned, zerofill });
      return typeOf({ name, args, unsigned, zerofill });
    case "double":
      return typeOf({ name, args, unsigned, zerofill });
    case "bit":
    case "char":
    case "binary":
      return typeOf({ name, args: [first ?? "1"] });
    case "time":
    case "datetime":
      return typeOf({ name, args: args.filter((arg) => arg !== "0") });
    case "year":
      return typeOf({ name, args: [] });
    case "vector":
      return typeOf({ name, args: [first ?? "2048"] });
    case "enum":
    case "set":
      return typeOf({ name, args: args.map((arg) => storedValue(literalText(arg))) });
    case "text":
    case "blob":
      return typeOf({ name: first === undefined ? name : lobFor(name, Number(first)), args: [] });
    default:
      return typeOf({ name, args, unsigned, zerofill });
  }
}

/** `blob(10)` is the smallest blob that holds so much; a character may take `characterBytes`. */
function lobFor(name: string, length: number): string {
  const bytes = name === "text" ? length * characterBytes : length;
  return `${lobs.find(([, size]) => bytes <= size)?.[0] ?? "long"}${name}`;
}

/** In utf8mb4, the character set of every current default. */
const characterBytes = 4;

/** The engine drops spaces at the end of a value, and what it cannot keep. */
function storedValue(value: string): string {
  return literal(threeByte(value.replace(/ +$/, "")));
}

/** SQL text of a type in normal form. */
export function typeText({ schema, name, args, unsigned, zerofill }: ColumnType): string {
  const word = name === "timestamptz" ? "timestamp" : name;
  const list = args.length === 0 || (word === "timestamp" && args[0] === "0") ? "" : `(${args.join(",")})`;
  const flags = `${unsigned ? " unsigned" : ""}${zerofill ? " zerofill" : ""}`;
  return `${schema === null ? "" : `${schema}.`}${word}${list}${flags}`;
}

export function isEnum(type: ColumnType): boolean {
  return type.name === "enum" && type.args.length > 0;
}

/** The values of an enum or a set in normal form. */
export function valuesOf(type: ColumnType): string[] {
  return type.args.map(literalText);
}

const texts = new Set(["char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set"]);
const large = /^(?:tiny|medium|long)?(?:text|blob)$/;
const spatial = /^(?:geometry|point|linestring|polygon|multi\w+|geometrycollection)$/;

/** Its values are characters: it has a character set and a collation. */
export function isText({ name }: ColumnType): boolean {
  return texts.has(name);
}

/** Too long to be a key whole. */
export function isLarge({ name }: ColumnType): boolean {
  return large.test(name);
}

export function isSpatial({ name }: ColumnType): boolean {
  return spatial.test(name);
}

const numbers = new Set(["tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double"]);

export function isNumber({ name }: ColumnType): boolean {
  return numbers.has(name);
}
