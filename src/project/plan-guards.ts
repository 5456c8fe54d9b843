/** What a plan would lose or fail on, counted on the database it was made on. */

import { exit, Failure } from "../diagnostic/failure.js";
import { type Connection, EngineError } from "../dialect/connection.js";
import type { Guard } from "../dialect/statement.js";
import { nearest } from "../language/suggest.js";
import type { MigrationFile } from "../migration/file.js";
import { countGuard, countLimit, GuardTimeout } from "../migration/guard.js";
import type { Plan } from "../plan/planned.js";

export interface PlanGuard extends Guard {
  /**
   * null: it is asked when the plan is applied. The question is about something an earlier step makes, or it took too long.
   */
  readonly rows: { readonly count: number; readonly capped: boolean } | null;
  readonly timedOut: boolean;
  /** `--allow-data-loss` names it. */
  readonly allowed: boolean;
}

function guardsOf(plan: Plan): Guard[] {
  const all = plan.migrations.flatMap(({ forward }) =>
    forward.steps.flatMap(({ statements }) => statements.flatMap(({ guards }) => guards)),
  );
  return [...new Map(all.map((guard) => [`${guard.kind} ${guard.object} ${guard.query}`, guard])).values()];
}

export async function askPlanGuards(
  connection: Connection,
  plan: Plan,
  allowed: readonly string[],
  limitMs: number | null,
): Promise<PlanGuard[]> {
  const asked: PlanGuard[] = [];
  for (const guard of guardsOf(plan)) {
    asked.push({ ...guard, ...(await count(connection, guard, limitMs)), allowed: allowed.includes(guard.object) });
  }
  return asked;
}

async function count(
  connection: Connection,
  guard: Guard,
  limitMs: number | null,
): Promise<Pick<PlanGuard, "rows" | "timedOut">> {
  try {
    const found = await countGuard(connection, guard, limitMs);
    return { rows: { count: found, capped: found >= countLimit }, timedOut: false };
  } catch (error) {
    if (error instanceof GuardTimeout) return { rows: null, timedOut: true };
    if (error instanceof EngineError) return { rows: null, timedOut: false };
    throw error;
  }
}

/** Rows that would stop the migration as soon as it is applied; null: none that are known of. */
export function rowsInTheWay(guards: readonly PlanGuard[]): Failure | null {
  const found = guards.filter(({ rows, allowed }) => rows !== null && rows.count > 0 && !allowed);
  if (found.length === 0) return null;
  const losing = [...new Set(found.flatMap(({ kind, object }) => (kind === "loses" ? [object] : [])))];
  const flags = losing.map((object) => `--allow-data-loss ${/^[\w.]+$/.test(object) ? object : `'${object}'`}`);
  return new Failure("rows in this database stand in the way of this plan; nothing was written", {
    exitCode: exit.refused,
    details: found.map(
      ({ object, kind }) => `${object}: ${kind === "loses" ? "rows would be lost" : "rows would make it fail"}`,
    ),
    hint: losing.length > 0 ? `if the data may go: ${flags.join(" ")}` : "change the rows that would make it fail",
  });
}

/** A name that allows nothing is a mistake worth stopping for: the right one would be missing. */
export function checkAllowed(plan: Plan, allowed: readonly string[]): void {
  checkNames(
    guardsOf(plan).flatMap(({ kind, object }) => (kind === "loses" ? [object] : [])),
    allowed,
    "no step of this plan loses it",
  );
}

/** The same for the migrations of a folder, in one direction. */
export function checkAllowedIn(
  migrations: readonly MigrationFile[],
  direction: "forward" | "backward",
  allowed: readonly string[],
): void {
  if (allowed.length === 0) return;
  const guards = migrations.flatMap((file) => file[direction].steps.flatMap((step) => step.guards));
  checkNames(
    guards.map(({ object }) => object),
    allowed,
    "no migration asks whether it may go",
  );
}

function checkNames(guarded: readonly string[], allowed: readonly string[], none: string): void {
  const stray = allowed.find((object) => !guarded.includes(object));
  if (stray === undefined) return;
  const near = nearest(stray, guarded);
  const known = guarded.length === 0 ? "nothing could be lost" : `known: ${[...new Set(guarded)].join(", ")}`;
  throw new Failure(`--allow-data-loss ${stray}: ${none}`, {
    hint: near === null ? known : `write --allow-data-loss ${near}`,
  });
}
