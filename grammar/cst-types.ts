/** The types of the concrete syntax tree, from the parser's own rules. */

import { generateCstDts } from "./chevrotain.js";
import { CovetParser } from "./parser.js";

const header = `/** Types of the concrete syntax tree. Written by \`npx tsx grammar/generate.ts\`; do not edit. */

import type { CstNode, IToken } from "./chevrotain.js";
`;

/** The text of `cst.ts`. */
export function cstTypes(): string {
  const types = generateCstDts(new CovetParser().getGAstProductions(), { includeVisitorInterface: false });
  // As the formatter of this repository leaves them.
  const body = types.slice(types.indexOf("export")).replaceAll(/\((\w+)\)\[\]/g, "$1[]");
  return `${header}\n${body.trimEnd()}\n`;
}
