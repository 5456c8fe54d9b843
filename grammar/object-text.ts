/** A programmable object: from its kind on the engine's own text, up to its `@` words, its `{` or the next declaration. */

import { fenceAt, fenceEnd, indentation, type Limits, lineEnd, opaqueEnd, skipBlank } from "./scan.js";
import { objectKinds, startsWith } from "./words.js";

/** A run of raw text or a fence, as offsets. */
export interface ObjectPart {
  readonly fence: string | null;
  readonly start: number;
  readonly end: number;
}

export interface ObjectText {
  /** `materialized view` */
  readonly kind: string;
  readonly kindEnd: number;
  readonly end: number;
  readonly parts: readonly ObjectPart[];
  /** `//` comments inside the text. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
  /** What is still open at its end, or null; then the offset where it opens. */
  readonly open: { readonly what: "quote" | "parenthesis" | "fence"; readonly at: number } | null;
}

const kindPattern = new RegExp(startsWith(objectKinds), "iy");

export function objectTextAt(text: string, at: number, limits: Limits): ObjectText | null {
  kindPattern.lastIndex = at;
  const kind = kindPattern.exec(text)?.[0];
  return kind === undefined ? null : new Scanner(text, at, kind, limits).scan();
}

class Scanner {
  readonly #text: string;
  readonly #at: number;
  readonly #kind: string;
  readonly #limits: Limits;
  readonly #parts: ObjectPart[] = [];
  readonly #comments: { start: number; end: number }[] = [];
  readonly #parentheses: number[] = [];
  /** Start of the run of raw text being read. */
  #run: number;

  constructor(text: string, at: number, kind: string, limits: Limits) {
    this.#text = text;
    this.#at = at;
    this.#kind = kind;
    this.#limits = limits;
    this.#run = at + kind.length;
  }

  scan(): ObjectText {
    let i = this.#run;
    let open: ObjectText["open"] = null;
    while (i < this.#limits.block && !this.#endsAt(i)) {
      const end = this.#next(i);
      if (end === null) {
        open = { what: fenceAt(this.#text, i) === null ? "quote" : "fence", at: i };
        i = open.what === "fence" ? this.#limits.block : lineEnd(this.#text, i);
        break;
      }
      i = end;
    }
    const opener = this.#parentheses[0];
    if (open === null && opener !== undefined) open = { what: "parenthesis", at: opener };
    this.#closeRun(i);
    const kindEnd = this.#at + this.#kind.length;
    const last = this.#parts.at(-1)?.end ?? kindEnd;
    return {
      kind: this.#kind.toLowerCase().replace(/\s+/g, " "),
      kindEnd,
      end: last,
      parts: this.#parts,
      comments: this.#comments.filter((comment) => comment.end <= last),
      open,
    };
  }

  /** After the piece at `i`, or null where it is open. */
  #next(i: number): number | null {
    const text = this.#text;
    const outside = this.#parentheses.length === 0;
    const fence = fenceAt(text, i);
    if (fence !== null) {
      const end = fenceEnd(text, i, fence, this.#limits.block);
      if (end !== null && outside) {
        this.#closeRun(i);
        this.#parts.push({ fence, start: i, end });
        this.#run = end;
      }
      return end;
    }
    if (outside && text.startsWith("//", i) && /\s/.test(text[i - 1] ?? "")) {
      const end = lineEnd(text, i);
      this.#comments.push({ start: i, end });
      this.#closeRun(i);
      this.#run = end;
      return end;
    }
    const end = opaqueEnd(text, i, this.#limits);
    if (end !== i) return end;
    if (text[i] === "(") this.#parentheses.push(i);
    else if (text[i] === ")") this.#parentheses.pop();
    return i + 1;
  }

  #endsAt(i: number): boolean {
    if (this.#parentheses.length > 0) return false;
    const text = this.#text;
    const char = text[i] ?? "";
    if (char === ";" || char === "}") return true;
    if (char === "{") return /\s/.test(text[i - 1] ?? "");
    if (char === "@") return /\s/.test(text[i - 1] ?? "") && /[A-Za-z_]/.test(text[i + 1] ?? "");
    return (char === "\n" || char === "\r") && !this.#continues(i);
  }

  /** Whether the next line that is no `//` comment still belongs to the object. */
  #continues(i: number): boolean {
    const text = this.#text;
    let next = skipBlank(text, i);
    while (text.startsWith("//", next)) next = skipBlank(text, lineEnd(text, next));
    if (next >= text.length) return false;
    return text[next] === ")" || fenceAt(text, next) !== null || indentation(text, next) > indentation(text, this.#at);
  }

  #closeRun(end: number): void {
    const raw = this.#text.slice(this.#run, end);
    const start = this.#run + (raw.length - raw.trimStart().length);
    const text = raw.trim();
    if (text !== "") this.#parts.push({ fence: null, start, end: start + text.length });
    this.#run = end;
  }
}
