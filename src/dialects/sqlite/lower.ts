/**
 * Operations to statements. SQLite renames, and adds or drops a simple column, in place; every other change of a table
 * makes it anew, once for all its changes, when the last of them is due. Nothing in between can notice the delay: SQLite
 * looks no name up while foreign keys are off.
 */

import type { LowerContext } from "../../dialect/dialect.js";
import { type PhysicalStep, type Statement, statement } from "../../dialect/statement.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { formatWord } from "../../model/name.js";
import { apply } from "../../operation/apply.js";
import { invertAll } from "../../operation/invert.js";
import type { Operation } from "../../operation/operation.js";
import { addColumnSql, dropColumnSql, hasColumn, renameColumnSql } from "./columns.js";
import { guardsOf } from "./guards.js";
import { createIndexSql, dropIndexSql } from "./indexes.js";
import { type Moment, momentsOf, tableOf } from "./moment.js";
import { Pending, shifted } from "./pending.js";
import { rebuildStatements } from "./rebuild.js";
import { isRename, type Rename, staleTrigger } from "./rename-order.js";
import { fold } from "./syntax.js";
import { type TableWork, tableWork } from "./table-work.js";
import { createIndexesSql, createTableSql, dropTableSql, impossible, inTheWay, renameTableSql } from "./tables.js";

export function lower(
  operations: readonly Operation[],
  before: DatabaseSchema,
  after: DatabaseSchema,
  context: LowerContext,
): readonly PhysicalStep[] {
  return new Lowering(momentsOf(operations, before, context), before, after, context).steps();
}

class Lowering {
  readonly #moments: readonly Moment[];
  readonly #work: readonly (TableWork | null)[];
  readonly #context: LowerContext;
  /** Names that something has or will have, folded. */
  readonly #taken: ReadonlySet<string>;
  /** Names that the operations give to something, folded. */
  readonly #given: ReadonlySet<string>;
  readonly #steps: PhysicalStep[] = [];
  readonly #pending = new Map<TableWork, Pending>();
  readonly #renamed = new Set<Rename>();
  /** The schema as the statements so far leave it: without what waits. */
  #physical: DatabaseSchema;

  constructor(moments: readonly Moment[], before: DatabaseSchema, after: DatabaseSchema, context: LowerContext) {
    this.#moments = moments;
    this.#work = tableWork(moments, context.unmanaged);
    this.#context = context;
    this.#physical = before;
    const tables = [...before.tables, ...after.tables];
    const names = [...tables, ...tables.flatMap(({ indexes }) => indexes), ...context.unmanaged];
    this.#given = namesGiven(moments.map(({ operation }) => operation));
    this.#taken = new Set(names.map(({ name }) => fold(name ?? "")));
  }

  steps(): readonly PhysicalStep[] {
    for (const [place, moment] of this.#moments.entries()) this.#lower(place, moment);
    return this.#steps;
  }

  #lower(place: number, moment: Moment): void {
    const { operation } = moment;
    const work = this.#work[place] ?? null;
    if (work === null) this.#add([operation], [], "SQLite has no schemas and no enum types");
    else if (operation.noun === "table" && operation.verb === "drop")
      this.#dropTable(moment, operation.before.name, work);
    else if (isRename(operation) && !(work.created && place < work.last)) this.#rename(place, moment, operation, work);
    else if (operation.noun === "index" && this.#goesAlone(operation, place, work))
      this.#changeIndex(moment, operation);
    else if (work.created || work.dropped || work.rebuild) this.#wait(place, moment, work);
    else if (operation.noun === "column") this.#changeColumn(place, moment, work);
    // What is left rides on a column.
  }

  /** An index is made with its table where that waits; but a name that something else is given must be free in time. */
  #goesAlone(operation: IndexOperation, place: number, work: TableWork): boolean {
    if (work.dropped) return false;
    if (place > work.last || !(work.created || work.rebuild)) return true;
    if (work.created) return false;
    if (operation.verb === "rename") return place < work.last && this.#given.has(fold(operation.from));
    return operation.verb === "drop";
  }

  #wait(place: number, moment: Moment, work: TableWork): void {
    this.#pendingOf(work).add(moment);
    if (place === work.last && !work.dropped) this.#flush(moment.after, tableOf(moment.operation) ?? "", place, work);
  }

  #pendingOf(work: TableWork): Pending {
    const pending = this.#pending.get(work) ?? new Pending();
    this.#pending.set(work, pending);
    return pending;
  }

  /** Everything that waits for the table, `name` in `state`, becomes one step. */
  #flush(state: DatabaseSchema, name: string, place: number, work: TableWork): void {
    const pending = this.#pendingOf(work);
    this.#pending.delete(work);
    const later = work.places
      .filter((other) => other > place)
      .flatMap((other) => this.#moments[other]?.operation ?? []);
    const ahead = work.renames === "first" ? later.filter(isRename) : [];
    // Back to the names the table still has, or on to those it must have already.
    const renames = [...invertAll(pending.postponed).filter(isRename), ...ahead];
    const target = shifted(state, name, pending, renames);
    if (target === null) {
      const reason = `${formatWord(name)} cannot be renamed and made anew at once; plan the rename by itself first`;
      this.#add(pending.operations, [], reason);
      return;
    }
    for (const rename of ahead) this.#renameNow(rename);
    this.#makeTable(target, pending, work);
    for (const rename of pending.postponed) this.#renameNow(rename);
  }

  #makeTable(target: NonNullable<ReturnType<typeof shifted>>, pending: Pending, work: TableWork): void {
    const { table: after, ...copying } = target;
    const before = work.created ? undefined : this.#physical.tables.find(({ name }) => name === after.name);
    if (before === undefined) {
      const statements = [createTableSql(after), ...createIndexesSql(after)].map((sql) => statement(sql));
      this.#add(pending.operations, statements, impossible(after) ?? inTheWay(after.name, this.#context.unmanaged));
    } else {
      const { unmanaged, texts } = this.#context;
      const rest = { guards: pending.guards, unmanaged, texts, free: this.#freeName(after.name) };
      const reason = impossible(after) ?? staleTrigger(after.name, work.names, [...this.#renamed], unmanaged);
      this.#add(pending.operations, rebuildStatements({ before, after, ...copying, ...rest }), reason, "REBUILD_TABLE");
    }
    const others = this.#physical.tables.filter(({ name }) => name !== after.name);
    this.#physical = { ...this.#physical, tables: [...others, after] };
  }

  #dropTable(moment: Moment, name: string, work: TableWork): void {
    const waiting = this.#pendingOf(work).operations;
    this.#pending.delete(work);
    const sql = dropTableSql({ schema: null, name });
    this.#add([moment.operation, ...waiting], [statement(sql, { guards: guardsOf(moment) })]);
    const tables = this.#physical.tables.filter((table) => table.name !== name);
    this.#physical = { ...this.#physical, tables };
  }

  #rename(place: number, moment: Moment, operation: Rename, work: TableWork): void {
    if (this.#renamed.has(operation)) return;
    const pending = this.#pendingOf(work);
    if (work.renames === "afterwards" && place < work.last) {
      pending.follow(operation);
      pending.postponed.push(operation);
      return;
    }
    // The column still waits to be made, or one of that name to be dropped.
    if (operation.noun === "column" && pending.operations.length > 0 && !this.#fits(operation))
      this.#flush(moment.before, operation.on.name, place, work);
    else pending.follow(operation);
    this.#renameNow(operation);
  }

  #fits({ on, from, to }: Extract<Rename, { noun: "column" }>): boolean {
    const table = this.#physical.tables.find(({ name }) => name === on.name);
    return table === undefined || (hasColumn(table, from) && (fold(from) === fold(to) || !hasColumn(table, to)));
  }

  #renameNow(operation: Rename): void {
    const { from, to } = operation;
    const sql =
      operation.noun === "table"
        ? renameTableSql(from, to, this.#freeName(from))
        : [renameColumnSql(operation.on, from, to)];
    this.#renamed.add(operation);
    this.#add(
      [operation],
      sql.map((text) => statement(text)),
    );
    this.#physical = apply(this.#physical, operation);
  }

  #changeIndex(moment: Moment, operation: IndexOperation): void {
    const find = (schema: DatabaseSchema, index: string) =>
      schema.tables.find(({ name }) => name === operation.on.name)?.indexes.filter(({ name }) => name === index) ?? [];
    const gone =
      operation.verb === "rename"
        ? find(moment.before, operation.from)
        : "before" in operation
          ? [operation.before]
          : [];
    const made =
      operation.verb === "rename" ? find(moment.after, operation.to) : "after" in operation ? [operation.after] : [];
    const guards = guardsOf(moment);
    this.#add(
      [operation],
      [
        ...gone.map((index) => statement(dropIndexSql(index))),
        ...made.map((index) => statement(createIndexSql(operation.on, index), { guards })),
      ],
    );
    this.#physical = apply(this.#physical, operation);
  }

  /** In place, with the constraints that stand on a new column. */
  #changeColumn(place: number, moment: Moment, work: TableWork): void {
    const { operation } = moment;
    if (operation.noun !== "column" || operation.verb === "rename") return;
    const riders = (work.riders.get(place) ?? []).flatMap((other) => this.#moments[other] ?? []);
    const constraints = riders.flatMap(({ operation: { noun, ...rest } }) =>
      noun === "constraint" && rest.verb === "create" && "kind" in rest.after ? [rest.after] : [],
    );
    const sql =
      operation.verb === "drop"
        ? dropColumnSql(operation.on, operation.before.name)
        : addColumnSql(operation.on, operation.after, constraints);
    const operations = [operation, ...riders.map((rider) => rider.operation)];
    this.#add(operations, [statement(sql, { guards: [moment, ...riders].flatMap(guardsOf) })]);
    this.#physical = operations.reduce(apply, this.#physical);
  }

  #add(
    operations: readonly Operation[],
    statements: readonly Statement[],
    irreversible: string | null = null,
    name: string | null = null,
  ): void {
    this.#steps.push({ operations, name, statements: irreversible === null ? statements : [], irreversible });
  }

  #freeName(table: string): string {
    for (let n = 0; ; n++) {
      const name = `_covet_new_${table}${n === 0 ? "" : `_${n}`}`;
      if (!this.#taken.has(fold(name))) return name;
    }
  }
}

type IndexOperation = Extract<Operation, { noun: "index" }>;

function namesGiven(operations: readonly Operation[]): Set<string> {
  const names = operations.flatMap((operation) => {
    if (operation.verb === "rename") return [operation.to];
    if (operation.verb !== "create") return [];
    const more = operation.noun === "table" ? operation.after.indexes : [];
    return [operation.after.name ?? "", ...more.map(({ name }) => name ?? "")];
  });
  return new Set(names.map(fold));
}
