/** One folder of `test/cases`: a schema before and after, rows, and the migration files they must give. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Vocabulary } from "../../src/dialect/vocabulary.js";
import { loadVocabularies } from "../../src/dialects/registry.js";
import { type Bound, bindSchema } from "../../src/language/bind.js";
import { parse } from "../../src/language/parse.js";

const vocabularies = await loadVocabularies();

export const casesFolder = new URL("../cases/", import.meta.url).pathname;

/** What a dialect's forward SQL holds; a change of these is a change of behaviour. */
export interface Measured {
  readonly statements: number;
  readonly drops: number;
  readonly files: number;
}

export interface Unsupported {
  /** The closest SQL a person could write … */
  readonly sql: string;
  /** … and the words the engine refuses it with. */
  readonly error: string;
}

export interface Facts {
  /** Objects whose loss is approved, forward or backward. */
  readonly allow: readonly string[];
  /** The rows do not all come back with rollback. */
  readonly loses: boolean;
  /** Values differ from run to run (`now()`): they are not compared with those of the first. */
  readonly volatile: boolean;
  readonly expect: Readonly<Record<string, Measured>>;
  readonly unsupported: Readonly<Record<string, Unsupported>>;
}

export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly facts: Facts;
  /** `rows.sql`, `setup.sql`: text, or null where there is none. */
  script(name: string): string | null;
}

export function readCases(): Case[] {
  return readdirSync(casesFolder)
    .sort()
    .map((name) => {
      const folder = join(casesFolder, name);
      const script = (file: string) =>
        existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : null;
      const facts: Partial<Facts> = JSON.parse(script("facts.json") ?? "{}");
      return {
        name,
        folder,
        script,
        facts: { allow: [], loses: false, volatile: false, expect: {}, unsupported: {}, ...facts },
      };
    });
}

/** Parses and binds one schema file for a target. */
export function bindCase(item: Case, file: string, target: Vocabulary): Bound {
  return bindText(item.script(file) ?? "", `test/cases/${item.name}/${file}`, target);
}

export function bindText(text: string, path: string, target: Vocabulary): Bound {
  const { ast, diagnostics } = parse({ path, text });
  const bound = bindSchema([ast], target, vocabularies);
  return { ...bound, diagnostics: [...diagnostics, ...bound.diagnostics] };
}
