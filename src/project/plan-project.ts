/** Plans what brings the target to the schema files, says what stands in the way, and writes the migrations. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { Connection } from "../dialect/connection.js";
import type { Dialect } from "../dialect/dialect.js";
import type { Bound } from "../language/bind.js";
import { driftFailure, driftOf } from "../migration/drift.js";
import type { MigrationFile } from "../migration/file.js";
import { History, type HistoryRow } from "../migration/history.js";
import { readKnownPairs, rememberPairs } from "../migration/known-pairs.js";
import { refuseEditedOrMissing, refuseForeign, standingOf } from "../migration/standing.js";
import { fingerprintAll } from "../plan/fingerprint.js";
import { makePlan, type PlanResult } from "../plan/plan.js";
import type { Plan } from "../plan/planned.js";
import { askedRenames } from "./asked-renames.js";
import { readProjectMigrations } from "./migration-files.js";
import { askPlanGuards, checkAllowed, type PlanGuard } from "./plan-guards.js";
import { openPlanMemory, type QuietPlan } from "./plan-memory.js";
import { type Project, shownPath, withConnection } from "./project.js";
import { readSchema } from "./read-schema.js";
import { adviceText, adviseRenames, type RenameAdvice } from "./rename-advice.js";
import { scopeOf } from "./scope.js";
import { type NewMigration, nameMigrations, writePlan } from "./write-plan.js";

export interface PlanOptions {
  /** Words for the file name; null makes them from the changes. */
  readonly slug: string | null;
  readonly write: boolean;
  /** Only the question whether anything would change: pending migrations are an answer, not a refusal. */
  readonly check: boolean;
  /** Take the database as it is as the start, history or not. */
  readonly adopt: boolean;
  readonly noRename: boolean;
  /** Renames to do this once: `users.name=full_name`. */
  readonly rename?: readonly string[];
  /** A further reason not to write what is planned. */
  readonly veto?: (plan: Plan, guards: readonly PlanGuard[]) => Failure | null;
  /** Objects whose rows may go. */
  readonly allowDataLoss: readonly string[];
}

export interface PlanOutcome {
  readonly plan: Plan;
  /** The plan's migrations under the names their files have, or would have. */
  readonly migrations: readonly NewMigration[];
  readonly guards: readonly PlanGuard[];
  readonly drift: readonly string[];
  readonly lookalikes: readonly RenameAdvice[];
  /** What the schema files' author should know. */
  readonly warnings: Bound["diagnostics"];
  /** Files written. */
  readonly written: readonly string[];
  /** Why nothing was written, although something would change. */
  readonly refusal: Failure | null;
}

export async function planProject(project: Project, options: PlanOptions): Promise<PlanOutcome> {
  const memory = await openPlanMemory(project, options);
  // What is wrong with the files is said before a database is asked for.
  const early = memory.hopeful ? null : await readSchema(project, project.target.dialect);
  const outcome = await withConnection(project, true, async (connection, dialect) => {
    const quiet = await memory.recall(connection);
    if (quiet !== null) {
      const warnings = quiet.warned ? (await readSchema(project, project.target.dialect)).diagnostics : [];
      return { result: unchanged(dialect, quiet, warnings), learned: [], history: true };
    }
    const bound = early ?? (await readSchema(project, project.target.dialect));
    const made = await plan(project, options, bound, memory.listen(connection), dialect);
    if (isQuiet(made.result) && made.learned.length === 0)
      memory.keep(connection, { ...made.result.plan, warned: made.result.warnings.length > 0 });
    return made;
  });
  // Only where covet has been at work already, and never in the way of the plan.
  if (options.write && outcome.learned.length > 0 && outcome.history) {
    await withConnection(project, false, (connection, dialect) =>
      rememberPairs(dialect, connection, outcome.learned, project.target.historySchema),
    ).catch(() => undefined);
  }
  return outcome.result;
}

function unchanged(
  dialect: Dialect,
  { compared, undecided, unmanaged }: QuietPlan,
  warnings: Bound["diagnostics"],
): PlanOutcome {
  return {
    plan: { compared, undecided, unmanaged, dialect: dialect.name, migrations: [] },
    migrations: [],
    guards: [],
    drift: [],
    lookalikes: [],
    warnings,
    written: [],
    refusal: null,
  };
}

/** Whether a plan is all in its numbers: nothing to do or to ask, and nothing to say but what the files say. */
function isQuiet({ plan, guards, drift, lookalikes, refusal }: PlanOutcome): boolean {
  const said = [plan.migrations, guards, drift, lookalikes];
  return refusal === null && said.every((list) => list.length === 0);
}

async function plan(
  project: Project,
  options: PlanOptions,
  bound: Bound,
  connection: Connection,
  dialect: Dialect,
): Promise<{ result: PlanOutcome; learned: PlanResult["learned"]; history: boolean }> {
  const migrations = await readProjectMigrations(project, dialect);
  refuseForeign(dialect, project.app, migrations);
  const history = await History.open(dialect, connection, project.app, project.target.historySchema);
  const rows = await history.rows();
  refuseUnfinished(dialect, migrations, rows, options.check);

  const scope = scopeOf(project, bound, migrations);
  const made = await makePlan({
    dialect,
    connection,
    after: bound.schema,
    hints: bound.hints,
    scope,
    known: await readKnownPairs(dialect, connection, project.target.historySchema),
    asked: (before, wanted) => askedRenames(options.rename ?? [], bound.hints.renames, before, wanted),
  });
  checkAllowed(made.plan, options.allowDataLoss);
  const drift = driftOf(rows, fingerprintAll(made.live.schema), connection.version, scope.unmanaged);
  const lookalikes = adviseRenames(project, made.lookalikes, bound.hints);
  const guards = await askPlanGuards(connection, made.plan, options.allowDataLoss, project.target.guardTimeoutMs);
  const named = nameMigrations(made.plan, migrations, rows, options.slug);
  const refusal =
    drift.length > 0 && !options.adopt
      ? driftFailure(drift, rows.at(-1))
      : made.plan.migrations.length === 0 || options.check
        ? null
        : (strangeDatabase(made, rows, options) ??
          unsureRename(lookalikes, options) ??
          options.veto?.(made.plan, guards) ??
          null);
  const write = options.write && refusal === null;
  const files = write ? await writePlan(project, named, connection.version, options.allowDataLoss) : [];
  return {
    result: {
      plan: made.plan,
      migrations: named,
      guards,
      drift: drift.map(({ object, change }) => `${object} ${change}`),
      lookalikes,
      warnings: bound.diagnostics,
      written: files.map((path) => shownPath(project, path)),
      refusal,
    },
    learned: made.learned,
    history: history.exists,
  };
}

/** A plan is made from the live database: what waits or stopped half-way would be planned a second time. */
function refuseUnfinished(
  dialect: Dialect,
  migrations: readonly MigrationFile[],
  rows: readonly HistoryRow[],
  check: boolean,
): void {
  const standing = standingOf(dialect, migrations, rows);
  refuseEditedOrMissing(standing);
  if (standing.halfDone !== null) {
    throw new Failure(`${standing.halfDone.row.name} stopped half-way on this database`, {
      exitCode: check ? exit.pending : exit.refused,
      hint: "run `covet apply` to finish it, then plan again",
    });
  }
  if (standing.pending.length > 0) {
    const count = standing.pending.length === 1 ? "a migration is" : `${standing.pending.length} migrations are`;
    throw new Failure(`${count} pending on this database`, {
      exitCode: check ? exit.pending : exit.refused,
      details: standing.pending.map(({ path }) => path),
      hint: "run `covet apply` first, or delete what you do not want, then plan again",
    });
  }
}

/** A database that covet has never worked on, with something in it. */
function strangeDatabase({ live }: PlanResult, rows: readonly HistoryRow[], options: PlanOptions): Failure | null {
  const { tables, enums } = live.schema;
  if (rows.length > 0 || options.adopt || tables.length + enums.length === 0) return null;
  return new Failure(`this database has ${tables.length} tables, and covet has never worked on it`, {
    exitCode: exit.refused,
    hint: "if the plan above is what you want, run `covet plan --adopt`; to start from what is there, run `covet pull` and then `covet baseline`",
  });
}

function unsureRename(lookalikes: readonly RenameAdvice[], options: PlanOptions): Failure | null {
  if (lookalikes.length === 0 || options.noRename) return null;
  return new Failure("a drop and an add look like a rename, which would keep the data", {
    exitCode: exit.refused,
    details: lookalikes.map(adviceText),
    hint: "write that line in the schema file, or run `covet plan --no-rename` to drop and add",
  });
}
