/** The way back from the middle of a forward half: which statements of the backward half have anything to undo. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { Introspection } from "../dialect/dialect.js";
import type { SqlSyntax } from "../sql/syntax.js";
import { existence, leftBehind } from "./existence.js";
import type { FileStatement, FileStep, MigrationFile } from "./file.js";
import { isInverse } from "./inverse.js";
import { numbered } from "./run.js";
import { changesSession } from "./statement-kinds.js";

export interface WayBack {
  /** Number of a forward statement: what half a step did can only be undone when all of it is done. null: go back now. */
  readonly finish: number | null;
  /** Statements of the backward half that have nothing to undo. */
  readonly skipped: readonly number[];
}

/** The forward half stopped after `done` statements. Throws Failure where nobody can tell what to undo. */
export function wayBack(file: MigrationFile, done: number, live: Introspection, syntax: SqlSyntax): WayBack {
  if (file.kind === "code") {
    if (done > 0) return { finish: null, skipped: [] };
    throw new Failure(`${file.path}: its code stopped before its end, and cannot be undone by half`, {
      exitCode: exit.halfDone,
      hint: "Finish it with `covet apply`, then roll it back.",
    });
  }
  const ran = statementsRan(file, done);
  const cut = file.forward.steps.find((step) => isCut(step, ran));
  const pairs = mirror(file);
  if (pairs === null) return { finish: null, skipped: withoutMirror(file, ran, cut, live) };

  const statements = numbered(file, "backward");
  const undone = new Set<FileStatement>();
  for (const [forward, backward] of pairs) {
    const undo =
      forward === cut
        ? undoHalf(forward, backward, ran.get(forward) ?? 0, live, syntax)
        : hasRun(forward, ran) || (!ran.has(forward) && isDebris(backward, live))
          ? backward.statements
          : [];
    if (undo === null) {
      const last = numbered(file, "forward").findLast(({ step }) => step === forward)?.number ?? done;
      if (mayFinish(forward)) return { finish: last, skipped: [] };
      throw cannotHalve(file, forward);
    }
    for (const statement of undo) undone.add(statement);
  }
  const skipped = statements.filter(
    ({ statement }) => !undone.has(statement) && !(undone.size > 0 && changesSession(statement, syntax)),
  );
  return { finish: null, skipped: skipped.map(({ number }) => number) };
}

/** How many statements of each step that was begun have run. */
type Ran = ReadonlyMap<FileStep, number>;

function statementsRan(file: MigrationFile, done: number): Ran {
  const ran = new Map<FileStep, number>();
  for (const { step, place } of numbered(file, "forward").slice(0, done)) ran.set(step, place + 1);
  // What needs no statement is done as soon as what stands before it is.
  let before = true;
  for (const step of file.forward.steps) {
    if (step.statements.length === 0 && before) ran.set(step, 0);
    before = hasRun(step, ran);
  }
  return ran;
}

function hasRun(step: FileStep, ran: Ran): boolean {
  return ran.get(step) === step.statements.length;
}

function isCut(step: FileStep, ran: Ran): boolean {
  return ran.has(step) && !hasRun(step, ran);
}

/**
 * Each step with the one that undoes it: covet writes the backward half as the mirror of the forward one. null where it
 * is none any more.
 */
function mirror({ forward, backward }: MigrationFile): (readonly [FileStep, FileStep])[] | null {
  const back = backward.steps.toReversed();
  if (back.length !== forward.steps.length) return null;
  const pairs = forward.steps.flatMap((step, at) => {
    const partner = back[at];
    return partner === undefined || !isOpposite(step, partner) ? [] : [[step, partner] as const];
  });
  return pairs.length === back.length ? pairs : null;
}

function isOpposite(step: FileStep, other: FileStep): boolean {
  const [made, gone] = [/^(?:CREATE|ADD)_/, /^DROP_/];
  const noun = ({ kind }: FileStep) => kind.replace(/^[A-Z]+?_/, "");
  for (const [one, two] of [
    [step, other],
    [other, step],
  ] as const)
    if (made.test(one.kind)) return gone.test(two.kind) && noun(one) === noun(two) && one.object === two.object;
  return step.kind === other.kind && !gone.test(step.kind);
}

/** An index whose build was stopped: nothing ran to its end, and yet there is something to drop. */
function isDebris({ kind, object }: FileStep, { unmanaged }: Introspection): boolean {
  return kind === "DROP_INDEX" && leftBehind(object, unmanaged);
}

/** What undoes the first statements of a step; null where only the whole step can be undone. */
function undoHalf(
  forward: FileStep,
  backward: FileStep,
  ran: number,
  live: Introspection,
  syntax: SqlSyntax,
): readonly FileStatement[] | null {
  const done = forward.statements.slice(0, ran).filter((statement) => !changesSession(statement, syntax));
  const exact = inversesOf(done, forward, backward, syntax);
  if (exact !== null) return exact;
  // Of what it makes, whatever there is is dropped.
  const exists = existence(backward.kind, backward.object, live);
  if (exists === null || !backward.kind.startsWith("DROP_")) return null;
  return exists ? backward.statements : [];
}

/** The inverse of each statement, last first; they must stand in this order. */
function inversesOf(
  done: readonly FileStatement[],
  forward: FileStep,
  backward: FileStep,
  syntax: SqlSyntax,
): FileStatement[] | null {
  const found: number[] = [];
  for (const statement of done.toReversed()) {
    const undoes = (other: FileStatement | undefined) =>
      statement.kind === "sql" && other?.kind === "sql" && isInverse(statement.sql, other.sql, syntax);
    const across = forward.statements.length - 1 - forward.statements.indexOf(statement);
    const sameLength = forward.statements.length === backward.statements.length;
    const others = backward.statements.flatMap((other, at) => (undoes(other) ? [at] : []));
    const at = sameLength && undoes(backward.statements[across]) ? across : others.length === 1 ? others[0] : undefined;
    if (at === undefined || at <= (found.at(-1) ?? -1)) return null;
    found.push(at);
  }
  return found.flatMap((at) => backward.statements[at] ?? []);
}

/** What people wrote is not run for the sake of undoing it, nor what may cost rows. */
function mayFinish({ number, guards }: FileStep): boolean {
  return number !== null && !guards.some(({ kind }) => kind === "loses");
}

function cannotHalve({ path }: MigrationFile, { number }: FileStep): Failure {
  return new Failure(
    `${path}: it stopped in the middle of step ${number ?? "written by hand"}, which cannot be undone by half`,
    { exitCode: exit.halfDone, hint: "Finish it with `covet apply`, then roll it back." },
  );
}

/** Somebody changed one half only: then each step must say itself whether it has anything to undo. */
function withoutMirror(file: MigrationFile, ran: Ran, cut: FileStep | undefined, live: Introspection): number[] {
  if (cut !== undefined && existence(cut.kind, cut.object, live) === null) throw cannotHalve(file, cut);
  return numbered(file, "backward").flatMap(({ number, step }) => {
    const [partner, second] = file.forward.steps.filter((one) => isOpposite(one, step) && one.object === step.object);
    if (partner === undefined || second !== undefined || step.number === null)
      throw new Failure(`${file.path}: cannot tell whether ${step.kind} ${step.object} has anything to undo`, {
        exitCode: exit.halfDone,
        hint: "Finish it with `covet apply`, then roll it back.",
      });
    const toUndo =
      partner === cut
        ? existence(step.kind, step.object, live) === step.kind.startsWith("DROP_")
        : ran.has(partner) || isDebris(step, live);
    return toUndo ? [] : [number];
  });
}
