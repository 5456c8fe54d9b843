/** `covet repair`: answers what no catalog can know about a migration that stopped half-way. */

import type { CommandModule } from "yargs";
import { exit, Failure } from "../../diagnostic/failure.js";
import { ask } from "../ask.js";
import { runCommand } from "../command.js";
import type { GlobalArguments } from "../options.js";

interface RepairArguments extends GlobalArguments {
  readonly done: number | undefined;
  readonly "not-done": number | undefined;
  readonly "accept-edited": string | undefined;
}

export const repair: CommandModule<GlobalArguments, RepairArguments> = {
  command: "repair",
  describe: "settle a migration that stopped half-way, or an edited file",
  builder: (yargs) =>
    yargs
      .option("done", { type: "number", requiresArg: true, describe: "this statement took effect" })
      .option("not-done", { type: "number", requiresArg: true, describe: "this statement did not take effect" })
      .option("accept-edited", { type: "string", requiresArg: true, describe: "this file is right as it is now" })
      .conflicts("done", ["not-done", "accept-edited"])
      .conflicts("not-done", "accept-edited")
      .example("covet repair --not-done 3", "statement 3 will run again with the next covet apply"),
  handler: (args) =>
    runCommand("repair", args, async ({ reporter, project: options, yes }) => {
      const { done, notDone, acceptEdited } = args;
      const answer =
        done !== undefined
          ? ({ kind: "done", statement: done } as const)
          : notDone !== undefined
            ? ({ kind: "notDone", statement: notDone } as const)
            : acceptEdited !== undefined
              ? ({ kind: "acceptEdited", migration: acceptEdited } as const)
              : null;
      if (answer === null) {
        throw new Failure("covet repair needs to know what to settle", {
          hint: "covet status says what it is; then --done N, --not-done N or --accept-edited ID",
        });
      }
      const [{ loadProject }, { repairProject }] = await Promise.all([
        import("../../project/project.js"),
        import("../../project/repair-project.js"),
      ]);
      const project = await loadProject(options);
      await ask(`This changes covet's history of ${project.target.label}. Go on?`, yes);
      const said = await repairProject(project, answer);
      reporter.print(said);
      return { data: { said }, exitCode: exit.done };
    }),
};
