/** A statement is data: previews, messages, progress and resume all read this record. */

import type { Operation } from "../operation/operation.js";

/**
 * A question put to the database being changed just before its migration. Rows found stop it unless they are allowed.
 */
export interface Guard {
  /** `loses`: rows found would lose data. `fails`: rows found would make the statement fail. */
  readonly kind: "loses" | "fails";
  /** The object as people write it: `users.nickname`. */
  readonly object: string;
  /** A query that returns a row for each row at stake. One line. */
  readonly query: string;
}

export interface Statement {
  /** Without the closing `;`. */
  readonly sql: string;
  readonly guards: readonly Guard[];
  /** `outside`: the engine refuses it in a transaction. `commitAfter`: later statements need its effect committed. */
  readonly transaction: "inside" | "outside" | "commitAfter";
}

/** What the engine does for one or more operations: the unit the migration file numbers. */
export interface PhysicalStep {
  /** The operations it realises, in order; the first names it unless `name` does. */
  readonly operations: readonly Operation[];
  /** A name for what the operations have become, such as `REBUILD_TABLE`; null: the first operation's own kind. */
  readonly name: string | null;
  readonly statements: readonly Statement[];
  /** Why this cannot be done; then there are no statements, and the half of the migration that holds it is refused. */
  readonly irreversible: string | null;
}

/** A statement with nothing special about it. */
export function statement(sql: string, options: Partial<Omit<Statement, "sql">> = {}): Statement {
  return { sql, guards: options.guards ?? [], transaction: options.transaction ?? "inside" };
}
