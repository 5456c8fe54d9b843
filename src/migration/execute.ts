/** Runs one statement of a migration, or the code of a half. */

import { EngineError } from "../dialect/connection.js";
import { runCode } from "./code-run.js";
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
    if (statement.kind === "code") await runCode(run, file, step, statement);
    else
      await cancellable(connection, signal, () =>
        connection.execute(statement.sql, (done, all) =>
          events({ kind: "rows", migration: file.name, done, total: all }),
        ),
      );
  } catch (error) {
    if (signal?.aborted) throw new Interrupted();
    if (statement.kind === "code" || !(error instanceof EngineError)) throw error;
    throw new StatementError({ ...statement, step }, error);
  }
  events({ kind: "statementEnd", migration: file.name, number, milliseconds: performance.now() - start });
}
