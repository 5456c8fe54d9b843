/** Reads `.env` beside the config file. Only the command line does this; the library never touches the environment. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { findConfig } from "../project/find-config.js";

/** Adds what `.env` says to the environment; what is set already wins. */
export function readDotEnv(cwd: string, config: string | null): void {
  const found = config === null ? findConfig(cwd) : resolve(cwd, config);
  const path = join(found === null ? cwd : dirname(found), ".env");
  if (!existsSync(path)) return;
  for (const [name, value] of Object.entries(parseEnv(readFileSync(path, "utf8")))) {
    process.env[name] ??= value;
  }
}
