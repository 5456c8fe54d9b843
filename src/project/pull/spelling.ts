/** Shorter ways to write what a catalog prints. Only guesses: whoever uses one asks the engine whether it is the same. */

import type { Vocabulary } from "../../dialect/vocabulary.js";
import type { ColumnType } from "../../model/column-schema.js";
import { formatName } from "../../model/name.js";
import { lexSql, type SqlToken, significant } from "../../sql/lexer.js";
import type { SqlSyntax } from "../../sql/syntax.js";

const plainWord = /^[A-Za-z_]\w*$/;

/** Ways to write a type, the best first: a portable name, the engine's own, and last its SQL text in backticks. */
export function typeSpellings(
  type: ColumnType,
  vocabulary: Vocabulary,
  enums: ReadonlySet<string>,
  quote: (name: string) => string,
): ColumnType[] {
  const named = (name: string): ColumnType[] =>
    type.args.length === 0
      ? [{ ...type, name }]
      : [
          { ...type, name, args: [] },
          { ...type, name },
        ];
  const known = [...vocabulary.portable].flatMap(([name, { lacking }]) => (lacking === null ? [name] : []));
  // Of several portable names for one type, its own; then the widest, which the table of types has last.
  const portable = [
    ...known.filter((name) => name === type.name),
    ...known.filter((name) => name !== type.name).reverse(),
  ];
  // Arguments of portable types are whole numbers.
  const plain = type.schema === null && type.args.every((arg) => /^\d+$/.test(arg)) ? portable.flatMap(named) : [];
  const written = plainWord.test(type.name);
  const own =
    enums.has(formatName(type)) || vocabulary.anyType || (type.schema === null && vocabulary.nativeTypes.has(type.name))
      ? [type]
      : [];
  const words =
    written || type.schema !== null ? [] : [...vocabulary.nativeTypes].filter((name) => plainWord.test(name));
  const args = type.args.length === 0 ? "" : `(${type.args.join(", ")})`;
  const raw = (name: string): ColumnType => ({
    ...type,
    schema: null,
    name: `${type.schema === null ? "" : `${quote(type.schema)}.`}${name}${args}`,
    args: [],
    raw: true,
  });
  return [...plain, ...(written ? own : []), ...words.flatMap(named), ...own, raw(type.name), raw(quote(type.name))];
}

/** A default without the cast the engine adds, its keywords in lower case. */
export function plainDefault(sql: string, syntax: SqlSyntax): string {
  const text = plainText(sql, syntax);
  return /^(?:true|false|null|current_(?:timestamp|date|time|user))$/i.test(text) ? text.toLowerCase() : text;
}

/** Without casts and needless parentheses; lists of values as `IN (…)`. */
export function plainText(sql: string, syntax: SqlSyntax): string {
  const all = lexSql(sql, syntax);
  if (significant(all).length !== all.filter(({ kind }) => kind !== "space").length) return sql;
  let tokens = toWords(all);
  for (const step of [withoutCasts, withLists, withLike, withoutParens]) tokens = step(tokens);
  return tokens
    .map(({ text, gap }, at) => (at === 0 ? text : gap + text))
    .join("")
    .trim();
}

/** A token with the white space before it. */
interface Word {
  readonly kind: SqlToken["kind"];
  readonly text: string;
  readonly gap: string;
}

function toWords(tokens: readonly SqlToken[]): Word[] {
  const words: Word[] = [];
  let gap = "";
  for (const { kind, text } of tokens) {
    if (kind === "space") gap = text;
    else {
      words.push({ kind, text, gap });
      gap = "";
    }
  }
  return words;
}

/** Words that go on a type's name. */
const typeTails = new Set(["varying", "precision", "with", "without", "time", "zone"]);

function withoutCasts(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    if (word.text !== "::") {
      result.push(word);
      continue;
    }
    at++;
    while (words[at + 1]?.text === ".") at += 2;
    while (typeTails.has(words[at + 1]?.text.toLowerCase() ?? "") || words[at + 1]?.text === "(") {
      if (words[at + 1]?.text === "(") at = closing(words, at + 1);
      else at++;
    }
    while (words[at + 1]?.text === "[") at = words[at + 2]?.text === "]" ? at + 2 : at + 3;
  }
  return result;
}

function closing(words: readonly Word[], open: number): number {
  let depth = 0;
  for (let at = open; at < words.length; at++) {
    const text = words[at]?.text;
    if (text === "(" || text === "[") depth++;
    else if (text === ")" || text === "]") depth--;
    if (depth === 0) return at;
  }
  return words.length;
}

/** `a = ANY (ARRAY['x', 'y'])` is `a IN ('x', 'y')`, `a <> ALL (…)` is `a NOT IN (…)`. */
function withLists(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const quantifier = words[at + 1]?.text.toUpperCase() ?? "";
    const list =
      word.text === "=" && quantifier === "ANY" ? "IN" : word.text === "<>" && quantifier === "ALL" ? "NOT IN" : null;
    let open = at + 2;
    while (words[open]?.text === "(" && words[open + 1]?.text === "(") open++;
    if (
      list === null ||
      words[open]?.text !== "(" ||
      words[open + 1]?.text.toUpperCase() !== "ARRAY" ||
      words[open + 2]?.text !== "["
    ) {
      result.push(word);
      continue;
    }
    const inner = words.slice(open + 3, closing(words, open + 2));
    result.push({ kind: "word", text: list, gap: " " }, { kind: "punctuation", text: "(", gap: " " }, ...inner);
    result.push({ kind: "punctuation", text: ")", gap: "" });
    at = closing(words, at + 2);
  }
  return result;
}

const likes: Readonly<Record<string, string>> = {
  "~~": "LIKE",
  "!~~": "NOT LIKE",
  "~~*": "ILIKE",
  "!~~*": "NOT ILIKE",
};

function withLike(words: readonly Word[]): Word[] {
  return words.map((word) => {
    const like = word.gap === "" ? undefined : likes[word.text];
    return like === undefined ? word : { ...word, kind: "word", text: like };
  });
}

/** Without parentheses around one token or around other parentheses, and around the whole. */
function withoutParens(words: readonly Word[]): Word[] {
  let result = [...words];
  for (let at = 0; at < result.length; at++) {
    if (result[at]?.text !== "(") continue;
    const before = result[at - 1];
    const called = before !== undefined && (before.kind === "word" || before.kind === "name");
    const end = closing(result, at);
    const single = end === at + 2 && result[at + 1]?.kind !== "punctuation" && !called;
    const doubled = result[at + 1]?.text === "(" && closing(result, at + 1) === end - 1;
    const whole = at === 0 && end === result.length - 1;
    if (!single && !doubled && !whole) continue;
    const { gap = "" } = result[at] ?? {};
    const inner = result.slice(at + 1, end).map((word, i) => (i === 0 ? { ...word, gap } : word));
    result = [...result.slice(0, at), ...inner, ...result.slice(end + 1)];
    at--;
  }
  return result;
}
