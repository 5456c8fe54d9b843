/** `covet init`: the first files of a project. */

import type { CommandModule } from "yargs";
import { exit, Failure } from "../../diagnostic/failure.js";
import { runCommand } from "../command.js";
import type { GlobalArguments } from "../options.js";

interface InitArguments extends GlobalArguments {
  readonly folder: string;
  readonly from: string | undefined;
}

export const init: CommandModule<GlobalArguments, InitArguments> = {
  command: "init [folder]",
  describe: "write covet.config.ts and an example schema; never overwrites",
  builder: (yargs) =>
    yargs
      .positional("folder", { type: "string", default: ".", describe: "where the project lies" })
      .option("from", { type: "string", describe: "start from a live database (not supported yet)" })
      .example("covet init", "then edit schemas/app.covet and run: covet plan"),
  handler: (args) =>
    runCommand("init", args, async ({ reporter }) => {
      if (args.from !== undefined) throw new Failure("init --from is not supported yet");
      const { initProject } = await import("../../project/init-project.js");
      const { written, kept } = initProject(args.folder);
      for (const path of written) reporter.print(`${reporter.out.green("wrote")} ${path}`);
      for (const path of kept) reporter.print(`${reporter.out.dim("kept")}  ${path}`);
      reporter.print("next: edit the schema, then `covet plan` and `covet apply`");
      return { data: { written, kept }, exitCode: exit.done };
    }),
};
