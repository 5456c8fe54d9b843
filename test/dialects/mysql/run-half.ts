/** Runs half of a migration with its guards asked first, and holds the server's answers against theirs. */

import { expect } from "chai";
import type { Connection } from "../../../src/dialect/connection.js";
import type { PlannedHalf, PlannedStep } from "../../../src/plan/planned.js";

export interface HalfRun {
  /** What guards said would be lost. */
  readonly loses: readonly string[];
  /** A guard stood in the way, and the server would have stopped there too. */
  readonly stopped: boolean;
}

/**
 * A guard that stops a migration for nothing is as bad as one that is missing: the server has to refuse the first step
 * that a guard speaks against, and no other.
 */
export async function runHalf(connection: Connection, half: PlannedHalf): Promise<HalfRun> {
  expect(half.irreversible).to.equal(null);
  const loses: string[] = [];
  const against = new Map<number, string[]>();
  const fills = new Set<number>();
  for (const [at, step] of half.steps.entries())
    for (const { kind, object, query } of step.statements.flatMap(({ guards }) => guards)) {
      expect(query).not.to.match(/\n/);
      if ((await connection.query(query)).length === 0) continue;
      if (kind === "loses") loses.push(object);
      else if (addsColumn(step, object) || givesTime(step, query)) fills.add(at);
      else against.set(at, [...(against.get(at) ?? []), `${object}: ${query}`]);
    }
  const first = least(against.keys());
  const filled = least(fills);
  const refusal = await refusedStep(connection, half);
  const refused = refusal?.at ?? Number.POSITIVE_INFINITY;
  // What is made up for a new column may break a rule that comes later, or keep it.
  const asExpected = first < filled || filled === Number.POSITIVE_INFINITY ? refused === first : refused >= filled;
  if (!asExpected) {
    const what = [`guards: ${JSON.stringify([...against])}`, `server: ${JSON.stringify(refusal)}`];
    expect.fail([...what, ...half.steps.flatMap(({ statements }) => statements.map(({ sql }) => sql))].join("\n"));
  }
  return { loses, stopped: Math.min(first, filled) !== Number.POSITIVE_INFINITY };
}

function least(steps: Iterable<number>): number {
  return Math.min(...steps, Number.POSITIVE_INFINITY);
}

async function refusedStep(connection: Connection, { steps }: PlannedHalf) {
  for (const [at, { statements }] of steps.entries())
    for (const { sql } of statements) {
      const reason = await connection.execute(sql).then(
        () => null,
        (error: Error) => error.message,
      );
      if (reason !== null) return { at, sql, reason };
    }
  return null;
}

/** A column without a value for the rows: the server makes one up where covet stops. */
function addsColumn({ kind, object, merged }: PlannedStep, guarded: string): boolean {
  return [`${kind} ${object}`, ...merged].includes(`ADD_COLUMN ${guarded}`);
}

/** MariaDB writes the time of now where a null is in the way. */
function givesTime({ statements }: PlannedStep, guard: string): boolean {
  return / IS NULL$/.test(guard) && statements.some(({ sql }) => / timestamp(?:\(\d\))? NOT NULL/.test(sql));
}
