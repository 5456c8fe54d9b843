/** The parser's tree to the syntax tree. Whatever has an error in it is left out; it has been reported. */

import type { CstNode } from "../../grammar/chevrotain.js";
import type {
  DeclarationCstNode,
  DomainCstNode,
  EnumCstNode,
  ExtensionCstNode,
  FileCstNode,
  PartitionOfCstNode,
  SequenceCstNode,
  TableCstNode,
} from "../../grammar/cst.js";
import { lineEnd } from "../../grammar/scan.js";
import type {
  Declaration,
  DomainDeclaration,
  EnumDeclaration,
  EnumValueNode,
  ExtensionDeclaration,
  PartitionOf,
  SequenceDeclaration,
  TableDeclaration,
} from "./ast.js";
import { type Build, endOf, first, isBroken, tokensOf } from "./build.js";
import { buildBound, buildDialects, buildMembers, buildRest, buildStrayLines } from "./build-members.js";
import { buildObject, buildSql } from "./build-objects.js";
import { buildDomainCheck } from "./build-rules.js";
import {
  buildName,
  buildQualifiedName,
  buildSequenceOptions,
  buildText,
  buildType,
  buildValue,
} from "./build-values.js";
import { buildWords } from "./build-words.js";
import { answerDeclaration } from "./habits.js";

export function buildDeclarations(b: Build, { children }: FileCstNode): Declaration[] {
  for (const brace of children.RCurly ?? [])
    b.report.error("COV1011", b.span(brace), "this `}` closes nothing", {
      hint: "delete it, or open a block before it",
    });
  buildStrayLines(b, children.strayLine, "declaration");
  return buildAll(b, children.declaration ?? []);
}

function buildAll(b: Build, nodes: readonly DeclarationCstNode[]): Declaration[] {
  return nodes.flatMap((node) => buildDeclaration(b, node) ?? []);
}

function buildDeclaration(b: Build, declaration: DeclarationCstNode): Declaration | null {
  if (isBroken(declaration)) return null;
  const {
    schema,
    extension,
    enum: enums,
    domain,
    sequence,
    mixin,
    table,
    forDeclarations,
    sql,
    object,
    Any,
  } = declaration.children;
  if (Any?.[0] !== undefined) {
    const answer = answerDeclaration(Any[0]);
    b.report.error(answer.code, b.span(Any[0]), answer.title, { hint: answer.hint });
    b.unread.push(b.range(Any[0].startOffset, lineEnd(b.source.text, endOf(declaration))));
    return null;
  }
  buildRest(b, declaration.children.rest?.[0]);
  if (schema?.[0] !== undefined) {
    const { Named, word } = schema[0].children;
    const annotations = buildWords(b, word, "schema", schema[0]);
    return { kind: "schema", name: buildName(b, first(Named)), ...annotations, span: b.span(schema[0]) };
  }
  if (extension?.[0] !== undefined) return buildExtension(b, extension[0]);
  if (enums?.[0] !== undefined) return buildEnum(b, enums[0]);
  if (domain?.[0] !== undefined) return buildDomain(b, domain[0]);
  if (sequence?.[0] !== undefined) return buildSequence(b, sequence[0]);
  if (mixin?.[0] !== undefined) {
    const { Named, word, strays, members } = mixin[0].children;
    buildRest(b, strays?.[0]);
    const annotations = buildWords(b, word, "mixin", mixin[0]);
    const built = buildMembers(b, first(members));
    return { kind: "mixin", name: buildName(b, first(Named)), members: built, ...annotations, span: b.span(mixin[0]) };
  }
  if (table?.[0] !== undefined) return buildTable(b, table[0]);
  if (forDeclarations?.[0] !== undefined) {
    const { forHead, declaration: inner = [], strayLine } = forDeclarations[0].children;
    buildStrayLines(b, strayLine, "declaration");
    const dialects = buildDialects(b, first(forHead));
    return {
      kind: "forDeclarations",
      dialects,
      declarations: buildAll(b, inner),
      span: b.span(forDeclarations[0]),
    };
  }
  if (sql?.[0] !== undefined) return buildSql(b, sql[0]);
  return object?.[0] === undefined ? null : buildObject(b, object[0]);
}

function one<T extends CstNode>(b: Build, nodes: readonly T[] | undefined, what: string): T | null {
  return b.one(nodes, what, (node) => b.span(node));
}

function buildExtension(b: Build, node: ExtensionCstNode): ExtensionDeclaration {
  const [name, ...schemas] = node.children.Named;
  const schema = b.one(schemas, "`schema`", (token) => b.span(token));
  const version = b.one(node.children.Text, "`version`", (token) => b.span(token));
  return {
    kind: "extension",
    name: buildName(b, first(name === undefined ? [] : [name])),
    schema: schema && buildName(b, schema),
    version: version && buildText(b, version),
    ...buildWords(b, node.children.word, "extension", node),
    span: b.span(node),
  };
}

function buildEnum(b: Build, node: EnumCstNode): EnumDeclaration {
  const { qualifiedName, word, strays, strayLine, enumLine = [] } = node.children;
  buildStrayLines(b, strayLine, "enumLine");
  buildRest(b, strays?.[0]);
  const values = enumLine.flatMap((line): EnumValueNode[] => {
    const value = first(line.children.enumValue);
    if (value.recoveredNode) return [];
    reportEnumRest(b, line);
    return [
      {
        kind: "enumValue",
        name: buildName(b, first(value.children.NameOrText)),
        ...buildWords(b, value.children.word, "enumValue", value),
        span: b.span(value),
      },
    ];
  });
  return {
    kind: "enum",
    name: buildQualifiedName(b, first(qualifiedName)),
    values,
    ...buildWords(b, word, "enum", node),
    span: b.span(node),
  };
}

function reportEnumRest(b: Build, line: CstNode): void {
  const value = line.children.enumValue?.[0];
  const end = value !== undefined && "children" in value ? b.span(value).end : 0;
  const rest = tokensOf(line).filter((token) => token.startOffset >= end);
  if (rest[0] !== undefined)
    b.report.error("COV1002", b.span(rest[0]), `\`${rest[0].image}\` does not belong here`, {
      hint: "write a comma between two values, and `'text'` for one that is no word",
    });
}

function buildDomain(b: Build, node: DomainCstNode): DomainDeclaration {
  const { Null, collate: collates, default: defaults, domainCheck = [], word } = node.children;
  const collate = one(b, collates, "`collate`");
  const value = one(b, defaults, "the default");
  const type = buildType(b, first(node.children.type));
  if (type.nullable !== null)
    b.report.error("COV1001", type.nullable.span, "a domain has no `?`", {
      hint: "delete it: a domain takes null unless it says `not null`",
    });
  return {
    kind: "domain",
    name: buildQualifiedName(b, first(node.children.qualifiedName)),
    type,
    collate: collate && buildQualifiedName(b, first(collate.children.qualifiedName)),
    default: value && buildValue(b, first(value.children.value), false),
    notNull: b.mark(Null?.slice(0, 1)),
    checks: domainCheck.map((check) => buildDomainCheck(b, check)),
    ...buildWords(b, word, "domain", node),
    span: b.span(node),
  };
}

function buildSequence(b: Build, node: SequenceCstNode): SequenceDeclaration {
  const options = node.children.sequenceOptions?.[0];
  return {
    kind: "sequence",
    name: buildQualifiedName(b, first(node.children.qualifiedName)),
    options: options === undefined ? null : buildSequenceOptions(b, options),
    ...buildWords(b, node.children.word, "sequence", node),
    span: b.span(node),
  };
}

/** Chevrotain keeps names by kind, not by place: what stands behind which word is found by offset. */
function buildTable(b: Build, node: TableCstNode): TableDeclaration {
  const { qualifiedName, partitionOf, Inherits, Of, using, word, strays, members } = node.children;
  const [name, ...others] = qualifiedName.map((one) => buildQualifiedName(b, one));
  const typeWord = b.one(Of, "`of`", (token) => b.span(token));
  const of = others.find((other) => typeWord !== null && other.span.start > typeWord.startOffset) ?? null;
  const partition = one(b, partitionOf, "`partition of`");
  const method = one(b, using, "`using`");
  buildRest(b, strays?.[0]);
  if (members === undefined && partition === null && of === null && strays === undefined)
    b.report.error("COV1026", b.span(node), "the table has no `{ … }`", {
      hint: "write its columns between `{` and `}`, with the `{` on this line",
    });
  return {
    kind: "table",
    name: first(name === undefined ? [] : [name]),
    partitionOf: partition && buildPartitionOf(b, partition),
    inherits: Inherits === undefined ? [] : others.filter((other) => other !== of),
    of,
    using: method && buildName(b, first(method.children.Named)),
    members: buildMembers(b, members?.[0]),
    ...buildWords(b, word, "table", node),
    span: b.span(node),
  };
}

function buildPartitionOf(b: Build, node: PartitionOfCstNode): PartitionOf {
  const bound = node.children.bound?.[0];
  return {
    kind: "partitionOf",
    parent: buildQualifiedName(b, first(node.children.qualifiedName)),
    bound: bound === undefined ? null : buildBound(b, bound),
    span: b.span(node),
  };
}
