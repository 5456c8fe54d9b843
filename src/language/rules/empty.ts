/** Tables without columns and enums without values. */

import { formatName } from "../../model/name.js";
import type { Binding } from "../binding.js";

export function checkEmpty({ enums, tables, target, report }: Binding): void {
  for (const { node, schema, managed } of enums.values())
    if (managed && schema.values.length === 0)
      report.error("COV2010", node.name.span, `enum \`${formatName(schema)}\` has no values`, {
        hint: `write its values: \`enum ${formatName(schema)} { one, another }\``,
      });
  for (const { node, name, columns, managed } of tables.values())
    if (managed && columns.length === 0)
      report.error("COV2010", node.name.span, `table \`${formatName(name)}\` has no columns on ${target.dialect}`, {
        hint: "add a column: `id bigint identity primary key`",
      });
}
