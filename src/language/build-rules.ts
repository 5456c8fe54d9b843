/** Constraints and indexes of the syntax tree, as rules of a table and on a column's line. */

import type { CstNode } from "../../grammar/chevrotain.js";
import type {
  ActionCstNode,
  ColumnNamesCstNode,
  DomainCheckCstNode,
  IndexPartCstNode,
  IndexPartsCstNode,
  InlineConstraintCstNode,
  LabelCstNode,
  MemberLineCstNode,
  PartModifierCstNode,
  RuleOptionCstNode,
  TargetCstNode,
  WordCstNode,
} from "../../grammar/cst.js";
import type { Span } from "../text/source.js";
import type {
  CheckNode,
  DeferrableNode,
  ForeignKeyTarget,
  Include,
  IndexPartNode,
  InlineConstraint,
  Label,
  Mark,
  Name,
  OperatorClass,
  RawSql,
  ReferentialActionNode,
  RuleNode,
} from "./ast.js";
import { type Build, first } from "./build.js";
import {
  buildCall,
  buildName,
  buildNames,
  buildNumber,
  buildQualifiedName,
  buildRaw,
  qualify,
} from "./build-values.js";
import { type Annotations, buildWas, buildWords, noWords } from "./build-words.js";

/** Every option any rule may have; one kind keeps its own. */
interface Options {
  where: RawSql | null;
  using: Name | null;
  include: Include | null;
  nullsNotDistinct: Mark | null;
  deferrable: DeferrableNode | null;
  noInherit: Mark | null;
  notValid: Mark | null;
  notEnforced: Mark | null;
  matchFull: Mark | null;
  onDelete: ReferentialActionNode | null;
  onUpdate: ReferentialActionNode | null;
}

type OptionName = keyof Options;

const optionWords: Readonly<Record<OptionName, string>> = {
  where: "where",
  using: "using",
  include: "include",
  nullsNotDistinct: "nulls not distinct",
  deferrable: "deferrable",
  noInherit: "no inherit",
  notValid: "not valid",
  notEnforced: "not enforced",
  matchFull: "match",
  onDelete: "on delete",
  onUpdate: "on update",
};

const allowed = {
  "primary key": ["include", "deferrable"],
  unique: ["nullsNotDistinct", "include", "where", "deferrable"],
  index: ["using", "include", "nullsNotDistinct", "where"],
  check: ["noInherit", "notValid", "notEnforced"],
  "foreign key": ["matchFull", "onDelete", "onUpdate", "deferrable", "notValid", "notEnforced"],
  exclude: ["using", "include", "where", "deferrable"],
} as const satisfies Record<string, readonly OptionName[]>;

type RuleKind = keyof typeof allowed;

function buildOptions(b: Build, nodes: readonly RuleOptionCstNode[] | undefined, kind: RuleKind): Options {
  const options: Options = {
    where: null,
    using: null,
    include: null,
    nullsNotDistinct: null,
    deferrable: null,
    noInherit: null,
    notValid: null,
    notEnforced: null,
    matchFull: null,
    onDelete: null,
    onUpdate: null,
  };
  const seen = new Map<OptionName, CstNode>();
  const set = <K extends OptionName>(name: K, value: Options[K], option: CstNode): void => {
    const span = b.span(option);
    const words = `\`${optionWords[name]}\``;
    const before = seen.get(name);
    if (!(allowed[kind] as readonly OptionName[]).includes(name))
      b.report.error("COV1024", span, `${words} does not belong to \`${kind}\``, { hint: misplaced(name, kind) });
    else if (before !== undefined)
      b.report.error("COV1016", span, `${words} is given twice`, {
        labels: [{ span: b.span(before), text: "first here" }],
        hint: "keep one of them",
      });
    else options[name] = value;
    seen.set(name, option);
  };
  for (const option of nodes ?? []) {
    const parts = option.children;
    const mark: Mark = { kind: "mark", span: b.span(option) };
    if (parts.Where !== undefined) set("where", buildRaw(b, first(parts.RawParen)), option);
    else if (parts.using?.[0] !== undefined) set("using", buildName(b, first(parts.using[0].children.Named)), option);
    else if (parts.columnNames?.[0] !== undefined) {
      const columns = buildColumnNames(b, parts.columnNames[0]);
      set("include", { kind: "include", columns, span: mark.span }, option);
    } else if (parts.Nulls !== undefined) set("nullsNotDistinct", mark, option);
    else if (parts.Deferrable !== undefined) {
      const initiallyDeferred = parts.Deferred !== undefined;
      set("deferrable", { kind: "deferrable", initiallyDeferred, span: mark.span }, option);
    } else if (parts.Inherit !== undefined) set("noInherit", mark, option);
    else if (parts.Valid !== undefined) set("notValid", mark, option);
    else if (parts.Enforced !== undefined) set("notEnforced", mark, option);
    else if (parts.Match !== undefined) set("matchFull", parts.Full === undefined ? null : mark, option);
    else if (parts.action?.[0] !== undefined) {
      const action = parts.action[0];
      set(action.children.Delete === undefined ? "onUpdate" : "onDelete", buildAction(b, action), option);
    }
  }
  return options;
}

function misplaced(name: OptionName, kind: RuleKind): string {
  if (name === "using" && kind === "unique") return "write `unique index (…) using …`";
  const others = Object.entries(allowed).filter(([, names]) => (names as readonly OptionName[]).includes(name));
  return `it belongs to ${others.map(([other]) => `\`${other}\``).join(", ")}`;
}

function buildAction(b: Build, node: ActionCstNode): ReferentialActionNode {
  const { children } = node;
  const columns = children.columnNames?.[0];
  let action: ReferentialActionNode["action"] = "cascade";
  if (children.Restrict !== undefined) action = "restrict";
  else if (children.No !== undefined) action = "noAction";
  else if (children.Null !== undefined) action = "setNull";
  else if (children.Default !== undefined) action = "setDefault";
  return {
    kind: "action",
    action,
    columns: columns === undefined ? [] : buildColumnNames(b, columns),
    span: b.span(node),
  };
}

function buildColumnNames(b: Build, node: ColumnNamesCstNode): Name[] {
  return buildNames(b, node.children.Named);
}

export function buildLabel(b: Build, node: LabelCstNode | undefined): Label | null {
  if (node === undefined) return null;
  const was = node.children.was?.[0];
  return {
    kind: "label",
    name: buildName(b, first(node.children.Named)),
    was: was === undefined ? null : buildWas(b, was),
    span: b.span(node),
  };
}

function buildIndexParts(b: Build, node: IndexPartsCstNode): IndexPartNode[] {
  return node.children.indexPart.map((part) => buildIndexPart(b, part));
}

function buildIndexPart(b: Build, node: IndexPartCstNode): IndexPartNode {
  const one = (what: string, has: (children: PartModifierCstNode["children"]) => boolean) => {
    const modifiers = (node.children.partModifier ?? []).filter((modifier) => has(modifier.children));
    return b.one(modifiers, what, (modifier) => b.span(modifier));
  };
  const prefix = one("`prefix`", (parts) => parts.Prefix !== undefined)?.children.Number?.[0];
  const collate = one("`collate`", (parts) => parts.collate !== undefined)?.children.collate?.[0];
  const ops = one("`ops`", (parts) => parts.Ops !== undefined);
  const order = one("the order", (parts) => parts.Asc !== undefined || parts.Desc !== undefined)?.children;
  const nulls = one("`nulls`", (parts) => parts.Nulls !== undefined)?.children;
  return {
    kind: "indexPart",
    key: buildIndexKey(b, node),
    prefix: prefix === undefined ? null : buildNumber(b, prefix),
    collate: collate === undefined ? null : buildQualifiedName(b, first(collate.children.qualifiedName)),
    ops: ops === null ? null : buildOperatorClass(b, ops),
    order: order === undefined ? null : order.Desc === undefined ? "asc" : "desc",
    nulls: nulls === undefined ? null : nulls.First === undefined ? "last" : "first",
    span: b.span(node),
  };
}

function buildIndexKey(b: Build, { children }: IndexPartCstNode): IndexPartNode["key"] {
  const raw = children.Backticks?.[0];
  if (raw !== undefined) return buildRaw(b, raw);
  const name = qualify(buildNames(b, children.Named ?? []));
  const args = children.arguments?.[0];
  if (args !== undefined) return buildCall(b, name, args, true);
  if (name.schema !== null)
    b.report.error("COV1001", name.span, "an index part is a column of its own table", {
      hint: `write \`${name.name.text}\``,
    });
  return name.name;
}

function buildOperatorClass(b: Build, node: PartModifierCstNode): OperatorClass {
  const parameters = node.children.RawParen?.[0];
  return {
    kind: "operatorClass",
    name: buildQualifiedName(b, first(node.children.qualifiedName)),
    parameters: parameters === undefined ? null : buildRaw(b, parameters),
    span: b.span(node),
  };
}

/** Without parentheses the last segment is a column; behind a rule's columns, `-> t (c, d)` names several. */
function buildTarget(b: Build, node: TargetCstNode, inline: boolean): ForeignKeyTarget {
  const path = buildNames(b, node.children.Named);
  const listed = node.children.columnNames?.[0];
  const span = b.span(node);
  if (listed !== undefined) {
    const columns = buildColumnNames(b, listed);
    const written = `${b.source.text.slice(first(path).span.start, first(path.slice(-1)).span.end)}`;
    if (path.length > 2) reportTarget(b, node, "a table has at most a schema before its name");
    else if (inline)
      reportTarget(
        b,
        node,
        columns.length === 1
          ? `write \`-> ${written}.${columns[0]?.text}\``
          : "several columns take a line of their own: `foreign key (a, b) -> t (c, d)`",
      );
    return { kind: "target", table: qualify(path), columns, span };
  }
  if (path.length === 1) return { kind: "target", table: qualify(path), columns: [], span };
  if (path.length > 3) reportTarget(b, node, "write `-> schema.table.column`");
  return { kind: "target", table: qualify(path.slice(0, -1)), columns: path.slice(-1), span };
}

function reportTarget(b: Build, node: CstNode, hint: string): void {
  b.report.error("COV1027", b.span(node), "a foreign key is written `-> table.column`", { hint });
}

interface Tail extends Annotations {
  readonly options: Options;
  readonly label: Label | null;
  readonly inline: false;
  readonly span: Span;
}

interface TailCstNode extends CstNode {
  children: { ruleOption?: RuleOptionCstNode[]; label?: LabelCstNode[]; word?: WordCstNode[] };
}

function buildTail(b: Build, node: TailCstNode, kind: RuleKind): Tail {
  const { ruleOption, label, word } = node.children;
  const carrier = kind === "index" || kind === "unique" ? "index" : "rule";
  return {
    options: buildOptions(b, ruleOption, kind),
    label: buildLabel(b, label?.[0]),
    ...buildWords(b, word, carrier, node),
    inline: false,
    span: b.span(node),
  };
}

/** A rule of a table; null where the member is something else. */
export function buildRule(b: Build, line: MemberLineCstNode): RuleNode | null {
  const { primaryKeyRule, uniqueRule, indexRule, checkRule, excludeRule, foreignKeyRule } = line.children;
  if (primaryKeyRule?.[0] !== undefined) {
    const { indexParts } = primaryKeyRule[0].children;
    const { options, ...rest } = buildTail(b, primaryKeyRule[0], "primary key");
    const { include, deferrable } = options;
    return {
      kind: "primaryKey",
      parts: buildIndexParts(b, first(indexParts)),
      include,
      deferrable,
      ...rest,
    };
  }
  const index = uniqueRule?.[0]?.children.Index === undefined ? indexRule?.[0] : uniqueRule[0];
  if (index !== undefined) {
    const { options, ...rest } = buildTail(b, index, "index");
    const { using, include, nullsNotDistinct, where } = options;
    const parts = buildIndexParts(b, first(index.children.indexParts));
    const unique = index.name === "uniqueRule";
    return { kind: "index", unique, parts, using, include, nullsNotDistinct, where, ...rest };
  }
  if (uniqueRule?.[0] !== undefined) {
    const { options, ...rest } = buildTail(b, uniqueRule[0], "unique");
    const { nullsNotDistinct, include, where, deferrable } = options;
    const parts = buildIndexParts(b, first(uniqueRule[0].children.indexParts));
    return { kind: "unique", parts, nullsNotDistinct, include, where, deferrable, ...rest };
  }
  if (checkRule?.[0] !== undefined) {
    const { options, ...rest } = buildTail(b, checkRule[0], "check");
    const { noInherit, notValid, notEnforced } = options;
    const expression = buildRaw(b, first(checkRule[0].children.RawParen));
    return { kind: "check", expression, noInherit, notValid, notEnforced, ...rest };
  }
  if (excludeRule?.[0] !== undefined) {
    const { options, ...rest } = buildTail(b, excludeRule[0], "exclude");
    const { using, include, where, deferrable } = options;
    const parts = buildRaw(b, first(excludeRule[0].children.RawParen));
    return { kind: "exclude", parts, using, include, where, deferrable, ...rest };
  }
  if (foreignKeyRule?.[0] === undefined) return null;
  const { columnNames, target } = foreignKeyRule[0].children;
  const { options, ...rest } = buildTail(b, foreignKeyRule[0], "foreign key");
  const { matchFull, onDelete, onUpdate, deferrable, notValid, notEnforced } = options;
  return {
    kind: "foreignKey",
    columns: buildColumnNames(b, first(columnNames)),
    target: buildTarget(b, first(target), false),
    matchFull,
    onDelete,
    onUpdate,
    deferrable,
    notValid,
    notEnforced,
    ...rest,
  };
}

/** A constraint on a column's line: its @words and comment are the column's. */
export function buildInlineConstraint(b: Build, node: InlineConstraintCstNode): InlineConstraint {
  const { Primary, Unique, Check, RawParen, target, ruleOption, label } = node.children;
  const common = {
    inline: true,
    label: buildLabel(b, label?.[0]),
    words: noWords,
    comment: null,
    span: b.span(node),
  } as const;
  if (Primary !== undefined) {
    const { include, deferrable } = buildOptions(b, ruleOption, "primary key");
    return { kind: "primaryKey", parts: [], include, deferrable, ...common };
  }
  if (Unique !== undefined) {
    const { nullsNotDistinct, include, where, deferrable } = buildOptions(b, ruleOption, "unique");
    return { kind: "unique", parts: [], nullsNotDistinct, include, where, deferrable, ...common };
  }
  if (Check !== undefined) {
    const { noInherit, notValid, notEnforced } = buildOptions(b, ruleOption, "check");
    const expression = buildRaw(b, first(RawParen));
    return { kind: "check", expression, noInherit, notValid, notEnforced, ...common };
  }
  const options = buildOptions(b, ruleOption, "foreign key");
  const { matchFull, onDelete, onUpdate, deferrable, notValid, notEnforced } = options;
  const built = buildTarget(b, first(target), true);
  return {
    kind: "foreignKey",
    columns: [],
    target: built,
    matchFull,
    onDelete,
    onUpdate,
    deferrable,
    notValid,
    notEnforced,
    ...common,
  };
}

export function buildDomainCheck(b: Build, node: DomainCheckCstNode): CheckNode {
  const { noInherit, notValid, notEnforced } = buildOptions(b, node.children.ruleOption, "check");
  return {
    kind: "check",
    expression: buildRaw(b, first(node.children.RawParen)),
    noInherit,
    notValid,
    notEnforced,
    inline: true,
    label: buildLabel(b, node.children.label?.[0]),
    words: noWords,
    comment: null,
    span: b.span(node),
  };
}
