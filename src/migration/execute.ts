/** Runs one statement of a migration. */

import { EngineError } from "../dialect/connection.js";
import { StatementError } from "./explain.js";
import type { MigrationFile } from "./file.js";
import { breathe, cancellable, Interrupted } from "./interrupt.js";
import type { NumberedStatement, Run } from "./run.js";

export async function runStatement(
  run: Run,
  file: MigrationFile,
  { number, step, statement }: NumberedStatement,
  total: number,
): Promise<void> {
  const { connection, events, signal } = run;
  await breathe(signal);
  events({ kind: "statement", migration: file.name, number, total, step, statement });
  const start = performance.now();
  try {
    await cancellable(connection, signal, () => connection.execute(statement.sql));
  } catch (error) {
    if (signal?.aborted) throw new Interrupted();
    throw error instanceof EngineError ? new StatementError(file, step, statement, error) : error;
  }
  events({ kind: "statementEnd", migration: file.name, number, milliseconds: performance.now() - start });
}
