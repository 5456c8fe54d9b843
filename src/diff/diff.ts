/**
 * The operations between two schemas, in no useful order (see `order.ts`).
 *
 * Blind on purpose: it pairs by name and compares structure, and knows no attribute of anything. Whether a difference
 * can be made in place is the dialect's business.
 */

import type { DatabaseSchema } from "../model/database-schema.js";
import { canonical, equal } from "../model/equal.js";
import { formatName, type ObjectName } from "../model/name.js";
import type { TableSchema } from "../model/table-schema.js";
import type { Noun, Nouns, Operation, Owners } from "../operation/operation.js";
import { pair } from "./pair.js";

/** Both sides in normal form, renames already made in `before`, names adopted in `after`. */
export function diff(before: DatabaseSchema, after: DatabaseSchema): Operation[] {
  const tables = pair(before.tables, after.tables, formatName);
  return [
    ...compare("namespace", () => null, before.namespaces, after.namespaces, byName),
    ...compare("enum", namespaceOf, before.enums, after.enums, formatName),
    ...compare("domain", namespaceOf, before.domains, after.domains, formatName),
    ...compare("table", namespaceOf, tables.dropped, tables.created, formatName),
    ...tables.both.flatMap(([from, to]) => diffTable(from, to)),
  ];
}

function diffTable(before: TableSchema, after: TableSchema): Operation[] {
  if (before === after) return [];
  const table = { schema: after.schema, name: after.name };
  const on = () => table;
  return [
    ...compare("table", namespaceOf, [header(before)], [header(after)], formatName),
    ...compare("column", on, before.columns, after.columns, byName),
    ...compare("constraint", on, before.constraints, after.constraints, byNameOrContent),
    ...compare("index", on, before.indexes, after.indexes, byNameOrContent),
  ];
}

/** What is on one side alone is dropped or created; what differs is altered. */
function compare<N extends Noun>(
  noun: N,
  on: (item: Nouns[N]) => Owners[N],
  before: readonly Nouns[N][],
  after: readonly Nouns[N][],
  key: (item: Nouns[N]) => string,
): Operation[] {
  const { both, dropped, created } = pair(before, after, key);
  const operations = [
    ...dropped.map((item) => ({ verb: "drop", noun, on: on(item), before: item })),
    ...both
      .filter(([from, to]) => !equal(from, to))
      .map(([from, to]) => ({ verb: "alter", noun, on: on(to), before: from, after: to })),
    ...created.map((item) => ({ verb: "create", noun, on: on(item), after: item })),
  ];
  // TypeScript cannot see that noun, owner and item agree for whichever noun this is.
  return operations as unknown as Operation[];
}

/** A table without its members. */
function header(table: TableSchema): TableSchema {
  return { ...table, columns: [], constraints: [], indexes: [] };
}

function namespaceOf({ schema }: ObjectName): { readonly schema: string | null } {
  return { schema };
}

function byName(item: { readonly name: string }): string {
  return item.name;
}

/** What changed its kind is another thing under the same name. */
function byNameOrContent(item: { readonly name: string | null; readonly kind?: string }): string {
  return item.name === null ? canonical(item) : `${item.kind ?? ""} ${item.name}`;
}
