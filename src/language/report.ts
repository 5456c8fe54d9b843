/** Collects diagnostics while files are bound for one target. */

import type { Code } from "../diagnostic/codes.js";
import type { Diagnostic, Label, Severity } from "../diagnostic/diagnostic.js";
import type { Span } from "../text/source.js";

export interface Details {
  /** Short words under the span. */
  readonly text?: string;
  readonly labels?: readonly Label[];
  readonly hint?: string | null;
}

export class Report {
  readonly diagnostics: Diagnostic[] = [];

  error(code: Code, span: Span, title: string, details: Details = {}): void {
    this.#add("error", code, span, title, details);
  }

  warning(code: Code, span: Span, title: string, details: Details = {}): void {
    this.#add("warning", code, span, title, details);
  }

  #add(severity: Severity, code: Code, span: Span, title: string, details: Details): void {
    const { text = null, labels = [], hint = null } = details;
    this.diagnostics.push({ code, severity, title, span, text, labels, hint });
  }
}
