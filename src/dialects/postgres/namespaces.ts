/** Namespaces: PostgreSQL's schemas. */

import { statement } from "../../dialect/statement.js";
import type { NounWriter } from "../../dialect/writer.js";
import type { NamespaceSchema } from "../../model/namespace-schema.js";
import { commentChange } from "./comments.js";
import type { CatalogRow } from "./rows.js";
import { withOwned } from "./scope.js";
import { quote } from "./syntax.js";

export const namespacesQuery = `${withOwned}
SELECT o.nspname AS name, o.schema IS NULL AS is_default, d.description AS comment
FROM owned o
LEFT JOIN pg_description d ON d.classoid = 'pg_namespace'::regclass AND d.objoid = o.oid AND d.objsubid = 0
ORDER BY o.nspname`;

export function readNamespace(row: CatalogRow): NamespaceSchema {
  const comment = row.textOrNull("comment");
  // initdb writes this one; nobody asked for it.
  return { name: row.text("name"), comment: comment === "standard public schema" ? null : comment };
}

export const namespaces: NounWriter<"namespace"> = {
  create: ({ after }) => [
    statement(`CREATE SCHEMA ${quote(after.name)}`),
    ...commentChange(`SCHEMA ${quote(after.name)}`, null, after.comment),
  ],
  drop: ({ before }) => [statement(`DROP SCHEMA ${quote(before.name)}`)],
  alter: ({ before, after }) => commentChange(`SCHEMA ${quote(after.name)}`, before.comment, after.comment),
  rename: ({ from, to }) => [statement(`ALTER SCHEMA ${quote(from)} RENAME TO ${quote(to)}`)],
};
