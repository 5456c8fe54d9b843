/** `covet plan`: what would bring the database to the schema files, shown and written as migrations. */

import type { CommandModule } from "yargs";
import { exit } from "../../diagnostic/failure.js";
import { runCommand } from "../command.js";
import { dataLossOption, type GlobalArguments, guardTimeoutOption, last } from "../options.js";

interface PlanArguments extends GlobalArguments {
  readonly slug: string | undefined;
  readonly "dry-run": boolean;
  readonly check: boolean;
  readonly adopt: boolean;
  readonly "no-rename": boolean;
  readonly rename: string[];
  readonly "allow-data-loss": string[];
  readonly "guard-timeout": string | undefined;
}

export const plan: CommandModule<GlobalArguments, PlanArguments> = {
  command: "plan [slug]",
  aliases: ["makemigrations"],
  describe: "compare the schema files with the database and write the migration",
  builder: (yargs) =>
    yargs
      .positional("slug", { type: "string", describe: "words for the file's name; made from the changes if left out" })
      .option("dry-run", { type: "boolean", default: false, describe: "print the plan, write nothing" })
      .option("check", { type: "boolean", default: false, describe: "exit 2 if anything would change, write nothing" })
      .option("allow-data-loss", dataLossOption)
      .option("guard-timeout", guardTimeoutOption)
      .option("no-rename", { type: "boolean", default: false, describe: "drop and add what looks like a rename" })
      .option("rename", {
        type: "string",
        array: true,
        nargs: 1,
        default: [] as string[],
        describe: "rename this once, such as users.name=full_name; may be repeated, also to swap",
      })
      .option("adopt", { type: "boolean", default: false, describe: "take the database as it is as the start" })
      .example("covet plan add_nickname", "write migrations/…_add_nickname.sql")
      .example("covet plan --check", "in CI: fail when someone forgot to plan"),
  handler: (args) =>
    runCommand("plan", args, async ({ reporter, project: options, progress }) => {
      const [{ loadProject }, { planProject }, { printPlan, planJson }, { printDiagnostics }] = await Promise.all([
        import("../../project/project.js"),
        import("../../project/plan-project.js"),
        import("../render-plan.js"),
        import("../render-failure.js"),
      ]);
      const project = await loadProject({ ...options, guardTimeout: last(args.guardTimeout) });
      progress.update(`comparing the schema files with ${project.target.label}`);
      const outcome = await planProject(project, {
        slug: args.slug ?? null,
        write: !args.dryRun && !args.check,
        check: args.check,
        adopt: args.adopt,
        noRename: args.noRename,
        rename: args.rename,
        allowDataLoss: args.allowDataLoss,
      });
      progress.stop();
      await printDiagnostics(reporter, outcome.warnings);
      printPlan(reporter, outcome, { verbose: args.verbose, next: "covet apply" });
      if (outcome.refusal !== null) {
        return { data: planJson(outcome), exitCode: outcome.refusal.exitCode, failure: outcome.refusal };
      }
      const pending = args.check && outcome.plan.migrations.length > 0;
      return { data: planJson(outcome), exitCode: pending ? exit.pending : exit.done };
    }),
};
