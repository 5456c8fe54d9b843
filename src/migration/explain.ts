/** What went wrong in a migration, told in full: the place in its file, the statement, the engine's words, what became of it. */

import { type ExitCode, exit, Failure } from "../diagnostic/failure.js";
import { EngineError } from "../dialect/connection.js";
import type { FileStep, MigrationFile } from "./file.js";
import { Interrupted } from "./interrupt.js";

/** A statement and where it stands in the file. */
export interface Place {
  readonly sql: string;
  /** Line of the file where it starts, or where code ran it; null where that is not known. */
  readonly line: number | null;
  readonly step: FileStep;
}

/** Never leaves this room: the runner adds what became of the migration. */
export class StatementError extends Error {
  readonly place: Place;
  readonly error: EngineError;

  constructor(place: Place, error: EngineError) {
    super(error.message, { cause: error });
    this.name = "StatementError";
    this.place = place;
    this.error = error;
  }
}

/** What the code of a migration threw itself. Never leaves this room either. */
export class CodeError extends Error {
  readonly line: number | null;

  constructor(line: number | null, error: unknown) {
    super(error instanceof Error ? error.message : `it threw ${String(error)}`, { cause: error });
    this.name = "CodeError";
    this.line = line;
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
    return new Failure(`interrupted in ${file.path}`, {
      exitCode: exit.interrupted,
      details: [became].filter(Boolean),
      hint,
    });
  if (error instanceof StatementError) {
    const { error: engine, place } = error;
    const { step } = place;
    return new Failure(`${at(file, place.line)}: ${engine.message}`, {
      exitCode,
      details: [
        // Which line of code holds which line of a statement is not known.
        ...frame({ sql: place.sql, line: file.kind === "code" ? 1 : (place.line ?? 1) }, engine.offset),
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
  if (error instanceof CodeError)
    return new Failure(`${at(file, error.line)}: ${error.message}`, {
      exitCode,
      details: [...causes(error.cause), became].filter(Boolean),
      hint,
      cause: error.cause,
    });
  if (error instanceof EngineError)
    return new Failure(`${file.path}: ${error.message}`, {
      exitCode,
      details: [...(error.detail === null ? [] : [`detail: ${error.detail}`]), became].filter(Boolean),
      hint: error.hint ?? hint,
      cause: error,
    });
  return error;
}

function at({ path }: MigrationFile, line: number | null): string {
  return line === null ? path : `${path}:${line}`;
}

function causes(error: unknown): string[] {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? [`caused by: ${cause.message}`, ...causes(cause)] : [];
}

const frameLines = 12;

/** The statement with the lines of its file; a mark under the place the engine names. */
export function frame({ sql, line }: { readonly sql: string; readonly line: number }, offset: number | null): string[] {
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
