/**
 * Remembers what schema files mean, so that files which did not change are not parsed again: loading the parser alone
 * takes longer than a plan with nothing to do. A file in the user's cache folder; without one covet only parses again.
 */

import type { Diagnostic, Label } from "../diagnostic/diagnostic.js";
import type { Bound } from "../language/bind.js";
import type { Origin } from "../model/hints.js";
import type { Source, Span } from "../text/source.js";
import { buildStamp, cacheFile, digest, readCache, writeCache } from "./cache-file.js";

/** What JSON can hold of it. Files with errors are not remembered. */
interface Stored {
  readonly schema: Bound["schema"];
  readonly unmanaged: Bound["unmanaged"];
  readonly renames: Bound["hints"]["renames"];
  readonly concurrent: readonly string[];
  readonly using: readonly (readonly [string, string])[];
  readonly origins: readonly (readonly [string, Origin])[];
  /** Warnings, with a path where the source stands: its text is in the files. */
  readonly warnings: readonly Packed[];
}

type Packed = Omit<Diagnostic, "span" | "labels"> & {
  readonly span: PackedSpan;
  readonly labels: readonly (Omit<Label, "span"> & { readonly span: PackedSpan })[];
};

interface PackedSpan {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

function pack(diagnostic: Diagnostic): Packed {
  const span = ({ source: { path }, start, end }: Span): PackedSpan => ({ path, start, end });
  const labels = diagnostic.labels.map((label) => ({ ...label, span: span(label.span) }));
  return { ...diagnostic, span: span(diagnostic.span), labels };
}

function unpack(packed: Packed, sources: readonly Source[]): Diagnostic {
  const span = ({ path, start, end }: PackedSpan): Span => {
    const source = sources.find((candidate) => candidate.path === path) ?? { path, text: "" };
    return { source, start, end };
  };
  const labels = packed.labels.map((label) => ({ ...label, span: span(label.span) }));
  return { ...packed, span: span(packed.span), labels };
}

function store({ schema, hints, unmanaged, diagnostics }: Bound): Stored {
  const { renames, concurrent, using, origins } = hints;
  const listed = { concurrent: [...concurrent], using: [...using], origins: [...origins] };
  return { schema, unmanaged, renames, ...listed, warnings: diagnostics.map(pack) };
}

function restore(stored: Stored, sources: readonly Source[]): Bound {
  const { schema, unmanaged, renames, concurrent, using, origins, warnings } = stored;
  return {
    schema,
    hints: { renames, concurrent: new Set(concurrent), using: new Map(using), origins: new Map(origins) },
    unmanaged,
    diagnostics: warnings.map((warning) => unpack(warning, sources)),
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
  if (known !== null) return restore(known, sources);
  const bound = await work();
  if (bound.diagnostics.every(({ severity }) => severity !== "error")) writeCache(path, key, store(bound));
  return bound;
}
