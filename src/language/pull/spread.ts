/** Puts a mixin's members in the place of `...mixin` where a table no longer agrees with them. */

import type { ForMembers, Member, MixinDeclaration, SpreadNode, TableDeclaration } from "../ast.js";
import { allMembers } from "../select.js";
import type { Page } from "./page.js";

type Mixins = ReadonlyMap<string, MixinDeclaration>;

/** The spread of the table through which a node comes to it; null where the node is written in the table itself. */
export function spreadOf(table: TableDeclaration, node: object, mixins: Mixins): SpreadNode | null {
  const holds = (members: readonly Member[], seen: readonly string[]): boolean =>
    allMembers(members).some((member) => {
      if (member === node) return true;
      const mixin = member.kind === "spread" ? mixins.get(member.name.text) : undefined;
      return mixin !== undefined && !seen.includes(mixin.name.text) && holds(mixin.members, [...seen, mixin.name.text]);
    });
  const spreads = allMembers(table.members).flatMap((member) => (member.kind === "spread" ? [member] : []));
  return spreads.find((spread) => holds([spread], [])) ?? null;
}

/** `pageOf`: the file in which the mixin is declared. */
export function expandSpread(page: Page, spread: SpreadNode, mixin: MixinDeclaration, mixinPage: Page): void {
  const blocks = mixin.members.map((member) => mixinPage.blockOf({ comment: null, ...member }));
  const [first] = blocks;
  const last = blocks.at(-1);
  const indent = page.indentAt(spread.span.start);
  const members = first === undefined || last === undefined ? "" : mixinPage.text.slice(first.start, last.end);
  const own = mixinPage.indentAt(mixin.members[0]?.span.start ?? 0);
  const lines = members.replace(/\s+$/, "").split(/\r\n|\n|\r/);
  const shifted = lines.map((line) => (line.startsWith(own) ? line.slice(own.length) : line.trimStart()));
  const only = spread.words.onlyFor;
  const dialects = only?.dialects.map(({ text }) => text).join(", ") ?? "";
  const wrapped = only === null ? shifted : [`for ${dialects} {`, ...shifted.map((line) => `  ${line}`), "}"];
  const text = wrapped.map((line) => (line.trim() === "" ? "" : indent + line)).join("\n");
  const { start, end, whole } = page.blockOf(spread);
  page.replace(start, end, whole ? `${text}\n` : text.trim());
}

/** The member of the table itself that holds a node: the node, its `for` block, or the spread it comes from. */
export function holderOf(table: TableDeclaration, node: object, mixins: Mixins): Member | null {
  const within = (block: ForMembers): boolean => {
    const spread = spreadOf(table, node, mixins);
    return allMembers([block]).some((member) => member === node || member === spread);
  };
  return (
    table.members.find((member) =>
      member.kind === "forMembers" ? within(member) : member === node || member === spreadOf(table, node, mixins),
    ) ?? null
  );
}
