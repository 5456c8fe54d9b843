/** Everything in which the two engines differ, and their versions: data for the rest of this folder. */

import type { Vocabulary } from "../../dialect/vocabulary.js";
import { mariadbVocabulary, mysqlVocabulary } from "./vocabulary.js";

/** One of the engines this folder speaks to. */
export interface Flavor {
  readonly name: string;
  /** As its makers write it, for messages. */
  readonly title: string;
  /** What `version()` tells the two apart by. */
  readonly isMariadb: boolean;
  readonly vocabulary: Vocabulary;
  /** Oldest version covet speaks to. */
  readonly since: string;
  /** A type `uuid` of its own; else it is `char(36)`. */
  readonly hasUuid: boolean;
  /** JSON is `longtext` in `utf8mb4_bin` with a check of its own, `json_valid(column)`. */
  readonly jsonIsText: boolean;
  /** information_schema prints a default as SQL; else literals as bare values and expressions marked in EXTRA. */
  readonly defaultsAreSql: boolean;
  /** information_schema escapes the quotes in expressions once more. */
  readonly escapesExpressions: boolean;
  /** A literal is stored in the character set of the column it is compared with, and printed with its name. */
  readonly convertsLiterals: boolean;
  /** Checks written on a column's line belong to the column and go with MODIFY. */
  readonly columnChecks: boolean;
  /** Two tables may have checks of one name, and foreign keys too. */
  readonly checkNamesPerTable: boolean;
  readonly functionalIndexes: boolean;
  /** A default of a large type, of JSON and of geometry must be an expression. */
  readonly largeDefaultsNeedParens: boolean;
  /** Words after an index that the optimizer must not use, and before it may again. */
  readonly indexUnused: { readonly setting: "invisible" | "ignored"; readonly on: string; readonly off: string };
  /** Clause that takes a check away. */
  readonly dropCheck: string;
  /** Session variable for the longest time a statement may take, and its unit in milliseconds. */
  readonly statementTimeout: { readonly variable: string; readonly milliseconds: number };
  /** RENAME COLUMN rewrites checks, defaults and computed columns; else it refuses while any of them speaks of the column. */
  readonly renameRewrites: boolean;
  /** Functions in a default that ADD COLUMN refuses, since rows would get other values on a replica. */
  readonly volatileDefaults: ReadonlySet<string>;
  /** A computed column can be NOT NULL. */
  readonly computedNotNull: boolean;
  /** A foreign key points at a whole unique key; else at the first columns of any index. */
  readonly pointsAtUnique: boolean;
  /** What a foreign key does when nothing is said. */
  readonly omittedAction: "noAction" | "restrict";
  /** What gives a table the character set of its database; null: only with all its columns. */
  readonly databaseCharset: string | null;
  /** `t_ibfk_1`: names with the table's in front of one of these are changed by the engine when the table is renamed. */
  readonly namesFollowTable: readonly string[];
  /** Versions from which on something is there; null: in none. */
  readonly versions: {
    readonly invisibleColumns: string | null;
    readonly uuid: string | null;
    readonly vector: string | null;
    readonly setDefault: string | null;
    readonly functionalIndexes: string | null;
    readonly descendingIndexes: string | null;
    readonly unusedIndexes: string | null;
  };
  /** An index in descending order is one a foreign key can use. */
  readonly descendingServesKeys: boolean;
  /** Variable that says whether the session only reads. */
  readonly readOnlyVariable: string;
  /** What the catalog calls things. */
  readonly catalog: {
    /** Reference system of a spatial column. */
    readonly srid: string;
    readonly indexExpression: string;
    readonly indexUnused: string;
    /**
     * Query for the checks of some databases. `on_column`: it stands on a column's line. With a LIMIT each
     * side of a join is read once; without, the server looks one up anew for each row of the other.
     */
    readonly checks: (databases: string) => string;
  };
  /** Versions from which on a clause is there. */
  readonly clauses: {
    readonly renameColumn: string;
    readonly renameIndex: string;
  };
}

export const mysqlFlavor: Flavor = {
  name: mysqlVocabulary.dialect,
  title: "MySQL",
  isMariadb: false,
  vocabulary: mysqlVocabulary,
  since: "8.0.19",
  hasUuid: false,
  jsonIsText: false,
  defaultsAreSql: false,
  escapesExpressions: true,
  convertsLiterals: true,
  columnChecks: false,
  checkNamesPerTable: false,
  functionalIndexes: true,
  largeDefaultsNeedParens: true,
  indexUnused: { setting: "invisible", on: "INVISIBLE", off: "VISIBLE" },
  dropCheck: "DROP CHECK",
  statementTimeout: { variable: "max_execution_time", milliseconds: 1 },
  renameRewrites: false,
  volatileDefaults: new Set(["uuid", "uuid_short", "rand", "random_bytes", "sysdate", "user", "current_user"]),
  computedNotNull: true,
  pointsAtUnique: true,
  omittedAction: "noAction",
  databaseCharset: null,
  namesFollowTable: ["_ibfk_", "_chk_"],
  versions: {
    invisibleColumns: "8.0.23",
    uuid: null,
    vector: "9.0.0",
    setDefault: "8.0.0",
    functionalIndexes: "8.0.13",
    descendingIndexes: "8.0.1",
    unusedIndexes: "8.0.0",
  },
  descendingServesKeys: false,
  readOnlyVariable: "transaction_read_only",
  catalog: {
    srid: "SRS_ID",
    indexExpression: "EXPRESSION",
    indexUnused: "IS_VISIBLE = 'NO'",
    checks: (databases) => `SELECT t.place, t.on_name, t.name, c.expression, t.enforced, 0 AS on_column
FROM (SELECT TABLE_SCHEMA AS place, TABLE_NAME AS on_name, CONSTRAINT_NAME AS name, ENFORCED = 'YES' AS enforced
  FROM information_schema.TABLE_CONSTRAINTS
  WHERE TABLE_SCHEMA IN (${databases}) AND CONSTRAINT_TYPE = 'CHECK' LIMIT 1000000000) t
JOIN (SELECT CONSTRAINT_SCHEMA AS place, CONSTRAINT_NAME AS name, CHECK_CLAUSE AS expression
  FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN (${databases}) LIMIT 1000000000) c
  ON c.place = t.place AND c.name = t.name
ORDER BY t.place, t.on_name, t.name`,
  },
  clauses: { renameColumn: "8.0.0", renameIndex: "5.7.0" },
};

export const mariadbFlavor: Flavor = {
  name: mariadbVocabulary.dialect,
  title: "MariaDB",
  isMariadb: true,
  vocabulary: mariadbVocabulary,
  since: "10.5.2",
  hasUuid: true,
  jsonIsText: true,
  defaultsAreSql: true,
  escapesExpressions: false,
  convertsLiterals: false,
  columnChecks: true,
  checkNamesPerTable: true,
  functionalIndexes: false,
  largeDefaultsNeedParens: false,
  indexUnused: { setting: "ignored", on: "IGNORED", off: "NOT IGNORED" },
  dropCheck: "DROP CONSTRAINT",
  statementTimeout: { variable: "max_statement_time", milliseconds: 1000 },
  renameRewrites: true,
  volatileDefaults: new Set(),
  computedNotNull: false,
  pointsAtUnique: false,
  omittedAction: "restrict",
  databaseCharset: "DEFAULT CHARACTER SET DEFAULT",
  namesFollowTable: ["_ibfk_"],
  versions: {
    invisibleColumns: "10.3.3",
    uuid: "10.7.0",
    vector: "11.7.1",
    setDefault: null,
    functionalIndexes: null,
    descendingIndexes: "10.8.1",
    unusedIndexes: "10.6.0",
  },
  descendingServesKeys: true,
  readOnlyVariable: "tx_read_only",
  catalog: {
    srid: "NULL",
    indexExpression: "NULL",
    indexUnused: "IGNORED = 'YES'",
    checks: (databases) => `SELECT CONSTRAINT_SCHEMA AS place, TABLE_NAME AS on_name, CONSTRAINT_NAME AS name,
  CHECK_CLAUSE AS expression, 1 AS enforced, LEVEL = 'Column' AS on_column
FROM information_schema.CHECK_CONSTRAINTS
WHERE CONSTRAINT_SCHEMA IN (${databases}) ORDER BY CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME`,
  },
  clauses: { renameColumn: "10.5.2", renameIndex: "10.5.2" },
};

/** Whether a version (`10.11.14`) is at least another. */
export function atLeast(version: string, least: string): boolean {
  const [mine, theirs] = [version, least].map((text) => text.split(".").map(Number));
  for (const [place, wanted] of (theirs ?? []).entries()) {
    const have = mine?.[place] ?? 0;
    if (have !== wanted) return have > wanted;
  }
  return true;
}
