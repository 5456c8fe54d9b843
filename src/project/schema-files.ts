/** Finds and reads the schema files of a project: folders, files and globs. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { Failure } from "../diagnostic/failure.js";
import type { Source } from "../text/source.js";
import { type Settings, shownPath } from "./project.js";

const extension = ".covet";

function kindOf(path: string): "folder" | "file" | "missing" {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "missing" : found.isDirectory() ? "folder" : "file";
}

export function isGlob(pattern: string): boolean {
  return /[*?{[(]/.test(pattern);
}

/** A plain folder needs no glob library, whose loading costs as much as reading a small schema. */
async function find(project: Settings, pattern: string, mayLack: boolean): Promise<string[]> {
  const path = resolve(project.root, pattern);
  const kind = kindOf(path);
  if (kind === "file") return [path];
  if (kind === "folder") {
    const entries = readdirSync(path, { recursive: true, withFileTypes: true });
    const inside = entries.map((entry) => join(entry.parentPath, entry.name));
    return inside.filter((file) => file.endsWith(extension) && kindOf(file) === "file");
  }
  if (!isGlob(pattern)) {
    if (mayLack) return [];
    throw new Failure(`the schema folder ${shownPath(project, pattern)} does not exist`, {
      hint: "create it with a .covet file in it (`covet init` writes an example), or set `schema` in covet.config.ts",
    });
  }
  const { glob } = await import("tinyglobby");
  const found = await glob(pattern.split(sep).join("/"), { cwd: project.root, absolute: true, onlyFiles: true });
  return found.filter((file) => file.endsWith(extension));
}

function readText(project: Settings, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    const path = shownPath(project, file);
    if (cause instanceof TypeError) {
      throw new Failure(`${path} is not UTF-8 text`, { hint: "save it as UTF-8 in your editor", cause });
    }
    throw new Failure(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Every schema file once, in order of its path, so that plans do not depend on the file system's order. */
export async function readSchemaFiles(project: Settings, mayLack = false): Promise<Source[]> {
  const found = (await Promise.all(project.schema.map((pattern) => find(project, pattern, mayLack)))).flat();
  const files = [...new Set(found.map((file) => resolve(file)))];
  if (files.length === 0 && !mayLack) {
    const where = project.schema.map((pattern) => shownPath(project, pattern)).join(", ");
    throw new Failure(`there are no ${extension} files in ${where}`, {
      hint: "write the first one (`covet init` writes an example); covet never takes an empty folder for an empty schema",
    });
  }
  const sources = files.map((file) => ({
    path: shownPath(project, file),
    text: readText(project, file),
  }));
  return sources.sort((a, b) => (a.path < b.path ? -1 : 1));
}
