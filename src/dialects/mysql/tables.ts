/** Tables: what the catalog says of one beside its members, in normal form. */

import type { Setting } from "../../model/setting.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { CatalogRow } from "./rows.js";
import { databaseList, schemaOf } from "./scope.js";
import { fold, threeByte } from "./syntax.js";

/** Every relation of the owned databases; catalog.ts tells the tables of ours from the rest. */
export const tablesQuery = (databases: readonly string[]): string =>
  `SELECT TABLE_SCHEMA AS place, TABLE_NAME AS name, TABLE_TYPE AS type, ENGINE AS engine, TABLE_COLLATION AS collation,
  coalesce(CREATE_OPTIONS, '') AS options, TABLE_COMMENT AS comment
FROM information_schema.TABLES WHERE TABLE_SCHEMA IN (${databaseList(databases)}) ORDER BY TABLE_SCHEMA, TABLE_NAME`;

/** Without its members. `database`: collation of the database, which a table has unless it says otherwise. */
export function readTable(row: CatalogRow, own: string, database: string): TableSchema {
  const engine = row.textOrNull("engine");
  const collation = row.textOrNull("collation");
  const settings: Setting[] = [...readOptions(row.text("options"))];
  if (engine !== null) settings.push({ name: "engine", value: engine });
  if (collation !== null && collation !== database) settings.push({ name: "collate", value: collation });
  if (row.text("type") === "SYSTEM VERSIONED") settings.push({ name: "system_versioning", value: null });
  return {
    schema: schemaOf(row.text("place"), own),
    name: row.text("name"),
    columns: [],
    constraints: [],
    indexes: [],
    comment: row.filled("comment"),
    settings: normalizeTableSettings(settings),
  };
}

/** ``row_format=COMPRESSED `page_compressed`=1 COMPRESSION="zlib"`` */
function readOptions(text: string): Setting[] {
  return [...text.matchAll(/`?(\w+)`?=("[^"]*"|'[^']*'|\S+)/g)].map(([, name = "", value = ""]) => ({
    name,
    value: value.replace(/^(["'])(.*)\1$/, "$2"),
  }));
}

/** An empty comment is none. */
export function storedComment(comment: string | null): string | null {
  return comment === null || comment === "" ? null : threeByte(comment);
}

/** In one order and one spelling; what the server does anyway goes unsaid. */
export function normalizeTableSettings(settings: readonly Setting[]): Setting[] {
  return settings
    .map(({ name, value }) => ({ name: fold(name), value: value === null ? null : plainValue(value) }))
    .filter(({ name, value }) => !defaults.has(`${name}=${value}`))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const defaults = new Set([
  "engine=innodb",
  "row_format=default",
  "row_format=dynamic",
  "stats_persistent=default",
  "stats_auto_recalc=default",
  "stats_sample_pages=default",
  "pack_keys=default",
  "encryption=n",
  "compression=none",
  "compression=",
  "key_block_size=0",
  "max_rows=0",
  "min_rows=0",
  "avg_row_length=0",
  "checksum=0",
  "delay_key_write=0",
  "encrypted=default",
]);

function plainValue(value: string): string {
  return fold(value.trim().replace(/^(["'])(.*)\1$/, "$2"));
}

/** The storage engine of a table in normal form. */
export function engineOf(settings: readonly Setting[]): string {
  return settings.find(({ name }) => name === "engine")?.value ?? "innodb";
}
