/** `covet init`: the first files of a project. */

import type { CommandModule } from "yargs";
import { exit } from "../../diagnostic/failure.js";
import type { Layout } from "../../project/pull-project.js";
import { type Context, type Outcome, runCommand } from "../command.js";
import type { GlobalArguments } from "../options.js";
import { layoutOption, pullEnd } from "./pull.js";

interface InitArguments extends GlobalArguments {
  readonly folder: string;
  readonly from: string | undefined;
  readonly layout: Layout | undefined;
}

export const init: CommandModule<GlobalArguments, InitArguments> = {
  command: "init [folder]",
  describe: "write covet.config.ts and an example schema; never overwrites",
  builder: (yargs) =>
    yargs
      .positional("folder", { type: "string", default: ".", describe: "where the project lies" })
      .option("from", {
        type: "string",
        requiresArg: true,
        describe: "URL of a database to start from: pulls its schema",
      })
      .option("layout", { ...layoutOption, describe: "with --from: one file per schema (the default), or per table" })
      .example("covet init", "then edit schemas/app.covet and run: covet plan")
      .example("covet init --from $DATABASE_URL", "start from what is there, then run: covet baseline"),
  handler: (args) =>
    runCommand("init", args, async (context) => {
      const { reporter } = context;
      const { initProject } = await import("../../project/init-project.js");
      const { written, kept } = initProject(args.folder, args.from ?? null);
      for (const path of written) reporter.print(`${reporter.out.green("wrote")} ${path}`);
      for (const path of kept) reporter.print(`${reporter.out.dim("kept")}  ${path}`);
      if (args.from !== undefined) return pullInto(context, args, args.from, { written, kept });
      reporter.print("next: edit the schema, then `covet plan` and `covet apply`");
      return { data: { written, kept }, exitCode: exit.done };
    }),
};

async function pullInto(
  { reporter, project: options, progress }: Context,
  { folder, layout, verbose }: InitArguments,
  from: string,
  data: { readonly written: readonly string[]; readonly kept: readonly string[] },
): Promise<Outcome> {
  const [{ loadProject }, { pullProject }, { printPull, pullJson }] = await Promise.all([
    import("../../project/project.js"),
    import("../../project/pull-project.js"),
    import("../render-pull.js"),
  ]);
  // The URL stands where it was typed; everything else is in the new folder.
  const project = await loadProject({ ...options, cwd: folder, url: from });
  progress.update(`reading ${project.target.label}`);
  const outcome = await pullProject(project, { layout: layout ?? null, write: true, force: false });
  progress.stop();
  printPull(reporter, outcome, { dryRun: false, verbose });
  return pullEnd(outcome, { ...data, pull: pullJson(outcome) });
}
