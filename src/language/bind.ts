/** Syntax trees to a schema for one target: names resolved, `for` applied, meaning checked. Never throws on bad input. */

import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Vocabulary } from "../dialect/vocabulary.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import type { Hints } from "../model/hints.js";
import { formatName, formatWord } from "../model/name.js";
import type { TableSchema } from "../model/table-schema.js";
import type { FileNode } from "./ast.js";
import { checkWords } from "./attributes.js";
import { bindDeclarations } from "./bind-declarations.js";
import type { Binding, BoundTable } from "./binding.js";
import { collectHints } from "./origins.js";
import { Report } from "./report.js";
import { rules } from "./rules/rules.js";
import { selectDeclarations } from "./select.js";

export interface Bound {
  readonly schema: DatabaseSchema;
  readonly hints: Hints;
  /** What is declared `@unmanaged`, as people write it. */
  readonly unmanaged: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `all`: every dialect covet knows, to tell a setting of another engine from one that nobody knows. */
export function bindSchema(files: readonly FileNode[], target: Vocabulary, all: readonly Vocabulary[]): Bound {
  return bindNodes(files, target, all).bound;
}

/** The same, with the nodes that each object was written as: for who changes the files. */
export function bindNodes(
  files: readonly FileNode[],
  target: Vocabulary,
  all: readonly Vocabulary[],
): { readonly bound: Bound; readonly binding: Binding } {
  const report = new Report();
  const binding: Binding = {
    target,
    all,
    report,
    namespaces: new Map(),
    enums: new Map(),
    domains: new Map(),
    boundDomains: new Map(),
    mixins: new Map(),
    tables: new Map(),
    warned: new Set(),
  };
  checkWords(files, all, report);
  bindDeclarations(selectDeclarations(files, target), binding);
  const hints = collectHints(binding);
  for (const rule of rules) rule(binding);
  const { diagnostics } = report;
  return { bound: { schema: schemaOf(binding), hints, unmanaged: unmanagedOf(binding), diagnostics }, binding };
}

function schemaOf({ namespaces, enums, boundDomains, tables }: Binding): DatabaseSchema {
  const managed = <T extends { readonly managed: boolean }>(entries: Iterable<T>): T[] =>
    [...entries].filter((entry) => entry.managed);
  return {
    namespaces: managed(namespaces.values()).map(({ schema }) => schema),
    enums: managed(enums.values()).map(({ schema }) => schema),
    domains: managed(boundDomains.values()).map(({ schema }) => schema),
    tables: managed(tables.values()).map(tableSchema),
  };
}

function tableSchema({ name, columns, constraints, indexes, comment, settings }: BoundTable): TableSchema {
  return {
    ...name,
    columns: columns.map(({ schema }) => schema),
    constraints: constraints.flatMap(({ schema }) => (schema === null ? [] : [schema])),
    indexes: indexes.map(({ schema }) => schema),
    comment,
    settings,
  };
}

function unmanagedOf({ namespaces, enums, boundDomains, tables }: Binding): string[] {
  return [
    ...[...namespaces.values()].filter(({ managed }) => !managed).map(({ schema }) => formatWord(schema.name)),
    ...[...enums.values()].filter(({ managed }) => !managed).map(({ schema }) => formatName(schema)),
    ...[...boundDomains.values()].filter(({ managed }) => !managed).map(({ schema }) => formatName(schema)),
    ...[...tables.values()].filter(({ managed }) => !managed).map(({ name }) => formatName(name)),
  ];
}
