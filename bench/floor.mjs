/** The least any tool must do to know a database: start Node, load the driver, read the bare catalog. `node floor.mjs URL` */
const url = process.argv[2] ?? "";

const postgres = [
  "select n.oid, n.nspname from pg_namespace n",
  "select c.oid, c.relname, c.relnamespace, c.relkind, c.relpersistence, c.reloptions, obj_description(c.oid, 'pg_class') from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relnamespace = 'public'::regnamespace",
  "select a.attrelid, a.attname, a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attcollation, pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum) from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped",
  "select k.conrelid, k.conname, k.contype, k.conkey, k.confrelid, k.confkey, pg_get_constraintdef(k.oid) from pg_constraint k where k.connamespace = 'public'::regnamespace",
  "select i.indrelid, i.indexrelid, i.indkey, i.indisunique, pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace",
  "select e.enumtypid, e.enumlabel from pg_enum e order by e.enumsortorder",
  "select s.seqrelid, s.seqtypid, s.seqstart, s.seqincrement from pg_sequence s",
];

const sqlite = [
  "select type, name, tbl_name, sql from sqlite_schema",
  "select t.name, c.* from sqlite_schema t join pragma_table_xinfo(t.name) c where t.type = 'table'",
  "select t.name, i.*, x.* from sqlite_schema t join pragma_index_list(t.name) i join pragma_index_xinfo(i.name) x where t.type = 'table'",
  "select t.name, f.* from sqlite_schema t join pragma_foreign_key_list(t.name) f where t.type = 'table'",
];

const mysql = [
  "select schema_name, default_collation_name from information_schema.schemata where schema_name = database()",
  "select table_name, table_type, engine, row_format, table_collation, create_options, table_comment from information_schema.tables where table_schema = database()",
  "select table_name, column_name, ordinal_position, column_default, is_nullable, column_type, collation_name, extra, column_comment, generation_expression from information_schema.columns where table_schema = database()",
  "select table_name, index_name, non_unique, seq_in_index, column_name, collation, sub_part, index_type, index_comment from information_schema.statistics where table_schema = database()",
  "select table_name, constraint_name, column_name, ordinal_position, referenced_table_schema, referenced_table_name, referenced_column_name from information_schema.key_column_usage where table_schema = database() and referenced_table_name is not null",
  "select table_name, constraint_name, update_rule, delete_rule, match_option from information_schema.referential_constraints where constraint_schema = database()",
  "select constraint_name, check_clause from information_schema.check_constraints where constraint_schema = database()",
];

if (url.startsWith("sqlite:")) {
  const { default: Database } = await import("better-sqlite3");
  const db = new Database(url.slice("sqlite:".length), { readonly: true });
  for (const query of sqlite) db.prepare(query).all();
  db.close();
} else if (/^(mysql|mariadb):/.test(url)) {
  const { createConnection } = await import("mysql2/promise");
  const connection = await createConnection(url.replace(/^mariadb:/, "mysql:"));
  for (const query of mysql) await connection.query(query);
  await connection.end();
} else {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const query of postgres) await client.query(query);
  await client.end();
}
