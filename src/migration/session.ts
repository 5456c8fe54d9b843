/** One run of the migrations: what it was asked, what it knows, and the steps that apply and rollback share. */

import { exit, Failure } from "../diagnostic/failure.js";
import { type Connection, EngineError } from "../dialect/connection.js";
import type { Dialect, Scope } from "../dialect/dialect.js";
import type { Fingerprints } from "../plan/planned.js";
import { conflictFailure, conflictsAhead } from "./conflict.js";
import { driftFailure, driftOf } from "./drift.js";
import type { RunnerEvents } from "./events.js";
import { explain } from "./explain.js";
import type { MigrationFile } from "./file.js";
import { type Direction, History, type HistoryRow } from "./history.js";
import { ensureHistory } from "./journal.js";
import { withLock } from "./lock.js";
import { numbered, type Run, takePicture } from "./run.js";
import { refuseForeign, rewordedWarning, type Standing, standingOf } from "./standing.js";

export interface RunInput {
  readonly dialect: Dialect;
  readonly connection: Connection;
  /** All files of the folder, in order. */
  readonly migrations: readonly MigrationFile[];
  readonly app: string;
  /** Schema the history is in; the default one if left out. */
  readonly historySchema?: string | null;
  /** Name, id or beginning of the last migration that shall be applied; null: no such limit. */
  readonly to: string | null;
  /** Record only. */
  readonly fake: boolean;
  /** Give the SQL, change nothing. */
  readonly dryRun: boolean;
  /** Objects whose rows may go: `--allow-data-loss`. */
  readonly allow: readonly string[];
  readonly lockWaitMs: number;
  /** How long a guard may take; null: as long as it wants. Left out: a minute. */
  readonly guardTimeoutMs?: number | null;
  readonly acceptDrift: boolean;
  /** Refuse to apply what could not be rolled back. */
  readonly requireReversible?: boolean;
  readonly scope: Scope;
  readonly toolVersion: string;
  readonly events: RunnerEvents;
  readonly signal: AbortSignal | null;
}

export interface DoneMigration {
  readonly name: string;
  readonly statements: number;
  readonly milliseconds: number;
  readonly recordedOnly: boolean;
}

export interface RunResult {
  readonly direction: Direction;
  /** In the order in which they were done; with `dryRun` empty. */
  readonly migrations: readonly DoneMigration[];
  /** With `dryRun`: what each would run, in order. Else empty. */
  readonly sql: readonly { readonly name: string; readonly sql: string }[];
  readonly warnings: readonly string[];
}

/** What history said when it was last read. */
export interface Known {
  readonly rows: readonly HistoryRow[];
  readonly standing: Standing;
}

export class Session {
  readonly input: RunInput;
  readonly run: Run;
  readonly #done: DoneMigration[] = [];
  readonly #warnings: string[] = [];

  private constructor(input: RunInput, run: Run) {
    this.input = input;
    this.run = run;
  }

  static async open(input: RunInput): Promise<Session> {
    refuseForeign(input.dialect, input.app, input.migrations);
    const history = await History.open(input.dialect, input.connection, input.app, input.historySchema);
    return new Session(input, { ...input, history });
  }

  warn(message: string): void {
    this.#warnings.push(message);
    this.run.events({ kind: "warning", message });
  }

  async read(): Promise<Known> {
    const rows = await this.run.history.rows();
    const standing = standingOf(this.input.dialect, this.input.migrations, rows);
    // This reads the pending files to their end: what cannot be read must not show in the middle of a run.
    for (const warning of standing.pending.flatMap(({ warnings }) => warnings)) this.warn(warning);
    return { rows, standing };
  }

  /** History is read again under the lock: another run may just have ended. */
  async locked(work: (known: Known) => Promise<void>): Promise<void> {
    const { history } = this.run;
    const holder = async () => {
      await history.refresh();
      const running = (await history.rows()).find(({ state }) => state === "running");
      if (running === undefined) return null;
      return `it runs ${running.name} ${running.direction}, statement ${running.statementStarted} of ${running.statementsTotal}`;
    };
    await withLock(this.input, holder, async () => {
      await history.refresh();
      if (history.exists) await ensureHistory(this.run);
      const known = await this.read();
      for (const file of known.standing.reworded) this.warn(rewordedWarning(file));
      await work(known);
    });
  }

  /**
   * Looks at the catalog before anything runs; gives what it saw. While a migration is half done the catalog is neither
   * what the last picture shows nor what the next file expects.
   */
  async checkCatalog(pending: readonly MigrationFile[], { rows, standing }: Known): Promise<Fingerprints> {
    const live = await takePicture(this.input);
    if (this.input.fake || standing.halfDone !== null) return live;
    const drift = this.input.acceptDrift
      ? []
      : driftOf(rows, live, this.input.connection.version, this.input.scope.unmanaged);
    if (drift.length > 0) throw driftFailure(drift, rows.at(-1));
    const conflicts = conflictsAhead(pending, live, this.filesOf(rows));
    if (conflicts.length > 0) throw conflictFailure(conflicts);
    return live;
  }

  filesOf(rows: readonly HistoryRow[]): MigrationFile[] {
    return rows.flatMap((row) => this.input.migrations.find(({ name }) => name === row.name) ?? []);
  }

  /** Runs one migration and tells of it. `done`: statements an earlier run has done. */
  async perform(file: MigrationFile, direction: Direction, done: number, work: () => Promise<void>): Promise<void> {
    const { events } = this.run;
    const statements = numbered(file, direction).length;
    const start = performance.now();
    events({ kind: "start", migration: file.name, direction, statements, done });
    try {
      await work();
    } catch (error) {
      const busy = error instanceof EngineError && error.busy;
      throw explain(error, file, { exitCode: busy ? exit.locked : exit.error, became: "", hint: null });
    }
    const milliseconds = performance.now() - start;
    const recordedOnly = this.input.fake;
    events({ kind: "end", migration: file.name, direction, milliseconds, recordedOnly });
    this.#done.push({ name: file.name, statements: recordedOnly ? 0 : statements - done, milliseconds, recordedOnly });
  }

  preview(direction: Direction, files: readonly MigrationFile[]): RunResult {
    return { ...this.result(direction), sql: files.map((file) => ({ name: file.name, sql: file[direction].sql })) };
  }

  result(direction: Direction): RunResult {
    return { direction, migrations: this.#done, sql: [], warnings: this.#warnings };
  }
}

/** Says who must finish what, where a migration stopped half-way in the other direction. */
export function halfRolledBack(row: HistoryRow): Failure {
  return new Failure(
    `${row.name} is being rolled back: ${row.statementsDone} of ${row.statementsTotal} statements are done`,
    { exitCode: exit.halfDone, hint: "Run `covet rollback` to finish it." },
  );
}
