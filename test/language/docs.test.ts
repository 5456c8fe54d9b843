/** Every piece of `.covet` in the documentation is read without a complaint. */

import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { bindText } from "../support/covet.js";

const root = new URL("../../", import.meta.url);
const pages = [
  "README.md",
  ...readdirSync(new URL("docs", root))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

describe("the documentation's .covet", () => {
  let found = 0;
  for (const page of pages) {
    const text = readFileSync(new URL(page, root), "utf8");
    for (const match of text.matchAll(/^```covet\n([\s\S]*?)^```$/gm)) {
      const line = text.slice(0, match.index).split("\n").length;
      found++;
      it(`is right in ${page}:${line}`, () => {
        const { diagnostics } = bindText(match[1] ?? "", "postgres");
        expect(diagnostics.map(({ code, title }) => `${code} ${title}`)).to.deep.equal([]);
      });
    }
  }
  it("is there", () => expect(found).to.be.above(5));
});
