/** `covet sqlmigrate ID`: prints the SQL of a migration. */

import type { CommandModule } from "yargs";
import { exit } from "../../diagnostic/failure.js";
import { runCommand } from "../command.js";
import type { GlobalArguments } from "../options.js";

interface SqlArguments extends GlobalArguments {
  readonly id: string;
  readonly backward: boolean;
}

export const sqlmigrate: CommandModule<GlobalArguments, SqlArguments> = {
  command: "sqlmigrate <id>",
  describe: "print the SQL of a migration",
  builder: (yargs) =>
    yargs
      .positional("id", { type: "string", demandOption: true, describe: "id, name or slug of the migration" })
      .option("backward", { type: "boolean", default: false, describe: "the half that undoes it" })
      .example("covet sqlmigrate 20261122101500", "what apply would run"),
  handler: (args) =>
    runCommand("sqlmigrate", args, async ({ reporter, project: options }) => {
      const [{ loadProject }, { migrationSql }] = await Promise.all([
        import("../../project/project.js"),
        import("../../project/migration-files.js"),
      ]);
      const { name, path, sql } = await migrationSql(await loadProject(options), args.id, args.backward);
      if (!reporter.json) reporter.data(sql);
      return { data: { name, path, direction: args.backward ? "backward" : "forward", sql }, exitCode: exit.done };
    }),
};
