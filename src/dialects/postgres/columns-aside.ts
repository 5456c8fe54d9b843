/**
 * Generated columns that stand in the way of a change of what they are computed from, or whose new text speaks of an
 * enum's value that is still to come. They are dropped just before it, with the indexes and rules that use them, and
 * added again after the last change of their table's columns. Their values are derived, so nothing is lost.
 */

import { type Statement, statement } from "../../dialect/statement.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { equal } from "../../model/equal.js";
import { type ObjectName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Operation } from "../../operation/operation.js";
import { literalsIn } from "../../sql/rename.js";
import { isRemade } from "./alter-column.js";
import { afterColumn, columnDefinition } from "./column-definition.js";
import { lossGuard } from "./column-loss.js";
import { addMembers, dropMembers, membersOf } from "./column-members.js";
import { columnsIn } from "./expressions.js";
import { findTable, type State } from "./lowering.js";
import { replacedTypes } from "./replaced-types.js";
import { literal, quote, quoteName } from "./syntax.js";
import { columnsOf } from "./type-users.js";

/** Columns of one table. */
export interface Columns {
  readonly on: ObjectName;
  readonly names: readonly string[];
}

export class ColumnsAside {
  #aside: Columns[] = [];

  /** Whether the operation is about a column that is aside, so that nothing is there to change until it comes back. */
  concern(operation: Operation): boolean {
    if (operation.noun !== "column" || operation.verb !== "alter") return false;
    return this.#namesOf(operation.on).includes(operation.before.name);
  }

  stepAside(operation: Operation, state: State): Statement[] {
    return this.#drop(dependents(operation, state), state);
  }

  /** The operation's own column, where it has to wait for a value; the operation is then about something that is aside. */
  postpone(operation: Operation, state: State, coming: () => readonly Operation[]): Statement[] {
    return this.#drop(waiting(operation, state, coming), state);
  }

  /** Whether a column waits for a change of an enum: a value that is only added could not be used before it is committed. */
  awaits(operation: Operation, before: DatabaseSchema): boolean {
    return this.#aside.some(({ on, names }) => {
      const table = findTable(before, on);
      return table?.columns.some((column) => names.includes(column.name) && awaitsValue(column, table, operation));
    });
  }

  #drop(columns: readonly Columns[], state: State): Statement[] {
    return columns.flatMap(({ on, names }) => {
      const table = findTable(this.#without(state.before), on);
      const going = table?.columns.filter(({ name }) => names.includes(name)) ?? [];
      if (table === null || going.length === 0) return [];
      const gone = going.map(({ name }) => name);
      this.#aside.push({ on, names: gone });
      const actions = gone.map((name) => `DROP COLUMN ${quote(name)}`);
      const guards = going.flatMap((column) => lossGuard(on, column, state));
      return [...dropMembers(table, gone), statement(`ALTER TABLE ${quoteName(on)} ${actions.join(", ")}`, { guards })];
    });
  }

  /** What writers see: what is aside is not there. */
  view(state: State): State {
    if (this.#aside.length === 0) return state;
    return { ...state, before: this.#without(state.before), after: this.#without(state.after) };
  }

  /**
   * As they are now, unless they wait for a value, or the operations to come change more of their table's columns before
   * anything else of it.
   */
  comeBack(now: DatabaseSchema, coming: () => readonly Operation[]): Statement[] {
    if (this.#aside.length === 0) return [];
    const rest = coming();
    const stays = ({ on, names }: Columns) => {
      const table = findTable(now, on);
      const mine = table?.columns.filter(({ name }) => names.includes(name)) ?? [];
      if (table !== null && rest.some((later) => mine.some((column) => awaitsValue(column, table, later)))) return true;
      const next = rest.find((operation) => touches(operation, on));
      return next?.noun === "column" && next.verb === "alter";
    };
    const back = this.#aside.filter((columns) => !stays(columns));
    this.#aside = this.#aside.filter(stays);
    return uniqueTables(back).flatMap((on) => {
      const names = back.flatMap((columns) => (sameName(columns.on, on) ? columns.names : []));
      const table = findTable(now, on);
      return table === null ? [] : [...addColumns(table, names), ...addMembers(table, names)];
    });
  }

  #namesOf(on: ObjectName): string[] {
    return this.#aside.flatMap((columns) => (sameName(columns.on, on) ? columns.names : []));
  }

  #without(schema: DatabaseSchema): DatabaseSchema {
    return {
      ...schema,
      tables: schema.tables.map((table) => {
        const names = this.#namesOf(table);
        if (names.length === 0) return table;
        const { constraints, indexes } = membersOf(table, names);
        return {
          ...table,
          columns: table.columns.filter(({ name }) => !names.includes(name)),
          constraints: table.constraints.filter((item) => !constraints.includes(item)),
          indexes: table.indexes.filter((item) => !indexes.includes(item)),
        };
      }),
    };
  }
}

/** Columns the operation drops, if only to add them again: foreign keys over them cannot stay. */
export function columnsGone(operation: Operation, state: State, coming: () => readonly Operation[]): Columns[] {
  const remade = remadeColumn(operation, state);
  return [...dependents(operation, state), ...waiting(operation, state, coming), ...(remade === null ? [] : [remade])];
}

/** A column that changes by being dropped and added takes indexes and rules along: they go before it and come after it. */
export function aroundRemade(operation: Operation, state: State, change: readonly Statement[]): Statement[] {
  const remade = remadeColumn(operation, state);
  const [before, after] = [state.before, state.after].map((schema) => remade && findTable(schema, remade.on));
  if (remade === null || before == null || after == null) return [...change];
  return [...dropMembers(before, remade.names), ...change, ...addMembers(after, remade.names)];
}

function remadeColumn(operation: Operation, state: State): Columns | null {
  if (operation.noun !== "column" || operation.verb !== "alter") return null;
  const { on, before, after } = operation;
  return isRemade(before, after, state.context.version) ? { on, names: [before.name] } : null;
}

/** Generated columns that the operation cannot pass. */
function dependents(operation: Operation, state: State): Columns[] {
  const schema = state.before;
  if (operation.verb !== "alter") return [];
  if (operation.noun === "column") {
    const { on, before, after } = operation;
    const table = findTable(schema, on);
    const retyped = !equal(before.type, after.type) || before.collation !== after.collation;
    if (table === null || !retyped || before.generated !== null || after.generated !== null) return [];
    return columnsWhere(table, (column) => computedFrom(column, [before.name]));
  }
  const types = replacedTypes(operation, state);
  return schema.tables.flatMap((table) => {
    const names = columnsOf(types, table);
    const speaks = (column: ColumnSchema) => names.includes(column.name) || computedFrom(column, names);
    return names.length === 0 ? [] : columnsWhere(table, (column) => column.generated !== null && speaks(column));
  });
}

/** The column that the operation gives a text that can only be read when an enum still to change has all its values. */
function waiting(operation: Operation, { after: schema }: State, coming: () => readonly Operation[]): Columns[] {
  if (operation.noun !== "column" || operation.verb !== "alter" || operation.after.generated === null) return [];
  const { on, after } = operation;
  const table = findTable(schema, on);
  if (table === null || !coming().some((later) => awaitsValue(after, table, later))) return [];
  return [{ on, names: [after.name] }];
}

/** Whether the text of a generated column speaks of a value that the operation adds to an enum it has to do with. */
function awaitsValue(column: ColumnSchema, table: TableSchema, operation: Operation): boolean {
  if (operation.noun !== "enum" || operation.verb !== "alter" || column.generated === null) return false;
  const { before, after } = operation;
  const ofType = ({ type }: ColumnSchema) => sameName(type, before) && !type.raw;
  const sources = table.columns.filter(ofType).map(({ name }) => name);
  if (!ofType(column) && !computedFrom(column, sources)) return false;
  const literals = literalsIn(column.generated.expression.sql);
  return after.values.some((value) => !before.values.includes(value) && literals.includes(literal(value)));
}

function columnsWhere(table: TableSchema, meant: (column: ColumnSchema) => boolean): Columns[] {
  const names = table.columns.filter(meant).map(({ name }) => name);
  return names.length === 0 ? [] : [{ on: { schema: table.schema, name: table.name }, names }];
}

function computedFrom({ generated }: ColumnSchema, names: readonly string[]): boolean {
  return generated !== null && columnsIn(generated.expression.sql, names).size > 0;
}

function addColumns(table: TableSchema, names: readonly string[]): Statement[] {
  const columns = table.columns.filter(({ name }) => names.includes(name));
  const actions = columns.map((column) => `ADD COLUMN ${columnDefinition(column, table)}`);
  return [
    statement(`ALTER TABLE ${quoteName(table)} ${actions.join(", ")}`),
    ...columns.flatMap((column) => afterColumn(column, table)),
  ];
}

/** Whether the operation may look at the table as a whole, so that nothing of it can be missing then. */
function touches(operation: Operation, on: ObjectName): boolean {
  const pointsAt = (rule: ConstraintSchema) => rule.kind === "foreignKey" && sameName(rule.table, on);
  switch (operation.noun) {
    case "namespace":
      return operation.verb === "rename" && operation.from === on.schema;
    case "enum":
    case "enumValue":
    case "domain":
    case "domainCheck":
      return operation.verb === "alter" || operation.verb === "rename";
    case "table":
      if (operation.verb === "create") return operation.after.constraints.some(pointsAt);
      return sameName(operation.verb === "rename" ? { ...operation.on, name: operation.from } : operation.before, on);
    case "column":
      return sameName(operation.on, on) && operation.verb !== "create";
    case "constraint":
      return sameName(operation.on, on) || (operation.verb === "create" && pointsAt(operation.after));
    case "index":
      return sameName(operation.on, on);
  }
}

function uniqueTables(columns: readonly Columns[]): ObjectName[] {
  const tables = columns.map(({ on }) => on);
  return tables.filter((on, at) => tables.findIndex((other) => sameName(other, on)) === at);
}
