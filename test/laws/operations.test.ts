/** The laws of the operation algebra, on random schemas and random changes between them. */

import { expect } from "chai";
import fc from "fast-check";
import { diff } from "../../src/diff/diff.js";
import { order } from "../../src/diff/order.js";
import { invert, invertAll } from "../../src/operation/invert.js";
import { arbitraryChange, arbitrarySchema } from "../support/arbitrary.js";
import { Coverage } from "../support/coverage.js";
import { flaws } from "../support/integrity.js";
import { fold, inWords, operationsOf, renamesOf, steps, unordered } from "../support/operations.js";
import { everything, type Profile, plain } from "../support/profile.js";

const profiles: Readonly<Record<string, Profile>> = { everything, plain };
const numRuns = Number(process.env.COVET_LAW_RUNS ?? 150);

for (const [name, profile] of Object.entries(profiles)) {
  const builtin = new Set(["enum", ...profile.types.map(({ type }) => type.name)]);
  const change = arbitraryChange(profile);
  const sound = (schemas: readonly Parameters<typeof flaws>[0][], names: readonly string[]) => {
    for (const [at, schema] of schemas.entries())
      expect(flaws(schema, builtin), `after ${names[at - 1]} of ${names.join(", ")}`).to.deep.equal([]);
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

    it("diff(a, b) after its renames never drops what was renamed", () => {
      fc.assert(
        fc.property(change, (made) => {
          const renamed = fold(made.before, renamesOf(made));
          const dropped = new Set(inWords(diff(renamed, made.after).filter(({ verb }) => verb === "drop")));
          const names = renamesOf(made).flatMap((rename) => (rename.verb === "rename" ? [rename.to] : []));
          for (const { noun, on, to } of made.hints)
            if (noun === "table" && names.includes(to) && on !== null)
              expect([...dropped]).not.to.include(`DROP_TABLE ${to}`);
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
          const creates = ({ verb }: { readonly verb: string }) => verb === "create";
          // Members are created in the order of the files: that much of the order does count.
          const shuffled = [...found.filter(creates), ...found.filter((item) => !creates(item)).reverse()];
          expect(inWords(order([...renames, ...shuffled]))).to.deep.equal(inWords(order([...renames, ...found])));
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
