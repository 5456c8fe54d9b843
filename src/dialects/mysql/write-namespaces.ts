/** Namespaces are databases. There is no renaming one: its tables move to a new one. */

import type { Guard } from "../../dialect/statement.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { formatWord, type ObjectName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { literal, quote, quoteName } from "./syntax.js";

export function createDatabase(name: string): string {
  return `CREATE DATABASE ${quote(name)}`;
}

export function dropDatabase(name: string): string {
  return `DROP DATABASE ${quote(name)}`;
}

/** The tables of a database in a new one of another name. */
export function renameDatabase(schema: DatabaseSchema, from: string, to: string): string[] {
  const tables = schema.tables.filter((table) => table.schema === from);
  const moves = tables.map((table) => `${quoteName(table)} TO ${quoteName({ ...table, schema: to })}`);
  return [createDatabase(to), ...(moves.length === 0 ? [] : [`RENAME TABLE ${moves.join(", ")}`]), dropDatabase(from)];
}

/** DROP DATABASE takes all that is in it: what covet does not know of must be asked for. */
export function strangersGuard(schema: DatabaseSchema, name: string): Guard {
  const known = schema.tables.filter((table) => table.schema === name).map((table) => literal(table.name));
  const others = known.length === 0 ? "" : ` AND table_name NOT IN (${known.join(", ")})`;
  const inside = (view: string, column: string, more = "") =>
    `SELECT 1 FROM information_schema.${view} WHERE ${column} = ${literal(name)}${more}`;
  const query = [
    inside("tables", "table_schema", others),
    inside("routines", "routine_schema"),
    inside("triggers", "trigger_schema"),
    inside("events", "event_schema"),
  ].join(" UNION ALL ");
  return { kind: "loses", object: formatWord(name), query };
}

/** A foreign key to the connection's database, from a table elsewhere: there, REFERENCES without a name means elsewhere. */
export function pointsHome(table: ObjectName, key: ConstraintSchema): boolean {
  return table.schema !== null && key.kind === "foreignKey" && key.table.schema === null;
}

/**
 * The table as it is for a moment, in the connection's database: there its keys can be written without the database's
 * name, so that the file fits any. Moving it back keeps them.
 */
export function broughtHome(table: TableSchema): TableSchema {
  const place: ObjectName = { schema: null, name: [..."_covet_moved_", ...table.name].slice(0, 64).join("") };
  const constraints = table.constraints.map((key) =>
    key.kind === "foreignKey" && sameName(key.table, table) ? { ...key, table: place } : key,
  );
  return { ...table, ...place, constraints };
}

export function moveTable(from: ObjectName, to: ObjectName): string {
  return `RENAME TABLE ${quoteName(from)} TO ${quoteName(to)}`;
}
