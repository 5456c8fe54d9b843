/** One primary key a table, over columns that are never null where the engine sees to that. */

import { formatName } from "../../model/name.js";
import type { Binding, BoundTable } from "../binding.js";

export function checkPrimaryKeys(binding: Binding): void {
  for (const table of binding.tables.values()) {
    const [first, ...more] = table.constraints.filter(({ node }) => node.kind === "primaryKey");
    if (first === undefined) continue;
    for (const { node, spread } of more)
      binding.report.error(
        "COV2304",
        (spread ?? node).span,
        `table \`${formatName(table.name)}\` has a primary key already`,
        {
          labels: [{ span: (first.spread ?? first.node).span, text: "first here" }],
          hint: "write one `primary key (a, b)` over all of its columns, or `unique`",
        },
      );
    if (first.schema?.kind === "primaryKey") checkNullable(first.schema.columns, table, binding);
  }
}

function checkNullable(columns: readonly string[], table: BoundTable, { report, target }: Binding): void {
  if (!target.lacks.has("nullableKey")) return;
  for (const { node } of table.columns)
    if (columns.includes(node.name.text) && node.type.nullable !== null)
      report.error(
        "COV2305",
        node.type.nullable.span,
        `\`${node.name.text}\` is in the primary key and is never null`,
        {
          hint: "remove the `?`",
        },
      );
}
