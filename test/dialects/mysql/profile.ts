/** What random schemas for MySQL and MariaDB may hold. Types are in normal form. */

import fc from "fast-check";
import type { Feature } from "../../../src/dialect/vocabulary.js";
import { indexOfUnique } from "../../../src/dialects/mysql/indexes.js";
import type { ConstraintSchema, ReferentialAction } from "../../../src/model/constraint-schema.js";
import type { DatabaseSchema } from "../../../src/model/database-schema.js";
import { domainOf } from "../../../src/model/domain-schema.js";
import type { RenameHint } from "../../../src/model/hints.js";
import { sameName } from "../../../src/model/name.js";
import type { TableSchema } from "../../../src/model/table-schema.js";
import type { ArbitraryChange } from "../../support/arbitrary.js";
import { typeOf } from "../../support/build.js";
import { everything, type Profile, type TypeSample } from "../../support/profile.js";
import type { Server } from "./both-ways.js";

const number = (name: string, identity: boolean, args: readonly string[] = [], unsigned = false): TypeSample => ({
  type: typeOf(name, { args, unsigned }),
  group: "number",
  defaults: unsigned ? ["0", "42"] : ["0", "42", "-1"],
  key: true,
  identity,
});
const text = (name: string, args: readonly string[], key: boolean): TypeSample => ({
  type: typeOf(name, { args }),
  group: "text",
  defaults: ["''", "'draft'", "'it''s'", "'C:\\\\temp'", "'é ?'"],
  key,
  identity: false,
});
const other = (name: string, args: readonly string[], defaults: readonly string[], key: boolean): TypeSample => ({
  type: typeOf(name, { args }),
  group: "other",
  defaults,
  key,
  identity: false,
});

const types: readonly TypeSample[] = [
  number("int", true),
  number("bigint", true),
  number("smallint", true),
  number("decimal", false, ["12", "2"]),
  number("double", false),
  text("varchar", ["80"], true),
  // MariaDB computes nothing from padded text.
  { ...text("char", ["20"], true), group: "other" },
  text("mediumtext", [], false),
  other("tinyint", ["1"], ["1", "0"], true),
  other("datetime", ["6"], ["current_timestamp(6)", "'2026-11-22 10:00:00'"], true),
  other("timestamptz", ["3"], ["current_timestamp(3)"], true),
  other("date", [], ["'2026-11-22'", "curdate()"], true),
  other("json", [], ["json_array()"], false),
  other("varbinary", ["16"], [], true),
];

const lacks: readonly Feature[] = [
  "deferrable",
  "deferrableForeignKey",
  "includeColumns",
  "nullsNotDistinct",
  "noInherit",
  "notValid",
  "matchFull",
  "setNullColumns",
  "partialIndex",
  "operatorClass",
  "nullsOrder",
  "indexCollation",
  "concurrentIndex",
  "arrays",
  "identityAlways",
  "identityOutsideKey",
  "sequenceOptions",
  "serial",
  "typelessColumn",
  "exclude",
  "partitions",
];

export function profileOf(server: Server): Profile {
  const isMysql = server === "mysql9";
  return {
    ...everything,
    types,
    lacks: new Set<Feature>([...lacks, ...(isMysql ? [] : (["expressionIndex", "notEnforced"] as const))]),
    inlineEnums: true,
    identityNeedsSoleKey: true,
    collations: ["utf8mb4_bin", "latin1_swedish_ci"],
    indexMethods: [],
    operatorClasses: { text: [], number: [], other: [] },
    tableSettings: [[{ name: "row_format", value: "compressed" }], [{ name: "stats_persistent", value: "0" }]],
    columnSettings: [[{ name: "invisible", value: null }]],
    indexSettings: [[{ name: isMysql ? "invisible" : "ignored", value: null }]],
    // Names hold no character beyond three bytes here.
    oddNames: false,
  };
}

/** A random change as the binder would hand it over: unique constraints are indexes here, and so are their renames. */
export function bearableChange(change: ArbitraryChange): ArbitraryChange {
  const [before, after] = [change.before, change.after].map((schema) => withoutUniques(bearable(schema)));
  if (before === undefined || after === undefined) throw new Error("there is no change");
  const hints = change.hints.map((hint): RenameHint => {
    const isIndex = after.tables.some(
      (table) => hint.on !== null && sameName(table, hint.on) && table.indexes.some(({ name }) => name === hint.to),
    );
    return hint.noun === "constraint" && isIndex ? { ...hint, noun: "index" } : hint;
  });
  return Object.assign({ ...change, before, after, hints }, { [fc.toStringMethod]: () => `${fc.stringify(change)}` });
}

function withoutUniques(schema: DatabaseSchema): DatabaseSchema {
  return {
    ...schema,
    tables: schema.tables.map((table) => ({
      ...table,
      constraints: table.constraints.filter(({ kind }) => kind !== "unique"),
      indexes: [
        ...table.indexes,
        ...table.constraints.flatMap((key) => (key.kind === "unique" ? indexOfUnique(key) : [])),
      ],
    })),
  };
}

/**
 * A random schema as these engines would have it: no action of a foreign key that one of its columns forbids, no
 * hidden column without a value.
 */
export function bearable(schema: DatabaseSchema): DatabaseSchema {
  return { ...schema, tables: schema.tables.map((table) => bearableTable(table, schema)) };
}

function bearableTable(table: TableSchema, { domains, tables }: DatabaseSchema): TableSchema {
  const texts = [
    ...table.constraints.flatMap((rule) => (rule.kind === "check" ? [rule.expression.sql] : [])),
    ...table.columns.flatMap(({ generated }) => (generated === null ? [] : [generated.expression.sql])),
    ...table.indexes.flatMap(({ parts }) => parts.flatMap(({ expression }) => expression?.sql ?? [])),
  ].join(" ");
  const inKey = new Set(table.constraints.flatMap((rule) => (rule.kind === "primaryKey" ? rule.columns : [])));
  const never = (name: string): boolean =>
    inKey.has(name) || table.columns.some((column) => column.name === name && !column.nullable);
  const ofDomain = (name: string): boolean =>
    table.columns.some((column) => column.name === name && domainOf(column.type, domains) !== null);
  return {
    ...table,
    columns: table.columns.map((column, at) => ({
      ...column,
      // One column must be seen; what nobody names in an INSERT must have a value of its own.
      settings: at > 0 && (column.nullable || column.default !== null) ? column.settings : [],
      // Nothing is computed from a counter.
      identity: texts.includes(column.name) ? null : column.identity,
    })),
    // In a table without a primary key the first unique index is one, and cannot be hidden.
    indexes: table.indexes.map((index) => (index.unique ? { ...index, settings: [] } : index)),
    constraints: table.constraints.flatMap((rule): ConstraintSchema[] => {
      if (rule.kind !== "foreignKey") return [rule];
      // A key to itself is one that MySQL cannot make.
      if (sameName(rule.table, table) && rule.columns.some((name) => rule.references.includes(name))) return [];
      const used = rule.columns.some((name) => texts.includes(name) || ofDomain(name));
      const computed = table.columns.some(({ name, generated }) => generated !== null && rule.columns.includes(name));
      const target = tables.find((other) => sameName(other, rule.table));
      const mayBeNull = (name: string) => target?.columns.some((column) => column.name === name && column.nullable);
      const action = (wanted: ReferentialAction, update: boolean): ReferentialAction => {
        // MariaDB has no key that could hand a null on to a column without.
        if (update && rule.columns.some(never) && rule.references.some(mayBeNull)) return "noAction";
        if (used || computed || wanted === "setDefault") return "noAction";
        return wanted === "setNull" && rule.columns.some(never) ? "cascade" : wanted;
      };
      return [{ ...rule, onUpdate: action(rule.onUpdate, true), onDelete: action(rule.onDelete, false) }];
    }),
  };
}
