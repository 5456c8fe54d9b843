/** From a random change to the ordered operations a plan would hold, and what laws compare. */

import { diff } from "../../src/diff/diff.js";
import { order } from "../../src/diff/order.js";
import { resolveRenames } from "../../src/diff/renames.js";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import { canonical } from "../../src/model/equal.js";
import { sameName } from "../../src/model/name.js";
import { apply } from "../../src/operation/apply.js";
import { kindOf, objectOf } from "../../src/operation/describe.js";
import type { Operation } from "../../src/operation/operation.js";
import { quoteText } from "../../src/sql/rename.js";
import type { ArbitraryChange } from "./arbitrary.js";

/** The renames that a change asks for, each legal where it stands. */
export function renamesOf({ before, after, hints, inlineValues }: ArbitraryChange): Operation[] {
  const named = resolveRenames(before, after, hints);
  const schema = fold(before, named);
  const values = inlineValues.filter(({ on, from, to }) => {
    const live = valuesOf(schema, on);
    return (
      live.includes(quoteText(from)) && !live.includes(quoteText(to)) && valuesOf(after, on).includes(quoteText(to))
    );
  });
  return [...named, ...values];
}

function valuesOf(schema: DatabaseSchema, on: ArbitraryChange["inlineValues"][number]["on"]): readonly string[] {
  const table = schema.tables.find((candidate) => sameName(candidate, on));
  return table?.columns.find(({ name }) => name === on.column)?.type.args ?? [];
}

/** What a plan would hold: both sides in normal form, nothing unnamed that the engine names. */
export function operationsOf(change: ArbitraryChange): Operation[] {
  const renames = renamesOf(change);
  return order([...renames, ...diff(fold(change.before, renames), change.after)]);
}

export function fold(schema: DatabaseSchema, operations: readonly Operation[]): DatabaseSchema {
  return operations.reduce((state, operation) => apply(state, operation), schema);
}

/** The schemas a list goes through, the first one included. */
export function steps(schema: DatabaseSchema, operations: readonly Operation[]): DatabaseSchema[] {
  const states = [schema];
  for (const operation of operations) states.push(apply(states.at(-1) ?? schema, operation));
  return states;
}

/** Without the order of objects, columns and members, which no engine can be asked to restore. */
export function unordered(schema: DatabaseSchema): unknown {
  const sorted = (list: readonly unknown[]) => list.map(canonical).sort();
  return {
    namespaces: sorted(schema.namespaces),
    enums: sorted(schema.enums),
    domains: sorted(schema.domains.map((domain) => ({ ...domain, checks: sorted(domain.checks) }))),
    tables: sorted(
      schema.tables.map((table) => ({
        ...table,
        columns: sorted(table.columns),
        constraints: sorted(table.constraints),
        indexes: sorted(table.indexes),
      })),
    ),
  };
}

/** A list in words, for failures: `ADD_COLUMN users.nickname`. */
export function inWords(operations: readonly Operation[]): string[] {
  return operations.map((operation) => `${kindOf(operation)} ${objectOf(operation)}`);
}
