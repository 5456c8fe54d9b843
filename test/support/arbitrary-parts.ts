/** Random columns, constraints and indexes that fit the table they are made for. */

import type { ColumnSchema } from "../../src/model/column-schema.js";
import type { ConstraintSchema, Deferrable, ReferentialAction } from "../../src/model/constraint-schema.js";
import { baseType, domainOf } from "../../src/model/domain-schema.js";
import { canonical } from "../../src/model/equal.js";
import type { IndexPart, IndexSchema } from "../../src/model/index-schema.js";
import type { ObjectName } from "../../src/model/name.js";
import type { Setting } from "../../src/model/setting.js";
import type { TableSchema } from "../../src/model/table-schema.js";
import { namesIn, quoteText, quoteWord } from "../../src/sql/rename.js";
import {
  checkOf,
  columnOf,
  engineSequence,
  foreignKeyOf,
  indexOf,
  partOf,
  primaryKeyOf,
  tableOf,
  typeOf,
  uniqueOf,
} from "./build.js";
import type { TypeGroup, TypeSample } from "./profile.js";
import type { World } from "./world.js";

const words = ["As printed on invoices.", 'It\'s "quoted" \\ %s 🦆', "Two\nlines", "guest; -- member"];

export function makeComment(world: World, probability = 0.15): string | null {
  return world.profile.comments && world.random.chance(probability) ? world.random.pick(words) : null;
}

export function makeSettings(world: World, lists: readonly (readonly Setting[])[]): readonly Setting[] {
  return world.random.chance(0.15) ? (world.random.maybe(lists) ?? []) : [];
}

/** How values of a column may be used; an enum's are only compared with null. */
export function groupOf(world: World, column: ColumnSchema): TypeGroup {
  return sampleOf(world, column)?.group ?? "other";
}

export function sampleOf(world: World, column: ColumnSchema): TypeSample | null {
  const under = baseType(column.type, world.schema.domains);
  const sample = world.profile.types.find(({ type }) => canonical(type) === canonical(under)) ?? null;
  // A domain stands for its type everywhere but in an identity.
  return sample === null || under === column.type ? sample : { ...sample, identity: false };
}

/** A column without an identity: those come with a primary key. */
export function makeColumn(world: World, name: string): ColumnSchema {
  const { random, profile } = world;
  const enums = profile.enums ? world.schema.enums : [];
  const comment = makeComment(world);
  if (enums.length > 0 && random.chance(0.25)) {
    const item = random.pick(enums);
    const type = typeOf(item.name, { schema: item.schema });
    const initial = random.chance(0.5) ? { sql: quoteText(random.pick(item.values)) } : null;
    return columnOf(name, type, { nullable: random.chance(0.5), default: initial, comment });
  }
  const domain = random.chance(0.2) ? random.maybe(world.schema.domains) : null;
  if (domain !== null) {
    const type = typeOf(domain.name, { schema: domain.schema });
    return columnOf(name, type, { nullable: random.chance(0.5), comment });
  }
  if (profile.inlineEnums && random.chance(0.15)) {
    const args = makeValues(world).map(quoteText);
    const initial = random.chance(0.5) ? { sql: random.pick(args) } : null;
    return columnOf(name, typeOf("enum", { args }), { nullable: random.chance(0.5), default: initial, comment });
  }
  const sample = random.pick(profile.types.filter(({ type }) => type.dimensions === 0 || !world.lacks("arrays")));
  const initial = random.chance(0.35) ? random.maybe(sample.defaults) : null;
  return columnOf(name, sample.type, {
    nullable: random.chance(0.5),
    default: initial === null ? null : { sql: initial },
    collation: sample.group === "text" && random.chance(0.1) ? random.maybe(profile.collations) : null,
    comment,
    settings: makeSettings(world, profile.columnSettings),
  });
}

export function makeValues(world: World): string[] {
  return Array.from({ length: world.random.int(1, 4) }, () => world.fresh("value"));
}

/** The column computed from another one of its table; null where nothing fits. */
export function makeGenerated(world: World, table: TableSchema, name: string): ColumnSchema | null {
  const { random } = world;
  const storages = (["stored", "virtual"] as const).filter(
    (storage) => !world.lacks(storage === "stored" ? "generatedStored" : "generatedVirtual"),
  );
  const storage = random.maybe(storages);
  // PostgreSQL knows only its own types in a virtual column.
  const fits = ({ type }: ColumnSchema) => storage !== "virtual" || domainOf(type, world.schema.domains) === null;
  const source = random.maybe(
    table.columns.filter((column) => isPlain(column) && fits(column) && groupOf(world, column) !== "other"),
  );
  if (source === null || storage === null) return null;
  const expression = { sql: computed(world, source) };
  return columnOf(name, source.type, { nullable: true, generated: { expression, storage } });
}

export function computed(world: World, source: ColumnSchema): string {
  const name = quoteWord(source.name);
  return groupOf(world, source) === "text"
    ? world.random.pick([`lower(${name})`, `upper(${name})`])
    : world.random.pick([`${name} + 1`, `${name} * 2`]);
}

/** Holds values of its own. */
export function isPlain(column: ColumnSchema): boolean {
  return column.generated === null;
}

/** May stand in a key or an index. */
export function isKey(world: World, column: ColumnSchema): boolean {
  const sample = sampleOf(world, column);
  // PostgreSQL compares no domain over an enum with another: its operators for enums take enums themselves.
  const domain = domainOf(column.type, world.schema.domains) !== null;
  return isPlain(column) && (sample === null ? !domain : sample.key);
}

/** A condition on one column. */
export function makeCondition(world: World, table: TableSchema): string {
  const column = world.random.pick(table.columns.filter(isPlain));
  const name = quoteWord(column.name);
  switch (groupOf(world, column)) {
    case "number":
      return world.random.pick([`${name} >= 0`, `${name} <> 13`, `${name} > -100 and ${name} < 100000`]);
    case "text":
      return world.random.pick([`length(${name}) > 0`, `${name} <> 'nobody'`, `${name} <> 'it''s'`]);
    case "other":
      return `${name} is not null`;
  }
}

export function makeName(world: World, base: string): string | null {
  return world.profile.unnamedConstraints && world.random.chance(0.4) ? null : world.name(base);
}

function makeDeferrable(world: World, feature: "deferrable" | "deferrableForeignKey"): Deferrable {
  if (world.lacks(feature) || world.random.chance(0.85)) return "no";
  return world.random.pick(["deferrable", "initiallyDeferred"]);
}

/** Columns that no key of the table consists of yet. */
function makeKeyColumns(world: World, table: TableSchema): string[] | null {
  const usable = table.columns.filter((column) => isKey(world, column)).map(({ name }) => name);
  const columns = world.random.some(usable, 1, 2);
  const taken = new Set(table.constraints.filter(isUniqueKey).map((key) => canonical([...key.columns].sort())));
  return columns.length === 0 || taken.has(canonical([...columns].sort())) ? null : columns;
}

export function isUniqueKey(constraint: ConstraintSchema) {
  return constraint.kind === "primaryKey" || constraint.kind === "unique";
}

function makeInclude(world: World, table: TableSchema, columns: readonly string[]): string[] {
  if (world.lacks("includeColumns") || world.random.chance(0.85)) return [];
  const rest = table.columns.filter((column) => isKey(world, column) && !columns.includes(column.name));
  return world.random.some(
    rest.map(({ name }) => name),
    1,
    2,
  );
}

/** The table with a primary key, perhaps an identity; unchanged where nothing fits or it has one. */
export function withPrimaryKey(world: World, table: TableSchema): TableSchema {
  const { random, profile } = world;
  if (table.constraints.some(({ kind }) => kind === "primaryKey")) return table;
  const columns = makeKeyColumns(world, table);
  if (columns === null) return table;
  const key = primaryKeyOf(columns, {
    name: makeName(world, "pk"),
    comment: makeComment(world),
    deferrable: makeDeferrable(world, "deferrable"),
    include: makeInclude(world, table, columns),
  });
  const identity = table.columns.find((column) => columns.includes(column.name) && sampleOf(world, column)?.identity);
  const identifies =
    identity !== undefined && random.chance(0.5) && (columns.length === 1 || !profile.identityNeedsSoleKey);
  return {
    ...table,
    columns: table.columns.map((column) => {
      if (!columns.includes(column.name)) return column;
      const notNull = { ...column, nullable: false };
      return identifies && column === identity ? withIdentity(world, notNull) : notNull;
    }),
    constraints: [...table.constraints, key],
  };
}

function withIdentity(world: World, column: ColumnSchema): ColumnSchema {
  const { random } = world;
  const kinds = (["byDefault", "always", "serial"] as const).filter(
    (kind) => kind === "byDefault" || !world.lacks(kind === "always" ? "identityAlways" : "serial"),
  );
  const kind = random.pick(kinds);
  const options = kind !== "serial" && !world.lacks("sequenceOptions") && random.chance(0.3);
  const sequence = options ? { ...engineSequence, start: "100", increment: "10" } : engineSequence;
  return { ...column, default: null, identity: { kind, sequence } };
}

export function makeUnique(world: World, table: TableSchema): ConstraintSchema | null {
  const columns = makeKeyColumns(world, table);
  if (columns === null) return null;
  return uniqueOf(columns, {
    name: makeName(world, "uq"),
    comment: makeComment(world),
    include: makeInclude(world, table, columns),
    nullsNotDistinct: !world.lacks("nullsNotDistinct") && world.random.chance(0.1),
    deferrable: makeDeferrable(world, "deferrable"),
  });
}

export function makeCheck(world: World, table: TableSchema): ConstraintSchema | null {
  const sql = makeCondition(world, table);
  if (table.constraints.some((other) => other.kind === "check" && other.expression.sql === sql)) return null;
  const enforced = world.lacks("notEnforced") || world.random.chance(0.9);
  return checkOf(sql, {
    name: makeName(world, "ck"),
    comment: makeComment(world),
    noInherit: !world.lacks("noInherit") && world.random.chance(0.1),
    validated: enforced && (world.lacks("notValid") || world.random.chance(0.9)),
    enforced,
  });
}

/** Column lists that a foreign key may point at. */
export function keysOf(table: TableSchema): (readonly string[])[] {
  const constraints = table.constraints.flatMap((constraint) =>
    isUniqueKey(constraint) && constraint.deferrable === "no" ? [constraint.columns] : [],
  );
  const indexes = table.indexes.filter(
    (index) => index.unique && index.where === null && index.parts.every((part) => isBare(part)),
  );
  return [...constraints, ...indexes.map(({ parts }) => parts.flatMap(({ column }) => column ?? []))];
}

function isBare(part: IndexPart): boolean {
  return canonical(part) === canonical(partOf(part.column ?? ""));
}

const actions: readonly ReferentialAction[] = ["noAction", "restrict", "cascade", "setNull", "setDefault"];

/** A foreign key, and the table with the columns it needs; null where no table has a key. */
export function withForeignKey(world: World, table: TableSchema): TableSchema | null {
  const { random } = world;
  const target = random.maybe(world.schema.tables.filter((other) => keysOf(other).length > 0));
  if (target === null) return null;
  const references = random.pick(keysOf(target));
  const taken = new Set<string>();
  const added: ColumnSchema[] = [];
  const columns = references.map((reference) => {
    const model = target.columns.find(({ name }) => name === reference);
    if (model === undefined) throw new Error(`${target.name} has no ${reference}`);
    const fits = (column: ColumnSchema) =>
      isPlain(column) &&
      !taken.has(column.name) &&
      canonical([column.type, column.collation]) === canonical([model.type, model.collation]);
    const own = random.chance(0.6) ? random.maybe(table.columns.filter(fits)) : null;
    const column = own ?? columnOf(world.name("ref"), model.type, { nullable: true, collation: model.collation });
    if (own === null) added.push(column);
    taken.add(column.name);
    return column.name;
  });
  const onDelete = random.pick(actions);
  const some = ["setNull", "setDefault"].includes(onDelete) && !world.lacks("setNullColumns") && random.chance(0.3);
  const enforced = world.lacks("notEnforced") || random.chance(0.9);
  const key = foreignKeyOf(columns, { schema: target.schema, name: target.name }, references, {
    name: makeName(world, "fk"),
    comment: makeComment(world),
    match: !world.lacks("matchFull") && random.chance(0.15) ? "full" : "simple",
    onDelete,
    onUpdate: random.pick(actions),
    onDeleteColumns: some ? random.some(columns, 1, columns.length) : [],
    deferrable: makeDeferrable(world, "deferrableForeignKey"),
    validated: enforced && (world.lacks("notValid") || random.chance(0.9)),
    enforced,
  });
  const same = (other: ConstraintSchema) => canonical({ ...other, name: null }) === canonical({ ...key, name: null });
  if (table.constraints.some(same)) return null;
  return { ...table, columns: [...table.columns, ...added], constraints: [...table.constraints, key] };
}

export function makeIndex(world: World, table: TableSchema, name: string): IndexSchema | null {
  const { random, profile } = world;
  const usable = table.columns.filter((column) => isKey(world, column));
  const columns = random.some(usable, 1, 2);
  const [first] = columns;
  if (first === undefined) return null;
  const method = columns.length === 1 && random.chance(0.1) ? random.maybe(profile.indexMethods) : null;
  if (method !== null) return indexOf(name, [first.name], { method, comment: makeComment(world) });
  const parts = columns.map((column) => makePart(world, column));
  return indexOf(name, parts, {
    unique: random.chance(0.3),
    include: makeInclude(
      world,
      table,
      columns.map((column) => column.name),
    ),
    nullsNotDistinct: false,
    where: !world.lacks("partialIndex") && random.chance(0.25) ? { sql: makeCondition(world, table) } : null,
    comment: makeComment(world),
    settings: makeSettings(world, profile.indexSettings),
  });
}

function makePart(world: World, column: ColumnSchema): IndexPart {
  const { random, profile } = world;
  const group = groupOf(world, column);
  const descending = random.chance(0.2);
  const nulls = !world.lacks("nullsOrder") && random.chance(0.15) ? (descending ? "last" : "first") : null;
  if (group !== "other" && !world.lacks("expressionIndex") && random.chance(0.25)) {
    const name = quoteWord(column.name);
    return partOf({ sql: group === "text" ? `lower(${name})` : `abs(${name})` }, { descending, nulls });
  }
  const collate = group === "text" && !world.lacks("indexCollation") && random.chance(0.1);
  return partOf(column.name, {
    descending,
    nulls,
    collation: collate ? random.maybe(profile.collations) : null,
    operatorClass:
      !world.lacks("operatorClass") && random.chance(0.1) ? random.maybe(profile.operatorClasses[group]) : null,
  });
}

export function makeTable(world: World, name: ObjectName): TableSchema {
  const { random } = world;
  let table = tableOf(name.name, {
    schema: name.schema,
    columns: Array.from({ length: random.int(1, 5) }, () => makeColumn(world, world.name("col"))),
    comment: makeComment(world),
    settings: makeSettings(world, world.profile.tableSettings),
  });
  if (random.chance(0.85)) table = withPrimaryKey(world, table);
  if (random.chance(0.2)) {
    const generated = makeGenerated(world, table, world.name("gen"));
    if (generated !== null) table = { ...table, columns: [...table.columns, generated] };
  }
  if (random.chance(0.4)) table = withConstraint(table, makeUnique(world, table));
  if (random.chance(0.4)) table = withConstraint(table, makeCheck(world, table));
  for (let i = random.int(0, 2); i > 0; i--) {
    const index = makeIndex(world, table, world.name("idx"));
    if (index !== null) table = { ...table, indexes: [...table.indexes, index] };
  }
  return table;
}

export function withConstraint(table: TableSchema, constraint: ConstraintSchema | null): TableSchema {
  return constraint === null ? table : { ...table, constraints: [...table.constraints, constraint] };
}

/** Whether a constraint or index of the table cannot live without the column. */
export function mentions(sql: string | undefined, column: string): boolean {
  return sql !== undefined && namesIn(sql).has(column);
}
