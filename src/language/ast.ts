/** The syntax tree of one file: what is written, with the place of every part; what it means is the binder's job. */

import type { Span } from "../text/source.js";

interface Node {
  /** From the first to the last character of the node; a doc comment above or behind is not part of it. */
  readonly span: Span;
}

// ---------------------------------------------------------------- names and small parts

/** One name, verbatim: quotes removed, doubled quotes undone. */
export interface Name extends Node {
  readonly kind: "name";
  readonly text: string;
  readonly quoted: boolean;
}

/** `users` or `billing.bookings`. */
export interface QualifiedName extends Node {
  readonly kind: "qualifiedName";
  readonly schema: Name | null;
  readonly name: Name;
}

/** A word or words that are there or not: `not valid`, `nulls not distinct`. */
export interface Mark extends Node {
  readonly kind: "mark";
}

/** Raw SQL from `( … )` or backticks. */
export interface RawSql extends Node {
  readonly kind: "sql";
  readonly form: "parentheses" | "backticks";
  /** Text between the delimiters, outer white space removed; doubled backticks undone. */
  readonly sql: string;
}

/** `$$ … $$` or `$tag$ … $tag$`. */
export interface Fence extends Node {
  readonly kind: "fence";
  /** `` for `$$`. */
  readonly tag: string;
  /** Text between the fences, to the byte. */
  readonly body: string;
}

/** `as name`, with the `@was(…)` that stands right behind it. */
export interface Label extends Node {
  readonly kind: "label";
  readonly name: Name;
  readonly was: Was | null;
}

/** What becomes a COMMENT: `///` lines above and behind, joined by LF, or `@comment('…')`. */
export interface DocComment extends Node {
  readonly kind: "docComment";
  readonly form: "lines" | "word";
  readonly text: string;
}

// ---------------------------------------------------------------- @words

export interface Was extends Node {
  readonly kind: "was";
  readonly names: readonly Name[];
}

export interface OnlyFor extends Node {
  readonly kind: "onlyFor";
  readonly dialects: readonly Name[];
}

export interface Depends extends Node {
  readonly kind: "depends";
  readonly names: readonly QualifiedName[];
}

/** `@engine.word` or `@engine.word(raw)`. */
export interface SettingWord extends Node {
  readonly kind: "setting";
  readonly dialect: Name;
  /** The words after the engine, as written: `toast.autovacuum_enabled`. */
  readonly name: Name;
  /** null where there are no parentheses. */
  readonly value: RawSql | null;
}

/** The @words of a declaration or line. On a word that stands where it has no meaning the parser has reported already. */
export interface Words {
  /** Of a column line: renames the column. Of a rule: null where `as name @was(…)` has it. */
  readonly was: Was | null;
  readonly onlyFor: OnlyFor | null;
  readonly depends: Depends | null;
  readonly concurrent: Mark | null;
  readonly unmanaged: Mark | null;
  readonly settings: readonly SettingWord[];
}

/** What every declaration and member carries. */
interface Annotated extends Node {
  readonly words: Words;
  readonly comment: DocComment | null;
}

// ---------------------------------------------------------------- values and types

/** `[-]number` as written. */
export interface NumberValue extends Node {
  readonly kind: "number";
  readonly text: string;
}

/** `'text'` */
export interface StringValue extends Node {
  readonly kind: "string";
  /** Quotes removed, doubled quotes undone. */
  readonly value: string;
}

/** `b'1'`, `e'\n'`, `date '2026-01-01'`: SQL as written. */
export interface PrefixedValue extends Node {
  readonly kind: "prefixed";
  /** As written: `b`, `date`. */
  readonly prefix: string;
  readonly sql: string;
}

/** `true false null current_timestamp current_date …`, lower case. */
export interface KeywordValue extends Node {
  readonly kind: "keyword";
  readonly word: string;
}

/** `[s.]fn(values)` */
export interface CallValue extends Node {
  readonly kind: "call";
  readonly name: QualifiedName;
  /** Columns (`Name`) only inside an index part. */
  readonly args: readonly (Value | Name)[];
}

export type Value = NumberValue | StringValue | PrefixedValue | KeywordValue | CallValue | RawSql;

/** `point` in `geography(point, 4326)`. */
export interface WordArgument extends Node {
  readonly kind: "word";
  readonly text: string;
}

export type TypeArgument = NumberValue | StringValue | WordArgument;

/** `[s.]name(arguments) unsigned zerofill[]?` */
export interface NamedType extends Node {
  readonly kind: "namedType";
  readonly name: QualifiedName;
  /** Empty for `serial` types: theirs are in `sequence`. */
  readonly args: readonly TypeArgument[];
  /** Options of `serial(…)`, `bigserial(…)`, `smallserial(…)`; null elsewhere and where there are none. */
  readonly sequence: SequenceOptionsNode | null;
  readonly unsigned: Mark | null;
  readonly zerofill: Mark | null;
  readonly dimensions: number;
  /** The `?`. */
  readonly nullable: Mark | null;
}

/** `` `engine's own spelling` `` */
export interface RawType extends Node {
  readonly kind: "rawType";
  readonly sql: RawSql;
  readonly dimensions: number;
  readonly nullable: Mark | null;
}

/** `_`: no type of its own. */
export interface NoType extends Node {
  readonly kind: "noType";
  readonly nullable: Mark | null;
}

export type TypeNode = NamedType | RawType | NoType;

/** `(as int, start 100, increment 10, minvalue 1, maxvalue 9, cache 5, cycle, owned by t.c, name n)` */
export interface SequenceOptionsNode extends Node {
  readonly kind: "sequenceOptions";
  readonly name: QualifiedName | null;
  readonly as: Name | null;
  readonly start: NumberValue | null;
  readonly increment: NumberValue | null;
  readonly minvalue: NumberValue | null;
  readonly maxvalue: NumberValue | null;
  readonly cache: NumberValue | null;
  readonly cycle: Mark | null;
  readonly ownedBy: ColumnPath | null;
}

/** `t.c` or `s.t.c` */
export interface ColumnPath extends Node {
  readonly kind: "columnPath";
  readonly table: QualifiedName;
  readonly column: Name;
}

// ---------------------------------------------------------------- constraints and indexes

export interface Include extends Node {
  readonly kind: "include";
  readonly columns: readonly Name[];
}

export interface DeferrableNode extends Node {
  readonly kind: "deferrable";
  readonly initiallyDeferred: boolean;
}

export interface OperatorClass extends Node {
  readonly kind: "operatorClass";
  readonly name: QualifiedName;
  readonly parameters: RawSql | null;
}

export interface IndexPartNode extends Node {
  readonly kind: "indexPart";
  readonly key: Name | CallValue | RawSql;
  readonly prefix: NumberValue | null;
  readonly collate: QualifiedName | null;
  readonly ops: OperatorClass | null;
  readonly order: "asc" | "desc" | null;
  readonly nulls: "first" | "last" | null;
}

/** As a rule of a table, or on a column line; there `parts` and `columns` are empty and mean that column. */
interface Rule extends Annotated {
  readonly label: Label | null;
  /** On a column line. Its `words` are then the column's and empty here, its `comment` null. */
  readonly inline: boolean;
}

export interface PrimaryKeyNode extends Rule {
  readonly kind: "primaryKey";
  readonly parts: readonly IndexPartNode[];
  readonly include: Include | null;
  readonly deferrable: DeferrableNode | null;
}

export interface UniqueNode extends Rule {
  readonly kind: "unique";
  readonly parts: readonly IndexPartNode[];
  readonly nullsNotDistinct: Mark | null;
  readonly include: Include | null;
  readonly where: RawSql | null;
  readonly deferrable: DeferrableNode | null;
}

export interface CheckNode extends Rule {
  readonly kind: "check";
  readonly expression: RawSql;
  readonly noInherit: Mark | null;
  readonly notValid: Mark | null;
  readonly notEnforced: Mark | null;
}

export interface ReferentialActionNode extends Node {
  readonly kind: "action";
  readonly action: "cascade" | "restrict" | "noAction" | "setNull" | "setDefault";
  /** `set null (a, b)` */
  readonly columns: readonly Name[];
}

/** What stands behind `->`. */
export interface ForeignKeyTarget extends Node {
  readonly kind: "target";
  readonly table: QualifiedName;
  /** Empty: its primary key. */
  readonly columns: readonly Name[];
}

export interface ForeignKeyNode extends Rule {
  readonly kind: "foreignKey";
  readonly columns: readonly Name[];
  readonly target: ForeignKeyTarget;
  readonly matchFull: Mark | null;
  readonly onDelete: ReferentialActionNode | null;
  readonly onUpdate: ReferentialActionNode | null;
  readonly deferrable: DeferrableNode | null;
  readonly notValid: Mark | null;
  readonly notEnforced: Mark | null;
}

export interface ExcludeNode extends Rule {
  readonly kind: "exclude";
  readonly parts: RawSql;
  readonly using: Name | null;
  readonly include: Include | null;
  readonly where: RawSql | null;
  readonly deferrable: DeferrableNode | null;
}

/** `index (…)` or `unique index (…)` */
export interface IndexNode extends Rule {
  readonly kind: "index";
  readonly unique: boolean;
  readonly parts: readonly IndexPartNode[];
  readonly using: Name | null;
  readonly include: Include | null;
  readonly nullsNotDistinct: Mark | null;
  readonly where: RawSql | null;
}

export type InlineConstraint = PrimaryKeyNode | UniqueNode | CheckNode | ForeignKeyNode;
export type RuleNode = InlineConstraint | ExcludeNode | IndexNode;

// ---------------------------------------------------------------- members of a table

export interface IdentityNode extends Node {
  readonly kind: "identity";
  readonly mode: "byDefault" | "always";
  readonly options: SequenceOptionsNode | null;
}

export interface GeneratedNode extends Node {
  readonly kind: "generated";
  readonly expression: RawSql;
  readonly storage: "stored" | "virtual";
}

export interface ColumnNode extends Annotated {
  readonly kind: "column";
  readonly name: Name;
  readonly type: TypeNode;
  readonly collate: QualifiedName | null;
  readonly default: Value | null;
  readonly identity: IdentityNode | null;
  readonly generated: GeneratedNode | null;
  /** `using (…)`: its value, made from the row as it was. */
  readonly using: ConversionNode | null;
  readonly constraints: readonly InlineConstraint[];
}

/** `using (…)` */
export interface ConversionNode extends Node {
  readonly kind: "conversion";
  readonly expression: RawSql;
}

/** `...mixin` */
export interface SpreadNode extends Annotated {
  readonly kind: "spread";
  readonly name: Name;
}

/** `for postgres, sqlite { members }` */
export interface ForMembers extends Node {
  readonly kind: "forMembers";
  readonly dialects: readonly Name[];
  readonly members: readonly Member[];
}

export type Bound = Node &
  (
    | { readonly kind: "default" }
    | { readonly kind: "fromTo"; readonly from: RawSql; readonly to: RawSql }
    | { readonly kind: "in"; readonly values: RawSql }
    | { readonly kind: "with"; readonly values: RawSql }
    | { readonly kind: "lessThan"; readonly values: RawSql }
    | { readonly kind: "lessThanMaxvalue" }
  );

export interface PartitionNode extends Annotated {
  readonly kind: "partition";
  readonly name: QualifiedName;
  readonly bound: Bound | null;
  readonly partitionBy: PartitionByNode | null;
}

/** `partition by range (raw)`, as a member, behind a partition's bound, or as `subpartition by`. */
export interface PartitionByNode extends Annotated {
  readonly kind: "partitionBy";
  /** Free words, one space between: `range columns`. */
  readonly method: string;
  readonly by: RawSql;
  readonly partitions: NumberValue | null;
  readonly subpartition: PartitionByNode | null;
  readonly children: readonly PartitionNode[];
}

export type Member = ColumnNode | RuleNode | SpreadNode | ForMembers | PartitionByNode;

// ---------------------------------------------------------------- declarations

export interface SchemaDeclaration extends Annotated {
  readonly kind: "schema";
  readonly name: Name;
}

export interface ExtensionDeclaration extends Annotated {
  readonly kind: "extension";
  readonly name: Name;
  readonly schema: Name | null;
  readonly version: StringValue | null;
}

export interface EnumValueNode extends Annotated {
  readonly kind: "enumValue";
  /** Bare word, or `'text'` (then `quoted`). */
  readonly name: Name;
}

export interface EnumDeclaration extends Annotated {
  readonly kind: "enum";
  readonly name: QualifiedName;
  readonly values: readonly EnumValueNode[];
}

export interface DomainDeclaration extends Annotated {
  readonly kind: "domain";
  readonly name: QualifiedName;
  readonly type: TypeNode;
  readonly collate: QualifiedName | null;
  readonly default: Value | null;
  readonly notNull: Mark | null;
  readonly checks: readonly CheckNode[];
}

export interface SequenceDeclaration extends Annotated {
  readonly kind: "sequence";
  readonly name: QualifiedName;
  readonly options: SequenceOptionsNode | null;
}

export interface MixinDeclaration extends Annotated {
  readonly kind: "mixin";
  readonly name: Name;
  readonly members: readonly Member[];
}

/** `partition of p from (…) to (…)` in a table's header. */
export interface PartitionOf extends Node {
  readonly kind: "partitionOf";
  readonly parent: QualifiedName;
  readonly bound: Bound | null;
}

export interface TableDeclaration extends Annotated {
  readonly kind: "table";
  readonly name: QualifiedName;
  readonly partitionOf: PartitionOf | null;
  readonly inherits: readonly QualifiedName[];
  /** `of type` */
  readonly of: QualifiedName | null;
  /** `using method` */
  readonly using: Name | null;
  readonly members: readonly Member[];
}

/** `for postgres { declarations }` */
export interface ForDeclarations extends Node {
  readonly kind: "forDeclarations";
  readonly dialects: readonly Name[];
  readonly declarations: readonly Declaration[];
}

/** Raw text of a programmable object, as written; no outer white space. */
export interface RawText extends Node {
  readonly kind: "text";
  readonly text: string;
}

/** A programmable object: the engine's own statement without `create`. */
export interface ObjectDeclaration extends Annotated {
  readonly kind: "object";
  /** Lower case, one space between: `materialized view`. */
  readonly object: string;
  readonly keyword: Mark;
  /** Everything between the kind and the @words or the `{`. */
  readonly body: readonly (RawText | Fence)[];
  /** `{ … }`: comments on columns (`email _ /// …`) and indexes. */
  readonly members: readonly Member[];
}

/** `sql name { forward $$ … $$ backward $$ … $$ }` */
export interface SqlDeclaration extends Annotated {
  readonly kind: "sql";
  readonly name: Name;
  readonly forward: Fence | null;
  readonly backward: Fence | null;
}

export type Declaration =
  | SchemaDeclaration
  | ExtensionDeclaration
  | EnumDeclaration
  | DomainDeclaration
  | SequenceDeclaration
  | MixinDeclaration
  | TableDeclaration
  | ForDeclarations
  | ObjectDeclaration
  | SqlDeclaration;

export interface FileNode extends Node {
  readonly kind: "file";
  readonly declarations: readonly Declaration[];
}
