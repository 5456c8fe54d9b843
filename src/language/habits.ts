/** What people write by habit from SQL, Prisma and DBML, and how it is written here. */

import type { IToken } from "../../grammar/chevrotain.js";
import { shown } from "../../grammar/messages.js";
import { declarationWords, objectKinds } from "../../grammar/words.js";
import type { Code } from "../diagnostic/codes.js";
import { nearest } from "./suggest.js";

/** What to say about tokens that nobody could use; it points at the first `length` of them. */
export interface Answer {
  readonly code: Code;
  readonly title: string;
  readonly hint: string | null;
  readonly length: number;
}

/** Prisma's @words. */
export const atHabits: ReadonlyMap<string, string> = new Map([
  ["id", "write `primary key`"],
  ["unique", "write `unique`"],
  ["default", "write `= value`"],
  ["relation", "write `-> table.column` behind the type"],
  ["map", "delete it: names in the file are the names in the database"],
  ["updatedat", "write a trigger, or set it where the row is written"],
  ["ignore", "write `@unmanaged` behind the table's name"],
  ["index", "write `index (column)` on a line of its own"],
  ["check", "write `check (…)`"],
  ["autoincrement", "write `identity`"],
]);

interface Habit {
  /** The first words left over, lower case, blanks between. */
  readonly words: RegExp;
  readonly code: Code;
  readonly title: string;
  readonly hint: string;
}

/** Behind a column. */
const columnHabits: readonly Habit[] = [
  {
    words: /^not null\b/,
    code: "COV1017",
    title: "`not null` is already the default",
    hint: "delete it; a column that may be null is written `text?`",
  },
  { words: /^null\b/, code: "COV1017", title: "`null` is written `?`", hint: "write `?` right behind the type" },
  { words: /^references\b/, code: "COV1018", title: "`references` is written `->`", hint: "write `-> table.column`" },
  {
    words: /^(?:foreign key|constraint \S+ references)\b/,
    code: "COV1018",
    title: "a foreign key of one column is written `->`",
    hint: "write `-> table.column`",
  },
  {
    words: /^constraint\b/,
    code: "COV1020",
    title: "a constraint's name stands behind it",
    hint: "write `unique as name` or `check (…) as name`",
  },
  { words: /^default\b/, code: "COV1021", title: "`default` is written `=`", hint: "write `= value`" },
  {
    words: /^(?:auto_?increment|increment)\b/,
    code: "COV1021",
    title: "a column that counts by itself is written `identity`",
    hint: "write `identity`",
  },
  {
    words: /^(?:pk|primary)\b/,
    code: "COV1021",
    title: "a primary key is written `primary key`",
    hint: "write `primary key`",
  },
  {
    words: /^comment\b/,
    code: "COV1021",
    title: "a comment is written `///`",
    hint: "write `/// text` behind the column or above it",
  },
  {
    words: /^(?:with|without) time zone\b/,
    code: "COV1022",
    title: "a type is one word",
    hint: "write `timestamptz` for a time stamp with a zone, `timestamp` for one without",
  },
  { words: /^precision\b/, code: "COV1022", title: "a type is one word", hint: "write `double`" },
  { words: /^varying\b/, code: "COV1022", title: "a type is one word", hint: "write `varchar(n)` or `varbit`" },
  {
    words: /^(?:character set|charset)\b/,
    code: "COV1021",
    title: "a character set belongs to MySQL alone",
    hint: "write it as a setting of that engine: `@engine.charset(name)`",
  },
];

/** Columns by their looks that are rules by their first word. */
const ruleHabits: readonly Habit[] = [
  {
    words: /^constraint (\S+)/,
    code: "COV1020",
    title: "a constraint's name stands behind it",
    hint: "write `unique (a) as name`, `check (…) as name`, `foreign key (a) -> t.c as name`",
  },
  {
    words: /^unique key\b/,
    code: "COV1021",
    title: "`unique key` is `unique` or `unique index`",
    hint: 'write `unique (a) as name`; a column is called so with quotes: `"unique" …`',
  },
  {
    words: /^(?:unique index$|index |key )/,
    code: "COV1019",
    title: "an index's name stands behind it",
    hint: 'write `index (a) as name`; a column is called so with quotes: `"index" …`',
  },
  {
    words: /^unique (\S+)/,
    code: "COV1019",
    title: "a constraint's name stands behind it",
    hint: 'write `unique (a) as name`; a column is called so with quotes: `"unique" …`',
  },
  {
    words: /^(?:fulltext|spatial)\b/,
    code: "COV1021",
    title: "an index's kind stands behind it",
    hint: "write `index (a) using fulltext`",
  },
  {
    words: /^(?:primary|foreign) key (\S+)/,
    code: "COV1019",
    title: "a key's name stands behind it",
    hint: "write `primary key (a) as name` or `foreign key (a) -> t.c as name`",
  },
];

const declarationHabits: Readonly<Record<string, string>> = {
  create: "leave out `create`: a file says what there is",
  alter: "a file says what there is; covet works out the change",
  drop: "delete the declaration; covet works out the change",
  insert: "a file says how the schema is; rows belong in a migration",
  model: "write `table`",
  entity: "write `table`",
  tablegroup: "delete it",
  datasource: "delete it: the database's address stands in the configuration",
  generator: "delete it: nothing is generated",
  namespace: "write `schema`",
  database: "write `schema`",
  ref: "write `-> table.column` behind the column's type",
  index: "write it in its table: `index (column)`",
  unique: "write it in its table: `unique (column)`",
  import: "delete it: all files of the folder are one schema",
  use: "delete it: all files of the folder are one schema",
  role: "roles are not managed; write `grant` for what a role may do",
  user: "users are not managed; write `grant` for what one may do",
  comment: "write `/// text` above what it is about",
};

/** First words of a line that reads as a column and is a rule in SQL: null where it may well be a column. */
export function answerRule(words: string, complete: boolean, wordArguments: boolean): Answer | null {
  // `index name (a)` is a column of type `name(a)`, and nothing is left over.
  if (complete && !(wordArguments && /^(?:unique|index|key) \S+$/.test(words))) return null;
  const habit = ruleHabits.find((one) => one.words.test(words));
  return habit === undefined ? null : { code: habit.code, title: habit.title, hint: habit.hint, length: 0 };
}

/** The tokens left over on a line. */
export function answerRest(tokens: readonly IToken[], column: boolean): Answer {
  const words = tokens.slice(0, 4).map((token) => token.image.toLowerCase());
  const said = words.join(" ");
  const habit = column ? columnHabits.find((one) => one.words.test(said)) : undefined;
  if (habit !== undefined) {
    const length = habit.words.exec(said)?.[0].split(" ").length ?? 1;
    return { code: habit.code, title: habit.title, hint: habit.hint, length };
  }
  const token = tokens[0];
  const what = token === undefined ? "this" : shown(token);
  const afterComma = words[0] === "," && tokens.length > 1;
  return {
    code: "COV1002",
    title: afterComma ? "each line holds one member" : `${what} does not belong here`,
    hint: afterComma ? "put what follows the comma on a line of its own" : restHint(words, column),
    length: 1,
  };
}

function restHint(words: readonly string[], column: boolean): string | null {
  const [word = ""] = words;
  if (word === "{") return "put `{` on the line of what it belongs to";
  if (word === "(") return "members stand between `{` and `}`, one on a line";
  if (word === "as") return "`as name` stands right behind its rule, before every word with `@`";
  if (column && /^[a-z_"]/.test(word))
    return "a column is `name type`, then what SQL says of it; the next one starts a line";
  return null;
}

/** The first word of a declaration that is none. */
export function answerDeclaration(token: IToken): Answer {
  const word = token.image;
  const near = nearest(word, [...declarationWords, ...objectKinds]);
  const hint =
    declarationHabits[word.toLowerCase()] ??
    (near !== null
      ? `write \`${near}\``
      : `a declaration starts with ${declarationWords.map((one) => `\`${one}\``).join(", ")}, \`view\` …`);
  return { code: "COV1003", title: `${shown(token)} starts no declaration`, hint, length: 1 };
}

/** Habits that break the grammar in the middle of a rule. */
export function answerMismatch(
  token: IToken,
  previous: IToken | null,
  rules: readonly string[],
  wantsName: boolean,
): Answer | null {
  const word = token.image.toLowerCase();
  const rule = rules.at(-1);
  if (rule === "generated" && (word === "always" || word === "by"))
    return {
      code: "COV1021",
      title: "a generated column is written `generated (…) stored`",
      hint: word === "by" ? "write `identity`" : "write `generated (…) stored` or `virtual`, or `identity always`",
      length: 1,
    };
  if (wantsName) {
    const answer = answerName(token);
    if (answer !== null) return answer;
  }
  if (rule === "action" && previous?.image.toLowerCase() === "update" && /^(?:current_timestamp|now)$/.test(word))
    return {
      code: "COV1021",
      title: "`on update` of a column belongs to MySQL alone",
      hint: "write it as a setting of that engine: `@engine.on_update(current_timestamp)`",
      length: 1,
    };
  if (rule === "type" && token.tokenType.name === "Newline")
    return {
      code: "COV1001",
      title: "a column needs a type",
      hint: "write `name type`, such as `email varchar(320)`",
      length: 1,
    };
  return null;
}

/** What stands where a name should. */
export function answerName(token: IToken): Answer | null {
  const code: Code = "COV1001";
  if (token.tokenType.name === "Number")
    return { code, title: "a name does not start with a digit", hint: "write it in double quotes", length: 1 };
  if (token.tokenType.name === "Text")
    return { code, title: "a name is no text", hint: "write it in double quotes, or without any", length: 1 };
  return null;
}
