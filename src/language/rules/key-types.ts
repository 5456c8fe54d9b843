/** Foreign keys between columns that the engine cannot compare. */

import type { Vocabulary } from "../../dialect/vocabulary.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import { formatName, formatWord } from "../../model/name.js";
import type { Binding, BoundColumn, BoundTable } from "../binding.js";
import { sourceText } from "../values.js";

export function checkKeyTypes(binding: Binding): void {
  if (binding.target.comparable.length === 0) return;
  for (const table of binding.tables.values())
    for (const { node, schema } of table.constraints) {
      if (node.kind !== "foreignKey" || schema?.kind !== "foreignKey") continue;
      const parent = binding.tables.get(formatName(schema.table));
      for (const [at, name] of schema.columns.entries()) {
        const [from, to] = [columnOf(table, name), columnOf(parent, schema.references[at])];
        if (from === null || to === null || mayMeet(from.schema, to.schema, binding.target)) continue;
        const [own, other] = [sourceText(from.node.type), sourceText(to.node.type)].map((text) =>
          text.replace(/\?$/, ""),
        );
        const pointed = `${formatName(schema.table)}.${formatWord(to.schema.name)}`;
        binding.report.error("COV2313", node.span, `\`${name}\` is \`${own}\`, and \`${pointed}\` is \`${other}\``, {
          labels: [
            { span: from.node.type.span, text: "its type" },
            { span: to.node.type.span, text: "the type it points at" },
          ],
          hint: `${binding.target.dialect} cannot compare them: give both one type, in one plan`,
        });
      }
    }
}

function columnOf(table: BoundTable | undefined, name: string | undefined): BoundColumn | null {
  return table?.columns.find(({ schema }) => schema.name === name) ?? null;
}

/** What is in no family is left to the engine. */
function mayMeet(a: ColumnSchema, b: ColumnSchema, { comparable }: Vocabulary): boolean {
  const [one, other] = [a, b].map((column) => comparable.findIndex((family) => family.has(plainName(column))));
  if (one === -1 || other === -1) return true;
  return one === other && isUnsigned(a) === isUnsigned(b);
}

/** `@mysql.type(varchar(100))` comes whole. */
function plainName({ type }: ColumnSchema): string {
  if (type.schema !== null || type.dimensions > 0) return "";
  const name = type.name.toLowerCase();
  return type.raw ? name.replace(/\(.*|\s+(?:unsigned|zerofill)\b.*/s, "").trim() : name;
}

function isUnsigned({ type }: ColumnSchema): boolean {
  return type.unsigned || type.zerofill || (type.raw && /\b(?:unsigned|zerofill)\b/i.test(type.name));
}
