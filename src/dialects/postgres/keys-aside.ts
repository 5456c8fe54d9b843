/**
 * Foreign keys that stand in the way of a change elsewhere: of the key they point at, or of a column they join, be it
 * only computed from the one that changes. They are dropped just before it and added again at the end, as they are to be then.
 */

import { type Statement, statement } from "../../dialect/statement.js";
import type { ColumnType } from "../../model/column-schema.js";
import type { ForeignKeySchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { baseType } from "../../model/domain-schema.js";
import { equal } from "../../model/equal.js";
import { type ObjectName, sameName } from "../../model/name.js";
import type { Operation } from "../../operation/operation.js";
import { type Columns, columnsGone } from "./columns-aside.js";
import { constraintDefinition, constraintExtras, dropConstraint } from "./constraint-definition.js";
import { altersInPlace } from "./constraints.js";
import { findTable, type State } from "./lowering.js";
import { replacedTypes } from "./replaced-types.js";
import { quoteName } from "./syntax.js";
import { columnsOf } from "./type-users.js";
import { family } from "./types.js";

interface Key {
  readonly on: ObjectName;
  readonly name: string;
}

export class KeysAside {
  #keys: Key[] = [];

  /** Whether the operation is about a key that is aside, so that nothing is there to change until the end. */
  concern(operation: Operation): boolean {
    this.#followTable(operation);
    if (operation.noun !== "constraint") return false;
    const name = operation.verb === "rename" ? operation.from : "before" in operation ? operation.before.name : null;
    const key = this.#keys.find((aside) => aside.name === name && sameName(aside.on, operation.on));
    if (key === undefined) return false;
    const others = this.#keys.filter((aside) => aside !== key);
    if (operation.verb === "drop") this.#keys = others;
    if (operation.verb === "rename") this.#keys = [...others, { ...key, name: operation.to }];
    return true;
  }

  /** A key is found again by the names its table has at the end. */
  #followTable(operation: Operation): void {
    if (operation.verb !== "rename") return;
    const { noun, on, from, to } = operation;
    this.#keys = this.#keys.map((key) => {
      if (noun === "namespace" && key.on.schema === from) return { ...key, on: { ...key.on, schema: to } };
      const moves = noun === "table" && sameName(key.on, { schema: on.schema, name: from });
      return moves ? { ...key, on: { ...key.on, name: to } } : key;
    });
  }

  stepAside(operation: Operation, state: State, coming: () => readonly Operation[]): Statement[] {
    const blocks = blocker(operation, state, coming);
    if (blocks === null) return [];
    return state.before.tables.flatMap((table) =>
      table.constraints.flatMap((key) => {
        if (key.kind !== "foreignKey" || key.name === null || !blocks(key, table)) return [];
        const name = key.name;
        if (this.#keys.some((aside) => aside.name === name && sameName(aside.on, table))) return [];
        this.#keys.push({ on: { schema: table.schema, name: table.name }, name });
        return [dropConstraint(key, table)];
      }),
    );
  }

  /** In the schema at the end. */
  comeBack(schema: DatabaseSchema): Statement[] {
    return this.#keys.flatMap(({ on, name }) => {
      const key = findTable(schema, on)?.constraints.find((constraint) => constraint.name === name);
      if (key === undefined) return [];
      return [statement(`ALTER TABLE ${quoteName(on)} ADD ${constraintDefinition(key)}`), ...constraintExtras(key, on)];
    });
  }
}

type Blocks = (key: ForeignKeySchema, table: ObjectName) => boolean;

/** Which keys the operation cannot pass; null where it passes all. */
function blocker(operation: Operation, state: State, coming: () => readonly Operation[]): Blocks | null {
  const retyped = retypedColumns(operation, state);
  if (retyped !== null) {
    const gone = columnsGone(operation, state, coming);
    return (key, on) =>
      joins(key, on, [...retyped.apart, ...gone]) ||
      includes(key, retyped.all, state.before) ||
      (joins(key, on, retyped.all) && hasEnum(key, on, state.before));
  }
  const columns = uniqueColumns(operation);
  if (columns === null || operation.on === null || !("name" in operation.on)) return null;
  const on = operation.on;
  return (key) => sameName(key.table, on) && sameSet(key.references, columns);
}

/** Columns of another type after the operation; `apart`: no longer to be compared with what it was compared with. */
export function retypedColumns(
  operation: Operation,
  state: State,
): { all: readonly Columns[]; apart: readonly Columns[] } | null {
  if (operation.verb !== "alter") return null;
  if (operation.noun === "column") {
    const { on, before, after } = operation;
    const retyped = !equal(before.type, after.type) || before.collation !== after.collation;
    const all = retyped ? [{ on, names: [before.name] }] : [];
    const sort = (type: ColumnType, { domains }: DatabaseSchema) => family(baseType(type, domains));
    return { all, apart: sort(before.type, state.before) === sort(after.type, state.after) ? [] : all };
  }
  const types = replacedTypes(operation, state);
  if (types.length === 0) return null;
  const all = state.before.tables.map((on) => ({ on, names: columnsOf(types, on) }));
  return { all, apart: all };
}

function joins(key: ForeignKeySchema, on: ObjectName, columns: readonly Columns[]): boolean {
  return columns.some(
    ({ on: table, names }) =>
      (sameName(table, on) && key.columns.some((name) => names.includes(name))) ||
      (sameName(table, key.table) && key.references.some((name) => names.includes(name))),
  );
}

/** The server looks for a cast from an enum to any enum when it keeps a key, be it for the sake of another column, and has none. */
function hasEnum({ columns }: ForeignKeySchema, on: ObjectName, { enums, tables }: DatabaseSchema): boolean {
  const table = tables.find((candidate) => sameName(candidate, on));
  const used = table?.columns.filter(({ name }) => columns.includes(name)) ?? [];
  return used.some(({ type }) => enums.some((item) => sameName(item, type)));
}

/** The server makes an index anew for a column that it only includes, and forgets the foreign keys that rest on it. */
function includes(key: ForeignKeySchema, columns: readonly Columns[], schema: DatabaseSchema): boolean {
  const names = columns.flatMap(({ on, names }) => (sameName(on, key.table) ? names : []));
  const table = names.length === 0 ? null : findTable(schema, key.table);
  if (table === null) return false;
  const tools = [
    ...table.constraints.flatMap((rule) => (rule.kind === "primaryKey" || rule.kind === "unique" ? rule : [])),
    ...table.indexes.flatMap(({ unique, parts, include }) =>
      unique ? { columns: parts.flatMap(({ column }) => column ?? []), include } : [],
    ),
  ];
  return tools.some(
    ({ columns, include }) => sameSet(columns, key.references) && include.some((name) => names.includes(name)),
  );
}

/** Columns of a key that the operation takes away, if only to make it anew. */
function uniqueColumns(operation: Operation): readonly string[] | null {
  if (operation.verb !== "drop" && operation.verb !== "alter") return null;
  if (operation.noun === "constraint") {
    const { before } = operation;
    if (before.kind !== "primaryKey" && before.kind !== "unique") return null;
    return operation.verb === "alter" && altersInPlace(before, operation.after) ? null : before.columns;
  }
  if (operation.noun !== "index" || !operation.before.unique) return null;
  return operation.before.parts.flatMap(({ column }) => column ?? []);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}
