/** Namespaces: the databases that the files name beside the connection's own. */

import type { NamespaceSchema } from "../../model/namespace-schema.js";
import type { CatalogRow } from "./rows.js";
import { databaseList } from "./scope.js";

export const namespacesQuery = (databases: readonly string[]): string =>
  `SELECT SCHEMA_NAME AS name, DEFAULT_COLLATION_NAME AS collation
FROM information_schema.SCHEMATA WHERE SCHEMA_NAME IN (${databaseList(databases)}) ORDER BY SCHEMA_NAME`;

export function readNamespace(row: CatalogRow): NamespaceSchema {
  return { name: row.text("name"), comment: null };
}
