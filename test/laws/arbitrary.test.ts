/** The generators themselves: what they make is a schema an engine could hold. */

import { expect } from "chai";
import fc from "fast-check";
import { arbitraryChange } from "../support/arbitrary.js";
import { flaws } from "../support/integrity.js";
import { everything, type Profile, plain } from "../support/profile.js";

const profiles: Readonly<Record<string, Profile>> = { everything, plain };

describe("random schemas", () => {
  for (const [name, profile] of Object.entries(profiles)) {
    const builtin = new Set(["enum", ...profile.types.map(({ type }) => type.name)]);

    it(`hold together before and after random changes (${name})`, () => {
      fc.assert(
        fc.property(arbitraryChange(profile), ({ before, after }) => {
          expect(flaws(before, builtin)).to.deep.equal([]);
          expect(flaws(after, builtin)).to.deep.equal([]);
        }),
        { numRuns: 500 },
      );
    });
  }
});
