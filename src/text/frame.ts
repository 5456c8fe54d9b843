/** A line of a source with a mark under the part that is meant. */

import { lineStarts, positionAt, type Span } from "./source.js";

export interface Frame {
  /** Line and column, both from 1. */
  readonly line: number;
  readonly column: number;
  /** The whole line, tabs as two blanks. */
  readonly code: string;
  /** What stands below the line up to the marks. */
  readonly indent: string;
  /** `^^^`, at least one. */
  readonly marks: string;
}

/** The first line of a span. */
export function frame({ source, start, end }: Span): Frame {
  const { line, column } = positionAt(source, start);
  const starts = lineStarts(source.text);
  const lineStart = starts[line - 1] ?? 0;
  const written = source.text.slice(lineStart, starts[line] ?? source.text.length).replace(/[\r\n]+$/, "");
  const before = written.slice(0, column - 1);
  const marked = written.slice(column - 1, Math.max(column, end - lineStart));
  return {
    line,
    column,
    code: flatten(written),
    indent: " ".repeat(width(before)),
    marks: "^".repeat(Math.max(1, width(marked))),
  };
}

function flatten(text: string): string {
  // Control characters would move the cursor or worse.
  return text.replaceAll("\t", "  ").replace(/\p{Cc}/gu, "\ufffd");
}

/** Columns a text takes in a terminal, near enough: East Asian and pictographic characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of flatten(text)) {
    if (/\p{Mn}|\u200d|\ufe0f/u.test(character)) continue;
    columns += /\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return columns;
}
