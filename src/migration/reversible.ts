/** Refuses what could not be taken back: a rollback of it, and an apply that asked for nothing but the reversible. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { MigrationFile } from "./file.js";

export function refuseIrreversible(file: MigrationFile): void {
  if (file.backward.irreversible === null) return;
  throw new Failure(`${file.path} cannot be rolled back: ${file.backward.irreversible}`, {
    exitCode: exit.refused,
    hint: "Nothing was changed. Write its backward half by hand, or go forward with a new migration.",
  });
}

/** Before anything runs. */
export function requireReversible(files: readonly MigrationFile[]): void {
  const details = files.flatMap((file) =>
    file.backward.irreversible === null ? [] : [`${placeOf(file)}: ${file.backward.irreversible}`],
  );
  if (details.length === 0) return;
  const count = details.length === 1 ? "a pending migration" : `${details.length} pending migrations`;
  throw new Failure(`${count} could not be rolled back`, {
    exitCode: exit.refused,
    details,
    hint: "Nothing was changed. Write the backward half by hand, or apply without --require reversible.",
  });
}

/** The line that says so, where one does. */
function placeOf({ path, text }: MigrationFile): string {
  const at = text.search(/^(?:-- covet:|[ \t]*)irreversible\b/m);
  return at < 0 ? path : `${path}:${text.slice(0, at).split("\n").length}`;
}
