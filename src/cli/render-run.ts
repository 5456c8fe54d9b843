/** `apply` and `rollback` as people read them: progress while they run, then what was done. */

import type { RunnerEvent, RunnerEvents, RunResult } from "../project/run-project.js";
import type { Context } from "./command.js";
import type { Reporter } from "./reporter.js";
import { duration, plural, thousands } from "./words.js";

/** Shows each event as it comes. */
export function runEvents({ reporter, progress }: Context): RunnerEvents {
  const { green, yellow } = reporter.out;
  return (event: RunnerEvent) => {
    switch (event.kind) {
      case "waiting":
        progress.update(`waiting for another covet`);
        break;
      case "start":
        if (event.done > 0) reporter.print(`${event.migration}: going on after statement ${event.done}`);
        break;
      case "statement": {
        if (event.statement.kind === "code") {
          progress.update(`${event.migration}: running its code`);
          break;
        }
        const object = event.step.object === "" ? "" : `, ${event.step.object}`;
        progress.update(`${event.migration}: statement ${event.number} of ${event.total}${object}`);
        break;
      }
      case "rows":
        progress.update(`${event.migration}: ${thousands(event.done)} of ${thousands(event.total)} rows copied`);
        break;
      case "progress":
        progress.update(`${event.migration}: ${event.message}`);
        break;
      case "end": {
        progress.clear();
        const forward = event.direction === "forward";
        const verb = event.recordedOnly ? (forward ? "recorded" : "forgot") : forward ? "applied" : "rolled back";
        const how = event.recordedOnly ? "nothing was run" : duration(event.milliseconds);
        reporter.print(`${green(verb)} ${event.migration} (${how})`);
        break;
      }
      case "warning":
        progress.clear();
        reporter.note(yellow(`warning: ${event.message}`));
        break;
    }
  };
}

export function printRun(reporter: Reporter, result: RunResult, dryRun: boolean): void {
  const { bold, dim } = reporter.out;
  for (const { name, sql } of result.sql) {
    reporter.print(bold(name));
    reporter.print(sql.trim());
    reporter.print();
  }
  const forward = result.direction === "forward";
  const count = dryRun ? result.sql.length : result.migrations.length;
  if (count === 0) {
    reporter.print(forward ? "nothing to apply: the database is up to date" : "nothing to roll back");
  } else if (dryRun) {
    const what = plural(count, "migration");
    reporter.print(dim(`${what} would be ${forward ? "applied" : "rolled back"}; nothing was changed`));
  }
}

export function runJson(result: RunResult, dryRun: boolean): Record<string, unknown> {
  const { direction, migrations, sql, warnings } = result;
  return { direction, dryRun, migrations, sql, warnings };
}
