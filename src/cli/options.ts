/** Options that every command takes. */

import type { Argv } from "yargs";

export interface GlobalArguments {
  readonly target: string | undefined;
  readonly url: string | undefined;
  readonly config: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly yes: boolean;
}

export function addGlobalOptions(yargs: Argv): Argv<GlobalArguments> {
  return yargs
    .option("target", { type: "string", requiresArg: true, describe: "target of the configuration to work on" })
    .option("url", { type: "string", requiresArg: true, describe: "database URL, instead of the target's" })
    .option("config", { type: "string", requiresArg: true, describe: "config file, instead of searching upward" })
    .option("json", { type: "boolean", default: false, describe: "print one JSON object on stdout" })
    .option("quiet", { type: "boolean", default: false, describe: "print errors only" })
    .option("verbose", { type: "boolean", default: false, describe: "show each SQL statement and its time" })
    .option("yes", { alias: "y", type: "boolean", default: false, describe: "answer every question with yes" })
    .group(["target", "url", "config", "json", "quiet", "verbose", "yes", "help", "version"], "In every command:");
}

/** The value of an option given more than once is its last one; yargs hands over a list then. */
export function last(value: string | readonly string[] | undefined): string | null {
  return (typeof value === "string" ? value : value?.at(-1)) ?? null;
}

export const guardTimeoutOption = {
  type: "string",
  requiresArg: true,
  describe: "let counting the rows at stake take this long, such as 10min; 1min if left out",
} as const;

export const dataLossOption = {
  type: "string",
  array: true,
  nargs: 1,
  default: [] as string[],
  describe: "let this object's rows be lost, such as users.nickname; may be repeated",
} as const;
