/** Everything covet manages in one database. Every field is required and `null` means absent, so equality is structural. */

import type { DomainSchema } from "./domain-schema.js";
import type { EnumSchema } from "./enum-schema.js";
import type { NamespaceSchema } from "./namespace-schema.js";
import type { TableSchema } from "./table-schema.js";

export interface DatabaseSchema {
  readonly namespaces: readonly NamespaceSchema[];
  readonly enums: readonly EnumSchema[];
  readonly domains: readonly DomainSchema[];
  readonly tables: readonly TableSchema[];
}

export const emptySchema: DatabaseSchema = { namespaces: [], enums: [], domains: [], tables: [] };
