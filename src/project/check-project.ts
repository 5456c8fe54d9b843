/** Checks the schema files for every dialect the project has targets of, without a database. */

import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { loadSettings, type ProjectOptions } from "./project.js";
import { bindSources } from "./read-schema.js";
import { readSchemaFiles } from "./schema-files.js";
import { targetDialects } from "./target.js";

export interface CheckOutcome {
  readonly dialects: readonly string[];
  readonly files: number;
  readonly tables: number;
  readonly enums: number;
  readonly domains: number;
  readonly diagnostics: readonly Diagnostic[];
}

export async function checkProject(options: ProjectOptions = {}): Promise<CheckOutcome> {
  const settings = await loadSettings(options);
  const dialects = targetDialects(settings, options);
  const sources = await readSchemaFiles(settings);
  const { schema, diagnostics } = await bindSources(sources, dialects);
  return {
    dialects,
    files: sources.length,
    tables: schema.tables.length,
    enums: schema.enums.length,
    domains: schema.domains.length,
    diagnostics,
  };
}
