/** Tables: what the catalog says of one beside its members, and how it is made, changed, renamed and dropped. */

import { type Statement, statement } from "../../dialect/statement.js";
import type { NounWriter } from "../../dialect/writer.js";
import { formatName } from "../../model/name.js";
import type { Setting } from "../../model/setting.js";
import type { TableSchema } from "../../model/table-schema.js";
import { afterColumn, beforeColumn, columnDefinition } from "./column-definition.js";
import { commentChange } from "./comments.js";
import { constraintDefinition, constraintExtras, standsInCreate } from "./constraint-definition.js";
import { rowsGuard } from "./guards.js";
import { createIndex } from "./index-definition.js";
import { findTable, type State } from "./lowering.js";
import { identityComes } from "./replica-identity.js";
import type { CatalogRow } from "./rows.js";
import { withOwned } from "./scope.js";
import { renameSequences } from "./serial.js";
import {
  hasSetting,
  normalizeOption,
  optionChanges,
  optionList,
  readOptions,
  settingValue,
  sortSettings,
} from "./storage.js";
import { quote, quoteName } from "./syntax.js";

/** Every relation in the owned namespaces; catalog.ts tells the tables of ours from the rest. */
export const tablesQuery = `${withOwned}
SELECT c.oid AS oid, o.schema, c.relname AS name, c.relkind AS kind, c.relpersistence AS persistence,
  c.relispartition AS is_partition, c.reloftype <> 0 AS is_typed,
  EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid OR i.inhparent = c.oid) AS inherits,
  c.reloptions AS options, tc.reloptions AS toast_options,
  t.spcname AS tablespace, am.amname AS method, c.relreplident AS replica_identity, ri.relname AS replica_index,
  c.relrowsecurity AS rls, c.relforcerowsecurity AS force_rls, d.description AS comment
FROM pg_class c
JOIN owned o ON o.oid = c.relnamespace
LEFT JOIN pg_class tc ON tc.oid = c.reltoastrelid
LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
LEFT JOIN pg_am am ON am.oid = c.relam
LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisreplident
LEFT JOIN pg_class ri ON ri.oid = i.indexrelid
LEFT JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c', 'S')
  AND NOT EXISTS (SELECT FROM extension_objects e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid)
  AND NOT (c.relkind = 'S' AND EXISTS (
    SELECT FROM pg_depend p WHERE p.classid = 'pg_class'::regclass AND p.objid = c.oid AND p.deptype IN ('a', 'i')
      AND p.refclassid = 'pg_class'::regclass AND p.refobjsubid > 0))
ORDER BY o.nspname, c.relname`;

/** The table without its members, not yet in normal form. */
export function readTable(row: CatalogRow): TableSchema {
  const identity = row.text("replica_identity");
  const index = row.textOrNull("replica_index");
  const method = row.textOrNull("method");
  const tablespace = row.textOrNull("tablespace");
  const settings: Setting[] = [
    ...readOptions(row.texts("options")),
    ...readOptions(row.texts("toast_options"), "toast."),
    ...(row.text("persistence") === "u" ? [{ name: "unlogged", value: null }] : []),
    ...(tablespace === null ? [] : [{ name: "tablespace", value: tablespace }]),
    ...(method === null || method === "heap" ? [] : [{ name: "access_method", value: method }]),
    ...(identity === "f" ? [{ name: "replica_identity", value: "full" }] : []),
    ...(identity === "n" ? [{ name: "replica_identity", value: "nothing" }] : []),
    ...(identity === "i" && index !== null ? [{ name: "replica_identity", value: index }] : []),
    ...(row.boolean("rls") ? [{ name: "rls", value: null }] : []),
    ...(row.boolean("force_rls") ? [{ name: "force_rls", value: null }] : []),
  ];
  return {
    schema: row.textOrNull("schema"),
    name: row.text("name"),
    columns: [],
    constraints: [],
    indexes: [],
    comment: row.textOrNull("comment"),
    settings,
  };
}

const ownWords = new Set(["unlogged", "tablespace", "access_method", "replica_identity", "rls", "force_rls"]);

export function normalizeTableSettings(settings: readonly Setting[]): Setting[] {
  return sortSettings(
    settings
      .map((setting) => (ownWords.has(setting.name) ? setting : normalizeOption(setting)))
      .filter(({ name, value }) => !(name === "access_method" && value === "heap"))
      .filter(({ name, value }) => !(name === "replica_identity" && value === "default")),
  );
}

const storageOptions = (settings: readonly Setting[]): Setting[] => settings.filter(({ name }) => !ownWords.has(name));

function createTable(table: TableSchema): Statement[] {
  const name = quoteName(table);
  const inline = table.constraints.filter((constraint) => standsInCreate(constraint, table));
  const later = table.constraints.filter((constraint) => !inline.includes(constraint));
  const lines = [
    ...table.columns.map((column) => columnDefinition(column, table)),
    ...inline.map((constraint) => constraintDefinition(constraint)),
  ];
  const method = settingValue(table.settings, "access_method");
  const tablespace = settingValue(table.settings, "tablespace");
  const options = storageOptions(table.settings);
  const head = hasSetting(table.settings, "unlogged") ? "CREATE UNLOGGED TABLE" : "CREATE TABLE";
  const body = lines.length === 0 ? "()" : `(\n  ${lines.join(",\n  ")}\n)`;
  const tail = [
    ...(method === null ? [] : [`USING ${quote(method)}`]),
    ...(options.length === 0 ? [] : [`WITH ${optionList(options)}`]),
    ...(tablespace === null ? [] : [`TABLESPACE ${quote(tablespace)}`]),
  ];
  return [
    ...table.columns.flatMap((column) => beforeColumn(column, table)),
    statement([`${head} ${name} ${body}`, ...tail].join(" ")),
    ...table.columns.flatMap((column) => afterColumn(column, table)),
    ...table.indexes.flatMap((index) => createIndex(index, table, { concurrently: false, guards: [] })),
    ...later.map((constraint) => statement(`ALTER TABLE ${name} ADD ${constraintDefinition(constraint)}`)),
    ...table.constraints.flatMap((constraint) => constraintExtras(constraint, table)),
    ...alterActions([], table.settings).map((action) => statement(`ALTER TABLE ${name} ${action}`)),
    ...commentChange(`TABLE ${name}`, null, table.comment),
  ];
}

/** Actions for settings that CREATE TABLE has no words for. */
function alterActions(before: readonly Setting[], after: readonly Setting[], identityComes = false): string[] {
  const actions: string[] = [];
  for (const [setting, words] of [
    ["rls", "ROW LEVEL SECURITY"],
    ["force_rls", "ROW LEVEL SECURITY"],
  ] as const) {
    if (hasSetting(before, setting) === hasSetting(after, setting)) continue;
    const verbs = setting === "rls" ? ["ENABLE", "DISABLE"] : ["FORCE", "NO FORCE"];
    actions.push(`${hasSetting(after, setting) ? verbs[0] : verbs[1]} ${words}`);
  }
  const identity = settingValue(after, "replica_identity");
  if (settingValue(before, "replica_identity") !== identity && !identityComes)
    actions.push(`REPLICA IDENTITY ${identityWords(identity)}`);
  return actions;
}

function identityWords(value: string | null): string {
  if (value === null) return "DEFAULT";
  return value === "full" || value === "nothing" ? value.toUpperCase() : `USING INDEX ${quote(value)}`;
}

function alterTable(before: TableSchema, after: TableSchema, state: State): Statement[] {
  const changed = (name: string) => settingValue(before.settings, name) !== settingValue(after.settings, name);
  const actions = optionChanges(storageOptions(before.settings), storageOptions(after.settings));
  if (hasSetting(before.settings, "unlogged") !== hasSetting(after.settings, "unlogged"))
    actions.push(hasSetting(after.settings, "unlogged") ? "SET UNLOGGED" : "SET LOGGED");
  if (changed("tablespace"))
    actions.push(`SET TABLESPACE ${quote(settingValue(after.settings, "tablespace") ?? "pg_default")}`);
  if (changed("access_method"))
    actions.push(`SET ACCESS METHOD ${quote(settingValue(after.settings, "access_method") ?? "heap")}`);
  actions.push(...alterActions(before.settings, after.settings, identityComes(after, state)));
  return [
    // SET TABLESPACE shares its ALTER TABLE with nothing else.
    ...actions.map((action) => statement(`ALTER TABLE ${quoteName(after)} ${action}`)),
    ...commentChange(`TABLE ${quoteName(after)}`, before.comment, after.comment),
  ];
}

export const tables: NounWriter<"table"> = {
  create: ({ after }) => createTable(after),
  drop: ({ before }, state: State) => [
    statement(`DROP TABLE ${quoteName(before)}`, {
      guards: rowsGuard("loses", state, before, formatName(before), null),
    }),
  ],
  alter: ({ before, after }, state: State) => alterTable(before, after, state),
  rename: ({ on, from, to }, state) => {
    const [before, after] = [
      { schema: on.schema, name: from },
      { schema: on.schema, name: to },
    ];
    return [
      statement(`ALTER TABLE ${quoteName(before)} RENAME TO ${quote(to)}`),
      ...renameSequences(findTable(state.before, before), after, (column) => column),
    ];
  },
};
