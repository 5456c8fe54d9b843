/** Foreign keys that the engine does not let a column change under: they are dropped first and added again last. */

import type { ColumnSchema } from "../../model/column-schema.js";
import type { ForeignKeySchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { equal } from "../../model/equal.js";
import { formatName, type ObjectName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Flavor } from "./facts.js";
import { findTable, memberTable, type Run } from "./lowering.js";
import { isText } from "./types.js";
import { mentions } from "./words.js";
import { inheritedCollation } from "./write-tables.js";

export interface KeyAside {
  readonly table: TableSchema;
  readonly key: ForeignKeySchema;
}

/** `table.key` of each key that has to be out of the way during a step. */
export type Aside = ReadonlySet<string>;

export function keyId(table: TableSchema, key: ForeignKeySchema): string {
  return `${formatName(table)} ${key.name}`;
}

export function keysAside(run: Run, flavor: Flavor): Aside {
  const aside = new Set<string>();
  for (const { operation, before, after } of run) {
    if (operation.verb === "rename" && operation.noun === "column" && !flavor.renameRewrites) {
      // Under a key the engine renames in place or not at all, and it cannot where something is written again as well.
      const table = findTable(before, operation.on);
      if (table !== null && (run.length > 1 || isSpokenOf(table, operation.from) || hasHeavyCheck(table)))
        addKeys(aside, before, operation.on, [operation.from], "either");
    }
    // Neither end can take its new values before the other.
    if (operation.noun === "enumValue") addKeys(aside, before, operation.on, [operation.on.column ?? ""], "either");
    // What a table that is made here points at may get its shape only after it.
    if (operation.verb === "create" && operation.noun === "table")
      for (const key of operation.after.constraints)
        if (key.kind === "foreignKey" && changesIn(run, key.table)) aside.add(keyId(operation.after, key));
    if (operation.verb !== "alter") continue;
    if (operation.noun === "column") {
      const changed = retyped(operation.before, operation.after);
      if (changed !== null) addKeys(aside, before, operation.on, [operation.before.name], changed);
    } else if (operation.noun === "table") {
      const [from, to] = [before, after].map(({ tables }) => tables.find((table) => sameName(table, operation.after)));
      if (from === undefined || to === undefined || inheritedCollation(from) === inheritedCollation(to)) continue;
      const texts = from.columns.filter(({ type, collation }) => isText(type) && collation === null);
      addKeys(
        aside,
        before,
        from,
        texts.map(({ name }) => name),
        "either",
      );
    }
  }
  return aside;
}

function changesIn(run: Run, table: ObjectName): boolean {
  return run.some(({ operation }) => {
    const changed = memberTable(operation);
    return changed !== null && sameName(changed, table);
  });
}

const light = /^(?:(?:tiny|small|medium|big)?int|decimal|float|double|(?:var)?char|(?:var)?binary|json|bit|year)$/;

/** A check over dates, lists or long texts: the engine then renames any column of the table by copying the rows. */
function hasHeavyCheck({ columns, constraints }: TableSchema): boolean {
  const heavy = columns.filter(({ type }) => !light.test(type.name));
  return constraints.some(
    (check) => check.kind === "check" && heavy.some(({ name }) => mentions(check.expression.sql, name)),
  );
}

function isSpokenOf({ columns, constraints, indexes }: TableSchema, column: string): boolean {
  const texts = [
    ...columns.flatMap((item) => [item.default?.sql ?? "", item.generated?.expression.sql ?? ""]),
    ...constraints.map((item) => (item.kind === "check" ? item.expression.sql : "")),
    ...indexes.flatMap(({ parts }) => parts.map(({ expression }) => expression?.sql ?? "")),
  ];
  return texts.some((sql) => mentions(sql, column));
}

/** On which side of a key the change is refused; null where it is let through. */
function retyped(before: ColumnSchema, after: ColumnSchema): "either" | "target" | null {
  if (!equal(before.type, after.type) || before.collation !== after.collation) return "either";
  if ((before.identity === null) !== (after.identity === null)) return "either";
  // Where the engine copies the rows for it, no key may hold a column that loses its nulls.
  if (before.nullable && !after.nullable) return "either";
  return before.nullable === after.nullable ? null : "target";
}

function addKeys(
  aside: Set<string>,
  schema: DatabaseSchema,
  on: { readonly schema: string | null; readonly name: string },
  columns: readonly string[],
  side: "either" | "target",
): void {
  for (const table of schema.tables)
    for (const key of table.constraints) {
      if (key.kind !== "foreignKey") continue;
      const own = side === "either" && sameName(table, on) && key.columns.some((name) => columns.includes(name));
      const target = sameName(key.table, on) && key.references.some((name) => columns.includes(name));
      if (own || target) aside.add(keyId(table, key));
    }
}

/** The keys that are there in a schema, of those aside. */
export function presentKeys(schema: DatabaseSchema, aside: Aside): KeyAside[] {
  if (aside.size === 0) return [];
  return schema.tables.flatMap((table) =>
    table.constraints.flatMap((key) =>
      key.kind === "foreignKey" && aside.has(keyId(table, key)) ? [{ table, key }] : [],
    ),
  );
}

/** A table without the keys that are aside. */
export function withoutKeys(table: TableSchema, aside: Aside): TableSchema {
  if (aside.size === 0) return table;
  return {
    ...table,
    constraints: table.constraints.filter((key) => key.kind !== "foreignKey" || !aside.has(keyId(table, key))),
  };
}
