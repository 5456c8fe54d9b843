/** Runs one half of a migration in TypeScript or JavaScript on the runner's own connection. */

import { EngineError, type Row, type SqlValue } from "../dialect/connection.js";
import type { MigrationDatabase } from "./code.js";
import { lineIn } from "./code-file.js";
import { CodeError, type Place, StatementError } from "./explain.js";
import type { Code, FileStep, MigrationFile } from "./file.js";
import { controlsTransaction } from "./half.js";
import { breathe, cancellable, throwIfInterrupted } from "./interrupt.js";
import type { Run } from "./run.js";

export async function runCode(run: Run, file: MigrationFile, step: FileStep, code: Code): Promise<void> {
  const database = new CodeDatabase(run, file, step);
  try {
    await code.run(database);
    await database.end();
  } catch (error) {
    await database.end().catch(() => undefined);
    const place = error instanceof EngineError ? database.placeOf(error) : undefined;
    if (error instanceof EngineError && place !== undefined) throw new StatementError(place, error);
    throw new CodeError(error instanceof Error ? lineIn(file.path, error.stack) : null, error);
  }
  // A loop that looks at the signal and leaves has not done its work.
  throwIfInterrupted(run.signal);
}

class CodeDatabase implements MigrationDatabase {
  readonly dialect: string;
  readonly version: string;
  readonly signal: AbortSignal;
  readonly #run: Run;
  readonly #file: MigrationFile;
  readonly #step: FileStep;
  /** Where each statement that failed was asked for. */
  readonly #places = new WeakMap<EngineError, Place>();
  readonly #working = new Set<Promise<unknown>>();
  #inTransaction: boolean;
  #ended = false;

  constructor(run: Run, file: MigrationFile, step: FileStep) {
    this.dialect = run.dialect.name;
    this.version = run.connection.version;
    this.signal = run.signal ?? new AbortController().signal;
    this.#run = run;
    this.#file = file;
    this.#step = step;
    this.#inTransaction = file.transaction === "all" && run.dialect.capabilities.transactionalDdl;
    // Taken apart, as in `forward({ query })`, they still work.
    this.query = this.query.bind(this);
    this.execute = this.execute.bind(this);
    this.transaction = this.transaction.bind(this);
    this.progress = this.progress.bind(this);
  }

  query<R = Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<R[]> {
    return this.#ask(sql, async (send) => {
      const [only, second] = this.#split(sql);
      if (only === undefined || second !== undefined)
        throw new Error(`one statement is asked for, and here are ${only === undefined ? "none" : "several"}`);
      checkParameters(parameters);
      return (await send(only, () => this.#run.connection.query(only, parameters))) as unknown as R[];
    });
  }

  execute(sql: string, parameters: readonly SqlValue[] = []): Promise<void> {
    if (parameters.length > 0) return this.query(sql, parameters).then(() => undefined);
    return this.#ask(sql, async (send) => {
      for (const one of this.#split(sql)) await send(one, () => this.#run.connection.execute(one));
    });
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inTransaction) return work();
    const { connection } = this.#run;
    this.#inTransaction = true;
    try {
      await this.#ask("BEGIN", (send) => send("BEGIN", () => connection.begin()));
      const result = await work();
      await this.#ask("COMMIT", (send) => send("COMMIT", () => connection.commit()));
      return result;
    } catch (error) {
      await connection.rollback().catch(() => undefined); // a lost connection has rolled back by itself
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  progress(message: string): void {
    this.#run.events({ kind: "progress", migration: this.#file.name, message });
  }

  placeOf(error: EngineError): Place | undefined {
    return this.#places.get(error);
  }

  /** Waits for statements nobody waited for: none may run after the migration. */
  async end(): Promise<void> {
    this.#ended = true;
    if (this.#working.size === 0) return;
    await Promise.allSettled(this.#working);
    throw new Error("it ended while a statement was still running: write `await` before each one");
  }

  /** Everything that reaches the database passes here, so that an error knows its statement and its line of the file. */
  #ask<T>(sql: string, work: (send: Send) => Promise<T>): Promise<T> {
    const { connection, signal } = this.#run;
    const caller = new Error();
    const send: Send = async (one, request) => {
      if (this.#ended) throw new Error(`the migration has ended, and this came late: ${sql}`);
      await breathe(signal);
      try {
        return await cancellable(connection, signal, request);
      } catch (error) {
        const place = { sql: one, line: lineIn(this.#file.path, caller.stack), step: this.#step };
        if (error instanceof EngineError) this.#places.set(error, place);
        throw error;
      }
    };
    const answer = work(send);
    this.#working.add(answer);
    const done = () => void this.#working.delete(answer);
    answer.then(done, done);
    return answer;
  }

  #split(sql: string): string[] {
    const { dialect } = this.#run;
    const statements = dialect.split(sql).map((statement) => statement.sql);
    if (statements.some((statement) => controlsTransaction(statement, dialect.syntax)))
      throw new Error("a migration must not begin or end a transaction itself: use `db.transaction(…)`");
    return statements;
  }
}

type Send = <T>(sql: string, request: () => Promise<T>) => Promise<T>;

function checkParameters(parameters: readonly unknown[]): void {
  for (const [at, value] of parameters.entries()) {
    const kind = value === null ? "null" : typeof value;
    if (["string", "number", "bigint", "boolean", "null"].includes(kind) || value instanceof Uint8Array) continue;
    const what = value === undefined ? "undefined" : `a ${value?.constructor?.name ?? kind}`;
    throw new Error(`parameter ${at + 1} is ${what}: give text, a number, a boolean, bytes or null`);
  }
}
