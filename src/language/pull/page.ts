/** One schema file and the edits made to it: what no edit touches stays as it is, to the byte. */

import type { Source } from "../../text/source.js";
import type { DocComment } from "../ast.js";
import type { Comment } from "../parse.js";

interface Node {
  readonly span: { readonly start: number; readonly end: number };
}

interface Commented extends Node {
  readonly comment: DocComment | null;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a declaration or member takes up. `whole`: full lines with their line break; else it shares its line. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
}

export class Page {
  readonly source: Source;
  readonly #comments: readonly Comment[];
  readonly #edits: Edit[] = [];

  constructor(source: Source, comments: readonly Comment[]) {
    this.source = source;
    this.#comments = comments;
  }

  get text(): string {
    return this.source.text;
  }

  slice({ span }: Node): string {
    return this.text.slice(span.start, span.end);
  }

  lineStart(at: number): number {
    if (at === 0) return 0;
    return Math.max(this.text.lastIndexOf("\n", at - 1), this.text.lastIndexOf("\r", at - 1)) + 1;
  }

  lineEnd(at: number): number {
    const found = this.text.slice(at).search(/[\r\n]/);
    return found < 0 ? this.text.length : at + found;
  }

  /** Where the line after the one that holds `at` starts. */
  nextLine(at: number): number {
    const end = this.lineEnd(at);
    return end + (/^(?:\r\n|\n|\r)?/.exec(this.text.slice(end, end + 2))?.[0].length ?? 0);
  }

  /** Where the line before the one that starts at `at` starts, if that line is blank; else null. */
  blankLineBefore(at: number): number | null {
    if (at === 0) return null;
    const end = at - (this.text.slice(0, at).endsWith("\r\n") ? 2 : 1);
    const start = this.lineStart(end);
    return this.text.slice(start, end).trim() === "" ? start : null;
  }

  indentAt(at: number): string {
    const start = this.lineStart(at);
    return /^[ \t]*/.exec(this.text.slice(start, at))?.[0] ?? "";
  }

  /** Comments that begin between two places. */
  comments(start: number, end: number): readonly Comment[] {
    return this.#comments.filter(({ span }) => span.start >= start && span.start < end);
  }

  /** The `///` lines above a node, and the one behind it. */
  docsOf({ span, comment }: Commented): { readonly above: readonly Comment[]; readonly behind: Comment | null } {
    if (comment === null || comment.form === "word") return { above: [], behind: null };
    const docs = this.comments(comment.span.start, comment.span.end).filter(({ kind }) => kind === "doc");
    return {
      above: docs.filter((doc) => doc.span.end <= span.start),
      behind: docs.find((doc) => doc.span.start >= span.end) ?? null,
    };
  }

  /** A node with its doc comment and what stands behind it on its last line. */
  blockOf(node: Commented): Block {
    const { start, end } = node.span;
    const first = this.docsOf(node).above[0]?.span.start ?? start;
    const alone = this.text.slice(this.lineStart(start), start).trim() === "";
    const rest = this.text.slice(end, this.lineEnd(end));
    if (alone && /^\s*,?\s*(?:\/\/.*)?$/.test(rest))
      return { start: this.lineStart(first), end: this.nextLine(end), whole: true };
    return { start, end: end + (/^\s*,/.exec(rest)?.[0].length ?? 0), whole: false };
  }

  replace(start: number, end: number, text: string): void {
    if (this.text.slice(start, end) !== text) this.#edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.#edits.push({ start: at, end: at, text });
  }

  remove({ start, end }: Pick<Block, "start" | "end">): void {
    this.#edits.push({ start, end, text: "" });
  }

  /** Removes a declaration; of the blank lines around it, one is left. */
  removeDeclaration(node: Commented): void {
    const { start, end, whole } = this.blockOf(node);
    const blank = this.blankLineBefore(start);
    const after = /^[ \t]*(?:\r\n|\n|\r)/.exec(this.text.slice(end))?.[0].length ?? 0;
    if (!whole) this.remove({ start, end });
    else if (end === this.text.length) this.remove({ start: blank ?? start, end });
    else this.remove({ start, end: end + (blank !== null || start === 0 ? after : 0) });
  }

  /** The text with all edits. Where two touch the same place the first stands: another round finds what is left. */
  result(): string {
    const eol = /\r\n|\n|\r/.exec(this.text)?.[0] ?? "\n";
    const placed: Edit[] = [];
    for (const edit of this.#edits) {
      const clash = placed.some((other) => {
        // Two removals are one.
        if (edit.text === "" && other.text === "") return false;
        if (edit.start === edit.end && other.start === other.end) return false;
        if (edit.start === edit.end) return other.start < edit.start && edit.start < other.end;
        if (other.start === other.end) return edit.start < other.start && other.start < edit.end;
        return edit.start < other.end && other.start < edit.end;
      });
      if (!clash) placed.push(edit);
    }
    // Of two at one place the insertion comes first; insertions keep the order in which they were made.
    const ordered = placed.map((edit, at) => ({ edit, at }));
    ordered.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.at - b.at);
    let text = "";
    let at = 0;
    for (const { edit } of ordered) {
      text += this.text.slice(at, Math.max(at, edit.start)) + edit.text.replace(/\r\n|\n|\r/g, eol);
      at = Math.max(at, edit.end);
    }
    return text + this.text.slice(at);
  }
}
