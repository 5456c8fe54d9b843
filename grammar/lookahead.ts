/** Chooses between the branches of a rule by the next token, and asks a branch's gate only where its first token fits. */

import {
  Alternation,
  type BaseParser,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
} from "./chevrotain.js";

type Alternatives = ReturnType<ILookaheadStrategy["buildLookaheadForAlternation"]>;
type AlternativesOptions = Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0];
type OptionalOptions = Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0];

export const optional = {
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
} as const;

/** Tables of tokens are made when a file first gets there, as most files reach few rules. */
export class FirstTokenLookahead extends LLkLookaheadStrategy {
  readonly #next: () => IToken;

  constructor(next: () => IToken) {
    super({ maxLookahead: 1 });
    this.#next = next;
  }

  override buildLookaheadForAlternation({ rule, prodOccurrence }: AlternativesOptions) {
    const next = this.#next;
    let branches: ReadonlyMap<number, readonly number[]> | null = null;
    return function (this: BaseParser, alternatives: Parameters<Alternatives>[0]) {
      branches ??= branchesOf(find(rule, Alternation, prodOccurrence).definition);
      for (const at of branches.get(next().tokenTypeIdx) ?? []) {
        if (alternatives?.[at]?.GATE?.call(this) !== false) return at;
      }
      return undefined;
    };
  }

  override buildLookaheadForOptional({ rule, prodType, prodOccurrence }: OptionalOptions) {
    const next = this.#next;
    let starts: ReadonlySet<number> | null = null;
    return () => {
      starts ??= startsOf(find(rule, optional[prodType], prodOccurrence).definition);
      return starts.has(next().tokenTypeIdx);
    };
  }
}

/** For each type of token the branches that may start with it. */
function branchesOf(branches: readonly IProduction[]): Map<number, number[]> {
  const table = new Map<number, number[]>();
  for (const [at, branch] of branches.entries())
    for (const type of startsOf([branch])) table.set(type, [...(table.get(type) ?? []), at]);
  return table;
}

/** Types of token that a sequence may start with. In this grammar nothing starts with a part that may be left out. */
function startsOf([part]: readonly IProduction[]): Set<number> {
  if (part === undefined) return new Set();
  if (part instanceof Alternation) return new Set(part.definition.flatMap((branch) => [...startsOf([branch])]));
  if (!(part instanceof Terminal)) return startsOf(partsOf(part));
  const { tokenTypeIdx = 0, categoryMatches = [] } = part.terminalType;
  return new Set([tokenTypeIdx, ...categoryMatches]);
}

function partsOf(part: IProduction): readonly IProduction[] {
  if (part instanceof NonTerminal) return part.referencedRule.definition;
  return "definition" in part ? (part.definition as IProduction[]) : [];
}

/** The one of that kind with that number in a rule. */
function find<T extends IProduction & { readonly idx: number }>(
  rule: Rule,
  kind: abstract new (...args: never) => T,
  idx: number,
): T {
  const waiting = [...rule.definition];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part instanceof kind && part.idx === idx) return part;
    if (!(part instanceof NonTerminal)) waiting.push(...partsOf(part));
  }
  throw new Error(`the rule ${rule.name} has no such part`);
}
