/** The @words of a declaration or line: read, and told where one does not belong. */

import type { CstNode } from "../../grammar/chevrotain.js";
import type { WasCstNode, WordCstNode } from "../../grammar/cst.js";
import type { DocComment, Mark, SettingWord, Was, Words } from "./ast.js";
import { type Build, endOf, first, startOf } from "./build.js";
import { buildNames, buildQualifiedName, buildRaw, unquote } from "./build-values.js";
import { atHabits } from "./habits.js";
import { nearest } from "./suggest.js";

export type PlainWord = "was" | "for" | "depends" | "concurrent" | "unmanaged" | "comment";

export const noWords: Words = {
  was: null,
  onlyFor: null,
  depends: null,
  concurrent: null,
  unmanaged: null,
  settings: [],
};

/** What may carry @words: how it is called, and which ones. Settings may stand wherever an engine could have them. */
const carriers = {
  schema: ["a schema", ["was", "for", "depends", "unmanaged", "comment"]],
  extension: ["an extension", ["for", "depends", "unmanaged", "comment"]],
  enum: ["an enum", ["was", "for", "depends", "unmanaged", "comment"]],
  enumValue: ["an enum's value", ["was", "comment"]],
  domain: ["a domain", ["was", "for", "depends", "unmanaged", "comment"]],
  sequence: ["a sequence", ["was", "for", "depends", "unmanaged", "comment"]],
  mixin: ["a mixin", ["for"]],
  table: ["a table", ["was", "for", "depends", "unmanaged", "comment"]],
  sql: ["an `sql` block", ["for", "depends"]],
  object: ["this object", ["was", "for", "depends", "unmanaged", "comment"]],
  column: ["a column", ["was", "for", "comment"]],
  rule: ["a constraint", ["was", "for", "comment"]],
  index: ["an index", ["was", "for", "concurrent", "comment"]],
  spread: ["a mixin's use", ["for"]],
  partitionBy: ["`partition by`", ["for", "unmanaged"]],
  partition: ["a partition", ["was", "for", "unmanaged", "comment"]],
} as const satisfies Record<string, readonly [string, readonly PlainWord[]]>;

export type Carrier = keyof typeof carriers;

export interface Annotations {
  readonly words: Words;
  readonly comment: DocComment | null;
}

/** `owner` is the parser's node its doc comments were found for. */
export function buildWords(
  b: Build,
  nodes: readonly WordCstNode[] | undefined,
  carrier: Carrier,
  owner: CstNode,
): Annotations {
  if (nodes === undefined) return { words: noWords, comment: b.docs.get(owner) ?? null };
  const found = new Map<PlainWord, WordCstNode[]>();
  const settings: SettingWord[] = [];
  for (const node of nodes) {
    const plain = plainWord(node);
    if (plain !== null) found.set(plain, [...(found.get(plain) ?? []), node]);
    else if (node.children.AtSetting !== undefined) settings.push(buildSetting(b, node));
    else reportUnknown(b, node);
  }
  const take = (word: PlainWord): WordCstNode | null => {
    const node = b.one(found.get(word), `\`@${word}\``, (one) => b.span(one));
    if (node !== null) checkPlace(b, node, word, carrier);
    return node;
  };
  const was = take("was")?.children.was?.[0];
  const onlyFor = take("for");
  const depends = take("depends");
  const comment = take("comment");
  return {
    words: {
      was: was === undefined ? null : buildWas(b, was),
      onlyFor: onlyFor && {
        kind: "onlyFor",
        dialects: (onlyFor.children.qualifiedName ?? []).map((name) => buildQualifiedName(b, name).name),
        span: b.span(onlyFor),
      },
      depends: depends && {
        kind: "depends",
        names: (depends.children.qualifiedName ?? []).map((name) => buildQualifiedName(b, name)),
        span: b.span(depends),
      },
      concurrent: markOf(b, take("concurrent")),
      unmanaged: markOf(b, take("unmanaged")),
      settings,
    },
    comment: buildComment(b, comment, b.docs.get(owner) ?? null),
  };
}

function markOf(b: Build, node: WordCstNode | null): Mark | null {
  return b.mark(node === null ? [] : [node]);
}

export function buildWas(b: Build, node: WasCstNode): Was {
  return { kind: "was", names: buildNames(b, node.children.NameOrText), span: b.span(node) };
}

function plainWord({ children }: WordCstNode): PlainWord | null {
  if (children.was !== undefined) return "was";
  if (children.AtFor !== undefined) return "for";
  if (children.AtDepends !== undefined) return "depends";
  if (children.AtConcurrent !== undefined) return "concurrent";
  if (children.AtUnmanaged !== undefined) return "unmanaged";
  return children.AtComment === undefined ? null : "comment";
}

function checkPlace(b: Build, node: WordCstNode, word: PlainWord, carrier: Carrier): void {
  const [what, allowed] = carriers[carrier];
  if ((allowed as readonly PlainWord[]).includes(word)) return;
  b.report.error("COV1015", b.span(node), `\`@${word}\` does not belong to ${what}`, {
    hint: allowed.length === 1 ? `it takes only \`@${allowed[0]}\`` : "delete it",
  });
}

function buildSetting(b: Build, node: WordCstNode): SettingWord {
  const token = first(node.children.AtSetting);
  const start = token.startOffset;
  const dot = token.image.indexOf(".");
  const value = node.children.RawParen?.[0];
  return {
    kind: "setting",
    dialect: {
      kind: "name",
      text: token.image.slice(1, dot),
      quoted: false,
      span: b.range(start + 1, start + dot),
    },
    name: {
      kind: "name",
      text: token.image.slice(dot + 1),
      quoted: false,
      span: b.range(start + dot + 1, endOf(token)),
    },
    value: value === undefined ? null : buildRaw(b, value),
    span: b.span(node),
  };
}

function reportUnknown(b: Build, node: WordCstNode): void {
  const token = first(node.children.AtUnknown);
  const word = token.image.slice(1);
  const habit = atHabits.get(word.toLowerCase());
  const near = nearest(word, ["was", "for", "depends", "concurrent", "unmanaged", "comment"]);
  b.report.error("COV1014", b.range(startOf(node), endOf(token)), `\`@${word}\` is not a word of the language`, {
    hint:
      habit ??
      (near !== null
        ? `write \`@${near}\``
        : "the words are `@was @for @depends @concurrent @unmanaged @comment`; an engine's own are written `@engine.word`"),
  });
}

function buildComment(b: Build, word: WordCstNode | null, lines: DocComment | null): DocComment | null {
  if (word === null) return lines;
  const span = b.span(word);
  if (lines !== null)
    b.report.error("COV1016", span, "the comment is given twice", {
      labels: [{ span: lines.span, text: "first here" }],
      hint: "keep the `///` or the `@comment`",
    });
  return { kind: "docComment", form: "word", text: unquote(first(word.children.Text).image), span };
}
