/**
 * Foreign keys that stand in the way of a change elsewhere: of the key they point at, or of a column they join, be it
 * only computed from the one that changes. They are dropped just before it and added again at the end, as they are to be then.
 */

import { type Statement, statement } from "../../dialect/statement.js";
import type { ColumnType } from "../../model/column-schema.js";
import type { ForeignKeySchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { type ObjectName, sameName } from "../../model/name.js";
import type { Operation } from "../../operation/operation.js";
import { columnsGone } from "./columns-aside.js";
import { constraintDefinition, constraintExtras, dropConstraint } from "./constraint-definition.js";
import { altersInPlace } from "./constraints.js";
import { replacesType } from "./enums.js";
import { findTable, type State } from "./lowering.js";
import { quoteName } from "./syntax.js";
import { isBuiltin } from "./types.js";

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

  stepAside(operation: Operation, state: State): Statement[] {
    const blocks = blocker(operation, state);
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
function blocker(operation: Operation, state: State): Blocks | null {
  const gone = columnsGone(operation, state);
  const joinsGone: Blocks = (key, table) =>
    gone.some(
      ({ on, names }) =>
        (sameName(table, on) && key.columns.some((name) => names.includes(name))) ||
        (sameName(key.table, on) && key.references.some((name) => names.includes(name))),
    );
  if (operation.verb === "alter" && operation.noun === "enum") {
    if (!replacesType(operation.before, operation.after)) return null;
    const joinsType = joins((type) => sameName(type, operation.before), state.before);
    return (key, table) => joinsType(key, table) || joinsGone(key, table);
  }
  if (operation.noun === "column" && operation.verb === "alter") {
    if (family(operation.before.type) === family(operation.after.type)) return gone.length === 0 ? null : joinsGone;
    const column = (table: ObjectName, name: string) => sameName(table, operation.on) && name === operation.before.name;
    return (key, table) =>
      key.columns.some((name) => column(table, name)) ||
      key.references.some((name) => column(key.table, name)) ||
      joinsGone(key, table);
  }
  const columns = uniqueColumns(operation);
  if (columns === null || operation.on === null || !("name" in operation.on)) return null;
  const on = operation.on;
  return (key) => sameName(key.table, on) && sameSet(key.references, columns);
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

/** Keys over a column whose type is meant. */
function joins(meant: (type: ColumnType) => boolean, schema: DatabaseSchema): Blocks {
  return (key, on) => {
    const columns = findTable(schema, on)?.columns ?? [];
    return columns.some(({ name, type }) => key.columns.includes(name) && meant(type));
  };
}

/** Types that compare with each other: a key between two of one family lives through a change from one to the other. */
function family(type: ColumnType): string {
  if (!isBuiltin(type) || type.dimensions > 0) return JSON.stringify([type.schema, type.name, type.dimensions]);
  if (["smallint", "integer", "bigint", "numeric", "real", "double precision"].includes(type.name)) return "number";
  return ["text", "character varying", "character", "bpchar"].includes(type.name) ? "string" : type.name;
}
