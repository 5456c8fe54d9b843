/** The command line: reads the arguments and hands them to one command. */

import type { Argv, CommandModule } from "yargs";
import { exit } from "../diagnostic/failure.js";
import { createReporter } from "./command.js";
import { failureJson, writeJson } from "./json.js";
import { addGlobalOptions, type GlobalArguments } from "./options.js";
import { printFailure } from "./render-failure.js";
import { UsageError, usageFailure } from "./usage.js";

/** Leaves the parser with the command it has chosen: it would render all of its help after each one it runs itself. */
class Chosen extends Error {
  readonly run: () => void | Promise<void>;

  constructor(run: () => void | Promise<void>) {
    super("a command was chosen");
    this.run = run;
  }
}

type Command = CommandModule<GlobalArguments, GlobalArguments>;

function choosing(command: Command): Command {
  return {
    ...command,
    handler: (args) => {
      throw new Chosen(() => command.handler(args));
    },
  };
}

async function build(argv: readonly string[], version: string): Promise<Argv<GlobalArguments>> {
  const [{ default: yargs }, { commands }] = await Promise.all([import("yargs"), import("./commands.js")]);
  const parser = addGlobalOptions(yargs([...argv]));
  for (const command of commands) parser.command(choosing(command));
  return parser
    .scriptName("covet")
    .parserConfiguration({ "boolean-negation": false })
    .locale("en")
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .help("help")
    .alias("help", "h")
    .version(version)
    .strict()
    .demandCommand(1)
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message, error) => {
      // The parser throws some complaints and passes on others; errors of covet itself never come this way.
      throw error !== undefined && error.name !== "YError" ? error : new UsageError(message ?? error?.message);
    });
}

/** Sets the exit code of the process; never throws. */
export async function main(argv: readonly string[], version: string): Promise<void> {
  // A reader that goes away (`covet plan | head`) is no reason for a stack trace.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exit.done);
    throw error;
  });
  if (argv.length === 0 || (argv.length === 1 && ["help", "--help", "-h"].includes(argv[0] ?? ""))) {
    const { help } = await import("./help.js");
    process.stdout.write(help);
    return;
  }
  // `covet help plan` is what many type first.
  const words = argv[0] === "help" ? [...argv.slice(1), "--help"] : argv;
  const parser = await build(words, version);
  try {
    await parser.parseAsync();
  } catch (error) {
    if (error instanceof Chosen) return error.run();
    const { commandNames } = await import("./commands.js");
    const failure = usageFailure(error, argv, await parser.getHelp(), commandNames);
    const json = argv.includes("--json");
    const reporter = createReporter({ json, quiet: false, verbose: false });
    await printFailure(reporter, failure);
    if (json) writeJson(reporter, { command: null, exitCode: failure.exitCode, error: failureJson(failure) });
    process.exitCode = failure.exitCode;
  }
}
