/** Keys and indexes over columns that exist, each once. */

import { formatName, formatWord } from "../../model/name.js";
import type { CallValue, IndexNode, IndexPartNode, InlineConstraint, Name, Value } from "../ast.js";
import type { Binding, BoundTable } from "../binding.js";
import { listNames, nearest } from "../suggest.js";

export function checkKeyColumns(binding: Binding): void {
  for (const table of binding.tables.values()) {
    for (const { node } of [...table.constraints, ...table.indexes]) {
      const other = node.kind === "index" ? "write an expression in backticks" : null;
      for (const name of usedColumns(node)) checkExists(name, table, other, binding);
      checkOnce(keyColumns(node), binding);
      if (node.kind === "foreignKey") checkActionColumns(node.onDelete?.columns ?? [], table, node, binding);
    }
  }
}

type Rule = InlineConstraint | IndexNode;

/** Columns that make up the key itself. */
function keyColumns(node: Rule): readonly Name[] {
  if (node.kind === "check") return [];
  if (node.kind === "foreignKey") return node.columns;
  // An index may hold a column a second time, in another order of its values.
  return node.parts.flatMap(({ key, ops, collate }) =>
    key.kind === "name" && ops === null && collate === null ? [key] : [],
  );
}

function usedColumns(node: Rule): Name[] {
  if (node.kind === "check") return [];
  if (node.kind === "foreignKey") return [...node.columns];
  return [...node.parts.flatMap(partColumns), ...(node.include?.columns ?? [])];
}

function partColumns({ key }: IndexPartNode): Name[] {
  return key.kind === "name" ? [key] : key.kind === "call" ? argumentColumns(key) : [];
}

function argumentColumns(call: CallValue): Name[] {
  return call.args.flatMap((arg: Value | Name) =>
    arg.kind === "name" ? [arg] : arg.kind === "call" ? argumentColumns(arg) : [],
  );
}

/** `other`: what might stand there instead of a column. */
function checkExists(name: Name, table: BoundTable, other: string | null, { report }: Binding): void {
  const columns = table.columns.map(({ schema }) => schema.name);
  if (columns.includes(name.text)) return;
  const near = nearest(name.text, columns);
  const tableName = formatName(table.name);
  report.error("COV2301", name.span, `\`${tableName}.${formatWord(name.text)}\` is not a column`, {
    text: `table \`${tableName}\` has ${listNames(columns)}`,
    hint:
      near === null
        ? (other ?? `add the column \`${formatWord(name.text)}\`, or write one of these`)
        : `write \`${formatWord(near)}\``,
  });
}

function checkOnce(names: readonly Name[], { report }: Binding): void {
  const seen = new Map<string, Name>();
  for (const name of names) {
    const first = seen.get(name.text);
    if (first === undefined) seen.set(name.text, name);
    else
      report.error("COV2303", name.span, `\`${name.text}\` is in this key already`, {
        labels: [{ span: first.span, text: "first here" }],
        hint: "remove it",
      });
  }
}

function checkActionColumns(
  names: readonly Name[],
  table: BoundTable,
  key: Extract<Rule, { kind: "foreignKey" }>,
  { report }: Binding,
): void {
  const entry = table.constraints.find(({ node }) => node === key);
  const columns = entry?.schema?.kind === "foreignKey" ? entry.schema.columns : [];
  for (const name of names)
    if (!columns.includes(name.text))
      report.error("COV2301", name.span, `\`${name.text}\` is not a column of this foreign key`, {
        hint: `it is over ${listNames(columns)}`,
      });
}
