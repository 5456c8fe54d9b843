/** Works out how to choose between the branches of a rule when a file first gets there, as most files reach few of them. */

import { type BaseParser, type ILookaheadStrategy, LLkLookaheadStrategy } from "./chevrotain.js";

type Alternation = ReturnType<ILookaheadStrategy["buildLookaheadForAlternation"]>;
type Optional = ReturnType<ILookaheadStrategy["buildLookaheadForOptional"]>;

export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(options: Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0]) {
    const build = (): Alternation => super.buildLookaheadForAlternation(options);
    let built: Alternation | null = null;
    return function (this: BaseParser, alternatives: Parameters<Alternation>[0]) {
      built ??= build();
      return built.call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(options: Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0]) {
    const build = (): Optional => super.buildLookaheadForOptional(options);
    let built: Optional | null = null;
    return function (this: BaseParser) {
      built ??= build();
      return built.call(this);
    };
  }
}
