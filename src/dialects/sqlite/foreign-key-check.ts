/**
 * Rows that point nowhere, counted before and after a migration: foreign keys are off while it runs, and rows that were
 * broken before it must not stop it.
 */

import { EngineError, type Row, type SqlValue } from "../../dialect/connection.js";
import { fold } from "./syntax.js";

/** Broken rows by table and the table they should point to; where a key cannot be followed, SQLite's own message. */
export type Violations = ReadonlyMap<string, number | string>;

type Query = (sql: string, parameters: readonly SqlValue[]) => Row[];

// A row that breaks two keys to one table is one row.
const counts = `"table" || ' to ' || parent AS "key", count(DISTINCT rowid) + sum(rowid IS NULL) AS broken`;

export function violations(query: Query): Violations {
  try {
    return counted(query(`SELECT ${counts} FROM pragma_foreign_key_check GROUP BY 1`, []));
  } catch {
    // One key that SQLite cannot follow hides all others: ask table by table.
    return tableByTable(query);
  }
}

function counted(rows: readonly Row[]): Map<string, number> {
  return new Map(rows.map(({ key, broken }) => [String(key), Number(broken)]));
}

function tableByTable(query: Query): Violations {
  const tables = "SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) WHERE m.type = 'table'";
  const result = new Map<string, number | string>();
  for (const { name } of query(tables, [])) {
    try {
      const rows = query(`SELECT ${counts} FROM pragma_foreign_key_check(?) GROUP BY 1`, [String(name)]);
      for (const [key, broken] of counted(rows)) result.set(key, broken);
    } catch (error) {
      result.set(String(name), error instanceof Error ? error.message : String(error));
    }
  }
  return result;
}

/** What a transaction broke, or null. Counts of tables that are gone are granted to tables that are new: a rename. */
export function newViolations(before: Violations, after: Violations): EngineError | null {
  const counts = new Map([...before].map(([name, broken]) => [fold(name), broken]));
  const gone = [...before].filter(([name]) => !after.has(name)).map(([, broken]) => broken);
  for (const [name, broken] of after) {
    const known = counts.get(fold(name));
    if (known === undefined && gone.includes(broken)) {
      gone.splice(gone.indexOf(broken), 1);
      continue;
    }
    if (typeof broken === "string") {
      if (typeof known !== "string") return broke(broken);
      continue;
    }
    const allowed = typeof known === "number" ? known : 0;
    if (typeof known !== "string" && broken > allowed)
      return broke(`${broken - allowed} more rows point to rows that do not exist (${name})`);
  }
  return null;
}

function broke(message: string): EngineError {
  return new EngineError(`FOREIGN KEY constraint failed: ${message}`, {
    code: "SQLITE_CONSTRAINT_FOREIGNKEY",
    offset: null,
    detail: null,
    hint: "PRAGMA foreign_key_check lists the rows",
    busy: false,
    cause: null,
  });
}
