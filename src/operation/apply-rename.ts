/** Renaming in a schema: the object itself, and every place that speaks of it. */

import type { ColumnSchema, ColumnType } from "../model/column-schema.js";
import type { ConstraintSchema, ForeignKeySchema } from "../model/constraint-schema.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { baseType, sortChecks } from "../model/domain-schema.js";
import { formatName, formatWord, type ObjectName, sameName } from "../model/name.js";
import type { TableSchema } from "../model/table-schema.js";
import { quoteText, renameColumn, renameElement, renameLiteral, renameQualifier, renameType } from "../sql/rename.js";
import { mapDomainTexts, mapExpressions } from "./expressions.js";
import type { Inner, Noun, Rename } from "./operation.js";

type AnyRename = { [N in Noun | Inner]: Rename<N> }[Noun | Inner];

/** An operation that does not fit the schema throws. */
export function applyRename(schema: DatabaseSchema, operation: AnyRename): DatabaseSchema {
  switch (operation.noun) {
    case "namespace":
      return renameNamespace(schema, operation);
    case "enum":
    case "domain":
      return renameTypeOf(schema, operation);
    case "table":
      return renameTable(schema, operation);
    case "domainCheck":
      return renameDomainCheck(schema, operation);
    case "column":
      return renameColumnOf(schema, operation);
    case "enumValue":
      return operation.on.column === null ? renameValue(schema, operation) : renameInlineValue(schema, operation);
    case "index":
    case "constraint":
      return renameMember(schema, operation);
  }
}

function renameNamespace(schema: DatabaseSchema, operation: Rename<"namespace">): DatabaseSchema {
  const { from, to } = operation;
  const moved = <T extends { readonly schema: string | null }>(item: T): T =>
    item.schema === from ? { ...item, schema: to } : item;
  return {
    namespaces: renamed(schema.namespaces, from, to, "schema"),
    enums: schema.enums.map(moved),
    domains: schema.domains
      .map((domain) => mapDomainTexts(moved(domain), (sql) => renameQualifier(sql, from, to)))
      .map((domain) => ({ ...domain, type: moved(domain.type) })),
    tables: schema.tables
      .map((table) => mapExpressions(moved(table), (sql) => renameQualifier(sql, from, to)))
      .map((table) => mapTypes(table, moved))
      .map((table) => mapForeignKeys(table, (key) => ({ ...key, table: moved(key.table) }))),
  };
}

function renameTypeOf(
  schema: DatabaseSchema,
  { noun, on, from, to }: Rename<"enum"> | Rename<"domain">,
): DatabaseSchema {
  const before = { schema: on.schema, name: from };
  const text = (sql: string) => renameType(sql, before, to);
  const named = (type: ColumnType) => (isType(type, before) ? { ...type, name: to } : type);
  const domains = noun === "domain" ? renamedObjects(schema.domains, before, to, noun) : schema.domains;
  return {
    ...schema,
    enums: noun === "enum" ? renamedObjects(schema.enums, before, to, noun) : schema.enums,
    domains: domains.map((domain) => ({ ...mapDomainTexts(domain, text), type: named(domain.type) })),
    tables: schema.tables.map((table) => mapTypes(mapExpressions(table, text), named)),
  };
}

function renameDomainCheck(schema: DatabaseSchema, { on, from, to }: Rename<"domainCheck">): DatabaseSchema {
  const at = schema.domains.findIndex((domain) => sameName(domain, on));
  const domain = schema.domains[at];
  if (domain === undefined) throw new Error(`there is no domain ${formatName(on)}`);
  const checks = sortChecks(renamed(domain.checks, from, to, `check of ${formatName(on)}`));
  return { ...schema, domains: schema.domains.with(at, { ...domain, checks }) };
}

function renameTable(schema: DatabaseSchema, { on, from, to }: Rename<"table">): DatabaseSchema {
  const before = { schema: on.schema, name: from };
  return {
    ...schema,
    tables: renamedObjects(schema.tables, before, to, "table")
      .map((table) => mapForeignKeys(table, (key) => (sameName(key.table, before) ? retarget(key, to) : key)))
      .map((table) =>
        table.name === to && table.schema === on.schema
          ? mapExpressions(table, (sql) => renameQualifier(sql, from, to))
          : table,
      ),
  };
}

function retarget(key: ForeignKeySchema, name: string): ForeignKeySchema {
  return { ...key, table: { ...key.table, name } };
}

function renameColumnOf(schema: DatabaseSchema, { on, from, to }: Rename<"column">): DatabaseSchema {
  const inList = (list: readonly string[]): readonly string[] => list.map((name) => (name === from ? to : name));
  const result = onTable(schema, on, (table) => {
    const columns = renamed(table.columns, from, to, `column of ${formatName(on)}`);
    const rewritten = mapExpressions({ ...table, columns }, (sql) => renameColumn(sql, table.name, from, to));
    return {
      ...rewritten,
      constraints: rewritten.constraints.map((constraint) => columnsOf(constraint, inList)),
      indexes: rewritten.indexes.map((index) => ({
        ...index,
        parts: index.parts.map((part) => (part.column === from ? { ...part, column: to } : part)),
        include: inList(index.include),
      })),
    };
  });
  const tables = result.tables.map((table) =>
    mapForeignKeys(table, (key) => (sameName(key.table, on) ? { ...key, references: inList(key.references) } : key)),
  );
  return { ...result, tables };
}

function columnsOf(
  constraint: ConstraintSchema,
  inList: (list: readonly string[]) => readonly string[],
): ConstraintSchema {
  switch (constraint.kind) {
    case "primaryKey":
    case "unique":
      return { ...constraint, columns: inList(constraint.columns), include: inList(constraint.include) };
    case "foreignKey":
      return {
        ...constraint,
        columns: inList(constraint.columns),
        onDeleteColumns: inList(constraint.onDeleteColumns),
      };
    case "check":
      return constraint;
  }
}

/** Engines store a value, not its text: every literal of that type changes with it. */
function renameValue(schema: DatabaseSchema, { on, from, to }: Rename<"enumValue">): DatabaseSchema {
  const at = schema.enums.findIndex((item) => sameName(item, on));
  const item = schema.enums[at];
  if (item === undefined) throw new Error(`there is no enum ${formatName(on)}`);
  const values = renamedValue(item.values, from, to, formatName(on));
  const text = (sql: string) => renameElement(renameLiteral(sql, from, to, on), from, to, on);
  const inDefault = <T extends Pick<ColumnSchema, "type" | "default">>(holder: T): T => {
    const type = baseType(holder.type, schema.domains);
    return isType(type, on) ? renameInDefault(holder, type, from, to) : holder;
  };
  return {
    ...schema,
    enums: schema.enums.with(at, { ...item, values }),
    domains: schema.domains.map((domain) => inDefault(mapDomainTexts(domain, text))),
    tables: schema.tables
      .map((table) => mapExpressions(table, text))
      .map((table) => ({ ...table, columns: table.columns.map(inDefault) })),
  };
}

function renameInlineValue(schema: DatabaseSchema, { on, from, to }: Rename<"enumValue">): DatabaseSchema {
  return onTable(schema, on, (table) => {
    const at = table.columns.findIndex((column) => column.name === on.column);
    const column = table.columns[at];
    if (column === undefined) throw new Error(`there is no column ${formatName(on)}.${formatWord(on.column ?? "")}`);
    const args = renamedValue(column.type.args, quoteText(from), quoteText(to), `${formatName(on)}.${column.name}`);
    const after = renameInDefault({ ...column, type: { ...column.type, args } }, column.type, from, to);
    return { ...table, columns: table.columns.with(at, after) };
  });
}

/** `type`: what the values are stored as. */
function renameInDefault<T extends Pick<ColumnSchema, "default">>(
  holder: T,
  type: ColumnType,
  from: string,
  to: string,
): T {
  if (holder.default === null) return holder;
  const sql = renameLiteral(holder.default.sql, from, to, null);
  return { ...holder, default: { sql: type.dimensions > 0 ? renameElement(sql, from, to, null) : sql } };
}

function renamedValue(values: readonly string[], from: string, to: string, owner: string): readonly string[] {
  const at = values.indexOf(from);
  if (at < 0) throw new Error(`${owner} has no value ${from}`);
  if (values.includes(to)) throw new Error(`${owner} already has a value ${to}`);
  return values.with(at, to);
}

function renameMember(
  schema: DatabaseSchema,
  { noun, on, from, to }: Rename<"index"> | Rename<"constraint">,
): DatabaseSchema {
  return onTable(schema, on, (table) =>
    noun === "index"
      ? { ...table, indexes: renamed(table.indexes, from, to, `index of ${formatName(on)}`) }
      : { ...table, constraints: renamed(table.constraints, from, to, `constraint of ${formatName(on)}`) },
  );
}

function mapTypes(table: TableSchema, change: (type: ColumnType) => ColumnType): TableSchema {
  return { ...table, columns: table.columns.map((column) => ({ ...column, type: change(column.type) })) };
}

function mapForeignKeys(table: TableSchema, change: (key: ForeignKeySchema) => ForeignKeySchema): TableSchema {
  return {
    ...table,
    constraints: table.constraints.map((item) => (item.kind === "foreignKey" ? change(item) : item)),
  };
}

function isType(type: ColumnType, name: ObjectName): boolean {
  return !type.raw && sameName(type, name);
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

function renamed<T extends { readonly name: string | null }>(
  list: readonly T[],
  from: string,
  to: string,
  what: string,
): readonly T[] {
  const at = list.findIndex((item) => item.name === from);
  const item = list[at];
  if (item === undefined) throw new Error(`cannot rename ${what}: there is no ${formatWord(from)}`);
  if (list.some(({ name }) => name === to))
    throw new Error(`cannot rename ${what}: ${formatWord(to)} is already there`);
  return list.with(at, { ...item, name: to });
}

function renamedObjects<T extends ObjectName>(
  list: readonly T[],
  before: ObjectName,
  to: string,
  what: string,
): readonly T[] {
  const at = list.findIndex((item) => sameName(item, before));
  const item = list[at];
  if (item === undefined) throw new Error(`cannot rename ${what} ${formatName(before)}: there is none`);
  const after = { ...before, name: to };
  if (list.some((other) => sameName(other, after)))
    throw new Error(`cannot rename ${what} ${formatName(before)}: ${formatName(after)} is already there`);
  return list.with(at, { ...item, name: to });
}
