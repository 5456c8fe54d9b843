/** The folder of migration files: reading it in order, adding to it without ever overwriting. */

import { link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../diagnostic/failure.js";
import { type CodeLoader, readCodeFile } from "./code-file.js";
import { type MigrationFile, parseMigrationFile } from "./file.js";
import type { SqlReader } from "./half.js";

/**
 * All migrations of a folder: each after those it depends on, else by id. A folder that does not exist holds none; other
 * files are let be. `shownAs` is the folder as people know it.
 */
export async function readMigrations(
  folder: string,
  dialectOf: (name: string) => SqlReader | null,
  loadCode: CodeLoader,
  shownAs: string = folder,
): Promise<MigrationFile[]> {
  const migrations: MigrationFile[] = [];
  for (const entry of (await listFolder(folder)).sort()) {
    if (!/^\d{14}_/.test(entry)) continue;
    const isCode = /(?<!\.d)\.[cm]?[jt]s$/.test(entry);
    if (!isCode && !entry.endsWith(".sql")) continue;
    const shown = `${shownAs}/${entry}`;
    const path = join(folder, entry);
    const text = await readFile(path, "utf8");
    migrations.push(
      isCode
        ? readCodeFile(shown, text, await loadCode(path, text, shown), dialectOf)
        : parseMigrationFile(shown, text, dialectOf),
    );
  }
  return inOrder(migrations);
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new Failure(`cannot read the migrations folder ${folder}: ${messageOf(error)}`, {
      hint: "Make it a folder you may read, or name another as `migrations` in the configuration.",
      cause: error,
    });
  }
}

/** Each migration after those it depends on; of those that could come next, the smallest id. */
export function inOrder(migrations: readonly MigrationFile[]): MigrationFile[] {
  const sameId = migrations.find((file, at) => migrations.findIndex(({ id }) => id === file.id) !== at);
  if (sameId !== undefined)
    throw new Failure(`${sameId.path}: another migration has the id ${sameId.id}`, {
      hint: "Ids order migrations. Give one of them a later id, and change `depends` where it is named.",
    });
  const names = new Set(migrations.map(({ name }) => name));
  for (const { path, depends } of migrations) {
    const missing = depends.find((name) => !names.has(name));
    if (missing !== undefined)
      throw new Failure(`${path}: depends on ${missing}, which is not in the folder`, {
        hint: "Restore that file, or take the name out of `depends` if the other migration was replaced.",
      });
  }
  const waiting = [...migrations].sort((a, b) => (a.id < b.id ? -1 : 1));
  const done = new Set<string>();
  const result: MigrationFile[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ depends }) => depends.every((name) => done.has(name)));
    const [next] = at < 0 ? [] : waiting.splice(at, 1);
    if (next === undefined)
      throw new Failure(`migrations depend on each other in a circle: ${waiting.map(({ name }) => name).join(", ")}`, {
        hint: "Take one of them out of the other's `depends`.",
      });
    done.add(next.name);
    result.push(next);
  }
  return result;
}

/**
 * Adds migration texts to the folder, each under the name its first line gives; all of them or, on an error, none.
 * Returns the paths.
 */
export async function writeMigrations(folder: string, texts: readonly string[]): Promise<string[]> {
  const written: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    await keepLineEnds(folder);
    for (const text of texts) {
      const name = /^-- covet migration (\d{14}_\w+)\n/.exec(text)?.[1];
      if (name === undefined) throw new Failure("a migration's text does not start with its name");
      const path = join(folder, `${name}.sql`);
      await writeNew(path, text);
      written.push(path);
    }
    return written;
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true })));
    if (error instanceof Failure) throw error;
    throw new Failure(`cannot write to the migrations folder ${folder}: ${messageOf(error)}`, {
      hint: "Make it a folder you may write to, or name another as `migrations` in the configuration.",
      cause: error,
    });
  }
}

/** Whole or not at all, even when the process dies: written aside, then given its name, which must be free. */
async function writeNew(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(aside, text, { flag: "wx" });
    await link(aside, path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EEXIST") throw new Failure(`${path} exists already; it is not overwritten`, { cause: error });
    // Some file systems have no hard links.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw error;
    await writeFile(path, "", { flag: "wx" });
    await rename(aside, path);
  } finally {
    await rm(aside, { force: true });
  }
}

/** Git must not change line ends: a migration is hashed, and a body in it may hold them. */
async function keepLineEnds(folder: string): Promise<void> {
  const path = join(folder, ".gitattributes");
  const before = await readFile(path, "utf8").catch(() => "");
  if (/^\*\.sql\s/m.test(before)) return;
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  await writeFile(
    path,
    `${before}${gap}# covet: migrations have the same bytes on every machine.\n*.sql text eol=lf\n`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
