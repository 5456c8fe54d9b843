/** Where a command's words go: the report to stdout, everything beside it to stderr, colours only where wanted. */

import picocolors from "picocolors";

export type Colors = ReturnType<typeof picocolors.createColors>;

export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ReporterOptions {
  /** stdout carries one JSON object; the report for people is not written. */
  readonly json: boolean;
  /** Only errors. */
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
}

/** NO_COLOR (no-color.org) wins over FORCE_COLOR; otherwise colours are for terminals, not for CI logs. */
export function wantsColor(terminal: Terminal, env: ReporterOptions["env"]): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return terminal.isTTY === true && env.TERM !== "dumb" && !env.CI;
}

export class Reporter {
  readonly json: boolean;
  readonly verbose: boolean;
  /** Colours for the report (stdout) and for notes (stderr). */
  readonly out: Colors;
  readonly err: Colors;
  /** A line may be rewritten in place. */
  readonly live: boolean;
  readonly #options: ReporterOptions;

  constructor(options: ReporterOptions) {
    this.#options = options;
    this.json = options.json;
    this.verbose = options.verbose;
    this.out = picocolors.createColors(wantsColor(options.stdout, options.env));
    this.err = picocolors.createColors(wantsColor(options.stderr, options.env));
    this.live = options.stderr.isTTY === true && !options.env.CI && options.env.TERM !== "dumb" && !options.quiet;
  }

  /** A line of the report. */
  print(line = ""): void {
    if (!this.json && !this.#options.quiet) this.#options.stdout.write(`${line}\n`);
  }

  /** Data the user asked for, also with --quiet. */
  data(text: string): void {
    this.#options.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  }

  /** A line beside the report: warnings, progress, SQL with --verbose. */
  note(line: string): void {
    if (!this.#options.quiet) this.#options.stderr.write(`${line}\n`);
  }

  error(line: string): void {
    this.#options.stderr.write(`${line}\n`);
  }

  /** Replaces the line last written by `rewrite`. Only where `live`. */
  rewrite(text: string): void {
    this.#options.stderr.write(`\r\u001b[2K${text}`);
  }
}
