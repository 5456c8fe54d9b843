/** What SQLite and its driver say when something is wrong, as errors with a way out. */

import { Failure } from "../../diagnostic/failure.js";
import { EngineError } from "../../dialect/connection.js";
import { lexSql } from "../../sql/lexer.js";
import { syntax } from "./syntax.js";

/** An error of a statement. `busy`: another process is writing. */
export function engineError(error: unknown, sql: string): EngineError {
  if (error instanceof EngineError) return error;
  const { code, message } = described(error);
  const busy = code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED");
  return new EngineError(message, {
    code,
    offset: placeOf(message, sql),
    detail: null,
    hint: hintFor(code),
    busy,
    cause: error,
  });
}

/** A statement that was stopped from outside. */
export function interrupted(why: string): EngineError {
  return new EngineError(why, {
    code: "SQLITE_INTERRUPT",
    offset: null,
    detail: null,
    hint: null,
    busy: false,
    cause: null,
  });
}

function described(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return {
    code: typeof code === "string" ? code : "SQLITE_MISUSE",
    message: typeof message === "string" ? message : String(error),
  };
}

function hintFor(code: string): string | null {
  if (code.startsWith("SQLITE_BUSY")) return "another process is writing to this database: try again when it is done";
  if (code.startsWith("SQLITE_READONLY")) return "make the file and its directory writable";
  if (code.startsWith("SQLITE_FULL")) return "free some disk space";
  if (code.startsWith("SQLITE_CORRUPT")) return "restore a backup, or try the sqlite3 client's `.recover`";
  return null;
}

/** `near "x": syntax error` gives a place only where x stands once. */
function placeOf(message: string, sql: string): number | null {
  const near = /^near "([\s\S]+)": syntax error$/.exec(message)?.[1];
  if (near === undefined) return null;
  const places = lexSql(sql, syntax).filter((token) => token.text === near);
  return places.length === 1 ? (places[0]?.start ?? null) : null;
}

/** Why a file could not be opened, or is no database. */
export function openFailure(error: unknown, what: string): Failure {
  const { code, message } = described(error);
  const [reason, hint] = explain(code, message);
  return new Failure(`cannot open ${what}: ${reason}`, { hint, cause: error });
}

function explain(code: string, message: string): readonly [reason: string, hint: string] {
  if (code === "SQLITE_NOTADB")
    return ["the file is not a SQLite database", "check the path; an encrypted database cannot be opened either"];
  if (code.startsWith("SQLITE_CORRUPT"))
    return ["the database is damaged", "restore a backup, or try the sqlite3 client's `.recover`"];
  if (code.startsWith("SQLITE_BUSY"))
    return ["another process has locked it", "try again when the other process is done"];
  if (code.startsWith("SQLITE_READONLY"))
    return [message, "an interrupted write must be finished first: open it once with write access"];
  if (code.startsWith("SQLITE_CANTOPEN"))
    return [message, "check that the file exists and that you may read it and write to its directory"];
  return [message, "check the path and its permissions"];
}

export function directoryMissing(file: string, folder: string): Failure {
  return new Failure(`cannot open ${file}: there is no directory ${folder}`, {
    hint: `create it (mkdir -p ${folder}) or correct the path`,
  });
}

export function readOnlyFile(path: string): Failure {
  return new Failure(`${path} is not writable`, { hint: `make it writable (chmod u+w ${path}), or use another path` });
}
