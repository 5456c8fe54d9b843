/**
 * Brings schema files to what a live database has, with as few changes as can be.
 *
 * The files are compared with the database by the same differ that plans use; each operation becomes an edit where its
 * object is written. Then the files are read and compared again, until nothing is left.
 */

import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Connection } from "../../dialect/connection.js";
import type { Dialect, Introspection, KnownPairs, Undecided } from "../../dialect/dialect.js";
import type { Vocabulary } from "../../dialect/vocabulary.js";
import { diff } from "../../diff/diff.js";
import { adoptCheckNames } from "../../diff/domain-checks.js";
import { adoptNames } from "../../diff/pair.js";
import type { Declaration } from "../../language/ast.js";
import { type Bound, bindNodes } from "../../language/bind.js";
import { objectName } from "../../language/binding.js";
import { type Parsed, parse } from "../../language/parse.js";
import { Page } from "../../language/pull/page.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { formatName, formatWord, type ObjectName } from "../../model/name.js";
import { kindOf, objectOf } from "../../operation/describe.js";
import type { Operation } from "../../operation/operation.js";
import type { Source } from "../../text/source.js";
import { Edits, type NamedNode, type Read } from "./edits.js";
import { Homes, type Layout, type Place } from "./homes.js";
import { makeReadable, type Readable } from "./readable.js";
import { isDeclared, stubsFor } from "./stubs.js";

export interface MergeInput {
  readonly dialect: Dialect;
  readonly connection: Connection;
  readonly vocabularies: readonly Vocabulary[];
  /** Files without an error in them. */
  readonly sources: readonly Source[];
  readonly live: Introspection;
  readonly known: KnownPairs;
  readonly layout: Layout | null;
  readonly place: Place;
}

/** Something the files say otherwise than before. */
export interface PullChange {
  readonly change: "added" | "changed" | "removed";
  /** `users.nickname` */
  readonly object: string;
  /** `table`, `column`, `foreign key` … */
  readonly noun: string;
}

export interface Unwritten {
  readonly object: string;
  readonly reason: string;
}

export interface Merged {
  /** All files, in order of their paths. One that is empty now is to be removed. */
  readonly sources: readonly Source[];
  readonly bound: Bound;
  /** What the files hold of the database, as the database has it. */
  readonly schema: DatabaseSchema;
  readonly changes: readonly PullChange[];
  /** Declarations written anew as a whole, since no smaller change was enough. */
  readonly rewritten: readonly string[];
  /** What covet cannot write; declared `@unmanaged`. */
  readonly unwritten: readonly Unwritten[];
  readonly undecided: readonly Undecided[];
  /** What a plan would still do: nothing, unless covet has a fault. */
  readonly left: readonly string[];
}

/** Rounds of small edits before a declaration is written anew. */
const patience = 5;

export async function mergeLive(input: MergeInput): Promise<Merged> {
  // Tables that cannot be written are found by trying: each try begins with the files as they were.
  const unwritten = new Map<string, Unwritten & { readonly name: ObjectName }>();
  const rewrite = new Set<string>();
  const readable = await makeReadable(input.live.schema, input.dialect, input.connection, input.known);
  for (;;) {
    const attempt = await new Merge(input, readable, unwritten, rewrite).run();
    if (!("errors" in attempt)) return attempt;
    if (!note(attempt.errors, attempt.read, unwritten, rewrite, input))
      return { ...attempt.merged, left: attempt.errors.map(({ title }) => title) };
  }
}

/** What is wrong with the new text of a declaration that was there is mended by writing it anew; else it is left to the database. */
function note(
  errors: readonly Diagnostic[],
  read: Read,
  unwritten: Map<string, Unwritten & { readonly name: ObjectName }>,
  rewrite: Set<string>,
  { sources }: MergeInput,
): boolean {
  const before = unwritten.size + rewrite.size;
  for (const { span, title } of errors) {
    const node = declarationAt(read.declarations, span);
    if (node === null) continue;
    const name = objectName(node.name);
    const object = formatName(name);
    const old = sources.some(({ path }) => path === span.source.path);
    if (old && node.kind === "table" && !rewrite.has(object)) rewrite.add(object);
    else if (!unwritten.has(object)) unwritten.set(object, { object, reason: title, name });
  }
  return unwritten.size + rewrite.size > before;
}

function declarationAt(declarations: readonly NamedNode[], span: Diagnostic["span"]): NamedNode | null {
  return (
    declarations.find(
      (node) => node.span.source === span.source && node.span.start <= span.start && span.start <= node.span.end,
    ) ?? null
  );
}

interface ReadFiles extends Read {
  readonly errors: readonly Diagnostic[];
}

interface Compared {
  /** In normal form, texts settled, names adopted. */
  readonly file: DatabaseSchema;
  readonly operations: readonly Operation[];
  readonly undecided: readonly Undecided[];
}

class Merge {
  readonly #changes: PullChange[] = [];
  readonly #rewritten = new Set<string>();
  readonly #parsed = new Map<string, Parsed>();
  #sources: readonly Source[];

  constructor(
    readonly input: MergeInput,
    readonly readable: Readable,
    readonly unwritten: ReadonlyMap<string, Unwritten & { readonly name: ObjectName }>,
    readonly rewrite: ReadonlySet<string>,
  ) {
    this.#sources = input.sources;
  }

  async run(): Promise<
    Merged | { readonly errors: readonly Diagnostic[]; readonly read: ReadFiles; readonly merged: Merged }
  > {
    const whole = new Set<string>(this.rewrite);
    for (let round = 0; ; round++) {
      const read = this.#read();
      const live = this.#live(read);
      const compared = await this.#compare(read, live);
      const merged = this.#merged(read, live, compared);
      if (read.errors.length > 0) return { errors: read.errors, read, merged };
      if (round === 0) this.#changes.push(...compared.operations.map(changeOf));
      const stubs = [...stubsFor(writtenSchema(live, this.readable), this.#lost(live)).values()];
      const missing = stubs.filter((stub) => !isDeclared(stub, read.binding));
      if (compared.operations.length === 0 && missing.length === 0) return this.#merged(read, live, compared);
      if (round > patience) {
        const stubborn = tablesOf(compared.operations).filter((name) => !whole.has(name));
        if (stubborn.length === 0) return merged;
        for (const name of stubborn) whole.add(name);
      }
      const { dialect, layout, place } = this.input;
      const homes = new Homes(read.binding, layout, place, [...read.pages.keys()]);
      const edits = new Edits({
        read,
        file: compared.file,
        live,
        readable: this.readable,
        homes,
        target: dialect.vocabulary,
        whole: round === 0 || round > patience ? whole : new Set(),
        first: round === 0,
        reasons: new Map([...this.unwritten].map(([name, { reason }]) => [name, reason])),
      });
      edits.apply(compared.operations, missing);
      for (const name of edits.rewritten) this.#rewritten.add(name);
      this.#sources = edits.sources();
    }
  }

  #read(): ReadFiles {
    const { dialect, vocabularies } = this.input;
    const parsed = this.#sources.map((source) => {
      const known = this.#parsed.get(source.path);
      if (known !== undefined && known.ast.span.source.text === source.text) return known;
      const fresh = parse(source);
      this.#parsed.set(source.path, fresh);
      return fresh;
    });
    const { bound, binding } = bindNodes(
      parsed.map(({ ast }) => ast),
      dialect.vocabulary,
      vocabularies,
    );
    const diagnostics = [...parsed.flatMap((item) => item.diagnostics), ...bound.diagnostics];
    const flat = (nodes: readonly Declaration[]): NamedNode[] =>
      nodes.flatMap((node) =>
        node.kind === "forDeclarations"
          ? flat(node.declarations)
          : node.kind === "table" || node.kind === "enum"
            ? [node]
            : [],
      );
    return {
      pages: new Map(parsed.map(({ ast, comments }) => [ast.span.source.path, new Page(ast.span.source, comments)])),
      bound,
      binding,
      declarations: parsed.flatMap(({ ast }) => flat(ast.declarations)),
      errors: diagnostics.filter(({ severity }) => severity === "error"),
    };
  }

  /** Without what the files leave alone, and what covet cannot write. */
  #live(read: Read): DatabaseSchema {
    const outside = new Set([...read.bound.unmanaged, ...this.unwritten.keys()]);
    const { namespaces, enums, domains, tables } = this.input.live.schema;
    return {
      namespaces: namespaces.filter(({ name }) => !outside.has(formatWord(name))),
      enums: enums.filter((item) => !outside.has(formatName(item))),
      domains: domains.filter((item) => !outside.has(formatName(item))),
      tables: tables.filter((table) => !outside.has(formatName(table))),
    };
  }

  /** Tables covet cannot write, to be declared all the same. */
  #lost(live: DatabaseSchema): ObjectName[] {
    const there = new Set(live.tables.map(formatName));
    return this.input.live.schema.tables.filter(
      (table) => this.unwritten.has(formatName(table)) && !there.has(formatName(table)),
    );
  }

  async #compare({ bound }: Read, live: DatabaseSchema): Promise<Compared> {
    const { dialect, connection, known } = this.input;
    const wanted = dialect.normalize(bound.schema);
    const settled = await dialect.settle(live, wanted, connection, known);
    const rules = adoptCheckNames(live, settled.schema, dialect.nameFor);
    const file = adoptNames(live, rules, dialect.nameFor);
    return { file, operations: diff(file, live), undecided: settled.undecided };
  }

  #merged(read: Read, live: DatabaseSchema, { operations, undecided }: Compared): Merged {
    return {
      sources: this.#sources,
      bound: read.bound,
      schema: live,
      changes: this.#changes,
      rewritten: [...this.#rewritten],
      unwritten: [...this.unwritten.values()].map(({ object, reason }) => ({ object, reason })),
      undecided,
      left: operations.map((operation) => `${kindOf(operation)} ${objectOf(operation)}`),
    };
  }
}

/** The part of the live schema the files are to hold, with types as they are written. */
function writtenSchema(live: DatabaseSchema, readable: Readable): DatabaseSchema {
  return { ...live, tables: live.tables.map((table) => readable.table.get(table) ?? table) };
}

function tablesOf(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ noun, on }) =>
    (noun === "column" || noun === "constraint" || noun === "index") && on !== null ? [formatName(on)] : [],
  );
}

const changes = { create: "added", drop: "removed", alter: "changed", rename: "changed" } as const;

function changeOf(operation: Operation): PullChange {
  const noun = kindOf(operation)
    .replace(/^[A-Z]+_/, "")
    .toLowerCase()
    .replaceAll("_", " ");
  return { change: changes[operation.verb], noun, object: objectOf(operation) };
}
