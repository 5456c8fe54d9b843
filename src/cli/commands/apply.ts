/** `covet apply`: runs the pending migrations and records them. */

import type { CommandModule } from "yargs";
import type { GlobalArguments } from "../options.js";
import { addRunOptions, type RunArguments, runMigrations } from "../run.js";

export const apply: CommandModule<GlobalArguments, RunArguments> = {
  command: "apply",
  describe: "run the pending migrations",
  builder: (yargs) =>
    addRunOptions(yargs, "stop after this migration (id or name)", "record as applied without running")
      .example("covet apply", "bring the database up to date")
      .example("covet apply --dry-run", "see the SQL first"),
  handler: (args) => runMigrations("apply", args),
};
