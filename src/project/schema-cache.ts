/**
 * Remembers what schema files mean, so that files which did not change are not parsed again: loading the parser alone
 * takes longer than a plan with nothing to do. A file in the user's cache folder; without one covet only parses again.
 */

import type { Bound } from "../language/bind.js";
import type { Origin } from "../model/hints.js";
import type { Source } from "../text/source.js";
import { buildStamp, cacheFile, digest, readCache, writeCache } from "./cache-file.js";

/** What JSON can hold of it. Files that had something to say are not remembered: it must be said again. */
interface Stored {
  readonly schema: Bound["schema"];
  readonly unmanaged: Bound["unmanaged"];
  readonly renames: Bound["hints"]["renames"];
  readonly concurrent: readonly string[];
  readonly using: readonly (readonly [string, string])[];
  readonly origins: readonly (readonly [string, Origin])[];
}

function store({ schema, hints, unmanaged }: Bound): Stored {
  const { renames, concurrent, using, origins } = hints;
  return { schema, unmanaged, renames, concurrent: [...concurrent], using: [...using], origins: [...origins] };
}

function restore({ schema, unmanaged, renames, concurrent, using, origins }: Stored): Bound {
  return {
    schema,
    hints: { renames, concurrent: new Set(concurrent), using: new Map(using), origins: new Map(origins) },
    unmanaged,
    diagnostics: [],
  };
}

/** `work` once for the same files, dialect and build. `place` names the project. */
export async function remembered(
  place: string,
  dialect: string,
  sources: readonly Source[],
  work: () => Promise<Bound>,
): Promise<Bound> {
  const path = cacheFile("schema", place, dialect);
  if (path === null) return work();
  const key = digest(buildStamp(), dialect, ...sources.flatMap((source) => [source.path, source.text]));
  const known = readCache<Stored>(path, key);
  if (known !== null) return restore(known);
  const bound = await work();
  if (bound.diagnostics.length === 0) writeCache(path, key, store(bound));
  return bound;
}
