/** Times as people write them in a configuration: `2s`, `500ms`, `10min`, `1h`, or a number of milliseconds. */

import { Failure } from "../diagnostic/failure.js";

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, m: 60_000, h: 3_600_000 };

/** Milliseconds; null where nothing is said. `where` names the setting or flag for the message. */
export function milliseconds(value: string | number | undefined, where: string): number | null {
  if (value === undefined) return null;
  if (typeof value === "number") return value;
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|min|m|h)?$/.exec(value.trim());
  if (match === null) {
    throw new Failure(`${where}: \`${value}\` is not a time`, { hint: "write 500ms, 2s, 10min or 1h" });
  }
  return Math.round(Number(match[1]) * (units[match[2] ?? "ms"] ?? 1));
}
