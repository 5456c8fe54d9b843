/**
 * A change to a schema: one of four verbs on one noun, carrying what it changes in full.
 *
 * `create table` and `drop table` carry the whole table (columns, constraints, indexes). `alter table` carries the table
 * without its members: only what the table itself stores (comment, settings) differs.
 */

import type { ColumnSchema } from "../model/column-schema.js";
import type { ConstraintSchema } from "../model/constraint-schema.js";
import type { DomainSchema } from "../model/domain-schema.js";
import type { EnumSchema } from "../model/enum-schema.js";
import type { IndexSchema } from "../model/index-schema.js";
import type { ObjectName } from "../model/name.js";
import type { NamespaceSchema } from "../model/namespace-schema.js";
import type { TableSchema } from "../model/table-schema.js";

/** What each noun carries. */
export interface Nouns {
  readonly namespace: NamespaceSchema;
  readonly enum: EnumSchema;
  readonly domain: DomainSchema;
  readonly table: TableSchema;
  readonly column: ColumnSchema;
  readonly index: IndexSchema;
  readonly constraint: ConstraintSchema;
}

export type Noun = keyof Nouns;
export type Verb = "create" | "drop" | "alter" | "rename";

/** Where the object lives: its table for the parts of a table, its namespace for enums, domains and tables. */
export interface Owners {
  readonly namespace: null;
  readonly enum: { readonly schema: string | null };
  readonly domain: { readonly schema: string | null };
  readonly table: { readonly schema: string | null };
  readonly column: ObjectName;
  readonly index: ObjectName;
  readonly constraint: ObjectName;
  /** An enum type (`column: null`), or a column that lists its values itself. */
  readonly enumValue: ObjectName & { readonly column: string | null };
  /** The domain. */
  readonly domainCheck: ObjectName;
}

export interface Create<N extends Noun> {
  readonly verb: "create";
  readonly noun: N;
  readonly on: Owners[N];
  readonly after: Nouns[N];
}

export interface Drop<N extends Noun> {
  readonly verb: "drop";
  readonly noun: N;
  readonly on: Owners[N];
  readonly before: Nouns[N];
}

export interface Alter<N extends Noun> {
  readonly verb: "alter";
  readonly noun: N;
  readonly on: Owners[N];
  /** `before` and `after` have the same name: a rename is an operation of its own, ordered before the alter. */
  readonly before: Nouns[N];
  readonly after: Nouns[N];
}

/** What is only ever renamed alone: adding and removing it alters what it is in. */
export type Inner = "enumValue" | "domainCheck";

export interface Rename<N extends Noun | Inner> {
  readonly verb: "rename";
  readonly noun: N;
  readonly on: Owners[N];
  readonly from: string;
  readonly to: string;
}

/** Discriminates on `verb` and `noun`. */
export type Operation =
  | { [N in Noun]: Create<N> | Drop<N> | Alter<N> | Rename<N> }[Noun]
  | { [N in Inner]: Rename<N> }[Inner];
