/** What every engine demands of a schema: the oracle for generated schemas and for each step of an ordered plan. */

import type { ColumnSchema } from "../../src/model/column-schema.js";
import type { ForeignKeySchema } from "../../src/model/constraint-schema.js";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import { baseType } from "../../src/model/domain-schema.js";
import { formatName, sameName } from "../../src/model/name.js";
import type { TableSchema } from "../../src/model/table-schema.js";
import { namesIn, quoteText } from "../../src/sql/rename.js";

/** Everything wrong with a schema, in words. `builtin`: type names that are no enums. */
export function flaws(schema: DatabaseSchema, builtin: ReadonlySet<string>): string[] {
  return [...flawsButKeys(schema, builtin), ...keyless(schema).map(({ words }) => words)];
}

/**
 * The same within a list of operations. A foreign key that is there before and after may lose its key on the way, when
 * one key takes another's place: the dialect then sets it aside.
 */
export function flawsWithin(states: readonly DatabaseSchema[], at: number, builtin: ReadonlySet<string>): string[] {
  const [schema, first, last] = [states[at], states[0], states.at(-1)];
  if (schema === undefined || first === undefined || last === undefined) throw new Error(`no state ${at}`);
  const stays = ({ constraints }: TableSchema, key: ForeignKeySchema) =>
    constraints.some((other) => other.kind === "foreignKey" && (other.name ?? "") === (key.name ?? ""));
  const lost = keyless(schema).filter(
    ({ key }) => !(first.tables.some((table) => stays(table, key)) && last.tables.some((table) => stays(table, key))),
  );
  return [...flawsButKeys(schema, builtin), ...lost.map(({ words }) => words)];
}

/** Foreign keys that point at no key. */
function keyless(schema: DatabaseSchema): { key: ForeignKeySchema; words: string }[] {
  return schema.tables.flatMap((table) =>
    table.constraints.flatMap((key) => {
      const target =
        key.kind === "foreignKey" ? schema.tables.find((candidate) => sameName(candidate, key.table)) : undefined;
      if (key.kind !== "foreignKey" || target === undefined || hasKey(target, key.references)) return [];
      return [{ key, words: `${formatName(table)}: foreign key ${key.name} has no key to point at` }];
    }),
  );
}

function flawsButKeys(schema: DatabaseSchema, builtin: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const namespaces = new Set(schema.namespaces.map(({ name }) => name));
  for (const object of [...schema.enums, ...schema.domains, ...schema.tables])
    if (object.schema !== null && !namespaces.has(object.schema)) found.push(`${formatName(object)}: no namespace`);
  found.push(...twice("namespace", [...schema.namespaces.map(({ name }) => name)]));
  found.push(...twice("relation", schema.tables.flatMap(relations)));
  found.push(...twice("type", [...schema.enums, ...schema.domains, ...schema.tables].map(formatName)));
  for (const domain of schema.domains) found.push(...typeFlaws(schema, domain, formatName(domain), builtin));
  for (const table of schema.tables) found.push(...tableFlaws(schema, table, builtin));
  return found;
}

/** Tables, indexes and the indexes of keys share their names within a namespace. */
function relations(table: TableSchema): string[] {
  const keys = table.constraints.filter(({ kind }) => kind === "primaryKey" || kind === "unique");
  const names = [...keys, ...table.indexes].flatMap(({ name }) => name ?? []);
  return [formatName(table), ...names.map((name) => formatName({ schema: table.schema, name }))];
}

function tableFlaws(schema: DatabaseSchema, table: TableSchema, builtin: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const say = (what: string) => found.push(`${formatName(table)}: ${what}`);
  const columns = new Set(table.columns.map(({ name }) => name));
  const needs = (names: Iterable<string>, who: string) => {
    for (const name of names) if (!columns.has(name)) say(`${who} speaks of ${name}`);
  };
  for (const text of twice(
    "column",
    [...table.columns].map(({ name }) => name),
  ))
    say(text);
  for (const text of twice(
    "constraint",
    table.constraints.flatMap(({ name }) => name ?? []),
  ))
    say(text);
  if (table.constraints.filter(({ kind }) => kind === "primaryKey").length > 1) say("two primary keys");

  for (const column of table.columns) {
    needs(column.generated === null ? [] : namesIn(column.generated.expression.sql), column.name);
    found.push(...typeFlaws(schema, column, `${formatName(table)}: ${column.name}`, builtin));
  }
  for (const index of table.indexes) {
    const texts = [index.where?.sql, ...index.parts.map(({ expression }) => expression?.sql)];
    needs([...index.include, ...index.parts.flatMap(({ column }) => column ?? [])], `index ${index.name}`);
    for (const sql of texts) needs(sql === undefined ? [] : namesIn(sql), `index ${index.name}`);
  }
  for (const constraint of table.constraints) {
    const who = `${constraint.kind} ${constraint.name}`;
    if (constraint.kind === "check") needs(namesIn(constraint.expression.sql), who);
    else needs(constraint.columns, who);
    if (constraint.kind !== "foreignKey") continue;
    needs(constraint.onDeleteColumns, who);
    const target = schema.tables.find((candidate) => sameName(candidate, constraint.table));
    if (target === undefined) say(`${who} has no target`);
  }
  return found;
}

/** What a column or domain is of, and whether its default can be that. */
function typeFlaws(
  schema: DatabaseSchema,
  holder: Pick<ColumnSchema, "type" | "default">,
  who: string,
  builtin: ReadonlySet<string>,
): string[] {
  const type = baseType(holder.type, schema.domains);
  const item = schema.enums.find((candidate) => sameName(candidate, type));
  if (item === undefined && (type.schema !== null || !builtin.has(type.name)))
    return [`${who} has no type ${type.name}`];
  const values = item?.values.map(quoteText) ?? (type.name === "enum" ? type.args : null);
  const wrong = values !== null && holder.default !== null && !values.includes(holder.default.sql);
  return wrong ? [`${who} cannot be ${holder.default?.sql}`] : [];
}

function hasKey(table: TableSchema, columns: readonly string[]): boolean {
  const wanted = [...columns].sort().join("\0");
  const keys = table.constraints.flatMap((constraint) =>
    constraint.kind === "primaryKey" || constraint.kind === "unique" ? [constraint.columns] : [],
  );
  const indexes = table.indexes
    .filter(({ unique, where }) => unique && where === null)
    .map(({ parts }) => parts.flatMap(({ column }) => column ?? []));
  return [...keys, ...indexes].some((key) => [...key].sort().join("\0") === wanted);
}

function twice(what: string, names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `two of ${what} ${name}`);
}
