/** Changes the `///` comment of a declaration or member in its place. */

import type { DocComment, Words } from "../ast.js";
import { needsCommentWord, printDocLines } from "../print-words.js";
import type { Page } from "./page.js";

interface Documented {
  readonly span: { readonly start: number; readonly end: number };
  readonly comment: DocComment | null;
  readonly words?: Words;
}

/** What `///` cannot hold is the business of whoever writes the @words: then the lines go. */
export function changeDoc(page: Page, node: Documented, comment: string | null): void {
  const { above, behind } = page.docsOf(node);
  const lines = printDocLines(comment);
  const [only] = lines;
  if (above.length === 0 && behind !== null && lines.length === 1 && only !== undefined) {
    page.replace(behind.span.start, behind.span.end, only);
    return;
  }
  const indent = page.indentAt(node.span.start);
  const [first] = above;
  const last = above.at(-1);
  if (first !== undefined && last !== undefined) {
    if (lines.length > 0) page.replace(first.span.start, last.span.end, lines.join(`\n${indent}`));
    else page.remove({ start: page.lineStart(first.span.start), end: page.nextLine(last.span.end) });
  } else if (lines.length > 0) {
    page.insert(page.lineStart(node.span.start), lines.map((line) => `${indent}${line}\n`).join(""));
  }
  if (behind !== null) {
    const gap = /[ \t]*$/.exec(page.text.slice(0, behind.span.start))?.[0].length ?? 0;
    page.remove({ start: behind.span.start - gap, end: behind.span.end });
  }
}

/** `@comment('…')` has to say it, as it does now or because `///` cannot. */
export function takesCommentWord(node: Documented, comment: string | null): boolean {
  return comment !== null && (node.comment?.form === "word" || needsCommentWord(comment));
}
