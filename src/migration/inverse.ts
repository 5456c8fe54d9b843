/**
 * Whether one statement takes back what another did: `DROP FOREIGN KEY f` and `ADD CONSTRAINT f …`, `MODIFY c …` and
 * `MODIFY c …`. Reads the clauses of ALTER TABLE and no more; what it does not know is no inverse.
 */

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

  /** `a.b`, without quotes. */
  name(): string {
    const parts: string[] = [];
    while (this.atName()) {
      const token = this.#tokens[this.#at++];
      parts.push(token === undefined ? "" : JSON.stringify(unquoteName(token, this.#syntax)));
      if (this.#tokens[this.#at]?.text !== ".") break;
      this.#at++;
    }
    return parts.join(".");
  }

  /** What is left, cut at the commas outside parentheses. */
  clauses(): Reader[] {
    const lists: SqlToken[][] = [[]];
    let depth = 0;
    for (const token of this.#tokens.slice(this.#at)) {
      if (token.text === "(") depth++;
      if (token.text === ")") depth--;
      if (token.text === "," && depth === 0) lists.push([]);
      else lists.at(-1)?.push(token);
    }
    return lists.map((tokens) => new Reader(tokens, this.#syntax));
  }
}
