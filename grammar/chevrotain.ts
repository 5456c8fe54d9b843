/**
 * The one door to chevrotain. The command is bundled: loaded as it is published (hundreds of small modules) chevrotain
 * takes longer to start than everything else in covet together.
 */

export {
  type BaseParser,
  type CstNode,
  CstParser,
  createToken,
  EOF,
  generateCstDts,
  type ICstVisitor,
  type ILookaheadStrategy,
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
  Lexer,
  LLkLookaheadStrategy,
  type TokenType,
  tokenMatcher,
} from "chevrotain";
