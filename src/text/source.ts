/** A source file and the translation between offsets and lines. */

export interface Source {
  /** Path as shown to people: relative to the project, forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A half-open range of UTF-16 offsets in one source. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A place as people count: line and column from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets at which each line starts; a line ends with LF, CRLF or a lone CR. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Line and column (both from 1) of an offset. */
export function positionAt(source: Source, offset: number): Position {
  const starts = lineStarts(source.text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
