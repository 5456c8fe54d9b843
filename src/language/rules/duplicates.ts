/** Two things of one name where the engine has room for one. */

import type { Code } from "../../diagnostic/codes.js";
import { formatName } from "../../model/name.js";
import type { Name } from "../ast.js";
import type { Binding, BoundTable } from "../binding.js";
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
    once(columns, "COV2002", "the column", report);
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
