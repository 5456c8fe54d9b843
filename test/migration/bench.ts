/** A database to run migrations on, and migration files written by hand for it. */

import { Failure } from "../../src/diagnostic/failure.js";
import type { Connection } from "../../src/dialect/connection.js";
import type { Scope } from "../../src/dialect/dialect.js";
import type { RunnerEvent } from "../../src/migration/events.js";
import { type FileStep, type MigrationFile, parseMigrationFile } from "../../src/migration/file.js";
import type { SqlText } from "../../src/migration/half.js";
import { type RepairAnswer, repairMigration } from "../../src/migration/repair.js";
import type { RollbackInput, RunResult } from "../../src/migration/runner.js";
import { applyMigrations, rollbackMigrations } from "../../src/migration/runner.js";
import { readStatus } from "../../src/migration/status.js";
import { fingerprints } from "../../src/plan/fingerprint.js";
import type { FreshDatabase, TestEngine } from "../support/engines.js";

export const scope: Scope = { namespaces: [], unmanaged: [] };

export interface Draft {
  /** `20260101000000_init` */
  readonly name: string;
  readonly forward: string;
  readonly backward?: string;
  readonly transaction?: "all" | "none";
  readonly depends?: string;
  readonly before?: string;
  readonly after?: string;
  readonly dialect?: string;
}

/** The statements of a step, none of which is code. */
export function sqlOf(step: FileStep | undefined): SqlText[] {
  return (step?.statements ?? []).map((statement) => {
    if (statement.kind !== "sql") throw new Error("this is code");
    return statement;
  });
}

/** The text of a migration file. */
export function draft(engine: TestEngine, item: Draft): string {
  const line = (word: string, value: string | undefined) => (value === undefined ? "" : `-- ${word}: ${value}\n`);
  return `-- covet migration ${item.name}
-- format: 1 · app: default · dialect: ${item.dialect ?? engine.dialect.name} · planned on: 1 · transaction: ${item.transaction ?? "all"}
${line("depends", item.depends)}${line("before", item.before)}${line("after", item.after)}
-- covet:forward
${item.forward}
${item.backward === undefined ? "" : `\n-- covet:backward\n${item.backward}\n`}`;
}

export class Bench {
  readonly engine: TestEngine;
  readonly database: FreshDatabase;
  readonly connection: Connection;
  readonly events: RunnerEvent[] = [];

  private constructor(engine: TestEngine, database: FreshDatabase, connection: Connection) {
    this.engine = engine;
    this.database = database;
    this.connection = connection;
  }

  static async open(engine: TestEngine): Promise<Bench> {
    const database = await engine.fresh();
    return new Bench(engine, database, await connect(engine, database.url));
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.database.drop();
  }

  file(item: Draft): MigrationFile {
    return this.parse(draft(this.engine, item), item.name);
  }

  parse(text: string, name: string): MigrationFile {
    const { dialect } = this.engine;
    return parseMigrationFile(`migrations/${name}.sql`, text, (wanted) => ({ ...dialect, name: wanted }));
  }

  input(migrations: readonly MigrationFile[], more: Partial<RollbackInput> = {}): RollbackInput {
    return {
      dialect: this.engine.dialect,
      connection: this.connection,
      migrations,
      app: "default",
      to: null,
      steps: 1,
      fake: false,
      dryRun: false,
      allow: [],
      lockWaitMs: 0,
      acceptDrift: false,
      scope,
      toolVersion: "0.0.0-test",
      events: (event) => this.events.push(event),
      signal: null,
      ...more,
    };
  }

  async apply(migrations: readonly MigrationFile[], more: Partial<RollbackInput> = {}): Promise<string[]> {
    return (await applyMigrations(this.input(migrations, more))).migrations.map(({ name }) => name);
  }

  async rollback(migrations: readonly MigrationFile[], more: Partial<RollbackInput> = {}): Promise<string[]> {
    return (await rollbackMigrations(this.input(migrations, more))).migrations.map(({ name }) => name);
  }

  preview(migrations: readonly MigrationFile[]): Promise<RunResult> {
    return applyMigrations(this.input(migrations, { dryRun: true }));
  }

  repair(migrations: readonly MigrationFile[], answer: RepairAnswer): Promise<string> {
    return repairMigration({ ...this.input(migrations), answer });
  }

  /** State of each migration. */
  async status(migrations: readonly MigrationFile[]): Promise<string[]> {
    const { dialect } = this.engine;
    const status = await readStatus({ dialect, connection: this.connection, migrations, app: "default", scope });
    return status.migrations.map(({ state }) => state);
  }

  /** `users@3f2a91c0` as the database is now. */
  async print(...objects: string[]): Promise<string> {
    const { schema } = await this.engine.dialect.introspect(this.connection, scope);
    return [...fingerprints(schema, objects)].map(([object, hash]) => `${object}@${hash}`).join(", ");
  }

  oracle(): Promise<readonly string[]> {
    return this.engine.oracle(this.database.url);
  }

  async count(table: string): Promise<number> {
    const [row] = await this.connection.query(`SELECT count(*) AS n FROM ${table}`);
    return Number(row?.n);
  }
}

export function connect(engine: TestEngine, url: string): Promise<Connection> {
  const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };
  return engine.dialect.connect({ url, ...options });
}

/** The Failure that `work` ends with. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing failed");
}
