/** Every choice the grammar makes by its next token, against chevrotain's own strategy. */

import { expect } from "chai";
import { type ILookaheadStrategy, LLkLookaheadStrategy } from "chevrotain";
import { Alternation, type IProduction, NonTerminal, Terminal, type TokenType } from "../../grammar/chevrotain.js";
import { FirstTokenLookahead, optional } from "../../grammar/lookahead.js";
import { CovetParser } from "../../grammar/parser.js";
import { parsed } from "../../grammar/tokens.js";

let next: TokenType = parsed[0] as TokenType;
const token = () => ({ image: "", startOffset: 0, tokenType: next, tokenTypeIdx: next.tokenTypeIdx ?? 0 });
/** What chevrotain's functions see of a parser. */
const parser = { LA_FAST: token };
const ask = (choose: () => unknown): unknown => choose.call(parser);

const ours = new FirstTokenLookahead(token);
const theirs = new LLkLookaheadStrategy({ maxLookahead: 1 });

describe("FirstTokenLookahead", () => {
  it("chooses as chevrotain's own strategy does, for every token", () => {
    let choices = 0;
    for (const rule of Object.values(new CovetParser().getGAstProductions())) {
      for (const part of partsIn(rule.definition)) {
        const kinds = Object.entries(optional).filter(([, kind]) => part instanceof kind);
        const prodType = (kinds[0]?.[0] ?? "Option") as keyof typeof optional;
        const common = { rule, maxLookahead: 1, dynamicTokensEnabled: false, prodOccurrence: numberOf(part) };
        const build = (strategy: ILookaheadStrategy) =>
          part instanceof Alternation
            ? strategy.buildLookaheadForAlternation({ ...common, hasPredicates: false })
            : strategy.buildLookaheadForOptional({ ...common, prodType });
        if (!(part instanceof Alternation) && kinds.length === 0) continue;
        const [mine, known] = [build(ours), build(theirs)];
        for (const type of parsed) {
          next = type;
          expect(ask(mine), `${rule.name}: ${type.name}`).to.equal(ask(known));
          choices++;
        }
      }
    }
    expect(choices).to.be.greaterThan(10_000);
  });
});

function partsIn(parts: readonly IProduction[]): IProduction[] {
  return parts.flatMap((part) =>
    part instanceof NonTerminal || part instanceof Terminal || !("definition" in part)
      ? [part]
      : [part, ...partsIn(part.definition as IProduction[])],
  );
}

function numberOf(part: IProduction): number {
  return "idx" in part ? Number(part.idx) : 0;
}
