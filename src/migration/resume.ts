/** Where a half-done migration really is: the journal knows what ended, the catalog knows the rest. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { Dialect, Introspection } from "../dialect/dialect.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { fingerprints } from "../plan/fingerprint.js";
import type { Fingerprints } from "../plan/planned.js";
import { canBeLookedUp, existence } from "./existence.js";
import type { FileStatement, MigrationFile } from "./file.js";
import type { HistoryRow } from "./history.js";
import { type Probe, probeOf, speaksOf, stillSame } from "./probe.js";
import { look, type NumberedStatement, numbered, type Run } from "./run.js";
import { hashDone } from "./standing.js";
import { changesRows, changesSession, shapedBy } from "./statement-kinds.js";

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
  const answer = !inDoubt || started === undefined ? "notDone" : decide(run.dialect, file, row, started, live);
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
    probe: null,
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

/** What has to be written down before a statement starts, so that `decide` can tell its end; null: nothing. */
export async function takeProbe(run: Run, file: MigrationFile, item: NumberedStatement): Promise<Probe | null> {
  const { syntax } = run.dialect;
  if (changesRows(item.statement, syntax)) return "whole";
  // Looking costs a few queries, in each statement of a long migration.
  if (item.statement.kind === "code" || changesSession(item.statement, syntax) || answersByExistence(item)) return null;
  return probeOf(file, item, await look(run), syntax);
}

export function decide(
  dialect: Pick<Dialect, "syntax">,
  file: MigrationFile,
  { direction, probe }: Pick<HistoryRow, "direction" | "probe">,
  item: NumberedStatement,
  live: Introspection,
): Doubt {
  const { step, place, statement } = item;
  if (statement.kind === "code") return "unknown";
  if (probe === "whole" || changesSession(statement, dialect.syntax)) return "notDone";
  const exists = existence(step.kind, step.object, live);
  if (exists !== null && answersByExistence(item)) return exists === step.kind.startsWith("DROP_") ? "notDone" : "done";
  if (exists === false && step.kind === "ADD_INDEX" && place < makerOf(item)) return "notDone";
  // Saying it twice changes nothing.
  if (starts(statement, /^COMMENT\s+ON\b/i)) return "notDone";
  if (probe !== null && probe.size > 0 && happensAtOnce(item)) {
    if (!stillSame(probe, live)) return "done";
    // Written by hand, it may do what the catalog is not read for.
    const shaped = shapedBy(statement, dialect.syntax);
    if (step.number !== null && shaped !== null && speaksOf(probe, shaped)) return "notDone";
  }
  if (numbered(file, direction).length !== 1) return "unknown";
  // It is all there is in the file: then the header says what the database looks like before and after it.
  const [from, to] = direction === "forward" ? [file.before, file.after] : [file.after, file.before];
  const isFrom = matches(from, live.schema);
  const isTo = matches(to, live.schema);
  if (isFrom === isTo) return "unknown";
  return isTo ? "done" : "notDone";
}

/** It is the statement that makes or drops what its step is about, and the catalog can be asked for that. */
function answersByExistence(item: NumberedStatement): boolean {
  const { step, place } = item;
  if (!canBeLookedUp(step.kind, step.object)) return false;
  return step.kind.startsWith("DROP_") ? step.statements.length === 1 : place === makerOf(item);
}

/** Place of the statement that makes what a step is about. */
function makerOf({ step }: NumberedStatement): number {
  return step.statements.findIndex((one) => starts(one, /^(?:CREATE|ALTER)\b/i));
}

function starts(statement: FileStatement, words: RegExp): boolean {
  return statement.kind === "sql" && words.test(statement.sql.trimStart());
}

/** What people write may drop several things one by one, or work in several transactions. */
function happensAtOnce({ step, statement }: NumberedStatement): boolean {
  return step.number !== null || !starts(statement, /^(?:DROP\b.*,|.*\bCONCURRENTLY\b)/is);
}

function matches(expected: Fingerprints, schema: DatabaseSchema): boolean {
  if (expected.size === 0) return false;
  const found = fingerprints(schema, expected.keys());
  return [...expected].every(([object, hash]) => found.get(object) === hash);
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
