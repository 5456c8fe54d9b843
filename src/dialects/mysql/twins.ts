/**
 * Asks the server whether two texts are one expression: it puts both on a temporary table with the same columns, and
 * compares how it prints them. A temporary table is this session's alone, and making it commits nothing.
 */

import { type Connection, EngineError } from "../../dialect/connection.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import { formatName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { columnDefinition } from "./column-definition.js";
import { columnsIn } from "./expressions.js";
import type { Flavor } from "./facts.js";
import { fold, inParens, quote, quoteName } from "./syntax.js";

/** What a text is there for: the place gives it its meaning, and its limits. */
export type Use =
  | { readonly kind: "check" }
  | { readonly kind: "index" }
  | { readonly kind: "default"; readonly column: ColumnSchema }
  | { readonly kind: "generated"; readonly column: ColumnSchema };

export interface Question {
  /** The table on both sides: its columns give the texts their types. */
  readonly before: TableSchema;
  readonly after: TableSchema;
  readonly use: Use;
  readonly authored: string;
  readonly catalog: string;
}

export type Answer = { readonly kind: "same" | "different" } | { readonly kind: "undecided"; readonly reason: string };

export function questionKey({ after, use, authored, catalog }: Question): string {
  const column = "column" in use ? use.column.name : null;
  return JSON.stringify([formatName(after), use.kind, column, authored, catalog]);
}

/** What the server made of one text. */
interface Printed {
  readonly text: string | null;
  readonly error: string | null;
}

/** A row holds 65,535 bytes, and each default in question takes some. */
const textsAtOnce = 16;

export async function askTwins(
  questions: readonly Question[],
  connection: Connection,
  flavor: Flavor,
): Promise<Map<string, Answer>> {
  const [session] = await connection.query(`SELECT @@session.${flavor.readOnlyVariable} AS reads_only`);
  const readsOnly = session?.reads_only === 1;
  // Not even temporary tables can be made in a session that only reads.
  if (readsOnly) await connection.execute("SET SESSION TRANSACTION READ WRITE");
  try {
    const answers = new Map<string, Answer>();
    const byTable = new Map<string, Question[]>();
    for (const question of questions) {
      const key = formatName(question.after);
      byTable.set(key, [...(byTable.get(key) ?? []), question]);
    }
    for (const group of byTable.values())
      for (let at = 0; at < group.length; at += textsAtOnce)
        for (const [key, answer] of await askTable(group.slice(at, at + textsAtOnce), connection, flavor))
          answers.set(key, answer);
    return answers;
  } finally {
    if (readsOnly) await connection.execute("SET SESSION TRANSACTION READ ONLY");
  }
}

async function askTable(
  questions: readonly Question[],
  connection: Connection,
  flavor: Flavor,
): Promise<[string, Answer][]> {
  const [first] = questions;
  if (first === undefined) return [];
  const items = questions.flatMap(({ use, authored, catalog }) => [
    itemSql(use, authored, flavor),
    itemSql(use, catalog, flavor),
  ]);
  const texts = questions.flatMap(({ authored, catalog }) => [authored, catalog]).join(" ");
  const twin = new Twin(first, texts, connection, flavor);
  // All at once is one round trip; only where one text is refused does each have to stand alone.
  let printed = await twin.print(items);
  if (printed === null) {
    printed = [];
    for (const item of items) printed.push(...((await twin.print([item])) ?? [{ text: null, error: twin.error }]));
  }
  return questions.map((question, at) => [
    questionKey(question),
    answer(question, printed[at * 2] ?? nothing, printed[at * 2 + 1] ?? nothing),
  ]);
}

const nothing: Printed = { text: null, error: "the server gave no answer" };

/** Where the live text is accepted, one that is refused on the same table is another. */
function answer({ authored, catalog }: Question, mine: Printed, live: Printed): Answer {
  if (live.text === null) return { kind: "undecided", reason: live.error ?? "the server gave no answer" };
  // What it cannot print becomes a question mark.
  const hidden = live.text.includes("?") && beyondAscii(authored) !== beyondAscii(catalog);
  return { kind: mine.text === live.text && !hidden ? "same" : "different" };
}

function beyondAscii(text: string): string {
  return [...text].filter((char) => char > "\x7f").join("");
}

/** Stands for the item's name, which is the only difference allowed between two printed lines. */
const itemName = "covet_twin";

function itemSql(use: Use, sql: string, flavor: Flavor): string {
  if (use.kind === "check") return `CONSTRAINT ${quote(itemName)} CHECK ${inParens(sql)}`;
  if (use.kind === "index") return `KEY ${quote(itemName)} (${inParens(sql)})`;
  const column: ColumnSchema = {
    ...use.column,
    name: itemName,
    nullable: true,
    identity: null,
    comment: null,
    settings: [],
    default: use.kind === "default" ? { sql } : null,
    generated:
      use.kind === "generated" && use.column.generated !== null
        ? { ...use.column.generated, expression: { sql } }
        : null,
  };
  return columnDefinition(column, flavor);
}

class Twin {
  error: string | null = null;
  readonly #name: string;
  readonly #columns: readonly string[];

  constructor(
    { before, after }: Question,
    texts: string,
    readonly connection: Connection,
    flavor: Flavor,
  ) {
    this.#name = quoteName(after);
    const theirs = before.columns.filter(
      ({ name }) => !after.columns.some((column) => fold(column.name) === fold(name)),
    );
    const all = [...after.columns, ...theirs];
    const used = columnsIn(
      texts,
      all.map(({ name }) => name),
    );
    this.#columns = all
      .filter(({ name }) => used.has(name))
      .map((column) =>
        columnDefinition(
          { ...column, nullable: true, default: null, generated: null, identity: null, comment: null, settings: [] },
          flavor,
        ),
      );
  }

  /** The line of each item; null where the server refuses any. */
  async print(items: readonly string[]): Promise<Printed[] | null> {
    const named = items.map((item, at) => item.replace(quote(itemName), quote(`${itemName}${at}`)));
    // A table needs a column, and an expression may speak of none.
    const columns = [...this.#columns, ...(this.#columns.length === 0 ? ["`covet_column` int"] : [])];
    const drop = `DROP TEMPORARY TABLE IF EXISTS ${this.#name}`;
    try {
      await this.connection.execute(`CREATE TEMPORARY TABLE ${this.#name} (${[...columns, ...named].join(", ")})`);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.error = error.message;
      return null;
    }
    try {
      const [row] = await this.connection.query(`SHOW CREATE TABLE ${this.#name}`);
      const lines = String(row?.["Create Table"] ?? "").split("\n");
      return items.map((_, at) => {
        const name = quote(`${itemName}${at}`);
        const line = lines.find((text) => new RegExp(`^ *(?:CONSTRAINT |KEY )?${name} `).test(text));
        return line === undefined
          ? { text: null, error: "the server does not print it" }
          : { text: line.replaceAll(name, quote(itemName)).replace(/,$/, ""), error: null };
      });
    } finally {
      await this.connection.execute(drop);
    }
  }
}
