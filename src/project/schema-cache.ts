/**
 * Remembers what schema files mean, so that files which did not change are not parsed again: loading the parser alone
 * takes longer than a plan with nothing to do. A file in the user's cache folder; without one covet only parses again.
 */

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bound } from "../language/bind.js";
import type { Source } from "../text/source.js";
import { toolVersion } from "./version.js";

/** Files that had something to say are not remembered: what was said must be said again. */
type Silent = Omit<Bound, "diagnostics">;

const self = fileURLToPath(import.meta.url);

function cacheFolder(): string | null {
  const { XDG_CACHE_HOME, LOCALAPPDATA, COVET_CACHE } = process.env;
  // Sources run by a test runner change without a build, which the key below would not see.
  if (COVET_CACHE === "off" || self.endsWith(".ts")) return null;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, "covet");
  if (process.platform === "win32") return LOCALAPPDATA ? join(LOCALAPPDATA, "covet", "cache") : null;
  return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache", "covet");
}

/** Changes with every release and every build. */
function buildStamp(): string {
  return `${toolVersion()} ${statSync(self).mtimeMs}`;
}

function digest(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest("hex");
}

function write(key: string, { schema, hints, unmanaged }: Silent): string {
  const { renames, concurrent, origins } = hints;
  return JSON.stringify({ key, schema, unmanaged, renames, concurrent: [...concurrent], origins: [...origins] });
}

function read(text: string, key: string): Bound | null {
  const stored = JSON.parse(text);
  if (stored.key !== key) return null;
  const { schema, unmanaged, renames, concurrent, origins } = stored;
  return {
    schema,
    hints: { renames, concurrent: new Set(concurrent), origins: new Map(origins) },
    unmanaged,
    diagnostics: [],
  };
}

/** `work` once for the same files, dialect and build. `place` names the project: one file for each, so it stays small. */
export async function remembered(
  place: string,
  dialect: string,
  sources: readonly Source[],
  work: () => Promise<Bound>,
): Promise<Bound> {
  const folder = cacheFolder();
  if (folder === null) return work();
  const path = join(folder, `schema-${digest(place, dialect).slice(0, 16)}.json`);
  const key = digest(buildStamp(), dialect, ...sources.flatMap((source) => [source.path, source.text]));
  try {
    const known = read(readFileSync(path, "utf8"), key);
    if (known !== null) return known;
  } catch {
    // Nothing remembered, or not readable: as if there were none.
  }
  const bound = await work();
  if (bound.diagnostics.length === 0) {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const aside = `${path}.${process.pid}`;
      writeFileSync(aside, write(key, bound), { mode: 0o600 });
      renameSync(aside, path);
    } catch {
      // A read-only home is no reason to fail.
    }
  }
  return bound;
}
