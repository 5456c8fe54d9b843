/**
 * Runs a migration statement by statement, each committed by itself, and writes down before and after each how far it has
 * come: whatever stops it, the next run knows where to go on.
 */

import { exit } from "../diagnostic/failure.js";
import { EngineError } from "../dialect/connection.js";
import { runStatement } from "./execute.js";
import { explain, StatementError } from "./explain.js";
import type { FileStep, MigrationFile } from "./file.js";
import { askGuards, askStep, type Finding, guardFailure } from "./guard.js";
import type { Direction, HistoryRow } from "./history.js";
import { isMissing } from "./history-tables.js";
import { takeProbe } from "./resume.js";
import { type NumberedStatement, numbered, type Run, takePicture } from "./run.js";
import { hashDone } from "./standing.js";
import { changesSession } from "./statement-kinds.js";
import { appliedRow } from "./transaction.js";

/**
 * `row`: its line in history; null when it is applied for the first time. A row that is half done in this direction goes
 * on where it stopped. `skipped`: statements with nothing to do.
 */
export async function runJournalled(
  run: Run,
  file: MigrationFile,
  direction: Direction,
  row: HistoryRow | null,
  skipped: readonly number[] = [],
): Promise<void> {
  const start = performance.now();
  const goesOn = row !== null && row.state !== "applied" && row.direction === direction;
  const skip = goesOn ? row.skipped : skipped;
  const statements = numbered(file, direction);
  const done = goesOn ? row.statementsDone : 0;
  await ensureHistory(run);
  if (goesOn) await restoreSession(run, file, row);
  const later = await askFirst(run, file, unbegun(statements, skip, done), goesOn);

  const begun = {
    state: "running",
    direction,
    skipped: skip,
    statementsTotal: statements.length,
    probe: null,
    error: null,
  } as const;
  const fresh = {
    ...begun,
    statementsDone: 0,
    statementStarted: 0,
    hashDone: hashDone(run.dialect, file, direction, 0),
  };
  const began =
    row === null
      ? await run.history.insert({ ...appliedRow(run, file, 0), ...fresh })
      : await run.history.update(row, goesOn ? begun : fresh);
  const spent = () => (goesOn ? row.durationMs : 0) + performance.now() - start;
  const journal = await runStatements(run, file, began, statements.slice(done), later, spent);
  const picture = await takePicture(run);
  if (direction === "backward") await run.history.remove(journal);
  else await run.history.update(journal, { ...recorded(appliedRow(run, file, spent())), state: "applied" });
  await run.history.keepPicture(picture);
}

/** Runs a half-done forward half up to a statement and leaves it there, still half done. */
export async function finishStep(run: Run, file: MigrationFile, row: HistoryRow, last: number): Promise<HistoryRow> {
  const start = performance.now();
  await restoreSession(run, file, row);
  const began = await run.history.update(row, { state: "running", error: null });
  const rest = numbered(file, "forward").slice(row.statementsDone, last);
  const spent = () => row.durationMs + performance.now() - start;
  const journal = await runStatements(run, file, began, rest, new Set(), spent);
  return run.history.update(journal, { state: "failed" });
}

/** `later`: steps whose guards are asked just before them. */
async function runStatements(
  run: Run,
  file: MigrationFile,
  row: HistoryRow,
  items: readonly NumberedStatement[],
  later: ReadonlySet<FileStep>,
  spent: () => number,
): Promise<HistoryRow> {
  let journal = row;
  const wentOn = row.statementsDone > 0;
  const { direction, skipped } = row;
  try {
    for (const item of items) {
      const { number } = item;
      const ended = () =>
        run.history.update(journal, {
          statementStarted: number,
          statementsDone: number,
          probe: null,
          hashDone: hashDone(run.dialect, file, direction, number),
          durationMs: spent(),
        });
      if (skipped.includes(number)) {
        journal = await ended();
        continue;
      }
      if (item.place === 0 && later.has(item.step))
        await refuseInTheMiddle(run, file, journal, await askLate(run, file, item.step, wentOn));
      const probe = await takeProbe(run, file, item);
      journal = await run.history.update(journal, { statementStarted: number, probe });
      journal = await runOrRecord(run, file, item, journal, ended);
    }
    return journal;
  } catch (error) {
    // The journal itself could not be written, or a guard not be asked: the position is what it says.
    throw explain(error, file, {
      exitCode: exit.halfDone,
      became: position(file, journal),
      hint: resumeHint(file, direction),
    });
  }
}

/** What an earlier run has set was lost with its connection. */
async function restoreSession(run: Run, file: MigrationFile, row: HistoryRow): Promise<void> {
  const ran = numbered(file, row.direction).slice(0, row.statementsDone);
  for (const { number, statement, step } of ran) {
    if (statement.kind !== "sql" || row.skipped.includes(number)) continue;
    if (!changesSession(statement, run.dialect.syntax)) continue;
    try {
      await run.connection.execute(statement.sql);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      throw explain(new StatementError({ ...statement, step }, error), file, {
        exitCode: exit.halfDone,
        became: `What this sets was lost when the last run ended. ${position(file, row)}`,
        hint: resumeHint(file, row.direction),
      });
    }
  }
}

/**
 * Steps of which nothing has run yet: their guards have not been answered by running. Those of a step of which only a part is
 * undone speak of what it never came to.
 */
function unbegun(statements: readonly NumberedStatement[], skip: readonly number[], done: number): FileStep[] {
  const begun = statements.filter(({ number }) => number <= done || skip.includes(number)).map(({ step }) => step);
  return [...new Set(statements.map(({ step }) => step))].filter((step) => !begun.includes(step));
}

/** Gives the steps that can only be asked when their turn comes. */
async function askFirst(run: Run, file: MigrationFile, steps: readonly FileStep[], goesOn: boolean) {
  const { found, later } = await askGuards(run, steps, false);
  await refuse(run, file, found, "Nothing was changed by it.", goesOn);
  return later;
}

function recorded({ name: _name, ...rest }: ReturnType<typeof appliedRow>) {
  return rest;
}

/** In a transaction of its own, before statements that are not in one. */
export async function ensureHistory(run: Run): Promise<void> {
  if (!run.dialect.capabilities.transactionalDdl) return run.history.ensure();
  await run.connection.begin();
  try {
    await run.history.ensure();
    await run.connection.commit();
  } catch (error) {
    await run.connection.rollback().catch(() => undefined);
    throw error;
  }
}

/** `ended` writes down that it is done; where the engine can, in one transaction with it. */
async function runOrRecord(
  run: Run,
  file: MigrationFile,
  item: NumberedStatement,
  journal: HistoryRow,
  ended: () => Promise<HistoryRow>,
): Promise<HistoryRow> {
  const { connection } = run;
  const isWhole = journal.probe === "whole";
  try {
    // Not `begin()`, which prepares for DDL: rows are to be changed as if the statement stood alone.
    if (isWhole) await connection.execute("BEGIN");
    await runStatement(run, file, item, journal.statementsTotal);
    if (isWhole) return await commitWith(run, item, ended);
  } catch (error) {
    if (isWhole) await connection.rollback().catch(() => undefined); // a lost connection has rolled back by itself
    // An interruption before the statement began leaves nothing in doubt; an error of the engine says it did not happen.
    const failed = { state: "failed", error: error instanceof Error ? error.message : String(error) } as const;
    const write = () => run.history.update(journal, failed);
    // A late cancel may hit the note instead of the statement. On a lost connection the statement stays in doubt.
    const known = await write()
      .catch(write)
      .then(
        () => true,
        () => false,
      );
    throw explain(error, file, {
      exitCode: exit.halfDone,
      became:
        known || isWhole
          ? position(file, journal)
          : `${position(file, journal)} The connection was lost: whether this one took effect is not known.`,
      hint: resumeHint(file, journal.direction),
    });
  }
  return ended();
}

async function commitWith(
  { connection }: Run,
  { statement, step }: NumberedStatement,
  ended: () => Promise<HistoryRow>,
) {
  const row = await ended();
  try {
    await connection.execute("COMMIT");
  } catch (error) {
    // What is checked only now, such as a deferred key.
    if (statement.kind === "sql" && error instanceof EngineError)
      throw new StatementError({ ...statement, step }, error);
    throw error;
  }
  return row;
}

function position(file: MigrationFile, { statementsDone, statementsTotal }: HistoryRow): string {
  if (file.kind === "code" && statementsDone === 0) return "What its statements did before that stays done.";
  return `${statementsDone} of ${statementsTotal} statements are done and stay done.`;
}

function resumeHint(file: MigrationFile, direction: Direction): string {
  const command = direction === "forward" ? "`covet apply`" : "`covet rollback`";
  if (file.kind === "code")
    return `Mend the cause, then run ${command}: it runs again from its beginning, and must bear to find what it did.`;
  return direction === "forward"
    ? "Mend the cause (the statements still to come may be edited), then run `covet apply`: it goes on from there."
    : "Mend the cause, then run `covet rollback`: it goes on from there.";
}

/**
 * The guards of a step just before it. Where a migration goes on, they may speak of what was renamed in its beginning: those
 * were asked when it began.
 */
async function askLate(run: Run, file: MigrationFile, step: FileStep, wentOn: boolean): Promise<Finding[]> {
  try {
    return await askStep(run, step, false);
  } catch (error) {
    if (!(wentOn && error instanceof EngineError && isMissing(error))) throw error;
    const message = `${file.path}: the guard of ${step.object} cannot be asked again: ${error.message}`;
    run.events({ kind: "warning", message });
    return [];
  }
}

async function refuse(run: Run, file: MigrationFile, found: readonly Finding[], became: string, half: boolean) {
  const exitCode = half ? exit.halfDone : exit.refused;
  if (found.length > 0) throw await guardFailure(run, file.path, found, { inTransaction: false, exitCode, became });
}

async function refuseInTheMiddle(run: Run, file: MigrationFile, journal: HistoryRow, found: readonly Finding[]) {
  if (found.length === 0) return;
  await run.history.update(journal, { state: "failed", error: "stopped by a guard" });
  await refuse(run, file, found, position(file, journal), true);
}
