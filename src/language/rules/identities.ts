/** Identity columns where the engine numbers only the primary key. */

import type { Binding } from "../binding.js";
import { requireFeature } from "../features.js";

export function checkIdentities(binding: Binding): void {
  for (const { columns, constraints } of binding.tables.values()) {
    const key = constraints.find(({ node }) => node.kind === "primaryKey")?.schema;
    const sole = key?.kind === "primaryKey" && key.columns.length === 1 ? key.columns[0] : null;
    for (const { node } of columns)
      if (node.identity !== null && node.name.text !== sole)
        requireFeature(binding, "identityOutsideKey", node.identity.span);
  }
}
