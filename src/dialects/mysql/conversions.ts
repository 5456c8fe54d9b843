/**
 * Which rows a change of type loses or fails on, as far as a condition can tell beforehand. In strict mode the engine
 * refuses what is too long, too large or no value of the type; it rounds, cuts and pads without a word. Of pairs that
 * are not told here every value counts as lost.
 */

import type { Guard } from "../../dialect/statement.js";
import type { ColumnType } from "../../model/column-schema.js";
import { equal } from "../../model/equal.js";
import { isText } from "./types.js";

export interface Risk {
  readonly kind: Guard["kind"];
  /** A condition on the rows at stake, given the column as it is now, quoted. */
  readonly where: (column: string) => string;
}

type Condition = (column: string) => string;

type Family = "integer" | "decimal" | "float" | "text" | "bytes" | "moment" | "time" | "list" | "json" | "other";

export function risksOf(before: ColumnType, after: ColumnType): Risk[] {
  if (equal(before, after)) return [];
  const [from, to] = [familyOf(before), familyOf(after)];
  switch (to) {
    case "integer":
      return toInteger(before, after, from);
    case "decimal":
      return toDecimal(before, after, from);
    case "float":
      return toFloat(before, after, from);
    case "text":
    case "bytes":
      return toText(before, after, from);
    case "moment":
      return toMoment(before, after, from);
    case "time":
      return toTime(before, after, from);
    case "list":
      return toList(before, after, from);
    case "json":
      return toJson(before, from);
    case "other":
      return toOther(before, after, from);
  }
}

const integers: Readonly<Record<string, number>> = { tinyint: 8, smallint: 16, mediumint: 24, int: 32, bigint: 64 };

/** Types whose values are compared in one way. */
export function familyOf({ name }: ColumnType): Family {
  if (integers[name] !== undefined) return "integer";
  switch (name) {
    case "decimal":
      return "decimal";
    case "float":
    case "double":
      return "float";
    case "enum":
    case "set":
      return "list";
    case "date":
    case "datetime":
    case "timestamptz":
      return "moment";
    case "time":
      return "time";
    case "json":
      return "json";
  }
  if (/^(?:var)?binary$|blob$/.test(name)) return "bytes";
  return isText({ name } as ColumnType) ? "text" : "other";
}

function fails(where: Condition): Risk[] {
  return [{ kind: "fails", where }];
}

function loses(where: Condition): Risk[] {
  return [{ kind: "loses", where }];
}

const anyValue = loses((column) => `${column} IS NOT NULL`);

/** Values that cannot be read as a type; CAST only warns in a query. */
function unreadable(type: string): Condition {
  return (column) => `${column} IS NOT NULL AND CAST(${column} AS ${type}) IS NULL`;
}

/** [smallest, largest] */
function rangeOf({ name, unsigned }: ColumnType): readonly [bigint, bigint] {
  const bits = BigInt(integers[name] ?? 64);
  return unsigned ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
}

const spaces = "[[:space:]]*";
const anyNumber = "[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?";

function notMatching(pattern: string): Condition {
  return (column) => `${column} NOT REGEXP '^${spaces}${pattern}${spaces}$'`;
}

function toInteger(before: ColumnType, after: ColumnType, from: Family): Risk[] {
  const [least, most] = rangeOf(after);
  const outside = (value: string) => `${value} < ${least} OR ${value} > ${most}`;
  switch (from) {
    case "integer": {
      const [smallest, largest] = rangeOf(before);
      return smallest >= least && largest <= most ? [] : fails(outside);
    }
    case "decimal":
    case "float":
      return [
        ...fails((column) => outside(`ROUND(${column})`)),
        ...(before.args[1] === "0" ? [] : loses((column) => `${column} <> ROUND(${column})`)),
      ];
    case "text": {
      const value = (column: string) => `CAST(${column} AS DECIMAL(65, 30))`;
      return [
        ...fails(notMatching(anyNumber)),
        ...fails((column) => outside(`ROUND(${value(column)})`)),
        // Whether powers of ten are read differs.
        ...loses((column) => `${column} REGEXP '[eE]' OR ${value(column)} <> ROUND(${value(column)})`),
      ];
    }
    case "moment":
    case "time":
      return [
        ...fails((column) => outside(`(${column} + 0)`)),
        ...(before.args[0] === undefined ? [] : loses((column) => `MICROSECOND(${column}) <> 0`)),
      ];
    default:
      return anyValue;
  }
}

function toDecimal(before: ColumnType, after: ColumnType, from: Family): Risk[] {
  const [precision = 10, scale = 0] = after.args.map(Number);
  const whole = precision - scale;
  const limit = `1${"0".repeat(whole)}`;
  const tooLarge = (value: string) =>
    `ABS(ROUND(${value}, ${scale})) >= ${limit}${after.unsigned ? ` OR ${value} < 0` : ""}`;
  const rounded = (value: string) => `${value} <> ROUND(${value}, ${scale})`;
  switch (from) {
    case "integer": {
      const [least, most] = rangeOf(before);
      // The smallest has as many digits as the largest, or one more.
      const digits = String(least < 0n ? -least : most).length;
      return digits <= whole && !(after.unsigned && least < 0n) ? [] : fails(tooLarge);
    }
    case "decimal": {
      const [had = 10, hadScale = 0] = before.args.map(Number);
      return [
        ...(had - hadScale <= whole && !(after.unsigned && !before.unsigned) ? [] : fails(tooLarge)),
        ...(hadScale <= scale ? [] : loses(rounded)),
      ];
    }
    case "float":
      return [...fails(tooLarge), ...loses(rounded)];
    case "text": {
      const value = (column: string) => `CAST(${column} AS DECIMAL(65, 30))`;
      return [
        ...fails(notMatching(anyNumber)),
        ...fails((column) => tooLarge(value(column))),
        ...loses((column) => rounded(value(column))),
      ];
    }
    default:
      return anyValue;
  }
}

function toFloat(before: ColumnType, after: ColumnType, from: Family): Risk[] {
  const word = after.name === "float" ? "FLOAT" : "DOUBLE";
  switch (from) {
    case "integer": {
      const bits = integers[before.name] ?? 64;
      return bits <= (after.name === "float" ? 24 : 53) ? [] : loses(changedThrough(word, 0));
    }
    case "decimal":
      return loses(changedThrough(word, Number(before.args[1] ?? 0)));
    case "float":
      return before.name === "double" && after.name === "float"
        ? loses((column) => `${column} <> CAST(${column} AS FLOAT)`)
        : [];
    case "text":
      return fails(notMatching(anyNumber));
    default:
      return anyValue;
  }
}

/** A comparison of a decimal with a float is one of floats, so the value has to come all the way back. */
function changedThrough(word: string, scale: number): Condition {
  return (column) => `${column} <> CAST(CAST(${column} AS ${word}) AS DECIMAL(65, ${scale}))`;
}

const lobBytes: Readonly<Record<string, number>> = {
  tiny: 255,
  "": 65_535,
  medium: 16_777_215,
};

/** The most that fits: in characters for `char` and `varchar`, else in bytes; null where nothing is too long. */
function capacity({ name, args }: ColumnType): readonly [count: number, unit: "CHAR_LENGTH" | "LENGTH"] | null {
  if (/^(?:var)?char$/.test(name)) return [Number(args[0] ?? 1), "CHAR_LENGTH"];
  if (/^(?:var)?binary$/.test(name)) return [Number(args[0] ?? 1), "LENGTH"];
  const bytes = lobBytes[/^(tiny|medium|long|)(?:text|blob)$/.exec(name)?.[1] ?? "long"];
  return bytes === undefined ? null : [bytes, "LENGTH"];
}

function toText(before: ColumnType, after: ColumnType, from: Family): Risk[] {
  if (from === "other" && !/^(?:uuid|year|inet\d)$/.test(before.name)) return anyValue;
  const room = capacity(after);
  const isText = /char$|text$/.test(after.name);
  return [
    ...(room === null || longest(before, from, room[1]) <= room[0]
      ? []
      : fails((column) => `${room[1]}(${column}) > ${room[0]}`)),
    ...(from === "bytes" && isText
      ? fails((column) => `NOT (CAST(CONVERT(${column} USING utf8mb4) AS BINARY) <=> ${column})`)
      : []),
    ...((from === "text" || from === "bytes") && before.name !== "char" && after.name === "char"
      ? loses((column) => `${column} LIKE '% '`)
      : []),
  ];
}

/** The longest a value of a type can be, written out. */
function longest(type: ColumnType, family: Family, unit: "CHAR_LENGTH" | "LENGTH"): number {
  // A character takes up to four bytes.
  const bytes = unit === "LENGTH" ? 4 : 1;
  switch (family) {
    case "text":
    case "bytes": {
      const room = capacity(type);
      if (room === null) return Number.POSITIVE_INFINITY;
      return room[0] * (room[1] === "CHAR_LENGTH" ? bytes : 1);
    }
    case "integer":
      return 20;
    case "decimal":
      return Number(type.args[0] ?? 10) + 2;
    case "moment":
    case "time":
      return 26;
    case "list":
      if (type.name === "set") return type.args.join(",").length * bytes;
      return Math.max(...type.args.map((arg) => arg.length - 2)) * bytes;
    case "other":
      return type.name === "uuid" ? 36 : Number.POSITIVE_INFINITY;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

const stampRange: Condition = (column) =>
  `${column} < '1970-01-01 00:00:01' OR ${column} > '2038-01-19 03:14:07.999999'`;

/** A text without a whole year is read as some date all the same. */
const wholeYear = "[0-9]{4}([^0-9].*|[0-9]{4}([^0-9].*)?|[0-9]{10}([^0-9].*)?)";

function toMoment(before: ColumnType, after: ColumnType, from: Family): Risk[] {
  const range = after.name === "timestamptz" && before.name !== "timestamptz" ? stampRange : null;
  switch (from) {
    case "moment":
      if (before.name !== "date" && after.name === "date")
        return loses((column) => `${column} <> CAST(${column} AS DATE)`);
      return [...(range === null ? [] : fails(range)), ...(before.name === "date" ? [] : fewerDigits(before, after))];
    case "text": {
      const value = (column: string) => `CAST(${column} AS DATETIME(6))`;
      return [
        ...fails(unreadable("DATETIME")),
        ...(range === null ? [] : fails((column) => range(value(column)))),
        ...loses((column) => `${notMatching(wholeYear)(column)} AND ${value(column)} IS NOT NULL`),
        ...loses((column) =>
          after.name === "date" ? `TIME(${value(column)}) <> TIME'00:00:00'` : hasMoreDigits(value(column), after),
        ),
      ];
    }
    case "integer":
      return fails(unreadable("DATETIME"));
    default:
      return anyValue;
  }
}

function toTime(before: ColumnType, after: ColumnType, from: Family): Risk[] {
  switch (from) {
    case "time":
      return fewerDigits(before, after);
    case "text":
      // Of others some are read as something else, and some are refused.
      return [
        ...loses(notMatching("-?[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]*)?)?")),
        ...loses((column) => hasMoreDigits(`CAST(${column} AS TIME(6))`, after)),
      ];
    default:
      return anyValue;
  }
}

function toJson({ name }: ColumnType, from: Family): Risk[] {
  const number = from === "integer" || from === "decimal" || from === "float" || name === "year";
  if (from === "json" || number) return [];
  if (from === "bytes" || from === "other") return anyValue;
  return fails((column) => `${column} IS NOT NULL AND NOT JSON_VALID(CAST(${column} AS CHAR))`);
}

function toOther(before: ColumnType, after: ColumnType, from: Family): Risk[] {
  if (after.name === "uuid" && from === "text") return fails(unreadable("UUID"));
  if (after.name !== "bit" || before.name !== "bit") return anyValue;
  const bits = Number(after.args[0] ?? 1);
  return Number(before.args[0] ?? 1) <= bits ? [] : fails((column) => `${column} >= ${2n ** BigInt(bits)}`);
}

function fewerDigits(before: ColumnType, after: ColumnType): Risk[] {
  const digits = Number(after.args[0] ?? 0);
  return digits >= Number(before.args[0] ?? 0) ? [] : loses((column) => hasMoreDigits(column, after));
}

/** Of a second. Compared with a cast of itself, both engines at times take the two for one. */
function hasMoreDigits(value: string, { args: [digits = "0"] }: ColumnType): string {
  return `MICROSECOND(${value}) % ${10 ** (6 - Number(digits))} <> 0`;
}

function toList(before: ColumnType, after: ColumnType, from: Family): Risk[] {
  // A number is read as the place of a value in the list.
  if (from !== "list" && from !== "text") return anyValue;
  const kept = from === "list" && before.name === after.name && before.args.every((arg) => after.args.includes(arg));
  if (kept) return [];
  if (after.name === "enum") return fails((column) => `${column} NOT IN (${after.args.join(", ")})`);
  // What is left when each value is taken away, with the commas around it.
  const rest = (column: string) =>
    after.args.reduce((text, arg) => `REPLACE(${text}, CONCAT(',', ${arg}, ','), '')`, doubled(column));
  return fails((column) => `${rest(column)} NOT IN ('', ',,')`);
}

/** `a,b` with its commas doubled and one more at each end, so that each member has its own two. */
function doubled(column: string): string {
  return `CONCAT(',', REPLACE(${column}, ',', ',,'), ',')`;
}
