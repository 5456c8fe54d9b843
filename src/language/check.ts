/** All that is wrong with a set of files, over all of their targets, each thing once. */

import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Vocabulary } from "../dialect/vocabulary.js";
import type { FileNode } from "./ast.js";
import { bindSchema } from "./bind.js";

export function checkSchema(
  files: readonly FileNode[],
  targets: readonly Vocabulary[],
  all: readonly Vocabulary[],
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const target of targets)
    for (const diagnostic of bindSchema(files, target, all).diagnostics) {
      const { code, span, title } = diagnostic;
      const key = `${code} ${span.source.path} ${span.start} ${span.end} ${title}`;
      if (!found.has(key)) found.set(key, diagnostic);
    }
  return sortDiagnostics(files, [...found.values()]);
}

/** In the order of the files and of the places in them. */
export function sortDiagnostics(files: readonly FileNode[], diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const order = new Map(files.map((file, i) => [file.span.source.path, i]));
  const rank = ({ span }: Diagnostic) => order.get(span.source.path) ?? files.length;
  return [...diagnostics].sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start || a.span.end - b.span.end);
}
