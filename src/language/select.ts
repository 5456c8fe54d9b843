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

export interface Selected {
  readonly member: PlainMember;
  /** The line of the table that brings it along, or null. */
  readonly spread: SpreadNode | null;
}

/** The members of a table for the target, with those of its mixins in their place. */
export function selectMembers(members: readonly Member[], binding: Binding): Selected[] {
  return ownMembers(members, binding).flatMap((member): Selected[] => {
    if (member.kind !== "spread") return [{ member, spread: null }];
    const mixin = findMixin(member, binding);
    return mixin === null ? [] : expand(mixin, binding, []).map((inner) => ({ member: inner, spread: member }));
  });
}

/** A mixin in a circle is left out where it comes again: that, and one that is not there, is told of the mixin itself. */
function expand(mixin: MixinDeclaration, binding: Binding, within: readonly MixinDeclaration[]): PlainMember[] {
  return ownMembers(mixin.members, binding).flatMap((member): PlainMember[] => {
    if (member.kind !== "spread") return [member];
    const inner = binding.mixins.get(member.name.text);
    const path = [...within, mixin];
    return inner === undefined || path.includes(inner) ? [] : expand(inner, binding, path);
  });
}

/** What stands in a list for the target, mixins not yet put in. */
export function ownMembers(members: readonly Member[], binding: Binding): (PlainMember | SpreadNode)[] {
  return members.flatMap((member): (PlainMember | SpreadNode)[] => {
    if (member.kind === "forMembers")
      return answers(member.dialects, binding.target) ? ownMembers(member.members, binding) : [];
    return isFor(member, binding.target) ? [member] : [];
  });
}

/** Reports one that is not there. */
export function findMixin(node: SpreadNode, { mixins, report }: Binding): MixinDeclaration | null {
  const mixin = mixins.get(node.name.text);
  if (mixin !== undefined) return mixin;
  const near = nearest(node.name.text, mixins.keys());
  report.error("COV2501", node.name.span, `there is no mixin \`${node.name.text}\``, {
    hint: near === null ? `declare it: \`mixin ${node.name.text} { … }\`` : `write \`...${near}\``,
  });
  return null;
}

/** Every member in a list and in its `for` blocks, for any target. */
export function allMembers(members: readonly Member[]): Exclude<Member, ForMembers>[] {
  return members.flatMap((member) => (member.kind === "forMembers" ? allMembers(member.members) : [member]));
}
