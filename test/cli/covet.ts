/** Runs the installed command as a child process, built first when the sources are newer. */

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const bin = join(root, "bin", "covet.js");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function newest(folder: string): number {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return Math.max(...entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}

let checked = false;

/** Builds when what is built is missing or older than the sources; looks once. */
export function build(): void {
  if (checked) return;
  checked = true;
  const sources = Math.max(newest("src"), newest("grammar"));
  if (existsSync(join(root, "dist/command/main.js")) && newest("dist/command") >= sources) return;
  const run = spawnSync("npm", ["run", "build"], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`covet cannot be built:\n${run.stdout}${run.stderr}`);
}

/** The environment without anything that would change what covet does. */
export function cleanEnv(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, NO_COLOR: _none, FORCE_COLOR: _force, CI: _ci, ...env } = process.env;
  return { ...env, ...extra };
}

/** `through`: a command that runs covet, such as one that takes its privileges away. */
export function covet(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  through: readonly string[] = [],
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const [command = process.execPath, ...rest] = [...through, process.execPath, bin, ...args];
    const child = spawn(command, rest, {
      cwd,
      env: cleanEnv({ XDG_CACHE_HOME: join(cwd, ".cache"), ...env }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** A fresh folder for one test. */
export function scratch(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "covet-cli-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
