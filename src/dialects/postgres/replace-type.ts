/** An enum or a domain replaced by another of the same name, with every domain over it: their columns are cast. */

import { type Guard, type Statement, statement } from "../../dialect/statement.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { baseType } from "../../model/domain-schema.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import { type ObjectName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Alter } from "../../operation/operation.js";
import { usingText } from "./conversions.js";
import { defaultText } from "./defaults.js";
import { createDomain } from "./domain-definition.js";
import { retypeGuards } from "./domain-rules.js";
import { createEnum } from "./enum-definition.js";
import { columnGuard } from "./guards.js";
import { findTable, type State } from "./lowering.js";
import { literal, quote, quoteName } from "./syntax.js";
import { columnsOf, withDomainsOver } from "./type-users.js";
import { typeText } from "./types.js";

export function replaceType(operation: Alter<"enum"> | Alter<"domain">, state: State): Statement[] {
  const types = withDomainsOver(operation.before, state.before.domains);
  const users = state.before.tables.flatMap((table) => {
    const names = columnsOf(types, table);
    const columns = table.columns.filter(({ name }) => names.includes(name));
    return columns.length === 0 ? [] : [new TypeUser(table, columns, operation, state)];
  });
  return [
    ...types.map((name) =>
      statement(`ALTER ${kindOf(name, state)} ${quoteName(name)} RENAME TO ${quote(aside(name).name)}`),
    ),
    ...types.flatMap((name) => createType(name, state.after)),
    ...users.map((user) => user.cast()),
    ...[...types].reverse().map((name) => statement(`DROP ${kindOf(name, state)} ${quoteName(aside(name))}`)),
  ];
}

function createType(name: ObjectName, { enums, domains }: DatabaseSchema): Statement[] {
  return [
    ...enums.filter((item) => sameName(item, name)).flatMap(createEnum),
    ...domains.filter((item) => sameName(item, name)).flatMap((domain) => createDomain(domain, domains)),
  ];
}

function kindOf(name: ObjectName, state: State): string {
  return state.before.domains.some((domain) => sameName(domain, name)) ? "DOMAIN" : "TYPE";
}

function aside({ schema, name }: ObjectName): ObjectName {
  return { schema, name: `_covet_${name}`.slice(0, 63) };
}

/** A table with columns of the type. */
class TypeUser {
  readonly #name: string;
  /** The same table as it will be: its texts are written for the new type. */
  readonly #after: TableSchema;

  constructor(
    readonly table: TableSchema,
    readonly columns: readonly ColumnSchema[],
    readonly operation: Alter<"enum"> | Alter<"domain">,
    readonly state: State,
  ) {
    this.#name = quoteName(table);
    this.#after = findTable(state.after, table) ?? table;
  }

  cast(): Statement {
    const actions = this.columns.flatMap((column) => {
      const { name, default: value } = column;
      const words = `ALTER COLUMN ${quote(name)}`;
      const after = this.#after.columns.find((other) => other.name === name);
      return [
        ...(value === null ? [] : [`${words} DROP DEFAULT`]),
        `${words} ${this.#type(column)}`,
        ...(after?.default == null ? [] : [`${words} SET DEFAULT ${defaultText(after.default.sql)}`]),
      ];
    });
    const guards = this.columns.flatMap((column) => this.#guards(column));
    return statement(`ALTER TABLE ${this.#name} ${actions.join(", ")}`, { guards });
  }

  #type({ name, type }: ColumnSchema): string {
    const [column, to] = [quote(name), typeText(type)];
    if (this.operation.noun === "enum")
      return `TYPE ${to} USING ${column}::${type.dimensions > 0 ? "text[]" : "text"}::${to}`;
    const { before, after } = this.state;
    const [from, base] = [baseType(type, before.domains), baseType(type, after.domains)];
    return `TYPE ${to} USING ${usingText(from, base, column, to) ?? `${column}::${to}`}`;
  }

  #guards(column: ColumnSchema): Guard[] {
    const { name, type } = column;
    const { operation, state, table } = this;
    if (operation.noun === "enum") return this.#goneGuards(column, operation.before, operation.after);
    return retypeGuards({ on: table, column: name, before: type, after: type }, state);
  }

  #goneGuards({ name, type }: ColumnSchema, before: EnumSchema, after: EnumSchema): Guard[] {
    const gone = before.values.filter((value) => !after.values.includes(value));
    if (gone.length === 0) return [];
    const list = gone.map(literal).join(", ");
    return columnGuard("fails", this.state, this.table, name, (column) =>
      type.dimensions > 0 ? `${column}::text[] && ARRAY[${list}]` : `${column}::text IN (${list})`,
    );
  }
}
