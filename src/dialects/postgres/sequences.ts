/** Sequence options of identity and serial columns: what is the engine's default is null. */

import type { Identity, SequenceOptions } from "../../model/column-schema.js";
import type { CatalogRow } from "./rows.js";
import { withOwned } from "./scope.js";
import { quote } from "./syntax.js";

const largest: Readonly<Record<string, bigint>> = {
  smallint: 32767n,
  integer: 2147483647n,
  bigint: 9223372036854775807n,
};

/** Every option as the catalog stores it. */
interface FullOptions {
  readonly as: string;
  readonly start: string;
  readonly increment: string;
  readonly minvalue: string;
  readonly maxvalue: string;
  readonly cache: string;
  readonly cycle: boolean;
}

export function noOptions(name: string | null): SequenceOptions {
  return { name, as: null, start: null, increment: null, minvalue: null, maxvalue: null, cache: null, cycle: false };
}

/** Options with their defaults filled in, for a sequence of a column of this type. */
function fullOptions(options: SequenceOptions, columnType: string): FullOptions {
  const as = options.as ?? columnType;
  const most = largest[as] ?? 9223372036854775807n;
  const increment = options.increment ?? "1";
  const descending = increment.startsWith("-");
  const minvalue = options.minvalue ?? (descending ? `-${most + 1n}` : "1");
  const maxvalue = options.maxvalue ?? (descending ? "-1" : `${most}`);
  const start = options.start ?? (descending ? maxvalue : minvalue);
  return { as, start, increment, minvalue, maxvalue, cache: options.cache ?? "1", cycle: options.cycle };
}

/** null wherever the option says what would hold anyway. */
export function normalizeOptions(
  options: SequenceOptions,
  kind: Identity["kind"],
  columnType: string,
  defaultName: string,
): SequenceOptions {
  // The sequence of an identity column always has the column's type.
  const as = kind === "serial" && options.as !== columnType ? options.as : null;
  const own = { ...options, as };
  const full = fullOptions(own, columnType);
  const plain = fullOptions({ ...noOptions(null), as, increment: own.increment }, columnType);
  const ranged = fullOptions({ ...own, start: null }, columnType);
  return {
    name: options.name === defaultName ? null : options.name,
    as,
    start: full.start === ranged.start ? null : full.start,
    increment: full.increment === "1" ? null : full.increment,
    minvalue: full.minvalue === plain.minvalue ? null : full.minvalue,
    maxvalue: full.maxvalue === plain.maxvalue ? null : full.maxvalue,
    cache: full.cache === "1" ? null : full.cache,
    cycle: full.cycle,
  };
}

/** Sequences that columns own. */
export const sequencesQuery = `${withOwned}
SELECT d.refobjid AS table_oid, d.refobjsubid AS number, c.relname AS name, s.seqrelid::regclass::text AS printed,
  format_type(s.seqtypid, NULL) AS type, s.seqstart::text AS start, s.seqincrement::text AS increment,
  s.seqmin::text AS min, s.seqmax::text AS max, s.seqcache::text AS cache, s.seqcycle AS cycle
FROM pg_class c
JOIN pg_sequence s ON s.seqrelid = c.oid
JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
  AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
WHERE c.relkind = 'S' AND c.relnamespace IN (SELECT oid FROM owned)`;

export function readSequence(row: CatalogRow): SequenceOptions {
  return {
    name: row.text("name"),
    as: row.text("type"),
    start: row.text("start"),
    increment: row.text("increment"),
    minvalue: row.text("min"),
    maxvalue: row.text("max"),
    cache: row.text("cache"),
    cycle: row.boolean("cycle"),
  };
}

/** Only what differs from the default, for CREATE; `withName` where the sequence is named among its options. */
export function optionWords(options: SequenceOptions, withName: boolean): string[] {
  return [
    ...(withName && options.name !== null ? [`SEQUENCE NAME ${quote(options.name)}`] : []),
    ...(options.start === null ? [] : [`START WITH ${options.start}`]),
    ...(options.increment === null ? [] : [`INCREMENT BY ${options.increment}`]),
    ...(options.minvalue === null ? [] : [`MINVALUE ${options.minvalue}`]),
    ...(options.maxvalue === null ? [] : [`MAXVALUE ${options.maxvalue}`]),
    ...(options.cache === null ? [] : [`CACHE ${options.cache}`]),
    ...(options.cycle ? ["CYCLE"] : []),
  ];
}

/** What differs between two option lists, in words that name the value also where it is the default. */
export function optionChangeWords(before: SequenceOptions, after: SequenceOptions, columnType: string): string[] {
  const from = fullOptions(before, columnType);
  const to = fullOptions(after, columnType);
  return [
    ...(from.increment === to.increment ? [] : [`INCREMENT BY ${to.increment}`]),
    ...(from.minvalue === to.minvalue ? [] : [`MINVALUE ${to.minvalue}`]),
    ...(from.maxvalue === to.maxvalue ? [] : [`MAXVALUE ${to.maxvalue}`]),
    ...(from.start === to.start ? [] : [`START WITH ${to.start}`]),
    ...(from.cache === to.cache ? [] : [`CACHE ${to.cache}`]),
    ...(from.cycle === to.cycle ? [] : [to.cycle ? "CYCLE" : "NO CYCLE"]),
  ];
}
