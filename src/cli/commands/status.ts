/** `covet status`: what is applied, pending, edited, missing or half done, and whether the database drifted. */

import type { CommandModule } from "yargs";
import { exit } from "../../diagnostic/failure.js";
import { runCommand } from "../command.js";
import type { GlobalArguments } from "../options.js";

interface StatusArguments extends GlobalArguments {
  readonly check: boolean;
}

export const status: CommandModule<GlobalArguments, StatusArguments> = {
  command: "status",
  aliases: ["showmigrations"],
  describe: "what is applied, pending, edited or missing",
  builder: (yargs) =>
    yargs
      .option("check", {
        type: "boolean",
        default: false,
        describe: "exit 2 if anything is pending, 7 on drift or edits",
      })
      .example("covet status --check", "in a deployment: is the database up to date?"),
  handler: (args) =>
    runCommand("status", args, async ({ reporter, project: options, progress }) => {
      const [{ loadProject }, { statusProject }, { printStatus, statusJson, statusExit }] = await Promise.all([
        import("../../project/project.js"),
        import("../../project/status-project.js"),
        import("../render-status.js"),
      ]);
      const project = await loadProject(options);
      progress.update(`reading ${project.target.label}`);
      const outcome = await statusProject(project);
      progress.stop();
      printStatus(reporter, project.target.label, outcome);
      return { data: statusJson(outcome), exitCode: args.check ? statusExit(outcome) : exit.done };
    }),
};
