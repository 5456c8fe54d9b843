/** Where a half-done migration really is: the journal knows what ended, the catalog knows the rest. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { Introspection, UnmanagedObject } from "../dialect/dialect.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { formatName, formatWord } from "../model/name.js";
import { fingerprints } from "../plan/fingerprint.js";
import type { Fingerprints } from "../plan/planned.js";
import type { FileStatement, MigrationFile } from "./file.js";
import type { Direction, HistoryRow } from "./history.js";
import { look, type NumberedStatement, numbered, type Run } from "./run.js";
import { hashDone } from "./standing.js";

export type Doubt = "done" | "notDone" | "unknown";

/**
 * Where to go on. Nobody saw the end of a statement that was started: that is decided from the catalog, or it stops and
 * asks.
 */
export async function settlePosition(run: Run, file: MigrationFile, row: HistoryRow): Promise<HistoryRow> {
  if (row.state === "applied") return row;
  const live = await look(run);
  const inDoubt = row.state === "running" && row.statementStarted > row.statementsDone;
  const started = numbered(file, row.direction)[row.statementStarted - 1];
  const answer = !inDoubt || started === undefined ? "notDone" : decide(file, row.direction, started, live);
  if (inDoubt && answer === "unknown") throw undecided(file, row, started);
  const done = inDoubt && answer === "done" ? row.statementStarted : row.statementsDone;
  return settle(run, file, row, done - repeated(numbered(file, row.direction)[done], live));
}

/** Writes down the answer, from the catalog or from `covet repair`. */
export function settle(run: Run, file: MigrationFile, row: HistoryRow, done: number): Promise<HistoryRow> {
  return run.history.update(row, {
    state: "failed",
    statementsDone: done,
    statementStarted: done,
    hashDone: hashDone(run.dialect, file, row.direction, done),
  });
}

/**
 * A build that was stopped may leave a useless index under the name. The statements before it in its step clear that away:
 * as long as the index is not there, the step begins again.
 */
function repeated(next: NumberedStatement | undefined, live: Introspection): number {
  if (next === undefined || next.step.kind !== "ADD_INDEX") return 0;
  return existence("ADD_INDEX", next.step.object, live) === false ? next.place : 0;
}

export function decide(
  file: MigrationFile,
  direction: Direction,
  { step, place, statement }: NumberedStatement,
  live: Introspection,
): Doubt {
  if (statement.kind === "code") return "unknown";
  const exists = existence(step.kind, step.object, live);
  const starts = (one: FileStatement, words: RegExp) => one.kind === "sql" && words.test(one.sql.trimStart());
  if (exists !== null && /^(?:CREATE|ADD)_/.test(step.kind)) {
    const maker = step.statements.findIndex((one) => starts(one, /^(?:CREATE|ALTER)\b/i));
    if (place === maker) return exists ? "done" : "notDone";
    if (place < maker && !exists && step.kind === "ADD_INDEX") return "notDone";
  }
  if (exists !== null && step.kind.startsWith("DROP_") && step.statements.length === 1)
    return exists ? "notDone" : "done";
  // Saying it twice changes nothing.
  if (starts(statement, /^COMMENT\s+ON\b/i)) return "notDone";
  if (numbered(file, direction).length !== 1) return "unknown";
  // It is all there is in the file: then the header says what the database looks like before and after it.
  const [from, to] = direction === "forward" ? [file.before, file.after] : [file.after, file.before];
  const isFrom = matches(from, live.schema);
  const isTo = matches(to, live.schema);
  if (isFrom === isTo) return "unknown";
  return isTo ? "done" : "notDone";
}

function matches(expected: Fingerprints, schema: DatabaseSchema): boolean {
  if (expected.size === 0) return false;
  const found = fingerprints(schema, expected.keys());
  return [...expected].every(([object, hash]) => found.get(object) === hash);
}

/** Whether the object of a step is there; null where the kind of step does not say what to look for. */
export function existence(kind: string, object: string, { schema, unmanaged }: Introspection): boolean | null {
  const noun = /^(?:CREATE|ADD|DROP)_(.+)$/.exec(kind)?.[1];
  const parts = (list: "columns" | "indexes" | "constraints") =>
    schema.tables.flatMap((table) =>
      table[list].flatMap(({ name }) => (name === null ? [] : [`${formatName(table)}.${formatWord(name)}`])),
    );
  switch (noun) {
    case "SCHEMA":
      return schema.namespaces.some(({ name }) => formatWord(name) === object);
    case "ENUM":
      return schema.enums.some((item) => formatName(item) === object);
    case "TABLE":
      return schema.tables.some((table) => formatName(table) === object);
    case "COLUMN":
      return parts("columns").includes(object);
    case "INDEX":
      // What a stopped build left behind is no index yet, but still has to be dropped.
      return parts("indexes").includes(object) || (kind === "DROP_INDEX" && leftBehind(object, unmanaged));
    case "PRIMARY_KEY":
    case "UNIQUE":
    case "CHECK":
    case "FOREIGN_KEY":
      // What has no name, `posts.(author_id)`, cannot be looked up.
      return object.endsWith(")") ? null : parts("constraints").includes(object);
    default:
      return null;
  }
}

function leftBehind(object: string, unmanaged: readonly UnmanagedObject[]): boolean {
  return unmanaged.some(({ on, name }) => on !== null && `${formatName(on)}.${formatWord(name)}` === object);
}

function undecided(file: MigrationFile, row: HistoryRow, started: NumberedStatement | undefined): Failure {
  const n = row.statementStarted;
  const answers = `\`covet repair --done ${n}\` or \`covet repair --not-done ${n}\``;
  if (started?.statement.kind === "code")
    return new Failure(`${file.path}: nobody saw how far its code came`, {
      exitCode: exit.halfDone,
      details: ["What its statements did stays done; the catalog cannot say whether that is all."],
      hint: `Look at the database, then answer with ${answers}; after that it runs again from its beginning.`,
    });
  return new Failure(`${file.path}: nobody saw whether statement ${n} of ${row.statementsTotal} ended`, {
    exitCode: exit.halfDone,
    details:
      started === undefined
        ? []
        : [`line ${started.statement.line}: ${started.statement.sql.split("\n")[0]}`, why(started)],
    hint: `Look at the database, then answer with ${answers}.`,
  });
}

function why({ step }: NumberedStatement): string {
  return step.number === null
    ? "It was written by hand, without a `covet:step` line: the catalog cannot say what it should have done."
    : `The catalog does not show whether ${step.kind} ${step.object} took effect.`;
}

/**
 * Statements of the backward half with nothing to undo, where the forward half stopped at `done`. Throws Failure where
 * that cannot be told.
 */
export function nothingToUndo(file: MigrationFile, done: number, live: Introspection): number[] {
  if (file.kind === "code") {
    if (done > 0) return [];
    throw new Failure(`${file.path}: its code stopped before its end, and cannot be undone by half`, {
      exitCode: exit.halfDone,
      hint: "Finish it with `covet apply`, then roll it back.",
    });
  }
  const forward = numbered(file, "forward");
  const cut = forward[done];
  // Half of a step that makes something is undone like all of it: what there is of it is dropped.
  if (cut !== undefined && cut.place > 0 && existence(cut.step.kind, cut.step.object, live) === null)
    throw new Failure(
      `${file.path}: it stopped in the middle of step ${cut.step.number ?? "written by hand"}, which cannot be undone by half`,
      {
        exitCode: exit.halfDone,
        hint: "Finish it with `covet apply`, then roll it back.",
      },
    );
  const ran = new Set(forward.slice(0, done).map(({ step }) => step));
  const { steps } = file.backward;
  const mirrored = steps.length === file.forward.steps.length;
  return numbered(file, "backward").flatMap(({ number, step }) => {
    const exists = existence(step.kind, step.object, live);
    const at = steps.indexOf(step);
    const partner = mirrored ? file.forward.steps[steps.length - 1 - at] : undefined;
    if (exists !== null) return exists === step.kind.startsWith("DROP_") ? [] : [number];
    if (partner !== undefined && partner.object === step.object) return ran.has(partner) ? [] : [number];
    throw new Failure(`${file.path}: cannot tell whether ${step.kind} ${step.object} has anything to undo`, {
      exitCode: exit.halfDone,
      hint: "Finish it with `covet apply`, then roll it back.",
    });
  });
}
