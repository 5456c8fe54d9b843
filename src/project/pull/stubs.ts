/** Tables that are not covet's and that foreign keys point at: declared `@unmanaged`, with no more than the keys need. */

import type { Vocabulary } from "../../dialect/vocabulary.js";
import type { Binding } from "../../language/binding.js";
import { columnWords, printColumnName } from "../../language/print-column.js";
import { printColumns } from "../../language/print-words.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { ForeignKeySchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { formatName, type ObjectName } from "../../model/name.js";

export interface Stub {
  readonly name: ObjectName;
  readonly columns: Map<string, ColumnSchema>;
  readonly keys: Map<string, readonly string[]>;
}

/** Of tables outside `schema` that a foreign key in it points at; and of `others`, which it need not. */
export function stubsFor(schema: DatabaseSchema, others: Iterable<ObjectName>): Map<string, Stub> {
  const stubs = new Map<string, Stub>();
  const stubOf = (name: ObjectName): Stub => {
    const stub = stubs.get(formatName(name)) ?? { name, columns: new Map(), keys: new Map() };
    stubs.set(formatName(name), stub);
    return stub;
  };
  for (const { schema: namespace, name } of others) stubOf({ schema: namespace, name });
  const own = new Set(schema.tables.map(formatName));
  for (const table of schema.tables)
    for (const key of table.constraints) {
      if (key.kind !== "foreignKey" || own.has(formatName(key.table))) continue;
      const stub = stubOf(key.table);
      stub.keys.set([...key.references].sort().join("\0"), key.references);
      for (const [at, column] of key.references.entries()) addColumn(stub, column, sourceOf(key, at, table.columns));
    }
  return stubs;
}

function sourceOf({ columns }: ForeignKeySchema, at: number, all: readonly ColumnSchema[]): ColumnSchema | undefined {
  return all.find(({ name }) => name === columns[at]);
}

/** The type is that of the column which points there. */
function addColumn(stub: Stub, name: string, source: ColumnSchema | undefined): void {
  if (source === undefined || stub.columns.has(name)) return;
  const plain = { default: null, generated: null, identity: null, collation: null, comment: null, settings: [] };
  stub.columns.set(name, { ...source, ...plain, name, nullable: false });
}

/** Whether the files declare what the keys need. */
export function isDeclared(stub: Stub, { tables }: Binding): boolean {
  const table = tables.get(formatName(stub.name));
  if (table === undefined) return false;
  const names = new Set(table.columns.map(({ schema }) => schema.name));
  const keys = [
    ...table.constraints.flatMap(({ schema }) =>
      schema?.kind === "primaryKey" || schema?.kind === "unique" ? [schema.columns] : [],
    ),
    // Where a unique key is an index.
    ...table.indexes.flatMap(({ schema }) =>
      schema.unique ? [schema.parts.flatMap(({ column }) => (column === null ? [] : [column]))] : [],
    ),
  ];
  return (
    [...stub.columns.keys()].every((name) => names.has(name)) &&
    [...stub.keys.keys()].every((key) => keys.some((columns) => [...columns].sort().join("\0") === key))
  );
}

export function printStub({ name, columns, keys }: Stub, reason: string | null, target: Vocabulary): string {
  const single = new Set([...keys.values()].flatMap((key) => (key.length === 1 ? key : [])));
  const lines = [...columns.values()].map((column) => {
    const key = single.has(column.name) ? " unique" : "";
    return `  ${printColumnName(column)} ${columnWords(column, target).type}${key}`;
  });
  const rules = [...keys.values()].flatMap((key) => (key.length > 1 ? [`  unique ${printColumns(key)}`] : []));
  const said = reason === null ? [] : [`// covet cannot write this table: ${reason.replace(/\s+/g, " ")}`];
  return [...said, `table ${formatName(name)} @unmanaged {`, ...lines, ...rules, "}"].join("\n");
}
