/** Two things of one name where the engine has room for one. */

import type { Code } from "../../diagnostic/codes.js";
import { formatName } from "../../model/name.js";
import type { Name } from "../ast.js";
import type { Binding, BoundColumn, BoundTable } from "../binding.js";
import type { Report } from "../report.js";

export function checkDuplicates({ enums, boundDomains, tables, target, report }: Binding): void {
  for (const { values } of enums.values())
    once(
      values.map((value) => value.name),
      "COV2003",
      "the value",
      report,
    );
  for (const { node } of boundDomains.values())
    once(
      node.checks.flatMap(({ label }) => label?.name ?? []),
      "COV2004",
      "the check",
      report,
    );
  const indexes = new Map<string | null, Name[]>();
  for (const table of tables.values()) {
    const columns = table.columns.map(({ node }) => node.name);
    onceColumns(table.columns, report);
    if (target.foldsCase) foldOnce(columns, "column", target.dialect, report);
    once(labels(table.constraints), "COV2004", "the constraint", report);
    const space = target.indexNamesPerTable ? formatName(table.name) : table.name.schema;
    const names = indexes.get(space) ?? [];
    names.push(...labels(table.indexes));
    indexes.set(space, names);
  }
  for (const names of indexes.values()) once(names, "COV2005", "the index", report);
  if (!target.foldsTableCase) return;
  const names = [...tables.values()].map(({ node }) => node.name.name);
  foldOnce(names, "table", target.dialect, report);
}

/** A column that a mixin brings is told at the line that brings it. */
function onceColumns(columns: readonly BoundColumn[], report: Report): void {
  const seen = new Map<string, BoundColumn>();
  for (const column of columns) {
    const { text } = column.node.name;
    const first = seen.get(text);
    if (first === undefined) {
      seen.set(text, column);
      continue;
    }
    const inside = first.spread === column.spread && first.node !== column.node;
    const place = ({ node, spread }: BoundColumn) => (inside || spread === null ? node.name : spread).span;
    const lines = inside ? [] : [first, column].flatMap(({ spread }) => (spread === null ? [] : spread.name.text));
    const brought = [...new Set(lines)].map((name) => `\`...${name}\``);
    const who = brought.length === 0 ? "" : `${brought.join(" and ")} ${brought.length > 1 ? "bring" : "brings"} it: `;
    report.error("COV2002", place(column), `the column \`${text}\` is there already`, {
      labels: [{ span: place(first), text: "first here" }],
      hint: `${who}rename one of them, or remove it`,
    });
  }
}

function labels(entries: BoundTable["constraints"] | BoundTable["indexes"]): Name[] {
  return entries.flatMap(({ node }) => (node.label === null ? [] : [node.label.name]));
}

function once(names: readonly Name[], code: Code, what: string, report: Report): void {
  const seen = new Map<string, Name>();
  for (const name of names) {
    const first = seen.get(name.text);
    if (first === undefined) seen.set(name.text, name);
    else
      report.error(code, name.span, `${what} \`${name.text}\` is there already`, {
        labels: [{ span: first.span, text: "first here" }],
        hint: "rename one of them, or remove it",
      });
  }
}

function foldOnce(names: readonly Name[], what: string, dialect: string, report: Report): void {
  const seen = new Map<string, Name>();
  for (const name of names) {
    const first = seen.get(name.text.toLowerCase());
    if (first === undefined) seen.set(name.text.toLowerCase(), name);
    else if (first.text !== name.text)
      report.error("COV2009", name.span, `to ${dialect}, \`${name.text}\` and \`${first.text}\` are one ${what}`, {
        labels: [{ span: first.span, text: "differs only in upper and lower case" }],
        hint: "rename one of them",
      });
  }
}
