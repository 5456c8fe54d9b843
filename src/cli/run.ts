/** What `apply` and `rollback` share: their flags, and running migrations one way or the other. */

import type { ArgumentsCamelCase, Argv } from "yargs";
import { exit } from "../diagnostic/failure.js";
import { runCommand } from "./command.js";
import { dataLossOption, type GlobalArguments, guardTimeoutOption, last } from "./options.js";

export interface RunArguments extends GlobalArguments {
  readonly to: string | undefined;
  readonly "dry-run": boolean;
  readonly fake: boolean;
  readonly "allow-data-loss": string[];
  readonly "lock-wait": string | undefined;
  readonly "lock-timeout": string | undefined;
  readonly "guard-timeout": string | undefined;
  readonly "accept-drift": boolean;
}

export function addRunOptions(yargs: Argv<GlobalArguments>, to: string, fake: string): Argv<RunArguments> {
  return yargs
    .option("to", { type: "string", requiresArg: true, describe: to })
    .option("dry-run", { type: "boolean", default: false, describe: "print the SQL, change nothing" })
    .option("fake", { type: "boolean", default: false, describe: fake })
    .option("allow-data-loss", dataLossOption)
    .option("lock-wait", {
      type: "string",
      requiresArg: true,
      describe: "wait for another covet this long, such as 30s",
    })
    .option("lock-timeout", { type: "string", requiresArg: true, describe: "wait this long for the database's locks" })
    .option("guard-timeout", guardTimeoutOption)
    .option("accept-drift", { type: "boolean", default: false, describe: "go on although the database drifted" });
}

type Values = ArgumentsCamelCase<RunArguments> & {
  readonly steps?: number | undefined;
  readonly require?: string | undefined;
};

export function runMigrations(direction: "apply" | "rollback", args: Values): Promise<void> {
  return runCommand(direction, args, async (context) => {
    const [{ loadProject }, { applyProject, rollbackProject }, { printRun, runEvents, runJson }] = await Promise.all([
      import("../project/project.js"),
      import("../project/run-project.js"),
      import("./render-run.js"),
    ]);
    const project = await loadProject({
      ...context.project,
      lockTimeout: last(args.lockTimeout),
      guardTimeout: last(args.guardTimeout),
    });
    context.progress.update(`reading ${project.target.label}`);
    const options = {
      to: last(args.to),
      dryRun: args.dryRun,
      fake: args.fake,
      allowDataLoss: args.allowDataLoss,
      lockWait: last(args.lockWait),
      acceptDrift: args.acceptDrift,
      onEvent: runEvents(context),
    };
    const outcome =
      direction === "apply"
        ? await applyProject(project, { ...options, requireReversible: args.require !== undefined })
        : await rollbackProject(project, { ...options, steps: args.steps ?? null });
    context.progress.stop();
    printRun(context.reporter, outcome, args.dryRun);
    return { data: runJson(outcome, args.dryRun), exitCode: exit.done };
  });
}
