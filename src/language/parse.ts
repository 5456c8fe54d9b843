/** Text to syntax tree. Never throws: what cannot be read is reported and left out, the rest stands. */

import type { FileCstNode } from "../../grammar/cst.js";
import type { Reading } from "../../grammar/layout.js";
import { type Lexed, lex } from "../../grammar/lexer.js";
import { CovetParser } from "../../grammar/parser.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { positionAt, type Source, type Span } from "../text/source.js";
import type { FileNode } from "./ast.js";
import { Build } from "./build.js";
import { buildFile } from "./build-ast.js";
import { attachDocComments } from "./doc-comments.js";
import { Report } from "./report.js";
import { reportProblems } from "./report-problems.js";

export interface Comment {
  /** `line` is `//`, `doc` is `///`. */
  readonly kind: "line" | "doc";
  readonly span: Span;
}

export interface Parsed {
  readonly ast: FileNode;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** All of them, in order. */
  readonly comments: readonly Comment[];
}

/** Made at the first use: commands that read no schema do without. */
let parser: CovetParser | null = null;

export function parse(source: Source): Parsed {
  const { text } = source;
  let best = read(source, { closeAtDeclaration: false, oneLineQuotes: false });
  if (best.lexed.problems.length === 0 && best.errors === 0) return best.parsed;
  // Something may be open that should have been closed long before. Read again, closing early, and keep the reading
  // with the fewest complaints.
  const open = best.lexed.problems.some(({ kind }) => /^(?:brace|parenthesis|quote|fence)$/.test(kind));
  if (!open && !best.lexed.longQuotes) return best.parsed;
  if (text.includes("\n") || text.includes("\r"))
    for (const reading of otherReadings) {
      const next = read(source, reading);
      if (next.errors <= best.errors) best = next;
    }
  return best.parsed;
}

const otherReadings: readonly Reading[] = [
  { closeAtDeclaration: false, oneLineQuotes: true },
  { closeAtDeclaration: true, oneLineQuotes: true },
  { closeAtDeclaration: true, oneLineQuotes: false },
];

interface Attempt {
  readonly parsed: Parsed;
  readonly lexed: Lexed;
  readonly errors: number;
}

function read(source: Source, reading: Reading): Attempt {
  parser ??= new CovetParser();
  const lexed = lex(source.text, reading);
  parser.input = lexed.tokens;
  // The rule `file` makes a node of that name.
  const cst = parser.file() as FileCstNode;
  const report = new Report();
  reportProblems(source, lexed.problems, parser.errors, report);
  const docs = attachDocComments(source, cst, lexed.tokens, lexed.comments, report);
  const ast = buildFile(new Build(source, report, docs), cst);
  const diagnostics = settle(source, lexed, report.diagnostics);
  return {
    parsed: {
      ast,
      diagnostics,
      comments: lexed.comments.map(({ kind, start, end }) => ({ kind, span: { source, start, end } })),
    },
    lexed,
    errors: diagnostics.filter((diagnostic) => diagnostic.severity === "error").length,
  };
}

/** In order of the text, without what only follows from another message. */
function settle(source: Source, lexed: Lexed, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const conflict = diagnostics.filter(({ code }) => code === "COV1008");
  if (conflict.length > 0) return conflict;
  // A character that is dropped, or a quote that is cut off, spoils the rest of its line.
  const spoilt = new Set(
    lexed.problems
      .filter(({ kind }) => kind === "character" || kind === "quote" || kind === "parenthesis" || kind === "fence")
      .map(({ start }) => positionAt(source, start).line),
  );
  const causes = new Set(["COV1005", "COV1006", "COV1007", "COV1010"]);
  return diagnostics
    .filter(({ code, span }) => causes.has(code) || !spoilt.has(positionAt(source, span.start).line))
    .sort((one, two) => one.span.start - two.span.start);
}
