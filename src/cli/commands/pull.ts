/** `covet pull`: brings the schema files to what the database has. */

import type { CommandModule } from "yargs";
import { exit, Failure } from "../../diagnostic/failure.js";
import type { Layout, PullOutcome } from "../../project/pull-project.js";
import { type Outcome, runCommand } from "../command.js";
import type { GlobalArguments } from "../options.js";

interface PullArguments extends GlobalArguments {
  readonly layout: Layout | undefined;
  readonly "dry-run": boolean;
  readonly force: boolean;
}

export const layoutOption = {
  choices: ["schema", "table"] as const,
  describe: "one file per schema, or per table; as the files are if left out",
};

export const pull: CommandModule<GlobalArguments, PullArguments> = {
  command: "pull",
  describe: "bring the schema files to what the database has",
  builder: (yargs) =>
    yargs
      .option("layout", layoutOption)
      .option("dry-run", { type: "boolean", default: false, describe: "print the files, write nothing" })
      .option("force", { type: "boolean", default: false, describe: "write even if a plan would still find something" })
      .example("covet pull", "after a change made by hand: the same change in the files")
      .example("covet pull --layout table", "into an empty folder: a file for each table"),
  handler: (args) =>
    runCommand("pull", args, async ({ reporter, project: options, progress }) => {
      const [{ loadProject }, { pullProject }, { printPull, pullJson }] = await Promise.all([
        import("../../project/project.js"),
        import("../../project/pull-project.js"),
        import("../render-pull.js"),
      ]);
      const project = await loadProject(options);
      progress.update(`reading ${project.target.label}`);
      const { dryRun, force, verbose } = args;
      const outcome = await pullProject(project, { layout: args.layout ?? null, write: !dryRun, force });
      progress.stop();
      printPull(reporter, outcome, { dryRun, verbose });
      return pullEnd(outcome, pullJson(outcome));
    }),
};

/** What is left for a plan although all was pulled is covet's own fault, and never written unasked. */
export function pullEnd(outcome: PullOutcome, data: Record<string, unknown>): Outcome {
  if (outcome.left.length === 0) return { data, exitCode: exit.done };
  const failure = new Failure("the files would not say what the database has: a plan would still do this", {
    details: outcome.left,
    hint: outcome.written
      ? "the files were written all the same; please report this"
      : "nothing was written; --force writes what covet has. Please report this",
  });
  return { data, exitCode: failure.exitCode, failure };
}
