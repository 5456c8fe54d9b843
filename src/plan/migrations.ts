/** One plan, cut into migrations: a file ends where a transaction must end, and each file can be undone by itself. */

import type { Dialect, LowerContext } from "../dialect/dialect.js";
import type { PhysicalStep } from "../dialect/statement.js";
import { type DatabaseSchema, emptySchema } from "../model/database-schema.js";
import { canonical } from "../model/equal.js";
import type { Hints } from "../model/hints.js";
import { formatName } from "../model/name.js";
import { apply } from "../operation/apply.js";
import { kindOf, objectOf, touchedBy } from "../operation/describe.js";
import { invertAll } from "../operation/invert.js";
import type { Operation } from "../operation/operation.js";
import { fingerprints } from "./fingerprint.js";
import { originOf } from "./origin.js";
import type { PlannedHalf, PlannedMigration, PlannedStep } from "./planned.js";
import { slugOf } from "./slug.js";

export interface CutInput {
  readonly dialect: Dialect;
  readonly operations: readonly Operation[];
  readonly before: DatabaseSchema;
  /** The schema the plan leads to, with names settled: members are in the order of the files. */
  readonly wanted: DatabaseSchema;
  readonly hints: Hints;
  readonly context: LowerContext;
}

export function cutIntoMigrations(input: CutInput): PlannedMigration[] {
  const migrations: PlannedMigration[] = [];
  let state = input.before;
  for (const group of groups(input)) {
    const after = group.reduce(apply, state);
    migrations.push(planGroup(input, group, state, after));
    state = after;
  }
  return migrations;
}

function planGroup(
  input: CutInput,
  group: readonly Operation[],
  before: DatabaseSchema,
  after: DatabaseSchema,
): PlannedMigration {
  const { dialect, context } = input;
  const forward = dialect.lower(group, before, after, context);
  const backward = dialect.lower(invertAll(group), after, before, inverse(context));
  const touched = new Set(group.flatMap(touchedBy));
  return {
    slug: slugOf(group, before),
    transaction: !dialect.capabilities.transactionalDdl || [...forward, ...backward].some(outside) ? "none" : "all",
    before: fingerprints(before, touched),
    after: fingerprints(after, touched),
    forward: half(forward, (operation) => originOf(operation, input.wanted, input.hints)),
    backward: half(backward, () => null),
  };
}

/** What files say of how values are made is about the way to them, not back. */
function inverse(context: LowerContext): LowerContext {
  return { ...context, using: () => null };
}

function half(steps: readonly PhysicalStep[], origin: (operation: Operation) => PlannedStep["origin"]): PlannedHalf {
  const reasons = steps.flatMap((step) => step.irreversible ?? []);
  return {
    irreversible: reasons.length > 0 ? reasons.join("; ") : null,
    steps: steps.flatMap((step) => plannedStep(step, origin)),
  };
}

function plannedStep(step: PhysicalStep, origin: (operation: Operation) => PlannedStep["origin"]): PlannedStep[] {
  const [first] = step.operations;
  if (first === undefined || step.statements.length === 0) return [];
  const merged = step.operations.length > 1 || step.name !== null;
  const tables = step.operations.map((operation) =>
    typeof operation.on === "object" && operation.on !== null && "name" in operation.on
      ? formatName(operation.on)
      : null,
  );
  return [
    {
      kind: step.name ?? kindOf(first),
      object: step.name === null ? objectOf(first) : (tables[0] ?? objectOf(first)),
      origin: step.operations.map(origin).find((place) => place !== null) ?? null,
      merged: merged ? step.operations.map((operation) => `${kindOf(operation)} ${objectOf(operation)}`) : [],
      statements: step.statements,
    },
  ];
}

function outside(step: PhysicalStep): boolean {
  return step.statements.some(({ transaction }) => transaction === "outside");
}

function commits(step: PhysicalStep): boolean {
  return step.statements.some(({ transaction }) => transaction === "commitAfter");
}

/**
 * Operations in runs that can share a transaction, both ways. Lowering the whole list once each way shows which
 * operations cannot: those that run outside, and those whose effect must be committed before something that uses it.
 */
function groups({ dialect, operations, before, wanted, context }: CutInput): Operation[][] {
  if (operations.length === 0) return [];
  // Each statement commits by itself: there is no transaction to end.
  if (!dialect.capabilities.transactionalDdl) return [[...operations]];
  const alone = new Set<string>();
  const commitAfter = new Set<string>();
  const commitBefore = new Set<string>();
  for (const step of dialect.lower(operations, before, wanted, context)) {
    for (const operation of step.operations) {
      if (outside(step)) alone.add(canonical(operation));
      if (commits(step)) commitAfter.add(canonical(operation));
    }
  }
  for (const step of dialect.lower(invertAll(operations), wanted, before, inverse(context))) {
    for (const operation of invertAll(step.operations)) {
      if (outside(step)) alone.add(canonical(operation));
      if (commits(step)) commitBefore.add(canonical(operation));
    }
  }
  const result: Operation[][] = [];
  let current: Operation[] = [];
  const close = () => {
    if (current.length > 0) result.push(current);
    current = [];
  };
  const users = (one: Operation, other: Operation) => uses(one, other, before) || uses(one, other, wanted);
  let uncommitted: Operation[] = [];
  let currentAlone = false;
  for (const operation of operations) {
    const key = canonical(operation);
    const isAlone = alone.has(key);
    const needsCommit = uncommitted.some((earlier) => users(earlier, operation));
    const backNeedsCommit = commitBefore.has(key) && current.some((earlier) => users(operation, earlier));
    if (isAlone !== currentAlone || needsCommit || backNeedsCommit) {
      close();
      uncommitted = [];
    }
    current.push(operation);
    currentAlone = isAlone;
    if (commitAfter.has(key)) uncommitted.push(operation);
  }
  close();
  return result;
}

/** Whether `other` may read what `changed` changes: it mentions it by name, or works on a table that does. */
function uses(changed: Operation, other: Operation, schema: DatabaseSchema): boolean {
  const name = "after" in changed ? changed.after.name : "before" in changed ? changed.before.name : changed.to;
  const mentions = [name, ...domainsOver(name, schema)].map((word) => `"name":${JSON.stringify(word)}`);
  const speaks = (text: string) => mentions.some((mention) => text.includes(mention));
  if (speaks(canonical(other))) return true;
  const on = other.on;
  if (on === null || !("name" in on)) return false;
  const table = schema.tables.find((candidate) => candidate.name === on.name && candidate.schema === on.schema);
  return table !== undefined && speaks(canonical(table));
}

/** By name alone, which may be too many. */
function domainsOver(name: string | null, { domains }: DatabaseSchema): string[] {
  const over = domains.filter((domain) => domain.type.name === name && domain.name !== name);
  return over.flatMap((domain) => [
    domain.name,
    ...domainsOver(domain.name, { ...emptySchema, domains: domains.filter((other) => other !== domain) }),
  ]);
}
