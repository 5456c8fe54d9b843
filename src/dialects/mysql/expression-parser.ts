/** Reads an expression into a tree, so that parentheses and spellings no longer matter; null for what it does not know. */

import type { SqlToken } from "../../sql/lexer.js";
import { unquoteName } from "../../sql/lexer.js";
import { introducesText } from "./charsets.js";
import { fold, literalText, syntax, tokensOf } from "./syntax.js";

/** `kind` says what `text` is; operands and arguments are in `args`. */
export interface Node {
  readonly kind: "number" | "string" | "word" | "column" | "operator" | "call" | "raw";
  readonly text: string;
  readonly args: readonly Node[];
}

export function parseExpression(sql: string): Node | null {
  try {
    const parser = new Parser(tokensOf(sql));
    const node = parser.expression(0);
    return parser.done ? node : null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

class Unreadable extends Error {}

/** How tightly each operator between two operands binds (MySQL, "Operator Precedence"). */
const strength: Readonly<Record<string, number>> = {
  "||": 1,
  or: 1,
  xor: 2,
  "&&": 3,
  and: 3,
  between: 5,
  "=": 6,
  "<=>": 6,
  ">=": 6,
  ">": 6,
  "<=": 6,
  "<": 6,
  "<>": 6,
  "!=": 6,
  is: 6,
  like: 6,
  regexp: 6,
  rlike: 6,
  in: 6,
  member: 6,
  "|": 7,
  "&": 8,
  "<<": 9,
  ">>": 9,
  "-": 10,
  "+": 10,
  "*": 11,
  "/": 11,
  div: 11,
  "%": 11,
  mod: 11,
  "^": 12,
  collate: 14,
  "->": 15,
  "->>": 15,
};
const notStrength = 4;
const signStrength = 13;

/** One spelling for operators that have two. */
const operators: Readonly<Record<string, string>> = { "||": "or", "&&": "and", "!=": "<>", mod: "%", rlike: "regexp" };

const functions: Readonly<Record<string, string>> = {
  lcase: "lower",
  ucase: "upper",
  substring: "substr",
  mid: "substr",
  character_length: "char_length",
  ceil: "ceiling",
  power: "pow",
  current_timestamp: "now",
  localtime: "now",
  localtimestamp: "now",
  current_date: "curdate",
  current_time: "curtime",
  sha: "sha1",
  octet_length: "length",
  day: "dayofmonth",
};
/** Functions that may go without parentheses. */
const bare = new Set(["current_timestamp", "localtime", "localtimestamp", "current_date", "current_time", "utc_date"]);
const constants = new Set(["null", "true", "false", "unknown"]);
/** They start a clause of their own, so a bare one is no column. */
const clauses = new Set(
  "select from where group order when then else end as case and or xor not in like between is div using".split(" "),
);

class Parser {
  #at = 0;
  constructor(readonly tokens: readonly SqlToken[]) {}

  get done(): boolean {
    return this.#at >= this.tokens.length;
  }

  expression(least: number): Node {
    let left = this.#prefix();
    for (;;) {
      const start = this.#at;
      const negated = this.#take("not");
      const name = this.#peek();
      const binds = strength[name];
      if (binds === undefined || binds < least || (negated && !/^(?:in|like|between|regexp|rlike)$/.test(name))) {
        this.#at = start;
        return left;
      }
      this.#at++;
      left = this.#infix(left, name, binds);
      if (negated) left = operator("not", left);
    }
  }

  #infix(left: Node, name: string, binds: number): Node {
    switch (name) {
      case "is": {
        const negated = this.#take("not");
        const what = operator("is", left, this.#prefix());
        return negated ? operator("not", what) : what;
      }
      case "in": {
        this.#expect("(");
        return operator("in", left, ...this.#list(")"));
      }
      case "between": {
        const low = this.expression(binds + 1);
        this.#expect("and");
        return operator("between", left, low, this.expression(binds + 1));
      }
      case "like": {
        const pattern = this.expression(binds + 1);
        return operator("like", left, pattern, ...(this.#take("escape") ? [this.#prefix()] : []));
      }
      case "member":
        this.#expect("of");
        this.#expect("(");
        return operator("member of", left, ...this.#list(")"));
      case "collate":
        return operator("collate", left, leaf("word", fold(this.#name())));
      case "->":
        return call("json_extract", [left, this.#prefix()]);
      case "->>":
        return call("json_unquote", [call("json_extract", [left, this.#prefix()])]);
      default:
        return operator(operators[name] ?? name, left, this.expression(binds + 1));
    }
  }

  #prefix(): Node {
    const token = this.#next();
    const word = this.#textOf(token);
    if (token.kind === "number") return leaf("number", word.toLowerCase());
    if (token.kind === "string") return stringNode(token.text);
    if (word === "(") {
      const [only, ...more] = this.#list(")");
      if (only === undefined) throw new Unreadable();
      return more.length === 0 ? only : operator("row", only, ...more);
    }
    if (word === "-" || word === "~" || word === "+") return sign(word, this.expression(signStrength));
    if (word === "!") return operator("not", this.expression(signStrength));
    if (token.kind === "name") return this.#column(token);
    if (token.kind !== "word") throw new Unreadable();
    const next = this.tokens[this.#at];
    if (/^_\w+$/.test(word) && next?.kind === "string") {
      this.#at++;
      const value = stringNode(next.text);
      // Every session of ours speaks utf8mb4, and plain ASCII is the same in nearly all of them.
      const plain = word === "_utf8mb4" || (introducesText(word) && isAscii(next.text));
      return plain && value.kind === "string" ? value : operator(word, value);
    }
    if (/^(?:date|time|timestamp)$/.test(word) && next?.kind === "string") {
      this.#at++;
      return operator(word, stringNode(next.text));
    }
    if (word === "not") return operator("not", this.expression(notStrength));
    if (word === "binary") return operator("binary", this.expression(signStrength));
    if (word === "interval" && next?.text !== "(") return this.#interval();
    if (word === "case") return this.#case();
    if (next?.text === "(") return this.#call(word);
    if (constants.has(word)) return leaf("word", word);
    if (bare.has(word)) return call(functions[word] ?? word, []);
    if (clauses.has(word)) throw new Unreadable();
    return this.#column(token);
  }

  #interval(): Node {
    const amount = this.expression(1);
    return operator("interval", amount, leaf("word", fold(this.#next().text)));
  }

  #case(): Node {
    const parts: Node[] = [];
    parts.push(this.#peek() === "when" ? leaf("word", "case") : this.expression(0));
    while (this.#take("when")) {
      parts.push(this.expression(0));
      this.#expect("then");
      parts.push(this.expression(0));
    }
    if (this.#take("else")) parts.push(leaf("word", "else"), this.expression(0));
    this.#expect("end");
    return operator("case", ...parts);
  }

  #call(word: string): Node {
    this.#expect("(");
    const name = functions[word] ?? word;
    if (word === "cast" || word === "convert") return this.#cast(word === "cast" ? "as" : ",");
    const start = this.#at;
    try {
      const args = this.#take("distinct") ? null : this.#list(")");
      if (args !== null) return named(name, args);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
    this.#at = start;
    return { kind: "raw", text: `${name} ${this.#untilClosed()}`, args: [] };
  }

  /** `cast(x as char charset utf8mb4)`, also written `convert(x, char)`. */
  #cast(separator: string): Node {
    const value = this.expression(0);
    if (separator === "," && this.#take("using")) {
      const charset = fold(this.#name());
      this.#expect(")");
      return operator("using", value, leaf("word", charset));
    }
    this.#expect(separator);
    const type = this.#untilClosed()
      .replace(/ (?:charset|character set) utf8mb4$/, "")
      .replace(/^(signed|unsigned) integer$/, "$1");
    return operator("cast", value, leaf("word", type));
  }

  /** The rest up to the parenthesis that closes it, as tokens. */
  #untilClosed(): string {
    const texts: string[] = [];
    for (let depth = 1; ; ) {
      const token = this.#next();
      if (token.text === "(") depth++;
      if (token.text === ")" && --depth === 0) return texts.join(" ");
      texts.push(token.kind === "name" ? `\`${fold(unquoteName(token, syntax))}\`` : this.#textOf(token));
    }
  }

  #list(close: string): Node[] {
    const items: Node[] = [];
    if (this.#take(close)) return items;
    do items.push(this.#peek() === "*" ? leaf("word", this.#next().text) : this.expression(0));
    while (this.#take(","));
    this.#expect(close);
    return items;
  }

  /** `a`, `t.a`, `d.t.a` */
  #column(first: SqlToken): Node {
    const path = [fold(unquoteName(first, syntax))];
    while (this.#peek() === "." && path.length < 3) {
      this.#at++;
      path.push(fold(this.#name()));
    }
    return leaf("column", JSON.stringify(path));
  }

  #name(): string {
    const token = this.#next();
    if (token.kind !== "name" && token.kind !== "word" && token.kind !== "string") throw new Unreadable();
    return token.kind === "string" ? literalText(token.text) : unquoteName(token, syntax);
  }

  #next(): SqlToken {
    const token = this.tokens[this.#at++];
    if (token === undefined || token.open) throw new Unreadable();
    return token;
  }

  #peek(): string {
    const token = this.tokens[this.#at];
    return token === undefined ? "" : this.#textOf(token);
  }

  #take(text: string): boolean {
    const taken = this.#peek() === text;
    if (taken) this.#at++;
    return taken;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new Unreadable();
  }

  #textOf({ kind, text }: SqlToken): string {
    return kind === "word" ? fold(text) : text;
  }
}

function isAscii(text: string): boolean {
  return [...text].every((char) => char < "\x80");
}

function leaf(kind: Node["kind"], text: string): Node {
  return { kind, text, args: [] };
}

function operator(text: string, ...args: Node[]): Node {
  // `a or b or c` is one list, however it is put in parentheses.
  if (text === "and" || text === "or")
    return { kind: "operator", text, args: args.flatMap((arg) => (arg.text === text ? arg.args : [arg])) };
  return { kind: "operator", text, args };
}

function call(text: string, args: readonly Node[]): Node {
  return { kind: "call", text, args };
}

/** Calls that stand for an operator. */
function named(name: string, args: readonly Node[]): Node {
  const [first, second, ...more] = args;
  if (name === "mod" && first !== undefined && second !== undefined && more.length === 0)
    return operator("%", first, second);
  if (name === "isnull" && first !== undefined && second === undefined)
    return operator("is", first, leaf("word", "null"));
  // Without fractions of a second, the zero goes unsaid.
  if (name === "now" && first?.text === "0") return call(name, []);
  return call(name, args);
}

function sign(word: string, value: Node): Node {
  if (value.kind !== "number" || word === "~") return operator(`${word} x`, value);
  return word === "+" ? value : leaf("number", value.text.startsWith("-") ? value.text.slice(1) : `-${value.text}`);
}

function stringNode(text: string): Node {
  if (/^[xX]'/.test(text)) return leaf("number", `0x${text.slice(2, -1).toLowerCase()}`);
  if (/^[bB]'/.test(text)) return leaf("number", `b'${text.slice(2, -1)}'`);
  if (/^[nN]'/.test(text)) return operator("_utf8mb3", leaf("string", literalText(text.slice(1))));
  return leaf("string", literalText(text));
}
