/** How a database and a folder of migrations stand: what ran, what waits, what no longer fits. Changes nothing. */

import type { Connection } from "../dialect/connection.js";
import type { Dialect, Scope } from "../dialect/dialect.js";
import { conflictsAhead } from "./conflict.js";
import { type Drift, driftOf } from "./drift.js";
import type { MigrationFile } from "./file.js";
import { type Direction, History } from "./history.js";
import { takePicture } from "./run.js";
import { refuseForeign, rewordedWarning, standingOf } from "./standing.js";

export interface StatusInput {
  readonly dialect: Dialect;
  readonly connection: Connection;
  readonly migrations: readonly MigrationFile[];
  readonly app: string;
  readonly historySchema?: string | null;
  readonly scope: Scope;
}

export interface MigrationStatus {
  readonly name: string;
  /** null where there is no file. */
  readonly path: string | null;
  readonly state: "applied" | "pending" | "edited" | "missing" | "conflicting" | "halfDone";
  readonly appliedAt: Date | null;
  /** Where it stopped, for a half-done one. */
  readonly position: { readonly direction: Direction; readonly done: number; readonly total: number } | null;
  /** What stands in its way: the engine's error, or the objects that do not fit. */
  readonly reasons: readonly string[];
}

export interface Status {
  /** In the order of the files; those without a file first. */
  readonly migrations: readonly MigrationStatus[];
  readonly drift: readonly Drift[];
  readonly warnings: readonly string[];
}

export async function readStatus(input: StatusInput): Promise<Status> {
  const { dialect, connection, migrations, app } = input;
  refuseForeign(dialect, app, migrations);
  const rows = await (await History.open(dialect, connection, app, input.historySchema)).rows();
  const standing = standingOf(dialect, migrations, rows);
  const live = await takePicture(input);
  const half = standing.halfDone;
  const ran = migrations.filter(({ name }) => rows.some((row) => row.name === name));
  // While one is half done, nothing can be said of the rest.
  const conflicts = half === null ? conflictsAhead(standing.pending, live, ran) : [];

  const statusOf = (name: string, file: MigrationFile | null): MigrationStatus => {
    const row = rows.find((candidate) => candidate.name === name) ?? null;
    const conflict = conflicts.find((candidate) => candidate.file === file);
    const isHalf = row !== null && row.state !== "applied";
    const edited = file !== null && standing.edited.includes(file);
    const applied = row === null ? "pending" : "applied";
    return {
      name,
      path: file?.path ?? null,
      state: file === null ? "missing" : edited ? "edited" : isHalf ? "halfDone" : conflict ? "conflicting" : applied,
      appliedAt: row === null || isHalf ? null : row.appliedAt,
      position: isHalf ? { direction: row.direction, done: row.statementsDone, total: row.statementsTotal } : null,
      reasons: conflict?.reasons ?? (row?.error ? [row.error] : []),
    };
  };
  return {
    migrations: [
      ...standing.missing.map(({ name }) => statusOf(name, null)),
      ...migrations.map((file) => statusOf(file.name, file)),
    ],
    drift: half === null ? driftOf(rows, live, connection.version, input.scope.unmanaged) : [],
    warnings: [...standing.pending.flatMap(({ warnings }) => warnings), ...standing.reworded.map(rewordedWarning)],
  };
}
