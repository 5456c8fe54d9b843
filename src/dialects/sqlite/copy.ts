/**
 * The copy of a rebuild, a range of keys at a time and always inside the one transaction: a driver that does not yield
 * would keep progress from being shown and Ctrl-C from being seen.
 */

import { EngineError, type Row, type SqlValue } from "../../dialect/connection.js";
import { lexSql, significant, unquoteName } from "../../sql/lexer.js";
import { fold, literal, quote, syntax } from "./syntax.js";

export interface Copy {
  /** `INSERT … SELECT … FROM "t"`, as the migration says it. */
  readonly sql: string;
  /** Name of the table that is copied from. */
  readonly source: string;
}

/** What the copy needs of a connection: rows of a query, and how many rows a statement changed. */
export interface CopyRunner {
  query(sql: string, parameters?: readonly SqlValue[]): Row[];
  change(sql: string, parameters: readonly SqlValue[]): number;
  /** Lets others run; throws when the copy shall stop. */
  pause(done: number, total: number): Promise<void>;
}

const rangeRows = 20_000;

/** The statement as a copy into a table of a rebuild; null for any other statement. */
export function asCopy(sql: string): Copy | null {
  if (!/^\s*INSERT\b/i.test(sql) || !sql.includes("_covet_new_")) return null;
  const tokens = significant(lexSql(sql, syntax));
  const into = tokens.findIndex(({ text }) => /^into$/i.test(text));
  const [target, source] = [tokens[into + 1], tokens.at(-1)];
  if (target === undefined || source === undefined || !/^from$/i.test(tokens.at(-2)?.text ?? "")) return null;
  if (!unquoteName(target, syntax).startsWith("_covet_new_")) return null;
  return { sql, source: unquoteName(source, syntax) };
}

/** Copies all rows, and compares how many there were with how many were written. Throws EngineError. */
export async function copyInRanges({ sql, source }: Copy, runner: CopyRunner): Promise<void> {
  const from = quote(source);
  const total = Number(runner.query(`SELECT count(*) AS n FROM ${from}`)[0]?.n ?? 0);
  const keys = total > rangeRows ? keyOf(source, runner) : [];
  if (keys.length === 0) return verify(source, total, runner.change(sql, []));
  const tuple = keys.length === 1 ? keys[0] : `(${keys.join(", ")})`;
  const given = keys.length === 1 ? "?" : `(${keys.map(() => "?").join(", ")})`;
  const names = keys.map((key, at) => `${key} AS k${at}`).join(", ");
  let last: SqlValue[] | null = null;
  let done = 0;
  for (;;) {
    const after: string = last === null ? "" : ` WHERE ${tuple} > ${given}`;
    const [bound]: Row[] = runner.query(
      `SELECT ${names} FROM ${from}${after} ORDER BY ${keys.join(", ")} LIMIT 1 OFFSET ${rangeRows - 1}`,
      last ?? [],
    );
    const until: SqlValue[] | null = bound === undefined ? null : keys.map((_key, at) => bound[`k${at}`] ?? null);
    const upTo = until === null ? "" : `${last === null ? " WHERE" : " AND"} ${tuple} <= ${given}`;
    done += runner.change(`${sql}${after}${upTo}`, [...(last ?? []), ...(until ?? [])]);
    if (until === null) return verify(source, total, done);
    last = until;
    await runner.pause(done, total);
  }
}

/** Columns that tell the rows apart, as SQL: the rowid under a name no column took, or a primary key without nulls. */
function keyOf(table: string, runner: CopyRunner): string[] {
  const columns = runner.query(`SELECT name, pk FROM pragma_table_xinfo(${literal(table)})`);
  const [kind] = runner.query(`SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ${literal(table)}`);
  if (kind?.wr === 1)
    return columns
      .filter(({ pk }) => Number(pk) > 0)
      .sort((a, b) => Number(a.pk) - Number(b.pk))
      .map(({ name }) => quote(String(name)));
  const taken = new Set(columns.map(({ name }) => fold(String(name))));
  return ["rowid", "_rowid_", "oid"].filter((word) => !taken.has(word)).slice(0, 1);
}

function verify(source: string, total: number, copied: number): void {
  if (copied === total) return;
  throw new EngineError(`${copied} of ${total} rows of ${source} were copied`, {
    code: "SQLITE_MISMATCH",
    offset: null,
    detail: null,
    hint: "a conflict clause or a damaged index may hide rows: PRAGMA integrity_check",
    busy: false,
    cause: null,
  });
}
