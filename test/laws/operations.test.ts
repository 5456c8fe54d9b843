/** The laws of the operation algebra, on random schemas and random changes between them. */

import { expect } from "chai";
import fc from "fast-check";
import { diff } from "../../src/diff/diff.js";
import { order } from "../../src/diff/order.js";
import { adoptNames } from "../../src/diff/pair.js";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import { invert, invertAll } from "../../src/operation/invert.js";
import type { Operation } from "../../src/operation/operation.js";
import { arbitraryChange, arbitrarySchema } from "../support/arbitrary.js";
import { Coverage } from "../support/coverage.js";
import { flawsWithin } from "../support/integrity.js";
import { fold, inWords, operationsOf, renamesOf, steps, unordered } from "../support/operations.js";
import { everything, type Profile, plain } from "../support/profile.js";

const profiles: Readonly<Record<string, Profile>> = { everything, plain };
const numRuns = Number(process.env.COVET_LAW_RUNS ?? 150);

for (const [name, profile] of Object.entries(profiles)) {
  const builtin = new Set(["enum", ...profile.types.map(({ type }) => type.name)]);
  const change = arbitraryChange(profile);
  const sound = (states: readonly DatabaseSchema[], names: readonly string[]) => {
    for (const at of states.keys())
      expect(flawsWithin(states, at, builtin), `after ${names[at - 1]} of ${names.join(", ")}`).to.deep.equal([]);
  };

  describe(`operations (${name})`, () => {
    it("diff(a, a) = []", () => {
      fc.assert(
        fc.property(arbitrarySchema(profile), (schema) => {
          expect(diff(schema, structuredClone(schema))).to.deep.equal([]);
        }),
        { numRuns },
      );
    });

    it("apply(a, diff(a, b)) = b, renames included", () => {
      fc.assert(
        fc.property(change, (made) => {
          expect(unordered(fold(made.before, operationsOf(made)))).to.deep.equal(unordered(made.after));
        }),
        { numRuns },
      );
    });

    it("a rename alone leaves nothing else to do", () => {
      const one = arbitraryChange(profile, { changes: 1 }).filter(({ done }) => done[0]?.startsWith("rename") === true);
      fc.assert(
        fc.property(one, (made) => {
          const operations = operationsOf(made);
          expect(operations.map(({ verb }) => verb)).to.deep.equal(["rename"], inWords(operations).join(", "));
        }),
        { numRuns },
      );
    });

    it("invert(invert(x)) = x", () => {
      fc.assert(
        fc.property(change, (made) => {
          const operations = operationsOf(made);
          expect(operations.map(invert).map(invert)).to.deep.equal(operations);
        }),
        { numRuns },
      );
    });

    it("apply(b, inverse) = a", () => {
      fc.assert(
        fc.property(change, (made) => {
          const operations = operationsOf(made);
          const after = fold(made.before, operations);
          expect(unordered(fold(after, invertAll(operations)))).to.deep.equal(unordered(made.before));
        }),
        { numRuns },
      );
    });

    it("order(diff) is legal at each step", () => {
      fc.assert(
        fc.property(change, (made) => {
          const operations = operationsOf(made);
          sound(steps(made.before, operations), inWords(operations));
        }),
        { numRuns },
      );
    });

    it("order(inverse) is legal at each step and leads back", () => {
      fc.assert(
        fc.property(change, (made) => {
          const operations = order(invertAll(operationsOf(made)));
          const states = steps(fold(made.before, operationsOf(made)), operations);
          sound(states, inWords(operations));
          expect(unordered(states.at(-1) ?? made.after)).to.deep.equal(unordered(made.before));
        }),
        { numRuns },
      );
    });

    it("order does not depend on the order of the differences", () => {
      fc.assert(
        fc.property(change, (made) => {
          const renames = renamesOf(made);
          const found = diff(fold(made.before, renames), made.after);
          const isNewColumn = ({ verb, noun }: Operation) => verb === "create" && noun === "column";
          // Columns are created in the order of the files: that much of the order does count.
          const shuffled = [...found.filter(isNewColumn), ...found.filter((item) => !isNewColumn(item)).reverse()];
          expect(inWords(order([...renames, ...shuffled]))).to.deep.equal(inWords(order([...renames, ...found])));
        }),
        { numRuns },
      );
    });

    it("adopting names gives every unnamed member its live name back", () => {
      fc.assert(
        fc.property(arbitrarySchema(profile), (schema) => {
          const nameFor = () => null;
          expect(diff(schema, adoptNames(schema, withoutNames(schema), nameFor))).to.deep.equal([]);
        }),
        { numRuns },
      );
    });

    it("a second diff finds nothing", () => {
      fc.assert(
        fc.property(change, (made) => {
          const reached = fold(made.before, operationsOf(made));
          expect(operationsOf({ ...made, before: reached })).to.deep.equal([]);
        }),
        { numRuns },
      );
    });
  });
}

/** As an author writes it who leaves all names to the engine; what has no name keeps having none. */
function withoutNames(schema: DatabaseSchema): DatabaseSchema {
  const unnamed = <T extends { readonly name: string | null }>(item: T): T => ({ ...item, name: null });
  return {
    ...schema,
    tables: schema.tables.map((table) => ({
      ...table,
      constraints: table.constraints.map(unnamed),
      indexes: table.indexes.map(unnamed),
    })),
  };
}

describe("random changes", () => {
  it("hit every noun and verb in at least one of a hundred operations", () => {
    const coverage = new Coverage();
    fc.assert(
      fc.property(arbitraryChange(everything, { changes: 10 }), (made) => coverage.count(operationsOf(made))),
      { numRuns: 1000, seed: 2 },
    );
    console.log(coverage.report());
    expect(coverage.rare(0.01)).to.deep.equal([]);
  });
});
