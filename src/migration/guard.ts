/** Asks a database whether a step would lose or break rows, and stops it unless someone allowed that. */

import { type ExitCode, Failure } from "../diagnostic/failure.js";
import { type Connection, EngineError, type SqlValue } from "../dialect/connection.js";
import type { Introspection } from "../dialect/dialect.js";
import type { Guard } from "../dialect/statement.js";
import { lexSql, significant, unquoteName } from "../sql/lexer.js";
import type { SqlSyntax } from "../sql/syntax.js";
import type { FileStep } from "./file.js";
import { writeAllow } from "./half.js";
import { cancellable, throwIfInterrupted } from "./interrupt.js";
import { look, type Run } from "./run.js";

/** Counting stops here: what counts is whether there are any, and a big table takes long. */
export const countLimit = 1000;

/** How long one may take, where nobody says otherwise. */
export const guardLimitMs = 60_000;

export class GuardTimeout extends Error {}

export interface Finding {
  readonly guard: Guard;
  /** At most `countLimit`; null where counting took too long. */
  readonly rows: number | null;
}

/** Throws GuardTimeout; SQLite cannot be stopped in a query, and never does. `limitMs`: null for no limit. */
export async function countGuard(
  connection: Connection,
  guard: Guard,
  limitMs: number | null = guardLimitMs,
  signal: AbortSignal | null = null,
): Promise<number> {
  let isLate = false;
  let sent: Promise<void> = Promise.resolve();
  const cancel = () => {
    isLate = true;
    sent = connection.cancel().catch(() => undefined);
  };
  const timer = limitMs === null ? undefined : setTimeout(cancel, Math.min(limitMs, 2 ** 31 - 1));
  try {
    const [row] = await cancellable(connection, signal, () =>
      connection.query(
        `SELECT count(*) AS found FROM (SELECT 1 AS one FROM (${guard.query}\n) AS guarded LIMIT ${countLimit}) AS capped`,
      ),
    );
    // A cancel on its way could hit what comes next.
    if (!isLate) return Number(row?.found ?? 0);
  } catch (error) {
    throwIfInterrupted(signal);
    if (!isLate) throw error;
  } finally {
    clearTimeout(timer);
    await sent;
  }
  throw new GuardTimeout();
}

/** What asking needs of a run. */
export type Asker = Pick<Run, "dialect" | "connection" | "scope" | "allow" | "signal" | "guardTimeoutMs">;

/**
 * Guards that find rows nobody allowed. `later`: steps with a guard that could not be asked yet, because it names things
 * which an earlier step of the same file makes; they are asked with `askStep` just before that step.
 */
export async function askGuards(
  asker: Asker,
  steps: readonly FileStep[],
  inTransaction: boolean,
): Promise<{ found: Finding[]; later: Set<FileStep> }> {
  const found: Finding[] = [];
  const later = new Set<FileStep>();
  for (const step of steps) {
    try {
      found.push(...(await askStep(asker, step, inTransaction)));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      later.add(step);
    }
  }
  return { found, later };
}

/** Throws EngineError where a guard cannot be asked. */
export async function askStep(asker: Asker, step: FileStep, inTransaction: boolean): Promise<Finding[]> {
  const { connection, allow, guardTimeoutMs, signal } = asker;
  const found: Finding[] = [];
  for (const guard of step.guards) {
    if (allow.includes(guard.object) || step.allows.some(({ object }) => object === guard.object)) continue;
    try {
      const rows = await aside(connection, inTransaction, () => countGuard(connection, guard, guardTimeoutMs, signal));
      if (rows > 0) found.push({ guard, rows });
    } catch (error) {
      if (!(error instanceof GuardTimeout)) throw error;
      found.push({ guard, rows: null });
    }
  }
  return found;
}

/** Asks without spoiling the transaction. */
async function aside<T>(connection: Connection, inTransaction: boolean, ask: () => Promise<T>): Promise<T> {
  if (!inTransaction) return ask();
  await connection.execute("SAVEPOINT covet_question");
  try {
    return await ask();
  } catch (error) {
    await connection.execute("ROLLBACK TO SAVEPOINT covet_question");
    throw error;
  } finally {
    await connection.execute("RELEASE SAVEPOINT covet_question");
  }
}

/** The refusal, with counts, a few rows, and what would allow it. */
export async function guardFailure(
  asker: Asker,
  migration: string,
  found: readonly Finding[],
  state: { readonly inTransaction: boolean; readonly exitCode: ExitCode; readonly became: string },
): Promise<Failure> {
  const details: string[] = [];
  for (const finding of found) {
    const { guard, rows } = finding;
    details.push(`${guard.object}: ${becauseOf(finding)}`);
    if (rows === null) details.push(`    ${guard.query}`);
    else details.push(...(await samples(asker, guard, state.inTransaction)).map((line) => `    ${line}`));
  }
  details.push(state.became);
  const counted = found.some(({ rows }) => rows !== null);
  return new Failure(
    `${migration} is refused: ${counted ? "rows in this database stand in its way" : "its guards were not answered in time"}`,
    { exitCode: state.exitCode, details, hint: wayOut(found) },
  );
}

function becauseOf({ guard: { kind }, rows }: Finding): string {
  const what = kind === "loses" ? "would lose data" : "would make this fail";
  if (rows === null) return `counting the rows that ${what} took too long, and was stopped`;
  const count = rows >= countLimit ? `${countLimit} rows or more` : rows === 1 ? "1 row" : `${rows} rows`;
  return `${count} ${what}`;
}

function wayOut(found: readonly Finding[]): string {
  const objects = (wanted: (finding: Finding) => boolean) => [
    ...new Set(found.filter(wanted).map(({ guard }) => guard.object)),
  ];
  const lines = (list: readonly string[]) => list.map((object) => `\`${writeAllow(object, "reason")}\``).join(", ");
  const losing = objects(({ guard }) => guard.kind === "loses");
  const flags = losing
    .map((object) => `--allow-data-loss ${/^[\w.]+$/.test(object) ? object : `'${object.replaceAll("'", "'\\''")}'`}`)
    .join(" ");
  const failing = objects(({ guard, rows }) => guard.kind === "fails" && rows !== null);
  const unknown = objects(({ guard, rows }) => guard.kind === "fails" && rows === null);
  return [
    found.some(({ rows }) => rows === null) ? "Give counting longer with --guard-timeout, such as 10min." : "",
    failing.length > 0 ? "Change the rows that would make it fail: the guard's query in the file finds them." : "",
    unknown.length > 0 ? `If no row would make it fail: put ${lines(unknown)} under the guard in the file.` : "",
    losing.length > 0 ? `If the data may go: ${flags}, or put ${lines(losing)} under the guard in the file.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Up to three of the rows, their keys first, where the query says plainly which table they are in. */
async function samples(asker: Asker, { query }: Guard, inTransaction: boolean): Promise<string[]> {
  const rest = /^SELECT 1 (FROM [\s\S]+)$/i.exec(query)?.[1];
  if (rest === undefined) return [];
  const { connection } = asker;
  try {
    const ask = () => connection.query(`SELECT * FROM (SELECT * ${rest}\n) AS guarded LIMIT 3`);
    const rows = await aside(connection, inTransaction, ask);
    const keys = rows.length === 0 ? [] : keyOf(rest, await look(asker), asker.dialect.syntax);
    return rows.map((row) => {
      const columns = Object.entries(row);
      const isKey = ([column]: readonly [string, SqlValue]) => keys.includes(column);
      return [...columns.filter(isKey), ...columns.filter((one) => !isKey(one))]
        .slice(0, Math.max(8, keys.length))
        .map(([column, value]) => `${column} = ${shown(value)}`)
        .join(", ");
    });
  } catch (error) {
    if (error instanceof EngineError) return [];
    throw error;
  }
}

/** Columns of the primary key of the table that `FROM …` begins with. */
function keyOf(from: string, { schema }: Introspection, syntax: SqlSyntax): readonly string[] {
  const [, first, dot, second] = significant(lexSql(from, syntax));
  const names = [first, ...(dot?.text === "." ? [second] : [])].map((token) =>
    token === undefined ? "" : unquoteName(token, syntax),
  );
  const table = schema.tables.find(({ schema: namespace, name }) =>
    names.length === 1 ? namespace === null && name === names[0] : namespace === names[0] && name === names[1],
  );
  const key = table?.constraints.find(({ kind }) => kind === "primaryKey");
  return key?.kind === "primaryKey" ? key.columns : [];
}

function shown(value: SqlValue): string {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (typeof value !== "string") return String(value);
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 38)}…"` : text;
}
