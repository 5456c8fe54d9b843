/** What a schema looks like after an operation. Pure; an operation that does not fit the schema throws. */

import type { ConstraintSchema } from "../model/constraint-schema.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { equal } from "../model/equal.js";
import type { IndexSchema } from "../model/index-schema.js";
import { formatName, formatWord, type ObjectName, sameName } from "../model/name.js";
import type { TableSchema } from "../model/table-schema.js";
import { applyRename } from "./apply-rename.js";
import type { Alter, Create, Drop, Noun, Operation } from "./operation.js";

/** Keeps the order of everything; what is created comes last. */
export function apply(schema: DatabaseSchema, operation: Operation): DatabaseSchema {
  if (operation.verb === "rename") return applyRename(schema, operation);
  switch (operation.noun) {
    case "namespace": {
      const { name } = operation.verb === "create" ? operation.after : operation.before;
      return { ...schema, namespaces: changed(schema.namespaces, operation, byName, `schema ${formatWord(name)}`) };
    }
    case "enum":
      return { ...schema, enums: changed(schema.enums, operation, sameName, `enum ${nameOf(operation)}`) };
    case "domain":
      return { ...schema, domains: changed(schema.domains, operation, sameName, `domain ${nameOf(operation)}`) };
    case "table":
      return { ...schema, tables: tablesAfter(schema, operation) };
    case "column":
      return onTable(schema, operation.on, (table) => ({
        ...table,
        columns: changed(table.columns, operation, byName, `column ${memberOf(operation)}`),
      }));
    case "index":
      return onTable(schema, operation.on, (table) => ({
        ...table,
        indexes: changed(table.indexes, operation, sameMember, `index ${memberOf(operation)}`),
      }));
    case "constraint":
      return onTable(schema, operation.on, (table) => ({
        ...table,
        constraints: changed(table.constraints, operation, sameMember, `constraint ${memberOf(operation)}`),
      }));
  }
}

type Change<N extends Noun> = Create<N> | Drop<N> | Alter<N>;

function tablesAfter(schema: DatabaseSchema, operation: Change<"table">): readonly TableSchema[] {
  if (operation.verb !== "alter") return changed(schema.tables, operation, sameName, `table ${nameOf(operation)}`);
  const { comment, settings } = operation.after;
  return onTable(schema, operation.before, (table) => ({ ...table, comment, settings })).tables;
}

/** The list with one item added, taken out or replaced. */
function changed<T>(
  list: readonly T[],
  operation: { verb: "create"; after: T } | { verb: "drop"; before: T } | { verb: "alter"; before: T; after: T },
  same: (a: T, b: T) => boolean,
  what: string,
): readonly T[] {
  if (operation.verb === "create") {
    const { after } = operation;
    // An unnamed member is like another only in content, and a table may hold the same one twice.
    if (!isUnnamed(after) && list.some((item) => same(item, after)))
      throw new Error(`cannot create ${what}: it is already there`);
    return [...list, after];
  }
  const at = list.findIndex((item) => same(item, operation.before));
  if (at < 0) throw new Error(`cannot ${operation.verb} ${what}: there is none`);
  return operation.verb === "drop" ? list.toSpliced(at, 1) : list.with(at, operation.after);
}

function isUnnamed(item: unknown): boolean {
  return typeof item === "object" && item !== null && "name" in item && item.name === null;
}

function byName<T extends { readonly name: string }>(a: T, b: T): boolean {
  return a.name === b.name;
}

/** By name; a member without a name by its content. */
function sameMember<T extends ConstraintSchema | IndexSchema>(a: T, b: T): boolean {
  return a.name === null ? equal(a, b) : a.name === b.name;
}

function onTable(
  schema: DatabaseSchema,
  name: ObjectName,
  change: (table: TableSchema) => TableSchema,
): DatabaseSchema {
  const at = schema.tables.findIndex((table) => sameName(table, name));
  const table = schema.tables[at];
  if (table === undefined) throw new Error(`there is no table ${formatName(name)}`);
  return { ...schema, tables: schema.tables.with(at, change(table)) };
}

function nameOf(operation: Change<"enum" | "domain" | "table">): string {
  return formatName(operation.verb === "create" ? operation.after : operation.before);
}

function memberOf(operation: Change<"column" | "index" | "constraint">): string {
  const { name } = operation.verb === "create" ? operation.after : operation.before;
  return `${formatName(operation.on)}.${name === null ? "(unnamed)" : formatWord(name)}`;
}
