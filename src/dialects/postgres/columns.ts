/** Columns: read from the catalog, brought to normal form, defined, dropped and renamed. `alter` is in alter-column.ts. */

import { type Guard, type Statement, statement } from "../../dialect/statement.js";
import { usingFor } from "../../dialect/using.js";
import type { NounWriter } from "../../dialect/writer.js";
import type { ColumnSchema, ColumnType, Identity } from "../../model/column-schema.js";
import { type DomainSchema, domainDefault, domainOf } from "../../model/domain-schema.js";
import type { ObjectName } from "../../model/name.js";
import type { Setting } from "../../model/setting.js";
import type { TableSchema } from "../../model/table-schema.js";
import { alterColumn } from "./alter-column.js";
import { normalizeCollation } from "./collations.js";
import { afterColumn, beforeColumn, columnDefinition } from "./column-definition.js";
import { lossGuard } from "./column-loss.js";
import { takesNull } from "./domain-rules.js";
import { isNullDefault } from "./expressions.js";
import { memberName, rowsGuard } from "./guards.js";
import { findTable, type State } from "./lowering.js";
import { engineName } from "./naming.js";
import type { CatalogRow } from "./rows.js";
import { withOwned } from "./scope.js";
import { noOptions, normalizeOptions, readSequence } from "./sequences.js";
import { defaultOfSequence, renameSequences } from "./serial.js";
import { readOptions, sortSettings } from "./storage.js";
import { quote, quoteName } from "./syntax.js";
import { serials } from "./type-names.js";
import { isBuiltin, normalizeType, parseType } from "./types.js";
import { emptyGuard, fillRows } from "./using.js";

/** Columns of the owned tables, and of tables elsewhere that their foreign keys point at. Dropped ones keep their number. */
export const columnsQuery = (major: number): string => `${withOwned}
SELECT a.attrelid AS table_oid, a.attnum AS number, a.attname AS name,
  format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null,
  pg_get_expr(d.adbin, d.adrelid) AS expression, a.attgenerated AS generated, a.attidentity AS identity,
  a.attcollation AS collation_oid, CASE WHEN a.attcollation <> t.typcollation THEN
    CASE WHEN pg_collation_is_visible(co.oid) THEN co.collname ELSE cn.nspname || '.' || co.collname END
  END AS collation,
  CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
  ${major >= 14 ? "nullif(a.attcompression, '')" : "NULL::text"} AS compression,
  nullif(a.attstattarget, -1) AS statistics, a.attoptions AS options, de.description AS comment
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_collation co ON co.oid = a.attcollation
LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
LEFT JOIN pg_description de ON de.classoid = 'pg_class'::regclass AND de.objoid = a.attrelid AND de.objsubid = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND (
  c.relnamespace IN (SELECT oid FROM owned) OR c.oid IN (
    SELECT k.confrelid FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace IN (SELECT oid FROM owned)
  )
)
ORDER BY a.attrelid, a.attnum`;

const storages: Readonly<Record<string, string>> = { p: "plain", e: "external", m: "main", x: "extended" };
const compressions: Readonly<Record<string, string>> = { p: "pglz", l: "lz4" };

/** Not yet in normal form. */
export function readColumn(row: CatalogRow, sequence: CatalogRow | null): ColumnSchema {
  const expression = row.textOrNull("expression");
  const generated = row.text("generated");
  const type = parseType(row.text("type"));
  const identity = readIdentity(row.text("identity"), type, sequence, expression);
  const setting = (name: string, value: string | null | undefined): Setting[] =>
    value == null ? [] : [{ name, value }];
  const statistics = row.numberOrNull("statistics");
  return {
    name: row.text("name"),
    type,
    nullable: !row.boolean("not_null"),
    default: expression === null || generated !== "" || identity !== null ? null : { sql: expression },
    generated:
      expression === null || generated === ""
        ? null
        : { expression: { sql: expression }, storage: generated === "v" ? "virtual" : "stored" },
    identity,
    collation: row.textOrNull("collation"),
    comment: row.textOrNull("comment"),
    settings: [
      ...setting("storage", storages[row.textOrNull("storage") ?? ""]),
      ...setting("compression", compressions[row.textOrNull("compression") ?? ""]),
      ...setting("statistics", statistics === null ? null : String(statistics)),
      ...readOptions(row.texts("options")),
    ],
  };
}

/** A sequence the column owns makes it serial only where it is also the column's default, and its type has such a word. */
function readIdentity(
  kind: string,
  type: ColumnType,
  row: CatalogRow | null,
  expression: string | null,
): Identity | null {
  if (row === null) return null;
  const sequence = readSequence(row);
  if (kind === "a") return { kind: "always", sequence };
  if (kind === "d") return { kind: "byDefault", sequence };
  const integer = isBuiltin(type) && type.dimensions === 0 && [...serials.values()].includes(type.name);
  return integer && expression === defaultOfSequence(row.text("printed")) ? { kind: "serial", sequence } : null;
}

export function normalizeColumn(
  column: ColumnSchema,
  table: TableSchema,
  domains: readonly DomainSchema[],
): ColumnSchema {
  const serial = column.type.dimensions === 0 ? serials.get(column.type.name.toLowerCase()) : undefined;
  const type = normalizeType(serial === undefined ? column.type : { ...column.type, name: serial });
  const kind = column.identity?.kind ?? (serial === undefined ? null : "serial");
  const inKey = table.constraints.some((rule) => rule.kind === "primaryKey" && rule.columns.includes(column.name));
  const sequence = column.identity?.sequence ?? noOptions(null);
  const collation = normalizeCollation(column.collation);
  const domain = type.dimensions > 0 ? null : domainOf(type, domains);
  const isNull = column.default !== null && isNullDefault(column.default.sql);
  const plainNull = isNull && (isBuiltin(type) || (domain !== null && domain.default === null));
  return {
    ...column,
    type,
    nullable: column.nullable && !inKey && kind !== "always" && kind !== "byDefault",
    // Over a domain's own default, NULL says something; the catalog prints it with a cast.
    default: plainNull ? null : isNull && domain !== null ? { sql: "NULL" } : column.default,
    identity:
      kind === null
        ? null
        : { kind, sequence: normalizeOptions(sequence, kind, type.name, engineName(table.name, column.name, "seq")) },
    collation: collation === domain?.collation ? null : collation,
    settings: sortSettings(column.settings.map(normalizeSetting)),
  };
}

function normalizeSetting({ name, value }: Setting): Setting {
  return { name, value: name === "storage" || name === "compression" ? (value?.toLowerCase() ?? null) : value };
}

export const columns: NounWriter<"column"> = {
  create: ({ on, after }, state: State) => [
    ...beforeColumn(after, on),
    ...addColumn(on, after, state),
    ...afterColumn(after, on),
  ],
  drop: ({ on, before }, state: State) => [
    statement(`ALTER TABLE ${quoteName(on)} DROP COLUMN ${quote(before.name)}`, {
      guards: lossGuard(on, before, state),
    }),
  ],
  alter: ({ on, before, after }, state: State) => alterColumn(on, before, after, state),
  rename: ({ on, from, to }, state) => [
    statement(`ALTER TABLE ${quoteName(on)} RENAME COLUMN ${quote(from)} TO ${quote(to)}`),
    ...renameSequences(findTable(state.before, on), on, (column) => (column === from ? to : column)),
  ],
};

function addColumn(on: ObjectName, column: ColumnSchema, state: State): Statement[] {
  const using = usingFor(on, null, column, state.context);
  const table = quoteName(on);
  const add = (definition: string, guards: readonly Guard[]) =>
    statement(`ALTER TABLE ${table} ADD COLUMN ${definition}`, { guards });
  if (using === null) return [add(columnDefinition(column, on), fillGuard(on, column, state))];
  return [
    add(columnDefinition({ ...column, nullable: true }, on), emptyGuard(on, column, using, state)),
    ...fillRows(on, column, using, state),
    ...(column.nullable ? [] : [statement(`ALTER TABLE ${table} ALTER COLUMN ${quote(column.name)} SET NOT NULL`)]),
  ];
}

/** A column that must have a value and has nothing to take it from cannot be added to a table with rows. */
function fillGuard(on: ObjectName, column: ColumnSchema, state: State): Guard[] {
  const { domains } = state.after;
  const own = column.default !== null || column.generated !== null || column.identity !== null;
  const filled = own || domainDefault(column.type, domains) !== null;
  if ((column.nullable && takesNull(column.type, domains)) || filled) return [];
  return rowsGuard("fails", state, on, memberName(on, column.name), null);
}
