/** Changes a table's first line, and puts new members in their place. */

import type { Vocabulary } from "../../dialect/vocabulary.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Member, TableDeclaration } from "../ast.js";
import { printCommentWord, printString } from "../print-words.js";
import { changeSettings } from "./change-column.js";
import { changeDoc, takesCommentWord } from "./doc.js";
import type { Page } from "./page.js";
import { Pieces } from "./pieces.js";

const head = 0;
const word = 7;

/** Comment and settings; the rest of the line stays. */
export function changeHeader(
  page: Page,
  node: TableDeclaration,
  from: TableSchema,
  to: TableSchema,
  target: Vocabulary,
): void {
  const { words, comment } = node;
  const pieces = new Pieces(page, node.span.start, [
    [head, node.name],
    [head, node.partitionOf],
    ...node.inherits.map((parent) => [head, parent] as const),
    [head, node.of],
    [head, node.using],
    [word, words.was],
    [word, words.onlyFor],
    [word, words.depends],
    ...words.settings.map((setting) => [word, setting] as const),
    [word, comment?.form === "word" ? comment : null],
  ]);
  changeSettings(pieces, words.settings, from.settings, to.settings, target);
  if (from.comment !== to.comment) {
    const asWord = takesCommentWord(node, to.comment);
    if (asWord && to.comment !== null)
      pieces.set(comment?.form === "word" ? comment : null, word, `@comment(${printString(to.comment)})`);
    else if (comment?.form === "word") pieces.set(comment, word, printCommentWord(to.comment)[0] ?? null);
    changeDoc(page, node, asWord ? null : to.comment);
  }
  pieces.write();
}

/** Where the line after the `{` starts, or the place behind it where something shares its line. */
function afterBrace(page: Page, node: TableDeclaration): number {
  const { words } = node;
  const parts = [node.name, node.partitionOf, ...node.inherits, node.of, node.using, words.was, words.onlyFor];
  const all = [...parts, words.depends, words.unmanaged, ...words.settings];
  const ends = all.flatMap((part) => part?.span.end ?? []);
  if (node.comment?.form === "word") ends.push(node.comment.span.end);
  let at = Math.max(...ends);
  for (const comment of page.comments(at, node.span.end)) {
    const brace = page.text.indexOf("{", at);
    if (brace < comment.span.start) break;
    at = comment.span.end;
  }
  return page.text.indexOf("{", at) + 1;
}

/** Where a column goes that stands behind `previous`, which is a member of the table itself; null: the first one. */
export function placeAfter(page: Page, node: TableDeclaration, previous: Member | null): number {
  if (previous === null) return page.nextLine(afterBrace(page, node));
  return page.blockOf({ comment: null, ...previous }).end;
}

/** Whether every member has lines of its own, so that lines can come between them. */
export function isLaidOut(page: Page, node: TableDeclaration): boolean {
  const brace = afterBrace(page, node);
  const rest = page.text.slice(brace, page.lineEnd(brace));
  const closing = node.span.end - 1;
  if (!/^\s*(?:\/\/.*)?$/.test(rest)) return false;
  if (page.text.slice(page.lineStart(closing), closing).trim() !== "") return false;
  return node.members.every((member) => page.blockOf({ comment: null, ...member }).whole);
}

/** Adds lines at the end of the table; rules stand apart from columns. */
export function appendMembers(page: Page, node: TableDeclaration, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const last = node.members.at(-1);
  const at = page.lineStart(node.span.end - 1);
  const blank = page.blankLineBefore(at) !== null;
  const gap = (last?.kind === "column" || last?.kind === "spread") && !blank ? "\n" : "";
  page.insert(at, `${gap}${lines.map((line) => `${line}\n`).join("")}`);
}

export function memberIndent(page: Page, node: TableDeclaration): string {
  const [first] = node.members;
  return first === undefined ? `${page.indentAt(node.span.start)}  ` : page.indentAt(first.span.start);
}

/** Gives the members lines of their own, where one shares a line with a brace. */
export function layOut(page: Page, node: TableDeclaration): void {
  const brace = afterBrace(page, node);
  const closing = node.span.end - 1;
  const indent = page.indentAt(node.span.start);
  const [first] = node.members;
  const last = node.members.at(-1);
  if (first === undefined || last === undefined) {
    page.replace(brace, closing, `\n${indent}`);
    return;
  }
  const blank = (from: number, to: number) => page.text.slice(from, to).trim() === "";
  const sameLine = (from: number, to: number) => !/[\r\n]/.test(page.text.slice(from, to));
  if (blank(brace, first.span.start) && sameLine(brace, first.span.start))
    page.replace(brace, first.span.start, `\n${indent}  `);
  const end = page.blockOf({ comment: null, ...last }).end;
  const from = sameLine(last.span.end, closing) ? Math.max(last.span.end, Math.min(end, closing)) : closing;
  if (blank(from, closing) && from < closing) page.replace(from, closing, `\n${indent}`);
  else if (from === last.span.end) page.insert(from, `\n${indent}`);
}
