/** A schema as `.covet` text, the way the formatter would leave it. Binding the text gives the schema back. */

import type { Vocabulary } from "../dialect/vocabulary.js";
import type { ColumnSchema } from "../model/column-schema.js";
import type { ConstraintSchema } from "../model/constraint-schema.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import type { EnumSchema } from "../model/enum-schema.js";
import { formatName, formatWord } from "../model/name.js";
import type { NamespaceSchema } from "../model/namespace-schema.js";
import type { TableSchema } from "../model/table-schema.js";
import { printColumn } from "./print-column.js";
import { inlineColumn, printConstraint } from "./print-constraint.js";
import { printDomain } from "./print-domain.js";
import { printIndex } from "./print-index.js";
import { printCommentWord, printDocLines, printLine, printSetting, printString } from "./print-words.js";

export function printSchema(schema: DatabaseSchema, target: Vocabulary): string {
  const blocks = [
    ...schema.namespaces.map(printNamespace),
    ...schema.enums.map(printEnum),
    ...schema.domains.map((domain) => printDomain(domain, target)),
    ...schema.tables.map((table) => printTable(table, target)),
  ];
  return blocks.map((block) => `${block}\n`).join("\n");
}

export function printNamespace(namespace: NamespaceSchema): string {
  const line = printLine([`schema ${formatWord(namespace.name)}`, ...printCommentWord(namespace.comment)], "");
  return [...printDocLines(namespace.comment), line].join("\n");
}

const plain = /^[A-Za-z_]\w*$/;

/** A value of an enum: a bare word where it is one. */
export function printEnumValue(value: string): string {
  return plain.test(value) ? value : printString(value);
}

export function printEnum(type: EnumSchema): string {
  const values = type.values.map(printEnumValue);
  const head = [`enum ${formatName(type)}`, ...printCommentWord(type.comment)].join(" ");
  const line = `${head} { ${values.join(", ")} }`;
  const fits = line.length <= 100 && !line.includes("\n") && values.length > 0;
  const text = fits ? line : [`${head} {`, ...values.map((value) => `  ${value}`), "}"].join("\n");
  return [...printDocLines(type.comment), text].join("\n");
}

/** A member with the comment above it, indented. */
export function printMember(comment: string | null, parts: readonly string[], indent = "  "): string {
  return [...printDocLines(comment).map((line) => indent + line), printLine(parts, indent)].join("\n");
}

/** Constraints by the column on whose line each is written, and those that take a line of their own. */
export function placeConstraints(
  constraints: readonly ConstraintSchema[],
  columns: readonly ColumnSchema[],
): { readonly inline: ReadonlyMap<string, readonly ConstraintSchema[]>; readonly rules: readonly ConstraintSchema[] } {
  const names = new Set(columns.map((column) => column.name));
  const inline = new Map<string, ConstraintSchema[]>();
  const rules: ConstraintSchema[] = [];
  for (const constraint of constraints) {
    const column = inlineColumn(constraint, names);
    if (column === null || !names.has(column)) rules.push(constraint);
    else inline.set(column, [...(inline.get(column) ?? []), constraint]);
  }
  return { inline, rules };
}

export function printTable(table: TableSchema, target: Vocabulary): string {
  const { inline, rules } = placeConstraints(table.constraints, table.columns);
  const columns = table.columns.map((column) =>
    printMember(column.comment, printColumn(column, inline.get(column.name) ?? [], target)),
  );
  const rest = [
    ...rules.map((constraint) => printMember(constraint.comment, printConstraint(constraint, target))),
    ...table.indexes.map((index) => printMember(index.comment, printIndex(index, target))),
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
