/** From operations to statements: what belongs together becomes one step, and one ALTER TABLE for each table in it. */

import type { Dialect, LowerContext } from "../../dialect/dialect.js";
import { type PhysicalStep, type Statement, statement } from "../../dialect/statement.js";
import { usingFor, usingOf } from "../../dialect/using.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { equal } from "../../model/equal.js";
import { formatName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { apply } from "../../operation/apply.js";
import type { Operation, Rename } from "../../operation/operation.js";
import type { Flavor } from "./facts.js";
import { guardsOf } from "./guards.js";
import { type Aside, keysAside, presentKeys, withoutKeys } from "./keys-aside.js";
import { lackingIn } from "./lacking.js";
import { follow, lineageOf } from "./lineage.js";
import { findTable, type Moment, memberTable, type Run, type State } from "./lowering.js";
import { runsOf } from "./merge.js";
import { quote, quoteName } from "./syntax.js";
import { type Made, tableWork } from "./table-work.js";
import { constraintDefinition } from "./write-constraints.js";
import {
  broughtHome,
  createDatabase,
  dropDatabase,
  moveTable,
  pointsHome,
  renameDatabase,
} from "./write-namespaces.js";
import { createTable, keepNames, renameTables } from "./write-tables.js";

export function lower(flavor: Flavor): Dialect["lower"] {
  return (operations, before, _after, context) => {
    const moments = momentsOf(operations, before, context);
    const last = moments.at(-1);
    const state: State = {
      flavor,
      context,
      start: before,
      end: last?.after ?? before,
      lineageAtEnd: last?.lineage ?? lineageOf(before),
    };
    return runsOf(moments).map((run) => stepOf(run, state));
  };
}

function momentsOf(operations: readonly Operation[], start: DatabaseSchema, context: LowerContext): Moment[] {
  let [before, lineageBefore] = [start, lineageOf(start)];
  return operations.map((operation) => {
    const [after, lineage] = [apply(before, operation), follow(lineageBefore, operation, usingOf(operation, context))];
    const moment = { operation, before, after, lineageBefore, lineage };
    [before, lineageBefore] = [after, lineage];
    return moment;
  });
}

function stepOf(run: Run, state: State): PhysicalStep {
  const { flavor, context } = state;
  const operations = run.map(({ operation }) => operation);
  const lacking = operations.flatMap((operation) => lackingIn(operation, context.version, flavor) ?? []);
  const name = operations.length > 1 && operations.some(({ verb }) => verb !== "rename") ? "ALTER_TABLE" : null;
  if (lacking.length > 0) return { operations, name, statements: [], irreversible: lacking.join("; ") };
  return { operations, name, statements: statementsOf(run, state), irreversible: null };
}

/** What the step is asked is asked before its first statement. */
function statementsOf(run: Run, state: State): Statement[] {
  const guards = run.flatMap((moment) => guardsOf(moment, state));
  return new Step(run, state).sql().map((sql, at) => statement(sql, { guards: at === 0 ? guards : [] }));
}

/** The statements of one step. */
class Step {
  readonly #run: Run;
  readonly #flavor: Flavor;
  readonly #context: LowerContext;
  readonly #aside: Aside;
  readonly #sql: string[] = [];
  /** Operations on the parts of a table that wait for the last of them, by the table's name. */
  readonly #waiting = new Map<string, Moment[]>();
  /** Table renames that go into one statement. */
  #renames: Rename<"table">[] = [];

  constructor(run: Run, { flavor, context }: State) {
    this.#run = run;
    this.#flavor = flavor;
    this.#context = context;
    this.#aside = keysAside(run, flavor);
  }

  sql(): string[] {
    const [start, end] = [this.#run[0]?.before, this.#run.at(-1)?.after];
    if (start === undefined || end === undefined) return [];
    this.#setAside(start);
    for (const [at, moment] of this.#run.entries()) this.#take(moment, at);
    this.#rename();
    this.#bringBack(end);
    return this.#sql;
  }

  #take(moment: Moment, at: number): void {
    const { operation } = moment;
    const table = memberTable(operation);
    if (table === null) {
      this.#whole(moment);
      return;
    }
    this.#rename();
    const key = formatName(table);
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), moment]);
    const isLast = !this.#run.slice(at + 1).some((later) => {
      const other = memberTable(later.operation);
      return other !== null && formatName(other) === key;
    });
    if (isLast) this.#flush(key);
  }

  /** Tables and namespaces as a whole. */
  #whole(moment: Moment): void {
    const { operation, before } = moment;
    if (operation.noun === "namespace") {
      this.#flushAll();
      if (operation.verb === "create") this.#sql.push(createDatabase(operation.after.name));
      if (operation.verb === "drop") this.#sql.push(dropDatabase(operation.before.name));
      if (operation.verb === "rename") this.#sql.push(...renameDatabase(before, operation.from, operation.to));
    } else if (operation.noun === "table") {
      if (operation.verb === "rename") {
        this.#flushAll();
        this.#renames.push(operation);
        return;
      }
      this.#rename();
      if (operation.verb === "create") this.#create(operation.after);
      if (operation.verb === "drop") this.#sql.push(`DROP TABLE ${quoteName(operation.before)}`);
    }
  }

  #create(created: TableSchema): void {
    const table = withoutKeys(created, this.#aside);
    const isAway = table.constraints.some((key) => pointsHome(table, key));
    const home = isAway ? broughtHome(table) : table;
    this.#sql.push(createTable(home, this.#flavor), ...(isAway ? [moveTable(home, table)] : []));
  }

  #flushAll(): void {
    for (const key of [...this.#waiting.keys()]) this.#flush(key);
  }

  #flush(key: string): void {
    const moments = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    const [first, last] = [moments[0], moments.at(-1)];
    const name = first === undefined ? null : memberTable(first.operation);
    if (first === undefined || last === undefined || name === null) return;
    const [from, to] = [findTable(first.before, name), findTable(last.after, name)];
    if (from === null || to === null) return;
    const operations = moments.map(({ operation }) => operation);
    const made: Made = (was, is) => usingFor(name, was, is, this.#context);
    const shapes = [from, to].map((table) => withoutKeys(table, this.#aside));
    const [before = from, after = to] = shapes;
    const makesKey = (key: ConstraintSchema) =>
      pointsHome(after, key) && !before.constraints.some((other) => equal(other, key));
    if (!after.constraints.some(makesKey)) {
      this.#sql.push(...tableWork(before, after, operations, this.#flavor, made));
      return;
    }
    const [was, is] = [broughtHome(before), broughtHome(after)];
    this.#sql.push(moveTable(from, is), ...tableWork(was, is, operations, this.#flavor, made), moveTable(is, to));
  }

  /** The renames that wait, as one statement. */
  #rename(): void {
    if (this.#renames.length === 0) return;
    const renames = this.#renames;
    this.#renames = [];
    this.#sql.push(renameTables(renames));
    for (const rename of netRenames(renames)) {
      const table = { schema: rename.on.schema, name: rename.to };
      const after = this.#run.findLast(({ operation }) => renames.some((other) => other === operation))?.after;
      const clauses = after === undefined ? [] : keepNames(after, rename, this.#flavor);
      if (clauses.length > 0) this.#sql.push(`ALTER TABLE ${quoteName(table)} ${clauses.join(", ")}`);
    }
  }

  #setAside(start: DatabaseSchema): void {
    for (const { table, key } of presentKeys(start, this.#aside))
      this.#sql.push(`ALTER TABLE ${quoteName(table)} DROP FOREIGN KEY ${quote(key.name ?? "")}`);
  }

  #bringBack(end: DatabaseSchema): void {
    for (const { table, key } of presentKeys(end, this.#aside)) {
      const isAway = pointsHome(table, key);
      const home = isAway ? broughtHome(table) : table;
      const add = `ALTER TABLE ${quoteName(home)} ADD ${constraintDefinition(key, this.#flavor)}`;
      this.#sql.push(...(isAway ? [moveTable(table, home), add, moveTable(home, table)] : [add]));
    }
  }
}

/** From the first name to the last: a swap goes by way of a name that nothing keeps. */
function netRenames(renames: readonly Rename<"table">[]): Rename<"table">[] {
  const net: Rename<"table">[] = [];
  for (const rename of renames) {
    const at = net.findIndex(({ to, on }) => to === rename.from && on.schema === rename.on.schema);
    const earlier = net[at];
    if (earlier === undefined) net.push(rename);
    else net[at] = { ...earlier, to: rename.to };
  }
  return net;
}
