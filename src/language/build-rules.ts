/** Constraints and indexes of the syntax tree, as rules of a table and on a column's line. */

import type { CstNode } from "../../grammar/chevrotain.js";
import type {
  DomainCheckCstNode,
  InlineConstraintCstNode,
  LabelCstNode,
  MemberLineCstNode,
  RuleOptionCstNode,
  TargetCstNode,
  WordCstNode,
} from "../../grammar/cst.js";
import type { Span } from "../text/source.js";
import type { CheckNode, ForeignKeyTarget, InlineConstraint, Label, RuleNode } from "./ast.js";
import { type Build, first } from "./build.js";
import { buildIndexParts } from "./build-index-parts.js";
import { buildColumnNames, buildOptions, type Options, type RuleKind } from "./build-options.js";
import { buildName, buildNames, buildRaw, qualify } from "./build-values.js";
import { type Annotations, buildWas, buildWords, noWords } from "./build-words.js";

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
  const { noInherit, notValid, notEnforced } = buildOptions(b, node.children.ruleOption, "domain");
  return {
    kind: "check",
    expression: buildRaw(b, first(node.children.RawParen)),
    noInherit,
    notValid,
    notEnforced,
    inline: true,
    label: buildLabel(b, node.children.label?.[0]),
    words: noWords,
    comment: b.docs.get(node) ?? null,
    span: b.span(node),
  };
}
