/** Where a half-done migration really is: the journal knows what ended, the catalog knows the rest. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { formatName, formatWord } from "../model/name.js";
import { fingerprints } from "../plan/fingerprint.js";
import type { Fingerprints } from "../plan/planned.js";
import type { MigrationFile } from "./file.js";
import type { Direction, HistoryRow } from "./history.js";
import { look, type NumberedStatement, numbered, type Run } from "./run.js";
import { hashDone } from "./standing.js";

export type Doubt = "done" | "notDone" | "unknown";

/** Nobody saw the end of a statement that was started: decides it from the catalog, or stops and asks. */
export async function settleDoubt(run: Run, file: MigrationFile, row: HistoryRow): Promise<HistoryRow> {
  if (row.state !== "running" || row.statementStarted <= row.statementsDone) return row;
  const started = numbered(file, row.direction)[row.statementStarted - 1];
  const { schema } = await look(run);
  const answer = started === undefined ? "unknown" : decide(file, row.direction, started, schema);
  if (started === undefined || answer === "unknown") throw undecided(file, row, started);
  return settle(run, file, row, answer);
}

/** Writes down the answer, from the catalog or from `covet repair`. */
export function settle(
  run: Run,
  file: MigrationFile,
  row: HistoryRow,
  answer: "done" | "notDone",
): Promise<HistoryRow> {
  const done = answer === "done" ? row.statementStarted : row.statementsDone;
  return run.history.update(row, {
    state: "failed",
    statementsDone: done,
    statementStarted: done,
    hashDone: hashDone(run.dialect, file, row.direction, done),
  });
}

export function decide(
  file: MigrationFile,
  direction: Direction,
  { step, place }: NumberedStatement,
  schema: DatabaseSchema,
): Doubt {
  const exists = existence(step.kind, step.object, schema);
  const only = step.statements.length === 1;
  // The first statement makes the thing, whatever follows; a drop is clear only where nothing stands around it.
  if (exists !== null && /^(?:CREATE|ADD)_/.test(step.kind) && place === 0) return exists ? "done" : "notDone";
  if (exists !== null && step.kind.startsWith("DROP_") && only) return exists ? "notDone" : "done";
  if (numbered(file, direction).length !== 1) return "unknown";
  // It is all there is in the file: then the header says what the database looks like before and after it.
  const [from, to] = direction === "forward" ? [file.before, file.after] : [file.after, file.before];
  const isFrom = matches(from, schema);
  const isTo = matches(to, schema);
  if (isFrom === isTo) return "unknown";
  return isTo ? "done" : "notDone";
}

function matches(expected: Fingerprints, schema: DatabaseSchema): boolean {
  if (expected.size === 0) return false;
  const found = fingerprints(schema, expected.keys());
  return [...expected].every(([object, hash]) => found.get(object) === hash);
}

/** Whether the object of a step is there; null where the kind of step does not say what to look for. */
export function existence(kind: string, object: string, schema: DatabaseSchema): boolean | null {
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
      return parts("indexes").includes(object);
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

function undecided(file: MigrationFile, row: HistoryRow, started: NumberedStatement | undefined): Failure {
  const n = row.statementStarted;
  return new Failure(`${file.path}: nobody saw whether statement ${n} of ${row.statementsTotal} ended`, {
    exitCode: exit.halfDone,
    details:
      started === undefined
        ? []
        : [
            `line ${started.statement.line}: ${started.statement.sql.split("\n")[0]}`,
            started.step.number === null
              ? "It was written by hand, without a `covet:step` line: the catalog cannot say what it should have done."
              : `The catalog does not show whether ${started.step.kind} ${started.step.object} took effect.`,
          ],
    hint: `Look at the database, then answer with \`covet repair --done ${n}\` or \`covet repair --not-done ${n}\`.`,
  });
}

/**
 * Statements of the backward half with nothing to undo, where the forward half stopped at `done`. Throws Failure where
 * that cannot be told.
 */
export function nothingToUndo(file: MigrationFile, done: number, schema: DatabaseSchema): number[] {
  const forward = numbered(file, "forward");
  const cut = forward[done];
  if (cut !== undefined && cut.place > 0)
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
    const exists = existence(step.kind, step.object, schema);
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
