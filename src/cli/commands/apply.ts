/** `covet apply`: runs the pending migrations and records them; with `--auto` it plans what is missing, too. */

import type { ArgumentsCamelCase, CommandModule } from "yargs";
import { exit } from "../../diagnostic/failure.js";
import { runCommand } from "../command.js";
import { type GlobalArguments, last } from "../options.js";
import { addRunOptions, type RunArguments, runMigrations } from "../run.js";

interface ApplyArguments extends RunArguments {
  readonly auto: boolean;
  readonly require: string | undefined;
}

export const apply: CommandModule<GlobalArguments, ApplyArguments> = {
  command: "apply",
  describe: "run the pending migrations",
  builder: (yargs) =>
    addRunOptions(yargs, "stop after this migration (id or name)", "record as applied without running")
      .option("auto", {
        type: "boolean",
        default: false,
        describe: "for development: plan what is missing and apply it",
      })
      .option("require", {
        choices: ["reversible"],
        requiresArg: true,
        describe: "refuse a pending migration that could not be rolled back",
      })
      .check(({ auto, to, fake }) => {
        // Two flags that contradict each other; a default counts as none.
        if (auto && (to !== undefined || fake)) throw new Error(`--auto does not go with ${fake ? "--fake" : "--to"}`);
        return true;
      })
      .example("covet apply", "bring the database up to date")
      .example("covet apply --dry-run", "see the SQL first")
      .example("covet apply --auto", "in development: from the schema files to the database in one step"),
  handler: (args) => (args.auto ? planAndApply(args) : runMigrations("apply", args)),
};

function planAndApply(args: ArgumentsCamelCase<ApplyArguments>): Promise<void> {
  return runCommand("apply", args, async (context) => {
    const [{ loadProject }, { autoProject }, run, { printPlan, planJson }, { printDiagnostics }] = await Promise.all([
      import("../../project/project.js"),
      import("../../project/auto-project.js"),
      import("../render-run.js"),
      import("../render-plan.js"),
      import("../render-failure.js"),
    ]);
    const { reporter, progress } = context;
    const project = await loadProject({
      ...context.project,
      lockTimeout: last(args.lockTimeout),
      guardTimeout: last(args.guardTimeout),
    });
    progress.update(`comparing the schema files with ${project.target.label}`);
    const outcome = await autoProject(project, {
      dryRun: args.dryRun,
      allowDataLoss: args.allowDataLoss,
      lockWait: last(args.lockWait),
      acceptDrift: args.acceptDrift,
      requireReversible: args.require !== undefined,
      onEvent: run.runEvents(context),
      async onPlan(plan) {
        progress.clear();
        await printDiagnostics(reporter, plan.warnings);
        printPlan(reporter, plan, { verbose: args.verbose, next: args.dryRun ? "covet apply --auto" : null });
      },
    });
    progress.stop();
    const data = {
      ...run.runJson(outcome.run, args.dryRun),
      plan: planJson(outcome.plan),
    };
    const { failure } = outcome;
    return failure === null ? { data, exitCode: exit.done } : { data, exitCode: failure.exitCode, failure };
  });
}
