/** Indexes: how they are defined, and how two of them differ. */

import { equal } from "../../model/equal.js";
import type { IndexPart, IndexSchema } from "../../model/index-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Flavor } from "./facts.js";
import { plainIndex } from "./indexes.js";
import { inParens, literal, quote } from "./syntax.js";
import { mentions } from "./words.js";

/** As CREATE TABLE and ADD take it. */
export function indexDefinition(index: IndexSchema, flavor: Flavor): string {
  const kind = index.unique ? "UNIQUE INDEX" : isKind(index.method) ? `${index.method.toUpperCase()} INDEX` : "INDEX";
  const name = index.name === null ? "" : ` ${quote(index.name)}`;
  const method = index.method === null || isKind(index.method) ? "" : ` USING ${index.method.toUpperCase()}`;
  const words = [`${kind}${name}${method} (${index.parts.map(partText).join(", ")})`];
  for (const { name: setting, value } of index.settings) {
    if (setting === "parser") words.push(`WITH PARSER ${value}`);
    if (setting === flavor.indexUnused.setting) words.push(flavor.indexUnused.on);
  }
  if (index.comment !== null) words.push(`COMMENT ${literal(index.comment)}`);
  return words.join(" ");
}

function isKind(method: string | null): method is "fulltext" | "spatial" {
  return method === "fulltext" || method === "spatial";
}

function partText({ column, expression, prefix, descending }: IndexPart): string {
  const what = column === null ? inParens(expression?.sql ?? "NULL") : quote(column);
  return `${what}${prefix === null ? "" : `(${prefix})`}${descending ? " DESC" : ""}`;
}

/** Clauses of ALTER TABLE that make one index of the other; null where it has to be made anew. */
export function indexChanges(before: IndexSchema, after: IndexSchema, flavor: Flavor): string[] | null {
  const { setting, on, off } = flavor.indexUnused;
  const plain = (index: IndexSchema) => ({
    ...index,
    name: null,
    settings: index.settings.filter(({ name }) => name !== setting),
  });
  if (!equal(plain(before), plain(after))) return null;
  const [was, is] = [before, after].map(({ settings }) => settings.some(({ name }) => name === setting));
  const name = quote(after.name ?? "");
  const renamed = before.name !== after.name;
  // One ALTER cannot speak of an index by its new name.
  if (renamed && was !== is) return null;
  return [
    ...(renamed ? [`RENAME INDEX ${quote(before.name ?? "")} TO ${name}`] : []),
    ...(was === is ? [] : [`ALTER INDEX ${name} ${is ? on : off}`]),
  ];
}

export function indexMentions(index: IndexSchema, column: string): boolean {
  return index.parts.some((part) =>
    part.column === null ? mentions(part.expression?.sql ?? "", column) : part.column === column,
  );
}

/**
 * An index that the engine has once made for a foreign key goes without a word when another one serves the key. Nothing
 * tells it from others; made anew by its name it is the author's own.
 */
export function mayVanish(
  index: IndexSchema,
  fresh: readonly IndexSchema[],
  from: TableSchema,
  to: TableSchema,
): boolean {
  const names = index.parts.map(({ column }) => column);
  if (
    index.unique ||
    !equal(
      index,
      plainIndex(
        index.name,
        names.flatMap((name) => name ?? []),
        false,
      ),
    )
  )
    return false;
  const starts = (list: readonly (string | null)[]) => names.every((name, at) => list[at] === name);
  const primary = ({ constraints }: TableSchema) => constraints.find(({ kind }) => kind === "primaryKey");
  const newKey = equal(primary(from), primary(to)) ? undefined : primary(to);
  return (
    to.constraints.some((key) => key.kind === "foreignKey" && equal(key.columns, names)) &&
    (fresh.some(({ parts }) => starts(parts.map(({ column }) => column))) ||
      (newKey !== undefined && "columns" in newKey && starts(newKey.columns)))
  );
}
