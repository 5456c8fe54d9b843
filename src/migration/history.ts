/** What was done to this database: the rows of the history table, read and written in portable SQL. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { Connection, Row, SqlValue } from "../dialect/connection.js";
import type { Dialect } from "../dialect/dialect.js";
import type { Fingerprints } from "../plan/planned.js";
import { historyFormats, migrationsTable, objectsTable, placed } from "./history-schema.js";
import { createHistory, historyVersion, tableExists, upgradeHistory } from "./history-tables.js";
import { type Probe, readProbe, writeProbe } from "./probe.js";

export type Direction = "forward" | "backward";

export interface HistoryRow {
  /** Place in the order in which migrations were applied here. */
  readonly id: number;
  readonly name: string;
  readonly app: string;
  readonly appliedAt: Date;
  /** `running`: at work now, or killed at work. `failed`: stopped by an error, to be resumed. */
  readonly state: "applied" | "running" | "failed";
  readonly direction: Direction;
  readonly transaction: "all" | "none";
  readonly statementsTotal: number;
  readonly statementsDone: number;
  readonly statementStarted: number;
  readonly skipped: readonly number[];
  readonly durationMs: number;
  readonly toolVersion: string;
  readonly formatVersion: number;
  readonly serverVersion: string;
  readonly hashStatements: string;
  readonly hashText: string;
  readonly hashDone: string;
  readonly picture: Fingerprints | null;
  /** What the statement in progress found before it. */
  readonly probe: Probe | null;
  readonly error: string | null;
}

/** One line for each field: its column, how it is stored, how it is read back. */
interface Stored<T> {
  readonly column: string;
  readonly write: (value: T) => SqlValue;
  readonly read: (value: SqlValue) => T;
}

const text = <T extends string>(column: string): Stored<T> => ({
  column,
  write: (value) => value,
  read: (value) => String(value) as T,
});
const number = (column: string): Stored<number> => ({ column, write: (value) => value, read: Number });

const stored: { readonly [K in keyof HistoryRow]: Stored<HistoryRow[K]> } = {
  id: number("id"),
  name: text("name"),
  app: text("app"),
  appliedAt: { column: "applied_at", write: writeTime, read: readTime },
  state: text("state"),
  direction: text("direction"),
  transaction: text("transaction_kind"),
  statementsTotal: number("statements_total"),
  statementsDone: number("statements_done"),
  statementStarted: number("statement_started"),
  skipped: {
    column: "statements_skipped",
    write: (value) => value.join(","),
    read: (value) => String(value).split(",").filter(Boolean).map(Number),
  },
  durationMs: { column: "duration_ms", write: Math.round, read: Number },
  toolVersion: text("tool_version"),
  formatVersion: number("format_version"),
  serverVersion: text("server_version"),
  hashStatements: text("hash_statements"),
  hashText: text("hash_text"),
  hashDone: text("hash_done"),
  picture: {
    column: "picture",
    write: (value) => (value === null ? null : JSON.stringify(Object.fromEntries(value))),
    read: (value) => (value === null ? null : new Map(Object.entries(JSON.parse(String(value))))),
  },
  probe: {
    column: "probe",
    write: (value) => (value === null ? null : writeProbe(value)),
    read: (value) => (value === null ? null : readProbe(String(value))),
  },
  error: { column: "error", write: (value) => value, read: (value) => (value === null ? null : String(value)) },
};

const fields = Object.keys(stored) as (keyof HistoryRow)[];

const newest = historyFormats.at(-1)?.version ?? 0;

export class History {
  readonly #dialect: Dialect;
  readonly #connection: Connection;
  readonly #app: string;
  readonly #schema: string | null;
  /** null: there are no tables. */
  #version: number | null = null;

  private constructor(dialect: Dialect, connection: Connection, app: string, schema: string | null) {
    this.#schema = schema;
    this.#dialect = dialect;
    this.#connection = connection;
    this.#app = app;
  }

  /**
   * Looks, and changes nothing. Throws Failure where a newer covet has written here. `schema`: where the tables are, null
   * for the default.
   */
  static async open(
    dialect: Dialect,
    connection: Connection,
    app: string,
    schema: string | null = null,
  ): Promise<History> {
    const history = new History(dialect, connection, app, schema);
    await history.refresh();
    return history;
  }

  get exists(): boolean {
    return this.#version !== null;
  }

  /** Another run may have made or changed the tables since. */
  async refresh(): Promise<void> {
    const exists = await tableExists(this.#connection, this.#table);
    this.#version = exists ? await historyVersion(this.#dialect, this.#connection, this.#schema) : null;
    if (!exists && this.#schema !== null) await this.#refuseElsewhere(this.#schema);
  }

  /** What ran before the configuration named another place would run a second time. */
  async #refuseElsewhere(schema: string): Promise<void> {
    const { quote } = this.#dialect;
    const usual = quote(migrationsTable);
    if (!(await tableExists(this.#connection, usual))) return;
    const rows = await this.#connection.query(`SELECT 1 AS one FROM ${usual} WHERE ${quote("app")} = ?`, [this.#app]);
    if (rows.length === 0) return;
    throw new Failure(
      `${this.#connection.label}: the history of app ${this.#app} is in ${migrationsTable} of the default schema, and the configuration names ${schema}`,
      {
        exitCode: exit.refused,
        hint: `Move ${migrationsTable} and ${objectsTable} to ${schema}, or take \`history\` out of the configuration. Nothing was changed.`,
      },
    );
  }

  /** Makes the tables, or brings them to this covet's shape. May stand in a transaction. */
  async ensure(): Promise<void> {
    if (this.#version === newest) return;
    if (this.#version === null) await createHistory(this.#dialect, this.#connection, this.#schema);
    else await upgradeHistory(this.#dialect, this.#connection, this.#schema);
    this.#version = newest;
  }

  /** Rows of this app, in the order in which they were applied. */
  async rows(): Promise<HistoryRow[]> {
    if (this.#version === null) return [];
    const there = historyFormats.find(({ version }) => version === this.#version)?.tables[0]?.columns ?? [];
    const columns = fields
      .map((field) => stored[field].column)
      .filter((column) => there.some(({ name }) => name === column));
    const { quote } = this.#dialect;
    const rows = await this.#connection.query(
      `SELECT ${columns.map(quote).join(", ")} FROM ${this.#table} WHERE ${quote("app")} = ? ORDER BY ${quote("id")}`,
      [this.#app],
    );
    return rows.map(readRow);
  }

  async insert(row: Omit<HistoryRow, "id" | "app">): Promise<HistoryRow> {
    const { quote } = this.#dialect;
    const [last] = await this.#connection.query(`SELECT max(${quote("id")}) AS last FROM ${this.#table}`);
    const whole: HistoryRow = { ...row, id: Number(last?.last ?? 0) + 1, app: this.#app };
    await this.#connection.query(
      `INSERT INTO ${this.#table} (${fields.map((field) => quote(stored[field].column)).join(", ")}) VALUES (${fields.map(() => "?").join(", ")})`,
      fields.map((field) => writeField(whole, field)),
    );
    return whole;
  }

  async update(row: HistoryRow, patch: Partial<Omit<HistoryRow, "id" | "app" | "name">>): Promise<HistoryRow> {
    const { quote } = this.#dialect;
    const changed = fields.filter((field) => field in patch);
    const whole = { ...row, ...patch };
    await this.#connection.query(
      `UPDATE ${this.#table} SET ${changed.map((field) => `${quote(stored[field].column)} = ?`).join(", ")} WHERE ${quote("id")} = ?`,
      [...changed.map((field) => writeField(whole, field)), row.id],
    );
    return whole;
  }

  async remove(row: HistoryRow): Promise<void> {
    const { quote } = this.#dialect;
    await this.#connection.query(`DELETE FROM ${this.#table} WHERE ${quote("id")} = ?`, [row.id]);
  }

  /** Keeps what the catalog looks like now with the last row, and only there. */
  async keepPicture(picture: Fingerprints): Promise<void> {
    const { quote } = this.#dialect;
    const rows = await this.#connection.query(
      `SELECT max(${quote("id")}) AS last FROM ${this.#table} WHERE ${quote("app")} = ?`,
      [this.#app],
    );
    const last = rows[0]?.last ?? null;
    if (last === null) return;
    await this.#connection.query(
      `UPDATE ${this.#table} SET ${quote("picture")} = NULL WHERE ${quote("app")} = ? AND ${quote("id")} <> ? AND ${quote("picture")} IS NOT NULL`,
      [this.#app, last],
    );
    await this.#connection.query(
      `UPDATE ${this.#table} SET ${quote("picture")} = ?, ${quote("server_version")} = ? WHERE ${quote("id")} = ?`,
      [stored.picture.write(picture), this.#connection.version, last],
    );
  }

  get #table(): string {
    return placed(this.#dialect, this.#schema, migrationsTable);
  }
}

function readRow(row: Row): HistoryRow {
  const read = <K extends keyof HistoryRow>(field: K) => [field, stored[field].read(row[stored[field].column] ?? null)];
  return Object.fromEntries(fields.map(read)) as unknown as HistoryRow;
}

function writeField<K extends keyof HistoryRow>(row: HistoryRow, field: K): SqlValue {
  return stored[field].write(row[field]);
}

/** A form every engine reads as it is; sessions are pinned to UTC. */
function writeTime(time: Date): string {
  return time.toISOString().replace("T", " ").replace("Z", "");
}

function readTime(value: SqlValue): Date {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)/.exec(String(value)) ?? [];
  return new Date(`${date}T${time}Z`);
}
