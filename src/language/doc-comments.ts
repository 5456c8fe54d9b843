/** Finds what each `///` belongs to: the line it stands behind, or what starts below it. */

import type { CstNode, IToken } from "../../grammar/chevrotain.js";
import type { LexedComment } from "../../grammar/lexer.js";
import { lineStart } from "../../grammar/scan.js";
import type { Source } from "../text/source.js";
import type { DocComment } from "./ast.js";
import { endOf, isNode, startOf } from "./build.js";
import type { Report } from "./report.js";

/** Rules of the grammar whose nodes may have a comment. */
const owners = new Set([
  "schema",
  "extension",
  "enum",
  "enumValue",
  "domain",
  "domainCheck",
  "sequence",
  "mixin",
  "table",
  "sql",
  "object",
  "column",
  "spread",
  "primaryKeyRule",
  "uniqueRule",
  "indexRule",
  "checkRule",
  "excludeRule",
  "foreignKeyRule",
  "partitionBy",
  "partition",
]);

export function attachDocComments(
  source: Source,
  file: CstNode,
  tokens: readonly IToken[],
  comments: readonly LexedComment[],
  report: Report,
): ReadonlyMap<CstNode, DocComment> {
  const docs = comments.filter((comment) => comment.kind === "doc");
  const found = new Map<CstNode, LexedComment[]>();
  if (docs.length > 0) {
    const nodes = ownersIn(file, source.text);
    const starts = new Map<number, CstNode>();
    for (const node of nodes) if (!starts.has(startOf(node))) starts.set(startOf(node), node);
    const solid = tokens.filter((token) => token.tokenType.name !== "Newline" && token.image !== "");
    for (const comment of docs) {
      const node = ownerOf(comment, source.text, solid, nodes, starts);
      if (node !== null) found.set(node, [...(found.get(node) ?? []), comment]);
      else
        report.warning(
          "COV1025",
          { source, start: comment.start, end: comment.end },
          "this comment belongs to nothing",
          {
            hint: "a comment that is not for the database is written `//`",
          },
        );
    }
  }
  return new Map([...found].map(([node, lines]) => [node, docComment(source, lines)]));
}

/** Nodes that hold owners. */
const containers = new Set([
  ...[
    "file",
    "declaration",
    "forDeclarations",
    "enum",
    "enumLine",
    "domain",
    "mixin",
    "table",
    "object",
    "members",
    "memberLine",
  ],
  ...["forMembers", "partitionBy", "partitions", "partitionLine", "partition"],
]);

/** Nodes that may have a comment, by their start; an outer one before an inner one. */
function ownersIn(file: CstNode, text: string): CstNode[] {
  const nodes: CstNode[] = [];
  const visit = (node: CstNode): void => {
    const own = node.name !== "domainCheck" || startsLine(text, startOf(node));
    if (owners.has(node.name) && !node.recoveredNode && own) nodes.push(node);
    if (containers.has(node.name))
      for (const parts of Object.values(node.children)) for (const part of parts) if (isNode(part)) visit(part);
  };
  visit(file);
  return nodes.sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
}

/** A check on its domain's own line leaves the comment there to the domain, as an inline constraint does to its column. */
function startsLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === "";
}

function ownerOf(
  comment: LexedComment,
  text: string,
  tokens: readonly IToken[],
  nodes: readonly CstNode[],
  starts: ReadonlyMap<number, CstNode>,
): CstNode | null {
  const next = firstFrom(tokens, comment.start);
  if (text.slice(lineStart(text, comment.start), comment.start).trim() === "") {
    const below = tokens[next];
    return below === undefined ? null : (starts.get(below.startOffset) ?? null);
  }
  let before = tokens[next - 1];
  if (before?.tokenType.name === "Comma") before = tokens[next - 2];
  return before === undefined ? null : innermost(nodes, before.startOffset);
}

/** Place of the first token that starts at `offset` or behind it. */
function firstFrom(tokens: readonly IToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.startOffset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function innermost(nodes: readonly CstNode[], offset: number): CstNode | null {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node !== undefined && startOf(node) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node !== undefined && endOf(node) > offset) return node;
  }
  return null;
}

function docComment(source: Source, lines: readonly LexedComment[]): DocComment {
  const text = lines.map(({ start, end }) => source.text.slice(start + 3, end).replace(/^ /, "")).join("\n");
  const start = lines[0]?.start ?? 0;
  return { kind: "docComment", form: "lines", text, span: { source, start, end: lines.at(-1)?.end ?? start } };
}
