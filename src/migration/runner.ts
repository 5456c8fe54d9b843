/** Applies pending migrations to a database, and rolls applied ones back. */

import { exit, Failure } from "../diagnostic/failure.js";
import { conflictFailure, conflictOf } from "./conflict.js";
import { explain } from "./explain.js";
import type { MigrationFile } from "./file.js";
import type { HistoryRow } from "./history.js";
import { Interrupted, throwIfInterrupted } from "./interrupt.js";
import { ensureHistory, finishStep, runJournalled } from "./journal.js";
import { settlePosition } from "./resume.js";
import { refuseIrreversible, requireReversible } from "./reversible.js";
import { look, type Run, takePicture } from "./run.js";
import { halfRolledBack, type Known, type RunInput, type RunResult, Session } from "./session.js";
import { findMigration, refuseEditedOrMissing } from "./standing.js";
import { appliedRow, runInTransaction } from "./transaction.js";
import { wayBack } from "./undo.js";

export type { DoneMigration, RunInput, RunResult } from "./session.js";
export type ApplyResult = RunResult;

export interface RollbackInput extends RunInput {
  /** How many migrations, where `to` is null; else all that were applied after `to`. */
  readonly steps: number;
}

/** Runs what is pending, in order. What stopped half-way is finished first. */
export function applyMigrations(input: RunInput): Promise<ApplyResult> {
  return reportInterruption(async () => {
    const session = await Session.open(input);
    const choose = ({ standing }: Known) => {
      refuseEditedOrMissing(standing);
      if (standing.halfDone?.row.direction === "backward") throw halfRolledBack(standing.halfDone.row);
      const pending = upTo(input.migrations, input.to).filter((file) => standing.pending.includes(file));
      if (input.requireReversible === true) requireReversible(pending);
      return pending;
    };
    if (input.dryRun) {
      const known = await session.read();
      const pending = choose(known);
      if (pending.length > 0) await session.checkCatalog(pending, known);
      const half = known.standing.halfDone?.file ?? null;
      return session.preview("forward", half === null ? pending : [half, ...pending]);
    }
    await session.locked((known) => applyPending(session, choose(known), known));
    return session.result("forward");
  });
}

async function applyPending(session: Session, pending: readonly MigrationFile[], known: Known): Promise<void> {
  const { input, run } = session;
  const { halfDone } = known.standing;
  if (halfDone !== null && halfDone.file !== null) await finish(session, halfDone.file, halfDone.row);
  if (pending.length === 0) return;
  const ran = session.filesOf(known.rows);
  // Looked at before anything runs; after that each migration finds what the one before it left.
  let live = halfDone === null ? await session.checkCatalog(pending, known) : null;
  for (const file of pending) {
    throwIfInterrupted(input.signal);
    if (!input.fake) {
      const conflict = conflictOf(file, live ?? (await takePicture(input)), ran);
      if (conflict !== null) throw conflictFailure([conflict]);
    }
    await session.perform(file, "forward", 0, () => {
      if (input.fake) return inTransaction(run, async () => void (await run.history.insert(appliedRow(run, file, 0))));
      return journalled(run, file)
        ? runJournalled(run, file, "forward", null)
        : runInTransaction(run, file, "forward", null);
    });
    ran.push(file);
    live = null;
  }
}

async function finish(session: Session, file: MigrationFile, row: HistoryRow): Promise<void> {
  const { run, input } = session;
  if (input.fake) {
    const { name: _name, ...applied } = appliedRow(run, file, row.durationMs);
    await session.perform(file, "forward", row.statementsDone, () =>
      inTransaction(run, async () => void (await run.history.update(row, applied))),
    );
    return;
  }
  const settled = await settlePosition(run, file, row);
  await session.perform(file, "forward", settled.statementsDone, () => runJournalled(run, file, "forward", settled));
}

/** Undoes what was applied last, newest first. */
export function rollbackMigrations(input: RollbackInput): Promise<RunResult> {
  return reportInterruption(async () => {
    const session = await Session.open(input);
    const choose = ({ rows, standing }: Known) => {
      const chosen = rowsToUndo(input, rows);
      const names = new Set(chosen.map(({ name }) => name));
      refuseEditedOrMissing({
        ...standing,
        edited: standing.edited.filter(({ name }) => names.has(name)),
        missing: standing.missing.filter(({ name }) => names.has(name)),
      });
      const undo = chosen.flatMap((row) => session.filesOf([row]).map((file) => ({ row, file })));
      if (!input.fake) for (const { file } of undo) refuseIrreversible(file);
      return undo;
    };
    if (input.dryRun) {
      const known = await session.read();
      return session.preview(
        "backward",
        choose(known).map(({ file }) => file),
      );
    }
    await session.locked(async (known) => {
      const undo = choose(known);
      if (undo.length > 0) await session.checkCatalog([], known);
      for (const { row, file } of undo) {
        throwIfInterrupted(input.signal);
        await undoOne(session, file, row);
      }
    });
    return session.result("backward");
  });
}

async function undoOne(session: Session, file: MigrationFile, row: HistoryRow): Promise<void> {
  const { run, input } = session;
  if (input.fake) return session.perform(file, "backward", 0, () => inTransaction(run, () => run.history.remove(row)));
  const settled = await settlePosition(run, file, row);
  const goesOn = settled.state !== "applied" && settled.direction === "backward";
  await session.perform(file, "backward", goesOn ? settled.statementsDone : 0, async () => {
    if (!journalled(run, file) && settled.state === "applied") return runInTransaction(run, file, "backward", settled);
    if (settled.state === "applied" || settled.direction === "backward")
      return runJournalled(run, file, "backward", settled);
    const { row: from, skipped } = await turnBack(session, file, settled);
    return runJournalled(run, file, "backward", from, skipped);
  });
}

/** From where a forward half stopped, to where its backward half can begin. */
async function turnBack(session: Session, file: MigrationFile, row: HistoryRow) {
  const { run } = session;
  const wayFrom = async (done: number) => wayBack(file, done, await look(run), run.dialect.syntax);
  const way = await wayFrom(row.statementsDone);
  if (way.finish === null) {
    for (const sql of way.first) await dropOwn(run, file, sql);
    return { row, skipped: way.skipped };
  }
  session.warn(
    `${file.path}: it stopped in the middle of a step, which is finished before it is undone (statement ${way.finish})`,
  );
  const finished = await finishStep(run, file, row, way.finish);
  return { row: finished, skipped: (await wayFrom(way.finish)).skipped };
}

async function dropOwn({ connection }: Run, file: MigrationFile, sql: string): Promise<void> {
  try {
    await connection.execute(sql);
  } catch (error) {
    const became = `Before it goes back it drops what a step made for itself: ${sql}`;
    throw explain(error, file, { exitCode: exit.halfDone, became, hint: "Mend the cause, then run `covet rollback`." });
  }
}

function journalled({ dialect }: Run, file: MigrationFile): boolean {
  return file.transaction === "none" || !dialect.capabilities.transactionalDdl;
}

/** For what is only recorded. */
async function inTransaction(run: Run, work: () => Promise<void>): Promise<void> {
  await ensureHistory(run);
  await run.connection.begin();
  try {
    await work();
    await run.history.keepPicture(await takePicture(run));
    await run.connection.commit();
  } catch (error) {
    await run.connection.rollback().catch(() => undefined);
    throw error;
  }
}

function upTo(migrations: readonly MigrationFile[], to: string | null): readonly MigrationFile[] {
  if (to === null) return migrations;
  const last = findMigration(
    migrations.map(({ name }) => name),
    to,
  );
  return migrations.slice(0, migrations.findIndex(({ name }) => name === last) + 1);
}

/** Newest first. */
function rowsToUndo({ to, steps }: RollbackInput, rows: readonly HistoryRow[]): HistoryRow[] {
  const newest = [...rows].reverse();
  if (to === null) return newest.slice(0, Math.max(0, steps));
  const keep = findMigration(
    rows.map(({ name }) => name),
    to,
  );
  return newest.slice(
    0,
    newest.findIndex(({ name }) => name === keep),
  );
}

/** What is interrupted inside a migration says so itself; this is for the time between. */
async function reportInterruption<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    throw new Failure("interrupted between two migrations", {
      exitCode: exit.interrupted,
      hint: "Run the command again to go on.",
    });
  }
}
