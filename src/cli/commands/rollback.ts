/** `covet rollback`: undoes applied migrations, newest first. */

import type { CommandModule } from "yargs";
import type { GlobalArguments } from "../options.js";
import { addRunOptions, type RunArguments, runMigrations } from "../run.js";

interface RollbackArguments extends RunArguments {
  readonly steps: number | undefined;
}

export const rollback: CommandModule<GlobalArguments, RollbackArguments> = {
  command: "rollback",
  describe: "undo applied migrations, newest first",
  builder: (yargs) =>
    addRunOptions(yargs, "undo all after this migration, which stays", "forget that it was applied, run nothing")
      .option("steps", { type: "number", requiresArg: true, describe: "how many to undo; 1 if left out" })
      .conflicts("steps", "to")
      .example("covet rollback", "undo the newest migration")
      .example("covet rollback --steps 2 --dry-run", "see what undoing two would run"),
  handler: (args) => runMigrations("rollback", args),
};
