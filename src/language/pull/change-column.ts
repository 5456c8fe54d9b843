/** Changes what differs on a column's line; the rest keeps the author's words. */

import type { Vocabulary } from "../../dialect/vocabulary.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { Setting } from "../../model/setting.js";
import type { ColumnNode, InlineConstraint, SettingWord } from "../ast.js";
import { findOverride } from "../attributes.js";
import { columnWords } from "../print-column.js";
import { printCommentWord, printSetting, printString } from "../print-words.js";
import { changeDoc, takesCommentWord } from "./doc.js";
import type { Page } from "./page.js";
import { Pieces, settingNode } from "./pieces.js";

const ranks = {
  name: 0,
  type: 1,
  collate: 2,
  default: 3,
  identity: 4,
  generated: 5,
  using: 6,
  constraint: 7,
  word: 8,
} as const;

export interface ColumnChange {
  readonly node: ColumnNode;
  /** As the file has it, in normal form, and as it is to be; null: only its constraints change. */
  readonly column: {
    readonly from: ColumnSchema;
    readonly to: ColumnSchema;
    readonly changed: ReadonlySet<string>;
  } | null;
  /** Constraints of the line and what each becomes; null: it goes. */
  readonly constraints: ReadonlyMap<InlineConstraint, string | null>;
}

/** `changed` names the fields of the column that differ. */
export function changeColumn(page: Page, { node, column, constraints }: ColumnChange, target: Vocabulary): void {
  const { words, comment } = node;
  const pieces = new Pieces(page, node.span.start, [
    [ranks.name, node.name],
    [ranks.type, node.type],
    [ranks.collate, node.collate],
    [ranks.default, node.default],
    [ranks.identity, node.identity],
    [ranks.generated, node.generated],
    [ranks.using, node.using],
    ...node.constraints.map((constraint) => [ranks.constraint, constraint] as const),
    [ranks.word, words.was],
    [ranks.word, words.onlyFor],
    [ranks.word, words.depends],
    ...words.settings.map((word) => [ranks.word, word] as const),
    [ranks.word, comment?.form === "word" ? comment : null],
  ]);
  for (const [constraint, text] of constraints) pieces.set(constraint, ranks.constraint, text);
  if (column !== null) {
    const { from, to, changed } = column;
    const printed = columnWords(to, target);
    const override = (name: string): SettingWord | null => findOverride(words.settings, name, target);
    const own = (word: SettingWord, text: string): string => `@${word.dialect.text}.${word.name.text}(${text})`;

    const type = override("type");
    if (changed.has("type") && type !== null) pieces.set(type, ranks.word, null);
    if (changed.has("type") || changed.has("identity")) pieces.set(node.type, ranks.type, printed.type);
    else if (changed.has("nullable")) {
      const { nullable } = node.type;
      const written = page.slice(node.type);
      pieces.set(node.type, ranks.type, nullable === null ? `${written}?` : written.replace(/\s*\?$/, ""));
    }
    if (changed.has("collation")) pieces.set(node.collate, ranks.collate, printed.collate);
    if (changed.has("default")) {
      const word = override("default");
      if (word !== null && to.default !== null) pieces.set(word, ranks.word, own(word, to.default.sql));
      else if (word !== null) pieces.set(word, ranks.word, null);
      if (word === null || to.default === null) pieces.set(node.default, ranks.default, printed.default);
    }
    if (changed.has("identity")) pieces.set(node.identity, ranks.identity, printed.identity);
    if (changed.has("generated")) pieces.set(node.generated, ranks.generated, printed.generated);
    if (changed.has("settings")) changeSettings(pieces, words.settings, from.settings, to.settings, target);
    if (changed.has("comment")) {
      if (takesCommentWord(node, to.comment)) {
        const word = to.comment === null ? [] : [`@comment(${printString(to.comment)})`];
        pieces.set(comment?.form === "word" ? comment : null, ranks.word, word[0] ?? null);
        changeDoc(page, node, null);
      } else {
        if (comment?.form === "word") pieces.set(comment, ranks.word, printCommentWord(to.comment)[0] ?? null);
        changeDoc(page, node, to.comment);
      }
    }
  }
  pieces.write();
}

/** The engine's settings that differ; those of other engines stay. */
export function changeSettings(
  pieces: Pieces,
  words: readonly SettingWord[],
  from: readonly Setting[],
  to: readonly Setting[],
  target: Vocabulary,
): void {
  for (const setting of to) {
    const before = from.find(({ name }) => name === setting.name);
    if (before === undefined || before.value !== setting.value)
      pieces.set(settingNode(words, setting.name, target.answersTo), ranks.word, printSetting(setting, target.dialect));
  }
  for (const { name } of from)
    if (!to.some((setting) => setting.name === name))
      pieces.set(settingNode(words, name, target.answersTo), ranks.word, null);
}
