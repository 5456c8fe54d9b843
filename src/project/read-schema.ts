/** The schema files of a project, parsed and bound for a dialect. */

import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { Failure } from "../diagnostic/failure.js";
import { loadVocabularies } from "../dialects/registry.js";
import type { Bound } from "../language/bind.js";
import type { Source } from "../text/source.js";
import type { Settings } from "./project.js";
import { remembered } from "./schema-cache.js";
import { readSchemaFiles } from "./schema-files.js";

/** What is wrong with the files, and what they mean. */
export async function bindSources(sources: readonly Source[], dialects: readonly string[]): Promise<Bound> {
  // The parser is the slowest thing to load: only when there is something to parse.
  const [{ parse }, { bindSchema }, { checkSchema }, vocabularies] = await Promise.all([
    import("../language/parse.js"),
    import("../language/bind.js"),
    import("../language/check.js"),
    loadVocabularies(),
  ]);
  const targets = dialects.flatMap((name) => vocabularies.find(({ dialect }) => dialect === name) ?? []);
  const [target] = targets;
  if (target === undefined) throw new Failure("there is no dialect to check the schema files for");
  const parsed = sources.map(parse);
  const files = parsed.map(({ ast }) => ast);
  const bound = bindSchema(files, target, vocabularies);
  const meaning = targets.length === 1 ? bound.diagnostics : checkSchema(files, targets, vocabularies);
  return { ...bound, diagnostics: [...parsed.flatMap(({ diagnostics }) => diagnostics), ...meaning] };
}

export function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === "error").length;
}

/** The same for one dialect, remembered as long as the files do not change. */
export function bindProject(project: Settings, dialect: string, sources: readonly Source[]): Promise<Bound> {
  return remembered(project.root, dialect, sources, () => bindSources(sources, [dialect]));
}

/** Throws Failure with every diagnostic when the files have errors. */
export async function readSchema(project: Settings, dialect: string): Promise<Bound> {
  const bound = await bindProject(project, dialect, await readSchemaFiles(project));
  const errors = countErrors(bound.diagnostics);
  if (errors > 0) {
    throw new Failure(`the schema files have ${errors === 1 ? "an error" : `${errors} errors`}`, {
      hint: "nothing was changed; mend them, `covet check` shows them again",
      diagnostics: bound.diagnostics,
    });
  }
  return bound;
}
