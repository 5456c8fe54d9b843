/** What lives in the owned namespaces and is not covet's to change: listed, never touched. */

import type { UnmanagedObject, Use } from "../../dialect/dialect.js";
import type { CatalogRow } from "./rows.js";
import { withOwned } from "./scope.js";

/** One branch per catalog: kind, its own oid, namespace, name and the table it hangs on. */
export const unmanagedQuery = `${withOwned}, objects AS (
  SELECT 'pg_proc'::regclass AS classid, oid, pronamespace AS namespace, proname AS name, 0::oid AS on_table,
    CASE prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS kind
  FROM pg_proc
  UNION ALL
  SELECT 'pg_type'::regclass, oid, typnamespace, typname, 0,
    CASE typtype WHEN 'r' THEN 'range type' ELSE 'base type' END
  FROM pg_type WHERE typtype = 'r' OR (typtype = 'b' AND typelem = 0)
  UNION ALL
  SELECT 'pg_trigger'::regclass, t.oid, c.relnamespace, t.tgname, t.tgrelid, 'trigger'
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
  UNION ALL
  SELECT 'pg_policy'::regclass, p.oid, c.relnamespace, p.polname, p.polrelid, 'policy'
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
  UNION ALL
  SELECT 'pg_rewrite'::regclass, r.oid, c.relnamespace, r.rulename, r.ev_class, 'rule'
  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN'
  UNION ALL
  SELECT 'pg_statistic_ext'::regclass, oid, stxnamespace, stxname, stxrelid, 'statistics' FROM pg_statistic_ext
  UNION ALL
  SELECT 'pg_collation'::regclass, oid, collnamespace, collname, 0, 'collation' FROM pg_collation
  UNION ALL
  SELECT 'pg_operator'::regclass, oid, oprnamespace, oprname, 0, 'operator' FROM pg_operator
  UNION ALL
  SELECT 'pg_opclass'::regclass, oid, opcnamespace, opcname, 0, 'operator class' FROM pg_opclass
  UNION ALL
  SELECT 'pg_ts_config'::regclass, oid, cfgnamespace, cfgname, 0, 'text search configuration' FROM pg_ts_config
  UNION ALL
  SELECT 'pg_ts_dict'::regclass, oid, dictnamespace, dictname, 0, 'text search dictionary' FROM pg_ts_dict
)
SELECT b.kind, o.schema, b.name, c.relname AS on_name
FROM objects b
JOIN owned o ON o.oid = b.namespace
LEFT JOIN pg_class c ON c.oid = b.on_table
WHERE NOT EXISTS (SELECT FROM extension_objects e WHERE e.classid = b.classid AND e.objid = b.oid)
ORDER BY b.kind, o.nspname, c.relname, b.name`;

export function readUnmanaged(row: CatalogRow): UnmanagedObject {
  const schema = row.textOrNull("schema");
  const on = row.textOrNull("on_name");
  return {
    kind: row.text("kind"),
    schema,
    name: row.text("name"),
    on: on === null ? null : { schema, name: on },
    sql: null,
  };
}

/**
 * What reads columns, rows or enums of ours, wherever it lives, and makes the server refuse to change them: views, rules,
 * policies, triggers and functions, for which it keeps a record of that. Below 16384 is the system's own.
 */
export const usesQuery = `${withOwned}, ours AS (
  SELECT 'pg_class'::regclass AS classid, c.oid, o.schema, c.relname AS name
  FROM pg_class c JOIN owned o ON o.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')
  UNION ALL
  SELECT 'pg_type'::regclass, unnest(ARRAY[t.oid, t.typarray]), o.schema, t.typname
  FROM pg_type t JOIN owned o ON o.oid = t.typnamespace WHERE t.typtype = 'e'
), users AS (
  SELECT 'pg_rewrite'::regclass AS classid, r.oid, v.relnamespace AS namespace,
    CASE WHEN r.rulename = '_RETURN' THEN v.relname ELSE r.rulename END AS name,
    CASE WHEN r.rulename <> '_RETURN' THEN v.relname END AS on_name,
    CASE WHEN r.rulename <> '_RETURN' THEN 'rule' WHEN v.relkind = 'm' THEN 'materialized view' ELSE 'view' END AS kind
  FROM pg_rewrite r JOIN pg_class v ON v.oid = r.ev_class
  UNION ALL
  SELECT 'pg_policy'::regclass, p.oid, c.relnamespace, p.polname, c.relname, 'policy'
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
  UNION ALL
  SELECT 'pg_trigger'::regclass, t.oid, c.relnamespace, t.tgname, c.relname, 'trigger'
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
  UNION ALL
  SELECT 'pg_proc'::regclass, oid, pronamespace, proname, NULL,
    CASE prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END
  FROM pg_proc
)
SELECT DISTINCT u.kind, CASE WHEN n.nspname <> current_schema() THEN n.nspname END AS schema, u.name, u.on_name,
  o.schema AS of_schema, o.name AS of_name, a.attname AS of_column
FROM pg_depend d
JOIN ours o ON o.classid = d.refclassid AND o.oid = d.refobjid
JOIN users u ON u.classid = d.classid AND u.oid = d.objid
JOIN pg_namespace n ON n.oid = u.namespace
LEFT JOIN pg_attribute a ON d.refobjsubid > 0 AND a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE u.oid >= 16384
ORDER BY 1, 2, 3, 4, 5, 6, 7`;

/** The objects, each with what it uses; those that use something and live elsewhere come last. */
export function withUses(objects: readonly UnmanagedObject[], rows: readonly CatalogRow[]): UnmanagedObject[] {
  const users = new Map<string, UnmanagedObject & { uses: Use[] }>();
  for (const row of rows) {
    const object = readUnmanaged(row);
    const key = identity(object);
    const user = users.get(key) ?? { ...object, uses: [] };
    users.set(key, user);
    const of = { schema: row.textOrNull("of_schema"), name: row.text("of_name") };
    user.uses.push({ of, column: row.textOrNull("of_column") });
  }
  const known = new Set(objects.map(identity));
  const elsewhere = [...users].flatMap(([key, user]) => (known.has(key) ? [] : user));
  return [...objects.map((object) => ({ ...object, ...users.get(identity(object)) })), ...elsewhere];
}

function identity({ kind, schema, name, on }: UnmanagedObject): string {
  return JSON.stringify([kind, schema, name, on?.name ?? null]);
}

const relationKinds: Readonly<Record<string, string>> = {
  r: "table",
  p: "partitioned table",
  v: "view",
  m: "materialized view",
  f: "foreign table",
  c: "composite type",
  S: "sequence",
};

/** What people call a relation that is not a table of ours; null for a table the model can hold. */
export function foreignKind(row: CatalogRow): string | null {
  const kind = row.text("kind");
  if (row.boolean("is_partition")) return "partition";
  if (kind !== "r") return relationKinds[kind] ?? "relation";
  if (row.boolean("is_typed")) return "typed table";
  return row.boolean("inherits") ? "inheriting table" : null;
}
