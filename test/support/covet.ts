/** Schema text to a bound schema, for tests. */

import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import type { Vocabulary } from "../../src/dialect/vocabulary.js";
import { loadVocabularies } from "../../src/dialects/registry.js";
import { type Bound, bindSchema } from "../../src/language/bind.js";
import { parse } from "../../src/language/parse.js";
import type { Source } from "../../src/text/source.js";

export type Target = "postgres" | "mysql" | "mariadb" | "sqlite";

export const vocabularies = await loadVocabularies();

export function vocabularyOf(target: Target): Vocabulary {
  const found = vocabularies.find(({ dialect }) => dialect === target);
  if (found === undefined) throw new Error(`no vocabulary of ${target}`);
  return found;
}

/** Binds texts; what the parser reports stands before what the binder does. */
export function bindSources(sources: readonly Source[], target: Vocabulary): Bound {
  const parsed = sources.map((source) => parse(source));
  const bound = bindSchema(
    parsed.map(({ ast }) => ast),
    target,
    vocabularies,
  );
  return { ...bound, diagnostics: [...parsed.flatMap(({ diagnostics }) => diagnostics), ...bound.diagnostics] };
}

export function bindText(text: string, target: Target = "postgres"): Bound {
  return bindSources([{ path: "schemas/test.covet", text }], vocabularyOf(target));
}

/** Text with « and » around one place: they are taken out, and the place between them is given. */
export function bindMarked(
  marked: string,
  target: Target,
): { diagnostics: readonly Diagnostic[]; span: readonly [start: number, end: number] } {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const { diagnostics } = bindText(marked.replace("«", "").replace("»", ""), target);
  return { diagnostics, span: [start, end] };
}
