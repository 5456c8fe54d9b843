/** Asks a database whether a step would lose or break rows, and stops it unless someone allowed that. */

import { type ExitCode, Failure } from "../diagnostic/failure.js";
import { type Connection, EngineError, type SqlValue } from "../dialect/connection.js";
import type { Guard } from "../dialect/statement.js";
import type { FileStep } from "./file.js";
import { writeAllow } from "./half.js";

/** Counting stops here: what counts is whether there are any, and a big table takes long. */
export const countLimit = 1000;

export interface Finding {
  readonly guard: Guard;
  /** At most `countLimit`. */
  readonly rows: number;
}

export async function countGuard(connection: Connection, guard: Guard): Promise<number> {
  const [row] = await connection.query(
    `SELECT count(*) AS found FROM (SELECT 1 AS one FROM (${guard.query}\n) AS guarded LIMIT ${countLimit}) AS capped`,
  );
  return Number(row?.found ?? 0);
}

/**
 * Guards that find rows nobody allowed. `later`: steps with a guard that could not be asked yet, because it names things
 * which an earlier step of the same file makes; they are asked with `askStep` just before that step.
 */
export async function askGuards(
  connection: Connection,
  steps: readonly FileStep[],
  allow: readonly string[],
  inTransaction: boolean,
): Promise<{ found: Finding[]; later: Set<FileStep> }> {
  const found: Finding[] = [];
  const later = new Set<FileStep>();
  for (const step of steps) {
    const answer = await aside(connection, inTransaction, () => askStep(connection, step, allow));
    if (answer === null) later.add(step);
    else found.push(...answer);
  }
  return { found, later };
}

/** Throws EngineError where a guard cannot be asked. */
export async function askStep(connection: Connection, step: FileStep, allow: readonly string[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const guard of step.guards) {
    if (allow.includes(guard.object) || step.allows.some(({ object }) => object === guard.object)) continue;
    const rows = await countGuard(connection, guard);
    if (rows > 0) found.push({ guard, rows });
  }
  return found;
}

/** Asks without spoiling the transaction; null when the engine refuses. */
async function aside<T>(connection: Connection, inTransaction: boolean, ask: () => Promise<T>): Promise<T | null> {
  if (inTransaction) await connection.execute("SAVEPOINT covet_question");
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (inTransaction) await connection.execute("ROLLBACK TO SAVEPOINT covet_question");
    return null;
  } finally {
    if (inTransaction) await connection.execute("RELEASE SAVEPOINT covet_question");
  }
}

/** The refusal, with counts, a few rows, and what would allow it. */
export async function guardFailure(
  connection: Connection,
  migration: string,
  found: readonly Finding[],
  state: { readonly inTransaction: boolean; readonly exitCode: ExitCode; readonly became: string },
): Promise<Failure> {
  const details: string[] = [];
  for (const { guard, rows } of found) {
    const count = rows >= countLimit ? `${countLimit} rows or more` : rows === 1 ? "1 row" : `${rows} rows`;
    details.push(
      guard.kind === "loses"
        ? `${guard.object}: ${count} would lose data`
        : `${guard.object}: ${count} would make this fail`,
      ...(await samples(connection, guard, state.inTransaction)).map((line) => `    ${line}`),
    );
  }
  details.push(state.became);
  const losing = [...new Set(found.flatMap(({ guard }) => (guard.kind === "loses" ? [guard.object] : [])))];
  const flags = losing
    .map((object) => `--allow-data-loss ${/^[\w.]+$/.test(object) ? object : `'${object.replaceAll("'", "'\\''")}'`}`)
    .join(" ");
  const lines = losing.map((object) => `\`${writeAllow(object, "reason")}\``).join(", ");
  const failing = found.some(({ guard }) => guard.kind === "fails");
  return new Failure(`${migration} is refused: rows in this database stand in its way`, {
    exitCode: state.exitCode,
    details,
    hint: [
      failing ? "Change the rows that would make it fail: the guard's query in the file finds them." : "",
      losing.length > 0 ? `If the data may go: ${flags}, or put ${lines} under the guard in the file.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  });
}

/** Up to three of the rows, where the query says plainly which table they are in. */
async function samples(connection: Connection, guard: Guard, inTransaction: boolean): Promise<string[]> {
  const rest = /^SELECT 1 (FROM [\s\S]+)$/i.exec(guard.query)?.[1];
  if (rest === undefined) return [];
  const rows = await aside(connection, inTransaction, () =>
    connection.query(`SELECT * FROM (SELECT * ${rest}\n) AS guarded LIMIT 3`),
  );
  return (rows ?? []).map((row) =>
    Object.entries(row)
      .slice(0, 8)
      .map(([column, value]) => `${column} = ${shown(value)}`)
      .join(", "),
  );
}

function shown(value: SqlValue): string {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (typeof value !== "string") return String(value);
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 38)}…"` : text;
}
