/** What lives in the owned databases and is not covet's to change: listed, never touched. */

import type { UnmanagedObject } from "../../dialect/dialect.js";
import type { CatalogRow } from "./rows.js";
import { databaseList, schemaOf } from "./scope.js";

export const unmanagedQueries: readonly ((databases: readonly string[]) => string)[] = [
  (databases) => `SELECT 'trigger' AS kind, TRIGGER_SCHEMA AS place, TRIGGER_NAME AS name, EVENT_OBJECT_TABLE AS on_name
FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA IN (${databaseList(databases)})
ORDER BY TRIGGER_SCHEMA, EVENT_OBJECT_TABLE, TRIGGER_NAME`,
  (databases) => `SELECT lower(ROUTINE_TYPE) AS kind, ROUTINE_SCHEMA AS place, ROUTINE_NAME AS name, NULL AS on_name
FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA IN (${databaseList(databases)})
ORDER BY ROUTINE_TYPE, ROUTINE_SCHEMA, ROUTINE_NAME`,
  (databases) => `SELECT 'event' AS kind, EVENT_SCHEMA AS place, EVENT_NAME AS name, NULL AS on_name
FROM information_schema.EVENTS WHERE EVENT_SCHEMA IN (${databaseList(databases)})
ORDER BY EVENT_SCHEMA, EVENT_NAME`,
];

export function readUnmanaged(row: CatalogRow, own: string): UnmanagedObject {
  const schema = schemaOf(row.text("place"), own);
  const on = row.textOrNull("on_name");
  return {
    kind: row.text("kind"),
    schema,
    name: row.text("name"),
    on: on === null ? null : { schema, name: on },
    sql: null,
  };
}

const kinds: Readonly<Record<string, string>> = {
  VIEW: "view",
  "SYSTEM VIEW": "view",
  SEQUENCE: "sequence",
  TEMPORARY: "temporary table",
};

/** What people call a relation that is not a table of ours; null for a table the model can hold. */
export function foreignKind(row: CatalogRow): string | null {
  const type = row.text("type");
  if (kinds[type] !== undefined) return kinds[type];
  return /\bpartitioned\b/i.test(row.text("options")) ? "partitioned table" : null;
}
