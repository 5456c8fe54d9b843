/** Runs one command: environment, interruption, the report or its JSON, and the exit code. */

import { type ExitCode, exit, Failure } from "../diagnostic/failure.js";
import type { ProjectOptions } from "../project/project.js";
import { readDotEnv } from "./environment.js";
import { failureJson, writeJson } from "./json.js";
import { type GlobalArguments, last } from "./options.js";
import { Progress } from "./progress.js";
import { printFailure } from "./render-failure.js";
import { Reporter } from "./reporter.js";

export interface Context {
  readonly reporter: Reporter;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly project: ProjectOptions;
  readonly progress: Progress;
  readonly yes: boolean;
}

export interface Outcome {
  /** The command's own fields of the JSON object; docs/cli.md lists them. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly exitCode: ExitCode;
  /** Why the command refused, where it still has something to show. */
  readonly failure?: Failure;
}

/** Any error as a Failure: what is none already is a bug, and says so. */
export function toFailure(error: unknown, verbose: boolean): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const stack = verbose && error instanceof Error ? (error.stack ?? "").split("\n").slice(1) : [];
  return new Failure(`unexpected: ${message}`, {
    details: stack,
    hint: verbose ? "please report it with the lines above" : "run it again with --verbose and report what it prints",
    cause: error,
  });
}

export function createReporter(args: Pick<GlobalArguments, "json" | "quiet" | "verbose">): Reporter {
  const { json, quiet, verbose } = args;
  return new Reporter({ json, quiet, verbose, env: process.env, stdout: process.stdout, stderr: process.stderr });
}

/** Never throws: what goes wrong is printed, and the exit code of the process set. */
export async function runCommand(
  name: string,
  args: GlobalArguments,
  work: (context: Context) => Promise<Outcome>,
): Promise<void> {
  const reporter = createReporter(args);
  const abort = new AbortController();
  const interrupt = (): void => {
    if (abort.signal.aborted) process.exit(exit.interrupted);
    reporter.error("interrupted: stopping safely (press Ctrl-C again to stop at once)");
    abort.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const progress = new Progress(reporter, "working");
  const onStatement = (sql: string, milliseconds: number): void =>
    reporter.note(reporter.err.dim(`${sql.trim()}; -- ${milliseconds.toFixed(1)} ms`));

  let outcome: Outcome;
  try {
    const config = last(args.config);
    readDotEnv(process.cwd(), config);
    const { target, url } = args;
    const shared = { config, target: last(target), url: last(url), signal: abort.signal };
    const project = { ...shared, onStatement: args.verbose ? onStatement : null };
    outcome = await work({ reporter, signal: abort.signal, project, progress, yes: args.yes });
  } catch (error) {
    const stopped = abort.signal.aborted && !(error instanceof Failure);
    const failure = stopped ? new Failure("interrupted") : toFailure(error, args.verbose);
    outcome = { data: {}, exitCode: failure.exitCode, failure };
  } finally {
    progress.stop();
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
  const stopped = abort.signal.aborted && outcome.failure !== undefined;
  const exitCode = stopped ? exit.interrupted : outcome.exitCode;
  if (outcome.failure !== undefined) await printFailure(reporter, outcome.failure);
  if (args.json) writeJson(reporter, { command: name, exitCode, ...outcome.data, error: failureJson(outcome.failure) });
  process.exitCode = exitCode;
}
