/** Namespaces: PostgreSQL's schemas. */

import type { Connection } from "../../dialect/connection.js";
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

/** `public` is the default one, or what files call it where another is. */
export async function listNamespaces(connection: Connection): Promise<readonly string[]> {
  const rows = await connection.query(`SELECT n.nspname AS name FROM pg_namespace n
WHERE n.nspname NOT IN (coalesce(current_schema(), 'public'), 'public', 'information_schema') AND n.nspname !~ '^pg_'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
ORDER BY n.nspname`);
  return rows.map(({ name }) => String(name));
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
