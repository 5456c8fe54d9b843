/** Finds the config file upward from a folder and loads it: JSON by hand, TypeScript and JavaScript by jiti. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Failure } from "../diagnostic/failure.js";
import { type Config, checkConfig } from "./config.js";

export const configNames = ["covet.config.ts", "covet.config.js", "covet.config.mjs", "covet.config.json"] as const;

/** Path of the nearest config file at or above `folder`; null when there is none. */
export function findConfig(folder: string): string | null {
  for (let place = resolve(folder); ; place = dirname(place)) {
    for (const name of configNames) {
      const path = join(place, name);
      if (existsSync(path)) return path;
    }
    if (dirname(place) === place) return null;
  }
}

async function evaluate(path: string): Promise<unknown> {
  if (path.endsWith(".json")) return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  const { importDefault } = await import("./load-module.js");
  return importDefault(path);
}

/** Loads and checks a config file. `shown` is how messages call it. */
export async function loadConfig(path: string, cwd: string): Promise<Config> {
  const shown = relative(cwd, path) || path;
  if (!existsSync(path)) {
    throw new Failure(`config file not found: ${shown}`, { hint: "check --config, or run `covet init` to write one" });
  }
  let value: unknown;
  try {
    value = await evaluate(path);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const hint = path.endsWith(".json")
      ? "mend the JSON: names and texts in double quotes, no comma behind the last, no comments"
      : "mend the file so that it runs by itself; `covet init` in an empty folder writes one that does";
    throw new Failure(`${shown} could not be loaded: ${reason}`, { hint, cause });
  }
  if (value === undefined || value === null) {
    throw new Failure(`${shown} exports no configuration`, { hint: "write: export default defineConfig({ … })" });
  }
  return checkConfig(value, shown);
}
