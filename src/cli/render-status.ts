/** `covet status` as people read it: a line for each migration, then what drifted. */

import { type ExitCode, exit } from "../diagnostic/failure.js";
import type { Status } from "../project/status-project.js";
import type { Reporter } from "./reporter.js";
import { plural } from "./words.js";

type State = Status["migrations"][number]["state"];

const words: Readonly<Record<State, string>> = {
  applied: "applied",
  pending: "pending",
  edited: "edited",
  missing: "missing",
  conflicting: "conflict",
  halfDone: "half done",
};

/** The exit code of `--check`, worst first. */
export function statusExit({ migrations, drift }: Status): ExitCode {
  const has = (...states: State[]): boolean => migrations.some(({ state }) => states.includes(state));
  if (has("halfDone")) return exit.halfDone;
  if (has("edited", "missing") || drift.length > 0) return exit.drift;
  if (has("conflicting")) return exit.conflict;
  return has("pending") ? exit.pending : exit.done;
}

export function printStatus(reporter: Reporter, label: string, status: Status): void {
  const { green, yellow, red, dim, bold } = reporter.out;
  const paint = (state: State): ((text: string) => string) =>
    state === "applied" ? green : state === "pending" ? yellow : red;
  reporter.print(bold(label));
  for (const { name, state, appliedAt, position, reasons } of status.migrations) {
    const when = appliedAt === null ? "" : dim(`  ${appliedAt.toISOString().slice(0, 19).replace("T", " ")} UTC`);
    const where = position === null ? "" : `  ${position.done} of ${position.total} statements ${position.direction}`;
    reporter.print(`  ${paint(state)(words[state].padEnd(9))} ${name}${when}${where}`);
    for (const reason of reasons) reporter.print(`            ${reason}`);
  }
  if (status.migrations.length === 0) reporter.print("  no migrations yet: `covet plan` writes the first");
  for (const { object, change } of status.drift) reporter.print(red(`  drift     ${object} ${change}`));
  for (const warning of status.warnings) reporter.note(yellow(`warning: ${warning}`));
  const pending = status.migrations.filter(({ state }) => state === "pending").length;
  if (pending > 0)
    reporter.print(`${plural(pending, "migration")} pending: \`covet apply\` runs ${pending === 1 ? "it" : "them"}`);
}

export function statusJson({ migrations, drift, warnings }: Status): Record<string, unknown> {
  return { migrations, drift, warnings };
}
