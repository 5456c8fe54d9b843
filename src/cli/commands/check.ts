/** `covet check`: reads the schema files and says what is wrong with them. No database. */

import type { CommandModule } from "yargs";
import { exit } from "../../diagnostic/failure.js";
import { runCommand } from "../command.js";
import { diagnosticJson } from "../json.js";
import type { GlobalArguments } from "../options.js";
import { plural } from "../words.js";

export const check: CommandModule<GlobalArguments, GlobalArguments> = {
  command: "check",
  describe: "read and check the schema files, without a database",
  builder: (yargs) => yargs.example("covet check", "in CI or before a commit"),
  handler: (args) =>
    runCommand("check", args, async ({ reporter, project: options }) => {
      const [{ checkProject }, { printDiagnostics }] = await Promise.all([
        import("../../project/check-project.js"),
        import("../render-failure.js"),
      ]);
      const { dialects, files, tables, enums, domains, diagnostics } = await checkProject(options);
      await printDiagnostics(reporter, diagnostics);
      const errors = diagnostics.filter(({ severity }) => severity === "error").length;
      const { green, red } = reporter.out;
      const verdict = errors === 0 ? green("no errors") : red(plural(errors, "error"));
      const types = [plural(enums, "enum"), ...(domains === 0 ? [] : [plural(domains, "domain")])];
      const found = [plural(tables, "table"), ...types].join(", ");
      reporter.print(`checked ${plural(files, "file")} (${found}) for ${dialects.join(", ")}: ${verdict}`);
      const data = { dialects, files, tables, enums, domains, diagnostics: diagnostics.map(diagnosticJson) };
      return { data, exitCode: errors === 0 ? exit.done : exit.error };
    }),
};
