/** Binds a domain, once the names of all types are known. */

import type { DomainSchema } from "../model/domain-schema.js";
import type { DomainDeclaration } from "./ast.js";
import { collationName } from "./bind-column.js";
import { bindCheck } from "./bind-constraint.js";
import { type Binding, type BoundDomain, objectName } from "./binding.js";
import { requireFeature } from "./features.js";
import { bindType, serialWord } from "./types.js";
import { bindValue } from "./values.js";

export function bindDomain(node: DomainDeclaration, binding: Binding): BoundDomain {
  const { report, target } = binding;
  const managed = node.words.unmanaged === null;
  if (node.collate !== null) requireFeature(binding, "collation", node.collate.span);
  if (serialWord(node.type) !== null)
    report.error("COV2107", node.type.span, "only a column can have a sequence of its own", {
      hint: "write `int` or `bigint`",
    });
  if (node.type.kind === "noType") report.error("COV2101", node.type.span, "a domain needs a type");
  const name = objectName(node.name);
  const builtin = target.portable.has(name.name) || target.nativeTypes.has(name.name.toLowerCase());
  if (managed && name.schema === null && builtin)
    report.error("COV2007", node.name.span, `\`${name.name}\` is a type of ${target.dialect} already`, {
      hint: "give the domain another name",
    });
  const schema: DomainSchema = {
    ...name,
    type: bindType(node.type, binding),
    nullable: node.notNull === null,
    default: node.default === null ? null : bindValue(node.default, binding),
    collation: node.collate === null ? null : collationName(node.collate),
    checks: node.checks.map((check) => bindCheck(check, binding)),
    comment: node.comment?.text ?? null,
  };
  return { node, managed, schema };
}
