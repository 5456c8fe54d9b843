/** A failure as people read it: what went wrong, where, and how to mend it. */

import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Failure } from "../diagnostic/failure.js";
import type { Reporter } from "./reporter.js";

/** Each diagnostic with its source frame. */
export async function printDiagnostics(reporter: Reporter, diagnostics: readonly Diagnostic[]): Promise<void> {
  if (diagnostics.length === 0) return;
  const { renderDiagnostic } = await import("../diagnostic/render.js");
  for (const diagnostic of diagnostics) {
    const text = `${renderDiagnostic(diagnostic, reporter.err.isColorSupported)}\n`;
    if (diagnostic.severity === "error") reporter.error(text);
    else reporter.note(text);
  }
}

export async function printFailure(reporter: Reporter, failure: Failure): Promise<void> {
  const { bold, red, cyan } = reporter.err;
  await printDiagnostics(reporter, failure.diagnostics);
  reporter.error(`${bold(red("error"))}: ${failure.message}`);
  for (const line of failure.details) reporter.error(`  ${line}`);
  if (failure.hint !== null) reporter.error(`${bold(cyan("help"))}: ${failure.hint}`);
}
