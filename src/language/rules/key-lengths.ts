/** Keys over columns that the engine can index only up to a length. */

import { formatWord } from "../../model/name.js";
import type { Span } from "../../text/source.js";
import type { CheckNode, IndexNode, InlineConstraint } from "../ast.js";
import type { Binding, BoundTable } from "../binding.js";

export function checkKeyLengths(binding: Binding): void {
  if (binding.target.keysNeedLength.size === 0) return;
  for (const table of binding.tables.values()) {
    for (const { node, schema } of table.constraints)
      if (node.kind !== "check" && schema !== null && schema.kind !== "check")
        for (const column of schema.columns) checkColumn(column, spanOf(node, column), table, false, binding);
    for (const { node, schema } of table.indexes) {
      // These index words and places, not values.
      if (schema.method === "fulltext" || schema.method === "spatial") continue;
      for (const { column, prefix } of schema.parts)
        if (column !== null && prefix === null) checkColumn(column, spanOf(node, column), table, true, binding);
    }
  }
}

/** The part that names the column, or the whole rule where it stands on the column's own line. */
function spanOf(node: Exclude<InlineConstraint | IndexNode, CheckNode>, column: string): Span {
  if (node.kind === "foreignKey") return node.span;
  return node.parts.find(({ key }) => key.kind === "name" && key.text === column)?.span ?? node.span;
}

function checkColumn(name: string, span: Span, table: BoundTable, prefix: boolean, { target, report }: Binding): void {
  const column = table.columns.find(({ schema }) => schema.name === name);
  const type = column?.schema.type.name.toLowerCase() ?? "";
  if (column === undefined || !target.keysNeedLength.has(type)) return;
  report.error("COV2312", span, `\`${name}\` is \`${type}\`, which ${target.dialect} cannot index whole`, {
    labels: [{ span: column.node.type.span, text: "its type" }],
    hint: `give the column a length, \`varchar(255)\`${prefix ? `, or index its start: \`${formatWord(name)} prefix 100\`` : ""}`,
  });
}
