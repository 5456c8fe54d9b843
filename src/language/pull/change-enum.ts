/** Changes the values and the comment of an enum; values that stay keep their words and comments. */

import type { EnumSchema } from "../../model/enum-schema.js";
import type { EnumDeclaration, EnumValueNode } from "../ast.js";
import { printEnumValue } from "../print.js";
import { printString } from "../print-words.js";
import { changeDoc, takesCommentWord } from "./doc.js";
import type { Page } from "./page.js";

export function changeEnum(
  page: Page,
  node: EnumDeclaration,
  values: readonly EnumValueNode[],
  from: EnumSchema,
  to: EnumSchema,
): void {
  if (from.comment !== to.comment) {
    const { comment } = node;
    if (comment?.form === "word")
      page.replace(
        comment.span.start,
        comment.span.end,
        to.comment === null ? "" : `@comment(${printString(to.comment)})`,
      );
    else if (!takesCommentWord(node, to.comment)) changeDoc(page, node, to.comment);
  }
  if (from.values.join("\0") !== to.values.join("\0")) changeValues(page, values, to.values);
}

function changeValues(page: Page, values: readonly EnumValueNode[], wanted: readonly string[]): void {
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return;
  const nodes = new Map(values.map((value) => [value.name.text, value]));
  const laidOut = values.every((value) => page.blockOf(value).whole);
  if (!laidOut) {
    const texts = wanted.map((value) => {
      const known = nodes.get(value);
      return known === undefined ? printEnumValue(value) : page.slice(known);
    });
    const { start } = first.span;
    const broken = page.text.slice(start, last.span.end).includes("\n");
    page.replace(start, last.span.end, texts.join(broken ? `,\n${page.indentAt(start)}` : ", "));
    return;
  }
  // Each value with all that stands above it since the one before: comments go where their value goes.
  const chunks = new Map<string, string>();
  let at = page.blockOf(first).start;
  const from = at;
  for (const value of values) {
    const { end } = page.blockOf(value);
    chunks.set(value.name.text, page.text.slice(at, end));
    at = end;
  }
  const indent = page.indentAt(first.span.start);
  const comma = /,\s*(?:\/\/.*)?$/.test(page.text.slice(first.span.end, page.lineEnd(first.span.end))) ? "," : "";
  const text = wanted.map((value) => chunks.get(value) ?? `${indent}${printEnumValue(value)}${comma}\n`).join("");
  page.replace(from, at, text);
}
