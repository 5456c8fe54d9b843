/** What the language must know of SQLite. */

import type { PortableType, SettingSpec, Vocabulary } from "../../dialect/vocabulary.js";
import { literal } from "./syntax.js";

const portable: Readonly<Record<string, string>> = {
  smallint: "integer",
  int: "integer",
  bigint: "integer",
  bool: "boolean",
  decimal: "decimal($1,$2)",
  float: "real",
  double: "real",
  text: "text",
  varchar: "varchar($1)",
  char: "char($1)",
  bytes: "blob",
  uuid: "text",
  date: "text",
  time: "text",
  timestamp: "timestamp",
  timestamptz: "timestamptz",
  json: "json",
  jsonb: "json",
};

const warnings: Readonly<Record<string, string>> = {
  decimal: "SQLite computes a decimal in floating point: digits beyond 15 are lost",
};

const onConflict: SettingSpec = {
  doc: "What a row that breaks the rule does, where it is not `abort`.",
  value: ["rollback", "fail", "ignore", "replace"],
};

const onlyPostgres = 'wrap it in "for postgres { }"';

export const vocabulary: Vocabulary = {
  dialect: "sqlite",
  answersTo: ["sqlite"],
  identifierLength: null,
  refusedInNames: null,
  foldsCase: true,
  foldsTableCase: true,
  uniqueIsIndex: false,
  indexNamesPerTable: false,
  portable: new Map([
    ...Object.entries(portable).map(([name, engine]): [string, PortableType] => [
      name,
      { engine, lacking: null, warning: warnings[name] ?? null },
    ]),
    [
      "interval",
      {
        engine: "",
        lacking: `SQLite has no intervals; store seconds in an int, or ${onlyPostgres}`,
        warning: null,
      },
    ],
  ]),
  nativeTypes: new Set([
    ..."int integer tinyint smallint mediumint bigint int2 int8 character varchar nchar nvarchar text clob".split(" "),
    ..."blob real double float numeric decimal boolean date datetime timestamp any".split(" "),
    ...["unsigned big int", "varying character", "native character", "double precision"],
  ]),
  anyType: true,
  settings: {
    table: new Map<string, SettingSpec>([
      ["strict", { doc: "Types are enforced: `STRICT`.", value: "none" }],
      ["without_rowid", { doc: "Rows are stored in the primary key itself: `WITHOUT ROWID`.", value: "none" }],
    ]),
    column: new Map<string, SettingSpec>([
      ["autoincrement", { doc: "Ids of deleted rows are never given out again: `AUTOINCREMENT`.", value: "none" }],
      ["not_null_on_conflict", { ...onConflict, doc: "What a null does, where it is not `abort`." }],
    ]),
    index: new Map(),
    constraint: new Map([["on_conflict", onConflict]]),
  },
  indexMethods: new Set(),
  lacks: new Map([
    ["namespaces", onlyPostgres],
    ["deferrable", "leave `deferrable` out: SQLite defers only foreign keys"],
    ["includeColumns", "add the columns to the index itself, or leave `include` out"],
    ["nullsNotDistinct", `nulls are always distinct here; index \`ifnull(c, '')\`, or ${onlyPostgres}`],
    ["noInherit", "leave `no inherit` out: no table inherits here"],
    ["notValid", "leave `not valid` out: rows are checked when the rule is made"],
    ["notEnforced", "leave the rule out"],
    ["matchFull", "SQLite reads `match full` and does not enforce it: leave it out, or add a check"],
    ["setNullColumns", "leave the list out: all columns of the key become null"],
    ["prefixIndex", 'index an expression such as `substr(name, 1, 10)`, or wrap it in "for mysql { }"'],
    ["operatorClass", onlyPostgres],
    ["nullsOrder", "leave it out: nulls come first in ascending and last in descending order"],
    ["indexMethod", "leave `using` out: every index is a b-tree"],
    ["concurrentIndex", "leave `@concurrent` out: a database has one writer at a time"],
    ["arrays", `use json or a table of its own, or ${onlyPostgres}`],
    ["identityOutsideKey", "write `primary key` behind it: SQLite numbers only an `INTEGER PRIMARY KEY`"],
    ["identityAlways", "write `identity`: a given value is always taken here"],
    ["sequenceOptions", "leave the options out: SQLite counts from the largest key"],
    ["serial", "write `bigint identity`"],
    ["unsigned", "add `check (c >= 0)`"],
    ["exclude", onlyPostgres],
    ["partitions", onlyPostgres],
  ]),
  keysNeedLength: new Set(),
  comparable: [],
  functions: new Map([
    ["now", "current_timestamp"],
    [
      "gen_random_uuid",
      "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || " +
        "substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))",
    ],
  ]),
  literal,
};
