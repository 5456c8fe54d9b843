/** The seam between covet and an engine. Everything that differs between engines is behind it. */

import type { ConstraintSchema } from "../model/constraint-schema.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import type { IndexSchema } from "../model/index-schema.js";
import type { ObjectName } from "../model/name.js";
import type { TableSchema } from "../model/table-schema.js";
import type { Operation } from "../operation/operation.js";
import type { SqlSyntax } from "../sql/syntax.js";
import type { Connection, ConnectOptions } from "./connection.js";
import type { PhysicalStep } from "./statement.js";
import type { Vocabulary } from "./vocabulary.js";

/** What an engine can do, for the middle of the house; never its name. */
export interface Capabilities {
  /** DDL rolls back with its transaction. */
  readonly transactionalDdl: boolean;
}

/** What covet owns in a database. */
export interface Scope {
  /** Namespaces named in the files, beside the default one. */
  readonly namespaces: readonly string[];
  /** Tables declared `@unmanaged`, and patterns from the configuration (`legacy_*`, `auth.*`). */
  readonly unmanaged: readonly string[];
}

/** Something that exists and is not covet's to change. */
export interface UnmanagedObject extends ObjectName {
  /** As people say it: `view`, `trigger`, `function`, `table`. */
  readonly kind: string;
  /** Table it hangs on, or null. */
  readonly on: ObjectName | null;
  /** Its `CREATE` statement as the engine stores it, where the engine stores one. */
  readonly sql: string | null;
  /** What cannot change under it, where the engine keeps a record of that and stops such a change. */
  readonly uses?: readonly Use[];
}

/** A table or an enum (`column` is then null), or a column of a table. */
export interface Use {
  readonly of: ObjectName;
  readonly column: string | null;
}

export interface Introspection {
  /** In normal form. */
  readonly schema: DatabaseSchema;
  readonly unmanaged: readonly UnmanagedObject[];
  /** Indexes by name, each as the engine stores its author's text; empty where engines store none. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Texts known to mean the same: hashes of what an author wrote and of what a catalog prints for it. */
export interface KnownPairs {
  has(authored: string, catalog: string): boolean;
}

/** An object whose text could not be compared. */
export interface Undecided {
  /** `users.users_full_name_len` */
  readonly object: string;
  readonly reason: string;
}

export interface Settled {
  /** `after`, with the text of `before` wherever the two mean the same to the engine. Order of members kept. */
  readonly schema: DatabaseSchema;
  readonly undecided: readonly Undecided[];
  /** Pairs found equal by asking the engine: [authored, catalog] texts, worth remembering. */
  readonly learned: readonly (readonly [authored: string, catalog: string])[];
}

/** What lowering may look at beside the two schemas. */
export interface LowerContext {
  readonly unmanaged: readonly UnmanagedObject[];
  /** Of the database the plan is made on: see `Introspection`. */
  readonly texts: ReadonlyMap<string, string>;
  /** The file asks for this index to be built or dropped without blocking writers (`@concurrent`). */
  concurrent(table: ObjectName, index: string): boolean;
  /** The author's SQL for the values of a column that is new or changes: `using (…)`; null where there is none. */
  using(table: ObjectName, column: string): string | null;
  /** Version of the server the plan is made on. */
  readonly version: string;
}

/** A statement cut out of a longer text. */
export interface SplitStatement {
  /** Without the closing `;`, outer white space and outer comments. */
  readonly sql: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

export interface Dialect {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly vocabulary: Vocabulary;
  readonly syntax: SqlSyntax;
  quote(name: string): string;
  /** Opens a connection with its session pinned. Throws Failure with a way out. */
  connect(options: ConnectOptions): Promise<Connection>;
  /** Namespaces people made in this database, beside the default one. What extensions brought along is left out. */
  namespaces(connection: Connection): Promise<readonly string[]>;
  /** Reads the live schema in a constant number of catalog queries. `_covet_*` is left out. */
  introspect(connection: Connection, scope: Scope): Promise<Introspection>;
  /** Pure and total. Keeps the order of members; what it adds to a list comes last. */
  normalize(schema: DatabaseSchema): DatabaseSchema;
  settle(before: DatabaseSchema, after: DatabaseSchema, connection: Connection, known: KnownPairs): Promise<Settled>;
  /** A name for a member the author did not name, free among `taken`; null where the engine lets it go unnamed. */
  nameFor(
    table: Pick<TableSchema, "schema" | "name" | "columns">,
    member: ConstraintSchema | IndexSchema,
    taken: ReadonlySet<string>,
  ): string | null;
  /**
   * The SQL for operations that lead from one schema to another. Called once for each direction.
   * Throws nothing: what cannot be done is a step with `irreversible`.
   */
  lower(
    operations: readonly Operation[],
    before: DatabaseSchema,
    after: DatabaseSchema,
    context: LowerContext,
  ): readonly PhysicalStep[];
  /** Cuts a text into statements; never inside quotes, comments or bodies. */
  split(sql: string): readonly SplitStatement[];
}
