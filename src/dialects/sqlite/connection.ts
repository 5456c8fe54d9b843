/** The better-sqlite3 driver as a `Connection`: the only file that touches it and the file system. */

import { accessSync, constants, existsSync, realpathSync, statSync, unlinkSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type BetterSqlite3 from "better-sqlite3";
import { Failure } from "../../diagnostic/failure.js";
import type { Connection, ConnectOptions, EngineError, Row, RowsDone, SqlValue } from "../../dialect/connection.js";
import { asCopy, type Copy, copyInRanges } from "./copy.js";
import { directoryMissing, engineError, interrupted, openFailure, readOnlyFile } from "./errors.js";
import { newViolations, type Violations, violations } from "./foreign-key-check.js";
import { pathOf } from "./location.js";
import { sessionPragmas } from "./session.js";

type Driver = typeof BetterSqlite3;
type Database = BetterSqlite3.Database;

// Node 24.19 and later abort when they collect an object of better-sqlite3 12 between two tasks (13 is cured, and needs
// Node 22): there, none is let go of.
const kept: object[] | null = Number.parseInt(process.versions.node, 10) >= 24 ? [] : null;

function keep<T extends object>(native: T): T {
  kept?.push(native);
  return native;
}

export async function connect(options: ConnectOptions): Promise<Connection> {
  const path = pathOf(options.url);
  const driver = await loadDriver();
  const file = path === null ? null : resolve(path);
  // A database that does not exist yet reads as an empty one, and reading must not create it.
  const inMemory = file === null || (options.readOnly && !existsSync(file));
  if (file !== null) inspect(file, options.readOnly);
  try {
    const database = keep(
      new driver(inMemory ? ":memory:" : file, {
        readonly: options.readOnly && !inMemory,
        ...(options.lockTimeout === null ? {} : { timeout: options.lockTimeout }),
      }),
    );
    const connection = new SqliteConnection(driver, database, inMemory ? null : file, options);
    try {
      connection.start();
      return connection;
    } catch (error) {
      await connection.close();
      throw error;
    }
  } catch (error) {
    throw error instanceof Failure ? error : openFailure(error, options.url);
  }
}

async function loadDriver(): Promise<Driver> {
  try {
    return (await import("better-sqlite3")).default;
  } catch (cause) {
    throw new Failure("the SQLite driver better-sqlite3 cannot be loaded", {
      hint: "run `npm rebuild better-sqlite3` with the Node version you use now",
      details: [cause instanceof Error ? cause.message : String(cause)],
      cause,
    });
  }
}

/** Says before SQLite does, and better, why a file cannot be used. */
function inspect(file: string, readOnly: boolean): void {
  const folder = dirname(file);
  if (!existsSync(folder)) throw directoryMissing(file, folder);
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory())
    throw new Failure(`${file} is a directory, not a database`, { hint: "name a file in it" });
  if (readOnly) return;
  // SQLite writes a journal beside the file.
  for (const path of [file, folder]) {
    try {
      accessSync(path, constants.W_OK);
    } catch {
      throw readOnlyFile(path);
    }
  }
}

class SqliteConnection implements Connection {
  version = "";
  readonly label: string;
  readonly #driver: Driver;
  readonly #database: Database;
  /** null: in memory. */
  readonly #file: string | null;
  readonly #options: ConnectOptions;
  readonly #locks = new Map<string, { readonly path: string; readonly holder: Database } | null>();
  #violations: Violations = new Map();
  /** Why a copy that is running shall stop. */
  #stopped: string | null = null;

  constructor(driver: Driver, database: Database, file: string | null, options: ConnectOptions) {
    this.#driver = driver;
    this.#database = database;
    this.#file = file;
    this.#options = options;
    this.label = options.url;
  }

  /** The first read is also where SQLite notices that a file is no database. */
  start(): void {
    this.#rows("PRAGMA schema_version", []);
    this.#pin();
    if (this.#options.readOnly) this.#database.exec("PRAGMA query_only = ON");
    this.version = String(this.#rows("SELECT sqlite_version() AS version", [])[0]?.version);
  }

  async query(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return this.#timed(sql, () => this.#rows(sql, parameters));
  }

  async execute(sql: string, onRows: RowsDone = () => undefined): Promise<void> {
    const copy = this.#database.inTransaction ? asCopy(sql) : null;
    if (copy !== null) return this.#copy(copy, onRows);
    this.#timed(sql, () => {
      const statement = keep(this.#database.prepare(sql));
      if (statement.reader) statement.all();
      else statement.run();
    });
  }

  async #copy(copy: Copy, onRows: RowsDone): Promise<void> {
    const start = performance.now();
    this.#stopped = null;
    const { statementTimeout, onStatement } = this.#options;
    const statements = new Map<string, BetterSqlite3.Statement>();
    const prepared = (sql: string) => {
      const known = statements.get(sql) ?? keep(this.#database.prepare(sql));
      statements.set(sql, known);
      return known;
    };
    try {
      await copyInRanges(copy, {
        query: (sql, parameters = []) => this.#rows(sql, parameters),
        change: (sql, parameters) => prepared(sql).run(...parameters.map(bindable)).changes,
        pause: async (done, total) => {
          onRows(done, total);
          await setImmediate();
          if (statementTimeout !== null && performance.now() - start > statementTimeout)
            this.#stopped = `the copy took longer than ${statementTimeout} ms`;
          if (this.#stopped !== null) throw interrupted(this.#stopped);
        },
      });
    } catch (error) {
      throw engineError(error, copy.sql) satisfies EngineError;
    } finally {
      onStatement?.(copy.sql, performance.now() - start);
    }
  }

  async begin(): Promise<void> {
    if (this.#database.inTransaction) throw new Error("a transaction is already open");
    // Inside a transaction this pragma does nothing, and a rebuild would then delete the rows of child tables.
    await this.execute("PRAGMA foreign_keys = OFF");
    if (this.#rows("PRAGMA foreign_keys", [])[0]?.foreign_keys !== 0)
      throw new Failure(`foreign keys cannot be switched off in ${this.label}`, {
        hint: "use a build of SQLite that honours PRAGMA foreign_keys",
      });
    try {
      await this.execute("BEGIN IMMEDIATE");
    } catch (error) {
      this.#pin();
      throw error;
    }
    this.#violations = violations((sql, parameters) => this.#rows(sql, parameters));
  }

  async commit(): Promise<void> {
    const broken = newViolations(
      this.#violations,
      violations((sql, parameters) => this.#rows(sql, parameters)),
    );
    if (broken !== null) throw broken;
    await this.execute("COMMIT");
    this.#pin();
  }

  async rollback(): Promise<void> {
    try {
      if (this.#database.inTransaction) await this.execute("ROLLBACK");
    } finally {
      this.#pin();
    }
  }

  /**
   * SQLite has no advisory locks, so a second, empty database beside the file is kept locked. The system lets go of it
   * when the process dies, however it dies.
   */
  async tryLock(name: string): Promise<boolean> {
    if (this.#locks.has(name)) return true;
    if (this.#file === null) {
      this.#locks.set(name, null);
      return true;
    }
    const file = existsSync(this.#file) ? realpathSync(this.#file) : this.#file;
    const path = `${file}-${name.replace(/[^\w.]+/g, "-")}-lock`;
    const holder = this.#lockFile(path);
    if (holder === null) return false;
    // Someone may have removed the file between our opening and our locking it: then we hold nothing that others see.
    const other = this.#lockFile(path);
    if (other !== null) {
      other.close();
      holder.close();
      return false;
    }
    this.#locks.set(name, { path, holder });
    return true;
  }

  async unlock(name: string): Promise<void> {
    const lock = this.#locks.get(name);
    this.#locks.delete(name);
    if (lock === undefined || lock === null) return;
    try {
      unlinkSync(lock.path); // Before letting go, so that nobody can lock a file about to vanish.
    } catch {
      // Windows keeps open files; an empty file that stays behind does no harm.
    }
    lock.holder.close();
  }

  /** A copy of rows stops after its range; all else runs to its end before anything can be asked of this process. */
  async cancel(): Promise<void> {
    this.#stopped = "interrupted";
  }

  async close(): Promise<void> {
    for (const name of [...this.#locks.keys()]) await this.unlock(name);
    this.#database.close();
  }

  #pin(): void {
    for (const sql of sessionPragmas) this.#database.exec(sql);
  }

  #lockFile(path: string): Database | null {
    let database: Database | null = null;
    try {
      database = keep(new this.#driver(path, { timeout: 0 }));
      database.exec("BEGIN EXCLUSIVE");
      return database;
    } catch (error) {
      database?.close();
      if (engineError(error, "").busy) return null;
      throw openFailure(error, path);
    }
  }

  #rows(sql: string, parameters: readonly SqlValue[]): Row[] {
    const statement = keep(this.#database.prepare<unknown[], Record<string, unknown>>(sql));
    const values = parameters.map(bindable);
    if (!statement.reader) {
      statement.run(...values);
      return [];
    }
    return statement
      .safeIntegers(true)
      .all(...values)
      .map(readable);
  }

  #timed<T>(sql: string, run: () => T): T {
    const start = performance.now();
    try {
      return run();
    } catch (error) {
      throw engineError(error, sql) satisfies EngineError;
    } finally {
      this.#options.onStatement?.(sql, performance.now() - start);
    }
  }
}

function bindable(value: SqlValue): unknown {
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  return value;
}

function readable(row: Record<string, unknown>): Row {
  const result: Record<string, SqlValue> = {};
  for (const [name, value] of Object.entries(row)) {
    const small = typeof value === "bigint" && Number.isSafeInteger(Number(value));
    result[name] = small ? Number(value) : (value as SqlValue);
  }
  return result;
}
