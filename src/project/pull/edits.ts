/** Turns the operations from the files to the database into edits of the files. */

import type { Vocabulary } from "../../dialect/vocabulary.js";
import type { Declaration } from "../../language/ast.js";
import type { Bound } from "../../language/bind.js";
import { type Binding, type BoundTable, objectName } from "../../language/binding.js";
import { printEnum, printNamespace, printTable } from "../../language/print.js";
import { printDomain } from "../../language/print-domain.js";
import { literalText } from "../../language/print-words.js";
import { changeDomain } from "../../language/pull/change-domain.js";
import { changeEnum } from "../../language/pull/change-enum.js";
import { isLaidOut, layOut } from "../../language/pull/change-table.js";
import { changeDoc } from "../../language/pull/doc.js";
import { Page } from "../../language/pull/page.js";
import { expandSpread, spreadOf } from "../../language/pull/spread.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import type { DomainSchema } from "../../model/domain-schema.js";
import { equal } from "../../model/equal.js";
import { formatName, type ObjectName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Operation } from "../../operation/operation.js";
import type { Source } from "../../text/source.js";
import type { Homes } from "./homes.js";
import type { Readable } from "./readable.js";
import { printStub, type Stub } from "./stubs.js";
import { changeTable, nodesOf, type TableChange, type TableOperation } from "./table-changes.js";

/** Files as they were understood. */
export interface Read {
  readonly pages: Map<string, Page>;
  readonly bound: Bound;
  readonly binding: Binding;
  /** For any target. */
  readonly declarations: readonly NamedNode[];
}

export type NamedNode = Extract<Declaration, { kind: "table" | "enum" }>;

export interface EditsInput {
  readonly read: Read;
  /** The files in normal form, texts settled, names adopted: members in the order of the binding. */
  readonly file: DatabaseSchema;
  readonly live: DatabaseSchema;
  readonly readable: Readable;
  readonly homes: Homes;
  readonly target: Vocabulary;
  /** Tables to write anew as a whole. */
  readonly whole: ReadonlySet<string>;
  /** Nothing was tried yet. */
  readonly first: boolean;
  /** Why covet cannot write a table, by its name. */
  readonly reasons: ReadonlyMap<string, string>;
}

export class Edits {
  readonly rewritten = new Set<string>();
  readonly #input: EditsInput;
  readonly #tables: readonly BoundTable[];
  /** Files something was added to the end of. */
  readonly #begun = new Set<Page>();

  constructor(input: EditsInput) {
    this.#input = input;
    this.#tables = [...input.read.binding.tables.values()].filter(({ managed }) => managed);
  }

  apply(all: readonly Operation[], stubs: readonly Stub[]): void {
    const folded = this.#foldedEnums(all);
    const operations = all.filter((operation) => !folded.has(operation));
    const byTable = new Map<string, TableOperation[]>();
    const add = (name: ObjectName, operation: TableOperation): void => {
      byTable.set(formatName(name), [...(byTable.get(formatName(name)) ?? []), operation]);
    };
    for (const operation of operations) {
      if (operation.verb === "rename") continue;
      if (operation.noun === "namespace") this.#namespace(operation);
      else if (operation.noun === "enum") this.#enum(operation);
      else if (operation.noun === "domain") this.#domain(operation);
      else if (operation.noun !== "table") add(operation.on, operation);
      else if (operation.verb === "alter") add(operation.after, operation);
    }
    // In the order of the database, whatever the order of the operations.
    const created = new Set(
      operations.flatMap((operation) =>
        operation.verb === "create" && operation.noun === "table" ? [operation.after] : [],
      ),
    );
    for (const table of this.#input.live.tables) if (created.has(table)) this.#create(table);
    for (const operation of operations)
      if (operation.noun === "table" && operation.verb === "drop") this.#removeTable(operation.before, stubs);
    for (const [name, list] of byTable) this.#change(name, list);
    for (const stub of stubs) this.#stub(stub);
  }

  /** All files with their new text. */
  sources(): Source[] {
    const sources = [...this.#input.read.pages].map(([path, page]) => ({ path, text: page.result() }));
    return sources.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #page(path: string): Page {
    const { pages } = this.#input.read;
    const page = pages.get(path) ?? new Page({ path, text: "" }, []);
    pages.set(path, page);
    return page;
  }

  #pageOf(node: Declaration): Page {
    return this.#page(node.span.source.path);
  }

  #append(path: string, text: string): void {
    const page = this.#page(path);
    const { length } = page.text;
    const filled = page.text.trim() !== "";
    const gap = this.#begun.has(page) ? "\n" : filled ? (/[\r\n]$/.test(page.text) ? "\n" : "\n\n") : "";
    this.#begun.add(page);
    page.insert(length, `${gap}${text}\n`);
  }

  #namespace(operation: Extract<Operation, { noun: "namespace"; verb: "create" | "drop" | "alter" }>): void {
    if (operation.verb === "create") {
      this.#append(this.#input.homes.ofNamespace(operation.after.name), printNamespace(operation.after));
      return;
    }
    const node = this.#input.read.binding.namespaces.get(operation.before.name)?.node;
    if (node === undefined) return;
    if (operation.verb === "drop") this.#pageOf(node).removeDeclaration(node);
    else changeDoc(this.#pageOf(node), node, operation.after.comment);
  }

  #enum(operation: Extract<Operation, { noun: "enum"; verb: "create" | "drop" | "alter" }>): void {
    const { binding } = this.#input.read;
    if (operation.verb === "create") {
      const text = this.#forTarget(operation.after, printEnum(operation.after));
      const path = this.#input.homes.ofEnum(operation.after);
      const page = this.#page(path);
      const last = [...binding.enums.values()].findLast(({ node }) => node.span.source.path === path)?.node;
      if (last === undefined) this.#append(path, text);
      else page.insert(page.blockOf(last).end, `\n${text}\n`);
      return;
    }
    const bound = [...binding.enums.values()].find(({ schema }) => this.#isNamed(schema, operation.before));
    if (bound === undefined) return;
    const page = this.#pageOf(bound.node);
    if (operation.verb === "drop") page.removeDeclaration(bound.node);
    else changeEnum(page, bound.node, bound.values, operation.before, operation.after);
  }

  #domain(operation: Extract<Operation, { noun: "domain"; verb: "create" | "drop" | "alter" }>): void {
    const { read, readable, homes, target } = this.#input;
    const printed = (domain: DomainSchema) => printDomain(readable.domain.get(domain) ?? domain, target);
    if (operation.verb === "create") {
      this.#append(homes.ofDomain(operation.after), this.#forTarget(operation.after, printed(operation.after)));
      return;
    }
    const found = [...read.binding.domains.values()].find((node) =>
      this.#isNamed(objectName(node.name), operation.before),
    );
    if (found === undefined) return;
    const page = this.#pageOf(found);
    if (operation.verb === "drop") page.removeDeclaration(found);
    else changeDomain(page, found, { ...(readable.domain.get(operation.after) ?? operation.after) }, target);
  }

  /**
   * Where the engine has no enum types, columns list the values of an enum themselves. Those that all changed alike have
   * the enum itself changed; gives the operations that this settles.
   */
  #foldedEnums(operations: readonly Operation[]): Set<Operation> {
    const { read, file, target } = this.#input;
    const settled = new Set<Operation>();
    for (const { node, values, schema, managed } of read.binding.enums.values()) {
      if (!managed || file.enums.some((item) => this.#isNamed(schema, item))) continue;
      const users = this.#tables.flatMap(({ columns }, at) =>
        columns.flatMap((column) =>
          sameName(column.schema.type, schema) ? [{ table: file.tables[at], name: column.schema.name }] : [],
        ),
      );
      const changes = users.map(({ table, name }) =>
        operations.find(
          (operation) =>
            operation.noun === "column" &&
            operation.verb === "alter" &&
            operation.before.name === name &&
            table !== undefined &&
            sameName(operation.on, table),
        ),
      );
      const types = changes.map((change) =>
        change?.noun === "column" && change.verb === "alter" ? change.after.type : null,
      );
      const [type] = types;
      if (type == null || type.name !== "enum" || !types.every((other) => equal(other, type))) continue;
      const texts = type.args.map((arg) => literalText(arg, target));
      const wanted = texts.flatMap((text) => text ?? []);
      if (wanted.length < texts.length || equal(wanted, schema.values)) continue;
      changeEnum(this.#pageOf(node), node, values, schema, { ...schema, values: wanted });
      for (const change of changes) if (change !== undefined) settled.add(change);
    }
    return settled;
  }

  /** The files may name the default namespace where the normal form does not. */
  #isNamed(written: ObjectName, normal: ObjectName): boolean {
    if (sameName(written, normal)) return true;
    const { enums, domains, tables } = this.#input.file;
    const taken = [...enums, ...domains, ...tables].some((other) => sameName(written, other));
    return written.name === normal.name && normal.schema === null && !taken;
  }

  #bound(name: string): { readonly bound: BoundTable; readonly at: number } | null {
    const at = this.#input.file.tables.findIndex((table) => formatName(table) === name);
    const bound = this.#tables[at];
    return bound === undefined ? null : { bound, at };
  }

  #create(table: TableSchema): void {
    this.#append(this.#input.homes.ofTable(table), this.#forTarget(table, this.#print(table)));
  }

  #print(table: TableSchema): string {
    const { readable, target, first } = this.#input;
    const written = readable.table.get(table) ?? table;
    const indexes = table.indexes.flatMap((index) =>
      first && readable.implied.has(index) ? [] : [readable.index.get(index) ?? index],
    );
    return printTable({ ...written, indexes }, target);
  }

  /** In a block of its own where the files have something of that name for another engine. */
  #forTarget(name: ObjectName, text: string): string {
    const { read, target } = this.#input;
    const declared = read.declarations.some((node) => sameName(objectName(node.name), name));
    const known = [...read.binding.tables.keys(), ...read.binding.enums.keys()].includes(formatName(name));
    if (!declared || known) return text;
    return [`for ${target.dialect} {`, ...text.split("\n").map((line) => (line === "" ? "" : `  ${line}`)), "}"].join(
      "\n",
    );
  }

  #removeTable(table: TableSchema, stubs: readonly Stub[]): void {
    const found = this.#bound(formatName(table));
    if (found === null || stubs.some(({ name }) => sameName(name, table))) return;
    this.#pageOf(found.bound.node).removeDeclaration(found.bound.node);
  }

  #change(name: string, operations: readonly TableOperation[]): void {
    const { read, file, live, readable, target, whole, first } = this.#input;
    const found = this.#bound(name);
    const wanted = live.tables.find((table) => formatName(table) === name);
    if (found === null || wanted === undefined) return;
    const { bound, at } = found;
    const [written, authored] = [file.tables[at], read.bound.schema.tables[at]];
    if (written === undefined || authored === undefined) return;
    const page = this.#pageOf(bound.node);
    if (whole.has(name)) {
      const { start, end, whole: lines } = page.blockOf(bound.node);
      page.replace(start, end, lines ? `${this.#print(wanted)}\n` : this.#print(wanted));
      this.rewritten.add(name);
      return;
    }
    const mixins = read.binding.mixins;
    const change: TableChange = {
      page,
      bound,
      authored,
      file: written,
      live: wanted,
      readable,
      operations,
      mixins,
      target,
      skipImplied: first,
    };
    const spreads = new Set(nodesOf(change).flatMap((node) => spreadOf(bound.node, node, mixins) ?? []));
    for (const spread of spreads) {
      const mixin = mixins.get(spread.name.text);
      if (mixin !== undefined) expandSpread(page, spread, mixin, this.#pageOf(mixin));
    }
    if (spreads.size > 0) return;
    if (isLaidOut(page, bound.node)) changeTable(change);
    else layOut(page, bound.node);
  }

  #stub(stub: Stub): void {
    const { read, homes, target, reasons } = this.#input;
    const text = printStub(stub, reasons.get(formatName(stub.name)) ?? null, target);
    const there = read.binding.tables.get(formatName(stub.name)) ?? this.#bound(formatName(stub.name))?.bound;
    if (there === undefined) {
      this.#append(homes.ofUnmanaged(), text);
      return;
    }
    const page = this.#pageOf(there.node);
    const { start, end, whole } = page.blockOf(there.node);
    page.replace(start, end, whole ? `${text}\n` : text);
    this.rewritten.add(formatName(stub.name));
  }
}
