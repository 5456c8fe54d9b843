/** Indexes: reading `CREATE INDEX`, writing it, naming one. */

import { equal } from "../../model/equal.js";
import type { IndexPart, IndexSchema } from "../../model/index-schema.js";
import type { ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { SqlToken } from "../../sql/lexer.js";
import { lexSql, unquoteName } from "../../sql/lexer.js";
import { collationSql } from "./columns.js";
import { tokensOf, trimmed, unwrapped } from "./expressions.js";
import { Reader, Unreadable } from "./reader.js";
import { fold, quote, syntax } from "./syntax.js";

/** Throws Unreadable. `table`: the columns a bare name may stand for. */
export function parseIndex(sql: string, table: Pick<TableSchema, "columns">): IndexSchema {
  return parseIndexOn(sql, table).index;
}

function parseIndexOn(sql: string, table: Pick<TableSchema, "columns">): { readonly on: string; index: IndexSchema } {
  const reader = new Reader(sql);
  reader.expect("create");
  const unique = reader.take("unique");
  reader.expect("index");
  const name = reader.name();
  reader.expect("on");
  const on = reader.name();
  reader.expect("(");
  const parts: IndexPart[] = [];
  do parts.push(readPart(sql, reader.item(), table));
  while (reader.take(","));
  reader.expect(")");
  const where = reader.take("where") ? { sql: reader.rest() } : null;
  if (!reader.done) reader.fail(`\`${reader.peek()}\` after the index`);
  const rest = { method: null, include: [], nullsNotDistinct: false, comment: null, settings: [] };
  return { on, index: { ...rest, name, unique, parts, where } };
}

function readPart(sql: string, tokens: readonly SqlToken[], table: Pick<TableSchema, "columns">): IndexPart {
  const rest = [...tokens];
  const lastWord = () => rest.at(-1)?.text.toLowerCase();
  const descending = lastWord() === "desc";
  if (rest.length > 1 && (descending || lastWord() === "asc")) rest.pop();
  const [first, last] = [rest[0], rest.at(-1)];
  const text = first === undefined || last === undefined ? "" : sql.slice(first.start, last.start + last.text.length);
  return partOf(text, descending, table);
}

/** A part from its text: a column where it is nothing but a name, with its collation apart. */
export function partOf(sql: string, descending: boolean, table: Pick<TableSchema, "columns">): IndexPart {
  const tokens = tokensOf(sql);
  const [word, name] = tokens.slice(-2);
  const collated = tokens.length > 2 && word?.kind === "word" && word.text.toLowerCase() === "collate";
  const collation = collated && name !== undefined ? fold(unquoteName(name, syntax)) : null;
  const text = unwrapped(collated ? sql.slice(0, word.start) : sql);
  const column = columnNamed(text, table);
  return {
    column,
    expression: column === null ? { sql: text } : null,
    prefix: null,
    collation,
    operatorClass: null,
    descending,
    nulls: null,
  };
}

function columnNamed(text: string, table: Pick<TableSchema, "columns">): string | null {
  const [token, ...more] = lexSql(text, syntax);
  if (token === undefined || more.length > 0 || (token.kind !== "name" && token.kind !== "word")) return null;
  const name = fold(unquoteName(token, syntax));
  return table.columns.find((column) => fold(column.name) === name)?.name ?? null;
}

export function createIndexSql(table: ObjectName, index: IndexSchema): string {
  const parts = index.parts.map(partSql).join(", ");
  const where = index.where === null ? "" : ` WHERE ${index.where.sql}`;
  const kind = index.unique ? "UNIQUE INDEX" : "INDEX";
  return `CREATE ${kind} ${quote(index.name ?? "")} ON ${quote(table.name)} (${parts})${where}`;
}

/** An index that only comes back keeps its author's words, as long as they still say the same. */
export function storedIndexSql(table: TableSchema, index: IndexSchema, texts: ReadonlyMap<string, string>): string {
  const stored = texts.get(index.name ?? "") ?? "";
  return readsAs(stored, table, index) ? stored : createIndexSql(table, index);
}

function readsAs(sql: string, table: TableSchema, index: IndexSchema): boolean {
  try {
    const { on, index: stored } = parseIndexOn(sql, table);
    return fold(on) === fold(table.name) && equal(stored, index);
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

function partSql(part: IndexPart): string {
  const what = part.column === null ? expressionSql(part.expression?.sql ?? "") : quote(part.column);
  const collation = part.collation === null ? "" : ` COLLATE ${collationSql(part.collation)}`;
  return `${what}${collation}${part.descending ? " DESC" : ""}`;
}

/** A function call needs no parentheses; anything else gets them, so that its end is clear. */
function expressionSql(sql: string): string {
  const tokens = tokensOf(sql);
  let depth = 0;
  const call =
    tokens[0]?.kind === "word" &&
    tokens[1]?.text === "(" &&
    tokens.slice(1).every(({ text }, at) => {
      if (text === "(") depth++;
      if (text === ")") depth--;
      return depth > 0 || at === tokens.length - 2;
    });
  return call ? sql : `(${sql})`;
}

export function dropIndexSql(index: IndexSchema): string {
  return `DROP INDEX ${quote(index.name ?? "")}`;
}

/** `users_email_idx`, `users_email_key`; numbered where that is taken. Names of indexes and tables share one space. */
export function indexName(table: Pick<TableSchema, "name">, index: IndexSchema, taken: ReadonlySet<string>): string {
  const used = new Set([...taken].map(fold));
  const parts = index.parts.map((part) => part.column ?? expressionName(part.expression?.sql ?? ""));
  const base = [table.name, ...parts].join("_");
  const suffix = index.unique ? "key" : "idx";
  for (let n = 0; ; n++) {
    const name = `${base}_${suffix}${n === 0 ? "" : n}`;
    if (!used.has(fold(name))) return name;
  }
}

/** The words of an expression: `lower(email)` gives `lower_email`. */
function expressionName(sql: string): string {
  const words = tokensOf(trimmed(sql))
    .filter(({ kind }) => kind === "word" || kind === "name")
    .map((token) => unquoteName(token, syntax).replace(/\W+/g, "_"));
  return words.slice(0, 3).join("_") || "expr";
}
