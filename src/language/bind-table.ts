/** Binds a table: first all but its foreign keys, and these once every table is known. */

import type { ColumnNode, InlineConstraint, SpreadNode, TableDeclaration } from "./ast.js";
import { bindSettings } from "./attributes.js";
import { bindColumn } from "./bind-column.js";
import { bindCheck, bindPrimaryKey, bindUnique } from "./bind-constraint.js";
import { bindForeignKey } from "./bind-foreign-key.js";
import { bindIndex } from "./bind-index.js";
import {
  type Binding,
  type BoundColumn,
  type BoundConstraint,
  type BoundIndex,
  type BoundTable,
  objectName,
} from "./binding.js";
import { requireFeature } from "./features.js";
import { selectMembers } from "./select.js";
import { refuseMember } from "./unsupported.js";

export function bindTable(node: TableDeclaration, binding: Binding): BoundTable {
  const name = objectName(node.name);
  const columns: BoundColumn[] = [];
  const constraints: BoundConstraint[] = [];
  const indexes: BoundIndex[] = [];
  const addConstraint = (rule: InlineConstraint, line: ColumnNode | null, spread: SpreadNode | null): void => {
    if (rule.kind === "unique" && (rule.where !== null || binding.target.uniqueIsIndex)) {
      if (rule.deferrable !== null && rule.where === null) requireFeature(binding, "deferrable", rule.deferrable.span);
      else if (rule.deferrable !== null)
        binding.report.error(
          "COV2310",
          rule.deferrable.span,
          "a unique key with `where` is an index and cannot be deferred",
          {
            hint: "leave `deferrable` or `where` out",
          },
        );
      indexes.push({ node: rule, line, spread, schema: bindIndex(rule, line, binding) });
    } else if (rule.kind === "unique")
      constraints.push({ node: rule, line, spread, schema: bindUnique(rule, line, binding) });
    else if (rule.kind === "primaryKey")
      constraints.push({ node: rule, line, spread, schema: bindPrimaryKey(rule, line, binding) });
    else if (rule.kind === "check") constraints.push({ node: rule, line, spread, schema: bindCheck(rule, binding) });
    else constraints.push({ node: rule, line, spread, schema: null });
  };
  for (const { member, spread } of selectMembers(node.members, binding)) {
    if (member.kind === "column") {
      columns.push({ node: member, spread, schema: bindColumn(member, name, binding) });
      for (const rule of member.constraints) addConstraint(rule, member, spread);
    } else if (member.kind === "index")
      indexes.push({ node: member, line: null, spread, schema: bindIndex(member, null, binding) });
    else if (member.kind === "exclude") refuseMember(member, "exclude", binding);
    else if (member.kind === "partitionBy") refuseMember(member, "partition by", binding);
    else addConstraint(member, null, spread);
  }
  return {
    node,
    name,
    managed: node.words.unmanaged === null,
    columns,
    constraints,
    indexes,
    comment: node.comment?.text ?? null,
    settings: bindSettings(node.words.settings, "table", binding.target, binding.report),
  };
}

/** The table with its foreign keys filled in; one that points at nothing is left out. */
export function resolveForeignKeys(table: BoundTable, binding: Binding): BoundTable {
  const constraints = table.constraints.flatMap((entry): BoundConstraint[] => {
    if (entry.node.kind !== "foreignKey") return [entry];
    const schema = bindForeignKey(entry.node, entry.line, binding);
    return schema === null ? [] : [{ ...entry, schema }];
  });
  return { ...table, constraints };
}
