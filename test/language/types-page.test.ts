/** `docs/types.md` says what the dialects say. */

import { readFileSync } from "node:fs";
import { expect } from "chai";
import { loadVocabularies } from "../../src/dialects/registry.js";
import { typesPage } from "../../src/language/types-page.js";

describe("docs/types.md", () => {
  it("is what the vocabularies make of it", async () => {
    const page = readFileSync(new URL("../../docs/types.md", import.meta.url), "utf8");
    expect(page).to.equal(typesPage(await loadVocabularies()));
  });

  it("has a row for every portable type of language.md", async () => {
    const page = typesPage(await loadVocabularies());
    const names = "smallint int bigint bool decimal float double text varchar char bytes uuid date time timestamp";
    for (const name of `${names} timestamptz json jsonb interval`.split(" "))
      expect(page).to.match(new RegExp(`^\\| \`${name}[(\`]`, "m"));
  });
});
