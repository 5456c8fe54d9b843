/** A line as the parts it is written in, so that one part can change and the others keep their words. */

import type { SettingWord } from "../ast.js";
import { printLine } from "../print-words.js";
import type { Page } from "./page.js";

interface Node {
  readonly span: { readonly start: number; readonly end: number };
}

interface Piece {
  /** Null: written by us. */
  readonly node: Node | null;
  readonly rank: number;
  text: string | null;
}

export class Pieces {
  readonly #page: Page;
  readonly #pieces: Piece[] = [];
  readonly #start: number;
  #changed = false;

  /**
   * `nodes` with what they are in the order of a line: a name 0, a type 1 … A part begins where the one before it
   * ends, so the word that leads a part (`collate`, `=`) belongs to it.
   */
  constructor(page: Page, start: number, nodes: readonly (readonly [rank: number, node: Node | null])[]) {
    this.#page = page;
    this.#start = start;
    const there = nodes.flatMap(([rank, node]) => (node === null ? [] : [{ rank, node }]));
    there.sort((a, b) => a.node.span.start - b.node.span.start);
    let at = start;
    for (const { rank, node } of there) {
      this.#pieces.push({ node, rank, text: page.text.slice(at, node.span.end).trim() });
      at = node.span.end;
    }
  }

  /** `null` takes the part away; where there is no `node`, the text comes behind the parts of the same rank. */
  set(node: Node | null, rank: number, text: string | null): void {
    const piece = this.#pieces.find((one) => node !== null && one.node === node);
    if (piece !== undefined) piece.text = text;
    else if (text !== null) {
      const at = this.#pieces.findLastIndex((one) => one.rank <= rank);
      this.#pieces.splice(at + 1, 0, { node: null, rank, text });
    }
    this.#changed = true;
  }

  /** Writes the line anew where a part of it changed. */
  write(): void {
    const last = this.#pieces.findLast(({ node }) => node !== null)?.node ?? null;
    if (!this.#changed || last === null) return;
    const indent = this.#page.indentAt(this.#start);
    const texts = this.#pieces.flatMap(({ text }) => text ?? []);
    this.#page.replace(this.#start, last.span.end, printLine(texts, indent).slice(indent.length));
  }
}

/** The setting of that name, for an engine that answers to one of these names. */
export function settingNode(
  settings: readonly SettingWord[],
  name: string,
  answersTo: readonly string[],
): SettingWord | null {
  return (
    settings.find((word) => answersTo.includes(word.dialect.text) && word.name.text.toLowerCase() === name) ?? null
  );
}
