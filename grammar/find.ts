/** Custom patterns of the token table: tokens that depend on the layout, or that may be left open. */

import type { IToken } from "./chevrotain.js";
import { Layout, type Reading } from "./layout.js";
import { type ObjectText, objectTextAt } from "./object-text.js";
import {
  fenceAt,
  fenceEnd,
  indentedEnd,
  lineEnd,
  parenthesisEnd,
  quoteEnd,
  readsBackslash,
  skipBlank,
  skipSpace,
} from "./scan.js";

/** A chevrotain pattern: the text at `offset` when this token stands there. */
export type Finder = (text: string, offset: number, tokens: IToken[]) => ([string] & { payload?: unknown }) | null;

/** What a token has open at its end. */
export interface Open {
  readonly open: "quote" | "parenthesis" | "fence";
  /** Offset where it opens. */
  readonly at: number;
}

/** Layout of the text being read. Chevrotain hands patterns no context of the caller's. */
let layout = new Layout("", { closeAtDeclaration: false, oneLineQuotes: false }, () => {});

/** Must be called before each text. */
export function begin(text: string, reading: Reading, retype: (token: IToken) => void): Layout {
  layout = new Layout(text, reading, retype);
  return layout;
}

function match(text: string, start: number, end: number, payload?: unknown): [string] & { payload?: unknown } {
  const found: [string] & { payload?: unknown } = [text.slice(start, end)];
  if (payload !== undefined) found.payload = payload;
  return found;
}

export const rawParenthesis: Finder = (text, offset, tokens) => {
  if (!layout.catchUp(tokens).rawParenthesis(offset)) return null;
  const limits = layout.limits(offset);
  const end = parenthesisEnd(text, offset, limits);
  if (typeof end === "number") return match(text, offset, end);
  return match(text, offset, indentedEnd(text, offset, limits.block), { open: end, at: offset } satisfies Open);
};

/** Behind `e` a quote reads backslashes. */
export const quote: Finder = (text, offset) => {
  const end = quoteEnd(text, offset, layout.limits(offset).quote(offset), readsBackslash(text, offset));
  if (end !== null) return match(text, offset, end);
  return match(text, offset, lineEnd(text, offset), { open: "quote", at: offset } satisfies Open);
};

export const fence: Finder = (text, offset, tokens) => {
  const tag = fenceAt(text, offset);
  if (tag === null) return null;
  const limit = layout.catchUp(tokens).fenceLimit(offset);
  const end = fenceEnd(text, offset, tag, limit);
  if (end !== null) return match(text, offset, end);
  return match(text, offset, limit, { open: "fence", at: offset } satisfies Open);
};

export const objectText: Finder = (text, offset, tokens) => {
  if (!layout.catchUp(tokens).betweenDeclarations) return null;
  const found: ObjectText | null = objectTextAt(text, offset, layout.limits(offset));
  return found === null ? null : match(text, offset, found.end, found);
};

/** A line end that ends a member or a declaration; the others are skipped. */
export const newline: Finder = (text, offset, tokens) => {
  const ends = layout.catchUp(tokens).endsLine(skipSpace(text, offset));
  if (ends === "no") return null;
  return match(text, offset, skipBlank(text, offset), ends === "closesAll" ? ends : undefined);
};

/** `<<<<<<<` and its kin at the start of a line. */
export const mergeMarker: Finder = (text, offset) => {
  if (offset > 0 && !/[\r\n]/.test(text[offset - 1] ?? "")) return null;
  const marker = /^(?:<{7}|={7}|>{7}|\|{7})(?![<=>|])[^\r\n]*/.exec(text.slice(offset, offset + 300))?.[0];
  return marker === undefined ? null : match(text, offset, offset + marker.length);
};
