/** What of a file is meant for a target: `for D { }` and `@for(D)` taken away, mixins put in. */

import type { Vocabulary } from "../dialect/vocabulary.js";
import type {
  ColumnNode,
  Declaration,
  FileNode,
  ForDeclarations,
  ForMembers,
  Member,
  MixinDeclaration,
  Name,
  PartitionByNode,
  RuleNode,
  SpreadNode,
  Words,
} from "./ast.js";
import type { Binding } from "./binding.js";
import { nearest } from "./suggest.js";

function answers(dialects: readonly Name[], target: Vocabulary): boolean {
  return dialects.some((dialect) => target.answersTo.includes(dialect.text));
}

/** Whether `@for(…)` lets the target have it. */
export function isFor(node: { readonly words: Words }, target: Vocabulary): boolean {
  return node.words.onlyFor === null || answers(node.words.onlyFor.dialects, target);
}

type Plain = Exclude<Declaration, ForDeclarations>;

export function selectDeclarations(files: readonly FileNode[], target: Vocabulary): Plain[] {
  const pick = (declarations: readonly Declaration[]): Plain[] =>
    declarations.flatMap((declaration) => {
      if (declaration.kind === "forDeclarations")
        return answers(declaration.dialects, target) ? pick(declaration.declarations) : [];
      return isFor(declaration, target) ? [declaration] : [];
    });
  return files.flatMap((file) => pick(file.declarations));
}

export type PlainMember = ColumnNode | RuleNode | PartitionByNode;

/** The members of a table for the target, with those of its mixins in their place. */
export function selectMembers(members: readonly Member[], binding: Binding): PlainMember[] {
  return expand(members, binding, []);
}

function expand(members: readonly Member[], binding: Binding, within: readonly MixinDeclaration[]): PlainMember[] {
  return members.flatMap((member): PlainMember[] => {
    if (member.kind === "forMembers")
      return answers(member.dialects, binding.target) ? expand(member.members, binding, within) : [];
    if (!isFor(member, binding.target)) return [];
    return member.kind === "spread" ? spread(member, binding, within) : [member];
  });
}

function spread(node: SpreadNode, binding: Binding, within: readonly MixinDeclaration[]): PlainMember[] {
  const mixin = binding.mixins.get(node.name.text);
  if (mixin === undefined) {
    const near = nearest(node.name.text, binding.mixins.keys());
    binding.report.error("COV2501", node.name.span, `there is no mixin \`${node.name.text}\``, {
      hint: near === null ? `declare it: \`mixin ${node.name.text} { … }\`` : `write \`...${near}\``,
    });
    return [];
  }
  if (within.includes(mixin)) {
    binding.report.error("COV2502", node.name.span, `mixin \`${node.name.text}\` contains itself`, {
      labels: [{ span: mixin.name.span, text: "it is declared here" }],
    });
    return [];
  }
  return expand(mixin.members, binding, [...within, mixin]);
}

/** Every member in a list and in its `for` blocks, for any target. */
export function allMembers(members: readonly Member[]): Exclude<Member, ForMembers>[] {
  return members.flatMap((member) => (member.kind === "forMembers" ? allMembers(member.members) : [member]));
}
