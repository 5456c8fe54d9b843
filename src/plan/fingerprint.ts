/**
 * Short hashes of objects, so that a migration file can say which shape it starts from and leads to.
 *
 * Hashed without text an engine reprints (expressions) and without column order, which PostgreSQL cannot restore: two
 * databases that took different ways to the same shape agree.
 */

import { createHash } from "node:crypto";
import type { DatabaseSchema } from "../model/database-schema.js";
import type { DomainSchema } from "../model/domain-schema.js";
import { canonicalShape } from "../model/equal.js";
import { formatName, formatWord } from "../model/name.js";
import type { TableSchema } from "../model/table-schema.js";
import type { Fingerprints } from "./planned.js";

/** Stands for an object that does not exist. */
export const absent = "-";

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** Expressions become a placeholder before sorting, so that reprinted text cannot change the order. */
function tableHash(table: TableSchema): string {
  const { columns, constraints, indexes, ...header } = table;
  const members = [columns, constraints, indexes].map((list) => list.map(canonicalShape).sort());
  return digest(canonicalShape([header, members]));
}

function domainHash({ checks, ...header }: DomainSchema): string {
  return digest(canonicalShape([header, checks.map(canonicalShape).sort()]));
}

/** The fingerprint of every object: tables, enums and domains as `schema.name`, namespaces as `schema name`. */
export function fingerprintAll(schema: DatabaseSchema): Map<string, string> {
  const result = new Map<string, string>();
  for (const namespace of schema.namespaces)
    result.set(`schema ${formatWord(namespace.name)}`, digest(canonicalShape(namespace)));
  for (const item of schema.enums) result.set(formatName(item), digest(canonicalShape(item)));
  for (const domain of schema.domains) result.set(formatName(domain), domainHash(domain));
  for (const table of schema.tables) result.set(formatName(table), tableHash(table));
  return result;
}

/** The fingerprints of some objects; `-` for those that do not exist. */
export function fingerprints(schema: DatabaseSchema, objects: Iterable<string>): Fingerprints {
  const all = fingerprintAll(schema);
  return new Map([...objects].sort().map((object) => [object, all.get(object) ?? absent]));
}
