/** Writes a domain anew where it stands, with the @words that say how covet treats it. */

import type { Vocabulary } from "../../dialect/vocabulary.js";
import type { DomainSchema } from "../../model/domain-schema.js";
import type { DomainDeclaration } from "../ast.js";
import { printDomainBody } from "../print-domain.js";
import { printString } from "../print-words.js";
import { changeDoc, takesCommentWord } from "./doc.js";
import type { Page } from "./page.js";

export function changeDomain(page: Page, node: DomainDeclaration, to: DomainSchema, target: Vocabulary): void {
  const { words, comment } = node;
  const asWord = takesCommentWord(node, to.comment);
  const kept = [words.was, words.onlyFor, words.depends].flatMap((word) => (word === null ? [] : [page.slice(word)]));
  const said = asWord && to.comment !== null ? [`@comment(${printString(to.comment)})`] : [];
  const indent = page.indentAt(node.span.start);
  const text = printDomainBody(to, [...said, ...kept], indent, target);
  page.replace(node.span.start, node.span.end, text);
  if (to.comment !== (comment?.text ?? null)) changeDoc(page, node, asWord ? null : to.comment);
}
