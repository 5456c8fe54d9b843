/**
 * What one step does to the parts of one table: one ALTER TABLE where the engine can, else what makes room, the rows
 * moved over, and what is wanted in the end.
 */

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
import { type ColumnOrigin, followInTable, originOf } from "./lineage.js";
import { quote, quoteName } from "./syntax.js";
import { mentions } from "./words.js";
import { hasRenamedValue, renamedValue, widened } from "./write-enums.js";

/** `operations` are those on this table, in order; they lead from one shape to the other. */
export function tableWork(
  from: TableSchema,
  to: TableSchema,
  operations: readonly Operation[],
  flavor: Flavor,
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
  if (flavor.renameRewrites && renames.length > 0) return renamedFirst(change, operations, renames, flavor);
  return withRows(change, origin.columns, flavor);
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
  return [...first, ...tableWork(between, to, rest, flavor)];
}

function fits(rename: Operation, table: TableSchema | undefined): boolean {
  if (rename.verb !== "rename" || rename.noun !== "column" || table === undefined) return false;
  const has = (name: string) => table.columns.some((column) => column.name === name);
  return sameName(rename.on, table) && has(rename.from) && !has(rename.to);
}

/** Rows that move within the table need a shape in between, which holds both what they have and what they get. */
function withRows(change: TableChange, origins: ReadonlyMap<string, ColumnOrigin>, flavor: Flavor): string[] {
  const { from, to } = change;
  let between = from;
  const columns = new Map(change.columns);
  const sets: [column: string, value: string][] = [];
  const conditions: string[] = [];
  const put = (column: ColumnSchema) => {
    const others = between.columns.filter(({ name }) => name !== column.name);
    between = { ...between, columns: [...others, column] };
  };

  for (const { column, values } of origins.values()) {
    if (values.length === 0) continue;
    put(widened(column, values));
    const name = quote(column.name);
    sets.push([column.name, renamedValue(name, values)]);
    conditions.push(hasRenamedValue(name, values));
    const constraints = between.constraints.filter(
      (check) =>
        check.kind !== "check" ||
        !mentions(check.expression.sql, column.name) ||
        to.constraints.some((other) => equal(other, check)),
    );
    between = { ...between, constraints };
  }

  for (const after of to.columns) {
    const before = from.columns.find(({ name }) => columns.get(name) === after.name);
    if (before === undefined && isVolatileDefault(after, flavor)) {
      put({ ...after, nullable: true, default: null });
      columns.set(after.name, after.name);
      sets.push([after.name, after.default?.sql ?? "NULL"]);
    }
    if (before?.generated?.storage === "virtual" && after.generated === null) {
      const kept = `_covet_kept_${after.name}`.slice(0, 64);
      put({ ...after, name: kept, nullable: true, default: null, identity: null, settings: [] });
      columns.delete(before.name);
      columns.set(kept, after.name);
      sets.push([kept, quote(before.name)]);
    }
  }

  if (sets.length === 0) return alterTable(change, flavor);
  const same = (names: readonly ColumnSchema[]) => new Map(names.map(({ name }) => [name, name]));
  const room: TableChange = {
    ...change,
    to: between,
    columns: same(from.columns),
    indexes: new Map(),
    constraints: new Map(),
  };
  // Time stamps of the row's last change stay as they are.
  const still = between.columns
    .filter(
      ({ name, settings }) => settings.some((item) => item.name === "on_update") && !sets.some(([set]) => set === name),
    )
    .map(({ name }): [string, string] => [name, quote(name)]);
  const list = [...sets, ...still].map(([name, value]) => `${quote(name)} = ${value}`).join(", ");
  const where = conditions.length === sets.length ? ` WHERE ${conditions.join(" OR ")}` : "";
  return [
    ...alterTable(room, flavor),
    `UPDATE ${quoteName(to)} SET ${list}${where}`,
    ...alterTable({ ...change, from: between, columns }, flavor),
  ];
}
