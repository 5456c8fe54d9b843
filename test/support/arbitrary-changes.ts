/** One random change to a schema for each noun and verb: what a person could do to the files between two plans. */

import type { ColumnSchema } from "../../src/model/column-schema.js";
import type { ConstraintSchema } from "../../src/model/constraint-schema.js";
import { baseType } from "../../src/model/domain-schema.js";
import { canonical } from "../../src/model/equal.js";
import { type ObjectName, sameName } from "../../src/model/name.js";
import type { TableSchema } from "../../src/model/table-schema.js";
import { apply } from "../../src/operation/apply.js";
import type { Inner, Noun, Owners, Rename, Verb } from "../../src/operation/operation.js";
import { quoteText } from "../../src/sql/rename.js";
import { alterDomain, createDomain, dropDomain, typeNamed, withoutEnum } from "./arbitrary-domains.js";
import {
  computed,
  groupOf,
  isPlain,
  makeCheck,
  makeColumn,
  makeComment,
  makeCondition,
  makeGenerated,
  makeIndex,
  makeTable,
  makeUnique,
  makeValues,
  mentions,
  sampleOf,
  withConstraint,
  withForeignKey,
  withPrimaryKey,
} from "./arbitrary-parts.js";
import { withoutColumn, withoutDangling } from "./arbitrary-prune.js";
import type { TypeSample } from "./profile.js";
import type { RenameRecord, World } from "./world.js";

export type ChangeKind = `${Verb} ${Noun}` | `rename ${Inner}`;

/** Changes the world; says whether it did. */
type Change = (world: World) => boolean;

function anyNamespace(world: World): string | null {
  if (world.lacks("namespaces") || world.random.chance(0.5)) return null;
  return world.random.maybe(world.schema.namespaces)?.name ?? null;
}

function onSomeTable(world: World, change: (table: TableSchema) => TableSchema | null): boolean {
  for (const table of world.random.shuffle(world.schema.tables)) {
    const after = change(table);
    if (after === null || after === table) continue;
    world.put(after);
    world.schema = withoutDangling(world.schema);
    return true;
  }
  return false;
}

function rename<N extends Noun | Inner>(world: World, noun: N, on: Owners[N], from: string, to: string): boolean {
  const operation = { verb: "rename", noun, on, from, to } as AnyRename;
  world.schema = apply(world.schema, operation);
  world.retire(from);
  const moved = world.renames.map((record) => follow(record, operation));
  const place = placeOf(operation);
  const earlier = moved.find((record) => sameplace(record, operation.noun, place) && record.to === from);
  const rest = moved.filter((record) => record !== earlier);
  world.renames = [...rest, { noun: operation.noun, ...place, from: earlier?.from ?? from, to }];
  return true;
}

type AnyRename = { [K in Noun | Inner]: Rename<K> }[Noun | Inner];

/** Where a hint for the renamed object hangs: on itself for tables and types. */
function placeOf(operation: AnyRename): Pick<RenameRecord, "on" | "column"> {
  if (operation.noun === "namespace") return { on: null, column: null };
  if (operation.noun === "table" || operation.noun === "enum" || operation.noun === "domain")
    return { on: { schema: operation.on.schema, name: operation.to }, column: null };
  const on = { schema: operation.on.schema, name: operation.on.name };
  return { on, column: operation.noun === "enumValue" ? operation.on.column : null };
}

function sameplace(record: RenameRecord, noun: string, place: Pick<RenameRecord, "on" | "column">): boolean {
  return record.noun === noun && canonical([record.on, record.column]) === canonical([place.on, place.column]);
}

/** An earlier rename, told in the names after a later one. */
function follow(record: RenameRecord, { noun, on, from, to }: AnyRename): RenameRecord {
  if (record.on === null) return record;
  if (noun === "namespace" && record.on.schema === from) return { ...record, on: { ...record.on, schema: to } };
  const isOwner = noun === ownerOf(record);
  if (isOwner && on !== null && sameName(record.on, { schema: on.schema, name: from }))
    return { ...record, on: { ...record.on, name: to } };
  if (noun === "column" && record.column === from && sameName(record.on, on)) return { ...record, column: to };
  return record;
}

function ownerOf({ noun, column }: RenameRecord): Noun {
  if (noun === "domain" || noun === "domainCheck") return "domain";
  return column === null && (noun === "enum" || noun === "enumValue") ? "enum" : "table";
}

function addToTable(world: World, change: (table: TableSchema) => ConstraintSchema | null): boolean {
  return onSomeTable(world, (table) => {
    const constraint = change(table);
    return constraint === null ? null : withConstraint(table, constraint);
  });
}

function createConstraint(world: World): boolean {
  const kinds: Change[] = [
    () => addToTable(world, (table) => makeUnique(world, table)),
    () => addToTable(world, (table) => makeCheck(world, table)),
    () => onSomeTable(world, (table) => withForeignKey(world, table)),
    () => onSomeTable(world, (table) => withForeignKey(world, table)),
    () => onSomeTable(world, (table) => withPrimaryKey(world, table)),
  ];
  return world.random.shuffle(kinds).some((kind) => kind(world));
}

function isRelated(world: World, table: TableSchema, column: ColumnSchema): boolean {
  return world.schema.tables.some((other) =>
    other.constraints.some(
      (constraint) =>
        constraint.kind === "foreignKey" &&
        ((other === table && constraint.columns.includes(column.name)) ||
          (sameName(constraint.table, table) && constraint.references.includes(column.name))),
    ),
  );
}

/** The column with one attribute changed, or null where that cannot be. */
function alteredColumn(world: World, table: TableSchema, column: ColumnSchema): ColumnSchema | null {
  const { random, profile } = world;
  const sample = sampleOf(world, column);
  const inKey = table.constraints.some(({ kind, ...rest }) => kind === "primaryKey" && mentionsColumn(rest, column));
  const related = isRelated(world, table, column);
  const own = isPlain(column) && column.identity === null;
  const indexed = inKey || isIndexed(table, column);
  const fits = (sample: TypeSample | null) => !indexed || sample?.key === true;
  const ways: (() => ColumnSchema | null)[] = [
    () => (own && !inKey ? { ...column, nullable: !column.nullable } : null),
    () => {
      const initial = own && sample !== null ? random.maybe(sample.defaults) : null;
      return initial === null ? null : { ...column, default: column.default === null ? { sql: initial } : null };
    },
    () => {
      if (!own || related || sample === null) return null;
      const wider = profile.types.filter(({ group, type }) => group === sample.group && type !== sample.type);
      const next = sample.group === "other" ? null : random.maybe(wider.filter(fits));
      return next === null ? null : { ...column, type: next.type };
    },
    () => {
      const like = world.schema.domains.filter(
        (domain) =>
          groupOf(world, { ...column, type: typeNamed(domain) }) === sample?.group &&
          fits(sampleOf(world, { ...column, type: typeNamed(domain) })),
      );
      const computed = table.columns.some(({ generated }) => mentions(generated?.expression.sql, column.name));
      const next = !own || related || inKey || computed ? null : random.maybe(like);
      return next === null ? null : { ...column, type: typeNamed(next), collation: null };
    },
    () => (profile.comments ? { ...column, comment: makeComment(world, 1) } : null),
    () => {
      if (related || !isPlain(column) || sample?.group !== "text") return null;
      return { ...column, collation: column.collation === null ? random.maybe(profile.collations) : null };
    },
    () => {
      const { generated } = column;
      const source = random.maybe(table.columns.filter((other) => isPlain(other) && sameType(other, column)));
      if (generated === null || source === null || groupOf(world, source) === "other") return null;
      return { ...column, generated: { ...generated, expression: { sql: computed(world, source) } } };
    },
    () => {
      if (column.type.name !== "enum" || column.type.args.length === 0) return null;
      return { ...column, type: { ...column.type, args: [...column.type.args, ...makeValues(world).map(quoteText)] } };
    },
    () => {
      // Not every engine's settings go with a column that has no values of its own.
      if (column.generated?.storage === "virtual") return null;
      return { ...column, settings: random.maybe(profile.columnSettings) ?? [] };
    },
  ];
  for (const way of random.shuffle(ways)) {
    const after = way();
    if (after !== null && canonical(after) !== canonical(column)) return after;
  }
  return null;
}

function mentionsColumn(constraint: object, column: ColumnSchema): boolean {
  return "columns" in constraint && Array.isArray(constraint.columns) && constraint.columns.includes(column.name);
}

function isIndexed({ indexes, constraints }: TableSchema, column: ColumnSchema): boolean {
  return (
    constraints.some((constraint) => constraint.kind === "unique" && mentionsColumn(constraint, column)) ||
    indexes.some(({ parts }) => parts.some((part) => part.column === column.name || part.expression !== null))
  );
}

function sameType(a: ColumnSchema, b: ColumnSchema): boolean {
  return canonical(a.type) === canonical(b.type);
}

function alteredConstraint(world: World, table: TableSchema, constraint: ConstraintSchema): ConstraintSchema | null {
  const { random, profile } = world;
  const comment = profile.comments ? makeComment(world, 1) : constraint.comment;
  switch (constraint.kind) {
    case "check":
      return random.chance(0.6)
        ? { ...constraint, expression: { sql: makeCondition(world, table) } }
        : { ...constraint, comment };
    case "foreignKey":
      return random.chance(0.7)
        ? { ...constraint, onDelete: constraint.onDelete === "cascade" ? "restrict" : "cascade", onDeleteColumns: [] }
        : { ...constraint, comment };
    case "unique":
    case "primaryKey":
      return random.chance(0.5) && constraint.columns.length > 1
        ? { ...constraint, columns: [...constraint.columns].reverse() }
        : { ...constraint, comment };
  }
}

function dropEnum(world: World): boolean {
  const item = world.random.maybe(world.schema.enums);
  const text = world.profile.types.find(({ group }) => group === "text");
  if (item === null || text === undefined) return false;
  const converts = world.random.chance(0.5);
  world.schema = {
    ...world.schema,
    enums: world.schema.enums.filter((other) => other !== item),
    domains: world.schema.domains.map((domain) => withoutEnum(domain, item, text.type)),
  };
  for (const table of world.schema.tables) {
    let after = table;
    for (const column of table.columns) {
      if (!sameName(column.type, item)) continue;
      if (converts || after.columns.length === 1)
        after = {
          ...after,
          columns: after.columns.map((other) =>
            other === column ? { ...column, type: text.type, default: null } : other,
          ),
        };
      else after = withoutColumn(after, column.name);
    }
    world.put(after.columns.some(isPlain) ? after : { ...after, columns: [makeColumn(world, world.name("col"))] });
  }
  world.schema = withoutDangling(world.schema);
  world.retire(item.name);
  return true;
}

/** Values no default speaks of may go; others may come, anywhere. */
function alterEnum(world: World): boolean {
  const { random } = world;
  const item = random.maybe(world.schema.enums);
  if (item === null) return false;
  const { tables, domains } = world.schema;
  const defaults = [...domains, ...tables.flatMap(({ columns }) => columns)]
    .filter(({ type }) => sameName(baseType(type, domains), item))
    .map((holder) => holder.default?.sql);
  const kept = item.values.filter((value) => defaults.includes(quoteText(value)) || random.chance(0.8));
  const values = random.chance(0.5) ? [...item.values] : kept;
  for (const value of random.chance(0.7) ? makeValues(world) : [])
    values.splice(random.int(0, values.length), 0, value);
  const after = { ...item, values: values.length > 0 ? values : makeValues(world), comment: makeComment(world, 0.3) };
  if (canonical(after) === canonical(item)) return false;
  world.schema = { ...world.schema, enums: world.schema.enums.map((other) => (other === item ? after : other)) };
  return true;
}

function renameValue(world: World): boolean {
  const { random, schema } = world;
  const item = random.maybe(schema.enums);
  const inline = schema.tables.flatMap((table) =>
    table.columns
      .filter(({ type }) => type.name === "enum" && type.args.length > 0)
      .map((column) => ({ table, column })),
  );
  const place = random.maybe(inline);
  if (item !== null && (place === null || random.chance(0.5))) {
    const on = { schema: item.schema, name: item.name, column: null };
    return rename(world, "enumValue", on, random.pick(item.values), world.fresh("value"));
  }
  if (place === null) return false;
  const from = random.pick(place.column.type.args).slice(1, -1).replaceAll("''", "'");
  const on = { schema: place.table.schema, name: place.table.name, column: place.column.name };
  return rename(world, "enumValue", on, from, world.fresh("value"));
}

function dropNamespace(world: World): boolean {
  const { namespaces, enums, domains } = world.schema;
  const types = [...enums, ...domains];
  const namespace = world.random.maybe(namespaces.filter(({ name }) => types.every(({ schema }) => schema !== name)));
  if (namespace === null) return false;
  const outside = ({ schema }: { readonly schema: string | null }) => schema !== namespace.name;
  world.schema = withoutDangling({
    ...world.schema,
    namespaces: world.schema.namespaces.filter((other) => other !== namespace),
    tables: world.schema.tables.filter(outside),
  });
  world.retire(namespace.name);
  return true;
}

function dropMember(world: World, list: "constraints" | "indexes"): boolean {
  return onSomeTable(world, (table) => {
    const gone = world.random.maybe<{ readonly name: string | null }>(table[list]);
    if (gone === null) return null;
    world.retire(gone.name);
    const identity = table.columns.some((column) => column.identity !== null);
    if ("kind" in gone && gone.kind === "primaryKey" && identity && world.profile.identityNeedsSoleKey) return null;
    return { ...table, [list]: table[list].filter((member) => member !== gone) };
  });
}

function renameMember(world: World, noun: "constraint" | "index"): boolean {
  const members = world.schema.tables.flatMap((table) =>
    (noun === "constraint" ? table.constraints : table.indexes).flatMap(({ name }) =>
      name === null ? [] : [{ on: { schema: table.schema, name: table.name }, name }],
    ),
  );
  const member = world.random.maybe(members);
  return member !== null && rename(world, noun, member.on, member.name, world.fresh(noun));
}

function renameDomainCheck(world: World): boolean {
  const named = world.schema.domains.flatMap(({ checks, ...domain }) =>
    checks.flatMap(({ name }) => (name === null ? [] : [{ on: owner(domain), name }])),
  );
  const check = world.random.maybe(named);
  return check !== null && rename(world, "domainCheck", check.on, check.name, world.fresh("rule"));
}

function owner({ schema, name }: ObjectName): ObjectName {
  return { schema, name };
}

export const changes: Readonly<Record<ChangeKind, Change>> = {
  "create namespace": (world) => {
    if (world.lacks("namespaces")) return false;
    const namespace = { name: world.name("space"), comment: makeComment(world) };
    world.schema = { ...world.schema, namespaces: [...world.schema.namespaces, namespace] };
    return true;
  },
  "drop namespace": dropNamespace,
  "alter namespace": (world) => {
    const namespace = world.random.maybe(world.schema.namespaces);
    if (namespace === null || !world.profile.comments) return false;
    const after = { ...namespace, comment: namespace.comment === null ? makeComment(world, 1) : null };
    const namespaces = world.schema.namespaces.map((other) => (other === namespace ? after : other));
    world.schema = { ...world.schema, namespaces };
    return true;
  },
  "rename namespace": (world) => {
    const namespace = world.random.maybe(world.schema.namespaces);
    return namespace !== null && rename(world, "namespace", null, namespace.name, world.fresh("space"));
  },

  "create enum": (world) => {
    if (!world.profile.enums) return false;
    const name = { schema: anyNamespace(world), name: world.name("kind") };
    const item = { ...name, values: makeValues(world), comment: makeComment(world) };
    world.schema = { ...world.schema, enums: [...world.schema.enums, item] };
    return true;
  },
  "drop enum": dropEnum,
  "alter enum": alterEnum,
  "rename enum": (world) => {
    const item = world.random.maybe(world.schema.enums);
    return item !== null && rename(world, "enum", { schema: item.schema }, item.name, world.fresh("kind"));
  },
  "rename enumValue": renameValue,

  "create domain": (world) => createDomain(world, world.random.chance(0.3) ? anyNamespace(world) : null),
  "drop domain": dropDomain,
  "alter domain": alterDomain,
  "rename domain": (world) => {
    const item = world.random.maybe(world.schema.domains);
    return item !== null && rename(world, "domain", { schema: item.schema }, item.name, world.fresh("domain"));
  },
  "rename domainCheck": renameDomainCheck,

  "create table": (world) => {
    const table = makeTable(world, { schema: anyNamespace(world), name: world.name("table") });
    world.schema = { ...world.schema, tables: [...world.schema.tables, table] };
    for (let i = world.random.int(0, 2); i > 0; i--) {
      const related = withForeignKey(world, world.table(table));
      if (related !== null) world.put(related);
    }
    return true;
  },
  "drop table": (world) => {
    const table = world.random.maybe(world.schema.tables);
    if (table === null) return false;
    world.schema = withoutDangling({
      ...world.schema,
      tables: world.schema.tables.filter((other) => other !== table),
    });
    world.retire(table.name);
    return true;
  },
  "alter table": (world) =>
    onSomeTable(world, (table) => {
      const settings = world.random.maybe(world.profile.tableSettings) ?? [];
      const after = { ...table, comment: makeComment(world, 0.5), settings: world.random.chance(0.5) ? settings : [] };
      return canonical(after) === canonical(table) ? null : after;
    }),
  "rename table": (world) => {
    const table = world.random.maybe(world.schema.tables);
    return table !== null && rename(world, "table", { schema: table.schema }, table.name, world.fresh("table"));
  },

  "create column": (world) =>
    onSomeTable(world, (table) => {
      const name = world.name("col");
      const generated = world.random.chance(0.2) ? makeGenerated(world, table, name) : null;
      return { ...table, columns: [...table.columns, generated ?? makeColumn(world, name)] };
    }),
  "drop column": (world) =>
    onSomeTable(world, (table) => {
      const column = world.random.pick(table.columns);
      const after = withoutColumn(table, column.name);
      if (!after.columns.some(isPlain)) return null;
      world.retire(column.name);
      return after;
    }),
  "alter column": (world) =>
    onSomeTable(world, (table) => {
      const column = world.random.pick(table.columns);
      const after = alteredColumn(world, table, column);
      if (after === null) return null;
      return { ...table, columns: table.columns.map((other) => (other === column ? after : other)) };
    }),
  "rename column": (world) => {
    const table = world.random.maybe(world.schema.tables);
    if (table === null) return false;
    return rename(world, "column", owner(table), world.random.pick(table.columns).name, world.fresh("col"));
  },

  "create index": (world) =>
    onSomeTable(world, (table) => {
      const index = makeIndex(world, table, world.name("idx"));
      return index === null ? null : { ...table, indexes: [...table.indexes, index] };
    }),
  "drop index": (world) => dropMember(world, "indexes"),
  "alter index": (world) =>
    onSomeTable(world, (table) => {
      const index = world.random.maybe(table.indexes);
      const after = index?.name == null ? null : makeIndex(world, table, index.name);
      if (after === null || canonical(after) === canonical(index)) return null;
      return { ...table, indexes: table.indexes.map((other) => (other === index ? after : other)) };
    }),
  "rename index": (world) => renameMember(world, "index"),

  "create constraint": createConstraint,
  "drop constraint": (world) => dropMember(world, "constraints"),
  "alter constraint": (world) =>
    onSomeTable(world, (table) => {
      const constraint = world.random.maybe(table.constraints);
      const after = constraint?.name == null ? null : alteredConstraint(world, table, constraint);
      if (after === null || canonical(after) === canonical(constraint)) return null;
      return { ...table, constraints: table.constraints.map((other) => (other === constraint ? after : other)) };
    }),
  "rename constraint": (world) => renameMember(world, "constraint"),
};
