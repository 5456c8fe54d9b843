/** What the writers of PostgreSQL look at beside the operation they write. */

import type { WriterState } from "../../dialect/writer.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { type ObjectName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { StartNames } from "./start-names.js";

export interface State extends WriterState {
  /** The schema all the operations lead to. */
  readonly end: DatabaseSchema;
  /** What things were called when the migration began: guards are asked then. */
  readonly start: StartNames;
  /** An enum gets a new type in its place, even if values are only added. */
  readonly replacesEnum: boolean;
}

export function findTable(schema: DatabaseSchema, name: ObjectName): TableSchema | null {
  return schema.tables.find((table) => sameName(table, name)) ?? null;
}

/** Major version of the server the plan is made on. */
export function majorVersion(version: string): number {
  return Number.parseInt(version, 10);
}
