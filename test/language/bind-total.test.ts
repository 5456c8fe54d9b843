/** The binder never throws, whatever stands in the files, and points into them. */

import { readFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { codes } from "../../src/diagnostic/codes.js";
import { checkSchema } from "../../src/language/check.js";
import { parse } from "../../src/language/parse.js";
import { vocabularies } from "../support/covet.js";

const root = new URL("../../", import.meta.url).pathname;
const words = globSync(["schemas/*.covet", "test/cases/*/after.covet"], { cwd: root, absolute: true })
  .sort()
  .map((path) => readFileSync(path, "utf8").match(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\w+|\s+|[^\w\s]/g) ?? []);
const everyWord = [...new Set(words.flat())];

const edits = fc.array(
  fc.record({
    at: fc.nat(2000),
    kind: fc.constantFrom("drop", "repeat", "replace", "swap"),
    word: fc.constantFrom(...everyWord),
  }),
  { minLength: 1, maxLength: 6 },
);

function spoil(list: readonly string[], changes: readonly { at: number; kind: string; word: string }[]): string {
  const text = [...list];
  for (const { at, kind, word } of changes) {
    const i = at % Math.max(1, text.length);
    if (kind === "drop") text.splice(i, 1);
    else if (kind === "repeat") text.splice(i, 0, text[i] ?? "");
    else if (kind === "replace") text[i] = word;
    else text.push(...text.splice(i, 1));
  }
  return text.join("");
}

describe("checkSchema", () => {
  it("answers any text with messages that point into it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), edits, (list, changes) => {
        const source = { path: "schemas/test.covet", text: spoil(list, changes) };
        const { ast } = parse(source);
        for (const { code, span, labels, title } of checkSchema([ast], vocabularies, vocabularies)) {
          expect(codes).to.have.property(code);
          expect(title).to.match(/\S/);
          for (const place of [span, ...labels.map((label) => label.span)]) {
            expect(place.source).to.equal(source);
            expect(place.start).to.be.within(0, source.text.length);
            expect(place.end).to.be.within(place.start, source.text.length);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("says a mistake once for all targets, in the order of the files", () => {
    const files = [
      { path: "b.covet", text: "table t {\n  a nothing_like_it\n  a int\n}" },
      { path: "a.covet", text: "table t { a int @mysql.engin(x) }" },
    ].map((source) => parse(source).ast);
    const found = checkSchema(files, vocabularies, vocabularies).map(
      ({ code, span, title }) => `${span.source.path} ${code} ${title}`,
    );
    expect(found).to.deep.equal([
      "b.covet COV2101 `nothing_like_it` is not a type postgres knows",
      "b.covet COV2101 `nothing_like_it` is not a type mysql knows",
      "b.covet COV2101 `nothing_like_it` is not a type mariadb knows",
      "b.covet COV2002 the column `a` is there already",
      "a.covet COV2001 `t` is declared twice",
      "a.covet COV2402 mysql has no setting `engin` on a column",
    ]);
  });
});
