/** Says of a drop and an add that look like a rename where to write `@was`, and what the line is then. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RenameSuggestion } from "../diff/lookalikes.js";
import type { Hints, Origin } from "../model/hints.js";
import type { Settings } from "./project.js";

export interface RenameAdvice extends RenameSuggestion {
  readonly origin: Origin | null;
  /** The line of the schema file with the hint in it; null where the place is not known. */
  readonly line: string | null;
}

/** `@was` comes last: before the `{` that opens a table, and before a comment. */
function withHint(line: string, hint: string): string {
  const [, code = "", rest = ""] = /^(.*?)(\s*(?:\{.*)?(?:\/\/.*)?)$/.exec(line) ?? [];
  return `${code.trim()} ${hint}${rest}`.trimEnd();
}

export function adviseRenames(
  settings: Settings,
  suggestions: readonly RenameSuggestion[],
  hints: Hints,
): RenameAdvice[] {
  return suggestions.map((suggestion) => {
    // Keys of hints are built of the same words.
    const origin = hints.origins.get(`${suggestion.noun} ${suggestion.created}`) ?? null;
    if (origin === null) return { ...suggestion, origin, line: null };
    const text = readFileSync(resolve(settings.root, origin.path), "utf8");
    const line = text.split(/\r\n|\n|\r/)[origin.line - 1] ?? "";
    return { ...suggestion, origin, line: withHint(line, suggestion.add) };
  });
}

/** One line for people. */
export function adviceText({ noun, dropped, created, add, origin, line }: RenameAdvice): string {
  const what = `${noun} ${dropped} → ${created}`;
  return origin === null ? `${what}: write ${add}` : `${what}: at ${origin.path}:${origin.line} write  ${line}`;
}
