/**
 * What a statement finds before it starts, written down so that somebody who comes later, and finds that nobody saw its
 * end, can tell whether it took effect: DDL happens whole or not at all.
 */

import type { Introspection } from "../dialect/dialect.js";
import { canonical } from "../model/equal.js";
import { formatName, formatWord } from "../model/name.js";
import { absent } from "../plan/fingerprint.js";
import type { Fingerprints } from "../plan/planned.js";
import { lexSql, unquoteName } from "../sql/lexer.js";
import type { SqlSyntax } from "../sql/syntax.js";
import type { FileStatement, FileStep, MigrationFile } from "./file.js";
import { shortHash } from "./hashes.js";

/** `whole`: it ran in one transaction with its line in the journal. Else objects, each with a hash of all that is known of it. */
export type Probe = "whole" | Fingerprints;

export function writeProbe(probe: Probe): string {
  return JSON.stringify(probe === "whole" ? probe : Object.fromEntries(probe));
}

export function readProbe(text: string): Probe {
  const value: unknown = JSON.parse(text);
  return value === "whole" ? value : new Map(Object.entries(value as Record<string, string>));
}

/** The objects that a statement, or its step, speaks of. */
export function probeOf(
  file: MigrationFile,
  { step, statement }: { readonly step: FileStep; readonly statement: FileStatement },
  live: Introspection,
  syntax: SqlSyntax,
): Fingerprints {
  if (statement.kind === "code") return new Map();
  const words = new Set(
    lexSql(statement.sql, syntax).flatMap((token) =>
      token.kind === "word" || token.kind === "name" ? [unquoteName(token, syntax).toLowerCase()] : [],
    ),
  );
  const found = hashAll(live);
  const names = new Set([...file.before.keys(), ...file.after.keys(), ...found.keys()]);
  const spoken = [...names].filter(
    (name) => words.has(lastPart(name).toLowerCase()) || name === step.object || step.object.startsWith(`${name}.`),
  );
  return new Map(spoken.sort().map((name) => [name, found.get(name) ?? absent]));
}

/** Whether these objects are now as they were then. */
export function stillSame(probe: Fingerprints, live: Introspection): boolean {
  const found = hashAll(live);
  return [...probe].every(([name, hash]) => (found.get(name) ?? absent) === hash);
}

/** `name`: in lower case, without what it is in. */
export function speaksOf(probe: Fingerprints, name: string): boolean {
  return [...probe.keys()].some((key) => lastPart(key).toLowerCase() === name);
}

/** Unlike fingerprints in a header, with the texts of expressions and the order of columns: it is the same database. */
function hashAll({ schema }: Introspection): Map<string, string> {
  const hash = (item: unknown) => shortHash([canonical(item)]);
  return new Map([
    ...schema.namespaces.map((item) => [`schema ${formatWord(item.name)}`, hash(item)] as const),
    ...schema.enums.map((item) => [formatName(item), hash(item)] as const),
    ...schema.tables.map((item) => [formatName(item), hash(item)] as const),
  ]);
}

/** `b` of `a.b`, of `schema b`, of `a."b"`. */
function lastPart(name: string): string {
  const quoted = /"((?:[^"]|"")*)"$/.exec(name)?.[1];
  return quoted === undefined ? (/[^. ]*$/.exec(name)?.[0] ?? name) : quoted.replaceAll('""', '"');
}
