/** Whether a migration fits the database it meets: each object it touches must look as it did when it was planned. */

import { exit, Failure } from "../diagnostic/failure.js";
import { absent } from "../plan/fingerprint.js";
import type { Fingerprints } from "../plan/planned.js";
import type { MigrationFile } from "./file.js";

export interface Conflict {
  readonly file: MigrationFile;
  /** One line for each object that is in the way. */
  readonly reasons: readonly string[];
}

/** `live` is the whole catalog; `done` are migrations that ran here, to name the one that got in the way. */
export function conflictOf(file: MigrationFile, live: Fingerprints, done: readonly MigrationFile[]): Conflict | null {
  const reasons = [...file.before].flatMap(([object, expected]) => {
    const found = live.get(object) ?? absent;
    return found === expected ? [] : [reason(object, expected, found, done)];
  });
  return reasons.length === 0 ? null : { file, reasons };
}

/**
 * Conflicts that can be seen before anything runs: with the live database, and among the pending files themselves. A file
 * that depends on an earlier one was planned on what that one really leaves, which may be more than its header says.
 */
export function conflictsAhead(
  pending: readonly MigrationFile[],
  live: Fingerprints,
  done: readonly MigrationFile[],
): Conflict[] {
  const state = new Map(live);
  const changedBy = new Map<string, MigrationFile>();
  const conflicts: Conflict[] = [];
  // Code, and SQL written by hand, may say nothing of what they touch: what they leave is seen when they have run.
  const silent = new Set<string>();
  const files = new Map([...done, ...pending].map((file) => [file.name, file]));
  for (const file of pending) {
    const knownTo = ancestors(file, files);
    const stated = [...knownTo].some((name) => silent.has(name)) ? [] : [...file.before];
    const reasons = stated.flatMap(([object, expected]) => {
      const found = state.get(object) ?? absent;
      const changer = changedBy.get(object);
      if (found === expected || (changer !== undefined && knownTo.has(changer.name))) return [];
      return [reason(object, expected, found, changer === undefined ? done : [changer])];
    });
    if (reasons.length > 0) conflicts.push({ file, reasons });
    if (file.before.size + file.after.size === 0) silent.add(file.name);
    for (const [object, after] of file.after) {
      state.set(object, after);
      changedBy.set(object, file);
    }
  }
  return conflicts;
}

function ancestors(file: MigrationFile, files: ReadonlyMap<string, MigrationFile>): Set<string> {
  const found = new Set<string>();
  const visit = (names: readonly string[]) => {
    for (const name of names) {
      if (found.has(name)) continue;
      found.add(name);
      visit(files.get(name)?.depends ?? []);
    }
  };
  visit(file.depends);
  return found;
}

function reason(object: string, expected: string, found: string, done: readonly MigrationFile[]): string {
  const maker = done.findLast((file) => file.after.get(object) === found && file.before.get(object) !== found);
  const by = maker === undefined ? "" : ` (${maker.name} left it so)`;
  if (expected === absent) return `${object}: it must not exist yet, but it does${by}`;
  if (found === absent) return `${object}: it must exist, but it does not${by}`;
  return `${object}: planned on ${object}@${expected}, here it is ${object}@${found}${by}`;
}

export function conflictFailure(conflicts: readonly Conflict[]): Failure {
  const names = conflicts.map(({ file }) => file.path).join(", ");
  return new Failure(`${names} was planned on another state of this database`, {
    exitCode: exit.conflict,
    details: conflicts.flatMap(({ reasons }) => reasons),
    hint: "Nothing was changed by it. Delete the file and run `covet plan` again, here or on a database in the same state; if its change is here already, record it with `covet apply --fake`.",
  });
}
