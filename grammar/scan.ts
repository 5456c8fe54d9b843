/** Finds the end of text that is taken whole: quotes, fences, comments, SQL in parentheses. Pure, over offsets. */

/** How far a search may look; what is not closed by then is open. */
export interface Limits {
  /** For `( … )` and fences. */
  readonly block: number;
  /** For quotes: the end of the text, or of the line. */
  quote(at: number): number;
}

/** Offset of the line end at or after `at`. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}

export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

/** White space before the first character of the line that holds `at`. */
export function indentation(text: string, at: number): number {
  const start = lineStart(text, at);
  let end = start;
  while (text[end] === " " || text[end] === "\t") end++;
  return end - start;
}

/** After the quote that closes the one at `at`; a doubled one does not. null: still open at the limit. */
export function quoteEnd(text: string, at: number, limit: number, backslash = false): number | null {
  const quote = text[at];
  for (let i = at + 1; i < limit; i++) {
    if (backslash && text[i] === "\\") i++;
    else if (text[i] === quote) {
      if (text[i + 1] !== quote) return i + 1;
      i++;
    }
  }
  return null;
}

/** `e'…'` reads backslashes. */
export function readsBackslash(text: string, quote: number): boolean {
  return text[quote] === "'" && /(?:^|\W)[eE]$/.test(text.slice(Math.max(0, quote - 2), quote));
}

/** The opening `$$` or `$tag$` at `at`, or null. */
export function fenceAt(text: string, at: number): string | null {
  if (text[at] !== "$" || /[\w$]/.test(text[at - 1] ?? "")) return null;
  return /^\$(?:[A-Za-z_]\w*)?\$/.exec(text.slice(at, at + 80))?.[0] ?? null;
}

/** After the fence's closing tag, or null. */
export function fenceEnd(text: string, at: number, fence: string, limit: number): number | null {
  const close = text.indexOf(fence, at + fence.length);
  return close < 0 || close >= limit ? null : close + fence.length;
}

/**
 * After a piece of SQL at `at` that must not be looked into (quotes, fence, comment): `at` itself where there is none,
 * null where it is open.
 */
export function opaqueEnd(text: string, at: number, limits: Limits): number | null {
  const char = text[at];
  if (char === "'" || char === '"' || char === "`")
    return quoteEnd(text, at, limits.quote(at), readsBackslash(text, at));
  if (char === "-" && text[at + 1] === "-") return lineEnd(text, at);
  if (char === "/" && text[at + 1] === "*") {
    const close = text.indexOf("*/", at + 2);
    return close < 0 || close >= limits.block ? null : close + 2;
  }
  const fence = fenceAt(text, at);
  return fence === null ? at : fenceEnd(text, at, fence, limits.block);
}

/** After the `)` that closes the `(` at `at`; or what is still open at the limit. */
export function parenthesisEnd(text: string, at: number, limits: Limits): number | "quote" | "parenthesis" {
  let depth = 0;
  for (let i = at; i < limits.block; ) {
    const end = opaqueEnd(text, i, limits);
    if (end === null) return "quote";
    if (end > i) {
      i = end;
      continue;
    }
    if (text[i] === "(") depth++;
    else if (text[i] === ")" && --depth === 0) return i + 1;
    i++;
  }
  return "parenthesis";
}

/** End of the lines that belong to an open `(`: up to one that is not indented deeper than the line it stands on. */
export function indentedEnd(text: string, at: number, limit: number): number {
  const depth = indentation(text, at);
  let end = lineEnd(text, at);
  for (;;) {
    const next = skipBlank(text, end);
    if (next >= limit || indentation(text, next) <= depth) return end;
    end = lineEnd(text, next);
  }
}

/** After white space. */
export function skipBlank(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/.test(text[end] ?? "")) end++;
  return end;
}

/** After white space and comments: the next character that means something. */
export function skipSpace(text: string, at: number): number {
  for (let i = skipBlank(text, at); ; ) {
    const pair = text.slice(i, i + 2);
    let end = i;
    if (pair === "//" || pair === "--" || text[i] === "#") end = lineEnd(text, i);
    else if (pair === "/*") {
      const close = text.indexOf("*/", i + 2);
      end = close < 0 ? text.length : close + 2;
    } else return i;
    i = skipBlank(text, end);
  }
}
