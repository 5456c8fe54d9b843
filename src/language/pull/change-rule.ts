/** Writes a constraint or index anew where it stands, with the @words that say how covet treats it. */

import type { Vocabulary } from "../../dialect/vocabulary.js";
import { formatWord } from "../../model/name.js";
import type { RuleNode } from "../ast.js";
import { printLine, printString } from "../print-words.js";
import { changeDoc, takesCommentWord } from "./doc.js";
import type { Page } from "./page.js";

/** `parts`: the rule as it is printed, with its name, its comment word and its settings. */
export function changeRule(
  page: Page,
  node: RuleNode,
  parts: readonly string[],
  comment: string | null,
  target: Vocabulary,
): void {
  const { label, words } = node;
  const name = label === null ? null : `as ${formatWord(label.name.text)}`;
  const keepsWord = node.comment?.form === "word" && takesCommentWord(node, comment);
  const kept = [
    words.was,
    words.onlyFor,
    words.depends,
    words.concurrent,
    ...words.settings.filter(({ dialect }) => !target.answersTo.includes(dialect.text)),
  ].flatMap((word) => (word === null ? [] : [page.slice(word)]));
  const printed = parts.filter((part) => !(keepsWord && part.startsWith("@comment(")));
  const line = [
    ...printed.map((part) => (label !== null && part === name ? page.slice(label) : part)),
    ...(keepsWord && comment !== null ? [`@comment(${printString(comment)})`] : []),
    ...kept,
  ];
  const indent = page.indentAt(node.span.start);
  page.replace(node.span.start, node.span.end, printLine(line, indent).slice(indent.length));
  if (comment !== node.comment?.text) changeDoc(page, node, keepsWord ? null : comment);
}
