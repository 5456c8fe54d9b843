/** A project: its folder, its configuration, and the target a command works on. The composition root of covet. */

import { dirname, relative, resolve, sep } from "node:path";
import { exit, Failure } from "../diagnostic/failure.js";
import { type Connection, EngineError } from "../dialect/connection.js";
import type { Dialect } from "../dialect/dialect.js";
import { dialectOfScheme, loadDialect } from "../dialects/registry.js";
import type { Config } from "./config.js";
import { credentials } from "./credentials.js";
import { findConfig, loadConfig } from "./find-config.js";
import { resolveTarget, type Target } from "./target.js";
import { schemeOf } from "./url.js";

export interface ProjectOptions {
  /** Folder the search for a config file starts from; the working directory by default. */
  readonly cwd?: string;
  /** Path of the config file, instead of the search. */
  readonly config?: string | null;
  readonly target?: string | null;
  readonly url?: string | null;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** How long a statement may wait for a lock, such as `2s`; instead of the target's. */
  readonly lockTimeout?: string | null;
  /** How long counting the rows at stake may take, such as `10min`; instead of the target's. */
  readonly guardTimeout?: string | null;
  /** Told each statement and its time in milliseconds. */
  readonly onStatement?: ((sql: string, milliseconds: number) => void) | null;
  /** Stops the work; a statement that is running is cancelled. */
  readonly signal?: AbortSignal | null;
}

/** What needs no database: where the files are. */
export interface Settings {
  /** Folder of the config file, or the working directory. Paths of the configuration start here. */
  readonly root: string;
  readonly cwd: string;
  readonly config: Config;
  /** Folders and globs of schema files. */
  readonly schema: readonly string[];
}

export interface Project extends Settings {
  /** Folder of migrations, absolute. */
  readonly migrations: string;
  readonly app: string;
  readonly target: Target;
  readonly onStatement: ((sql: string, milliseconds: number) => void) | null;
  readonly signal: AbortSignal | null;
}

/** Dialects the targets name literally; an environment variable must not change where migrations lie. */
function literalDialects(config: Config): Set<string | null> {
  const urls = Object.values(config.targets ?? {}).map(({ url }) => url);
  return new Set(urls.filter((url) => typeof url === "string").map((url) => dialectOfScheme(schemeOf(url))));
}

function migrationsFolder(config: Config, dialect: string): string {
  const several = literalDialects(config).size > 1;
  return (config.migrations ?? (several ? "migrations/{dialect}" : "migrations")).replaceAll("{dialect}", dialect);
}

export async function loadSettings(options: ProjectOptions = {}): Promise<Settings> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const named = options.config ?? null;
  const path = named === null ? findConfig(cwd) : resolve(cwd, named);
  const config = path === null ? {} : await loadConfig(path, cwd);
  const schema = config.schema ?? "schemas";
  return {
    root: path === null ? cwd : dirname(path),
    cwd,
    config,
    schema: typeof schema === "string" ? [schema] : schema,
  };
}

export async function loadProject(options: ProjectOptions = {}): Promise<Project> {
  const settings = await loadSettings(options);
  const { root, config } = settings;
  const target = resolveTarget(settings, options);
  return {
    ...settings,
    migrations: resolve(root, migrationsFolder(config, target.dialect)),
    app: config.app ?? "default",
    target,
    onStatement: options.onStatement ?? null,
    signal: options.signal ?? null,
  };
}

/** A path as people see it: from the project's folder, forward slashes. The same wherever covet runs. */
export function shownPath(project: Settings, path: string): string {
  return (relative(project.root, resolve(project.root, path)) || ".").split(sep).join("/");
}

export async function dialectOf(project: Project): Promise<Dialect> {
  const dialect = await loadDialect(project.target.dialect);
  if (dialect === null) throw new Failure(`there is no dialect ${project.target.dialect}`);
  return dialect;
}

/** What the engine said, as a message for people, where nothing closer to the cause has made one. */
function engineFailure(error: EngineError): Failure {
  return new Failure(error.message, {
    exitCode: error.busy ? exit.locked : exit.error,
    details: error.detail === null ? [] : [error.detail],
    hint: error.hint,
    cause: error,
  });
}

/**
 * Runs `work` with an open connection and closes it whatever happens. Work that only reads is cancelled by the signal
 * here; the runner of migrations sees to that itself.
 */
export async function withConnection<T>(
  project: Project,
  readOnly: boolean,
  work: (connection: Connection, dialect: Dialect) => Promise<T>,
): Promise<T> {
  const dialect = await dialectOf(project);
  project.signal?.throwIfAborted();
  const { target, onStatement } = project;
  const connection = await dialect.connect({
    ...target.connect,
    historySchema: target.historySchema,
    ...(await credentials(project)),
    readOnly,
    onStatement,
  });
  const cancel = (): void => {
    connection.cancel().catch(() => undefined); // the work itself will say what became of it
  };
  if (readOnly) project.signal?.addEventListener("abort", cancel);
  try {
    return await work(connection, dialect);
  } catch (error) {
    throw error instanceof EngineError ? engineFailure(error) : error;
  } finally {
    project.signal?.removeEventListener("abort", cancel);
    await connection.close();
  }
}
