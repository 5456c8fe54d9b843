/** Binds foreign keys once all tables are known. */

import type { ForeignKeySchema } from "../model/constraint-schema.js";
import { formatName, formatWord } from "../model/name.js";
import type { Span } from "../text/source.js";
import type { ColumnNode, ForeignKeyNode, Name } from "./ast.js";
import { bindSettings } from "./attributes.js";
import { bindDeferrable } from "./bind-constraint.js";
import { type Binding, type BoundTable, objectName } from "./binding.js";
import { requireFeature } from "./features.js";
import { listNames, nearest } from "./suggest.js";

/** null when the key points at nothing; that is then reported. */
export function bindForeignKey(
  node: ForeignKeyNode,
  line: ColumnNode | null,
  binding: Binding,
): ForeignKeySchema | null {
  checkOptions(node, binding);
  const table = findTable(node, binding);
  if (table === null) return null;
  const columns = line === null ? node.columns.map((column) => column.text) : [line.name.text];
  const references = findReferences(node, columns.length, table, binding);
  if (references === null) return null;
  return {
    kind: "foreignKey",
    name: node.label?.name.text ?? null,
    comment: node.comment?.text ?? null,
    settings: bindSettings(node.words.settings, "constraint", binding.target, binding.report),
    columns,
    table: table.name,
    references,
    match: node.matchFull === null ? "simple" : "full",
    onUpdate: node.onUpdate?.action ?? "noAction",
    onDelete: node.onDelete?.action ?? "noAction",
    onDeleteColumns: node.onDelete?.columns.map((column) => column.text) ?? [],
    deferrable: bindDeferrable(node.deferrable),
    validated: node.notValid === null,
    enforced: node.notEnforced === null,
  };
}

function checkOptions(node: ForeignKeyNode, binding: Binding): void {
  const { report } = binding;
  if (node.matchFull !== null) requireFeature(binding, "matchFull", node.matchFull.span);
  if (node.deferrable !== null) requireFeature(binding, "deferrableForeignKey", node.deferrable.span);
  if (node.notValid !== null) requireFeature(binding, "notValid", node.notValid.span);
  if (node.notEnforced !== null) requireFeature(binding, "notEnforced", node.notEnforced.span);
  if (node.onDelete !== null && node.onDelete.columns.length > 0)
    requireFeature(binding, "setNullColumns", node.onDelete.span);
  if (node.onUpdate !== null && node.onUpdate.columns.length > 0)
    report.error("COV2310", node.onUpdate.span, "only `on delete` takes a list of columns", {
      hint: "leave the columns out",
    });
}

function findTable(node: ForeignKeyNode, { tables, report }: Binding): BoundTable | null {
  const { target } = node;
  const name = objectName(target.table);
  const found = tables.get(formatName(name));
  if (found !== undefined) return found;
  const [column] = target.columns;
  const qualified = { schema: name.name, name: column?.text ?? "" };
  const meant = target.columns.length === 1 && name.schema === null ? tables.get(formatName(qualified)) : undefined;
  if (meant !== undefined) {
    report.error(
      "COV2302",
      target.table.span,
      `behind \`->\` the last word is a column, and \`${name.name}\` is not a table`,
      {
        hint: `write the columns of table \`${formatName(qualified)}\` too: \`${withColumns(node, meant)}\``,
      },
    );
    return null;
  }
  const elsewhere = [...tables.values()].find((table) => table.name.name === name.name);
  const near = elsewhere === undefined ? nearest(formatName(name), tables.keys()) : formatName(elsewhere.name);
  const outside = `declare it \`table ${formatName(name)} @unmanaged { … }\` if it is not covet's`;
  report.error("COV2302", target.table.span, `\`${formatName(name)}\` is not a table`, {
    hint: near === null ? outside : `write \`${near}\``,
  });
  return null;
}

/** The target as it is written with its primary key spelt out. */
function withColumns(node: ForeignKeyNode, table: BoundTable): string {
  const columns = (primaryKey(table)?.columns ?? []).map(formatWord);
  const name = formatName(table.name);
  return node.inline ? `-> ${name}.${columns[0] ?? "id"}` : `-> ${name} (${columns.join(", ") || "id"})`;
}

/** From the table to its last column, without the arrow. */
function targetSpan({ target }: ForeignKeyNode): Span {
  return { ...target.span, start: target.table.span.start };
}

interface Key {
  readonly columns: readonly string[];
}

function primaryKey(table: BoundTable): Key | null {
  return table.constraints.map(({ schema }) => schema).find((schema) => schema?.kind === "primaryKey") ?? null;
}

/** What a foreign key may point at: the primary key, unique constraints, unique indexes over plain columns. */
function keysOf(table: BoundTable): Key[] {
  const constraints = table.constraints.flatMap(({ schema }) =>
    schema?.kind === "primaryKey" || schema?.kind === "unique" ? [schema] : [],
  );
  const indexes = table.indexes.flatMap(({ schema }) => {
    const columns = schema.parts.flatMap((part) => (part.column !== null && part.prefix === null ? [part.column] : []));
    return schema.unique && schema.where === null && columns.length === schema.parts.length ? [{ columns }] : [];
  });
  return [...constraints, ...indexes];
}

/** The columns of the target, or null with the reason reported. */
function findReferences(node: ForeignKeyNode, count: number, table: BoundTable, binding: Binding): string[] | null {
  const { target } = node;
  const { report } = binding;
  const tableName = formatName(table.name);
  const here = { span: table.node.name.span, text: `\`${tableName}\` is declared here` };
  if (target.columns.length === 0) {
    const key = primaryKey(table);
    if (key === null) {
      report.error("COV2308", targetSpan(node), `table \`${tableName}\` has no primary key to point at`, {
        labels: [here],
        hint: node.inline
          ? `name a column with a unique key: \`-> ${tableName}.column\``
          : `name columns with a unique key: \`-> ${tableName} (a, b)\``,
      });
      return null;
    }
    if (key.columns.length !== count) {
      countError(node, count, key.columns, table, binding);
      return null;
    }
    return [...key.columns];
  }
  const known = table.columns.map(({ schema }) => schema.name);
  const missing = target.columns.filter((column) => !known.includes(column.text));
  for (const column of missing) unknownTarget(column, tableName, known, binding);
  if (missing.length > 0) return null;
  const references = target.columns.map((column) => column.text);
  if (references.length !== count) {
    countError(node, count, references, table, binding);
    return null;
  }
  const keys = keysOf(table);
  const [first] = target.columns;
  const last = target.columns.at(-1);
  const isKey = keys.some(
    (key) => key.columns.length === references.length && key.columns.every((column) => references.includes(column)),
  );
  if (!isKey && first !== undefined && last !== undefined)
    report.error("COV2307", { ...first.span, end: last.span.end }, `${keyTitle(references, tableName)}`, {
      labels: [here],
      hint:
        references.length === 1
          ? `add \`unique\` to \`${formatWord(references[0] ?? "")}\` in table \`${tableName}\``
          : `add \`unique (${references.map(formatWord).join(", ")})\` to table \`${tableName}\``,
    });
  return references;
}

function keyTitle(references: readonly string[], table: string): string {
  const [only] = references;
  if (references.length === 1 && only !== undefined)
    return `\`${table}.${formatWord(only)}\` is neither primary key nor unique, so nothing can point at it`;
  return `no primary or unique key of \`${table}\` is over ${listNames(references)}`;
}

function unknownTarget(column: Name, table: string, known: readonly string[], { report }: Binding): void {
  const near = nearest(column.text, known);
  report.error("COV2301", column.span, `\`${table}.${formatWord(column.text)}\` is not a column`, {
    text: known.length === 0 ? `table \`${table}\` declares no columns` : `table \`${table}\` has ${listNames(known)}`,
    hint: near === null ? null : `write \`${formatWord(near)}\``,
  });
}

function countError(
  node: ForeignKeyNode,
  count: number,
  references: readonly string[],
  table: BoundTable,
  { report }: Binding,
): void {
  const name = formatName(table.name);
  const list = references.map(formatWord).join(", ");
  const title =
    node.target.columns.length === 0
      ? `the primary key of \`${name}\` is (${list}), and this key has ${count} column${count === 1 ? "" : "s"}`
      : `${count} column${count === 1 ? "" : "s"} cannot point at ${references.length}`;
  report.error("COV2306", targetSpan(node), title, {
    hint: node.inline ? `write a rule: \`foreign key (…) -> ${name} (${list})\`` : "name as many columns on both sides",
  });
}
