/**
 * The one door to chevrotain. The command is bundled: loaded as it is published (hundreds of small modules) chevrotain
 * takes longer to start than everything else in covet together.
 */

export {
  Alternation,
  type BaseParser,
  type CstNode,
  CstParser,
  createToken,
  EOF,
  generateCstDts,
  type ICstVisitor,
  type ILookaheadStrategy,
  type IParserErrorMessageProvider,
  type IProduction,
  type IRecognitionException,
  type IToken,
  Lexer,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
  tokenMatcher,
} from "chevrotain";
