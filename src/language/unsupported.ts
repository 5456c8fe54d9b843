/** What the grammar reads and covet cannot do yet: said aloud, never ignored. */

import type { Span } from "../text/source.js";
import type {
  ExtensionDeclaration,
  ObjectDeclaration,
  SequenceDeclaration,
  SqlDeclaration,
  TableDeclaration,
} from "./ast.js";
import type { Binding } from "./binding.js";
import { requireFeature } from "./features.js";

export function notSupported(span: Span, what: string, { report, target }: Binding): void {
  report.error("COV2901", span, `${what} is not supported yet`, {
    text: "covet reads it but cannot build it",
    hint: `remove it for now, or keep it from ${target.dialect} with \`for\``,
  });
}

export function refuseDeclaration(
  node: ExtensionDeclaration | SequenceDeclaration | ObjectDeclaration | SqlDeclaration,
  binding: Binding,
): void {
  if (node.kind === "object") notSupported(node.keyword.span, `\`${node.object}\``, binding);
  else notSupported(node.name.span, node.kind === "sql" ? "a `sql` block" : `\`${node.kind}\``, binding);
}

/** The words a member starts with are its place: it may go on over many lines. */
export function refuseMember(node: { readonly span: Span }, words: "exclude" | "partition by", binding: Binding): void {
  const { source, start } = node.span;
  const length = /^\w+(?:\s+by\b)?/i.exec(source.text.slice(start, node.span.end))?.[0].length ?? 1;
  const span = { source, start, end: start + length };
  if (requireFeature(binding, words === "exclude" ? "exclude" : "partitions", span))
    notSupported(span, `\`${words}\``, binding);
}

/** Header words of a table that ask for more than a table. */
export function refuseHeader(node: TableDeclaration, binding: Binding): void {
  if (node.partitionOf !== null) notSupported(node.partitionOf.span, "`partition of`", binding);
  const [parent] = node.inherits;
  if (parent !== undefined) notSupported(parent.span, "`inherits`", binding);
  if (node.of !== null) notSupported(node.of.span, "`table … of`", binding);
  if (node.using !== null) notSupported(node.using.span, "`table … using`", binding);
}
