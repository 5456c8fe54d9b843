/** A schema as `.covet` text, the way the formatter would leave it. Binding the text gives the schema back. */

import type { Vocabulary } from "../dialect/vocabulary.js";
import type { ConstraintSchema } from "../model/constraint-schema.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import type { EnumSchema } from "../model/enum-schema.js";
import { formatName, formatWord } from "../model/name.js";
import type { NamespaceSchema } from "../model/namespace-schema.js";
import type { TableSchema } from "../model/table-schema.js";
import { printColumn } from "./print-column.js";
import { inlineColumn, printConstraint } from "./print-constraint.js";
import { printIndex } from "./print-index.js";
import { printCommentWord, printDocLines, printLine, printSetting, printString } from "./print-words.js";

export function printSchema(schema: DatabaseSchema, target: Vocabulary): string {
  const blocks = [
    ...schema.namespaces.map(printNamespace),
    ...schema.enums.map(printEnum),
    ...schema.tables.map((table) => printTable(table, target)),
  ];
  return blocks.map((block) => `${block}\n`).join("\n");
}

function printNamespace(namespace: NamespaceSchema): string {
  const line = printLine([`schema ${formatWord(namespace.name)}`, ...printCommentWord(namespace.comment)], "");
  return [...printDocLines(namespace.comment), line].join("\n");
}

const plain = /^[A-Za-z_]\w*$/;

function printEnum(type: EnumSchema): string {
  const values = type.values.map((value) => (plain.test(value) ? value : printString(value)));
  const head = [`enum ${formatName(type)}`, ...printCommentWord(type.comment)].join(" ");
  const line = `${head} { ${values.join(", ")} }`;
  const fits = line.length <= 100 && !line.includes("\n") && values.length > 0;
  const text = fits ? line : [`${head} {`, ...values.map((value) => `  ${value}`), "}"].join("\n");
  return [...printDocLines(type.comment), text].join("\n");
}

export function printTable(table: TableSchema, target: Vocabulary): string {
  const columnNames = new Set(table.columns.map((column) => column.name));
  const inline = new Map<string, ConstraintSchema[]>();
  const rules: ConstraintSchema[] = [];
  for (const constraint of table.constraints) {
    const column = inlineColumn(constraint, columnNames);
    if (column === null || !columnNames.has(column)) rules.push(constraint);
    else inline.set(column, [...(inline.get(column) ?? []), constraint]);
  }
  const member = (comment: string | null, parts: readonly string[]): string[] => [
    ...printDocLines(comment).map((line) => `  ${line}`),
    printLine(parts, "  "),
  ];
  const columns = table.columns.flatMap((column) =>
    member(column.comment, printColumn(column, inline.get(column.name) ?? [], target)),
  );
  const rest = [
    ...rules.flatMap((constraint) => member(constraint.comment, printConstraint(constraint, target))),
    ...table.indexes.flatMap((index) => member(index.comment, printIndex(index, target))),
  ];
  const head = [
    `table ${formatName(table)}`,
    ...printCommentWord(table.comment),
    ...table.settings.map((setting) => printSetting(setting, target.dialect)),
    "{",
  ];
  const gap = columns.length > 0 && rest.length > 0 ? [""] : [];
  return [...printDocLines(table.comment), printLine(head, ""), ...columns, ...gap, ...rest, "}"].join("\n");
}
