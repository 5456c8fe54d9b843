/** Turns the operations on one table into edits of its declaration. */

import type { Vocabulary } from "../../dialect/vocabulary.js";
import type { ColumnNode, InlineConstraint, Member as MemberNode } from "../../language/ast.js";
import type { BoundColumn, BoundTable } from "../../language/binding.js";
import { placeConstraints, printMember } from "../../language/print.js";
import { printColumn } from "../../language/print-column.js";
import { inlineColumn, printConstraint, printInlineConstraint } from "../../language/print-constraint.js";
import { printIndex } from "../../language/print-index.js";
import { type ColumnChange, changeColumn } from "../../language/pull/change-column.js";
import { changeRule } from "../../language/pull/change-rule.js";
import { appendMembers, changeHeader, memberIndent, placeAfter } from "../../language/pull/change-table.js";
import type { Page } from "../../language/pull/page.js";
import { holderOf } from "../../language/pull/spread.js";
import { allMembers } from "../../language/select.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import { canonical, equal } from "../../model/equal.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Operation } from "../../operation/operation.js";
import type { Readable } from "./readable.js";

export type TableOperation = Extract<Operation, { noun: "column" | "constraint" | "index" | "table" }>;

export interface TableChange {
  readonly page: Page;
  readonly bound: BoundTable;
  /** As the file says, as the author wrote it and in normal form; as the database has it. */
  readonly authored: TableSchema;
  readonly file: TableSchema;
  readonly live: TableSchema;
  readonly readable: Readable;
  readonly operations: readonly TableOperation[];
  readonly mixins: Parameters<typeof holderOf>[2];
  readonly target: Vocabulary;
  /** Indexes that come by themselves are not written. */
  readonly skipImplied: boolean;
}

/** The nodes that operations speak of: the line of each, and an inline constraint's own. */
export function nodesOf({ bound, file, operations }: TableChange): object[] {
  return operations.flatMap((operation): object[] => {
    if (operation.verb !== "drop" && operation.verb !== "alter") return [];
    if (operation.noun === "column") {
      const node = columnOf(bound, operation.before.name)?.node;
      return node === undefined ? [] : [node];
    }
    if (operation.noun === "table") return [];
    const entry =
      operation.noun === "constraint"
        ? bound.constraints[file.constraints.indexOf(operation.before)]
        : bound.indexes[file.indexes.indexOf(operation.before)];
    return entry === undefined ? [] : [entry.line ?? entry.node];
  });
}

function columnOf(bound: BoundTable, name: string): BoundColumn | undefined {
  return bound.columns.find(({ schema }) => schema.name === name);
}

/** The author's words where file and database agree, what the database has elsewhere; field by field. */
function blend<T extends object>(authored: T, file: T, live: T, readable: T): T {
  const fields = Object.keys(readable) as (keyof T)[];
  const blended = fields.map((field) => {
    if (equal(file[field], live[field])) return [field, authored[field]];
    const lists = [authored[field], file[field], live[field], readable[field]];
    const [mine, normal, theirs, written] = lists.map((list) => (Array.isArray(list) ? (list as object[]) : null));
    const alike = mine != null && normal != null && theirs != null && written != null && mine.length === written.length;
    if (!alike || typeof written[0] !== "object") return [field, readable[field]];
    const item = (at: number) => blend(mine[at] ?? {}, normal[at] ?? {}, theirs[at] ?? {}, written[at] ?? {});
    return [field, written.map((_, at) => item(at))];
  });
  return Object.fromEntries(blended) as T;
}

export function changeTable(change: TableChange): void {
  new TableEditor(change).run();
}

class TableEditor {
  readonly #change: TableChange;
  readonly #lines = new Map<
    ColumnNode,
    { constraints: Map<InlineConstraint, string | null>; column: ColumnChange["column"] }
  >();
  readonly #gone = new Set<ColumnNode>();
  /** Rules and indexes for the end of the table. */
  readonly #rules: string[] = [];
  readonly #indexes: string[] = [];
  readonly #indent: string;

  constructor(change: TableChange) {
    this.#change = change;
    this.#indent = memberIndent(change.page, change.bound.node);
  }

  run(): void {
    const { page, bound, target, operations } = this.#change;
    for (const operation of operations)
      if (operation.noun === "column" && operation.verb === "drop") this.#dropColumn(operation.before);
    const created = operations.flatMap((operation) =>
      operation.noun === "column" && operation.verb === "create" ? [operation.after] : [],
    );
    const inline = this.#members(new Set(created.map(({ name }) => name)));
    for (const operation of operations) {
      if (operation.noun === "table" && operation.verb === "alter") this.#header(operation.before, operation.after);
      if (operation.noun === "column" && operation.verb === "alter")
        this.#alterColumn(operation.before, operation.after);
    }
    this.#createColumns(created, inline);
    for (const [node, { column, constraints }] of this.#lines)
      if (!this.#gone.has(node)) changeColumn(page, { node, column, constraints }, target);
    appendMembers(page, bound.node, [...this.#rules, ...this.#indexes]);
  }

  #line(node: ColumnNode) {
    const known = this.#lines.get(node) ?? { constraints: new Map(), column: null };
    this.#lines.set(node, known);
    return known;
  }

  #header(from: TableSchema, to: TableSchema): void {
    const { page, bound, target } = this.#change;
    changeHeader(page, bound.node, from, to, target);
  }

  #dropColumn({ name }: ColumnSchema): void {
    const { page, bound } = this.#change;
    const node = columnOf(bound, name)?.node;
    if (node === undefined) return;
    page.remove(page.blockOf(node));
    this.#gone.add(node);
  }

  #alterColumn(from: ColumnSchema, to: ColumnSchema): void {
    const { bound, readable } = this.#change;
    const entry = columnOf(bound, to.name);
    if (entry === undefined) return;
    const changed = new Set(
      Object.keys(to).filter((field) => !equal(from[field as keyof ColumnSchema], to[field as keyof ColumnSchema])),
    );
    const written = blend(entry.schema, from, to, readable.column.get(to) ?? to);
    this.#line(entry.node).column = { from, to: written, changed };
  }

  #createColumns(created: readonly ColumnSchema[], inline: ReadonlyMap<string, readonly ConstraintSchema[]>): void {
    const { page, bound, live, readable, mixins, target } = this.#change;
    const names = new Set(created.map(({ name }) => name));
    let previous: MemberNode | null = null;
    for (const column of live.columns) {
      if (!names.has(column.name)) {
        const node = columnOf(bound, column.name)?.node;
        previous = (node === undefined ? null : holderOf(bound.node, node, mixins)) ?? previous;
        continue;
      }
      const written = readable.column.get(column) ?? column;
      const parts = printColumn(written, inline.get(column.name) ?? [], target);
      // Another engine's column of that name stands in the file already.
      const others = allMembers(bound.node.members).some(
        (member) =>
          member.kind === "column" &&
          member.name.text === column.name &&
          !bound.columns.some(({ node }) => node === member),
      );
      if (others) parts.push(`@for(${target.dialect})`);
      page.insert(placeAfter(page, bound.node, previous), `${printMember(written.comment, parts, this.#indent)}\n`);
    }
  }

  /** Gives the constraints to write on the lines of new columns. */
  #members(created: ReadonlySet<string>): ReadonlyMap<string, readonly ConstraintSchema[]> {
    const { bound, file, live, readable, operations, authored, skipImplied, target } = this.#change;
    const constraints = pairs(operations.flatMap((operation) => (operation.noun === "constraint" ? [operation] : [])));
    const fresh: ConstraintSchema[] = [];
    for (const { from, to } of constraints) {
      const at = from === null ? -1 : file.constraints.indexOf(from);
      const entry = bound.constraints[at];
      const written = to === null ? null : (readable.constraint.get(to) ?? to);
      if (from === null || to === null || written === null) {
        if (entry !== undefined) this.#drop(entry.node, entry.line);
        if (written !== null) fresh.push(written);
        continue;
      }
      const mine = authored.constraints[at];
      const blended = mine === undefined ? written : blend<ConstraintSchema>(mine, from, to, written);
      if (entry === undefined) fresh.push(written);
      else if (entry.line === null)
        changeRule(this.#change.page, entry.node, printConstraint(blended, target), blended.comment, target);
      else if (this.#belongsOn(entry.line, blended))
        this.#line(entry.line).constraints.set(entry.node, printInlineConstraint(blended));
      else {
        this.#line(entry.line).constraints.set(entry.node, null);
        fresh.push(blended);
      }
    }
    const placed = placeConstraints(fresh, live.columns);
    const inline = new Map([...placed.inline].filter(([column]) => created.has(column)));
    const onLines = new Set([...inline.values()].flat());
    for (const constraint of fresh)
      if (!onLines.has(constraint))
        this.#rules.push(printMember(constraint.comment, printConstraint(constraint, target), this.#indent));

    for (const { from, to } of pairs(
      operations.flatMap((operation) => (operation.noun === "index" ? [operation] : [])),
    )) {
      const at = from === null ? -1 : file.indexes.indexOf(from);
      const entry = bound.indexes[at];
      const written = to === null ? null : (readable.index.get(to) ?? to);
      if (from !== null && to !== null && written !== null && entry !== undefined && entry.line === null) {
        const mine = authored.indexes[at];
        const blended = mine === undefined ? written : blend<IndexSchema>(mine, from, to, written);
        changeRule(this.#change.page, entry.node, printIndex(blended, target), blended.comment, target);
        continue;
      }
      if (entry !== undefined) this.#drop(entry.node, entry.line);
      if (to === null || written === null || (skipImplied && readable.implied.has(to))) continue;
      this.#indexes.push(printMember(written.comment, printIndex(written, target), this.#indent));
    }
    return inline;
  }

  #belongsOn(line: ColumnNode, constraint: ConstraintSchema): boolean {
    const { live } = this.#change;
    return inlineColumn(constraint, new Set(live.columns.map(({ name }) => name))) === line.name.text;
  }

  #drop(
    node: BoundTable["constraints"][number]["node"] | BoundTable["indexes"][number]["node"],
    line: ColumnNode | null,
  ): void {
    const { page } = this.#change;
    if (line === null) page.remove(page.blockOf(node));
    else if (node.kind !== "index") this.#line(line).constraints.set(node, null);
  }
}

interface Pair<T> {
  readonly from: T | null;
  readonly to: T | null;
}

type MemberOperation<T> =
  | { readonly verb: "create"; readonly after: T }
  | { readonly verb: "drop"; readonly before: T }
  | { readonly verb: "alter"; readonly before: T; readonly after: T }
  | { readonly verb: "rename" };

/** Changes, with a drop and a create of the same content under two names taken as one. */
function pairs<T extends { readonly name: string | null }>(operations: readonly MemberOperation<T>[]): Pair<T>[] {
  const content = (item: T): string => canonical({ ...item, name: null });
  const created = operations.flatMap((operation) => (operation.verb === "create" ? [operation.after] : []));
  const result: Pair<T>[] = [];
  for (const operation of operations) {
    if (operation.verb === "alter") result.push({ from: operation.before, to: operation.after });
    if (operation.verb !== "drop") continue;
    const at = created.findIndex((item) => content(item) === content(operation.before));
    const [to = null] = at < 0 ? [] : created.splice(at, 1);
    result.push({ from: operation.before, to });
  }
  return [...result, ...created.map((to) => ({ from: null, to }))];
}
