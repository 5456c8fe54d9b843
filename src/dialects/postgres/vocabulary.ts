/** What the language must know of PostgreSQL. */

import type { PortableType, SettingSpec, Vocabulary } from "../../dialect/vocabulary.js";
import { literal } from "./syntax.js";
import { typeSpellings } from "./type-names.js";

const portable: Readonly<Record<string, string>> = {
  smallint: "smallint",
  int: "integer",
  bigint: "bigint",
  bool: "boolean",
  decimal: "numeric($1,$2)",
  float: "real",
  double: "double precision",
  text: "text",
  varchar: "character varying($1)",
  char: "character($1)",
  bytes: "bytea",
  uuid: "uuid",
  date: "date",
  time: "time($1) without time zone",
  timestamp: "timestamp($1) without time zone",
  timestamptz: "timestamp($1) with time zone",
  json: "json",
  jsonb: "jsonb",
  interval: "interval",
};

const warnings: Readonly<Record<string, string>> = {
  float: "`float` is 4 bytes wide (real); PostgreSQL's own `float` is `double` here",
};

const none = (doc: string): SettingSpec => ({ doc, value: "none" });
const number = (doc: string): SettingSpec => ({ doc, value: "number" });
const text = (doc: string): SettingSpec => ({ doc, value: "text" });
const oneOf = (doc: string, ...words: string[]): SettingSpec => ({ doc, value: words });
const flag = (doc: string): SettingSpec => oneOf(doc, "true", "false", "on", "off");

const autovacuum: Readonly<Record<string, SettingSpec>> = {
  autovacuum_enabled: flag("Whether autovacuum looks after the table."),
  autovacuum_vacuum_threshold: number("Dead rows before a vacuum, beside the scale factor."),
  autovacuum_vacuum_max_threshold: number("Most dead rows before a vacuum, whatever the scale factor (18)."),
  autovacuum_vacuum_scale_factor: number("Share of dead rows before a vacuum."),
  autovacuum_vacuum_insert_threshold: number("Inserted rows before a vacuum."),
  autovacuum_vacuum_insert_scale_factor: number("Share of inserted rows before a vacuum."),
  autovacuum_analyze_threshold: number("Changed rows before an analyze."),
  autovacuum_analyze_scale_factor: number("Share of changed rows before an analyze."),
  autovacuum_vacuum_cost_delay: number("Milliseconds autovacuum sleeps at its cost limit."),
  autovacuum_vacuum_cost_limit: number("Cost at which autovacuum sleeps."),
  autovacuum_freeze_min_age: number("Age at which rows are frozen."),
  autovacuum_freeze_max_age: number("Age at which a vacuum is forced."),
  autovacuum_freeze_table_age: number("Age at which a whole table is scanned."),
  autovacuum_multixact_freeze_min_age: number("Multixact age at which rows are frozen."),
  autovacuum_multixact_freeze_max_age: number("Multixact age at which a vacuum is forced."),
  autovacuum_multixact_freeze_table_age: number("Multixact age at which a whole table is scanned."),
  log_autovacuum_min_duration: number("Milliseconds from which autovacuum writes to the log."),
};

const table: Readonly<Record<string, SettingSpec>> = {
  fillfactor: number("Share of a page, in percent, that inserts fill."),
  toast_tuple_target: number("Row length at which values move to the TOAST table."),
  parallel_workers: number("Workers for a parallel scan."),
  ...autovacuum,
  vacuum_index_cleanup: oneOf("Whether vacuum cleans indexes.", "auto", "on", "off", "true", "false"),
  vacuum_truncate: flag("Whether vacuum gives empty pages at the end back."),
  vacuum_max_eager_freeze_failure_rate: number("Share of pages vacuum may fail to freeze early (18)."),
  user_catalog_table: flag("Treat the table as a catalog in logical decoding."),
  "toast.*": text("A storage parameter of the TOAST table."),
  unlogged: none("Not written to the write-ahead log: fast, and empty after a crash."),
  tablespace: text("Tablespace that holds the table."),
  access_method: text("Table access method, where it is not heap."),
  replica_identity: text("What logical replication sends as the row's identity: `full`, `nothing` or an index."),
  rls: none("Row-level security is on: policies decide who sees which row."),
  force_rls: none("Row-level security holds for the owner too."),
};

const column: Readonly<Record<string, SettingSpec>> = {
  storage: oneOf(
    "How long values are kept, where it is not the type's own way.",
    "plain",
    "external",
    "extended",
    "main",
  ),
  compression: oneOf("How long values are compressed.", "pglz", "lz4"),
  statistics: number("Detail of the statistics analyze keeps."),
  n_distinct: number("Number of distinct values the planner should assume."),
  n_distinct_inherited: number("The same with child tables."),
};

const uniqueIndex: Readonly<Record<string, SettingSpec>> = {
  fillfactor: number("Share of a page, in percent, that building the index fills."),
  deduplicate_items: flag("Whether equal keys are stored once."),
  tablespace: text("Tablespace that holds the index."),
};

const index: Readonly<Record<string, SettingSpec>> = {
  ...uniqueIndex,
  buffering: oneOf("Build with buffers (GiST).", "auto", "on", "off"),
  fastupdate: flag("Collect new entries before sorting them in (GIN)."),
  gin_pending_list_limit: number("Kilobytes of collected entries (GIN)."),
  pages_per_range: number("Pages each entry speaks for (BRIN)."),
  autosummarize: flag("Summarize a page range as soon as it is full (BRIN)."),
  length: number("Bits of a signature (bloom)."),
  m: number("Links per node (hnsw of pgvector)."),
  ef_construction: number("Candidates looked at while building (hnsw of pgvector)."),
  lists: number("Number of lists (ivfflat of pgvector)."),
};

const entries = <T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(record));

export const vocabulary: Vocabulary = {
  dialect: "postgres",
  answersTo: ["postgres"],
  identifierLength: { limit: 63, unit: "bytes" },
  refusedInNames: null,
  foldsCase: false,
  foldsTableCase: false,
  uniqueIsIndex: false,
  indexNamesPerTable: false,
  portable: new Map(
    Object.entries(portable).map(([name, engine]): [string, PortableType] => [
      name,
      { engine, lacking: null, warning: warnings[name] ?? null },
    ]),
  ),
  nativeTypes: typeSpellings,
  anyType: false,
  settings: {
    table: entries(table),
    column: entries(column),
    index: entries(index),
    constraint: entries(uniqueIndex),
  },
  indexMethods: new Set(["btree", "hash", "gin", "gist", "spgist", "brin", "bloom", "hnsw", "ivfflat", "rum"]),
  lacks: new Map([
    ["prefixIndex", 'index an expression such as `left(name, 10)`, or wrap it in "for mysql { }"'],
    ["unsigned", "use a wider type with `check (c >= 0)`, or give the MySQL type with `@mysql.type(…)`"],
    ["typelessColumn", "give the column a type"],
    ["nullableKey", "remove the `?`"],
    ["generatedFromGenerated", "write out what the other column is made of"],
  ]),
  keysNeedLength: new Set(),
  comparable: [
    "smallint int integer bigint int2 int4 int8 smallserial serial bigserial",
    "text varchar char character",
    "uuid",
    "bool boolean",
    "bytes bytea",
    "date timestamp timestamptz",
  ].map((names) => new Set(names.split(" "))),
  functions: new Map([
    ["now", "now()"],
    ["gen_random_uuid", "gen_random_uuid()"],
  ]),
  literal,
};
