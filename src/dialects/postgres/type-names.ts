/** PostgreSQL's built-in types: the name its catalog prints for each, and the other spellings it takes. */

/** Other spellings, and what `format_type` prints. */
const aliases: Readonly<Record<string, string>> = {
  int2: "smallint",
  int: "integer",
  int4: "integer",
  int8: "bigint",
  bool: "boolean",
  decimal: "numeric",
  dec: "numeric",
  float4: "real",
  float8: "double precision",
  double: "double precision",
  varchar: "character varying",
  "char varying": "character varying",
  "national character varying": "character varying",
  "national char varying": "character varying",
  "nchar varying": "character varying",
  char: "character",
  nchar: "character",
  "national character": "character",
  "national char": "character",
  varbit: "bit varying",
  bytes: "bytea",
  time: "time without time zone",
  timetz: "time with time zone",
  timestamp: "timestamp without time zone",
  timestamptz: "timestamp with time zone",
};

/** Names `format_type` prints as they are, besides those above. `"char"` is the one-byte type, with its quotes. */
const plain = `
  bit bpchar "char" box bytea cidr circle date inet interval json jsonb jsonpath line lseg macaddr macaddr8 money name
  numeric oid path pg_lsn pg_snapshot point polygon regclass regcollation regconfig regdictionary regnamespace regoper
  regoperator regproc regprocedure regrole regtype text tid tsquery tsvector txid_snapshot uuid xid xid8 xml cid
  int4range int8range numrange daterange tsrange tstzrange refcursor aclitem int2vector oidvector
  int4multirange int8multirange nummultirange datemultirange tsmultirange tstzmultirange
`;

const fields = ["year", "month", "day", "hour", "minute", "second"];
const spans = [
  "year to month",
  "day to hour",
  "day to minute",
  "day to second",
  "hour to minute",
  "hour to second",
  "minute to second",
];
const intervals = [...fields, ...spans].map((field) => `interval ${field}`);

const printed = new Set([...Object.values(aliases), ...plain.trim().split(/\s+/), ...intervals]);

/** The catalog's name for a built-in type, or null when it is none. Case does not matter, nor does the white space. */
export function builtinName(name: string): string | null {
  const lower = name.toLowerCase().trim().replace(/\s+/g, " ");
  const canonical = Object.hasOwn(aliases, lower) ? aliases[lower] : undefined;
  return canonical ?? (printed.has(lower) ? lower : null);
}

/** `serial` and its kin: not types but a type, a sequence and a default. */
export const serials: ReadonlyMap<string, string> = new Map([
  ["smallserial", "smallint"],
  ["serial2", "smallint"],
  ["serial", "integer"],
  ["serial4", "integer"],
  ["bigserial", "bigint"],
  ["serial8", "bigint"],
]);

/** Every spelling the language may meet; `float` is there with its own meaning in `types.ts`. */
export const typeSpellings: ReadonlySet<string> = new Set([
  ...Object.keys(aliases),
  ...printed,
  ...serials.keys(),
  "float",
]);
