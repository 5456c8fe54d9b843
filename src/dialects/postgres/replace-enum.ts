/** An enum type replaced by another of the same name: its columns are cast by way of text. */

import { type Guard, type Statement, statement } from "../../dialect/statement.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import { sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { defaultText } from "./defaults.js";
import { columnGuard } from "./guards.js";
import { findTable, type State } from "./lowering.js";
import { literal, quote, quoteName } from "./syntax.js";
import { typeText } from "./types.js";

export function replaceEnum(before: EnumSchema, after: EnumSchema, state: State): Statement[] {
  const aside = { schema: before.schema, name: `_covet_${before.name}`.slice(0, 63) };
  const gone = before.values.filter((value) => !after.values.includes(value));
  const users = state.before.tables.flatMap((table) => {
    const columns = table.columns.filter(({ type }) => sameName(type, before) && !type.raw);
    return columns.length === 0 ? [] : [new EnumUser(table, columns, state)];
  });
  return [
    statement(`ALTER TYPE ${quoteName(before)} RENAME TO ${quote(aside.name)}`),
    statement(`CREATE TYPE ${quoteName(after)} AS ENUM (${after.values.map(literal).join(", ")})`),
    ...users.flatMap((user) => user.cast(gone)),
    statement(`DROP TYPE ${quoteName(aside)}`),
  ];
}

/** A table with columns of the type. */
class EnumUser {
  readonly #name: string;
  /** The same table as it will be: its texts are written for the new type. */
  readonly #after: TableSchema;

  constructor(
    readonly table: TableSchema,
    readonly columns: readonly ColumnSchema[],
    readonly state: State,
  ) {
    this.#name = quoteName(table);
    this.#after = findTable(state.after, table) ?? table;
  }

  cast(gone: readonly string[]): Statement[] {
    const actions = this.columns.flatMap(({ name, type, default: value }) => {
      const column = `ALTER COLUMN ${quote(name)}`;
      const to = typeText(type);
      const after = this.#after.columns.find((other) => other.name === name);
      const text = type.dimensions > 0 ? "text[]" : "text";
      return [
        ...(value === null ? [] : [`${column} DROP DEFAULT`]),
        `${column} TYPE ${to} USING ${quote(name)}::${text}::${to}`,
        ...(after?.default == null ? [] : [`${column} SET DEFAULT ${defaultText(after.default.sql)}`]),
      ];
    });
    return [statement(`ALTER TABLE ${this.#name} ${actions.join(", ")}`, { guards: this.#guards(gone) })];
  }

  #guards(gone: readonly string[]): Guard[] {
    if (gone.length === 0) return [];
    const list = gone.map(literal).join(", ");
    return this.columns.flatMap(({ name, type }) =>
      columnGuard("fails", this.state, this.table, name, (column) =>
        type.dimensions > 0 ? `${column}::text[] && ARRAY[${list}]` : `${column}::text IN (${list})`,
      ),
    );
  }
}
