/**
 * Remembers a plan that had nothing to do, with every question it asked the database and a hash of each answer. When
 * the files are the same and the database answers all the same questions in the same way, nothing has changed since.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Connection, Row, SqlValue } from "../dialect/connection.js";
import type { Plan } from "../plan/planned.js";
import { buildStamp, cacheFile, digest, readCache, writeCache } from "./cache-file.js";
import type { Project } from "./project.js";
import { readSchemaFiles } from "./schema-files.js";

interface Question {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  readonly answer: string;
}

/** What a plan with nothing to do says all the same. */
export interface QuietPlan extends Pick<Plan, "compared" | "undecided" | "unmanaged"> {
  /** The schema files have warnings, which are said each time. */
  readonly warned: boolean;
}

interface Stored {
  readonly version: string;
  readonly questions: readonly Question[];
  readonly plan: QuietPlan;
}

export class PlanMemory {
  readonly #path: string | null;
  readonly #key: string;
  readonly #stored: Stored | null;
  /** Answers of this run: what recall has asked need not be asked again. */
  readonly #answers = new Map<string, Row[]>();
  readonly #questions: Question[] = [];
  #onlyAsked = true;

  /** `place` names the project and the database; `key` is all that a plan depends on beside the database. */
  constructor(place: readonly string[], key: string) {
    this.#path = cacheFile("plan", ...place);
    this.#key = key;
    this.#stored = this.#path === null ? null : readCache<Stored>(this.#path, key);
  }

  /** Whether there is a plan for these files, which the database may confirm. */
  get hopeful(): boolean {
    return this.#stored !== null;
  }

  /** The plan with nothing to do, if that is still what the database makes of these files. */
  async recall(connection: Connection): Promise<QuietPlan | null> {
    if (this.#stored?.version !== connection.version) return null;
    for (const { sql, parameters, answer } of this.#stored.questions) {
      const rows = await connection.query(sql, parameters).catch(() => null);
      if (rows === null) return null;
      this.#answers.set(questionKey(sql, parameters), rows);
      if (answerHash(rows) !== answer) return null;
    }
    return this.#stored.plan;
  }

  /** The same connection, with every question noted. */
  listen(connection: Connection): Connection {
    const other = <T>(work: Promise<T>): Promise<T> => {
      this.#onlyAsked = false;
      return work;
    };
    return {
      version: connection.version,
      label: connection.label,
      query: (sql, parameters) => this.#ask(connection, sql, parameters ?? []),
      execute: (sql) => other(connection.execute(sql)),
      begin: () => other(connection.begin()),
      commit: () => other(connection.commit()),
      rollback: () => other(connection.rollback()),
      tryLock: (name) => other(connection.tryLock(name)),
      unlock: (name) => other(connection.unlock(name)),
      cancel: () => connection.cancel(),
      close: () => connection.close(),
    };
  }

  /** Keeps a plan that had nothing to do and nothing new to say; the caller knows whether it had. */
  keep({ version }: Connection, { compared, undecided, unmanaged, warned }: QuietPlan): void {
    if (this.#path === null || !this.#onlyAsked) return;
    const stored: Stored = { version, questions: this.#questions, plan: { compared, undecided, unmanaged, warned } };
    writeCache(this.#path, this.#key, stored);
  }

  async #ask(connection: Connection, sql: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    const key = questionKey(sql, parameters);
    const known = this.#answers.get(key);
    try {
      const rows = known ?? (await connection.query(sql, parameters));
      if (this.#path !== null) this.#questions.push({ sql, parameters, answer: answerHash(rows) });
      return rows;
    } catch (error) {
      this.#onlyAsked = false;
      throw error;
    }
  }
}

/** What a caller asked for that a plan depends on. */
export interface PlanRequest {
  readonly adopt: boolean;
  readonly noRename: boolean;
  readonly rename?: readonly string[];
  readonly allowDataLoss: readonly string[];
}

/** The key holds everything a plan is made from, except the database. */
export async function openPlanMemory(project: Project, request: PlanRequest): Promise<PlanMemory> {
  const { root, migrations, app, target, config } = project;
  // Where nothing may be kept, nothing needs a key.
  if (cacheFile("plan") === null) return new PlanMemory([], "");
  const { adopt, noRename, rename = [], allowDataLoss } = request;
  const sources = await readSchemaFiles(project);
  const key = digest(
    buildStamp(),
    JSON.stringify([root, app, target, config, adopt, noRename, rename, allowDataLoss]),
    ...sources.flatMap(({ path, text }) => [path, text]),
    ...migrationTexts(migrations),
  );
  return new PlanMemory([root, target.label, app], key);
}

/** Names and texts of all migration files; who reads them for their meaning also says what is wrong with them. */
function migrationTexts(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /^\d{14}_/.test(name));
    return names.flatMap((name) => [name, readFileSync(join(folder, name), "utf8")]);
  } catch (error) {
    return [String(error)];
  }
}

function questionKey(sql: string, parameters: readonly SqlValue[]): string {
  return text([sql, parameters]);
}

function answerHash(rows: readonly Row[]): string {
  return digest(text(rows));
}

/** Integers that JSON cannot hold, and bytes, are told apart from everything else. */
function text(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? { bigint: String(inner) } : inner));
  }
}
