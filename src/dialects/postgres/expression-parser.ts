/**
 * A reader for the expressions that defaults, checks and indexes are made of, with PostgreSQL's precedence.
 *
 * It knows the common forms and gives up (null) on all others: what it cannot read is compared in another way.
 */

import { lexSql, type SqlToken, significant, unquoteName } from "../../sql/lexer.js";
import { isKeyword } from "./keywords.js";
import { syntax } from "./syntax.js";
import { builtinName } from "./type-names.js";
import { parseType, typeText } from "./types.js";

export interface Node {
  readonly kind: "number" | "string" | "column" | "word" | "call" | "operator" | "cast" | "array" | "row" | "case";
  /** Number as written, string decoded, column without quotes, function, operator or type. */
  readonly text: string;
  readonly args: readonly Node[];
}

class Unread extends Error {}

export function parseExpression(sql: string): Node | null {
  try {
    const parser = new Parser(significant(lexSql(sql, syntax)));
    return parser.all();
  } catch (error) {
    if (error instanceof Unread) return null;
    throw error;
  }
}

/** How tightly operators bind, loosest first (gram.y). */
const power = {
  or: 1,
  and: 2,
  not: 3,
  is: 4,
  comparison: 5,
  like: 6,
  other: 8,
  sum: 9,
  product: 10,
  exponent: 11,
  at: 12,
  collate: 13,
  sign: 14,
  subscript: 15,
  cast: 17,
};

const likes: Readonly<Record<string, string>> = { like: "~~", ilike: "~~*" };
const constants = new Set(["null", "true", "false"]);
/** Functions whose arguments are written in a way of their own. */
const oddCalls = new Set([
  "extract",
  "position",
  "overlay",
  "trim",
  "normalize",
  "collation",
  "exists",
  "row",
  "grouping",
  "treat",
]);
const typeWords = new Set(["varying", "precision", "with", "without", "time", "zone"]);

const node = (kind: Node["kind"], text: string, args: readonly Node[] = []): Node => ({ kind, text, args });
const operator = (text: string, ...args: Node[]) => node("operator", text, args);

class Parser {
  #at = 0;

  constructor(readonly tokens: readonly SqlToken[]) {}

  all(): Node {
    const result = this.#expression(0);
    if (this.#at < this.tokens.length) throw new Unread();
    return result;
  }

  #peek(ahead = 0): SqlToken | null {
    return this.tokens[this.#at + ahead] ?? null;
  }

  /** The next token as a word in lower case, or as it stands; "" at the end. */
  #next(ahead = 0): string {
    const token = this.#peek(ahead);
    return token === null ? "" : token.kind === "word" ? token.text.toLowerCase() : token.text;
  }

  #take(text: string): boolean {
    if (this.#next() !== text) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new Unread();
  }

  #expression(min: number): Node {
    let left = this.#prefix();
    for (;;) {
      const next = this.#infix(left, min);
      if (next === null) return left;
      left = next;
    }
  }

  #infix(left: Node, min: number): Node | null {
    const token = this.#peek();
    const word = this.#next();
    if (token === null || token.kind === "name" || token.kind === "string") return null;
    const binds = (level: number): boolean => {
      if (level < min) return false;
      this.#at++;
      return true;
    };
    if (token.kind === "word") {
      if (word === "and" || word === "or")
        return binds(power[word]) ? flat(word, left, this.#expression(power[word] + 1)) : null;
      if (word === "is") return binds(power.is) ? this.#is(left) : null;
      if (word === "isnull") return binds(power.is) ? operator("is null", left) : null;
      if (word === "notnull") return binds(power.is) ? operator("is not null", left) : null;
      if (word === "not") {
        if (!["in", "like", "ilike", "between"].includes(this.#next(1)) || power.like < min) return null;
        this.#at++;
        return this.#membership(left, true);
      }
      if (["in", "like", "ilike", "between"].includes(word))
        return power.like < min ? null : this.#membership(left, false);
      if (word === "collate") return binds(power.collate) ? operator(`collate ${this.#path().join(".")}`, left) : null;
      if (word === "at" && this.#next(1) === "time" && this.#next(2) === "zone" && binds(power.at)) {
        this.#at += 2;
        return operator("at time zone", left, this.#expression(power.at + 1));
      }
      return null;
    }
    if (word === "::") return binds(power.cast) ? node("cast", this.#type(), [left]) : null;
    if (word === "[") {
      if (!binds(power.subscript)) return null;
      const index = this.#expression(0);
      this.#expect("]");
      return operator("[]", left, index);
    }
    if (token.kind !== "punctuation" || !/^[-+*/<>=~!@#%^&|`?]+$/.test(word)) return null;
    const level = levelOf(word);
    if (!binds(level)) return null;
    const name = word === "!=" ? "<>" : word;
    const quantifier = this.#next();
    if (["any", "some", "all"].includes(quantifier) && this.#next(1) === "(") {
      this.#at += 2;
      const set = this.#expression(0);
      this.#expect(")");
      return operator(`${name} ${quantifier === "all" ? "all" : "any"}`, left, set);
    }
    return operator(name, left, this.#expression(level + 1));
  }

  #is(left: Node): Node {
    const not = this.#take("not");
    if (this.#take("distinct")) {
      this.#expect("from");
      const distinct = operator("is distinct from", left, this.#expression(power.is + 1));
      return not ? operator("not", distinct) : distinct;
    }
    const word = this.#next();
    if (!["null", "true", "false", "unknown"].includes(word)) throw new Unread();
    this.#at++;
    return operator(`is ${not ? "not " : ""}${word}`, left);
  }

  /** `in`, `like` and `between` become what PostgreSQL's own parser makes of them. */
  #membership(left: Node, not: boolean): Node {
    const word = this.#next();
    this.#at++;
    const like = Object.hasOwn(likes, word) ? likes[word] : undefined;
    if (like !== undefined) {
      const pattern = this.#expression(power.like + 1);
      if (this.#next() === "escape") throw new Unread();
      return operator(not ? `!${like}` : like, left, pattern);
    }
    if (word === "between") {
      if (this.#next() === "symmetric" || this.#next() === "asymmetric") throw new Unread();
      const low = this.#expression(power.like + 1);
      this.#expect("and");
      const high = this.#expression(power.like + 1);
      return not
        ? flat("or", operator("<", left, low), operator(">", left, high))
        : flat("and", operator(">=", left, low), operator("<=", left, high));
    }
    this.#expect("(");
    const items = this.#list(")");
    if (!items.every(isConstant)) throw new Unread();
    const [only] = items;
    if (only !== undefined && items.length === 1) return operator(not ? "<>" : "=", left, only);
    return operator(not ? "<> all" : "= any", left, node("array", "", items));
  }

  #list(close: string): Node[] {
    const items: Node[] = [];
    if (this.#take(close)) return items;
    do items.push(this.#expression(0));
    while (this.#take(","));
    this.#expect(close);
    return items;
  }

  #prefix(): Node {
    const token = this.#peek();
    if (token === null) throw new Unread();
    if (token.kind === "word" || token.kind === "name") return this.#word(token);
    this.#at++;
    if (token.kind === "number") return node("number", token.text.toLowerCase());
    if (token.kind === "string") return node("string", stringText(token));
    if (token.text === "(") {
      const items = this.#list(")");
      if (this.#next() === ".") throw new Unread();
      const [only] = items;
      return only !== undefined && items.length === 1 ? only : node("row", "", items);
    }
    if (token.text === "-") {
      const operand = this.#expression(power.sign);
      return operand.kind === "number" && !operand.text.startsWith("-")
        ? node("number", `-${operand.text}`)
        : operator("-", operand);
    }
    if (token.text === "+") return operator("+", this.#expression(power.sign));
    if (/^[~!@#%^&|`?]+/.test(token.text)) return operator(token.text, this.#expression(power.other + 1));
    throw new Unread();
  }

  #word(token: SqlToken): Node {
    const word = token.kind === "word" ? token.text.toLowerCase() : "";
    if (word === "not") {
      this.#at++;
      return operator("not", this.#expression(power.not));
    }
    if (word === "case") return this.#case();
    if (word === "cast" && this.#next(1) === "(") {
      this.#at += 2;
      const operand = this.#expression(0);
      this.#expect("as");
      const type = this.#type();
      this.#expect(")");
      return node("cast", type, [operand]);
    }
    if (word === "array" && this.#next(1) === "[") {
      this.#at += 2;
      return node("array", "", this.#list("]"));
    }
    if (this.#peek(1)?.kind === "string" && builtinName(word) !== null) {
      const type = this.#type();
      const text = this.#peek();
      this.#at++;
      if (text === null) throw new Unread();
      return node("cast", type, [node("string", stringText(text))]);
    }
    if (constants.has(word)) {
      this.#at++;
      return node("word", word);
    }
    const path = this.#path();
    if (this.#take("(")) {
      if (oddCalls.has(word) || this.#next() === "*" || this.#next() === "distinct" || this.#next() === "variadic")
        throw new Unread();
      return node("call", path.join("."), this.#list(")"));
    }
    return node(path.length === 1 && token.kind === "word" && isKeyword(word) ? "word" : "column", path.join("."));
  }

  #case(): Node {
    this.#at++;
    const args: Node[] = [];
    let shape = "";
    if (this.#next() !== "when") {
      args.push(this.#expression(0));
      shape = "of";
    }
    while (this.#take("when")) {
      args.push(this.#expression(0));
      this.#expect("then");
      args.push(this.#expression(0));
    }
    // A case without else is one with `else null`, and is printed so.
    args.push(this.#take("else") ? this.#expression(0) : node("word", "null"));
    this.#expect("end");
    return node("case", shape, args);
  }

  /** Parts of a dotted name; what would need quotes keeps them, so that two names never look alike. */
  #path(): string[] {
    const path: string[] = [];
    do {
      const token = this.#peek();
      if (token?.kind !== "word" && token?.kind !== "name") throw new Unread();
      path.push(plainName(token));
      this.#at++;
    } while (this.#take("."));
    return path;
  }

  #type(): string {
    const start = this.#at;
    const first = this.#next();
    this.#path();
    const more = () => {
      while (typeWords.has(this.#next()) && ["character", "char", "double", "bit", "time", "timestamp"].includes(first))
        this.#at++;
    };
    more();
    if (this.#take("(")) {
      this.#list(")");
      more();
    }
    while (this.#take("[")) this.#expect("]");
    const sql = this.tokens.slice(start, this.#at).map(({ text }) => text);
    return typeText(parseType(sql.join(" ")));
  }
}

function plainName(token: SqlToken): string {
  const name = token.kind === "word" ? token.text.toLowerCase() : unquoteName(token, syntax);
  return /^\w+$/.test(name) ? name : JSON.stringify(name);
}

function levelOf(text: string): number {
  if (["<", ">", "=", "<=", ">=", "<>", "!="].includes(text)) return power.comparison;
  if (text === "+" || text === "-") return power.sum;
  if (text === "*" || text === "/" || text === "%") return power.product;
  return text === "^" ? power.exponent : power.other;
}

/** `and` and `or` with all their operands in one list, however they were grouped. */
function flat(word: "and" | "or", ...operands: Node[]): Node {
  const items = operands.flatMap((item) => (item.kind === "operator" && item.text === word ? item.args : [item]));
  return node("operator", word, items);
}

export function isConstant(item: Node): boolean {
  if (item.kind === "cast") return item.args.every(isConstant);
  return item.kind === "string" || item.kind === "number" || (item.kind === "word" && constants.has(item.text));
}

/** The text a string stands for; what has escapes beyond `\\` keeps its spelling, which begins with the prefix. */
function stringText({ text, open }: SqlToken): string {
  if (open) throw new Unread();
  if (text.startsWith("'")) return `'${text.slice(1, -1).replaceAll("''", "'")}`;
  if (text.startsWith("$")) {
    const fence = text.indexOf("$", 1) + 1;
    return `'${text.slice(fence, -fence)}`;
  }
  const inner = text.slice(2, -1);
  if (/^[eE]/.test(text) && !/\\[^\\]/.test(inner.replaceAll("\\\\", "")))
    return `'${inner.replaceAll("''", "'").replaceAll("\\\\", "\\")}`;
  return text;
}
