/** What stands between the parentheses of a key or an index. */

import type { IndexPartCstNode, IndexPartsCstNode, PartModifierCstNode } from "../../grammar/cst.js";
import type { IndexPartNode, OperatorClass } from "./ast.js";
import { type Build, first } from "./build.js";
import { buildCall, buildNames, buildNumber, buildQualifiedName, buildRaw, qualify } from "./build-values.js";

export function buildIndexParts(b: Build, node: IndexPartsCstNode): IndexPartNode[] {
  return node.children.indexPart.map((part) => buildIndexPart(b, part));
}

function buildIndexPart(b: Build, node: IndexPartCstNode): IndexPartNode {
  const one = (what: string, has: (children: PartModifierCstNode["children"]) => boolean) => {
    const modifiers = (node.children.partModifier ?? []).filter((modifier) => has(modifier.children));
    return b.one(modifiers, what, (modifier) => b.span(modifier));
  };
  const prefix = one("`prefix`", (parts) => parts.Prefix !== undefined)?.children.Number?.[0];
  const collate = one("`collate`", (parts) => parts.collate !== undefined)?.children.collate?.[0];
  const ops = one("`ops`", (parts) => parts.Ops !== undefined);
  const order = one("the order", (parts) => parts.Asc !== undefined || parts.Desc !== undefined)?.children;
  const nulls = one("`nulls`", (parts) => parts.Nulls !== undefined)?.children;
  return {
    kind: "indexPart",
    key: buildIndexKey(b, node),
    prefix: prefix === undefined ? null : buildNumber(b, prefix),
    collate: collate === undefined ? null : buildQualifiedName(b, first(collate.children.qualifiedName)),
    ops: ops === null ? null : buildOperatorClass(b, ops),
    order: order === undefined ? null : order.Desc === undefined ? "asc" : "desc",
    nulls: nulls === undefined ? null : nulls.First === undefined ? "last" : "first",
    span: b.span(node),
  };
}

function buildIndexKey(b: Build, { children }: IndexPartCstNode): IndexPartNode["key"] {
  const raw = children.Backticks?.[0];
  if (raw !== undefined) return buildRaw(b, raw);
  const name = qualify(buildNames(b, children.Named ?? []));
  const args = children.arguments?.[0];
  if (args !== undefined) return buildCall(b, name, args, true);
  if (name.schema !== null)
    b.report.error("COV1001", name.span, "an index part is a column of its own table", {
      hint: `write \`${name.name.text}\``,
    });
  return name.name;
}

function buildOperatorClass(b: Build, node: PartModifierCstNode): OperatorClass {
  const parameters = node.children.RawParen?.[0];
  return {
    kind: "operatorClass",
    name: buildQualifiedName(b, first(node.children.qualifiedName)),
    parameters: parameters === undefined ? null : buildRaw(b, parameters),
    span: b.span(node),
  };
}
