/** How values get from one type to another: by themselves, by a cast, or by way of text; and which rows cannot. */

import type { Guard } from "../../dialect/statement.js";
import type { ColumnType } from "../../model/column-schema.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import { literal } from "./syntax.js";
import { bareType, isBuiltin, typeText } from "./types.js";

const integers: Readonly<Record<string, readonly [string, string]>> = {
  smallint: ["-32768", "32767"],
  integer: ["-2147483648", "2147483647"],
  bigint: ["-9223372036854775808", "9223372036854775807"],
};
const numbers = new Set([...Object.keys(integers), "numeric", "real", "double precision"]);
const strings = new Set(["text", "character varying", "character", "bpchar", "name"]);
const date = "date";
const stamp = "timestamp without time zone";
const stampZone = "timestamp with time zone";
const stamps = new Set([date, stamp, stampZone]);
const time = "time without time zone";

/** An expression for USING (`to`: a domain over the type after), or null where the server converts by itself and refuses what does not fit. */
export function usingText(
  before: ColumnType,
  after: ColumnType,
  column: string,
  to: string = typeText(after),
): string | null {
  if (before.dimensions === 0 && after.dimensions > 0) {
    const item = usingText(before, { ...after, dimensions: 0 }, column) ?? column;
    return `CASE WHEN ${column} IS NOT NULL THEN ARRAY[${item}]::${to} END`;
  }
  if (before.dimensions > 0 && after.dimensions === 0) return `(${column})[1]::${to}`;
  if (assigns(before, after)) return null;
  if (!isBuiltin(before) || !isBuiltin(after)) {
    const textual = isString(before) || isString(after);
    return textual ? `${column}::${to}` : `${column}::${textType(before)}::${to}`;
  }
  if (before.name === "boolean" && numbers.has(after.name)) return `${column}::integer::${to}`;
  if (after.name === "boolean" && numbers.has(before.name)) return `${column} <> 0`;
  return isString(before) || isString(after) || related(before, after)
    ? `${column}::${to}`
    : `${column}::${textType(before)}::${to}`;
}

function textType(type: ColumnType): string {
  return type.dimensions > 0 ? "text[]" : "text";
}

function isString(type: ColumnType): boolean {
  return isBuiltin(type) && strings.has(type.name);
}

/** pg_cast has an implicit or an assignment cast; every built-in type is assigned to strings. */
function assigns(before: ColumnType, after: ColumnType): boolean {
  if (typeText(bareType(before)) === typeText(bareType(after))) return true;
  if (isString(after)) return true;
  if (!isBuiltin(before) || !isBuiltin(after)) return false;
  if (numbers.has(before.name) && numbers.has(after.name)) return true;
  if (stamps.has(before.name) && stamps.has(after.name)) return true;
  if ([stamp, stampZone].includes(before.name) && after.name === time) return true;
  return ["json", "jsonb"].includes(before.name) && ["json", "jsonb"].includes(after.name);
}

/** Pairs with an explicit cast of their own. */
function related(before: ColumnType, after: ColumnType): boolean {
  const families = [
    ["bit", "bit varying", "integer", "bigint"],
    ["inet", "cidr"],
    ["macaddr", "macaddr8"],
    ["interval", time],
    [time, "time with time zone"],
    ["money", "numeric"],
  ];
  return families.some((family) => family.includes(before.name) && family.includes(after.name));
}

export interface Risk {
  readonly kind: Guard["kind"];
  /** A condition on the rows at stake, given the column. */
  readonly where: (column: string) => string;
}

/** What a change of type could lose, or fail on, as far as a condition can tell beforehand. */
export function risksOf(before: ColumnType, after: ColumnType, enums: readonly EnumSchema[]): Risk[] {
  if (before.dimensions > 0 && after.dimensions === 0)
    return [{ kind: "loses", where: (column) => `cardinality(${column}) > 1` }];
  if (before.dimensions > 0 || after.dimensions > 0) return [];
  if (isString(after)) return lengthRisk(before, after);
  if (isString(before)) return readingRisk(after, enums);
  const risks: Risk[] = [];
  const range = integers[after.name];
  if (numbers.has(before.name) && range !== undefined && isWider(before.name, after.name)) {
    risks.push({ kind: "fails", where: (column) => `${column} < ${range[0]} OR ${column} > ${range[1]}` });
    if (integers[before.name] === undefined)
      risks.push({ kind: "loses", where: (column) => `${column} <> trunc(${column})` });
  }
  if (numbers.has(before.name) && after.name === "numeric") risks.push(...precisionRisk(before, after));
  if (loosesDigits(before.name, after.name)) {
    const [from, to] = [typeText(before), typeText(after)];
    risks.push({ kind: "loses", where: (column) => `${column} <> ${column}::${to}::${from}` });
  }
  if (before.name !== after.name && stamps.has(before.name) && after.name === date)
    risks.push({ kind: "loses", where: (column) => `${column} <> ${column}::date::${typeText(bareType(before))}` });
  if (stamps.has(before.name) && after.name === time)
    risks.push({ kind: "loses", where: (column) => `${column} IS NOT NULL` });
  const fewer = Number(after.args[0] ?? 6) < Number(before.args[0] ?? 6);
  if (before.name === after.name && / time zone$/.test(after.name) && fewer)
    risks.push({ kind: "loses", where: (column) => `${column} <> ${column}::${typeText(after)}` });
  return risks;
}

function lengthRisk(before: ColumnType, after: ColumnType): Risk[] {
  const length = after.args[0];
  if (length === undefined) return [];
  const had = isString(before) && before.args[0] !== undefined ? Number(before.args[0]) : Number.POSITIVE_INFINITY;
  if (had <= Number(length)) return [];
  return [{ kind: "fails", where: (column) => `length(${column}::text) > ${length}` }];
}

/** Text read as another type. */
function readingRisk(after: ColumnType, enums: readonly EnumSchema[]): Risk[] {
  const values = enums.find(({ schema, name }) => schema === after.schema && name === after.name)?.values;
  if (values !== undefined && values.length > 0)
    return [{ kind: "fails", where: (column) => `${column} NOT IN (${values.map(literal).join(", ")})` }];
  if (integers[after.name] !== undefined)
    return [{ kind: "fails", where: (column) => `${column} !~ '^\\s*[-+]?[0-9]+\\s*$'` }];
  return [];
}

function isWider(before: string, after: string): boolean {
  const order = ["smallint", "integer", "bigint", "numeric", "real", "double precision"];
  return order.indexOf(before) > order.indexOf(after);
}

function loosesDigits(before: string, after: string): boolean {
  return (
    (after === "real" && before !== "smallint" && before !== "real") ||
    (after === "double precision" && ["numeric", "bigint"].includes(before))
  );
}

function precisionRisk(before: ColumnType, after: ColumnType): Risk[] {
  const [precision, scale] = after.args.map(Number);
  if (precision === undefined || scale === undefined) return [];
  const risks: Risk[] = [];
  const known = before.name === "numeric" && before.args.length === 2;
  const [had, hadScale] = known ? before.args.map(Number) : [];
  if (had === undefined || hadScale === undefined || had - hadScale > precision - scale)
    risks.push({
      kind: "fails",
      where: (column) => `abs(round(${column}::numeric, ${scale})) >= 1e${precision - scale}`,
    });
  const whole = integers[before.name] !== undefined;
  if (!whole && (hadScale === undefined || hadScale > scale))
    risks.push({ kind: "loses", where: (column) => `${column}::numeric <> round(${column}::numeric, ${scale})` });
  return risks;
}
