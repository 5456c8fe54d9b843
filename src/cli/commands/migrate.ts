/** `covet migrate [--rollback]`: apply and rollback under the name Django gives them. */

import type { CommandModule } from "yargs";
import { Failure } from "../../diagnostic/failure.js";
import { runCommand } from "../command.js";
import type { GlobalArguments } from "../options.js";
import { addRunOptions, type RunArguments, runMigrations } from "../run.js";

interface MigrateArguments extends RunArguments {
  readonly rollback: boolean;
  readonly steps: number | undefined;
}

export const migrate: CommandModule<GlobalArguments, MigrateArguments> = {
  command: "migrate",
  describe: "the same as apply; with --rollback the same as rollback",
  builder: (yargs) =>
    addRunOptions(yargs, "go to this migration (id or name)", "record without running")
      .option("rollback", { type: "boolean", default: false, describe: "undo the newest migration" })
      .option("steps", { type: "number", requiresArg: true, describe: "with --rollback: how many to undo" })
      .conflicts("steps", "to")
      .example("covet migrate --rollback", "undo the newest migration"),
  handler: (args) => {
    if (args.rollback) return runMigrations("rollback", args);
    if (args.steps === undefined) return runMigrations("apply", args);
    return runCommand("apply", args, async () => {
      throw new Failure("--steps counts migrations to undo", {
        hint: "add --rollback, or use --to to apply up to one",
      });
    });
  },
};
