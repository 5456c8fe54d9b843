/** `covet baseline`: adopts a database that was there before covet. */

import type { CommandModule } from "yargs";
import { exit } from "../../diagnostic/failure.js";
import { runCommand } from "../command.js";
import type { GlobalArguments } from "../options.js";
import { plural } from "../words.js";

interface BaselineArguments extends GlobalArguments {
  readonly slug: string | undefined;
  readonly "dry-run": boolean;
}

export const baseline: CommandModule<GlobalArguments, BaselineArguments> = {
  command: "baseline [slug]",
  describe: "adopt an existing database: write its first migration and record it, without running it",
  builder: (yargs) =>
    yargs
      .positional("slug", { type: "string", describe: "words for the file's name; `baseline` if left out" })
      .option("dry-run", { type: "boolean", default: false, describe: "check and say what would be done" })
      .example("covet baseline", "after `covet pull`: covet goes on from here"),
  handler: (args) =>
    runCommand("baseline", args, async ({ reporter, project: options, progress }) => {
      const [{ loadProject }, { baselineProject }] = await Promise.all([
        import("../../project/project.js"),
        import("../../project/baseline-project.js"),
      ]);
      const project = await loadProject(options);
      progress.update(`comparing the schema files with ${project.target.label}`);
      const outcome = await baselineProject(project, { slug: args.slug ?? null, write: !args.dryRun });
      progress.stop();
      const { dim, green, yellow } = reporter.out;
      for (const { object, reason } of outcome.undecided) reporter.note(yellow(`undecided ${object}: ${reason}`));
      if (outcome.unmanaged.length > 0) {
        reporter.print(dim("a new database made from the migrations will lack what covet does not model:"));
        const shown = args.verbose ? outcome.unmanaged : outcome.unmanaged.slice(0, 20);
        for (const object of shown) reporter.print(dim(`  ${object}`));
        const more = outcome.unmanaged.length - shown.length;
        if (more > 0) reporter.print(dim(`  … and ${more} more (--verbose lists them)`));
      }
      for (const path of outcome.written) reporter.print(`${green("wrote")} ${path}`);
      for (const name of outcome.migrations)
        reporter.print(args.dryRun ? `would record ${name}` : `${green("recorded")} ${name} (nothing was run)`);
      const tables = plural(outcome.tables, "table");
      reporter.print(args.dryRun ? `${tables} would be adopted; nothing was changed` : `${tables} adopted`);
      return { data: { dryRun: args.dryRun, ...outcome }, exitCode: exit.done };
    }),
};
