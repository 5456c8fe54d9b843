/**
 * Whether one statement takes back what another did: `DROP FOREIGN KEY f` and `ADD CONSTRAINT f …`, `MODIFY c …` and
 * `MODIFY c …`. Reads the clauses of ALTER TABLE and no more; what it does not know is no inverse.
 */

import { formatWord } from "../model/name.js";
import { lexSql, type SqlToken, significant, unquoteName } from "../sql/lexer.js";
import type { SqlSyntax } from "../sql/syntax.js";

/** What a clause does, and what would take it back, in the same words. */
interface Effect {
  readonly does: string;
  readonly undoes: string;
}

export function isInverse(statement: string, other: string, syntax: SqlSyntax): boolean {
  const [one, two] = [effectsOf(statement, syntax), effectsOf(other, syntax)];
  if (one === null || two === null || one.length !== two.length) return false;
  const wanted = one.map(({ undoes }) => undoes).sort();
  const found = two.map(({ does }) => does).sort();
  return wanted.every((effect, at) => effect === found[at]);
}

/** The columns that a statement adds, with the statement that drops them; null where it does anything else. */
export function addedColumns(
  sql: string,
  syntax: SqlSyntax,
): { readonly table: string; readonly columns: readonly string[]; readonly undo: string } | null {
  const rest = new Reader(significant(lexSql(sql, syntax)), syntax);
  if (!rest.take("alter", "table")) return null;
  const table = rest.spelled();
  const columns = rest.clauses().map((clause) => (clause.take("add", "column") ? clause.spelled() : null));
  const known = columns.filter((column) => column !== null);
  if (known.length < columns.length) return null;
  const drops = known.map(({ text }) => `DROP COLUMN ${text}`).join(", ");
  return { table: table.name, columns: known.map(({ name }) => name), undo: `ALTER TABLE ${table.text} ${drops}` };
}

/** The columns that `UPDATE t SET …` gives another value; null for another statement. */
export function changedColumns(sql: string, syntax: SqlSyntax): string[] | null {
  const rest = new Reader(significant(lexSql(sql, syntax)), syntax);
  if (!rest.take("update")) return null;
  rest.name();
  if (!rest.take("set")) return null;
  return rest.clauses("where").flatMap((clause) => {
    const column = clause.name();
    return clause.takeSign("=") && clause.isJust(column) ? [] : [column];
  });
}

/** null where there is a clause that is not understood. */
function effectsOf(sql: string, syntax: SqlSyntax): Effect[] | null {
  const tokens = significant(lexSql(sql, syntax));
  const rest = new Reader(tokens, syntax);
  if (rest.take("update")) return [same(`rows of ${rest.name()}`)];
  if (rest.take("rename", "table")) return all(rest.clauses().map((clause) => renamed(clause, "table", clause.name())));
  if (!rest.take("alter", "table")) return null;
  const table = rest.name();
  return all(rest.clauses().map((clause) => effectOf(clause, table)));
}

function all(effects: readonly (Effect | null)[]): Effect[] | null {
  const known = effects.filter((effect) => effect !== null);
  return known.length === effects.length && known.length > 0 ? known : null;
}

function effectOf(clause: Reader, table: string): Effect | null {
  if (clause.take("modify")) {
    clause.take("column");
    return same(`column ${table}.${clause.name()}`);
  }
  if (clause.take("change")) {
    clause.take("column");
    const from = clause.name();
    return moved(`column ${table}`, from, clause.name());
  }
  if (clause.take("rename", "column")) return renamed(clause, `column ${table}`, clause.name());
  if (clause.take("rename", "index") || clause.take("rename", "key"))
    return renamed(clause, `index ${table}`, clause.name());
  const drops = clause.take("drop");
  if (!drops && !clause.take("add")) return null;
  const part = partOf(clause);
  if (part === null) return null;
  const [made, gone] = [`+${part} of ${table}`, `-${part} of ${table}`];
  return drops ? { does: gone, undoes: made } : { does: made, undoes: gone };
}

/** What `ADD` or `DROP` is about. */
function partOf(clause: Reader): string | null {
  if (clause.take("primary", "key")) return "primary key";
  if (clause.take("column")) return `column ${clause.name()}`;
  if (clause.take("constraint") || clause.take("foreign", "key") || clause.take("check"))
    return clause.atName() ? `constraint ${clause.name()}` : null;
  for (const word of ["unique", "fulltext", "spatial"]) clause.take(word);
  if ((clause.take("index") || clause.take("key")) && clause.atName()) return `index ${clause.name()}`;
  return null;
}

function same(what: string): Effect {
  return { does: what, undoes: what };
}

function renamed(clause: Reader, what: string, from: string): Effect | null {
  return clause.take("to") ? moved(what, from, clause.name()) : null;
}

function moved(what: string, from: string, to: string): Effect {
  return { does: `${what} ${from} > ${to}`, undoes: `${what} ${to} > ${from}` };
}

/** Tokens, read from the left. */
class Reader {
  readonly #tokens: readonly SqlToken[];
  readonly #syntax: SqlSyntax;
  #at = 0;

  constructor(tokens: readonly SqlToken[], syntax: SqlSyntax) {
    this.#tokens = tokens;
    this.#syntax = syntax;
  }

  /** Goes past these words if they stand here. */
  take(...words: readonly string[]): boolean {
    const here = words.every((word, at) => {
      const token = this.#tokens[this.#at + at];
      return token?.kind === "word" && token.text.toLowerCase() === word;
    });
    if (here) this.#at += words.length;
    return here;
  }

  atName(): boolean {
    const kind = this.#tokens[this.#at]?.kind;
    return kind === "word" || kind === "name";
  }

  /** `a.b`, as formatName writes it. */
  name(): string {
    return this.spelled().name;
  }

  /** A name, also as it is written here. */
  spelled(): { readonly name: string; readonly text: string } {
    const parts: SqlToken[] = [];
    for (let token = this.#tokens[this.#at]; token !== undefined && this.atName(); token = this.#tokens[this.#at]) {
      parts.push(token);
      if (this.#tokens[++this.#at]?.text !== ".") break;
      this.#at++;
    }
    return {
      name: parts.map((token) => formatWord(unquoteName(token, this.#syntax))).join("."),
      text: parts.map(({ text }) => text).join("."),
    };
  }

  takeSign(text: string): boolean {
    const here = this.#tokens[this.#at]?.text === text;
    if (here) this.#at++;
    return here;
  }

  /** Nothing is left but this name. */
  isJust(name: string): boolean {
    return this.#tokens.length === this.#at + 1 && this.name() === name;
  }

  /** What is left, cut at the commas outside parentheses; up to a word outside parentheses. */
  clauses(end: string | null = null): Reader[] {
    const lists: SqlToken[][] = [[]];
    let depth = 0;
    for (const token of this.#tokens.slice(this.#at)) {
      if (depth === 0 && token.kind === "word" && token.text.toLowerCase() === end) break;
      if (token.text === "(") depth++;
      if (token.text === ")") depth--;
      if (token.text === "," && depth === 0) lists.push([]);
      else lists.at(-1)?.push(token);
    }
    return lists.map((tokens) => new Reader(tokens, this.#syntax));
  }
}
