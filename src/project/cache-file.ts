/** Files in the user's cache folder: each holds one value and the key it was made for, and may vanish at any time. */

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { toolVersion } from "./version.js";

const self = fileURLToPath(import.meta.url);

function cacheFolder(): string | null {
  const { XDG_CACHE_HOME, LOCALAPPDATA, COVET_CACHE } = process.env;
  // Sources run by a test runner change without a build, which the key below would not see.
  if (COVET_CACHE === "off" || self.endsWith(".ts")) return null;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, "covet");
  if (process.platform === "win32") return LOCALAPPDATA ? join(LOCALAPPDATA, "covet", "cache") : null;
  return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache", "covet");
}

/** Where to keep values of this kind for this place; null where nothing may be kept. One file each, so it stays small. */
export function cacheFile(kind: string, ...place: readonly string[]): string | null {
  const folder = cacheFolder();
  return folder === null ? null : join(folder, `${kind}-${digest(...place).slice(0, 16)}.json`);
}

/** Changes with every release and every build. */
export function buildStamp(): string {
  return `${toolVersion()} ${statSync(self).mtimeMs}`;
}

export function digest(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest("hex");
}

/** Null when nothing is kept for this key, or it cannot be read. */
export function readCache<T extends object>(path: string, key: string): T | null {
  try {
    const stored = JSON.parse(readFileSync(path, "utf8"));
    return stored.key === key ? stored.value : null;
  } catch {
    return null;
  }
}

export function writeCache(path: string, key: string, value: object): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const aside = `${path}.${process.pid}`;
    writeFileSync(aside, JSON.stringify({ key, value }), { mode: 0o600 });
    renameSync(aside, path);
  } catch {
    // A read-only home is no reason to fail.
  }
}
