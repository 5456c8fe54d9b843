/** The way back from the middle of a forward half: which statements of the backward half have anything to undo. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { Introspection } from "../dialect/dialect.js";
import { formatName, formatWord } from "../model/name.js";
import type { SqlSyntax } from "../sql/syntax.js";
import { existence, leftBehind } from "./existence.js";
import type { FileStatement, FileStep, MigrationFile } from "./file.js";
import { addedColumns, changedColumns, isInverse } from "./inverse.js";
import { numbered } from "./run.js";
import { changesRows, changesSession } from "./statement-kinds.js";

export interface WayBack {
  /** Number of a forward statement: what half a step did can only be undone when all of it is done. null: go back now. */
  readonly finish: number | null;
  /** What is run first: columns that a step made for itself are dropped. */
  readonly first: readonly string[];
  /** Statements of the backward half that have nothing to undo. */
  readonly skipped: readonly number[];
}

/** What undoes the beginning of a step. */
interface Undo {
  readonly first: readonly string[];
  /** Of the step's partner in the backward half. */
  readonly statements: readonly FileStatement[];
}

/** The forward half stopped after `done` statements. Throws Failure where nobody can tell what to undo. */
export function wayBack(file: MigrationFile, done: number, live: Introspection, syntax: SqlSyntax): WayBack {
  if (file.kind === "code") {
    if (done > 0) return { finish: null, first: [], skipped: [] };
    throw new Failure(`${file.path}: its code stopped before its end, and cannot be undone by half`, {
      exitCode: exit.halfDone,
      hint: "Finish it with `covet apply`, then roll it back.",
    });
  }
  const ran = statementsRan(file, done);
  const cut = file.forward.steps.find((step) => isCut(step, ran));
  const pairs = mirror(file);
  if (pairs === null) return { finish: null, first: [], skipped: withoutMirror(file, ran, cut, live) };

  const statements = numbered(file, "backward");
  const undone = new Set<FileStatement>();
  let first: readonly string[] = [];
  for (const [forward, backward] of pairs) {
    if (forward !== cut) {
      if (hasRun(forward, ran) || (!ran.has(forward) && isDebris(backward, live)))
        for (const statement of backward.statements) undone.add(statement);
      continue;
    }
    const undo = undoHalf(forward, backward, ran.get(forward) ?? 0, live, syntax);
    if (undo === null) {
      const finish = numbered(file, "forward").findLast(({ step }) => step === forward)?.number ?? done;
      if (mayFinish(forward)) return { finish, first, skipped: [] };
      throw cannotHalve(file, forward);
    }
    first = undo.first;
    for (const statement of undo.statements) undone.add(statement);
  }
  const skipped = statements.filter(
    ({ statement }) => !undone.has(statement) && !(undone.size > 0 && changesSession(statement, syntax)),
  );
  return { finish: null, first, skipped: skipped.map(({ number }) => number) };
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
): Undo | null {
  const exact = undoEach(forward, backward, ran, live, syntax);
  if (exact !== null) return exact;
  // Of what it makes, whatever there is is dropped.
  const exists = existence(backward.kind, backward.object, live);
  if (exists === null || !backward.kind.startsWith("DROP_")) return null;
  return { first: [], statements: exists ? backward.statements : [] };
}

/** Columns that covet makes for its own use. */
const scratch = /^"?_covet_/;

/** Statement by statement, last first. Their inverses must stand in this order in the backward half. */
function undoEach(
  forward: FileStep,
  backward: FileStep,
  ran: number,
  live: Introspection,
  syntax: SqlSyntax,
): Undo | null {
  const first: string[] = [];
  const found: number[] = [];
  const done = forward.statements.slice(0, ran);
  const added = done.map((statement) => (statement.kind === "sql" ? addedColumns(statement.sql, syntax) : null));
  const own = new Set(added.flatMap((one) => one?.columns ?? []));
  for (const [at, statement] of [...done.entries()].reverse()) {
    if (statement.kind !== "sql") return null;
    if (changesSession(statement, syntax)) continue;
    // Rows of columns that are about to go, and rows that the backward half never undoes.
    const changed = changedColumns(statement.sql, syntax);
    if (changed?.every((column) => own.has(column))) continue;
    if (changed !== null && !backward.statements.some((other) => changesRows(other, syntax))) continue;
    const inverse = inverseOf(statement.sql, forward.statements.length - 1 - at, forward, backward, syntax);
    const columns = added[at] ?? null;
    if (inverse !== null && inverse > (found.at(-1) ?? -1)) found.push(inverse);
    else if (inverse === null && found.length === 0 && columns?.columns.every((name) => scratch.test(name))) {
      if (areThere(columns, live)) first.push(columns.undo);
    } else return null;
  }
  return { first, statements: found.flatMap((at) => backward.statements[at] ?? []) };
}

/** Its place in the backward half: the mirrored one, or else the only one that fits. */
function inverseOf(
  sql: string,
  across: number,
  forward: FileStep,
  backward: FileStep,
  syntax: SqlSyntax,
): number | null {
  const fits = backward.statements.flatMap((other, at) =>
    other.kind === "sql" && isInverse(sql, other.sql, syntax) ? [at] : [],
  );
  const mirrored = forward.statements.length === backward.statements.length && fits.includes(across);
  return mirrored ? across : fits.length === 1 ? (fits[0] ?? null) : null;
}

function areThere(
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  { schema }: Introspection,
): boolean {
  const found = schema.tables.find((candidate) => formatName(candidate) === table);
  return columns.every((column) => found?.columns.some(({ name }) => formatWord(name) === column));
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
