/** The grammar itself: valid by chevrotain's own checks, LL(1), and what is generated from it up to date. */

import { readFileSync } from "node:fs";
import { expect } from "chai";
import { cstTypes } from "../../grammar/cst-types.js";
import { createLexer, lex } from "../../grammar/lexer.js";
import { CovetParser } from "../../grammar/parser.js";
import { keywordNames } from "../../grammar/words.js";

const plain = { closeAtDeclaration: false, oneLineQuotes: false };

describe("grammar", () => {
  it("passes the checks that are skipped at run time", () => {
    // The check tries patterns on texts of its own, and a pattern with a memory must have nothing to remember.
    lex("", plain);
    expect(createLexer(true).lexerDefinitionErrors).to.deep.equal([]);
    expect(() => new CovetParser(true)).to.not.throw();
  });

  it("has cst.ts as `npx tsx grammar/generate.ts` writes it", () => {
    const written = readFileSync(new URL("../../grammar/cst.ts", import.meta.url), "utf8");
    expect(written, "run: npx tsx grammar/generate.ts").to.equal(cstTypes());
  });

  it("uses every keyword of its table", () => {
    const source = readFileSync(new URL("../../grammar/parser.ts", import.meta.url), "utf8");
    const used = new Set<string | undefined>([...source.matchAll(/\bk\.(\w+)/g)].map((match) => match[1]));
    expect([...keywordNames.keys()].filter((word) => !used.has(word))).to.deep.equal([]);
  });

  it("gives tokens that cover all but blanks and comments, in order", () => {
    const text = readFileSync(new URL("../fixtures/kitchen-sink.covet", import.meta.url), "utf8");
    const { tokens, comments, problems } = lex(text, plain);
    expect(problems).to.deep.equal([]);
    const pieces = [
      ...tokens.map((token) => ({ start: token.startOffset, end: token.startOffset + token.image.length })),
      ...comments,
    ].sort((a, b) => a.start - b.start);
    let at = 0;
    for (const { start, end } of pieces) {
      // A comment inside a programmable object lies inside its token.
      if (start >= at) expect(text.slice(at, start).trim()).to.equal("");
      at = Math.max(at, end);
    }
    expect(text.slice(at).trim()).to.equal("");
    for (const { image, startOffset } of tokens) expect(text.startsWith(image, startOffset)).to.equal(true);
  });

  it("takes SQL in parentheses as one token, whatever is in it", () => {
    for (const raw of [
      "(a)",
      "((a) and (b))",
      "(a = ')')",
      `(")" = b)`,
      "(a <> $$ ) ' $$)",
      "(a <> $x$ $$ ) $x$)",
      "(a /* ) ' */)",
      "(a -- it's )\n)",
      "(`)` = e'\\')')",
      "()",
    ]) {
      const { tokens } = lex(`table t {\n  check ${raw} as n\n}`, plain);
      const names = tokens.map((token) => token.tokenType.name);
      expect(names, raw).to.include.members(["Check", "RawParen", "As"]);
      expect(tokens.find((token) => token.tokenType.name === "RawParen")?.image).to.equal(raw);
    }
  });

  it("does not take names for the words that introduce SQL", () => {
    const { tokens } = lex("table t {\n  foreign key (check) -> where (from, in)\n  index (with (to))\n}", plain);
    expect(tokens.map((token) => token.tokenType.name)).to.not.include("RawParen");
  });
});
