/** Takes the answers that no catalog can give: did that statement happen; is that edited file what ran. */

import { Failure } from "../diagnostic/failure.js";
import { hashFile } from "./hashes.js";
import { settle } from "./resume.js";
import { type RunInput, Session } from "./session.js";
import { findMigration } from "./standing.js";

export type RepairAnswer =
  /** The statement of this number, which nobody saw end, did or did not take effect. */
  | { readonly kind: "done" | "notDone"; readonly statement: number }
  /** The file is right as it is now, though it is not what ran here. */
  | { readonly kind: "acceptEdited"; readonly migration: string };

export type RepairInput = Pick<
  RunInput,
  | "dialect"
  | "connection"
  | "migrations"
  | "app"
  | "historySchema"
  | "lockWaitMs"
  | "scope"
  | "toolVersion"
  | "events"
  | "signal"
> & { readonly answer: RepairAnswer };

/** Gives one sentence that says what was written down. */
export async function repairMigration(input: RepairInput): Promise<string> {
  const session = await Session.open({ ...input, to: null, fake: false, dryRun: false, allow: [], acceptDrift: true });
  const { answer } = input;
  let said = "";
  await session.locked(async ({ rows, standing }) => {
    if (answer.kind === "acceptEdited") {
      const name = findMigration(
        standing.edited.map((file) => file.name),
        answer.migration,
      );
      const row = rows.find((candidate) => candidate.name === name);
      for (const file of session.filesOf(row === undefined ? [] : [row])) {
        if (row === undefined) continue;
        const hashes = hashFile(file, input.dialect);
        await session.run.history.update(row, { hashStatements: hashes.statements, hashText: hashes.text });
        said = `${file.path} counts as what ran here`;
      }
      return;
    }
    const { row, file } = standing.halfDone ?? { row: null, file: null };
    if (row === null || file === null || row.state !== "running" || row.statementStarted <= row.statementsDone)
      throw new Failure("there is no statement whose end nobody saw", {
        hint: "`covet status` shows how things stand.",
      });
    if (answer.statement !== row.statementStarted)
      throw new Failure(
        `in ${file.path} the statement in question is ${row.statementStarted}, not ${answer.statement}`,
        { hint: `Write --done ${row.statementStarted} or --not-done ${row.statementStarted}.` },
      );
    await settle(session.run, file, row, answer.statement - (answer.kind === "done" ? 0 : 1));
    const was = answer.kind === "done" ? "counts as done" : "will run again";
    said = `statement ${answer.statement} of ${file.path} ${was}; \`covet ${row.direction === "forward" ? "apply" : "rollback"}\` goes on from there`;
  });
  return said;
}
