/** How the files of a folder and the history of a database stand to each other. */

import { exit, Failure } from "../diagnostic/failure.js";
import type { Dialect } from "../dialect/dialect.js";
import type { MigrationFile } from "./file.js";
import { hashFile, hashStatements, hashText } from "./hashes.js";
import type { HistoryRow } from "./history.js";
import { numbered } from "./run.js";

export interface Standing {
  /** In the order of the files. */
  readonly pending: readonly MigrationFile[];
  /** The one that stopped half-way, if any. */
  readonly halfDone: { readonly row: HistoryRow; readonly file: MigrationFile | null } | null;
  /** Their statements are no longer those that ran. */
  readonly edited: readonly MigrationFile[];
  /** Only comments or line ends differ. */
  readonly reworded: readonly MigrationFile[];
  /** Applied here, without a file. */
  readonly missing: readonly HistoryRow[];
}

export function standingOf(
  dialect: Dialect,
  migrations: readonly MigrationFile[],
  rows: readonly HistoryRow[],
): Standing {
  const files = new Map(migrations.map((file) => [file.name, file]));
  const known = new Set(rows.map(({ name }) => name));
  const half = rows.find(({ state }) => state !== "applied");
  const edited: MigrationFile[] = [];
  const reworded: MigrationFile[] = [];
  for (const row of rows) {
    const file = files.get(row.name);
    if (file === undefined) continue;
    if (row.state !== "applied") {
      if (!sameBeginning(dialect, file, row)) edited.push(file);
    } else if (hashText(file) !== row.hashText) {
      // Cutting all old files into tokens takes time; text that did not change needs none.
      (hashFile(file, dialect).statements === row.hashStatements ? reworded : edited).push(file);
    }
  }
  return {
    pending: migrations.filter(({ name }) => !known.has(name)),
    halfDone: half === undefined ? null : { row: half, file: files.get(half.name) ?? null },
    edited,
    reworded,
    missing: rows.filter(({ name }) => !files.has(name)),
  };
}

/** Of a half-done migration only what ran must still be there: the rest may be mended before it is resumed. */
function sameBeginning(dialect: Dialect, file: MigrationFile, row: HistoryRow): boolean {
  return row.hashDone === hashDone(dialect, file, row.direction, row.statementsDone);
}

export function hashDone(
  dialect: Dialect,
  file: MigrationFile,
  direction: HistoryRow["direction"],
  done: number,
): string {
  const statements = numbered(file, direction).slice(0, done);
  return hashStatements(
    statements.map(({ statement }) => statement),
    dialect,
  );
}

export function refuseEditedOrMissing({ edited, missing }: Standing): void {
  if (edited.length > 0)
    throw new Failure(`edited after it was applied here: ${edited.map(({ path }) => path).join(", ")}`, {
      exitCode: exit.drift,
      hint: "Restore the file from version control and put the change in a new migration.",
    });
  if (missing.length > 0)
    throw new Failure(`applied here, but there is no file: ${missing.map(({ name }) => name).join(", ")}`, {
      exitCode: exit.drift,
      hint: "Restore it from version control; it may be on another branch.",
    });
}

export function rewordedWarning(file: MigrationFile): string {
  return `${file.path}: comments or line ends changed since it was applied here; its statements did not`;
}

/** A file for another engine, or another project in the same folder, must never run. */
export function refuseForeign(dialect: Dialect, app: string, migrations: readonly MigrationFile[]): void {
  const other = migrations.find((file) => file.dialect !== null && file.dialect !== dialect.name);
  if (other !== undefined)
    throw new Failure(`${other.path}: written for ${other.dialect}; this database is ${dialect.name}`, {
      hint: "Choose the target it was planned for, or keep one folder per dialect: migrations/{dialect}.",
    });
  const stranger = migrations.find((file) => file.app !== null && file.app !== app);
  if (stranger !== undefined)
    throw new Failure(`${stranger.path}: belongs to the app \`${stranger.app}\`; this project is \`${app}\``, {
      hint: "Set `app` in the configuration, or move the file to its own project.",
    });
}

/** The one migration that a person means: its whole name, its id, or a beginning that only one has. */
export function findMigration(names: readonly string[], wanted: string): string {
  // Nothing written is the beginning of every name.
  if (wanted === "") throw new Failure("no migration is named", { hint: "Write its number or its name." });
  const exact = names.find((name) => name === wanted || name.startsWith(`${wanted}_`));
  const found =
    exact === undefined ? names.filter((name) => name.startsWith(wanted) || name.slice(15) === wanted) : [exact];
  const [only, second] = found;
  if (only !== undefined && second === undefined) return only;
  throw new Failure(
    only === undefined ? `there is no migration \`${wanted}\`` : `several migrations are \`${wanted}\``,
    {
      hint:
        (only === undefined ? names : found).length === 0
          ? null
          : `Write one of: ${(only === undefined ? names : found).slice(-10).join(", ")}`,
    },
  );
}
