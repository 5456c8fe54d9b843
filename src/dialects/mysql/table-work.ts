/**
 * What one step does to the parts of one table: one ALTER TABLE where the engine can, else what makes room, the rows
 * moved over, and what is wanted in the end.
 */

import type { Using } from "../../dialect/using.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { equal } from "../../model/equal.js";
import { sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { apply } from "../../operation/apply.js";
import type { Operation } from "../../operation/operation.js";
import { alterTable, type Names, type TableChange } from "./alter-table.js";
import { isVolatileDefault } from "./column-definition.js";
import type { Flavor } from "./facts.js";
import { type ColumnOrigin, followInTable, originOf, type ValueRename } from "./lineage.js";
import { inParens, quote, quoteName } from "./syntax.js";
import { mentions } from "./words.js";
import { hasRenamedValue, renamedValue, widened } from "./write-enums.js";

/** How an author says the values of a column are made; `before` is null for a new one. */
export type Made = (before: ColumnSchema | null, after: ColumnSchema) => Using | null;

/** `operations` are those on this table, in order; they lead from one shape to the other. */
export function tableWork(
  from: TableSchema,
  to: TableSchema,
  operations: readonly Operation[],
  flavor: Flavor,
  made: Made,
): string[] {
  const origin = operations.reduce(followInTable, originOf(from));
  const columns = new Map([...origin.columns].map(([now, { column }]) => [column.name, now]));
  const change: TableChange = {
    from,
    to,
    columns,
    indexes: renamesOf("index", operations),
    constraints: renamesOf("constraint", operations),
  };
  const renames = operations.filter(({ verb, noun }) => verb === "rename" && noun === "column");
  if (flavor.renameRewrites && renames.length > 0) return renamedFirst(change, operations, renames, flavor, made);
  return withRows(change, origin.columns, flavor, made);
}

function renamesOf(noun: "index" | "constraint", operations: readonly Operation[]): Names {
  const names = new Map<string, string>();
  for (const operation of operations) {
    if (operation.verb !== "rename" || operation.noun !== noun) continue;
    const earlier = [...names].find(([, now]) => now === operation.from)?.[0] ?? operation.from;
    names.set(earlier, operation.to);
  }
  return names;
}

/** The engine rewrites what speaks of a column when it renames it, and gets lost where that is changed at once. */
function renamedFirst(
  change: TableChange,
  operations: readonly Operation[],
  renames: readonly Operation[],
  flavor: Flavor,
  made: Made,
): string[] {
  const { from, to } = change;
  const [rename] = renames;
  // By the name the operations know it by.
  const own = { ...from, ...(rename?.on ?? {}) };
  const schema = renames.reduce<DatabaseSchema>(
    (state, operation) => (fits(operation, state.tables[0]) ? apply(state, operation) : state),
    { namespaces: [], enums: [], domains: [], tables: [own] },
  );
  const between = { ...(schema.tables[0] ?? from), schema: to.schema, name: to.name };
  const moves = from.columns.flatMap(({ name }, at) => {
    const now = between.columns[at]?.name ?? name;
    return now === name ? [] : [`RENAME COLUMN ${quote(name)} TO ${quote(now)}`];
  });
  const rest = operations.filter((operation) => !renames.includes(operation));
  const first = moves.length === 0 ? [] : [`ALTER TABLE ${quoteName(to)} ${moves.join(", ")}`];
  return [...first, ...tableWork(between, to, rest, flavor, made)];
}

function fits(rename: Operation, table: TableSchema | undefined): boolean {
  if (rename.verb !== "rename" || rename.noun !== "column" || table === undefined) return false;
  const has = (name: string) => table.columns.some((column) => column.name === name);
  return sameName(rename.on, table) && has(rename.from) && !has(rename.to);
}

/** Rows that move within the table need a shape in between, which holds both what they have and what they get. */
function withRows(
  change: TableChange,
  origins: ReadonlyMap<string, ColumnOrigin>,
  flavor: Flavor,
  made: Made,
): string[] {
  const room = new Room(change);
  for (const { column, values } of origins.values()) if (values.length > 0) room.renameValues(column, values);
  for (const after of change.to.columns) {
    const before = change.from.columns.find(({ name }) => change.columns.get(name) === after.name) ?? null;
    const using = made(before, after);
    if (before === null) {
      if (using !== null) room.add(after, inParens(using.sql));
      else if (isVolatileDefault(after, flavor)) room.add(after, after.default?.sql ?? "NULL");
    } else if (using?.rows === "all") room.replace(before, after, inParens(using.sql));
    else if (using?.rows === "nulls") room.fill(before, inParens(using.sql));
    else if (before.generated?.storage === "virtual" && after.generated === null)
      room.replace(before, after, quote(before.name));
  }
  return room.statements(flavor);
}

interface Assignment {
  readonly column: string;
  readonly value: string;
  /** The rows it is for; null for all. */
  readonly where: string | null;
}

/** A table on its way from one shape to another, with what its rows get in between. */
class Room {
  readonly #change: TableChange;
  readonly #columns: Map<string, string>;
  readonly #first: Assignment[] = [];
  /** Those that change what others may read come last: the engine assigns one after the other. */
  readonly #last: Assignment[] = [];
  #between: TableSchema;

  constructor(change: TableChange) {
    this.#change = change;
    this.#columns = new Map(change.columns);
    this.#between = change.from;
  }

  /** A new column, which has no value of its own until it gets this one. */
  add(column: ColumnSchema, value: string): void {
    this.#put({ ...column, nullable: true, default: null });
    this.#columns.set(column.name, column.name);
    this.#first.push({ column: column.name, value, where: null });
  }

  /** A column in the place of another. */
  replace(before: ColumnSchema, after: ColumnSchema, value: string): void {
    const kept = [..."_covet_kept_", ...after.name].slice(0, 64).join("");
    this.#put({ ...after, name: kept, nullable: true, default: null, identity: null, comment: null, settings: [] });
    this.#columns.delete(before.name);
    this.#columns.set(kept, after.name);
    this.#first.push({ column: kept, value, where: null });
  }

  /** Values where there are none. */
  fill(column: ColumnSchema, value: string): void {
    const where = `${quote(column.name)} IS NULL`;
    this.#last.push({ column: column.name, value: `COALESCE(${quote(column.name)}, ${value})`, where });
  }

  renameValues(column: ColumnSchema, renames: readonly ValueRename[]): void {
    const name = quote(column.name);
    this.#put(widened(column, renames));
    this.#last.push({
      column: column.name,
      value: renamedValue(name, renames),
      where: hasRenamedValue(name, renames),
    });
    const lasting = this.#change.to.constraints;
    const constraints = this.#between.constraints.filter(
      (check) =>
        check.kind !== "check" ||
        !mentions(check.expression.sql, column.name) ||
        lasting.some((other) => equal(other, check)),
    );
    this.#between = { ...this.#between, constraints };
  }

  #put(column: ColumnSchema): void {
    const others = this.#between.columns.filter(({ name }) => name !== column.name);
    this.#between = { ...this.#between, columns: [...others, column] };
  }

  statements(flavor: Flavor): string[] {
    const sets = [...this.#first, ...this.#last];
    if (sets.length === 0) return alterTable(this.#change, flavor);
    const same = new Map(this.#change.from.columns.map(({ name }) => [name, name]));
    const none = { indexes: new Map<string, string>(), constraints: new Map<string, string>() };
    return [
      ...alterTable({ ...this.#change, ...none, to: this.#between, columns: same }, flavor),
      this.#update(sets),
      ...alterTable({ ...this.#change, from: this.#between, columns: this.#columns }, flavor),
    ];
  }

  #update(sets: readonly Assignment[]): string {
    const list = sets.map(({ column, value }) => `${quote(column)} = ${value}`);
    // Time stamps of the row's last change stay as they are.
    for (const { name, settings } of this.#between.columns)
      if (settings.some((item) => item.name === "on_update") && !sets.some(({ column }) => column === name))
        list.push(`${quote(name)} = ${quote(name)}`);
    const conditions = sets.flatMap(({ where }) => where ?? []);
    const where = conditions.length < sets.length ? "" : ` WHERE ${conditions.join(" OR ")}`;
    return `UPDATE ${quoteName(this.#change.to)} SET ${list.join(", ")}${where}`;
  }
}
