/** Runs the TypeScript and JavaScript that people write for covet: the config file, and migrations. */

import type { Jiti } from "jiti";
import { Failure } from "../diagnostic/failure.js";
import { defineMigration } from "../migration/code.js";
import { lineIn } from "../migration/code-file.js";
import { defineConfig, env } from "./config.js";

let loader: Promise<Jiti> | null = null;

/** They import from "covet", which must also work where covet is installed elsewhere. */
function jiti(): Promise<Jiti> {
  loader ??= import("jiti").then(({ createJiti }) =>
    createJiti(import.meta.url, { virtualModules: { covet: { defineConfig, defineMigration, env } } }),
  );
  return loader;
}

/** The default export of a file. */
export async function importDefault(path: string): Promise<unknown> {
  return (await jiti()).import(path, { default: true });
}

/**
 * What the module of this text exports. It is the text that counts, not what the file at `path` may hold by now.
 * `shown` is how messages call it.
 */
export async function evaluateModule(path: string, text: string, shown: string): Promise<unknown> {
  const { evalModule } = await jiti();
  try {
    return await evalModule(text, { filename: path, async: true });
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    const error = cause instanceof Error ? cause : new Error(String(cause));
    // A syntax error names its place in the message, any other in the stack.
    const line = lineIn(path, `${error.message}\n${error.stack}`);
    const reason = error.message.split("\n")[0]?.replace("ParseError: ", "").trim();
    throw new Failure(`${shown}${line === null ? "" : `:${line}`}: it cannot be loaded: ${reason}`, { cause });
  }
}
