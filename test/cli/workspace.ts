/** A project in a scratch folder: schema files, a SQLite file, and the commands run in it. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { build, covet, type Run, scratch } from "./covet.js";

export interface Workspace {
  readonly folder: string;
  write(path: string, text: string): void;
  read(path: string): string;
  /** The one schema file. */
  schema(text: string): void;
  run(...args: string[]): Promise<Run>;
  /** Fails the test when the exit code is not this. */
  expect(code: number, ...args: string[]): Promise<Run>;
  /** The JSON object a command prints, whatever its exit code. */
  json(...args: string[]): Promise<Record<string, unknown>>;
  /** Rows of the SQLite file, asked of its own driver. */
  query(sql: string): unknown[];
  sql(script: string): void;
  migrations(): string[];
  remove(): void;
}

export const databaseFile = "covet.db";

export function workspace(env: Readonly<Record<string, string>> = {}): Workspace {
  build();
  const { folder, remove } = scratch();
  const open = <T>(work: (database: Database.Database) => T): T => {
    const database = new Database(join(folder, databaseFile));
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  const run = (...args: string[]): Promise<Run> => covet(folder, args, env);
  const self: Workspace = {
    folder,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    schema: (text) => self.write("schemas/app.covet", text),
    run,
    async expect(code, ...args) {
      const done = await run(...args);
      if (done.code !== code) {
        throw new Error(`covet ${args.join(" ")} exited ${done.code}, not ${code}\n${done.stdout}${done.stderr}`);
      }
      return done;
    },
    json: async (...args) => JSON.parse((await run(...args, "--json")).stdout),
    query: (sql) => open((database) => database.prepare(sql).all()),
    sql: (script) => open((database) => database.exec(script)),
    migrations: () => {
      try {
        return readdirSync(join(folder, "migrations")).filter((name) => name.endsWith(".sql"));
      } catch {
        return [];
      }
    },
    remove,
  };
  return self;
}

/** The workspace with its first schema planned and applied. */
export async function applied(schema: string, env: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const place = workspace(env);
  place.schema(schema);
  await place.expect(0, "plan", "init");
  await place.expect(0, "apply");
  return place;
}
