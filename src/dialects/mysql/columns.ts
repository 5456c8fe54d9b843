/** Columns: read from the catalog, and brought to normal form. */

import type { ColumnSchema, Identity, SequenceOptions } from "../../model/column-schema.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import type { Setting } from "../../model/setting.js";
import type { TableSchema } from "../../model/table-schema.js";
import {
  hasMoment,
  isMoment,
  momentFor,
  normalizeDefault,
  readExpression,
  unwrapped,
  valueText,
} from "./expressions.js";
import type { Flavor } from "./facts.js";
import type { CatalogRow } from "./rows.js";
import { databaseList } from "./scope.js";
import { fold } from "./syntax.js";
import { storedComment } from "./tables.js";
import { isText, normalizeType, readType } from "./types.js";

export const columnsQuery = (databases: readonly string[], flavor: Flavor): string =>
  `SELECT TABLE_SCHEMA AS place, TABLE_NAME AS on_name, COLUMN_NAME AS name, COLUMN_TYPE AS type,
  IS_NULLABLE = 'YES' AS nullable, COLUMN_DEFAULT AS initial, COLLATION_NAME AS collation, EXTRA AS extra,
  GENERATION_EXPRESSION AS expression, COLUMN_COMMENT AS comment, ${flavor.catalog.srid} AS srid
FROM information_schema.COLUMNS WHERE TABLE_SCHEMA IN (${databaseList(databases)})
ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION`;

/** `table`: collation of the table, which a column has unless it says otherwise. */
export function readColumn(row: CatalogRow, table: string | null, flavor: Flavor): ColumnSchema {
  const printed = row.text("type");
  const extra = fold(row.text("extra"));
  const type = readType(printed);
  const expression = row.filled("expression");
  const collation = row.textOrNull("collation");
  const onUpdate = /on update (\S+)/.exec(extra)?.[1];
  const srid = row.numberOrNull("srid");
  const settings: Setting[] = [];
  if (onUpdate !== undefined) settings.push({ name: "on_update", value: onUpdate });
  if (/\binvisible\b/.test(extra)) settings.push({ name: "invisible", value: null });
  if (extra.includes("without system versioning")) settings.push({ name: "without_system_versioning", value: null });
  if (/\bCOMPRESSED\b/.test(printed)) settings.push({ name: "compressed", value: null });
  if (srid !== null) settings.push({ name: "srid", value: String(srid) });
  return shape(
    {
      name: row.text("name"),
      type,
      nullable: row.flag("nullable"),
      default: expression === null ? readDefault(row, extra, flavor) : null,
      generated:
        expression === null
          ? null
          : {
              expression: { sql: readExpression(expression, flavor) },
              storage: /\bstored\b|\bpersistent\b/.test(extra) ? "stored" : "virtual",
            },
      identity: /\bauto_increment\b/.test(extra) ? identity(null) : null,
      collation: collation === table ? null : collation,
      comment: row.filled("comment"),
      settings,
    },
    flavor,
  );

  function readDefault(from: CatalogRow, words: string, { defaultsAreSql }: Flavor): ColumnSchema["default"] {
    const text = from.textOrNull("initial");
    if (text === null) return null;
    const isSql = defaultsAreSql || words.includes("default_generated");
    if (isSql) return { sql: readExpression(text, flavor) };
    return { sql: valueText(text, type) };
  }
}

/** A column as its author wrote it. */
export function normalizeColumn(
  column: ColumnSchema,
  table: TableSchema,
  enums: readonly EnumSchema[],
  flavor: Flavor,
): ColumnSchema {
  const inKey = table.constraints.some(
    (rule) => rule.kind === "primaryKey" && rule.columns.some((name) => fold(name) === fold(column.name)),
  );
  const type = normalizeType(column.type, enums, flavor);
  return shape({ ...column, type, nullable: column.nullable && !inKey && column.identity === null }, flavor);
}

/** What both doors share; the type is in normal form already. */
function shape(column: ColumnSchema, flavor: Flavor): ColumnSchema {
  const { type, generated } = column;
  const initial = column.default === null ? null : normalizeDefault(column.default.sql, type);
  return {
    ...column,
    nullable: column.nullable || (generated !== null && !flavor.computedNotNull),
    default: initial === null || generated !== null ? null : { sql: initial },
    generated: generated && { ...generated, expression: { sql: unwrapped(generated.expression.sql) } },
    identity: column.identity && identity(column.identity.sequence.start),
    collation: isText(type) && column.collation !== null ? fold(column.collation) : null,
    comment: storedComment(column.comment),
    settings: column.settings
      .map(({ name, value }) => normalizeSetting(fold(name), value, column))
      .filter(({ name }) => name !== "charset" || isText(type))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  };
}

function normalizeSetting(name: string, value: string | null, { type }: ColumnSchema): Setting {
  if (value === null) return { name, value };
  if (name === "on_update") return { name, value: hasMoment(type) && isMoment(value, type) ? momentFor(type) : value };
  return { name, value: fold(value) };
}

/** Where the counter starts counts when the table is made, and never again. */
function identity(start: string | null): Identity {
  return { kind: "byDefault", sequence: { ...noOptions, start } };
}

const noOptions: SequenceOptions = {
  name: null,
  as: null,
  start: null,
  increment: null,
  minvalue: null,
  maxvalue: null,
  cache: null,
  cycle: false,
};
