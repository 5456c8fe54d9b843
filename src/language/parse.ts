/** Text to syntax tree. Never throws: what cannot be read is reported and left out, the rest stands. */

import type { IToken } from "../../grammar/chevrotain.js";
import type { FileCstNode } from "../../grammar/cst.js";
import type { Reading } from "../../grammar/layout.js";
import { hasLongQuote, type Lexed, type LexedComment, type LexProblem, lex } from "../../grammar/lexer.js";
import { CovetParser } from "../../grammar/parser.js";
import { lineStart } from "../../grammar/scan.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Source, Span } from "../text/source.js";
import type { Declaration, FileNode } from "./ast.js";
import { Build } from "./build.js";
import { buildDeclarations } from "./build-ast.js";
import { attachDocComments } from "./doc-comments.js";
import { Report } from "./report.js";
import { reportError, reportProblems } from "./report-problems.js";

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
  if (!open && !hasLongQuote(best.lexed)) return best.parsed;
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
  const lexed = lex(source.text, reading);
  const report = new Report();
  const unread: Span[] = [];
  reportProblems(source, lexed.problems, report);
  const declarations = [...pieces(lexed)].flatMap((piece) => readPiece(source, piece, report, unread));
  const diagnostics = settle(source, lexed, report.diagnostics, unread);
  return {
    parsed: {
      ast: { kind: "file", declarations, span: { source, start: 0, end: source.text.length } },
      diagnostics,
      comments: lexed.comments.map(({ kind, start, end }) => ({ kind, span: { source, start, end } })),
    },
    lexed,
    errors: diagnostics.filter((diagnostic) => diagnostic.severity === "error").length,
  };
}

interface Piece {
  readonly tokens: IToken[];
  readonly comments: readonly LexedComment[];
}

/** The text cut behind each top-level declaration: parser nodes live for one declaration, which keeps memory low. */
function* pieces({ tokens, comments }: Lexed): Iterable<Piece> {
  let depth = 0;
  let start = 0;
  let comment = 0;
  let at = -1;
  for (const token of tokens) {
    at++;
    const name = token.tokenType.name;
    if (name === "LCurly") depth++;
    else if (name === "RCurly") depth = Math.max(0, depth - 1);
    const last = at === tokens.length - 1;
    if (!last && (name !== "Newline" || depth > 0)) continue;
    const first = comment;
    while (comment < comments.length && (last || (comments[comment]?.start ?? 0) < token.startOffset)) comment++;
    yield { tokens: tokens.slice(start, at + 1), comments: comments.slice(first, comment) };
    start = at + 1;
  }
  if (tokens.length === 0) yield { tokens: [], comments };
}

function readPiece(source: Source, { tokens, comments }: Piece, report: Report, unread: Span[]): Declaration[] {
  parser ??= new CovetParser();
  parser.input = tokens;
  // The rule `file` makes a node of that name.
  const cst = parser.file() as FileCstNode;
  for (const error of parser.errors) reportError(source, error, report);
  const docs = attachDocComments(source, cst, tokens, comments, report);
  return buildDeclarations(new Build(source, report, docs, unread), cst);
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
  const lineOf = (at: number): number => lineStart(source.text, at);
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
