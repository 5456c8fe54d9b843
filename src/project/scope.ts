/** What of a database is covet's: the default schema, every schema the files or the migrations name, less what is unmanaged. */

import type { Scope } from "../dialect/dialect.js";
import type { Bound } from "../language/bind.js";
import type { MigrationFile } from "../migration/file.js";
import type { Project } from "./project.js";
import { bindProject } from "./read-schema.js";
import { readSchemaFiles } from "./schema-files.js";

/** Schemas that migrations made: still covet's to drop when the files no longer declare them. */
function namespacesOf(migrations: readonly MigrationFile[]): string[] {
  const objects = migrations.flatMap(({ before, after }) => [...before.keys(), ...after.keys()]);
  return objects.flatMap((object) => {
    const word = /^schema (.+)$/s.exec(object)?.[1];
    if (word === undefined) return [];
    return word.startsWith('"') ? word.slice(1, -1).replaceAll('""', '"') : word;
  });
}

export function scopeOf(
  project: Project,
  bound: Pick<Bound, "schema" | "unmanaged"> | null,
  migrations: readonly MigrationFile[],
): Scope {
  const declared = bound?.schema.namespaces.map(({ name }) => name) ?? [];
  return {
    namespaces: [...new Set([...declared, ...namespacesOf(migrations)])],
    unmanaged: [...(bound?.unmanaged ?? []), ...project.target.unmanaged],
  };
}

/** For commands that run migrations: they work without schema files too, where only the migrations are deployed. */
export async function readScope(project: Project, migrations: readonly MigrationFile[]): Promise<Scope> {
  const sources = await readSchemaFiles(project).catch(() => []);
  // Parsing is slow to start; without these words the files cannot change what is covet's.
  const matters = sources.some(({ text }) => /@unmanaged|^\s*schema\s/m.test(text));
  const bound = matters ? await bindProject(project, project.target.dialect, sources) : null;
  return scopeOf(project, bound, migrations);
}
