/** Normal form: what SQLite would store. Both doors go through `tableShape`; only authored types are mapped. */

import { foldDomains } from "../../dialect/fold-domains.js";
import type { ColumnSchema, Identity } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import type { Expression } from "../../model/expression.js";
import type { IndexSchema } from "../../model/index-schema.js";
import type { Setting } from "../../model/setting.js";
import type { TableSchema } from "../../model/table-schema.js";
import { hasSetting, rowidAlias } from "./columns.js";
import { readDefault, trimmed, withoutQualifier } from "./expressions.js";
import { partOf } from "./indexes.js";
import { fold, quote } from "./syntax.js";
import { normalizeType } from "./types.js";

export function normalize(authored: DatabaseSchema): DatabaseSchema {
  const schema = foldDomains(authored, quote);
  return {
    namespaces: [],
    enums: [],
    domains: [],
    tables: schema.tables.map((table) => tableShape(withTypes(table, schema.enums))),
  };
}

function withTypes(table: TableSchema, enums: readonly EnumSchema[]): TableSchema {
  const strict = hasSetting(table, "strict");
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, type: normalizeType(column.type, enums, strict) })),
  };
}

/** Everything but types; names and expressions stay as they are written. */
export function tableShape(table: TableSchema): TableSchema {
  const text = (expression: Expression) => ({ sql: withoutQualifier(trimmed(expression.sql), table.name) });
  const constraints = table.constraints.map((constraint) => constraintShape(constraint, text));
  const shape: TableSchema = {
    ...table,
    schema: null,
    comment: null,
    settings: settingsShape(table.settings),
    constraints,
    indexes: table.indexes.map((index) => indexShape(index, table, text)),
  };
  const alias = rowidAlias(shape);
  return { ...shape, columns: table.columns.map((column) => columnShape(column, shape, alias, text)) };
}

type Text = (expression: Expression) => Expression;

const identity: Identity = {
  kind: "byDefault",
  sequence: {
    name: null,
    as: null,
    start: null,
    increment: null,
    minvalue: null,
    maxvalue: null,
    cache: null,
    cycle: false,
  },
};

/** An integer that is the whole primary key numbers itself, whether or not its author said so. */
function columnShape(column: ColumnSchema, table: TableSchema, alias: string | null, text: Text): ColumnSchema {
  const isAlias = column.name === alias;
  const inKey = table.constraints.some((key) => key.kind === "primaryKey" && key.columns.includes(column.name));
  const neverNull = isAlias || (inKey && (hasSetting(table, "without_rowid") || hasSetting(table, "strict")));
  const nullable = column.nullable && !neverNull;
  const initial = column.default === null ? null : readDefault(column.default.sql);
  const collation = column.collation === null ? null : fold(column.collation);
  return {
    ...column,
    nullable,
    default: initial === null ? null : { sql: initial },
    generated: column.generated && { ...column.generated, expression: text(column.generated.expression) },
    identity: isAlias || column.identity !== null ? identity : null,
    collation: collation === "binary" ? null : collation,
    comment: null,
    // Without NOT NULL there is nothing to conflict with.
    settings: settingsShape(column.settings).filter(
      ({ name }) => name !== "not_null_on_conflict" || !(nullable || isAlias),
    ),
  };
}

function constraintShape(constraint: ConstraintSchema, text: Text): ConstraintSchema {
  const common = { comment: null, settings: settingsShape(constraint.settings) };
  switch (constraint.kind) {
    case "primaryKey":
      return { ...constraint, ...common, include: [], deferrable: "no" };
    case "unique":
      return { ...constraint, ...common, include: [], nullsNotDistinct: false, deferrable: "no" };
    case "check":
      return {
        ...constraint,
        ...common,
        expression: text(constraint.expression),
        noInherit: false,
        validated: true,
        enforced: true,
      };
    case "foreignKey":
      return {
        ...constraint,
        ...common,
        table: { schema: null, name: constraint.table.name },
        onDeleteColumns: [],
        validated: true,
        enforced: true,
      };
  }
}

function indexShape(index: IndexSchema, table: TableSchema, text: Text): IndexSchema {
  return {
    ...index,
    method: null,
    parts: index.parts.map((part) => {
      const read = part.expression === null ? part : partOf(text(part.expression).sql, part.descending, table);
      const collation = part.collation ?? read.collation;
      return {
        ...read,
        collation: collation === null ? null : fold(collation),
        prefix: null,
        operatorClass: null,
        nulls: null,
      };
    }),
    include: [],
    nullsNotDistinct: false,
    where: index.where && text(index.where),
    comment: null,
    settings: settingsShape(index.settings),
  };
}

/** In one order; what SQLite does anyway goes unsaid. */
function settingsShape(settings: readonly Setting[]): readonly Setting[] {
  if (settings.length === 0) return settings;
  return settings
    .map(({ name, value }) => ({ name, value: name.endsWith("on_conflict") ? (value?.toLowerCase() ?? null) : value }))
    .filter(({ name, value }) => !(name.endsWith("on_conflict") && (value === "abort" || value === null)))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
