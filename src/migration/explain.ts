/** What went wrong in a migration, told in full: the place in its file, the statement, the engine's words, what became of it. */

import { type ExitCode, exit, Failure } from "../diagnostic/failure.js";
import { EngineError } from "../dialect/connection.js";
import type { FileStatement, FileStep, MigrationFile } from "./file.js";
import { Interrupted } from "./interrupt.js";

/** Never leaves this room: the runner adds what became of the migration. */
export class StatementError extends Error {
  readonly file: MigrationFile;
  readonly step: FileStep;
  readonly statement: FileStatement;
  readonly error: EngineError;

  constructor(file: MigrationFile, step: FileStep, statement: FileStatement, error: EngineError) {
    super(error.message, { cause: error });
    this.name = "StatementError";
    this.file = file;
    this.step = step;
    this.statement = statement;
    this.error = error;
  }
}

/** The Failure people see. `became`: where that leaves the migration; `hint` where the engine has none. */
export function explain(
  error: unknown,
  file: MigrationFile,
  outcome: { readonly exitCode: ExitCode; readonly became: string; readonly hint: string | null },
): unknown {
  const { exitCode, became, hint } = outcome;
  if (error instanceof Interrupted)
    return new Failure(`interrupted in ${file.path}`, { exitCode: exit.interrupted, details: [became], hint });
  if (error instanceof StatementError) {
    const { error: engine, statement, step } = error;
    return new Failure(`${file.path}:${statement.line}: ${engine.message}`, {
      exitCode,
      details: [
        ...frame(statement, engine.offset),
        ...(engine.detail === null ? [] : [`detail: ${engine.detail}`]),
        ...(step.number === null ? [] : [`step ${step.number}: ${step.kind} ${step.object}`]),
        ...(step.origin === null ? [] : [`asked for by ${step.origin}`]),
        became,
      ].filter(Boolean),
      hint:
        [engine.hint, engine.busy ? "Someone else holds a lock: try again." : null, hint].filter(Boolean).join(" ") ||
        null,
      cause: engine,
    });
  }
  if (error instanceof EngineError)
    return new Failure(`${file.path}: ${error.message}`, {
      exitCode,
      details: [...(error.detail === null ? [] : [`detail: ${error.detail}`]), became].filter(Boolean),
      hint: error.hint ?? hint,
      cause: error,
    });
  return error;
}

const frameLines = 12;

/** The statement with the lines of its file; a mark under the place the engine names. */
export function frame({ sql, line }: FileStatement, offset: number | null): string[] {
  const lines = sql.split("\n");
  const before = sql.slice(0, offset ?? 0);
  const markedLine = offset === null ? -1 : before.split("\n").length - 1;
  const column = before.length - (before.lastIndexOf("\n") + 1);
  const first = Math.max(0, Math.min(markedLine - frameLines + 3, lines.length - frameLines));
  const shown = lines.slice(first, first + frameLines);
  const width = String(line + first + shown.length).length;
  const result = shown.flatMap((text, at) => {
    const numbered = `${String(line + first + at).padStart(width)} | ${text}`;
    if (first + at !== markedLine) return [numbered];
    return [numbered, `${" ".repeat(width)} | ${text.slice(0, column).replace(/[^\t]/g, " ")}^`];
  });
  return first + shown.length < lines.length ? [...result, `${" ".repeat(width)} | …`] : result;
}
