/** Whatever is done to a text, parse() gives a tree and messages whose places are inside it. */

import { readFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import { parse } from "../../src/language/parse.js";
import type { Span } from "../../src/text/source.js";

const sample = readFileSync(new URL("../fixtures/kitchen-sink.covet", import.meta.url), "utf8");
const blocks = sample.split(/\n(?=\S)/);

const snippet = fc.constantFrom(
  ...["{", "}", "(", ")", "'", '"', "`", "$$", "$x$", "\n", "\r", ",", "@", "@was(", "->", "...", "?", "[", "]", ";"],
  ...[
    "///",
    "//",
    "--",
    "/*",
    "=",
    "table ",
    "for ",
    "partition by ",
    "check (",
    "é",
    "\u0000",
    "\ufeff",
    "😀",
    "0",
    "-",
  ],
);

/** A few blocks of the kitchen sink with pieces put in, taken out and doubled. */
const mutated = fc
  .tuple(
    fc.array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.oneof(snippet, fc.constant(""))), { maxLength: 4 }),
  )
  .map(([chosen, edits]) =>
    edits.reduce((text, [place, length, put]) => {
      const at = place % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + length);
    }, chosen.join("\n")),
  );

function checkSpans(value: unknown, length: number): void {
  if (value === null || typeof value !== "object") return;
  if ("span" in value) checkSpan(value.span as Span, length);
  for (const [key, inner] of Object.entries(value)) if (key !== "span" && key !== "source") checkSpans(inner, length);
}

function checkSpan({ start, end }: Span, length: number): void {
  expect(Number.isInteger(start) && Number.isInteger(end), `${start}–${end}`).to.equal(true);
  expect(start).to.be.within(0, length);
  expect(end).to.be.within(start, length);
}

function check(text: string): void {
  const { ast, diagnostics, comments } = parse({ path: "schemas/fuzz.covet", text });
  checkSpans(ast, text.length);
  for (const { span, title, labels } of diagnostics) {
    checkSpan(span, text.length);
    for (const label of labels) checkSpan(label.span, text.length);
    // Chevrotain's own words never reach a person.
    expect(title).to.not.match(/token|-->|Redundant|iteration|undefined/i);
  }
  for (const { span } of comments) expect(text.slice(span.start, span.start + 2)).to.equal("//");
}

describe("parse: fuzz", () => {
  it("reads any mutation of the kitchen sink", () => {
    fc.assert(fc.property(mutated, check), { numRuns: 300 });
  });

  it("reads any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(snippet).map((parts) => parts.join(" ")),
        ),
        check,
      ),
      {
        numRuns: 300,
      },
    );
  });

  it("keeps what stands before the place where a file is cut off", () => {
    const whole = parse({ path: "schemas/fuzz.covet", text: sample }).ast.declarations;
    fc.assert(
      fc.property(fc.nat(sample.length), (at) => {
        const { ast } = parse({ path: "schemas/fuzz.covet", text: sample.slice(0, at) });
        const before = whole.filter(({ span }) => span.end < at - 1).length;
        expect(ast.declarations.length).to.be.at.least(Math.max(0, before - 1));
      }),
      { numRuns: 60 },
    );
  });
});
