/** What the files say beside the schema: the line of each object, its earlier names, how to build and fill it. */

import { columnKey, type Hints, memberKey, type Origin, objectKey, type RenameHint } from "../model/hints.js";
import type { ObjectName } from "../model/name.js";
import { lineStarts, type Source, type Span } from "../text/source.js";
import type { Label, Was, Words } from "./ast.js";
import { bindUsing } from "./bind-column.js";
import type { Binding, BoundColumn, BoundTable } from "./binding.js";

export function collectHints(binding: Binding): Hints {
  const renames: RenameHint[] = [];
  const concurrent = new Set<string>();
  const using = new Map<string, string>();
  const origins = new Map<string, Origin>();
  const lines = new Lines();
  const rename = (noun: RenameHint["noun"], on: ObjectName | null, to: string, was: Was | null): void => {
    if (was === null) return;
    renames.push({ noun, on, from: was.names.map((name) => name.text), to, origin: lines.origin(was.span) });
  };

  for (const { node, schema, managed } of binding.namespaces.values()) {
    if (!managed) continue;
    origins.set(objectKey("namespace", { schema: null, name: schema.name }), lines.origin(node.span));
    rename("namespace", null, schema.name, node.words.was);
  }
  for (const { node, values, schema, managed } of binding.enums.values()) {
    if (!managed) continue;
    const name = { schema: schema.schema, name: schema.name };
    origins.set(objectKey("enum", name), lines.origin(node.span));
    rename("enum", name, schema.name, node.words.was);
    for (const value of values) rename("enumValue", name, value.name.text, value.words.was);
  }
  for (const { node, schema, managed } of binding.boundDomains.values()) {
    if (!managed) continue;
    const name = { schema: schema.schema, name: schema.name };
    origins.set(objectKey("domain", name), lines.origin(node.span));
    rename("domain", name, schema.name, node.words.was);
    for (const { label } of node.checks) if (label !== null) rename("domainCheck", name, label.name.text, label.was);
  }
  for (const table of binding.tables.values()) if (table.managed) collectTable(table);
  return { renames, concurrent, using, origins };

  function collectTable({ node, name, columns, constraints, indexes }: BoundTable): void {
    origins.set(objectKey("table", name), lines.origin(node.span));
    rename("table", name, name.name, node.words.was);
    for (const column of columns) {
      origins.set(columnKey(name, column.schema.name), lines.origin(column.node.span));
      rename("column", name, column.schema.name, earlierNames(column, columns));
      const made = bindUsing(column.node, binding);
      if (made !== null) using.set(columnKey(name, column.schema.name), made);
    }
    for (const [ordinal, { node: rule, spread }] of constraints.entries()) {
      origins.set(memberKey("constraint", name, ordinal), lines.origin(rule.span));
      if (spread === null) member("constraint", name, rule);
    }
    for (const [ordinal, { node: rule, spread }] of indexes.entries()) {
      const key = memberKey("index", name, ordinal);
      origins.set(key, lines.origin(rule.span));
      if (rule.words.concurrent !== null) concurrent.add(key);
      if (spread === null) member("index", name, rule);
    }
  }

  function member(
    noun: "constraint" | "index",
    table: ObjectName,
    { label, words }: { label: Label | null; words: Words },
  ): void {
    const was = label?.was ?? words.was;
    if (was === null) return;
    if (label !== null) rename(noun, table, label.name.text, was);
    else
      binding.report.error("COV2406", was.span, "`@was` needs a name to rename to", {
        hint: `write \`as new_name @was(${was.names.map((name) => name.text).join(", ")})\``,
      });
  }
}

/** A mixin's `@was` is meant for many tables: one that says itself what has the earlier name has another column in mind. */
function earlierNames({ node, spread }: BoundColumn, columns: readonly BoundColumn[]): Was | null {
  const { was } = node.words;
  if (was === null || spread === null) return was;
  const names = was.names.filter(({ text }) => !columns.some((other) => other.node.name.text === text));
  return names.length === 0 ? null : { ...was, names };
}

/** Lines of offsets; remembers where the lines of a source start. */
class Lines {
  readonly #starts = new Map<Source, readonly number[]>();

  origin({ source, start }: Span): Origin {
    const starts = this.#starts.get(source) ?? lineStarts(source.text);
    this.#starts.set(source, starts);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    return { path: source.path, line: low + 1 };
  }
}
