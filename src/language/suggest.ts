/** The name a person most likely meant. */

import { distance } from "fastest-levenshtein";

/** Names that differ more than this are no help. */
function limit(word: string): number {
  return word.length <= 3 ? 1 : word.length <= 6 ? 2 : 3;
}

/** The candidate nearest to `word`, or null when none is near. Case counts less than spelling. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const lower = word.toLowerCase();
  let best: string | null = null;
  let least = limit(word) + 1;
  for (const candidate of candidates) {
    const apart = distance(lower, candidate.toLowerCase());
    if (apart < least || (apart === least && best !== null && candidate < best && least <= limit(word))) {
      best = candidate;
      least = apart;
    }
  }
  return best;
}

/** "`a`, `b` and 3 more": a list short enough for one line. */
export function listNames(names: readonly string[], most = 6): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}
