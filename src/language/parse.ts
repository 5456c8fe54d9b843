/** Text to syntax tree. Never throws: what cannot be read is reported and left out, the rest stands. */

import type { FileCstNode } from "../../grammar/cst.js";
import type { Reading } from "../../grammar/layout.js";
import { type Lexed, type LexProblem, lex } from "../../grammar/lexer.js";
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
  // with the fewest complaints; of equal ones, the one that understood most.
  const open = best.lexed.problems.some(({ kind }) => /^(?:brace|parenthesis|quote|fence)$/.test(kind));
  if (!open && !best.lexed.longQuotes) return best.parsed;
  if (text.includes("\n") || text.includes("\r"))
    for (const reading of otherReadings) {
      const next = read(source, reading);
      if (next.errors < best.errors || (next.errors === best.errors && size(next) > size(best))) best = next;
    }
  return best.parsed;
}

const otherReadings: readonly Reading[] = [
  { closeAtDeclaration: true, oneLineQuotes: false },
  { closeAtDeclaration: true, oneLineQuotes: true },
  { closeAtDeclaration: false, oneLineQuotes: true },
];

interface Attempt {
  readonly parsed: Parsed;
  readonly lexed: Lexed;
  readonly errors: number;
}

function size({ parsed: { ast } }: Attempt): number {
  return ast.declarations.length;
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
  const build = new Build(source, report, docs);
  const ast = buildFile(build, cst);
  const diagnostics = settle(source, lexed, report.diagnostics, build.unread);
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
function settle(
  source: Source,
  lexed: Lexed,
  diagnostics: readonly Diagnostic[],
  unread: readonly Span[],
): readonly Diagnostic[] {
  const conflict = diagnostics.filter(({ code }) => code === "COV1008");
  if (conflict.length > 0) return conflict;
  const inUnread = (at: number): boolean => unread.some(({ start, end }) => start < at && at < end);
  const lineOf = (at: number): number => positionAt(source, at).line;
  // A character that is dropped, or something cut off, spoils the rest of its line.
  const spoilers = lexed.problems.filter(({ kind, start }) => spoils.has(kind) && !inUnread(start));
  const spoilt = new Map<number, number>();
  for (const { start } of spoilers) if (!spoilt.has(lineOf(start))) spoilt.set(lineOf(start), start);
  return diagnostics
    .filter(({ span }) => {
      const spoiler = spoilt.get(lineOf(span.start));
      return !inUnread(span.start) && (spoiler === undefined || spoiler === span.start);
    })
    .sort((one, two) => one.span.start - two.span.start);
}

const spoils: ReadonlySet<LexProblem["kind"]> = new Set(["character", "quote", "parenthesis", "fence"]);
