/** A plan as people read it: each step with its place and SQL, what it would lose, and the line of truth. */

import type { PlanOutcome } from "../project/plan-project.js";
import { diagnosticJson } from "./json.js";
import type { Reporter } from "./reporter.js";

type Migration = PlanOutcome["migrations"][number];

/** Few enough unmanaged objects to list them unasked. */
const few = 5;

function indent(sql: string, by: string): string {
  return sql.replace(/^(?=.)/gm, by);
}

function printHalf(reporter: Reporter, half: Migration["forward"]): void {
  const { bold, dim, yellow } = reporter.out;
  for (const step of half.steps) {
    const origin = step.origin === null ? "" : dim(`  ${step.origin.path}:${step.origin.line}`);
    reporter.print(`  ${bold(step.kind)} ${step.object}${origin}`);
    for (const merged of step.merged) reporter.print(dim(`    ${merged}`));
    for (const { sql } of step.statements) reporter.print(indent(`${sql};`, "    "));
  }
  if (half.irreversible !== null) reporter.print(yellow(`  cannot be undone: ${half.irreversible}`));
}

function count({ rows, timedOut }: PlanOutcome["guards"][number]): string {
  if (rows === null) return timedOut ? "rows not counted in time (--guard-timeout)" : "rows not counted";
  return `${rows.count}${rows.capped ? " or more" : ""} ${rows.count === 1 && !rows.capped ? "row" : "rows"}`;
}

function printGuards(reporter: Reporter, guards: PlanOutcome["guards"]): void {
  const { red, yellow } = reporter.out;
  for (const guard of guards) {
    if (guard.rows !== null && guard.rows.count === 0) continue;
    const what = guard.kind === "loses" ? "would be lost" : "would make it fail";
    const allowed = guard.allowed ? " (allowed)" : "";
    const paint = guard.allowed || guard.kind === "fails" ? yellow : red;
    reporter.print(paint(`  ${guard.object}: ${count(guard)} ${what}${allowed}`));
  }
}

function printTruth(reporter: Reporter, { plan }: PlanOutcome, verbose: boolean): void {
  const { dim, yellow } = reporter.out;
  for (const { object, reason } of plan.undecided) reporter.print(yellow(`undecided ${object}: ${reason}`));
  if (plan.unmanaged.length > 0 && (verbose || plan.unmanaged.length <= few)) {
    for (const { kind, schema, name } of plan.unmanaged) {
      reporter.print(dim(`unmanaged ${kind} ${schema === null ? name : `${schema}.${name}`}`));
    }
  }
  const { objects, equal, changed } = plan.compared;
  const rest = `${plan.undecided.length} undecided, ${plan.unmanaged.length} unmanaged`;
  reporter.print(`compared ${objects} objects: ${equal} equal, ${changed} changed, ${rest}`);
}

export interface PrintOptions {
  readonly verbose: boolean;
  /** The command to follow with, where someone has to type it. */
  readonly next: string | null;
}

export function printPlan(reporter: Reporter, outcome: PlanOutcome, options: PrintOptions): void {
  const { bold, green, yellow } = reporter.out;
  for (const migration of outcome.migrations) {
    const mode = migration.transaction === "all" ? "one transaction" : "statement by statement";
    reporter.print(`${bold(migration.name)} (${mode})`);
    printHalf(reporter, migration.forward);
    if (options.verbose || migration.backward.irreversible !== null) {
      reporter.print("  backward:");
      printHalf(reporter, migration.backward);
    }
    reporter.print();
  }
  printGuards(reporter, outcome.guards);
  // A refusal lists the drift itself.
  if (outcome.refusal === null) for (const line of outcome.drift) reporter.print(yellow(`drift: ${line}`));
  if (outcome.migrations.length === 0 && outcome.refusal === null) reporter.print(green("nothing to do"));
  printTruth(reporter, outcome, options.verbose);
  for (const path of outcome.written) reporter.print(`${green("wrote")} ${path}`);
  if (outcome.written.length > 0 && options.next !== null) reporter.print(`next: ${options.next}`);
}

export function planJson(outcome: PlanOutcome): Record<string, unknown> {
  const { plan, migrations, guards, drift, lookalikes, written } = outcome;
  const { dialect, compared, undecided, unmanaged } = plan;
  const warnings = outcome.warnings.map(diagnosticJson);
  return {
    dialect,
    migrations,
    guards,
    lookalikes,
    drift,
    compared,
    undecided,
    unmanaged,
    warnings,
    written,
  };
}
