/** What a plan would lose or fail on, counted on the database it was made on. */

import { Failure } from "../diagnostic/failure.js";
import { type Connection, EngineError } from "../dialect/connection.js";
import type { Guard } from "../dialect/statement.js";
import { nearest } from "../language/suggest.js";
import { countGuard, countLimit } from "../migration/guard.js";
import type { Plan } from "../plan/planned.js";

export interface PlanGuard extends Guard {
  /** null: the question is about something an earlier step makes, and is asked when the plan is applied. */
  readonly rows: { readonly count: number; readonly capped: boolean } | null;
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
): Promise<PlanGuard[]> {
  const asked: PlanGuard[] = [];
  for (const guard of guardsOf(plan)) {
    asked.push({ ...guard, rows: await count(connection, guard), allowed: allowed.includes(guard.object) });
  }
  return asked;
}

async function count(connection: Connection, guard: Guard): Promise<PlanGuard["rows"]> {
  try {
    const found = await countGuard(connection, guard);
    return { count: found, capped: found >= countLimit };
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** A name that allows nothing is a mistake worth stopping for: the right one would be missing. */
export function checkAllowed(plan: Plan, allowed: readonly string[]): void {
  const losing = guardsOf(plan).flatMap(({ kind, object }) => (kind === "loses" ? [object] : []));
  const stray = allowed.find((object) => !losing.includes(object));
  if (stray === undefined) return;
  const near = nearest(stray, losing);
  const known = losing.length === 0 ? "this plan loses nothing" : `it could lose: ${losing.join(", ")}`;
  throw new Failure(`--allow-data-loss ${stray}: no step of this plan loses it`, {
    hint: near === null ? known : `write --allow-data-loss ${near}`,
  });
}
