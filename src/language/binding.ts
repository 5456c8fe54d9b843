/** What the binder builds up for one target: each object beside the nodes it was written as. */

import type { Vocabulary } from "../dialect/vocabulary.js";
import type { ColumnSchema } from "../model/column-schema.js";
import type { ConstraintSchema } from "../model/constraint-schema.js";
import type { DomainSchema } from "../model/domain-schema.js";
import type { EnumSchema } from "../model/enum-schema.js";
import type { IndexSchema } from "../model/index-schema.js";
import type { ObjectName } from "../model/name.js";
import type { NamespaceSchema } from "../model/namespace-schema.js";
import type { Setting } from "../model/setting.js";
import type {
  ColumnNode,
  DomainDeclaration,
  EnumDeclaration,
  EnumValueNode,
  ForeignKeyNode,
  IndexNode,
  InlineConstraint,
  MixinDeclaration,
  QualifiedName,
  SchemaDeclaration,
  SpreadNode,
  TableDeclaration,
  UniqueNode,
} from "./ast.js";
import type { Report } from "./report.js";

/** `spread`: the line of the table by which a mixin brings it along; null for what the table says itself. */
interface Brought {
  readonly spread: SpreadNode | null;
}

export interface BoundColumn extends Brought {
  readonly node: ColumnNode;
  readonly schema: ColumnSchema;
}

export interface BoundConstraint extends Brought {
  readonly node: InlineConstraint;
  /** The column on whose line it stands, or null. */
  readonly line: ColumnNode | null;
  /** null: a foreign key that is not resolved yet, or cannot be. */
  readonly schema: ConstraintSchema | null;
}

export interface BoundIndex extends Brought {
  /** `unique (…) where (…)` is an index. */
  readonly node: IndexNode | UniqueNode;
  readonly line: ColumnNode | null;
  readonly schema: IndexSchema;
}

export interface BoundTable {
  readonly node: TableDeclaration;
  readonly name: ObjectName;
  /** False: declared `@unmanaged`, there to be referenced. */
  readonly managed: boolean;
  readonly columns: readonly BoundColumn[];
  readonly constraints: readonly BoundConstraint[];
  readonly indexes: readonly BoundIndex[];
  readonly comment: string | null;
  readonly settings: readonly Setting[];
}

/** A foreign key whose target table is looked up once all tables are bound. */
export type ForeignKeyEntry = BoundConstraint & { readonly node: ForeignKeyNode };

export interface BoundEnum {
  readonly node: EnumDeclaration;
  /** Those for this target, in the order of `schema.values`. */
  readonly values: readonly EnumValueNode[];
  readonly managed: boolean;
  readonly schema: EnumSchema;
}

export interface BoundDomain {
  readonly node: DomainDeclaration;
  readonly managed: boolean;
  readonly schema: DomainSchema;
}

export interface BoundNamespace {
  readonly node: SchemaDeclaration;
  readonly managed: boolean;
  readonly schema: NamespaceSchema;
}

/** Everything that is declared for the target, by `formatName`. */
export interface Binding {
  readonly target: Vocabulary;
  readonly all: readonly Vocabulary[];
  readonly report: Report;
  readonly namespaces: Map<string, BoundNamespace>;
  readonly enums: Map<string, BoundEnum>;
  readonly domains: Map<string, DomainDeclaration>;
  /** The same, once the names of all types are known. */
  readonly boundDomains: Map<string, BoundDomain>;
  readonly mixins: Map<string, MixinDeclaration>;
  readonly tables: Map<string, BoundTable>;
  /** Portable types whose warning was given already. */
  readonly warned: Set<string>;
}

export function objectName(name: QualifiedName): ObjectName {
  return { schema: name.schema?.text ?? null, name: name.name.text };
}
