/** Brings the schema files of a project to what its target has, and writes them. */

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { exit, Failure } from "../diagnostic/failure.js";
import type { Connection } from "../dialect/connection.js";
import type { Dialect, Scope, Undecided } from "../dialect/dialect.js";
import { unmanagedBy } from "../dialect/unmanaged.js";
import { loadVocabularies } from "../dialects/registry.js";
import type { Bound } from "../language/bind.js";
import { History } from "../migration/history.js";
import { readKnownPairs } from "../migration/known-pairs.js";
import { formatName } from "../model/name.js";
import type { Source } from "../text/source.js";
import { readProjectMigrations } from "./migration-files.js";
import { type Project, shownPath, withConnection } from "./project.js";
import type { Layout, Place } from "./pull/homes.js";
import { type Merged, mergeLive, type PullChange, type Unwritten } from "./pull/merge.js";
import { readSchema } from "./read-schema.js";
import { isGlob, readSchemaFiles } from "./schema-files.js";
import { scopeOf } from "./scope.js";

export type { Layout, PullChange };

export interface PullOptions {
  /** null: one file per namespace, or as the files are. */
  readonly layout: Layout | null;
  readonly write: boolean;
  /** Write although a plan would still find something. */
  readonly force: boolean;
}

export interface PulledFile {
  readonly path: string;
  readonly state: "new" | "changed" | "removed";
  readonly text: string;
}

export interface PullOutcome {
  readonly dialect: string;
  /** Files that are not as they were. */
  readonly files: readonly PulledFile[];
  readonly changes: readonly PullChange[];
  readonly pulled: {
    readonly tables: number;
    readonly columns: number;
    readonly constraints: number;
    readonly indexes: number;
    readonly enums: number;
    readonly domains: number;
  };
  readonly rewritten: readonly string[];
  /** Tables covet cannot write down; declared `@unmanaged`. */
  readonly unwritten: readonly Unwritten[];
  readonly undecided: readonly Undecided[];
  /** What is there and covet does not model. */
  readonly unmanaged: readonly { readonly kind: string; readonly object: string; readonly on: string | null }[];
  /** Namespaces that no file names. */
  readonly otherNamespaces: readonly string[];
  /** What a plan would still do: nothing, unless covet has a fault. */
  readonly left: readonly string[];
  /** covet has worked on this database. */
  readonly history: boolean;
  readonly written: boolean;
}

export async function pullProject(project: Project, options: PullOptions): Promise<PullOutcome> {
  const sources = await readSchemaFiles(project, true);
  // Files that cannot be understood cannot be changed either.
  const bound = sources.length === 0 ? null : await readSchema(project, project.target.dialect);
  const outcome = await withConnection(project, true, (connection, dialect) =>
    pull(project, options, sources, bound, connection, dialect),
  );
  if (!options.write || (outcome.left.length > 0 && !options.force)) return outcome;
  writeFiles(project, sources, outcome.files);
  return { ...outcome, written: true };
}

async function pull(
  project: Project,
  options: PullOptions,
  sources: readonly Source[],
  bound: Bound | null,
  connection: Connection,
  dialect: Dialect,
): Promise<PullOutcome> {
  const { historySchema } = project.target;
  const migrations = await readProjectMigrations(project, dialect);
  const declared = scopeOf(project, bound, migrations);
  const isUnmanaged = unmanagedBy(project.target.unmanaged);
  const found = (await dialect.namespaces(connection)).filter(
    (name) =>
      name !== historySchema && !isUnmanaged({ schema: null, name }) && !isUnmanaged({ schema: name, name: "*" }),
  );
  // What else lives in a shared database is not taken over by a project that has files.
  const fresh = bound === null || bound.schema.tables.length + bound.schema.namespaces.length === 0;
  const scope: Scope = { ...declared, namespaces: [...new Set([...declared.namespaces, ...(fresh ? found : [])])] };
  const live = await dialect.introspect(connection, scope);
  const merged = await mergeLive({
    dialect,
    connection,
    vocabularies: await loadVocabularies(),
    sources,
    live,
    known: await readKnownPairs(dialect, connection, historySchema),
    layout: options.layout,
    place: placeOf(project, sources),
  });
  const history = await History.open(dialect, connection, project.app, historySchema);
  const { changes, rewritten, unwritten, undecided, left } = merged;
  return {
    dialect: dialect.name,
    files: filesOf(sources, merged.sources),
    changes,
    pulled: count(merged),
    rewritten,
    unwritten,
    undecided,
    unmanaged: live.unmanaged.map((item) => ({
      kind: item.kind,
      object: formatName(item),
      on: item.on === null ? null : formatName(item.on),
    })),
    otherNamespaces: found.filter((name) => !scope.namespaces.includes(name)),
    left,
    history: (await history.rows()).length > 0,
    written: false,
  };
}

function count({ schema: { tables, enums, domains } }: Merged): PullOutcome["pulled"] {
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    tables: tables.length,
    columns: sum(tables.map(({ columns }) => columns.length)),
    constraints: sum(tables.map(({ constraints }) => constraints.length)),
    indexes: sum(tables.map(({ indexes }) => indexes.length)),
    enums: enums.length,
    domains: domains.length,
  };
}

function filesOf(before: readonly Source[], after: readonly Source[]): PulledFile[] {
  const known = new Map(before.map(({ path, text }) => [path, text]));
  return after.flatMap(({ path, text }): PulledFile[] => {
    const was = known.get(path);
    if (was === text) return [];
    const state = was === undefined ? "new" : text.trim() === "" ? "removed" : "changed";
    return [{ path, state, text }];
  });
}

/** The first place of the configuration that can take a new file. */
function placeOf(project: Project, sources: readonly Source[]): Place {
  const plain = project.schema.find((pattern) => !isGlob(pattern));
  if (plain?.endsWith(".covet")) return { folder: dirname(plain), file: shownPath(project, plain) };
  if (plain !== undefined) return { folder: shownPath(project, plain), file: null };
  const [first] = sources;
  if (first !== undefined) return { folder: dirname(first.path), file: null };
  throw new Failure(`there is no file yet that ${project.schema.join(", ")} finds, and no folder to write one to`, {
    hint: "set `schema` to a folder in covet.config.ts, or make the first file yourself",
  });
}

/** Each whole or not at all, and none that changed meanwhile. */
function writeFiles(project: Project, sources: readonly Source[], files: readonly PulledFile[]): void {
  const before = new Map(sources.map(({ path, text }) => [path, text]));
  const paths = new Map(files.map(({ path }) => [path, resolve(project.root, path)]));
  for (const [shown, path] of paths) {
    const there = existsSync(path) ? readFileSync(path, "utf8").replace(/^\uFEFF/, "") : undefined;
    if (there === before.get(shown)) continue;
    throw new Failure(`${shown} ${there === undefined ? "is gone" : "changed"} while covet was at work`, {
      hint: "nothing was written; run `covet pull` again",
    });
  }
  for (const { path: shown, state, text } of files) {
    const path = paths.get(shown) ?? shown;
    try {
      if (state === "removed") {
        rmSync(path);
        continue;
      }
      mkdirSync(dirname(path), { recursive: true });
      const mark = state === "changed" && readFileSync(path)[0] === 0xef ? "\uFEFF" : "";
      const aside = `${path}.${process.pid}.tmp`;
      writeFileSync(aside, mark + text, { flag: "wx" });
      renameSync(aside, path);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Failure(`cannot write ${shown}: ${reason}`, {
        exitCode: exit.error,
        hint: "check the folder's permissions",
        cause,
      });
    }
  }
}
