/** Binds primary keys, unique constraints and checks. */

import type { CheckSchema, Deferrable, PrimaryKeySchema, UniqueSchema } from "../model/constraint-schema.js";
import type { CheckNode, ColumnNode, DeferrableNode, IndexPartNode, PrimaryKeyNode, UniqueNode } from "./ast.js";
import { bindSettings } from "./attributes.js";
import type { Binding } from "./binding.js";
import { requireFeature } from "./features.js";

export function bindPrimaryKey(node: PrimaryKeyNode, line: ColumnNode | null, binding: Binding): PrimaryKeySchema {
  if (node.deferrable !== null) requireFeature(binding, "deferrable", node.deferrable.span);
  if (node.include !== null) requireFeature(binding, "includeColumns", node.include.span);
  return {
    kind: "primaryKey",
    ...common(node, binding),
    columns: keyColumns(node.parts, line, "a primary key", binding),
    include: node.include?.columns.map((column) => column.text) ?? [],
    deferrable: bindDeferrable(node.deferrable),
  };
}

export function bindUnique(node: UniqueNode, line: ColumnNode | null, binding: Binding): UniqueSchema {
  if (node.deferrable !== null) requireFeature(binding, "deferrable", node.deferrable.span);
  if (node.include !== null) requireFeature(binding, "includeColumns", node.include.span);
  if (node.nullsNotDistinct !== null) requireFeature(binding, "nullsNotDistinct", node.nullsNotDistinct.span);
  return {
    kind: "unique",
    ...common(node, binding),
    columns: keyColumns(node.parts, line, "a unique constraint", binding),
    include: node.include?.columns.map((column) => column.text) ?? [],
    nullsNotDistinct: node.nullsNotDistinct !== null,
    deferrable: bindDeferrable(node.deferrable),
  };
}

export function bindCheck(node: CheckNode, binding: Binding): CheckSchema {
  if (node.noInherit !== null) requireFeature(binding, "noInherit", node.noInherit.span);
  if (node.notValid !== null) requireFeature(binding, "notValid", node.notValid.span);
  if (node.notEnforced !== null) requireFeature(binding, "notEnforced", node.notEnforced.span);
  const sql = node.expression.sql.trim();
  if (sql === "") binding.report.error("COV2105", node.expression.span, "a check needs a condition");
  return {
    kind: "check",
    ...common(node, binding),
    expression: { sql },
    noInherit: node.noInherit !== null,
    validated: node.notValid === null,
    enforced: node.notEnforced === null,
  };
}

export function bindDeferrable(node: DeferrableNode | null): Deferrable {
  return node === null ? "no" : node.initiallyDeferred ? "initiallyDeferred" : "deferrable";
}

export function common(
  node: PrimaryKeyNode | UniqueNode | CheckNode,
  { target, report }: Binding,
): Pick<PrimaryKeySchema, "name" | "comment" | "settings"> {
  return {
    name: node.label?.name.text ?? null,
    comment: node.comment?.text ?? null,
    settings: bindSettings(node.words.settings, "constraint", target, report),
  };
}

/** A constraint is over plain columns; anything more is an index. */
function keyColumns(
  parts: readonly IndexPartNode[],
  line: ColumnNode | null,
  what: string,
  { report }: Binding,
): string[] {
  if (line !== null) return [line.name.text];
  return parts.flatMap((part) => {
    const plain = !(part.prefix ?? part.collate ?? part.ops ?? part.order ?? part.nulls);
    if (part.key.kind !== "name" || !plain)
      report.error("COV2309", part.span, `${what} is over plain columns`, {
        hint: "write `unique index (…)` for more",
      });
    return part.key.kind === "name" ? [part.key.text] : [];
  });
}
