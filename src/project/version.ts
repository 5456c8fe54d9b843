/** covet's own version, for the history of a database. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** From the nearest package.json: sources and the built files lie at different depths. */
export function toolVersion(): string {
  for (let place = dirname(fileURLToPath(import.meta.url)); ; place = dirname(place)) {
    const path = join(place, "package.json");
    if (existsSync(path)) return String(JSON.parse(readFileSync(path, "utf8")).version);
    if (dirname(place) === place) return "unknown";
  }
}
