/** Applies the pending migrations of a project to its target, or rolls applied ones back. */

import { Failure } from "../diagnostic/failure.js";
import type { RunnerEvent, RunnerEvents } from "../migration/events.js";
import type { Direction } from "../migration/history.js";
import { applyMigrations, type RunInput, type RunResult, rollbackMigrations } from "../migration/runner.js";
import { refuseForeign } from "../migration/standing.js";
import { milliseconds } from "./duration.js";
import { readProjectMigrations } from "./migration-files.js";
import { checkAllowedIn } from "./plan-guards.js";
import { type Project, withConnection } from "./project.js";
import { readScope } from "./scope.js";
import { toolVersion } from "./version.js";

export type { RunnerEvent, RunnerEvents, RunResult };

export interface RunOptions {
  /** Id, name or beginning of a migration: the last to apply, or the last to stay. */
  readonly to?: string | null;
  /** Give the SQL, change nothing. */
  readonly dryRun?: boolean;
  /** Record only. */
  readonly fake?: boolean;
  readonly allowDataLoss?: readonly string[];
  /** How long to wait for another covet: `30s`. Not at all by default. */
  readonly lockWait?: string | null;
  readonly acceptDrift?: boolean;
  readonly onEvent?: RunnerEvents;
}

export interface ApplyOptions extends RunOptions {
  /** Refuse, before anything runs, where a pending migration could not be rolled back. */
  readonly requireReversible?: boolean;
}

export interface RollbackOptions extends RunOptions {
  /** How many to undo, where `to` is not given; 1 by default. */
  readonly steps?: number | null;
}

/** Runs the pending migrations in order and records each. */
export function applyProject(project: Project, options: ApplyOptions = {}): Promise<RunResult> {
  const { requireReversible = false } = options;
  return run(project, options, "forward", (input) => applyMigrations({ ...input, requireReversible }));
}

/** Runs the backward halves of applied migrations, newest first. */
export async function rollbackProject(project: Project, options: RollbackOptions = {}): Promise<RunResult> {
  const steps = options.steps ?? 1;
  if (!Number.isSafeInteger(steps) || steps < 1) {
    throw new Failure("--steps must be a whole number from 1", { hint: "write --steps 2 to undo the newest two" });
  }
  return run(project, options, "backward", (input) => rollbackMigrations({ ...input, steps }));
}

async function run(
  project: Project,
  options: RunOptions,
  direction: Direction,
  work: (input: RunInput) => Promise<RunResult>,
): Promise<RunResult> {
  const dryRun = options.dryRun ?? false;
  const lockWaitMs = milliseconds(options.lockWait ?? undefined, "--lock-wait") ?? 0;
  return withConnection(project, dryRun, async (connection, dialect) => {
    const migrations = await readProjectMigrations(project, dialect);
    refuseForeign(dialect, project.app, migrations);
    checkAllowedIn(migrations, direction, options.allowDataLoss ?? []);
    return work({
      dialect,
      connection,
      migrations,
      app: project.app,
      historySchema: project.target.historySchema,
      to: options.to ?? null,
      fake: options.fake ?? false,
      dryRun,
      allow: options.allowDataLoss ?? [],
      lockWaitMs,
      guardTimeoutMs: project.target.guardTimeoutMs,
      acceptDrift: options.acceptDrift ?? false,
      scope: await readScope(project, migrations),
      toolVersion: toolVersion(),
      events: options.onEvent ?? (() => undefined),
      signal: project.signal,
    });
  });
}
