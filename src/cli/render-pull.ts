/** `pull` as people read it: what changed in which file, and what of the database no file can hold. */

import type { PullOutcome } from "../project/pull-project.js";
import type { Reporter } from "./reporter.js";
import { plural } from "./words.js";

/** Few enough changes or objects to list them unasked. */
const few = 20;

export function printPull(
  reporter: Reporter,
  outcome: PullOutcome,
  { dryRun, verbose }: { readonly dryRun: boolean; readonly verbose: boolean },
): void {
  const { dim, green, red, yellow } = reporter.out;
  const { changes, files, rewritten, unwritten, undecided, otherNamespaces } = outcome;
  if (dryRun)
    for (const { path, state, text } of files) {
      reporter.print(`// ${path}${state === "removed" ? " is removed" : ""}`);
      reporter.print(text);
    }
  // Into an empty folder everything is new; the last line says how much.
  const news = files.some(({ state }) => state !== "new") || verbose;
  for (const { change, noun, object } of changes) {
    if (change === "removed") reporter.note(red(`removed ${noun} ${object}`));
    else if (news) reporter.note(`${change} ${noun} ${object}`);
  }
  for (const name of rewritten)
    reporter.note(yellow(`${name} was written anew as a whole: comments inside it may be lost`));
  for (const { object, reason } of unwritten)
    reporter.note(yellow(`${object} cannot be written (${reason}); it is declared @unmanaged`));
  for (const { object, reason } of undecided)
    reporter.note(yellow(`undecided ${object}: ${reason}; the file's words stay`));
  if (otherNamespaces.length > 0)
    reporter.note(
      yellow(`not pulled, as no file names them: ${otherNamespaces.join(", ")} (declare \`schema NAME\` to pull one)`),
    );
  const verbs = { new: "wrote", changed: "changed", removed: "removed" };
  for (const { path, state } of files)
    if (outcome.written) reporter.print(`${green(verbs[state])} ${path}`);
    else if (!dryRun) reporter.print(`${dim("not written")} ${path}`);
  printUnmanaged(reporter, outcome, verbose);
  if (files.length === 0) reporter.print(green("nothing to pull: the files say what the database has"));
  reporter.print(truth(outcome));
  if (outcome.written && !outcome.history) reporter.print("next: covet baseline, so that covet goes on from here");
}

function printUnmanaged(reporter: Reporter, { unmanaged }: PullOutcome, verbose: boolean): void {
  const { dim } = reporter.out;
  if (!verbose && unmanaged.length > few) {
    reporter.print(dim(`${unmanaged.length} objects are not modelled; --verbose lists them`));
    return;
  }
  for (const item of unmanaged) {
    const on = item.on === null ? "" : ` on ${item.on}`;
    reporter.print(dim(`not modelled: ${item.kind} ${item.object}${on}`));
  }
}

function truth({ pulled, unmanaged, unwritten }: PullOutcome): string {
  const { tables, columns, constraints, indexes, enums, domains } = pulled;
  const inside = [plural(columns, "column"), plural(constraints, "key or check", "keys and checks")];
  inside.push(plural(indexes, "index", "indexes"));
  const kinds = new Map<string, number>();
  for (const { kind } of unmanaged) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const others = [...kinds].map(([kind, count]) => `${count} × ${kind}`);
  if (unwritten.length > 0)
    others.push(plural(unwritten.length, "table covet cannot write", "tables covet cannot write"));
  const rest = others.length === 0 ? "nothing is left out" : `not modelled: ${others.join(", ")}`;
  const types = [plural(enums, "enum"), ...(domains === 0 ? [] : [plural(domains, "domain")])];
  return `pulled ${plural(tables, "table")} (${inside.join(", ")}) and ${types.join(" and ")}; ${rest}`;
}

export function pullJson({ history: _history, ...outcome }: PullOutcome): Record<string, unknown> {
  return outcome;
}
