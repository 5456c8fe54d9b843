/** Plans and applies in one step, for development: nothing is written that this database would refuse. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { Plan } from "../plan/planned.js";
import { rowsInTheWay } from "./plan-guards.js";
import { type PlanOutcome, planProject } from "./plan-project.js";
import type { Project } from "./project.js";
import { type ApplyOptions, applyProject, type RunResult } from "./run-project.js";

export interface AutoOutcome {
  readonly plan: PlanOutcome;
  readonly run: RunResult;
  /** Why it ended early. */
  readonly failure: Failure | null;
}

export type AutoOptions = Pick<
  ApplyOptions,
  "dryRun" | "allowDataLoss" | "lockWait" | "acceptDrift" | "requireReversible" | "onEvent"
> & { readonly onPlan?: (plan: PlanOutcome) => void | Promise<void> };

/** What is pending already runs first: a plan is made from the live database. */
export async function autoProject(project: Project, options: AutoOptions = {}): Promise<AutoOutcome> {
  const { dryRun = false, allowDataLoss = [], onPlan, ...rest } = options;
  const nothing: RunResult = { direction: "forward", migrations: [], sql: [], warnings: [] };
  // Names to be lost are those of the plan; what waits has its own permissions written in it.
  const before = dryRun ? nothing : await applyProject(project, rest);
  const plan = await planProject(project, {
    slug: null,
    write: !dryRun,
    check: false,
    adopt: false,
    noRename: false,
    veto: (made, guards) => rowsInTheWay(guards) ?? (options.requireReversible === true ? oneWay(made) : null),
    allowDataLoss,
  });
  await onPlan?.(plan);
  if (plan.refusal !== null || plan.written.length === 0) return { plan, run: before, failure: plan.refusal };
  try {
    const after = await applyProject(project, rest);
    const run = {
      ...after,
      migrations: [...before.migrations, ...after.migrations],
      warnings: [...before.warnings, ...after.warnings],
    };
    return { plan, run, failure: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { plan, run: before, failure: error };
  }
}

function oneWay({ migrations }: Plan): Failure | null {
  const details = migrations.flatMap(({ backward }) => backward.irreversible ?? []);
  if (details.length === 0) return null;
  return new Failure("what is planned could not be rolled back; nothing was written", {
    exitCode: exit.refused,
    details,
    hint: "apply without --require reversible",
  });
}
