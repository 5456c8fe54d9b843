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
  /** `DEFAULT '…'` of the reference system of a spatial column. */
  readonly spatialReference: { readonly setting: "srid" | "ref_system_id"; readonly word: string };
  /** Session variable for the longest time a statement may take, and its unit in milliseconds. */
  readonly statementTimeout: { readonly variable: string; readonly milliseconds: number };
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
  columnChecks: false,
  checkNamesPerTable: false,
  functionalIndexes: true,
  largeDefaultsNeedParens: true,
  indexUnused: { setting: "invisible", on: "INVISIBLE", off: "VISIBLE" },
  dropCheck: "DROP CHECK",
  spatialReference: { setting: "srid", word: "SRID" },
  statementTimeout: { variable: "max_execution_time", milliseconds: 1 },
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
  columnChecks: true,
  checkNamesPerTable: true,
  functionalIndexes: false,
  largeDefaultsNeedParens: false,
  indexUnused: { setting: "ignored", on: "IGNORED", off: "NOT IGNORED" },
  dropCheck: "DROP CONSTRAINT",
  spatialReference: { setting: "ref_system_id", word: "REF_SYSTEM_ID =" },
  statementTimeout: { variable: "max_statement_time", milliseconds: 1000 },
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
