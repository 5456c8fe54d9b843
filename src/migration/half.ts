/** One direction of a migration file: numbered steps, the questions asked before them, and their statements. */

import { Failure } from "../diagnostic/failure.js";
import type { Dialect } from "../dialect/dialect.js";
import type { Guard } from "../dialect/statement.js";
import type { PlannedHalf, PlannedStep } from "../plan/planned.js";
import { lexSql, significant } from "../sql/lexer.js";
import type { SqlSyntax } from "../sql/syntax.js";
import type { MigrationCode } from "./code.js";
import { findOutside, hasUnseen, quoteText, spell, unspell, unspellText } from "./spelling.js";

export type FileStatement = SqlText | Code;

export interface SqlText {
  readonly kind: "sql";
  /** Without the closing `;`. */
  readonly sql: string;
  /** Line of the file where it starts, from 1. */
  readonly line: number;
}

/** A whole half written in TypeScript or JavaScript: to the runner it is one statement, whose end is known and no more. */
export interface Code {
  readonly kind: "code";
  /** Of the whole file: what one function does may be written anywhere in it. */
  readonly text: string;
  readonly run: MigrationCode["forward"];
}

/** `-- covet:allow users.nickname reason`: rows that a guard finds there may go. */
export interface Allow {
  readonly object: string;
  readonly reason: string;
}

export interface FileStep {
  /** null: SQL written by hand, without a `covet:step` line. */
  readonly number: number | null;
  /** `ADD_COLUMN`; `SQL` where there is no `covet:step` line; `CODE`. */
  readonly kind: string;
  /** `users.nickname`; empty where there is no `covet:step` line. */
  readonly object: string;
  /** `schemas/users.covet:12` */
  readonly origin: string | null;
  readonly guards: readonly Guard[];
  readonly allows: readonly Allow[];
  readonly statements: readonly FileStatement[];
}

export interface FileHalf {
  readonly steps: readonly FileStep[];
  readonly irreversible: string | null;
  /** The text of this half: runs as it is in the engine's own client. */
  readonly sql: string;
}

/** A line `-- covet:WORD rest`, outside quotes and bodies. */
export interface Mark {
  readonly word: string;
  readonly rest: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** What reading SQL needs of a dialect. */
export type SqlReader = Pick<Dialect, "syntax" | "split">;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** `allow`: objects whose rows may go, each gets its `covet:allow` line. */
export function writeHalf(half: PlannedHalf, allow: readonly string[]): string[] {
  const lines = half.irreversible === null ? [] : [`-- covet:irreversible ${oneLine(half.irreversible)}`];
  for (const [at, step] of half.steps.entries()) {
    if (lines.length > 0) lines.push("");
    lines.push(...writeStep(step, at + 1, allow));
  }
  return lines;
}

function writeStep(step: PlannedStep, number: number, allow: readonly string[]): string[] {
  const origin = step.origin === null ? "" : ` (${spell(step.origin.path)}:${step.origin.line})`;
  const guards = new Set(step.statements.flatMap((statement) => statement.guards.map(writeGuard)));
  const guarded = new Set(step.statements.flatMap((statement) => statement.guards.map((guard) => guard.object)));
  return [
    `-- covet:step ${number} ${step.kind} ${spell(step.object)}${origin}`,
    ...step.merged.map((operation) => `--   ${spell(operation)}`),
    ...guards,
    ...[...guarded]
      .filter((object) => allow.includes(object))
      .map((object) => writeAllow(object, "allowed when planned")),
    ...step.statements.map(({ sql }) => `${sql}${/(?:--|#).*$/.test(sql) ? "\n" : ""};`),
  ];
}

function writeGuard({ kind, object, query }: Guard): string {
  // A query of several lines (a name may hold a line end) goes in JSON quotes.
  return `-- covet:guard ${kind} ${spell(object)}: ${hasUnseen(query) ? quoteText(query) : query}`;
}

export function writeAllow(object: string, reason: string): string {
  return `-- covet:allow ${spell(object, true)} ${oneLine(reason)}`;
}

/** The `covet:` lines of a text, from an offset on. */
export function readMarks(path: string, text: string, from: number, syntax: SqlSyntax): Mark[] {
  const marks: Mark[] = [];
  const lineAt = lineCounter(text);
  for (const token of lexSql(text.slice(from), syntax)) {
    const start = from + token.start;
    const atLineStart = start === 0 || text[start - 1] === "\n";
    if (token.open) throw new Failure(`${path}:${lineAt(start)}: \`${token.text.slice(0, 1)}\` is never closed`);
    if (atLineStart && /^(?:<{7}|>{7}|={7})(?: |\n|$)/.test(text.slice(start, start + 8)))
      throw new Failure(`${path}:${lineAt(start)}: a merge left its marks here`, {
        hint: "Decide which lines stay and remove `<<<<<<<`, `=======`, `>>>>>>>`.",
      });
    const match = token.kind === "comment" && atLineStart ? /^-- covet:(\S*)(?: (.*))?$/.exec(token.text) : null;
    if (match !== null)
      marks.push({
        word: match[1] ?? "",
        rest: (match[2] ?? "").replace(/^ +| +$/g, ""),
        start,
        end: start + token.text.length,
        line: lineAt(start),
      });
  }
  return marks;
}

/** Reads the half that lies between two offsets; `marks` are those inside it. */
export function readHalf(
  path: string,
  text: string,
  [start, end]: readonly [number, number],
  marks: readonly Mark[],
  dialect: SqlReader,
): FileHalf {
  const steps: { -readonly [K in keyof FileStep]: FileStep[K] extends readonly (infer T)[] ? T[] : FileStep[K] }[] = [];
  const current = () => {
    const last = steps.at(-1);
    if (last !== undefined) return last;
    const step = { number: null, kind: "SQL", object: "", origin: null, guards: [], allows: [], statements: [] };
    steps.push(step);
    return step;
  };
  let irreversible: string | null = null;
  const lineAt = lineCounter(text);
  const statements = dialect.split(text.slice(start, end));
  let next = 0;
  const takeUntil = (offset: number, mark: Mark | null) => {
    for (
      let found = statements[next];
      found !== undefined && start + found.start < offset;
      found = statements[++next]
    ) {
      const line = lineAt(start + found.start);
      if (start + found.end > offset && mark !== null)
        throw new Failure(`${path}:${mark.line}: a \`covet:${mark.word}\` line inside a statement`, {
          hint: `The statement that starts on line ${line} has no \`;\` before it.`,
        });
      refuseTransactionControl(path, found.sql, line, dialect.syntax);
      current().statements.push({ kind: "sql", sql: found.sql, line });
    }
  };
  for (const mark of marks) {
    takeUntil(mark.start, mark);
    if (mark.word === "step") steps.push({ ...readStep(path, mark), guards: [], allows: [], statements: [] });
    else if (mark.word === "guard") current().guards.push(readGuard(path, mark));
    else if (mark.word === "allow") current().allows.push(readAllow(path, mark));
    else if (mark.word === "irreversible") irreversible = mark.rest === "" ? "the file says so" : mark.rest;
  }
  takeUntil(end, null);
  return { steps, irreversible, sql: text.slice(start, end).trim() };
}

/** Whether a file runs in a transaction is said once, in its header: a COMMIT in the middle would break that promise. */
function refuseTransactionControl(path: string, sql: string, line: number, syntax: SqlSyntax): void {
  if (controlsTransaction(sql, syntax))
    throw new Failure(`${path}:${line}: a migration must not begin or end a transaction itself`, {
      hint: "Remove the statement. The header says how the file runs: `transaction: all` or `transaction: none`.",
    });
}

export function controlsTransaction(sql: string, syntax: SqlSyntax): boolean {
  const [first, second] = significant(lexSql(sql, syntax)).map((token) => token.text.toLowerCase());
  const ends = first === "commit" || first === "end" || first === "abort" || (first === "rollback" && second !== "to");
  return ends || first === "begin" || (first === "start" && second === "transaction");
}

function readStep(path: string, mark: Mark): Pick<FileStep, "number" | "kind" | "object" | "origin"> {
  const match = /^(\d{1,9}) ([A-Z][A-Z_]*) (.+)$/.exec(mark.rest);
  if (match === null)
    throw new Failure(`${path}:${mark.line}: this step line cannot be read`, {
      hint: "It is written `-- covet:step 1 ADD_COLUMN users.nickname (schemas/users.covet:12)`.",
    });
  const what = match[3] ?? "";
  const open = findOutside(what, " (");
  const origin = open < 0 ? null : (/^ \((.*)\)$/.exec(what.slice(open))?.[1] ?? null);
  return {
    number: Number(match[1]),
    kind: match[2] ?? "",
    object: unspell(origin === null ? what : what.slice(0, open)),
    origin: origin === null ? null : unspell(origin),
  };
}

function readGuard(path: string, mark: Mark): Guard {
  const match = /^(loses|fails) (.+)$/.exec(mark.rest);
  const rest = match?.[2] ?? "";
  const colon = findOutside(rest, ":");
  const query = rest.slice(colon + 1).trim();
  if (match === null || colon <= 0 || query === "")
    throw new Failure(`${path}:${mark.line}: this guard cannot be read`, {
      hint: "It is written `-- covet:guard loses users.nickname: SELECT 1 FROM users WHERE …`.",
    });
  return {
    kind: match[1] === "fails" ? "fails" : "loses",
    object: unspell(rest.slice(0, colon)),
    query: unspellText(query),
  };
}

function readAllow(path: string, mark: Mark): Allow {
  const space = findOutside(mark.rest, " ");
  const object = space < 0 ? mark.rest : mark.rest.slice(0, space);
  if (object === "")
    throw new Failure(`${path}:${mark.line}: \`covet:allow\` does not say what it allows`, {
      hint: "It is written `-- covet:allow users.nickname reason`.",
    });
  return { object: unspell(object), reason: space < 0 ? "" : mark.rest.slice(space + 1).trim() };
}

/** Gives the line (from 1) of an offset in a text with LF line ends. Offsets must not go down: files are read forward. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf("\n");
  return (offset) => {
    for (; next >= 0 && next < offset; next = text.indexOf("\n", next + 1)) line++;
    return line;
  };
}
