/** Random domains, and random changes to them. */

import type { ColumnType } from "../../src/model/column-schema.js";
import type { CheckSchema } from "../../src/model/constraint-schema.js";
import { baseType, type DomainSchema, domainOf } from "../../src/model/domain-schema.js";
import { canonical } from "../../src/model/equal.js";
import { sameName } from "../../src/model/name.js";
import { quoteText } from "../../src/sql/rename.js";
import { makeComment, makeName } from "./arbitrary-parts.js";
import { withoutDangling } from "./arbitrary-prune.js";
import { checkOf, typeOf } from "./build.js";
import type { TypeSample } from "./profile.js";
import type { World } from "./world.js";

export function typeNamed({ schema, name }: DomainSchema): ColumnType {
  return typeOf(name, { schema });
}

function sampleUnder(world: World, type: ColumnType): TypeSample | null {
  const under = canonical(baseType(type, world.schema.domains));
  return world.profile.types.find((sample) => canonical(sample.type) === under) ?? null;
}

/** One that every default of the type passes. */
function makeRule(world: World, type: ColumnType): CheckSchema | null {
  const conditions = {
    number: ["value <> 13", "value > -100", "VALUE <> 13 and VALUE < 100000"],
    text: ["length(value) < 500", "value <> 'nobody'", "value <> 'it''s value'"],
    other: ["value is not null"],
  };
  const sample = sampleUnder(world, type);
  if (sample === null) return null;
  const sql = world.random.pick(conditions[sample.group]);
  const validated = world.lacks("notValid") || world.random.chance(0.9);
  return checkOf(sql, { name: makeName(world, "rule"), comment: makeComment(world), validated });
}

function makeDefault(world: World, type: ColumnType): DomainSchema["default"] {
  const { random, schema } = world;
  const under = baseType(type, schema.domains);
  const values = schema.enums.find((item) => sameName(item, under))?.values;
  const texts = values?.map(quoteText) ?? sampleUnder(world, type)?.defaults ?? [];
  const sql = random.chance(0.4) ? random.maybe(texts) : null;
  return sql === null ? null : { sql };
}

function makeBase(world: World): ColumnType {
  const { random, schema, profile } = world;
  const [item, domain] = [random.maybe(schema.enums), random.maybe(schema.domains)];
  if (item !== null && random.chance(0.2)) return typeOf(item.name, { schema: item.schema });
  if (domain !== null && random.chance(0.2)) return typeNamed(domain);
  return random.pick(profile.types.filter(({ group, type }) => group !== "other" && type.dimensions === 0)).type;
}

export function createDomain(world: World, schema: string | null): boolean {
  const { random, profile } = world;
  if (!profile.domains) return false;
  const type = makeBase(world);
  const rule = makeRule(world, type);
  const domain: DomainSchema = {
    schema,
    name: world.name("domain"),
    type,
    nullable: random.chance(0.8),
    default: makeDefault(world, type),
    collation: null,
    checks: rule !== null && random.chance(0.7) ? [rule] : [],
    comment: makeComment(world),
  };
  world.schema = { ...world.schema, domains: [...world.schema.domains, domain] };
  return true;
}

/** Its columns take what was under it. */
export function dropDomain(world: World): boolean {
  const { schema, random } = world;
  const gone = random.maybe(schema.domains);
  if (gone === null) return false;
  const free = <T extends { readonly type: ColumnType }>(holder: T): T =>
    sameName(holder.type, gone) ? { ...holder, type: { ...gone.type, dimensions: holder.type.dimensions } } : holder;
  world.schema = withoutDangling({
    ...schema,
    domains: schema.domains.filter((other) => other !== gone).map(free),
    tables: schema.tables.map((table) => ({ ...table, columns: table.columns.map(free) })),
  });
  world.retire(gone.name);
  return true;
}

export function alterDomain(world: World): boolean {
  const { schema, random } = world;
  const domain = random.maybe(schema.domains);
  if (domain === null) return false;
  const sample = sampleUnder(world, domain.type);
  const ways: (() => DomainSchema | null)[] = [
    () => ({ ...domain, nullable: !domain.nullable }),
    () => ({ ...domain, default: makeDefault(world, domain.type) }),
    () => (world.profile.comments ? { ...domain, comment: makeComment(world, 1) } : null),
    () => {
      const rule = makeRule(world, domain.type);
      return rule === null ? null : { ...domain, checks: [...domain.checks, rule] };
    },
    () => ({ ...domain, checks: domain.checks.slice(1) }),
    () => {
      const [first, ...rest] = domain.checks;
      const rule = makeRule(world, domain.type);
      return first === undefined || rule === null
        ? null
        : { ...domain, checks: [{ ...rule, name: first.name }, ...rest] };
    },
    () => {
      const same = world.profile.types.filter(({ group }) => group !== "other" && group === sample?.group);
      const next = random.maybe(same);
      return next === null || domainOf(domain.type, schema.domains) !== null ? null : { ...domain, type: next.type };
    },
  ];
  for (const way of random.shuffle(ways)) {
    const after = way();
    if (after === null || canonical(after) === canonical(domain)) continue;
    const domains = schema.domains.map((other) => (other === domain ? after : other));
    world.schema = withoutDangling({ ...schema, domains });
    return true;
  }
  return false;
}

/** An enum goes: domains over it become texts. */
export function withoutEnum(domain: DomainSchema, item: { schema: string | null; name: string }, text: ColumnType) {
  return sameName(domain.type, item) ? { ...domain, type: text, default: null } : domain;
}
