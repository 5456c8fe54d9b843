/** Names the engine would cut or refuse. */

import type { Span } from "../../text/source.js";
import type { Binding } from "../binding.js";

export function checkNames(binding: Binding): void {
  const { namespaces, enums, boundDomains, tables } = binding;
  for (const { node } of namespaces.values()) checkName(node.name.text, node.name.span, binding);
  for (const { node, values, managed } of enums.values()) {
    if (!managed) continue;
    checkName(node.name.name.text, node.name.name.span, binding);
    for (const value of values) checkLength(value.name.text, value.span, binding);
  }
  for (const { node, managed } of boundDomains.values()) {
    if (!managed) continue;
    checkName(node.name.name.text, node.name.name.span, binding);
    for (const { label } of node.checks) if (label !== null) checkName(label.name.text, label.name.span, binding);
  }
  for (const { node, columns, constraints, indexes, managed } of tables.values()) {
    if (!managed) continue;
    checkName(node.name.name.text, node.name.name.span, binding);
    if (node.name.name.text.startsWith("_covet_"))
      binding.report.error("COV2007", node.name.name.span, "names that start with `_covet_` are covet's own", {
        hint: "give the table another name",
      });
    for (const { node: column } of columns) checkName(column.name.text, column.name.span, binding);
    for (const { node: rule } of [...constraints, ...indexes])
      if (rule.label !== null) checkName(rule.label.name.text, rule.label.name.span, binding);
  }
}

function checkName(name: string, span: Span, binding: Binding): void {
  if (name === "") binding.report.error("COV2007", span, "a name cannot be empty");
  else if (name.includes("\0")) binding.report.error("COV2007", span, "a name cannot hold a NUL character");
  else if (binding.target.refusedInNames?.pattern.test(name))
    binding.report.error(
      "COV2007",
      span,
      `a name of ${binding.target.dialect} holds ${binding.target.refusedInNames.says}`,
      {
        hint: "give it another name",
      },
    );
  else checkLength(name, span, binding);
}

function checkLength(name: string, span: Span, { target, report }: Binding): void {
  if (target.identifierLength === null) return;
  const { limit, unit } = target.identifierLength;
  // No character takes more than three bytes for each of its UTF-16 units.
  if (name.length * 3 <= limit) return;
  const length = unit === "bytes" ? new TextEncoder().encode(name).length : [...name].length;
  if (length <= limit) return;
  report.error("COV2006", span, `this name has ${length} ${unit}, and ${target.dialect} stores ${limit}`, {
    hint: `shorten it by ${length - limit}: \`${cut(name, limit, unit)}\` would fit`,
  });
}

function cut(name: string, limit: number, unit: "bytes" | "characters"): string {
  let text = "";
  let size = 0;
  for (const char of name) {
    size += unit === "bytes" ? new TextEncoder().encode(char).length : 1;
    if (size > limit) break;
    text += char;
  }
  return text;
}
