/**
 * Mixins as they are declared, used or not: what they contain is there, and not themselves; and what is named once for
 * all tables has no place in them.
 */

import type { MixinDeclaration, SpreadNode } from "../ast.js";
import { bindColumn } from "../bind-column.js";
import type { Binding } from "../binding.js";
import { allMembers, findMixin, ownMembers } from "../select.js";

export function checkMixins(binding: Binding): void {
  const used = usedMixins(binding);
  for (const mixin of binding.mixins.values()) {
    checkNames(mixin, binding);
    checkSpreads(mixin, binding);
    if (used.has(mixin)) continue;
    // No table has told what is wrong with its columns.
    for (const member of ownMembers(mixin.members, binding))
      if (member.kind === "column") bindColumn(member, { schema: null, name: mixin.name.text }, binding);
  }
}

function checkNames({ members }: MixinDeclaration, { report }: Binding): void {
  for (const member of allMembers(members)) {
    const rules = member.kind === "column" ? member.constraints : "label" in member ? [member] : [];
    for (const { label, words } of rules) {
      if (label !== null)
        report.error("COV2503", label.span, "a rule in a mixin takes no name: each table gets its own", {
          hint: `remove \`as ${label.name.text}\``,
        });
      else if (words.was !== null)
        report.error("COV2503", words.was.span, "a rule in a mixin has no name, and so no earlier one", {
          hint: "remove `@was`",
        });
    }
  }
}

function checkSpreads(mixin: MixinDeclaration, binding: Binding): void {
  for (const spread of spreadsIn(mixin, binding)) {
    const inner = findMixin(spread, binding);
    if (inner === null || !reaches(inner, mixin, binding)) continue;
    // A circle is told once, of the mixin in it that is declared first.
    const circle = [...binding.mixins.values()].filter(
      (other) => reaches(inner, other, binding) && reaches(other, mixin, binding),
    );
    if (circle[0] !== mixin) continue;
    binding.report.error("COV2502", spread.name.span, `mixin \`${mixin.name.text}\` contains itself`, {
      labels: [{ span: mixin.name.span, text: "it is declared here" }],
      hint: `remove \`...${spread.name.text}\``,
    });
  }
}

function spreadsIn({ members }: MixinDeclaration, binding: Binding): SpreadNode[] {
  return ownMembers(members, binding).flatMap((member) => (member.kind === "spread" ? [member] : []));
}

/** The mixins that one contains, at any depth, itself first. */
function containedIn(mixin: MixinDeclaration, binding: Binding, found = new Set<MixinDeclaration>()) {
  if (found.has(mixin)) return found;
  found.add(mixin);
  for (const { name } of spreadsIn(mixin, binding)) {
    const inner = binding.mixins.get(name.text);
    if (inner !== undefined) containedIn(inner, binding, found);
  }
  return found;
}

function reaches(from: MixinDeclaration, to: MixinDeclaration, binding: Binding): boolean {
  return containedIn(from, binding).has(to);
}

function usedMixins(binding: Binding): Set<MixinDeclaration> {
  const used = new Set<MixinDeclaration>();
  for (const { node } of binding.tables.values())
    for (const member of ownMembers(node.members, binding)) {
      const mixin = member.kind === "spread" ? binding.mixins.get(member.name.text) : undefined;
      if (mixin !== undefined) containedIn(mixin, binding, used);
    }
  return used;
}
