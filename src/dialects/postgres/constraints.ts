/** Constraints: read from the catalog, created with a look at the rows they forbid, altered in place where that is possible. */

import { type Statement, statement } from "../../dialect/statement.js";
import type { NounWriter } from "../../dialect/writer.js";
import type { ConstraintSchema, Deferrable, ReferentialAction } from "../../model/constraint-schema.js";
import { equal } from "../../model/equal.js";
import type { ObjectName } from "../../model/name.js";
import {
  commentOf,
  constraintDefinition,
  constraintExtras,
  deferrableWords,
  dropConstraint,
} from "./constraint-definition.js";
import { findTable, type State } from "./lowering.js";
import { identifyAgain } from "./replica-identity.js";
import type { CatalogRow } from "./rows.js";
import { rowsAgainst } from "./rule-guards.js";
import { withOwned } from "./scope.js";
import { optionChanges, readOptions, sortSettings } from "./storage.js";
import { quote, quoteName } from "./syntax.js";

/** NOT NULL is a column's own affair, also where the catalog keeps a row for it (18); constraint triggers are triggers. */
export const constraintsQuery = (major: number): string => `${withOwned}
SELECT k.conrelid AS table_oid, k.conname AS name, k.contype AS type, k.condeferrable AS is_deferrable,
  k.condeferred AS is_deferred, k.convalidated AS validated, k.connoinherit AS no_inherit,
  ${major >= 18 ? "k.conenforced" : "true"} AS enforced, ${major >= 18 ? "k.conperiod" : "false"} AS is_temporal,
  k.conkey AS columns, k.confrelid AS target_oid, k.confkey AS target_columns,
  tn.nspname AS target_namespace, CASE WHEN tn.nspname <> current_schema() THEN tn.nspname END AS target_schema,
  tc.relname AS target_name, k.confmatchtype AS match, k.confupdtype AS on_update, k.confdeltype AS on_delete,
  ${major >= 15 ? "k.confdelsetcols" : "NULL"} AS delete_columns,
  pg_get_expr(k.conbin, k.conrelid) AS expression, i.indkey::int2[] AS index_columns,
  i.indnkeyatts AS index_keys, ${major >= 15 ? "coalesce(i.indnullsnotdistinct, false)" : "false"} AS nulls_not_distinct,
  ic.reloptions AS options, t.spcname AS tablespace, d.description AS comment
FROM pg_constraint k
JOIN owned o ON o.oid = k.connamespace
LEFT JOIN pg_class tc ON tc.oid = k.confrelid AND k.contype = 'f'
LEFT JOIN pg_namespace tn ON tn.oid = tc.relnamespace
LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u')
LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
LEFT JOIN pg_tablespace t ON t.oid = ic.reltablespace
LEFT JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid
WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND k.conrelid <> 0
ORDER BY k.conrelid, k.conname`;

const actionLetters: Readonly<Record<string, ReferentialAction>> = {
  a: "noAction",
  r: "restrict",
  c: "cascade",
  n: "setNull",
  d: "setDefault",
};

/** Name of a column by the oid of its table and its number. */
export type ColumnNames = (table: string, column: number) => string;

/** null: a kind the model has no place for (exclusion, WITHOUT OVERLAPS). */
export function readConstraint(row: CatalogRow, columnName: ColumnNames): ConstraintSchema | null {
  const table = row.text("table_oid");
  const names = (numbers: readonly number[], of = table): string[] => numbers.map((number) => columnName(of, number));
  const deferrable: Deferrable = row.boolean("is_deferred")
    ? "initiallyDeferred"
    : row.boolean("is_deferrable")
      ? "deferrable"
      : "no";
  const tablespace = row.textOrNull("tablespace");
  const common = {
    name: row.text("name"),
    comment: row.textOrNull("comment"),
    settings: [
      ...readOptions(row.texts("options")),
      ...(tablespace === null ? [] : [{ name: "tablespace", value: tablespace }]),
    ],
  };
  const enforcement = { validated: row.boolean("validated"), enforced: row.boolean("enforced") };
  if (row.boolean("is_temporal")) return null;
  switch (row.text("type")) {
    case "p":
    case "u": {
      const include = names(row.numbers("index_columns").slice(row.number("index_keys")));
      const key = { ...common, columns: names(row.numbers("columns")), include, deferrable };
      return row.text("type") === "p"
        ? { kind: "primaryKey", ...key }
        : { kind: "unique", ...key, nullsNotDistinct: row.boolean("nulls_not_distinct") };
    }
    case "c":
      return {
        kind: "check",
        ...common,
        expression: { sql: row.text("expression") },
        noInherit: row.boolean("no_inherit"),
        ...enforcement,
      };
    case "f":
      return {
        kind: "foreignKey",
        ...common,
        columns: names(row.numbers("columns")),
        table: { schema: row.textOrNull("target_schema"), name: row.text("target_name") },
        references: names(row.numbers("target_columns"), row.text("target_oid")),
        match: row.text("match") === "f" ? "full" : "simple",
        onUpdate: actionLetters[row.text("on_update")] ?? "noAction",
        onDelete: actionLetters[row.text("on_delete")] ?? "noAction",
        onDeleteColumns: names(row.numbers("delete_columns")),
        deferrable,
        ...enforcement,
      };
    default:
      return null;
  }
}

export function normalizeConstraint(constraint: ConstraintSchema): ConstraintSchema {
  const own = { ...constraint, settings: sortSettings(constraint.settings) };
  switch (own.kind) {
    case "check":
      return { ...own, validated: own.validated && own.enforced };
    case "foreignKey": {
      const table = own.table.schema === "public" ? { ...own.table, schema: null } : own.table;
      return { ...own, table, validated: own.validated && own.enforced };
    }
    default:
      return own;
  }
}

export const constraints: NounWriter<"constraint"> = {
  create: ({ on, after }, state: State) => [
    statement(`ALTER TABLE ${quoteName(on)} ADD ${constraintDefinition(after)}`, {
      guards: rowsAgainst(on, after, state),
    }),
    ...constraintExtras(after, on),
    ...identifyAgain(findTable(state.after, on), [after]),
  ],
  drop: ({ on, before }) => [dropConstraint(before, on)],
  alter: ({ on, before, after }, state: State) => alterConstraint(on, before, after, state),
  rename: ({ on, from, to }, state) => [
    statement(`ALTER TABLE ${quoteName(on)} RENAME CONSTRAINT ${quote(from)} TO ${quote(to)}`),
    ...identifyAgain(findTable(state.after, on), [{ name: to }]),
  ],
};

/** Whether the server can change it without dropping it first. */
export function altersInPlace(before: ConstraintSchema, after: ConstraintSchema): boolean {
  return inPlace(before, after) !== null;
}

function alterConstraint(on: ObjectName, before: ConstraintSchema, after: ConstraintSchema, state: State): Statement[] {
  const actions = inPlace(before, after);
  if (actions === null)
    return [
      dropConstraint(before, on),
      statement(`ALTER TABLE ${quoteName(on)} ADD ${constraintDefinition(after)}`, {
        guards: rowsAgainst(on, after, state),
      }),
      ...constraintExtras(after, on),
      ...identifyAgain(findTable(state.after, on), [after]),
    ];
  const index = quoteName({ schema: on.schema, name: after.name ?? "" });
  const validates = actions.some((action) => action.startsWith("VALIDATE"));
  return [
    ...optionStatements(before, after).map((action) => statement(`ALTER INDEX ${index} ${action}`)),
    ...actions.map((action) =>
      statement(`ALTER TABLE ${quoteName(on)} ${action}`, { guards: validates ? rowsAgainst(on, after, state) : [] }),
    ),
    ...commentOf(after, on, before.comment),
  ];
}

function optionStatements(before: ConstraintSchema, after: ConstraintSchema): string[] {
  return optionChanges(before.settings, after.settings);
}

/** Actions of ALTER TABLE that lead from one to the other; null where it has to be dropped and added. */
function inPlace(before: ConstraintSchema, after: ConstraintSchema): string[] | null {
  const name = quote(after.name ?? "");
  const plain = { comment: null, settings: [] };
  const tablespaces = [before, after].map(
    ({ settings }) => settings.find((setting) => setting.name === "tablespace")?.value,
  );
  if (tablespaces[0] !== tablespaces[1]) return null;
  if (equal({ ...before, ...plain }, { ...after, ...plain })) return [];
  const checked = { ...plain, validated: true };
  const isRule = before.kind === "check" || before.kind === "foreignKey";
  if (isRule && "validated" in after && equal({ ...before, ...checked }, { ...after, ...checked }))
    return after.validated ? [`VALIDATE CONSTRAINT ${name}`] : null;
  if (before.kind !== "foreignKey" || after.kind !== "foreignKey") return null;
  const deferred = { ...plain, deferrable: "no" };
  if (!equal({ ...before, ...deferred }, { ...after, ...deferred })) return null;
  const words = after.deferrable === "no" ? ["NOT DEFERRABLE"] : deferrableWords(after.deferrable);
  return [
    `ALTER CONSTRAINT ${name} ${words.join(" ")}${after.deferrable === "deferrable" ? " INITIALLY IMMEDIATE" : ""}`,
  ];
}
