/** Diagnostics as people read them: code, title, the place in its line, the way out. */

import picocolors from "picocolors";
import { frame } from "../text/frame.js";
import type { Span } from "../text/source.js";
import type { Diagnostic, Severity } from "./diagnostic.js";

type Paint = ReturnType<typeof picocolors.createColors>;

/** Without a closing line end. */
export function renderDiagnostic(diagnostic: Diagnostic, color: boolean): string {
  const paint = picocolors.createColors(color);
  const { code, severity, title, span, text, labels, hint } = diagnostic;
  const head = `${severityPaint(paint, severity)(`${severity} ${code}:`)} ${paint.bold(title)}`;
  const lines = [head, ...renderPlace(paint, severity, span, text)];
  for (const label of labels) lines.push(...renderPlace(paint, "info", label.span, label.text));
  if (hint !== null) lines.push(`   ${paint.cyan("help:")} ${hint}`);
  return lines.join("\n");
}

function severityPaint(paint: Paint, severity: Severity): (text: string) => string {
  if (severity === "error") return paint.red;
  return severity === "warning" ? paint.yellow : paint.blue;
}

function renderPlace(paint: Paint, severity: Severity, span: Span, text: string | null): string[] {
  const { line, column, code, indent, marks } = frame(span);
  const number = String(line).padStart(5);
  const bar = paint.dim("|");
  const mark = severityPaint(paint, severity)(text === null ? marks : `${marks} ${text}`);
  return [
    `  ${paint.dim(`${span.source.path}:${line}:${column}`)}`,
    `${paint.dim(number)} ${bar} ${code}`,
    `${" ".repeat(number.length)} ${bar} ${indent}${mark}`,
  ];
}
