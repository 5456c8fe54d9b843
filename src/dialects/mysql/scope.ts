/** Which databases covet owns, and what in them is not its to change. */

import type { Scope } from "../../dialect/dialect.js";
import { unmanagedBy } from "../../dialect/unmanaged.js";
import type { ObjectName } from "../../model/name.js";
import { literal } from "./syntax.js";

/** Database names as SQL: literals, because only those keep MariaDB from opening every table of the server. */
export function databaseList(names: readonly string[]): string {
  return names.map(literal).join(", ");
}

/** covet's own tables, whatever their kind. */
export function isOwnBookkeeping(name: string): boolean {
  return name.startsWith("_covet_");
}

/** Whether a table is declared or configured as not covet's. */
export function unmanagedIn(scope: Scope): (name: ObjectName) => boolean {
  return unmanagedBy(scope.unmanaged);
}

/** Names of an object's database: null for the connection's own. */
export function schemaOf(database: string, own: string): string | null {
  return database === own ? null : database;
}
