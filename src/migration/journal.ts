/**
 * Runs a migration statement by statement, each committed by itself, and writes down before and after each how far it has
 * come: whatever stops it, the next run knows where to go on.
 */

import { exit } from "../diagnostic/failure.js";
import { runStatement } from "./execute.js";
import { explain } from "./explain.js";
import type { MigrationFile } from "./file.js";
import { askGuards, askStep, type Finding, guardFailure } from "./guard.js";
import type { Direction, HistoryRow } from "./history.js";
import { type NumberedStatement, numbered, type Run, takePicture } from "./run.js";
import { hashDone } from "./standing.js";
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
  const rest = statements.slice(goesOn ? row.statementsDone : 0);
  await ensureHistory(run);
  const todo = rest.filter(({ number }) => !skip.includes(number));
  const asked = await askGuards(run.connection, unbegun(todo), run.allow, false);
  await refuse(run, file, asked.found, "Nothing was changed by it.", goesOn);

  const begun = {
    state: "running",
    direction,
    skipped: skip,
    statementsTotal: statements.length,
    error: null,
  } as const;
  const fresh = {
    ...begun,
    statementsDone: 0,
    statementStarted: 0,
    hashDone: hashDone(run.dialect, file, direction, 0),
  };
  let journal =
    row === null
      ? await run.history.insert({ ...appliedRow(run, file, 0), ...fresh })
      : await run.history.update(row, goesOn ? begun : fresh);
  const spent = () => (goesOn ? row.durationMs : 0) + performance.now() - start;
  try {
    for (const item of rest) {
      const isSkipped = skip.includes(item.number);
      if (!isSkipped && item.place === 0 && asked.later.has(item.step))
        await refuseInTheMiddle(run, file, journal, await askStep(run.connection, item.step, run.allow));
      if (!isSkipped) {
        journal = await run.history.update(journal, { statementStarted: item.number });
        await runOrRecord(run, file, item, journal);
      }
      journal = await run.history.update(journal, {
        statementStarted: item.number,
        statementsDone: item.number,
        hashDone: hashDone(run.dialect, file, direction, item.number),
        durationMs: spent(),
      });
    }
  } catch (error) {
    // The journal itself could not be written, or a guard not be asked: the position is what it says.
    throw explain(error, file, {
      exitCode: exit.halfDone,
      became: position(file, journal),
      hint: resumeHint(file, direction),
    });
  }
  const picture = await takePicture(run);
  if (direction === "backward") await run.history.remove(journal);
  else await run.history.update(journal, { ...recorded(appliedRow(run, file, spent())), state: "applied" });
  await run.history.keepPicture(picture);
}

/** Steps whose first statement is still to come: their guards have not been answered by running. */
function unbegun(todo: readonly NumberedStatement[]) {
  return todo.filter(({ place }) => place === 0).map(({ step }) => step);
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

async function runOrRecord(run: Run, file: MigrationFile, item: NumberedStatement, journal: HistoryRow): Promise<void> {
  try {
    await runStatement(run, file, item, journal.statementsTotal);
  } catch (error) {
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
      became: known
        ? position(file, journal)
        : `${position(file, journal)} The connection was lost: whether this one took effect is not known.`,
      hint: resumeHint(file, journal.direction),
    });
  }
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

async function refuse(run: Run, file: MigrationFile, found: readonly Finding[], became: string, half: boolean) {
  const exitCode = half ? exit.halfDone : exit.refused;
  if (found.length > 0)
    throw await guardFailure(run.connection, file.path, found, { inTransaction: false, exitCode, became });
}

async function refuseInTheMiddle(run: Run, file: MigrationFile, journal: HistoryRow, found: readonly Finding[]) {
  if (found.length === 0) return;
  await run.history.update(journal, { state: "failed", error: "stopped by a guard" });
  await refuse(run, file, found, position(file, journal), true);
}
