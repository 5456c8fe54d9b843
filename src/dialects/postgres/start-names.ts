/**
 * Names, and types of columns, as they were when a list of operations began.
 *
 * A guard is asked just before its migration, when nothing in it has run: it must speak of tables and columns by the
 * names they have then, and there is nothing to ask about what the migration itself creates.
 */

import type { ColumnType } from "../../model/column-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { formatName, type ObjectName } from "../../model/name.js";
import type { Alter, Operation } from "../../operation/operation.js";
import { changedTypes, columnsOf } from "./type-users.js";
import { family } from "./types.js";

/** `value` is null where there is no telling before the migration runs. */
interface Made {
  readonly value: string | null;
}

export class StartNames {
  /** Present name to name at the start; null: created since. What is not here is called as it was. */
  readonly #tables = new Map<string, ObjectName | null>();
  readonly #columns = new Map<string, string | null>();
  readonly #namespaces = new Map<string, string>();
  /** By the present name: of columns that have a type of another family by now. */
  readonly #types = new Map<string, ColumnType>();
  /** By the present name: of columns whose values are made, SQL for them over the rows as they were, where there is any. */
  readonly #made = new Map<string, Made>();

  readonly #revalued = new Set<string>();

  table(name: ObjectName): ObjectName | null {
    const known = this.#tables.get(formatName(name));
    const table = known === undefined ? name : known;
    if (table?.schema == null) return table;
    return { ...table, schema: this.#namespaces.get(table.schema) ?? table.schema };
  }

  column(table: ObjectName, column: string): string | null {
    const known = this.#columns.get(columnKey(table, column));
    return known === undefined ? column : known;
  }

  /** The type of a column that has one of another family by now, else null. */
  type(table: ObjectName, column: string): ColumnType | null {
    return this.#types.get(columnKey(table, column)) ?? null;
  }

  /** How the values of a column are made; null: they are not. */
  made(table: ObjectName, column: string): Made | null {
    return this.#made.get(columnKey(table, column)) ?? null;
  }

  /** To be told before the operation that makes them is followed. */
  make(table: ObjectName, column: string, value: string | null): void {
    this.#made.set(columnKey(table, column), { value });
  }

  /** Whether the table and all these columns were there under the names and with values like those they have now. */
  unchanged(table: ObjectName, columns: Iterable<string>): boolean {
    const isSame = (column: string) =>
      this.column(table, column) === column && this.type(table, column) === null && this.made(table, column) === null;
    return this.table(table) !== null && [...columns].every(isSame);
  }

  /** Whether a value of the enum has another name by now. */
  hasRenamedValues({ schema, name }: ObjectName): boolean {
    return this.#revalued.has(formatName({ schema, name }));
  }

  /** To be told of each operation after it is written. */
  follow(operation: Operation, before: DatabaseSchema): void {
    if (operation.noun === "enumValue") this.#revalued.add(formatName(operation.on));
    if (operation.noun === "domain" && operation.verb === "alter") this.#retypeUsers(operation, before);
    if (operation.noun === "table") {
      if (operation.verb === "create") this.#tables.set(formatName(operation.after), null);
      if (operation.verb === "rename") this.#renameTable(operation.on.schema, operation.from, operation.to);
    } else if (operation.noun === "column") {
      if (operation.verb === "create") this.#columns.set(columnKey(operation.on, operation.after.name), null);
      if (operation.verb === "rename") this.#renameColumn(operation.on, operation.from, operation.to);
      if (operation.verb === "alter") this.#retype(operation);
    } else if (operation.noun === "namespace" && operation.verb === "rename") {
      this.#namespaces.set(operation.to, this.#namespaces.get(operation.from) ?? operation.from);
    }
  }

  #renameColumn(on: ObjectName, from: string, to: string): void {
    this.#columns.set(columnKey(on, to), this.column(on, from));
    move(this.#types, columnKey(on, from), columnKey(on, to));
    move(this.#made, columnKey(on, from), columnKey(on, to));
  }

  #retype({ on, before, after }: Alter<"column">): void {
    const key = columnKey(on, after.name);
    if (family(before.type) !== family(after.type) && !this.#types.has(key)) this.#types.set(key, before.type);
  }

  /** Columns of a domain have another type when what is under it is another. */
  #retypeUsers(operation: Alter<"domain">, schema: DatabaseSchema): void {
    if (family(operation.before.type) === family(operation.after.type)) return;
    const types = changedTypes(operation, schema);
    for (const table of schema.tables)
      for (const column of columnsOf(types, table)) {
        const key = columnKey(table, column);
        if (!this.#types.has(key)) this.#types.set(key, operation.before.type);
      }
  }

  #renameTable(schema: string | null, from: string, to: string): void {
    const [before, after] = [
      { schema, name: from },
      { schema, name: to },
    ];
    this.#tables.set(formatName(after), this.table(before));
    const prefix = columnKey(before, "");
    for (const [key, column] of [...this.#columns])
      if (key.startsWith(prefix)) this.#columns.set(columnKey(after, key.slice(prefix.length)), column);
    for (const map of [this.#types, this.#made] as Map<string, unknown>[])
      for (const key of [...map.keys()])
        if (key.startsWith(prefix)) move(map, key, columnKey(after, key.slice(prefix.length)));
  }
}

function move<T>(map: Map<string, T>, from: string, to: string): void {
  const value = map.get(from);
  map.delete(from);
  if (value === undefined) map.delete(to);
  else map.set(to, value);
}

function columnKey(table: ObjectName, column: string): string {
  return `${formatName(table)}\0${column}`;
}
