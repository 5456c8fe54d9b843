/** The members of a table or mixin: columns, rules, partitions, and blocks for one engine. */

import type { CstNode, IToken } from "../../grammar/chevrotain.js";
import type {
  BoundCstNode,
  ColumnCstNode,
  ConversionCstNode,
  ForHeadCstNode,
  GeneratedCstNode,
  IdentityCstNode,
  MemberLineCstNode,
  MembersCstNode,
  PartitionByCstNode,
  PartitionCstNode,
  PartitioningCstNode,
  RestCstNode,
  SpreadCstNode,
  StrayLineCstNode,
  StraysCstNode,
} from "../../grammar/cst.js";
import { unexpectedStart } from "../../grammar/messages.js";
import type {
  Bound,
  ColumnNode,
  ConversionNode,
  ForMembers,
  GeneratedNode,
  IdentityNode,
  Member,
  Name,
  PartitionByNode,
  PartitionNode,
  SpreadNode,
  TypeNode,
} from "./ast.js";
import { type Build, endOf, first, isBroken, startOf, tokensOf } from "./build.js";
import { buildInlineConstraint, buildRule } from "./build-rules.js";
import {
  buildName,
  buildNames,
  buildNumber,
  buildQualifiedName,
  buildRaw,
  buildSequenceOptions,
  buildType,
  buildValue,
} from "./build-values.js";
import { buildWords, noWords } from "./build-words.js";
import { type Answer, answerName, answerRest, answerRule } from "./habits.js";

export function buildMembers(b: Build, node: MembersCstNode | undefined): Member[] {
  buildStrayLines(b, node?.children.strayLine, "memberLine");
  return (node?.children.memberLine ?? []).flatMap((line) => buildMemberLine(b, line) ?? []);
}

/** null: it has an error, which is reported. */
function buildMemberLine(b: Build, line: MemberLineCstNode): Member | null {
  if (isBroken(line)) return null;
  const { column, spread, forMembers, partitionBy } = line.children;
  const rest = line.children.rest === undefined ? [] : tokensOf(first(line.children.rest));
  if (column?.[0] !== undefined) {
    const built = buildColumn(b, column[0]);
    const answer = answerRule(startOfLine(built), rest.length === 0, hasWordArguments(built.type));
    if (answer !== null) {
      const end = rest.length === 0 ? endOf(column[0]) : built.type.span.end;
      b.report.error(answer.code, b.range(startOf(column[0]), end), answer.title, { hint: answer.hint });
      return null;
    }
    reportRest(b, [...(line.children.Comma ?? []), ...rest], rest.length > 0, true);
    return built;
  }
  reportRest(b, [...(line.children.Comma ?? []), ...rest], rest.length > 0, false);
  if (spread?.[0] !== undefined) return buildSpread(b, spread[0]);
  if (forMembers?.[0] !== undefined) {
    const { forHead, members } = forMembers[0].children;
    return buildForMembers(b, forMembers[0], first(forHead), first(members));
  }
  if (partitionBy?.[0] !== undefined) return buildPartitionBy(b, partitionBy[0]);
  return buildRule(b, line);
}

/** The words a line starts with, to tell a rule by habit from a column. */
function startOfLine({ name, type }: ColumnNode): string {
  if (name.quoted || type.kind !== "namedType") return "";
  return `${name.text} ${type.name.name.text}`.toLowerCase();
}

function hasWordArguments(type: TypeNode): boolean {
  if (type.kind !== "namedType" || type.args.length === 0) return false;
  if (/^geo(?:graphy|metry)$/i.test(type.name.name.text)) return false;
  return type.args.every((argument) => argument.kind === "word");
}

function reportRest(b: Build, tokens: readonly IToken[], any: boolean, column: boolean): void {
  if (any) report(b, tokens, answerRest(tokens, column));
}

function report(b: Build, tokens: readonly IToken[], answer: Answer): void {
  const named = tokens.slice(0, answer.length);
  if (named.length > 0) b.report.error(answer.code, b.over(named), answer.title, { hint: answer.hint });
}

/** Reports tokens that stand behind a declaration or partition. */
export function buildRest(b: Build, rest: RestCstNode | StraysCstNode | undefined): void {
  const tokens = rest === undefined ? [] : tokensOf(rest);
  reportRest(b, tokens, tokens.length > 0, false);
}

/** Reports lines that start with what no line can start with. */
export function buildStrayLines(b: Build, lines: readonly StrayLineCstNode[] | undefined, wanted: string): void {
  for (const line of lines ?? []) {
    const token = first(tokensOf(line));
    const answer = answerName(token);
    const title = answer?.title ?? unexpectedStart(wanted, token);
    b.report.error(answer?.code ?? "COV1001", b.span(token), title, { hint: answer?.hint ?? null });
  }
}

function buildColumn(b: Build, node: ColumnCstNode): ColumnNode {
  const {
    Named,
    type,
    collate,
    default: value,
    identity,
    generated,
    conversion,
    inlineConstraint = [],
    word,
  } = node.children;
  const one = <T extends CstNode>(nodes: readonly T[] | undefined, what: string): T | null =>
    b.one(nodes, what, (part) => b.span(part));
  const collation = one(collate, "`collate`");
  const written = one(value, "the default");
  const counted = one(identity, "`identity`");
  const computed = one(generated, "`generated`");
  const converted = one(conversion, "`using`");
  return {
    kind: "column",
    name: buildName(b, first(Named)),
    type: buildType(b, first(type)),
    collate: collation && buildQualifiedName(b, first(collation.children.qualifiedName)),
    default: written && buildValue(b, first(written.children.value), false),
    identity: counted && buildIdentity(b, counted),
    generated: computed && buildGenerated(b, computed),
    using: converted && buildConversion(b, converted),
    constraints: inlineConstraint.map((constraint) => buildInlineConstraint(b, constraint)),
    ...buildWords(b, word, "column", node),
    span: b.span(node),
  };
}

function buildIdentity(b: Build, node: IdentityCstNode): IdentityNode {
  const options = node.children.sequenceOptions?.[0];
  return {
    kind: "identity",
    mode: node.children.Always === undefined ? "byDefault" : "always",
    options: options === undefined ? null : buildSequenceOptions(b, options),
    span: b.span(node),
  };
}

function buildGenerated(b: Build, node: GeneratedCstNode): GeneratedNode {
  return {
    kind: "generated",
    expression: buildRaw(b, first(node.children.RawParen)),
    storage: node.children.Stored === undefined ? "virtual" : "stored",
    span: b.span(node),
  };
}

function buildConversion(b: Build, node: ConversionCstNode): ConversionNode {
  return { kind: "conversion", expression: buildRaw(b, first(node.children.RawParen)), span: b.span(node) };
}

function buildSpread(b: Build, node: SpreadCstNode): SpreadNode {
  return {
    kind: "spread",
    name: buildName(b, first(node.children.Named)),
    ...buildWords(b, node.children.word, "spread", node),
    span: b.span(node),
  };
}

export function buildDialects(b: Build, head: ForHeadCstNode): Name[] {
  return buildNames(b, head.children.Named);
}

function buildForMembers(b: Build, node: CstNode, head: ForHeadCstNode, members: MembersCstNode): ForMembers {
  return {
    kind: "forMembers",
    dialects: buildDialects(b, head),
    members: buildMembers(b, members),
    span: b.span(node),
  };
}

function buildPartitionBy(b: Build, node: PartitionByCstNode): PartitionByNode {
  const { partitioning, word, partitions } = node.children;
  const [main, sub] = partitioning;
  const lines = partitions?.[0]?.children.partitionLine ?? [];
  buildStrayLines(b, partitions?.[0]?.children.strayLine, "partitionLine");
  const outer = buildPartitioning(b, first(main === undefined ? [] : [main]));
  return {
    ...outer,
    subpartition: sub === undefined ? null : buildPartitioning(b, sub),
    children: lines.flatMap((line) => {
      const partition = first(line.children.partition);
      if (partition.recoveredNode || isBroken(partition)) return [];
      buildRest(b, line.children.rest?.[0]);
      return [buildPartition(b, partition)];
    }),
    ...buildWords(b, word, "partitionBy", node),
    span: b.span(node),
  };
}

function buildPartitioning(b: Build, node: PartitioningCstNode): PartitionByNode {
  const { Word, RawParen, Number: count } = node.children;
  return {
    kind: "partitionBy",
    method: Word.map((token) => token.image).join(" "),
    by: buildRaw(b, first(RawParen)),
    partitions: count?.[0] === undefined ? null : buildNumber(b, count[0]),
    subpartition: null,
    children: [],
    words: noWords,
    comment: null,
    span: b.span(node),
  };
}

function buildPartition(b: Build, node: PartitionCstNode): PartitionNode {
  const { qualifiedName, bound, partitionBy, word } = node.children;
  return {
    kind: "partition",
    name: buildQualifiedName(b, first(qualifiedName)),
    bound: bound?.[0] === undefined ? null : buildBound(b, bound[0]),
    partitionBy: partitionBy?.[0] === undefined ? null : buildPartitionBy(b, partitionBy[0]),
    ...buildWords(b, word, "partition", node),
    span: b.span(node),
  };
}

export function buildBound(b: Build, node: BoundCstNode): Bound {
  const { From, In, With, Less, Maxvalue, RawParen = [] } = node.children;
  const span = b.span(node);
  if (From !== undefined)
    return { kind: "fromTo", from: buildRaw(b, first(RawParen)), to: buildRaw(b, first(RawParen.slice(1))), span };
  if (In !== undefined) return { kind: "in", values: buildRaw(b, first(RawParen)), span };
  if (With !== undefined) return { kind: "with", values: buildRaw(b, first(RawParen)), span };
  if (Less === undefined) return { kind: "default", span };
  if (Maxvalue !== undefined) return { kind: "lessThanMaxvalue", span };
  return { kind: "lessThan", values: buildRaw(b, first(RawParen)), span };
}
