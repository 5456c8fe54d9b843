/** The command line as a process of its own, so that tests can kill it. */

import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bin, cleanEnv } from "../cli/covet.js";

/** A project folder that holds nothing but these migration files. */
export async function projectWith(texts: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "covet-project-"));
  await mkdir(join(folder, "migrations"));
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, "migrations", `${name}.sql`), text);
  return folder;
}

export interface Ended {
  /** null when it was killed. */
  readonly exitCode: number | null;
  readonly output: string;
}

export function startCovet(folder: string, args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: cleanEnv({ XDG_CACHE_HOME: join(folder, ".cache") }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (data: Buffer) => {
    output += data.toString();
  });
  child.stderr.on("data", (data: Buffer) => {
    output += data.toString();
  });
  const ended = new Promise<Ended>((resolve) => child.on("close", (exitCode) => resolve({ exitCode, output })));
  return { child, ended };
}

export function covet(folder: string, args: readonly string[]): Promise<Ended> {
  return startCovet(folder, args).ended;
}

/** Asks until the answer is yes. */
export async function until(ask: () => Promise<boolean>): Promise<void> {
  while (!(await ask())) await new Promise((resolve) => setTimeout(resolve, 50));
}
