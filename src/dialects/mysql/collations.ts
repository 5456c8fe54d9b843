/** Character sets and collations that an author wrote, as the server's: only it knows which one goes without saying. */

import type { Connection } from "../../dialect/connection.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import type { Setting } from "../../model/setting.js";
import type { TableSchema } from "../../model/table-schema.js";
import { CatalogRow } from "./rows.js";
import { fold } from "./syntax.js";
import { isText } from "./types.js";

/** A table says its collation where it is not its database's, a column where it is not its table's; nothing says a character set. */
export async function withCollations(schema: DatabaseSchema, connection: Connection): Promise<DatabaseSchema> {
  if (!schema.tables.some(saysAny)) return schema;
  const read = async (sql: string) => (await connection.query(sql)).map((row) => new CatalogRow(row));
  const charsets = new Map(
    (
      await read(
        "SELECT CHARACTER_SET_NAME AS name, DEFAULT_COLLATE_NAME AS collation FROM information_schema.CHARACTER_SETS",
      )
    ).map((row) => [row.text("name"), row.text("collation")]),
  );
  const [server] = await read("SELECT @@collation_database AS own, @@collation_server AS fallback");
  const databases = new Map(
    (
      await read("SELECT SCHEMA_NAME AS name, DEFAULT_COLLATION_NAME AS collation FROM information_schema.SCHEMATA")
    ).map((row) => [row.text("name"), row.text("collation")]),
  );
  const ofCharset = (owner: { readonly settings: readonly Setting[] }): string | null => {
    const charset = settingOf(owner.settings, "charset");
    // The old name of utf8mb3.
    return charset === null ? null : (charsets.get(charset === "utf8" ? "utf8mb3" : charset) ?? null);
  };
  return {
    ...schema,
    tables: schema.tables.map((table) => {
      if (!saysAny(table)) return table;
      const usual =
        table.schema === null ? server?.text("own") : (databases.get(table.schema) ?? server?.text("fallback"));
      const own = settingOf(table.settings, "collate") ?? ofCharset(table) ?? usual ?? null;
      const settings = without(table.settings, ["charset", "collate"]);
      return {
        ...table,
        settings: own === null || own === usual ? settings : sorted([...settings, { name: "collate", value: own }]),
        columns: table.columns.map((column): ColumnSchema => {
          if (!isText(column.type)) return column;
          const wanted = column.collation ?? ofCharset(column);
          return {
            ...column,
            collation: wanted === own ? null : wanted,
            settings: without(column.settings, ["charset"]),
          };
        }),
      };
    }),
  };
}

function saysAny(table: TableSchema): boolean {
  const charset = ({ settings }: { readonly settings: readonly Setting[] }) =>
    settings.some(({ name }) => name === "charset" || name === "collate");
  return charset(table) || table.columns.some((column) => column.collation !== null || charset(column));
}

function settingOf(settings: readonly Setting[], name: string): string | null {
  const value = settings.find((setting) => setting.name === name)?.value ?? null;
  return value === null ? null : fold(value);
}

function without(settings: readonly Setting[], names: readonly string[]): readonly Setting[] {
  return settings.filter(({ name }) => !names.includes(name));
}

function sorted(settings: readonly Setting[]): readonly Setting[] {
  return [...settings].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
