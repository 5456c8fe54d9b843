/** One form for what an author may write in several ways: the one the catalog gives back. */

import { foldDomains } from "../../dialect/fold-domains.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import type { TableSchema } from "../../model/table-schema.js";
import { normalizeColumn } from "./columns.js";
import { inTargetOrder, normalizeConstraint, withKeyIndexes } from "./constraints.js";
import type { Flavor } from "./facts.js";
import { indexOfUnique, normalizeIndex } from "./indexes.js";
import { quote } from "./syntax.js";
import { normalizeTableSettings, storedComment } from "./tables.js";

/** Pure, and total: what it does not know it leaves as it is. What the server alone knows is for settle. */
export function normalize(authored: DatabaseSchema, flavor: Flavor): DatabaseSchema {
  const schema = foldDomains(authored, quote);
  return {
    namespaces: schema.namespaces.map((namespace) => ({ ...namespace, comment: null })),
    enums: [],
    domains: [],
    tables: withKeys(
      schema.tables.map((table) => normalizeTable(table, schema.enums, flavor)),
      flavor,
    ),
  };
}

/** What a foreign key needs depends on the other table, too. */
function withKeys(tables: readonly TableSchema[], flavor: Flavor): TableSchema[] {
  return tables.map((table) => {
    const keyed = { ...table, constraints: table.constraints.map((rule) => inTargetOrder(rule, tables, flavor)) };
    return { ...keyed, indexes: withKeyIndexes(keyed, flavor) };
  });
}

function normalizeTable(table: TableSchema, enums: readonly EnumSchema[], flavor: Flavor): TableSchema {
  const settings = normalizeTableSettings(table.settings);
  const uniques = table.constraints.flatMap((rule) => (rule.kind === "unique" ? [indexOfUnique(rule)] : []));
  const constraints = table.constraints.filter(({ kind }) => kind !== "unique");
  const shape: TableSchema = {
    ...table,
    comment: storedComment(table.comment),
    settings,
    constraints: constraints.map((rule) => normalizeConstraint(rule, flavor)),
    columns: table.columns.map((column) => normalizeColumn(column, table, enums, flavor)),
  };
  return { ...shape, indexes: [...table.indexes, ...uniques].map((index) => normalizeIndex(index, shape, flavor)) };
}
