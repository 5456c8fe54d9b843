/** What an operation gives, takes away and relies on, as keys: all that `order.ts` knows of it. */

import type { ColumnSchema } from "../model/column-schema.js";
import type { ConstraintSchema, ForeignKeySchema } from "../model/constraint-schema.js";
import type { DomainSchema } from "../model/domain-schema.js";
import type { EnumSchema } from "../model/enum-schema.js";
import type { IndexSchema } from "../model/index-schema.js";
import { formatName, formatWord, type ObjectName } from "../model/name.js";
import type { TableSchema } from "../model/table-schema.js";
import { literalsIn, namesIn, quoteText } from "../sql/rename.js";
import type { Operation } from "./operation.js";

/** One side of an operation: the piece of schema before it, or the one after it. */
export interface Side {
  /** Objects it consists of. */
  readonly has: readonly string[];
  /** Objects it needs beside it. */
  readonly uses: readonly string[];
  /** Names it occupies: two objects may share a key's place only one after the other. */
  readonly names: readonly string[];
}

export interface Effects {
  readonly before: Side;
  readonly after: Side;
}

const nothing: Side = { has: [], uses: [], names: [] };

/** `reads`: SQL that the operation reads its table with as it was before. */
export function effectsOf(operation: Operation, reads: string | null = null): Effects {
  const effects = plainEffects(operation);
  if (reads === null || operation.noun !== "column") return effects;
  const uses = [...effects.before.uses, ...columnsIn(operation.on, reads)];
  return { ...effects, before: { ...effects.before, uses } };
}

function plainEffects(operation: Operation): Effects {
  switch (operation.verb) {
    case "create":
      return { before: nothing, after: sideOf(operation, operation.after) };
    case "drop":
      return { before: sideOf(operation, operation.before), after: nothing };
    case "alter":
      return { before: sideOf(operation, operation.before), after: sideOf(operation, operation.after) };
    case "rename":
      return { before: namedSide(operation, operation.from), after: namedSide(operation, operation.to) };
  }
}

type Rename = Extract<Operation, { verb: "rename" }>;
type Item = Extract<Operation, { verb: "create" }>["after"];

function sideOf(operation: Exclude<Operation, Rename>, item: Item): Side {
  // The noun says what the item is; TypeScript has lost the thread between the two.
  switch (operation.noun) {
    case "namespace":
      return { has: [namespace(item.name ?? "")], uses: [], names: [namespace(item.name ?? "")] };
    case "enum":
      return enumSide(item as EnumSchema);
    case "domain":
      return domainSide(item as DomainSchema);
    case "table":
      return operation.verb === "alter" ? tableHeader(item as TableSchema) : tableSide(item as TableSchema);
    case "column":
      return inside(operation.on, columnSide(operation.on, item as ColumnSchema));
    case "index":
      return inside(operation.on, indexSide(operation.on, item as IndexSchema));
    case "constraint":
      return inside(operation.on, constraintSide(operation.on, item as ConstraintSchema));
  }
}

function namedSide(operation: Rename, name: string): Side {
  const { noun, on } = operation;
  switch (noun) {
    case "namespace":
      return { has: [namespace(name)], uses: [], names: [namespace(name)] };
    case "enum":
    case "domain":
    case "table": {
      const object = { schema: on.schema, name };
      const names = noun === "table" ? [relation(object, name), type(object)] : [type(object)];
      return { has: [noun === "table" ? table(object) : type(object)], uses: within(object), names };
    }
    case "enumValue":
      return on.column === null
        ? { has: [value(on, quoteText(name))], uses: [type(on), ...within(on)], names: [] }
        : inside(on, { has: [column(on, on.column)], uses: [], names: [] });
    case "domainCheck":
      return { has: [member("constraint", on, name)], uses: [type(on), ...within(on)], names: [] };
    case "column":
      return inside(on, { has: [column(on, name)], uses: [], names: [column(on, name)] });
    case "index":
      return inside(on, { has: [member("index", on, name)], uses: [], names: [relation(on, name)] });
    case "constraint": {
      const key = member("constraint", on, name);
      return inside(on, { has: [key], uses: [], names: [key, relation(on, name)] });
    }
  }
}

function enumSide(item: EnumSchema): Side {
  return {
    has: [type(item), ...item.values.map((name) => value(item, quoteText(name)))],
    uses: within(item),
    names: [type(item)],
  };
}

/** Literals in its texts may be values of the enum it is over. */
function domainSide(item: DomainSchema): Side {
  const texts = [item.default, ...item.checks.map(({ expression }) => expression)];
  const literals = texts.flatMap((text) => (text === null ? [] : literalsIn(text.sql)));
  const checks = item.checks.flatMap(({ name }) => (name === null ? [] : [member("constraint", item, name)]));
  return {
    has: [type(item), ...checks],
    uses: [...within(item), type(item.type), ...within(item.type), ...literals.map((text) => value(item.type, text))],
    names: [type(item)],
  };
}

function tableHeader(item: TableSchema): Side {
  return { has: [table(item)], uses: within(item), names: [] };
}

function tableSide(item: TableSchema): Side {
  const parts = [
    ...item.columns.map((part) => columnSide(item, part)),
    ...item.constraints.map((part) => constraintSide(item, part)),
    ...item.indexes.map((part) => indexSide(item, part)),
  ];
  return join({ has: [table(item)], uses: within(item), names: [relation(item, item.name), type(item)] }, ...parts);
}

function columnSide(on: ObjectName, item: ColumnSchema): Side {
  const literals = item.default === null ? [] : literalsIn(item.default.sql);
  return {
    has: [column(on, item.name)],
    uses: [
      type(item.type),
      ...within(item.type),
      ...literals.map((literal) => value(item.type, literal)),
      ...columnsIn(on, item.generated?.expression.sql),
    ],
    names: [column(on, item.name)],
  };
}

function indexSide(on: ObjectName, item: IndexSchema): Side {
  const columns = item.parts.flatMap((part) => part.column ?? []);
  const isKey = item.unique && item.where === null && columns.length === item.parts.length;
  return {
    has: [...(item.name === null ? [] : [member("index", on, item.name)]), ...(isKey ? [key(on, columns)] : [])],
    uses: [
      ...[...columns, ...item.include].map((name) => column(on, name)),
      ...item.parts.flatMap((part) => columnsIn(on, part.expression?.sql)),
      ...columnsIn(on, item.where?.sql),
    ],
    names: item.name === null ? [] : [relation(on, item.name)],
  };
}

function constraintSide(on: ObjectName, item: ConstraintSchema): Side {
  const own = item.name === null ? [] : [member("constraint", on, item.name)];
  switch (item.kind) {
    case "check":
      return { has: own, uses: columnsIn(on, item.expression.sql), names: own };
    case "foreignKey":
      return { has: own, uses: foreignKeyUses(on, item), names: own };
    case "primaryKey":
    case "unique": {
      const index = item.name === null ? [] : [relation(on, item.name)];
      const only = item.kind === "primaryKey" ? [`primary key ${formatName(on)}`] : [];
      return {
        has: [...own, key(on, item.columns)],
        uses: [...item.columns, ...item.include].map((name) => column(on, name)),
        names: [...own, ...index, ...only],
      };
    }
  }
}

function foreignKeyUses(on: ObjectName, item: ForeignKeySchema): string[] {
  return [
    ...item.columns.map((name) => column(on, name)),
    table(item.table),
    ...within(item.table),
    ...item.references.map((name) => column(item.table, name)),
    key(item.table, item.references),
  ];
}

function inside(on: ObjectName, side: Side): Side {
  return { ...side, uses: [table(on), ...within(on), ...side.uses] };
}

function join(...sides: readonly Side[]): Side {
  return {
    has: sides.flatMap(({ has }) => has),
    uses: sides.flatMap(({ uses }) => uses),
    names: sides.flatMap(({ names }) => names),
  };
}

function columnsIn(on: ObjectName, sql: string | undefined): string[] {
  return sql === undefined ? [] : [...namesIn(sql)].map((name) => column(on, name));
}

function namespace(name: string): string {
  return `schema ${formatWord(name)}`;
}

function within({ schema }: ObjectName): string[] {
  return schema === null ? [] : [namespace(schema)];
}

function table(name: ObjectName): string {
  return `table ${formatName(name)}`;
}

/** Enums, domains, and the row types of tables. */
function type({ schema, name }: ObjectName): string {
  return `type ${formatName({ schema, name })}`;
}

function value(owner: ObjectName, literal: string): string {
  return `value ${formatName(owner)} ${literal}`;
}

/** Bare words in expressions name a column in any case. */
function column(on: ObjectName, name: string): string {
  return `column ${formatName(on)}.${name.toLowerCase()}`;
}

function member(noun: "constraint" | "index", on: ObjectName, name: string): string {
  return `${noun} ${formatName(on)}.${name}`;
}

/** What a foreign key can point at. */
function key(on: ObjectName, columns: readonly string[]): string {
  return `key ${formatName(on)}(${[...columns].sort().join()})`;
}

/** Tables, indexes and keys share their names within a namespace. */
function relation({ schema }: ObjectName, name: string): string {
  return `relation ${formatName({ schema, name })}`;
}
