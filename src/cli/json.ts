/** The JSON form of every command: one object with a `version`, documented in docs/cli.md. */

import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Failure } from "../diagnostic/failure.js";
import { positionAt } from "../text/source.js";
import type { Reporter } from "./reporter.js";

/** Grows only when a field changes its meaning or goes; new fields do not count. */
export const jsonVersion = 1;

export function diagnosticJson(diagnostic: Diagnostic): Record<string, unknown> {
  const { code, severity, title, span, text, hint } = diagnostic;
  const { line, column } = positionAt(span.source, span.start);
  const end = positionAt(span.source, span.end);
  return { code, severity, title, text, hint, path: span.source.path, line, column, end };
}

export function failureJson(failure: Failure | undefined): Record<string, unknown> | null {
  if (failure === undefined) return null;
  const { message, hint, details, diagnostics } = failure;
  return { message, hint, details, diagnostics: diagnostics.map(diagnosticJson) };
}

export function writeJson(reporter: Reporter, fields: Readonly<Record<string, unknown>>): void {
  const plain = (_key: string, value: unknown): unknown =>
    value instanceof Map ? Object.fromEntries(value) : typeof value === "bigint" ? value.toString() : value;
  reporter.data(JSON.stringify({ version: jsonVersion, ...fields }, plain, 2));
}
