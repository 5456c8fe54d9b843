/** The folder downloads are kept in: every entry appears whole or not at all, however many runs fetch it at once. */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

export function cacheRoot(): string {
  const { COVET_TEST_CACHE, XDG_CACHE_HOME } = process.env;
  const chosen = COVET_TEST_CACHE;
  const base = chosen || XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(base, "covet-test-servers");
}

const wanted = new Map<string, Promise<string>>();

/** Gives the folder of that name, which `fill` makes the first time. Another process that was faster wins. */
export function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const known = wanted.get(name);
  if (known) return known;
  const entry = obtain(name, fill);
  wanted.set(name, entry);
  return entry;
}

async function obtain(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const root = cacheRoot();
  const entry = join(root, name);
  if (existsSync(entry)) return entry;
  await mkdir(root, { recursive: true });
  const partial = await mkdtemp(join(root, ".partial-"));
  try {
    const folder = join(partial, "entry");
    await mkdir(folder, { mode: 0o755 });
    await fill(folder);
    await rename(folder, entry).catch((error) => {
      if (!existsSync(entry)) throw error;
    });
    return entry;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
