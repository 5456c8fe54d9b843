/** What every part of a run needs at hand. */

import type { Connection } from "../dialect/connection.js";
import type { Dialect, Introspection, Scope } from "../dialect/dialect.js";
import { fingerprintAll } from "../plan/fingerprint.js";
import type { Fingerprints } from "../plan/planned.js";
import type { RunnerEvents } from "./events.js";
import type { FileStatement, FileStep, MigrationFile } from "./file.js";
import type { Direction, History } from "./history.js";

export interface Run {
  readonly dialect: Dialect;
  readonly connection: Connection;
  readonly scope: Scope;
  readonly history: History;
  readonly toolVersion: string;
  /** Objects whose rows may go. */
  readonly allow: readonly string[];
  /** How long a guard may take; null: as long as it wants. Left out: a minute. */
  readonly guardTimeoutMs?: number | null;
  readonly events: RunnerEvents;
  readonly signal: AbortSignal | null;
}

/** A statement of one half, with its number (from 1) and its step. */
export interface NumberedStatement {
  readonly number: number;
  readonly statement: FileStatement;
  readonly step: FileStep;
  /** Place in its step, from 0. */
  readonly place: number;
}

export function numbered(file: MigrationFile, direction: Direction): NumberedStatement[] {
  const all = file[direction].steps.flatMap((step) =>
    step.statements.map((statement, place) => ({ statement, step, place })),
  );
  return all.map((item, at) => ({ ...item, number: at + 1 }));
}

export function look(run: Pick<Run, "dialect" | "connection" | "scope">): Promise<Introspection> {
  return run.dialect.introspect(run.connection, run.scope);
}

export async function takePicture(run: Pick<Run, "dialect" | "connection" | "scope">): Promise<Fingerprints> {
  return fingerprintAll((await look(run)).schema);
}
