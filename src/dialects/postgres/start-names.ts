/**
 * Names as they were when a list of operations began.
 *
 * A guard is asked just before its migration, when nothing in it has run: it must speak of tables and columns by the
 * names they have then, and there is nothing to ask about what the migration itself creates.
 */

import { formatName, type ObjectName } from "../../model/name.js";
import type { Operation } from "../../operation/operation.js";

export class StartNames {
  /** Present name to name at the start; null: created since. What is not here is called as it was. */
  readonly #tables = new Map<string, ObjectName | null>();
  readonly #columns = new Map<string, string | null>();
  readonly #namespaces = new Map<string, string>();

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

  /** Whether the table and all these columns were there under the names they have now. */
  unchanged(table: ObjectName, columns: Iterable<string>): boolean {
    return this.table(table) !== null && [...columns].every((column) => this.column(table, column) === column);
  }

  /** To be told of each operation after it is written. */
  follow(operation: Operation): void {
    if (operation.noun === "table") {
      if (operation.verb === "create") this.#tables.set(formatName(operation.after), null);
      if (operation.verb === "rename") this.#renameTable(operation.on.schema, operation.from, operation.to);
    } else if (operation.noun === "column") {
      if (operation.verb === "create") this.#columns.set(columnKey(operation.on, operation.after.name), null);
      if (operation.verb === "rename")
        this.#columns.set(columnKey(operation.on, operation.to), this.column(operation.on, operation.from));
    } else if (operation.noun === "namespace" && operation.verb === "rename") {
      this.#namespaces.set(operation.to, this.#namespaces.get(operation.from) ?? operation.from);
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
  }
}

function columnKey(table: ObjectName, column: string): string {
  return `${formatName(table)}\0${column}`;
}
