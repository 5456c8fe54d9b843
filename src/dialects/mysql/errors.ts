/** What the driver throws, as covet's own error. */

import { EngineError } from "../../dialect/connection.js";

interface DriverError {
  readonly code?: string;
  readonly errno?: number;
  readonly sqlMessage?: string;
  readonly message?: string;
  readonly fatal?: boolean;
}

/** Lock wait timeout, deadlock, NOWAIT refused: the same statement may work in a while. */
const busyNumbers = new Set([1205, 1213, 3572]);

/** The driver knows the names of MySQL's errors only. */
const mariadbNames: Readonly<Record<number, string>> = {
  1901: "ER_GENERATED_COLUMN_FUNCTION_IS_NOT_ALLOWED",
  1969: "ER_STATEMENT_TIMEOUT",
  4025: "ER_CONSTRAINT_FAILED",
  4027: "ER_EXPRESSION_REFERS_TO_UNINIT_FIELD",
};

export function engineError(error: unknown, sql: string): EngineError {
  const { code, errno, sqlMessage, message } = error as DriverError;
  const said = sqlMessage ?? message ?? "";
  return new EngineError(said === "" ? "the connection to the server was lost" : said, {
    code: mariadbNames[errno ?? 0] ?? code ?? (errno === undefined ? "PROTOCOL_CONNECTION_LOST" : `ER_${errno}`),
    offset: placeOf(said, sql),
    detail: null,
    hint: null,
    busy: busyNumbers.has(errno ?? 0),
    cause: error,
  });
}

/** The session is gone: the connection broke, or someone killed it. */
export function isLost(error: unknown): boolean {
  const { code, errno, fatal } = error as DriverError;
  return fatal === true || errno === 1927 || errno === 4031 || /^(PROTOCOL_|ECONN|EPIPE|ETIMEDOUT)/.test(code ?? "");
}

/** The servers quote the text from the error on, and tell its line. */
function placeOf(message: string, sql: string): number | null {
  const match = /near '([\s\S]*)' at line (\d+)$/.exec(message);
  if (match?.[1] === undefined || match[1] === "") return null;
  const lines = sql.split("\n").slice(0, Number(match[2]) - 1);
  const line = lines.reduce((sum, text) => sum + text.length + 1, 0);
  // Only the first 80 characters of the text come with the message.
  const at = sql.indexOf(match[1], line);
  return at < 0 ? null : at;
}
