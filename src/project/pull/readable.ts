/**
 * The live schema as people would write it. The law of pull: a portable type, a shorter text or no name is written only where
 * the engine and covet take it for exactly what is stored; else the engine's own spelling stands.
 */

import type { Connection } from "../../dialect/connection.js";
import type { Dialect, KnownPairs } from "../../dialect/dialect.js";
import { adoptCheckNames } from "../../diff/domain-checks.js";
import { adoptNames } from "../../diff/pair.js";
import type { ColumnSchema, ColumnType } from "../../model/column-schema.js";
import type { CheckSchema, ConstraintSchema } from "../../model/constraint-schema.js";
import { type DatabaseSchema, emptySchema } from "../../model/database-schema.js";
import type { DomainSchema } from "../../model/domain-schema.js";
import { canonical, equal } from "../../model/equal.js";
import type { Expression } from "../../model/expression.js";
import type { IndexSchema } from "../../model/index-schema.js";
import { formatName, type ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { substituteColumn } from "../../sql/rename.js";
import { plainDefault, plainText, typeSpellings } from "./spelling.js";

type Member = ConstraintSchema | IndexSchema;

export interface Readable {
  readonly schema: DatabaseSchema;
  /** Domains, tables, columns, constraints and indexes as they are written, by the live object itself. */
  readonly domain: ReadonlyMap<DomainSchema, DomainSchema>;
  readonly table: ReadonlyMap<TableSchema, TableSchema>;
  readonly column: ReadonlyMap<ColumnSchema, ColumnSchema>;
  readonly constraint: ReadonlyMap<ConstraintSchema, ConstraintSchema>;
  readonly index: ReadonlyMap<IndexSchema, IndexSchema>;
  /** Indexes that come by themselves with what is written beside them. */
  readonly implied: ReadonlySet<IndexSchema>;
}

export async function makeReadable(
  live: DatabaseSchema,
  dialect: Dialect,
  connection: Connection,
  known: KnownPairs,
): Promise<Readable> {
  const typed = withTypes(live, dialect);
  const short = shortened(typed, dialect);
  const wanted = dialect.normalize(short);
  const settled = await dialect.settle(live, wanted, connection, known);
  const doubtful = (name: ObjectName) =>
    settled.undecided.some(({ object }) => `${object}.`.startsWith(`${formatName(name)}.`));
  const tables = live.tables.map((table, at) => {
    const [written, judged] = [short.tables[at], settled.schema.tables[at]];
    if (written === undefined || judged === undefined || doubtful(table)) return typed.tables[at] ?? table;
    return proven(table, written, judged);
  });
  const domains = live.domains.map((domain, at) => {
    const [written, judged] = [short.domains[at], settled.schema.domains[at]];
    if (written === undefined || judged === undefined || doubtful(domain)) return typed.domains[at] ?? domain;
    return provenDomain(domain, written, judged);
  });
  const named = withoutGivenNames({ ...live, domains, tables }, live, dialect);
  return index(live, named, dialect);
}

function withTypes(live: DatabaseSchema, dialect: Dialect): DatabaseSchema {
  const enums = new Set([...live.enums, ...live.domains].map(formatName));
  const found = new Map<string, ColumnType>();
  const fits = (table: TableSchema, column: ColumnSchema, type: ColumnType): boolean => {
    const bare = { ...column, type, default: null, generated: null, identity: null };
    const probe = { ...table, columns: [bare], constraints: [], indexes: [] };
    const normal = dialect.normalize({ ...live, namespaces: [], tables: [probe] });
    return equal(normal.tables[0]?.columns[0]?.type, column.type);
  };
  const spell = (table: TableSchema, column: ColumnSchema): ColumnType => {
    const key = canonical([table.settings, column.type]);
    const spellings = () => typeSpellings(column.type, dialect.vocabulary, enums, dialect.quote);
    const type = found.get(key) ?? spellings().find((candidate) => fits(table, column, candidate)) ?? column.type;
    found.set(key, type);
    return type;
  };
  const tables = live.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({ ...column, type: spell(table, column) })),
  }));
  // A domain over a type takes the words a column of that type takes.
  const asColumn = ({ name, type }: DomainSchema): ColumnSchema => ({ ...plainColumn, name, type });
  const domains = live.domains.map((domain) => ({ ...domain, type: spell(plainTable, asColumn(domain)) }));
  return { ...live, domains, tables };
}

const plainTable: TableSchema = {
  schema: null,
  name: "",
  columns: [],
  constraints: [],
  indexes: [],
  comment: null,
  settings: [],
};

const plainColumn: Omit<ColumnSchema, "name" | "type"> = {
  nullable: true,
  default: null,
  generated: null,
  identity: null,
  collation: null,
  comment: null,
  settings: [],
};

function shortened(schema: DatabaseSchema, { syntax }: Dialect): DatabaseSchema {
  const text = <T extends { readonly sql: string } | null>(expression: T): T =>
    expression === null ? expression : { ...expression, sql: plainText(expression.sql, syntax) };
  const tables = schema.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      default: column.default === null ? null : { sql: plainDefault(column.default.sql, syntax) },
      generated:
        column.generated === null ? null : { ...column.generated, expression: text(column.generated.expression) },
    })),
    constraints: table.constraints.map((constraint) =>
      constraint.kind === "check" ? { ...constraint, expression: text(constraint.expression) } : constraint,
    ),
    indexes: table.indexes.map((item) => ({
      ...item,
      parts: item.parts.map((part) => ({ ...part, expression: text(part.expression) })),
      where: text(item.where),
    })),
  }));
  const domains = schema.domains.map((domain) => ({
    ...domain,
    default: domain.default === null ? null : { sql: plainDefault(domain.default.sql, syntax) },
    checks: domain.checks.map((check) => ({ ...check, expression: quiet(text(check.expression)) })),
  }));
  return { ...schema, domains, tables };
}

/** What was written, wherever the engine took it for the live object; the live object elsewhere. */
function proven(live: TableSchema, written: TableSchema, judged: TableSchema): TableSchema {
  const take = <T>(from: readonly T[], to: readonly T[], answers: readonly T[]): T[] =>
    from.map((item, at) => (equal(answers[at], item) ? (to[at] ?? item) : item));
  return {
    ...written,
    columns: live.columns.map((column, at) => {
      const [line, answer] = [written.columns[at], judged.columns[at]];
      if (line === undefined || answer === undefined) return column;
      return {
        ...line,
        default: equal(answer.default, column.default) ? line.default : column.default,
        generated: equal(answer.generated, column.generated) ? line.generated : column.generated,
      };
    }),
    constraints: take(live.constraints, written.constraints, judged.constraints),
    indexes: take(live.indexes, written.indexes, judged.indexes),
  };
}

/** A catalog may print the value in capitals. */
function quiet({ sql }: Expression): Expression {
  return { sql: substituteColumn(sql, "value", "value") };
}

function provenDomain(live: DomainSchema, written: DomainSchema, judged: DomainSchema): DomainSchema {
  return {
    ...written,
    default: equal(judged.default, live.default) ? written.default : live.default,
    checks: live.checks.map((check, at) => (equal(judged.checks[at], check) ? (written.checks[at] ?? check) : check)),
  };
}

/** Names go where covet would give the same ones to members without a name. */
function withoutGivenNames(schema: DatabaseSchema, live: DatabaseSchema, dialect: Dialect): DatabaseSchema {
  const domains = schema.domains.map((domain, at) =>
    withoutGivenCheckNames(domain, live.domains[at] ?? domain, dialect),
  );
  const kept = new Set<Member>();
  for (;;) {
    const bare = mapMembers(schema, (member) => (kept.has(member) ? member : { ...member, name: null }));
    const given = adoptNames(emptySchema, bare, dialect.nameFor);
    const wrong = schema.tables.flatMap((table, at) => {
      const members = [...(given.tables[at]?.constraints ?? []), ...(given.tables[at]?.indexes ?? [])];
      const names = [...(live.tables[at]?.constraints ?? []), ...(live.tables[at]?.indexes ?? [])];
      return [...table.constraints, ...table.indexes].filter(
        (member, i) => !kept.has(member) && names[i]?.name != null && members[i]?.name !== names[i]?.name,
      );
    });
    if (wrong.length === 0) return { ...bare, domains };
    for (const member of wrong) kept.add(member);
  }
}

function withoutGivenCheckNames(domain: DomainSchema, live: DomainSchema, dialect: Dialect): DomainSchema {
  const content = (check: CheckSchema): string => canonical({ ...check, name: null });
  const kept = new Set<CheckSchema>();
  for (;;) {
    const checks = domain.checks.map((check) => (kept.has(check) ? check : { ...check, name: null }));
    const bare = { ...domain, checks };
    const [given] = adoptCheckNames(emptySchema, { ...emptySchema, domains: [bare] }, dialect.nameFor).domains;
    const names = new Map(given?.checks.map((check) => [content(check), check.name]));
    const wrong = domain.checks.filter(
      (check, at) => !kept.has(check) && names.get(content(check)) !== live.checks[at]?.name,
    );
    if (wrong.length === 0) return bare;
    for (const check of wrong) kept.add(check);
  }
}

function mapMembers(schema: DatabaseSchema, change: <T extends Member>(member: T) => T): DatabaseSchema {
  const tables = schema.tables.map((table) => ({
    ...table,
    constraints: table.constraints.map(change),
    indexes: table.indexes.map(change),
  }));
  return { ...schema, tables };
}

function index(live: DatabaseSchema, schema: DatabaseSchema, dialect: Dialect): Readable {
  const domain = new Map<DomainSchema, DomainSchema>();
  const table = new Map<TableSchema, TableSchema>();
  const column = new Map<ColumnSchema, ColumnSchema>();
  const constraint = new Map<ConstraintSchema, ConstraintSchema>();
  const indexes = new Map<IndexSchema, IndexSchema>();
  const pairUp = <T>(map: Map<T, T>, from: readonly T[], to: readonly T[]): void => {
    for (const [at, item] of from.entries()) map.set(item, to[at] ?? item);
  };
  pairUp(domain, live.domains, schema.domains);
  pairUp(table, live.tables, schema.tables);
  for (const [from, to] of table) {
    pairUp(column, from.columns, to.columns);
    pairUp(constraint, from.constraints, to.constraints);
    pairUp(indexes, from.indexes, to.indexes);
  }
  return { schema, domain, table, column, constraint, index: indexes, implied: impliedIndexes(live, indexes, dialect) };
}

/** Unnamed indexes that normalising adds again by itself when they are left out: an engine's keys may need some. */
function impliedIndexes(
  live: DatabaseSchema,
  written: ReadonlyMap<IndexSchema, IndexSchema>,
  dialect: Dialect,
): Set<IndexSchema> {
  const nameless = (item: IndexSchema) => written.get(item)?.name === null;
  const bare = {
    ...live,
    tables: live.tables.map((table) => ({ ...table, indexes: table.indexes.filter((item) => !nameless(item)) })),
  };
  const normal = dialect.normalize(bare);
  return new Set(
    live.tables.flatMap((table, at) => {
      const again = (normal.tables[at]?.indexes ?? []).map((item) => canonical({ ...item, name: null }));
      return table.indexes.filter((item) => nameless(item) && again.includes(canonical({ ...item, name: null })));
    }),
  );
}
