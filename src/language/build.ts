/** What the builders of the syntax tree share: the source, the report, the doc comments, and spans of parser nodes. */

import type { CstNode, IToken } from "../../grammar/chevrotain.js";
import type { Source, Span } from "../text/source.js";
import type { DocComment, Mark } from "./ast.js";
import type { Report } from "./report.js";

export class Build {
  readonly source: Source;
  readonly report: Report;
  /** Doc comments by the parser's node they belong to. */
  readonly docs: ReadonlyMap<CstNode, DocComment>;
  /** Declarations of another language, which nobody looks into. */
  readonly unread: Span[];

  constructor(source: Source, report: Report, docs: ReadonlyMap<CstNode, DocComment>, unread: Span[]) {
    this.source = source;
    this.report = report;
    this.docs = docs;
    this.unread = unread;
  }

  range(start: number, end: number): Span {
    return { source: this.source, start, end };
  }

  span(part: CstNode | IToken): Span {
    return this.range(startOf(part), endOf(part));
  }

  /** From the first to the last of some parts. */
  over(parts: readonly (CstNode | IToken)[]): Span {
    if (parts.length === 1 && parts[0] !== undefined) return this.span(parts[0]);
    return this.range(Math.min(...parts.map(startOf)), Math.max(...parts.map(endOf)));
  }

  mark(parts: readonly (CstNode | IToken)[] | undefined): Mark | null {
    return parts === undefined || parts.length === 0 ? null : { kind: "mark", span: this.over(parts) };
  }

  /** The one part there may be; a second one is reported. */
  one<T>(parts: readonly T[] | undefined, what: string, spanOf: (part: T) => Span): T | null {
    if (parts === undefined) return null;
    const first = parts[0];
    const second = parts[1];
    if (first !== undefined && second !== undefined)
      this.report.error("COV1016", spanOf(second), `${what} is given twice`, {
        labels: [{ span: spanOf(first), text: "first here" }],
        hint: "keep one of them",
      });
    return first ?? null;
  }
}

/** A part the grammar demands. Nodes with an error in them are left out before anyone asks for their parts. */
export function first<T>(parts: readonly T[] | undefined): T {
  const part = parts?.[0];
  if (part === undefined) throw new Error("the syntax tree lacks a part its grammar demands");
  return part;
}

export function isNode(part: CstNode | IToken): part is CstNode {
  return "children" in part;
}

/** A part of it could not be read; that is reported. */
export function isBroken(node: CstNode): boolean {
  for (const name in node.children)
    for (const part of node.children[name] ?? []) if (isNode(part) && part.recoveredNode === true) return true;
  return false;
}

export function startOf(part: CstNode | IToken): number {
  return isNode(part) ? (part.location?.startOffset ?? 0) : part.startOffset;
}

export function endOf(part: CstNode | IToken): number {
  const last = isNode(part) ? part.location?.endOffset : part.endOffset;
  return (last ?? startOf(part) - 1) + 1;
}

/** All tokens of a node, in order. */
export function tokensOf(node: CstNode): IToken[] {
  const tokens: IToken[] = [];
  const visit = (part: CstNode | IToken): void => {
    if (isNode(part)) for (const child of Object.values(part.children).flat()) visit(child);
    else tokens.push(part);
  };
  visit(node);
  return tokens.sort((a, b) => a.startOffset - b.startOffset);
}
