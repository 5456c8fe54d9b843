/** One form for what an author may write in several ways: the one the catalog gives back. */

import type { DatabaseSchema } from "../../model/database-schema.js";
import type { DomainSchema } from "../../model/domain-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { normalizeColumn } from "./columns.js";
import { normalizeConstraint } from "./constraints.js";
import { normalizeDomains } from "./domains.js";
import { normalizeIndex } from "./indexes.js";
import { normalizeTableSettings } from "./tables.js";

/** Pure, and total: what it does not know it leaves as it is. */
export function normalize(schema: DatabaseSchema): DatabaseSchema {
  const domains = normalizeDomains(schema.domains);
  return {
    namespaces: schema.namespaces,
    enums: schema.enums.map((item) => ({ ...item, schema: item.schema === "public" ? null : item.schema })),
    domains,
    tables: schema.tables.map((table) => normalizeTable(table, domains)),
  };
}

function normalizeTable(table: TableSchema, domains: readonly DomainSchema[]): TableSchema {
  return {
    ...table,
    schema: table.schema === "public" ? null : table.schema,
    columns: table.columns.map((column) => normalizeColumn(column, table, domains)),
    constraints: table.constraints.map(normalizeConstraint),
    indexes: table.indexes.map((index) => normalizeIndex(index, table)),
    settings: normalizeTableSettings(table.settings),
  };
}
