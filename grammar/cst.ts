/** Types of the concrete syntax tree. Written by `npx tsx grammar/generate.ts`; do not edit. */

import type { CstNode, IToken } from "./chevrotain.js";

export interface FileCstNode extends CstNode {
  name: "file";
  children: FileCstChildren;
}

export type FileCstChildren = {
  Newline?: IToken[];
  RCurly?: IToken[];
  declaration?: DeclarationCstNode[];
  strayLine?: StrayLineCstNode[];
};

export interface StrayLineCstNode extends CstNode {
  name: "strayLine";
  children: StrayLineCstChildren;
}

export type StrayLineCstChildren = {
  Any?: IToken[];
  Comma?: IToken[];
  block?: BlockCstNode[];
  rest?: RestCstNode[];
};

export interface RestCstNode extends CstNode {
  name: "rest";
  children: RestCstChildren;
}

export type RestCstChildren = {
  Any?: IToken[];
  Comma?: IToken[];
  block?: BlockCstNode[];
};

export interface BlockCstNode extends CstNode {
  name: "block";
  children: BlockCstChildren;
}

export type BlockCstChildren = {
  LCurly: IToken[];
  Any?: IToken[];
  Comma?: IToken[];
  Newline?: IToken[];
  ObjectText?: IToken[];
  block?: BlockCstNode[];
  RCurly: IToken[];
};

export interface StraysCstNode extends CstNode {
  name: "strays";
  children: StraysCstChildren;
}

export type StraysCstChildren = {
  Any: IToken[];
};

export interface DeclarationCstNode extends CstNode {
  name: "declaration";
  children: DeclarationCstChildren;
}

export type DeclarationCstChildren = {
  schema?: SchemaCstNode[];
  extension?: ExtensionCstNode[];
  enum?: EnumCstNode[];
  domain?: DomainCstNode[];
  sequence?: SequenceCstNode[];
  mixin?: MixinCstNode[];
  table?: TableCstNode[];
  forDeclarations?: ForDeclarationsCstNode[];
  sql?: SqlCstNode[];
  object?: ObjectCstNode[];
  Any?: IToken[];
  rest?: RestCstNode[];
};

export interface SchemaCstNode extends CstNode {
  name: "schema";
  children: SchemaCstChildren;
}

export type SchemaCstChildren = {
  Schema: IToken[];
  Named: IToken[];
  word?: WordCstNode[];
};

export interface ExtensionCstNode extends CstNode {
  name: "extension";
  children: ExtensionCstChildren;
}

export type ExtensionCstChildren = {
  Extension: IToken[];
  Named: IToken[];
  Schema?: IToken[];
  Version?: IToken[];
  Text?: IToken[];
  word?: WordCstNode[];
};

export interface EnumCstNode extends CstNode {
  name: "enum";
  children: EnumCstChildren;
}

export type EnumCstChildren = {
  Enum: IToken[];
  qualifiedName: QualifiedNameCstNode[];
  word?: WordCstNode[];
  strays?: StraysCstNode[];
  LCurly: IToken[];
  Newline?: IToken[];
  Comma?: IToken[];
  enumLine?: EnumLineCstNode[];
  strayLine?: StrayLineCstNode[];
  RCurly: IToken[];
};

export interface EnumLineCstNode extends CstNode {
  name: "enumLine";
  children: EnumLineCstChildren;
}

export type EnumLineCstChildren = {
  enumValue: EnumValueCstNode[];
  strays?: StraysCstNode[];
  block?: BlockCstNode[];
};

export interface EnumValueCstNode extends CstNode {
  name: "enumValue";
  children: EnumValueCstChildren;
}

export type EnumValueCstChildren = {
  NameOrText: IToken[];
  word?: WordCstNode[];
};

export interface DomainCstNode extends CstNode {
  name: "domain";
  children: DomainCstChildren;
}

export type DomainCstChildren = {
  Domain: IToken[];
  qualifiedName: QualifiedNameCstNode[];
  As: IToken[];
  type: TypeCstNode[];
  collate?: CollateCstNode[];
  default?: DefaultCstNode[];
  Not?: IToken[];
  Null?: IToken[];
  domainCheck?: DomainCheckCstNode[];
  word?: WordCstNode[];
};

export interface DomainCheckCstNode extends CstNode {
  name: "domainCheck";
  children: DomainCheckCstChildren;
}

export type DomainCheckCstChildren = {
  Check: IToken[];
  RawParen: IToken[];
  ruleOption?: RuleOptionCstNode[];
  label?: LabelCstNode[];
};

export interface SequenceCstNode extends CstNode {
  name: "sequence";
  children: SequenceCstChildren;
}

export type SequenceCstChildren = {
  Sequence: IToken[];
  qualifiedName: QualifiedNameCstNode[];
  sequenceOptions?: SequenceOptionsCstNode[];
  word?: WordCstNode[];
};

export interface MixinCstNode extends CstNode {
  name: "mixin";
  children: MixinCstChildren;
}

export type MixinCstChildren = {
  Mixin: IToken[];
  Named: IToken[];
  word?: WordCstNode[];
  strays?: StraysCstNode[];
  members: MembersCstNode[];
};

export interface TableCstNode extends CstNode {
  name: "table";
  children: TableCstChildren;
}

export type TableCstChildren = {
  Table: IToken[];
  qualifiedName: QualifiedNameCstNode[];
  partitionOf?: PartitionOfCstNode[];
  Inherits?: IToken[];
  Comma?: IToken[];
  Of?: IToken[];
  using?: UsingCstNode[];
  word?: WordCstNode[];
  strays?: StraysCstNode[];
  members?: MembersCstNode[];
};

export interface PartitionOfCstNode extends CstNode {
  name: "partitionOf";
  children: PartitionOfCstChildren;
}

export type PartitionOfCstChildren = {
  Partition: IToken[];
  Of: IToken[];
  qualifiedName: QualifiedNameCstNode[];
  bound?: BoundCstNode[];
};

export interface ForDeclarationsCstNode extends CstNode {
  name: "forDeclarations";
  children: ForDeclarationsCstChildren;
}

export type ForDeclarationsCstChildren = {
  forHead: ForHeadCstNode[];
  LCurly: IToken[];
  Newline?: IToken[];
  declaration?: DeclarationCstNode[];
  strayLine?: StrayLineCstNode[];
  RCurly: IToken[];
};

export interface ForHeadCstNode extends CstNode {
  name: "forHead";
  children: ForHeadCstChildren;
}

export type ForHeadCstChildren = {
  For: IToken[];
  Named: IToken[];
  Comma?: IToken[];
};

export interface SqlCstNode extends CstNode {
  name: "sql";
  children: SqlCstChildren;
}

export type SqlCstChildren = {
  Sql: IToken[];
  Named: IToken[];
  word?: WordCstNode[];
  strays?: StraysCstNode[];
  LCurly: IToken[];
  Newline?: IToken[];
  sqlHalf?: SqlHalfCstNode[];
  Any?: IToken[];
  Comma?: IToken[];
  block?: BlockCstNode[];
  RCurly: IToken[];
};

export interface SqlHalfCstNode extends CstNode {
  name: "sqlHalf";
  children: SqlHalfCstChildren;
}

export type SqlHalfCstChildren = {
  Forward?: IToken[];
  Backward?: IToken[];
  Fence: IToken[];
};

export interface ObjectCstNode extends CstNode {
  name: "object";
  children: ObjectCstChildren;
}

export type ObjectCstChildren = {
  ObjectText: IToken[];
  word?: WordCstNode[];
  strays?: StraysCstNode[];
  members?: MembersCstNode[];
};

export interface MembersCstNode extends CstNode {
  name: "members";
  children: MembersCstChildren;
}

export type MembersCstChildren = {
  LCurly: IToken[];
  Newline?: IToken[];
  memberLine?: MemberLineCstNode[];
  strayLine?: StrayLineCstNode[];
  RCurly: IToken[];
};

export interface MemberLineCstNode extends CstNode {
  name: "memberLine";
  children: MemberLineCstChildren;
}

export type MemberLineCstChildren = {
  spread?: SpreadCstNode[];
  partitionBy?: PartitionByCstNode[];
  forMembers?: ForMembersCstNode[];
  primaryKeyRule?: PrimaryKeyRuleCstNode[];
  foreignKeyRule?: ForeignKeyRuleCstNode[];
  uniqueRule?: UniqueRuleCstNode[];
  indexRule?: IndexRuleCstNode[];
  checkRule?: CheckRuleCstNode[];
  excludeRule?: ExcludeRuleCstNode[];
  column?: ColumnCstNode[];
  Comma?: IToken[];
  rest?: RestCstNode[];
};

export interface SpreadCstNode extends CstNode {
  name: "spread";
  children: SpreadCstChildren;
}

export type SpreadCstChildren = {
  Spread: IToken[];
  Named: IToken[];
  word?: WordCstNode[];
};

export interface ForMembersCstNode extends CstNode {
  name: "forMembers";
  children: ForMembersCstChildren;
}

export type ForMembersCstChildren = {
  forHead: ForHeadCstNode[];
  members: MembersCstNode[];
};

export interface ColumnCstNode extends CstNode {
  name: "column";
  children: ColumnCstChildren;
}

export type ColumnCstChildren = {
  Named: IToken[];
  type: TypeCstNode[];
  collate?: CollateCstNode[];
  default?: DefaultCstNode[];
  identity?: IdentityCstNode[];
  generated?: GeneratedCstNode[];
  conversion?: ConversionCstNode[];
  inlineConstraint?: InlineConstraintCstNode[];
  word?: WordCstNode[];
};

export interface CollateCstNode extends CstNode {
  name: "collate";
  children: CollateCstChildren;
}

export type CollateCstChildren = {
  Collate: IToken[];
  qualifiedName: QualifiedNameCstNode[];
};

export interface DefaultCstNode extends CstNode {
  name: "default";
  children: DefaultCstChildren;
}

export type DefaultCstChildren = {
  Equals: IToken[];
  value: ValueCstNode[];
};

export interface IdentityCstNode extends CstNode {
  name: "identity";
  children: IdentityCstChildren;
}

export type IdentityCstChildren = {
  Identity: IToken[];
  Always?: IToken[];
  sequenceOptions?: SequenceOptionsCstNode[];
};

export interface GeneratedCstNode extends CstNode {
  name: "generated";
  children: GeneratedCstChildren;
}

export type GeneratedCstChildren = {
  Generated: IToken[];
  RawParen: IToken[];
  Stored?: IToken[];
  Virtual?: IToken[];
};

export interface ConversionCstNode extends CstNode {
  name: "conversion";
  children: ConversionCstChildren;
}

export type ConversionCstChildren = {
  Using: IToken[];
  RawParen: IToken[];
};

export interface InlineConstraintCstNode extends CstNode {
  name: "inlineConstraint";
  children: InlineConstraintCstChildren;
}

export type InlineConstraintCstChildren = {
  Primary?: IToken[];
  Key?: IToken[];
  Unique?: IToken[];
  Check?: IToken[];
  RawParen?: IToken[];
  target?: TargetCstNode[];
  ruleOption?: RuleOptionCstNode[];
  label?: LabelCstNode[];
};

export interface PrimaryKeyRuleCstNode extends CstNode {
  name: "primaryKeyRule";
  children: PrimaryKeyRuleCstChildren;
}

export type PrimaryKeyRuleCstChildren = {
  Primary: IToken[];
  Key: IToken[];
  indexParts: IndexPartsCstNode[];
  ruleOption?: RuleOptionCstNode[];
  label?: LabelCstNode[];
  word?: WordCstNode[];
};

export interface UniqueRuleCstNode extends CstNode {
  name: "uniqueRule";
  children: UniqueRuleCstChildren;
}

export type UniqueRuleCstChildren = {
  Unique: IToken[];
  Index?: IToken[];
  indexParts: IndexPartsCstNode[];
  ruleOption?: RuleOptionCstNode[];
  label?: LabelCstNode[];
  word?: WordCstNode[];
};

export interface IndexRuleCstNode extends CstNode {
  name: "indexRule";
  children: IndexRuleCstChildren;
}

export type IndexRuleCstChildren = {
  Index: IToken[];
  indexParts: IndexPartsCstNode[];
  ruleOption?: RuleOptionCstNode[];
  label?: LabelCstNode[];
  word?: WordCstNode[];
};

export interface CheckRuleCstNode extends CstNode {
  name: "checkRule";
  children: CheckRuleCstChildren;
}

export type CheckRuleCstChildren = {
  Check: IToken[];
  RawParen: IToken[];
  ruleOption?: RuleOptionCstNode[];
  label?: LabelCstNode[];
  word?: WordCstNode[];
};

export interface ExcludeRuleCstNode extends CstNode {
  name: "excludeRule";
  children: ExcludeRuleCstChildren;
}

export type ExcludeRuleCstChildren = {
  Exclude: IToken[];
  RawParen: IToken[];
  ruleOption?: RuleOptionCstNode[];
  label?: LabelCstNode[];
  word?: WordCstNode[];
};

export interface ForeignKeyRuleCstNode extends CstNode {
  name: "foreignKeyRule";
  children: ForeignKeyRuleCstChildren;
}

export type ForeignKeyRuleCstChildren = {
  Foreign: IToken[];
  Key: IToken[];
  columnNames: ColumnNamesCstNode[];
  target: TargetCstNode[];
  ruleOption?: RuleOptionCstNode[];
  label?: LabelCstNode[];
  word?: WordCstNode[];
};

export interface RuleOptionCstNode extends CstNode {
  name: "ruleOption";
  children: RuleOptionCstChildren;
}

export type RuleOptionCstChildren = {
  Where?: IToken[];
  RawParen?: IToken[];
  using?: UsingCstNode[];
  Include?: IToken[];
  columnNames?: ColumnNamesCstNode[];
  Nulls?: IToken[];
  Not?: IToken[];
  Distinct?: IToken[];
  Deferrable?: IToken[];
  Initially?: IToken[];
  Deferred?: IToken[];
  Immediate?: IToken[];
  No?: IToken[];
  Inherit?: IToken[];
  Valid?: IToken[];
  Enforced?: IToken[];
  Match?: IToken[];
  Full?: IToken[];
  Simple?: IToken[];
  action?: ActionCstNode[];
};

export interface UsingCstNode extends CstNode {
  name: "using";
  children: UsingCstChildren;
}

export type UsingCstChildren = {
  Using: IToken[];
  Named: IToken[];
};

export interface ActionCstNode extends CstNode {
  name: "action";
  children: ActionCstChildren;
}

export type ActionCstChildren = {
  On: IToken[];
  Delete?: IToken[];
  Update?: IToken[];
  Cascade?: IToken[];
  Restrict?: IToken[];
  No?: IToken[];
  Action?: IToken[];
  Set?: IToken[];
  Null?: IToken[];
  Default?: IToken[];
  columnNames?: ColumnNamesCstNode[];
};

export interface LabelCstNode extends CstNode {
  name: "label";
  children: LabelCstChildren;
}

export type LabelCstChildren = {
  As: IToken[];
  Named: IToken[];
  was?: WasCstNode[];
};

export interface TargetCstNode extends CstNode {
  name: "target";
  children: TargetCstChildren;
}

export type TargetCstChildren = {
  Arrow: IToken[];
  Named: IToken[];
  Dot?: IToken[];
  columnNames?: ColumnNamesCstNode[];
};

export interface ColumnNamesCstNode extends CstNode {
  name: "columnNames";
  children: ColumnNamesCstChildren;
}

export type ColumnNamesCstChildren = {
  LParen: IToken[];
  Named: IToken[];
  Comma?: IToken[];
  RParen: IToken[];
};

export interface IndexPartsCstNode extends CstNode {
  name: "indexParts";
  children: IndexPartsCstChildren;
}

export type IndexPartsCstChildren = {
  LParen: IToken[];
  indexPart: IndexPartCstNode[];
  Comma?: IToken[];
  RParen: IToken[];
};

export interface IndexPartCstNode extends CstNode {
  name: "indexPart";
  children: IndexPartCstChildren;
}

export type IndexPartCstChildren = {
  Backticks?: IToken[];
  Named?: IToken[];
  Dot?: IToken[];
  arguments?: ArgumentsCstNode[];
  partModifier?: PartModifierCstNode[];
};

export interface PartModifierCstNode extends CstNode {
  name: "partModifier";
  children: PartModifierCstChildren;
}

export type PartModifierCstChildren = {
  Prefix?: IToken[];
  Number?: IToken[];
  collate?: CollateCstNode[];
  Ops?: IToken[];
  qualifiedName?: QualifiedNameCstNode[];
  RawParen?: IToken[];
  Asc?: IToken[];
  Desc?: IToken[];
  Nulls?: IToken[];
  First?: IToken[];
  Last?: IToken[];
};

export interface PartitionByCstNode extends CstNode {
  name: "partitionBy";
  children: PartitionByCstChildren;
}

export type PartitionByCstChildren = {
  Partition: IToken[];
  partitioning: PartitioningCstNode[];
  Subpartition?: IToken[];
  word?: WordCstNode[];
  partitions?: PartitionsCstNode[];
};

export interface PartitioningCstNode extends CstNode {
  name: "partitioning";
  children: PartitioningCstChildren;
}

export type PartitioningCstChildren = {
  By: IToken[];
  Word: IToken[];
  RawParen: IToken[];
  Partitions?: IToken[];
  Number?: IToken[];
};

export interface PartitionsCstNode extends CstNode {
  name: "partitions";
  children: PartitionsCstChildren;
}

export type PartitionsCstChildren = {
  LCurly: IToken[];
  Newline?: IToken[];
  partitionLine?: PartitionLineCstNode[];
  strayLine?: StrayLineCstNode[];
  RCurly: IToken[];
};

export interface PartitionLineCstNode extends CstNode {
  name: "partitionLine";
  children: PartitionLineCstChildren;
}

export type PartitionLineCstChildren = {
  partition: PartitionCstNode[];
  Comma?: IToken[];
  rest?: RestCstNode[];
};

export interface PartitionCstNode extends CstNode {
  name: "partition";
  children: PartitionCstChildren;
}

export type PartitionCstChildren = {
  qualifiedName: QualifiedNameCstNode[];
  bound?: BoundCstNode[];
  partitionBy?: PartitionByCstNode[];
  word?: WordCstNode[];
};

export interface BoundCstNode extends CstNode {
  name: "bound";
  children: BoundCstChildren;
}

export type BoundCstChildren = {
  Default?: IToken[];
  From?: IToken[];
  RawParen?: IToken[];
  To?: IToken[];
  In?: IToken[];
  With?: IToken[];
  Less?: IToken[];
  Than?: IToken[];
  Maxvalue?: IToken[];
};

export interface TypeCstNode extends CstNode {
  name: "type";
  children: TypeCstChildren;
}

export type TypeCstChildren = {
  Backticks?: IToken[];
  Named?: IToken[];
  Dot?: IToken[];
  typeArguments?: TypeArgumentsCstNode[];
  Unsigned?: IToken[];
  Zerofill?: IToken[];
  Brackets?: IToken[];
  Question?: IToken[];
};

export interface TypeArgumentsCstNode extends CstNode {
  name: "typeArguments";
  children: TypeArgumentsCstChildren;
}

export type TypeArgumentsCstChildren = {
  sequenceOptions?: SequenceOptionsCstNode[];
  LParen?: IToken[];
  Number?: IToken[];
  Text?: IToken[];
  Named?: IToken[];
  Comma?: IToken[];
  RParen?: IToken[];
};

export interface SequenceOptionsCstNode extends CstNode {
  name: "sequenceOptions";
  children: SequenceOptionsCstChildren;
}

export type SequenceOptionsCstChildren = {
  LParen: IToken[];
  sequenceOption: SequenceOptionCstNode[];
  Comma?: IToken[];
  RParen: IToken[];
};

export interface SequenceOptionCstNode extends CstNode {
  name: "sequenceOption";
  children: SequenceOptionCstChildren;
}

export type SequenceOptionCstChildren = {
  Start?: IToken[];
  Increment?: IToken[];
  Minvalue?: IToken[];
  Maxvalue?: IToken[];
  Cache?: IToken[];
  Number?: IToken[];
  As?: IToken[];
  Name?: IToken[];
  qualifiedName?: QualifiedNameCstNode[];
  Cycle?: IToken[];
  Owned?: IToken[];
  By?: IToken[];
  path?: PathCstNode[];
};

export interface ValueCstNode extends CstNode {
  name: "value";
  children: ValueCstChildren;
}

export type ValueCstChildren = {
  Number?: IToken[];
  Text?: IToken[];
  Backticks?: IToken[];
  Named?: IToken[];
  Dot?: IToken[];
  arguments?: ArgumentsCstNode[];
};

export interface ArgumentsCstNode extends CstNode {
  name: "arguments";
  children: ArgumentsCstChildren;
}

export type ArgumentsCstChildren = {
  LParen: IToken[];
  value?: ValueCstNode[];
  Comma?: IToken[];
  RParen: IToken[];
};

export interface WordCstNode extends CstNode {
  name: "word";
  children: WordCstChildren;
}

export type WordCstChildren = {
  was?: WasCstNode[];
  AtFor?: IToken[];
  AtDepends?: IToken[];
  LParen?: IToken[];
  qualifiedName?: QualifiedNameCstNode[];
  Comma?: IToken[];
  RParen?: IToken[];
  AtConcurrent?: IToken[];
  AtUnmanaged?: IToken[];
  AtComment?: IToken[];
  Text?: IToken[];
  AtSetting?: IToken[];
  AtUnknown?: IToken[];
  RawParen?: IToken[];
};

export interface WasCstNode extends CstNode {
  name: "was";
  children: WasCstChildren;
}

export type WasCstChildren = {
  AtWas: IToken[];
  LParen: IToken[];
  NameOrText: IToken[];
  Comma?: IToken[];
  RParen: IToken[];
};

export interface PathCstNode extends CstNode {
  name: "path";
  children: PathCstChildren;
}

export type PathCstChildren = {
  Named: IToken[];
  Dot?: IToken[];
};

export interface QualifiedNameCstNode extends CstNode {
  name: "qualifiedName";
  children: QualifiedNameCstChildren;
}

export type QualifiedNameCstChildren = {
  Named: IToken[];
  Dot?: IToken[];
};
