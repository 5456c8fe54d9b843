/**
 * The one door to chevrotain. The build bundles this file into a single module: loaded as it is published (hundreds of
 * small modules) it takes longer to start than everything else in covet together.
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
