/** What changed in a database behind covet's back: its catalog against the picture in its own history. */

import { exit, Failure } from "../diagnostic/failure.js";
import { unmanagedBy } from "../dialect/unmanaged.js";
import type { Fingerprints } from "../plan/planned.js";
import type { HistoryRow } from "./history.js";

export interface Drift {
  readonly object: string;
  readonly change: "appeared" | "vanished" | "changed";
}

/** A new server version may describe the same objects otherwise: its first picture is taken without alarm. */
export function driftOf(
  rows: readonly HistoryRow[],
  live: Fingerprints,
  serverVersion: string,
  unmanaged: readonly string[],
): Drift[] {
  const last = rows.at(-1);
  if (last === undefined || last.picture === null || last.serverVersion !== serverVersion) return [];
  const picture = last.picture;
  // What was let go with `@unmanaged` is in the picture, and is no longer looked at.
  const isUnmanaged = unmanagedBy(unmanaged);
  return [...new Set([...picture.keys(), ...live.keys()])].sort().flatMap((object): Drift[] => {
    const before = picture.get(object);
    const now = live.get(object);
    if (before === now || isUnmanaged({ schema: null, name: object })) return [];
    return [{ object, change: before === undefined ? "appeared" : now === undefined ? "vanished" : "changed" }];
  });
}

export function driftFailure(drift: readonly Drift[], last: HistoryRow | undefined): Failure {
  return new Failure(`this database changed since ${last?.name ?? "covet last looked"}, and not by a migration`, {
    exitCode: exit.drift,
    details: drift.map(({ object, change }) => `${object} ${change}`),
    hint: "Undo the change, or bring it into the schema files with `covet plan --adopt`; --accept-drift goes on all the same.",
  });
}
