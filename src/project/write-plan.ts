/** Gives the migrations of a plan their names, and writes their files. */

import { writeMigrations } from "../migration/directory.js";
import { type MigrationFile, nextId, slugify, writeMigrationFile } from "../migration/file.js";
import type { HistoryRow } from "../migration/history.js";
import type { Plan, PlannedMigration } from "../plan/planned.js";
import type { Project } from "./project.js";

export interface NewMigration extends PlannedMigration {
  readonly id: string;
  /** `id_slug` */
  readonly name: string;
  readonly depends: readonly string[];
}

/** The migrations no other depends on: what a new one follows. */
function heads(migrations: readonly MigrationFile[]): string[] {
  const followed = new Set(migrations.flatMap(({ depends }) => depends));
  return migrations.map(({ name }) => name).filter((name) => !followed.has(name));
}

export function nameMigrations(
  plan: Plan,
  existing: readonly MigrationFile[],
  rows: readonly HistoryRow[],
  slug: string | null,
): NewMigration[] {
  // Ids in the history count too: a file may be on another branch.
  const ids = [...existing.map(({ id }) => id), ...rows.map(({ name }) => name.slice(0, 14))];
  const named: NewMigration[] = [];
  for (const [at, migration] of plan.migrations.entries()) {
    const id = nextId(ids, new Date());
    ids.push(id);
    const words = slug === null ? migration.slug : at === 0 ? slug : `${slug}_${at + 1}`;
    const previous = named.at(-1);
    const depends = previous === undefined ? heads(existing) : [previous.name];
    named.push({ ...migration, id, slug: words, name: `${id}_${slugify(words)}`, depends });
  }
  return named;
}

export function writePlan(
  project: Project,
  migrations: readonly NewMigration[],
  plannedOn: string,
  allow: readonly string[],
): Promise<string[]> {
  const { app, target } = project;
  const texts = migrations.map((migration) => {
    const { id, depends } = migration;
    return writeMigrationFile(migration, { id, app, dialect: target.dialect, plannedOn, depends, allow });
  });
  return texts.length === 0 ? Promise.resolve([]) : writeMigrations(project.migrations, texts);
}
