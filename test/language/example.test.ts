/** The example schema of `schemas/`: right for both engines, and of some size. */

import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { bindSources, vocabularyOf } from "../support/covet.js";

const folder = new URL("../../schemas/", import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith(".covet"))
  .map((name) => ({ path: `schemas/${name}`, text: readFileSync(new URL(name, folder), "utf8") }));

describe("example schema", () => {
  for (const [target, tables] of [
    ["postgres", 11],
    ["sqlite", 10],
  ] as const)
    it(`binds for ${target} without a word`, () => {
      const { diagnostics, schema } = bindSources(sources, vocabularyOf(target));
      expect(diagnostics.map(({ code, title }) => `${code} ${title}`)).to.deep.equal([]);
      expect(schema.tables).to.have.length(tables);
    });

  it("is spread over several files", () => {
    expect(sources.length).to.be.greaterThan(3);
  });
});
