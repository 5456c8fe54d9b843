/** The one error class: a message for people, a way out, and the exit code of the process. */

import type { Diagnostic } from "./diagnostic.js";

/** Exit codes, fixed from the first release (docs/cli.md). */
export const exit = {
  done: 0,
  error: 1,
  pending: 2,
  refused: 3,
  locked: 4,
  failed: 5,
  halfDone: 6,
  drift: 7,
  conflict: 8,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

export class Failure extends Error {
  readonly exitCode: ExitCode;
  /** How to mend it, or null. */
  readonly hint: string | null;
  /** Extra lines for people: the statement, the place, sample rows. */
  readonly details: readonly string[];
  readonly diagnostics: readonly Diagnostic[];

  constructor(
    message: string,
    options: {
      exitCode?: ExitCode;
      hint?: string | null;
      details?: readonly string[];
      diagnostics?: readonly Diagnostic[];
      cause?: unknown;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "Failure";
    this.exitCode = options.exitCode ?? exit.error;
    this.hint = options.hint ?? null;
    this.details = options.details ?? [];
    this.diagnostics = options.diagnostics ?? [];
  }
}
