/** Which namespaces and tables covet owns, as SQL and as a predicate. */

import type { Scope } from "../../dialect/dialect.js";
import { unmanagedBy } from "../../dialect/unmanaged.js";
import type { ObjectName } from "../../model/name.js";

/**
 * The namespaces in scope: `schema` is null for the default one. Takes one parameter: the names as a JSON array.
 * `extension_objects` are what extensions brought along; they are left out everywhere.
 */
export const withOwned = `
WITH owned AS (
  SELECT oid, nspname, CASE WHEN nspname <> current_schema() THEN nspname END AS schema
  FROM pg_namespace
  WHERE nspname = current_schema() OR nspname IN (SELECT json_array_elements_text(?::json))
), extension_objects AS (
  SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
)`;

/** covet's own tables, whatever their kind. */
export function isOwnBookkeeping(name: string): boolean {
  return name.startsWith("_covet_");
}

/** Whether a table is declared or configured as not covet's. */
export function unmanagedIn(scope: Scope): (name: ObjectName) => boolean {
  return unmanagedBy(scope.unmanaged.map((pattern) => pattern.replace(/^public\./, "")));
}
