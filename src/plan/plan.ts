/** From a wanted schema and a live database to a plan: normalise, rename, settle, name, diff, order, lower. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { Connection } from "../dialect/connection.js";
import type { Dialect, Introspection, KnownPairs, LowerContext, Scope } from "../dialect/dialect.js";
import { usingOf } from "../dialect/using.js";
import { diff } from "../diff/diff.js";
import { adoptCheckNames } from "../diff/domain-checks.js";
import { looksLikeRename, type RenameSuggestion } from "../diff/lookalikes.js";
import { order } from "../diff/order.js";
import { adoptNames } from "../diff/pair.js";
import { type RenameProblem, resolve } from "../diff/renames.js";
import { share } from "../diff/share.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { columnKey, type Hints, memberKey, type RenameHint } from "../model/hints.js";
import { formatWord, type ObjectName, sameName } from "../model/name.js";
import { apply } from "../operation/apply.js";
import type { Operation } from "../operation/operation.js";
import { compare } from "./compare.js";
import { inlineValueRenames } from "./inline-values.js";
import { cutIntoMigrations } from "./migrations.js";
import type { Plan } from "./planned.js";

export interface PlanInput {
  readonly dialect: Dialect;
  readonly connection: Connection;
  /** As the binder gives it, not yet normalised. */
  readonly after: DatabaseSchema;
  readonly hints: Hints;
  readonly scope: Scope;
  readonly known: KnownPairs;
  /** Renames that are asked for once, said of the live database and the wanted schema; they stand before `hints`. */
  readonly asked?: (before: DatabaseSchema, wanted: DatabaseSchema) => readonly RenameHint[];
}

export interface PlanResult {
  readonly plan: Plan;
  /** The live database as it was read. */
  readonly live: Introspection;
  /** A drop and an add that look like one rename: each with the line that would say so. */
  readonly lookalikes: readonly RenameSuggestion[];
  /** Texts the engine found equal, worth remembering: [authored, catalog]. */
  readonly learned: readonly (readonly [authored: string, catalog: string])[];
}

/** Throws Failure when the engine cannot do what is asked. Changes nothing. */
export async function makePlan(input: PlanInput): Promise<PlanResult> {
  const { dialect, connection, hints } = input;
  const live = await dialect.introspect(connection, input.scope);
  const before = live.schema;
  const wanted = share(before, dialect.normalize(input.after));

  // Enums are those of the files: an engine without them has none in normal form.
  const asked = input.asked?.(before, { ...wanted, enums: input.after.enums }) ?? [];
  const standing = hints.renames.filter((hint) => !asked.some((one) => sameTarget(one, hint)));
  const { problems, operations: named } = resolve(before, wanted, standing, asked);
  const [problem] = problems;
  if (problem !== undefined) throw renameFailure(problem);
  const all = [...standing, ...asked];
  const values = inlineValueRenames(named.reduce(apply, before), input.after, wanted, all, dialect);
  const renames = [...named, ...values];
  refuseUnheard(asked, renames);
  const renamed = renames.reduce(apply, before);
  const settled = await dialect.settle(renamed, wanted, connection, input.known);
  const rules = adoptCheckNames(renamed, settled.schema, dialect.nameFor);
  const after = share(renamed, adoptNames(renamed, rules, dialect.nameFor));
  const context = lowerContext(after, hints, live, connection.version);
  const reads = (operation: Operation) => usingOf(operation, context)?.sql ?? null;
  const operations = order([...renames, ...diff(renamed, after)], reads);

  const migrations = cutIntoMigrations({
    dialect,
    operations,
    before,
    hints,
    wanted: after,
    context,
  });
  const impossible = migrations.flatMap(({ forward }) => forward.irreversible ?? []);
  if (impossible.length > 0) throw new Failure(`cannot be done: ${impossible.join("; ")}`);

  return {
    plan: {
      dialect: dialect.name,
      migrations,
      compared: compare(before, after, operations, settled.undecided.length),
      undecided: settled.undecided,
      unmanaged: live.unmanaged,
    },
    live,
    // What is made from the row as it was is not what went: its author has said so.
    lookalikes: looksLikeRename(operations.filter((operation) => reads(operation) === null)),
    learned: settled.learned,
  };
}

function sameTarget(a: RenameHint, b: RenameHint): boolean {
  const sameOwner = a.on === null || b.on === null ? a.on === b.on : sameName(a.on, b.on);
  return a.noun === b.noun && a.to === b.to && sameOwner;
}

/** What a person asks for happens, or is answered. */
function refuseUnheard(asked: readonly RenameHint[], renames: readonly Operation[]): void {
  const heard = ({ noun, to }: RenameHint) =>
    renames.some((operation) => operation.verb === "rename" && operation.noun === noun && operation.to === to);
  const unheard = asked.find((hint) => !heard(hint));
  if (unheard === undefined) return;
  const { origin, noun, from, to } = unheard;
  const swap = asked.some((other) => other.noun === noun && other.from.includes(to));
  throw new Failure(`${origin.path}: the database has ${formatWord(to)} already`, {
    exitCode: exit.refused,
    hint: swap
      ? "these cannot swap on this engine in one plan: go through a third name in two"
      : `to swap them, ask for both: what ${formatWord(to)} becomes, and that ${formatWord(from[0] ?? "")} becomes ${formatWord(to)}`,
  });
}

function renameFailure({ message, hint, origin }: RenameProblem): Failure {
  const place = origin.line === 0 ? origin.path : `${origin.path}:${origin.line}`;
  return new Failure(`${place}: ${message}`, { exitCode: exit.refused, hint });
}

function lowerContext(
  after: DatabaseSchema,
  hints: Hints,
  { unmanaged, texts }: Introspection,
  version: string,
): LowerContext {
  return {
    unmanaged,
    texts,
    version,
    using: (table, column) => hints.using.get(columnKey(table, column)) ?? null,
    concurrent(name: ObjectName, index: string): boolean {
      const table = after.tables.find((candidate) => sameName(candidate, name));
      const ordinal = table?.indexes.findIndex((candidate) => candidate.name === index) ?? -1;
      return table !== undefined && ordinal >= 0 && hints.concurrent.has(memberKey("index", table, ordinal));
    },
  };
}
