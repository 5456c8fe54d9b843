/** fast-check arbitraries: random schemas, and pairs of schemas with the renames between them. */

import fc from "fast-check";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import type { RenameHint } from "../../src/model/hints.js";
import type { Rename } from "../../src/operation/operation.js";
import { changes } from "./arbitrary-changes.js";
import { withForeignKey } from "./arbitrary-parts.js";
import type { Profile } from "./profile.js";
import { Random } from "./random.js";
import { type RenameRecord, World } from "./world.js";

export interface SchemaOptions {
  /** At most so many tables. */
  readonly tables?: number;
}

export interface ChangeOptions extends SchemaOptions {
  /** At most so many changes. */
  readonly changes?: number;
}

/** What happened between two plans. */
export interface ArbitraryChange {
  readonly before: DatabaseSchema;
  readonly after: DatabaseSchema;
  /** `@was` of everything that was renamed. */
  readonly hints: readonly RenameHint[];
  /** Renamed values of columns that list their values themselves, in terms of the names after all other renames. */
  readonly inlineValues: readonly Rename<"enumValue">[];
  /** The changes that were made, to read in a failure: `rename column`. */
  readonly done: readonly string[];
}

/** Shrinks by leaving out tables. */
export function arbitrarySchema(profile: Profile, { tables = 4 }: SchemaOptions = {}): fc.Arbitrary<DatabaseSchema> {
  return seeds(tables).map((list) => makeWorld(profile, list).schema);
}

/** Shrinks by leaving out tables and changes. */
export function arbitraryChange(
  profile: Profile,
  { tables = 4, changes: steps = 6 }: ChangeOptions = {},
): fc.Arbitrary<ArbitraryChange> {
  return fc.tuple(seeds(tables), seeds(steps)).map(([start, list]) => {
    const world = makeWorld(profile, start);
    const before = world.schema;
    const done = list.map((seed) => change(world, seed));
    const result = { before, after: world.schema, ...renamesOf(world.renames), done };
    // A counterexample in one line; the schemas themselves fill pages.
    return Object.assign(result, { [fc.toStringMethod]: () => `${done.join(", ")} (seeds ${start} / ${list})` });
  });
}

function seeds(maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.noShrink(fc.integer()), { minLength: 1, maxLength, size: "max" });
}

function makeWorld(profile: Profile, list: readonly number[]): World {
  const world = new World(profile, 0);
  for (const seed of list) {
    world.random = new Random(seed);
    if (world.random.chance(0.3)) changes["create namespace"](world);
    if (world.random.chance(0.4)) changes["create enum"](world);
    if (world.random.chance(0.4)) changes["create domain"](world);
    changes["create table"](world);
  }
  // Keys both ways, so that some schemas hold cycles.
  const table = world.random.maybe(world.schema.tables);
  const related = table === null || world.random.chance(0.5) ? null : withForeignKey(world, table);
  if (related !== null) world.put(related);
  return world;
}

function change(world: World, seed: number): string {
  world.random = new Random(seed);
  for (const [kind, make] of world.random.shuffle(Object.entries(changes))) {
    const before = world.schema;
    if (make(world) && world.schema !== before) return kind;
  }
  return "nothing";
}

function renamesOf(records: readonly RenameRecord[]): Pick<ArbitraryChange, "hints" | "inlineValues"> {
  const origin = { path: "schemas/arbitrary.covet", line: 1 };
  const hints = records
    .filter(({ column }) => column === null)
    .map(({ noun, on, from, to }) => ({ noun, on, from: [from], to, origin }));
  const inlineValues = records.flatMap(({ on, column, from, to }) =>
    on === null || column === null
      ? []
      : [{ verb: "rename", noun: "enumValue", on: { ...on, column }, from, to } as const],
  );
  return { hints, inlineValues };
}
