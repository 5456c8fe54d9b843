/** What covet says about a place in a file. */

import type { Span } from "../text/source.js";

export type Severity = "error" | "warning" | "info";

/** A second place that explains the first. */
export interface Label {
  readonly span: Span;
  readonly text: string;
}

export interface Diagnostic {
  /** `COV` and four digits; every code has an entry in `codes.ts`. */
  readonly code: string;
  readonly severity: Severity;
  /** One line in plain words, shown after the code. */
  readonly title: string;
  readonly span: Span;
  /** Short words under the span; null where the title says it all. */
  readonly text: string | null;
  readonly labels: readonly Label[];
  /** How to mend it, or null. */
  readonly hint: string | null;
}
