/** Tables as a whole: made, renamed, and the options that a table itself carries. */

import type { DatabaseSchema } from "../../model/database-schema.js";
import type { ObjectName } from "../../model/name.js";
import type { Setting } from "../../model/setting.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Rename } from "../../operation/operation.js";
import { columnLine } from "./column-definition.js";
import type { Flavor } from "./facts.js";
import { findTable } from "./lowering.js";
import { literal, quoteName } from "./syntax.js";
import { constraintDefinition, dropConstraint, isColumnCheck } from "./write-constraints.js";
import { indexDefinition } from "./write-indexes.js";

export function createTable(table: TableSchema, flavor: Flavor): string {
  const members = [
    ...table.columns.map((column) => columnLine(column, table, flavor)),
    ...table.constraints
      .filter((constraint) => !isColumnCheck(constraint, flavor))
      .map((constraint) => constraintDefinition(constraint, flavor)),
    ...table.indexes.map((index) => indexDefinition(index, flavor)),
  ];
  const start = table.columns.find(({ identity }) => identity !== null)?.identity?.sequence.start ?? null;
  const options = [
    ...(start === null ? [] : [`AUTO_INCREMENT = ${start}`]),
    ...table.settings.map(optionText),
    ...(table.comment === null ? [] : [`COMMENT = ${literal(table.comment)}`]),
  ];
  const tail = options.length === 0 ? "" : ` ${options.join(" ")}`;
  return `CREATE TABLE ${quoteName(table)} (\n  ${members.join(",\n  ")}\n)${tail}`;
}

/** Several in one statement see each other's names: that is how two tables swap theirs. */
export function renameTables(renames: readonly Rename<"table">[]): string {
  const moves = renames.map(({ on: { schema }, from, to }) => {
    const [before, after] = [from, to].map((name) => quoteName({ schema, name }));
    return `${before} TO ${after}`;
  });
  return `RENAME TABLE ${moves.join(", ")}`;
}

/** Constraints whose names the engine changes with the table's get them back, as a clause each. */
export function keepNames(schema: DatabaseSchema, { on, from, to }: Rename<"table">, flavor: Flavor): string[] {
  const table: ObjectName = { schema: on.schema, name: to };
  const constraints = findTable(schema, table)?.constraints ?? [];
  return constraints.flatMap((constraint) => {
    const label = flavor.namesFollowTable.find((text) => constraint.name?.startsWith(from + text));
    if (label === undefined || constraint.name === null) return [];
    const given = `${to}${constraint.name.slice(from.length)}`;
    return /^\d+$/.test(constraint.name.slice(from.length + label.length))
      ? [dropConstraint({ ...constraint, name: given }, flavor), `ADD ${constraintDefinition(constraint, flavor)}`]
      : [];
  });
}

/** Values that are text in SQL; an author writes them without quotes. */
const texts = new Set(["compression", "encryption"]);

/** Options whose word is not their name. */
const words: Readonly<Record<string, string>> = { charset: "DEFAULT CHARACTER SET" };

/** What stands for leaving an option out, where it is not DEFAULT. */
const absent: Readonly<Record<string, string>> = {
  engine: "InnoDB",
  key_block_size: "0",
  compression: "'none'",
  encryption: "'N'",
  max_rows: "0",
  min_rows: "0",
  avg_row_length: "0",
  checksum: "0",
  delay_key_write: "0",
};

function optionText({ name, value }: Setting): string {
  if (name === "system_versioning") return "WITH SYSTEM VERSIONING";
  const word = words[name] ?? name.toUpperCase();
  return `${word} = ${texts.has(name) && value !== null && !/^['"]/.test(value) ? literal(value) : value}`;
}

function absentText({ name }: Setting): string {
  if (name === "system_versioning") return "DROP SYSTEM VERSIONING";
  return `${words[name] ?? name.toUpperCase()} = ${absent[name] ?? "DEFAULT"}`;
}

/** Clauses of ALTER TABLE for the options of a table, its character set aside. */
export function optionChanges(before: TableSchema, after: TableSchema): string[] {
  const clauses: string[] = [];
  for (const setting of after.settings) {
    if (isCharset(setting)) continue;
    const was = before.settings.find(({ name }) => name === setting.name);
    if (was === undefined || was.value !== setting.value) clauses.push(optionText(setting));
  }
  for (const setting of before.settings)
    if (!isCharset(setting) && !after.settings.some(({ name }) => name === setting.name))
      clauses.push(absentText(setting));
  if (before.comment !== after.comment) clauses.push(`COMMENT = ${literal(after.comment ?? "")}`);
  return clauses;
}

function isCharset({ name }: Setting): boolean {
  return name === "charset" || name === "collate";
}

export function charsetOptions(table: TableSchema): string[] {
  return table.settings.filter(isCharset).map(optionText);
}

/** The collation of columns that name none: what says so, as a text to compare; empty for the database's own. */
export function inheritedCollation(table: TableSchema): string {
  return charsetOptions(table).sort().join();
}
