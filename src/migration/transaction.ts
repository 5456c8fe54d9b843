/** Runs a migration in one transaction: all of it happens, its line in history included, or nothing. */

import { exit, Failure } from "../diagnostic/failure.js";
import { EngineError } from "../dialect/connection.js";
import { runStatement } from "./execute.js";
import { explain } from "./explain.js";
import type { MigrationFile } from "./file.js";
import { askGuards, askStep, type Finding, guardFailure } from "./guard.js";
import { hashFile } from "./hashes.js";
import type { Direction, HistoryRow } from "./history.js";
import { numbered, type Run, takePicture } from "./run.js";
import { hashDone } from "./standing.js";

const nothing = "Nothing was changed: the transaction was rolled back.";

/** `row`: its line in history, when it goes backward. */
export async function runInTransaction(
  run: Run,
  file: MigrationFile,
  direction: Direction,
  row: HistoryRow | null,
): Promise<void> {
  const { connection, history } = run;
  const start = performance.now();
  try {
    await connection.begin();
  } catch (error) {
    if (!(error instanceof EngineError && error.busy)) throw error;
    throw new Failure(`${connection.label} is busy: ${error.message}`, {
      exitCode: exit.locked,
      hint: "Another process is writing to it. Try again when it is done.",
      cause: error,
    });
  }
  try {
    await history.ensure();
    await runStatements(run, file, direction);
    if (direction === "forward") await history.insert(appliedRow(run, file, performance.now() - start));
    else if (row !== null) await history.remove(row);
    await history.keepPicture(await takePicture(run));
    await connection.commit();
  } catch (error) {
    await connection.rollback().catch(() => undefined); // a lost connection has rolled back by itself
    throw explain(error, file, { exitCode: exit.failed, became: nothing, hint: null });
  }
}

async function runStatements(run: Run, file: MigrationFile, direction: Direction): Promise<void> {
  const refuse = async (found: readonly Finding[]) => {
    const state = { inTransaction: true, exitCode: exit.refused, became: nothing };
    if (found.length > 0) throw await guardFailure(run, file.path, found, state);
  };
  const asked = await askGuards(run, file[direction].steps, true);
  await refuse(asked.found);
  const statements = numbered(file, direction);
  for (const item of statements) {
    if (item.place === 0 && asked.later.has(item.step)) await refuse(await askStep(run, item.step, true));
    await runStatement(run, file, item, statements.length);
  }
}

/** What history says of a migration that ran, or was recorded without running. */
export function appliedRow(run: Run, file: MigrationFile, milliseconds: number): Omit<HistoryRow, "id" | "app"> {
  const total = numbered(file, "forward").length;
  const hashes = hashFile(file, run.dialect);
  return {
    name: file.name,
    appliedAt: new Date(),
    state: "applied",
    direction: "forward",
    transaction: file.transaction,
    statementsTotal: total,
    statementsDone: total,
    statementStarted: total,
    skipped: [],
    durationMs: milliseconds,
    toolVersion: run.toolVersion,
    formatVersion: file.format,
    serverVersion: run.connection.version,
    hashStatements: hashes.statements,
    hashText: hashes.text,
    hashDone: hashDone(run.dialect, file, "forward", total),
    picture: null,
    probe: null,
    error: null,
  };
}
