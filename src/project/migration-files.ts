/** The migrations of a project, and the SQL of one of them. */

import { Failure } from "../diagnostic/failure.js";
import type { Dialect } from "../dialect/dialect.js";
import { loadDialect } from "../dialects/registry.js";
import type { CodeLoader } from "../migration/code-file.js";
import { readMigrations } from "../migration/directory.js";
import type { MigrationFile } from "../migration/file.js";
import { findMigration } from "../migration/standing.js";
import { dialectOf, type Project, shownPath } from "./project.js";

/** Reads the folder; a dialect other than the target's is loaded only when a file asks for it. */
export async function readProjectMigrations(project: Project, dialect: Dialect): Promise<MigrationFile[]> {
  const loaded = new Map([[dialect.name, dialect]]);
  for (;;) {
    const wanted: string[] = [];
    const find = (name: string): Dialect | null => {
      const known = loaded.get(name);
      if (known === undefined) wanted.push(name);
      return known ?? null;
    };
    try {
      return await readMigrations(project.migrations, find, loadCode, shownPath(project, project.migrations));
    } catch (error) {
      const [name] = wanted;
      const other = name === undefined ? null : await loadDialect(name);
      if (name === undefined || other === null) throw error;
      loaded.set(name, other);
    }
  }
}

/** The loader is slow to start, and most projects have nothing for it. */
const loadCode: CodeLoader = async (...file) => (await import("./load-module.js")).evaluateModule(...file);

export interface MigrationSql {
  readonly name: string;
  readonly path: string;
  readonly sql: string;
}

/** One half of a migration as it stands in its file; `wanted` is an id, a name or the words of one. */
export async function migrationSql(project: Project, wanted: string, backward: boolean): Promise<MigrationSql> {
  const migrations = await readProjectMigrations(project, await dialectOf(project));
  const name = findMigration(
    migrations.map((migration) => migration.name),
    wanted,
  );
  const found = migrations.find((migration) => migration.name === name);
  if (found === undefined) throw new Failure(`there is no migration \`${wanted}\``);
  const half = backward ? found.backward : found.forward;
  if (half.irreversible !== null) throw new Failure(`${found.path} cannot be undone: ${half.irreversible}`);
  return { name, path: found.path, sql: half.sql.trim() };
}
