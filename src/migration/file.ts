/** The migration file, format 1 (docs/migration-file.md): written from a plan, read back with its statements cut. */

import { Failure } from "../diagnostic/failure.js";
import type { Fingerprints, PlannedMigration } from "../plan/planned.js";
import { type FileHalf, type Mark, readHalf, readMarks, type SqlReader, writeHalf } from "./half.js";
import { fileFormat, readHeader, writeHeader } from "./header.js";

export type { Allow, Code, FileHalf, FileStatement, FileStep } from "./half.js";

export interface MigrationFile {
  /** 14 digits. */
  readonly id: string;
  readonly slug: string;
  /** `id_slug`: what history and `depends` call it. */
  readonly name: string;
  /** For people. */
  readonly path: string;
  readonly kind: "sql" | "code";
  readonly format: number;
  /** null: any that reads it. */
  readonly app: string | null;
  /** null: it runs on any. */
  readonly dialect: string | null;
  readonly plannedOn: string;
  readonly transaction: "all" | "none";
  readonly depends: readonly string[];
  readonly before: Fingerprints;
  readonly after: Fingerprints;
  /** Header words this covet does not know, kept as they are. */
  readonly header: ReadonlyMap<string, string>;
  readonly forward: FileHalf;
  readonly backward: FileHalf;
  /** The file as it was read. */
  readonly text: string;
  readonly warnings: readonly string[];
}

export interface MigrationHead {
  readonly id: string;
  readonly app: string;
  readonly dialect: string;
  /** Version of the server the plan was made on. */
  readonly plannedOn: string;
  readonly depends: readonly string[];
  /** Objects whose rows may go (`--allow-data-loss`): each gets a `covet:allow` line where it is guarded. */
  readonly allow: readonly string[];
}

export function writeMigrationFile(planned: PlannedMigration, head: MigrationHead): string {
  const { app, dialect, plannedOn, depends } = head;
  const { transaction, before, after } = planned;
  const name = `${head.id}_${slugify(planned.slug)}`;
  return [
    ...writeHeader({ name, format: fileFormat, app, dialect, plannedOn, transaction, depends, before, after }),
    "",
    "-- covet:forward",
    ...writeHalf(planned.forward, head.allow),
    "",
    "-- covet:backward",
    ...writeHalf(planned.backward, []),
    "",
  ].join("\n");
}

/**
 * Throws Failure with `path:line` for what cannot be read; `dialectOf` gives null for a name it does not know. The header
 * is read now; the halves and the warnings when they are first looked at, for most files of a folder never are.
 */
export function parseMigrationFile(
  path: string,
  text: string,
  dialectOf: (name: string) => SqlReader | null,
): MigrationFile {
  const names = nameOf(path);
  const clean = cleanText(text);
  const { header, end } = readHeader(path, clean);
  const dialect = dialectOf(header.dialect);
  if (dialect === null) throw new Failure(`${path}: this covet does not know the dialect \`${header.dialect}\``);
  const { unknown, ...facts } = header;
  const body = once(() => {
    const marks = readMarks(path, clean, end, dialect.syntax);
    return {
      ...readHalves(path, clean, end, marks, dialect),
      warnings: warningsOf(path, names.name, header.name, unknown, marks),
    };
  });
  return {
    ...facts,
    ...names,
    path,
    kind: "sql",
    header: unknown,
    text,
    get forward() {
      return body().forward;
    },
    get backward() {
      return body().backward;
    },
    get warnings() {
      return body().warnings;
    },
  };
}

/** What the name of a file says. */
export function nameOf(path: string): Pick<MigrationFile, "id" | "slug" | "name"> {
  const name = /([^/\\]*?)(?:\.sql|\.[cm]?[jt]s)?$/.exec(path)?.[1] ?? path;
  const [, id, slug] = /^(\d{14})_(.+)$/s.exec(name) ?? [];
  if (id === undefined || slug === undefined)
    throw new Failure(`${path}: a migration is called YYYYMMDDHHMMSS_words.sql`, { hint: "Rename the file." });
  return { id, slug, name };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function readHalves(path: string, text: string, bodyStart: number, marks: readonly Mark[], dialect: SqlReader) {
  const only = (word: string) => {
    const [first, second] = marks.filter((mark) => mark.word === word);
    if (second !== undefined) throw new Failure(`${path}:${second.line}: a second \`covet:${word}\` line`);
    return first;
  };
  const forward = only("forward");
  const backward = only("backward");
  if (forward === undefined)
    throw new Failure(`${path}: there is no \`-- covet:forward\` line`, {
      hint: "Write it before the first statement.",
    });
  if (backward !== undefined && backward.start < forward.start)
    throw new Failure(`${path}:${backward.line}: the backward half stands before the forward half`);
  const [stray] = dialect.split(text.slice(bodyStart, forward.start));
  if (stray !== undefined)
    throw new Failure(`${path}: SQL before the \`-- covet:forward\` line: \`${stray.sql.slice(0, 40)}\``);
  const between = (from: number, to: number) => marks.filter((mark) => mark.start > from && mark.start < to);
  const middle = backward?.start ?? text.length;
  return {
    forward: readHalf(path, text, [forward.end, middle], between(forward.start, middle), dialect),
    backward:
      backward === undefined
        ? { steps: [], irreversible: "the file has no backward half", sql: "" }
        : readHalf(path, text, [backward.end, text.length], between(backward.start, text.length), dialect),
  };
}

const words = new Set(["forward", "backward", "step", "guard", "allow", "irreversible"]);

function warningsOf(
  path: string,
  name: string,
  called: string,
  unknown: ReadonlyMap<string, string>,
  marks: readonly Mark[],
): string[] {
  return [
    ...(called === name ? [] : [`${path}:1: the first line calls this migration \`${called}\`; the file name counts`]),
    ...[...unknown.keys()].map((word) => `${path}: this covet does not know the header word \`${word}\`; it is kept`),
    ...marks
      .filter((mark) => !words.has(mark.word))
      .map((mark) => `${path}:${mark.line}: this covet does not know \`covet:${mark.word}\`; the line is ignored`),
  ];
}

/**
 * Without a byte order mark; with LF where the file was checked out with CRLF. A file covet wrote keeps a CR that stands
 * inside a string.
 */
export function cleanText(text: string): string {
  const plain = text.replace(/^\ufeff/, "");
  return /^[^\n]*\r\n/.test(plain) ? plain.replaceAll("\r\n", "\n") : plain;
}

/** Words for a file name: `Add nickname!` is `add_nickname`. */
export function slugify(words: string): string {
  const slug = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 60)
    .replace(/^_+|_+$/g, "");
  return slug === "" ? "migration" : slug;
}

/** A timestamp (UTC) that is later than every id there is, whatever the clock says. */
export function nextId(existing: Iterable<string>, now: Date): string {
  let last = "";
  for (const id of existing) if (id > last) last = id;
  const wanted = stamp(now);
  return wanted > last ? wanted : following(last);
}

function stamp(date: Date): string {
  return date.toISOString().replace(/\D/g, "").slice(0, 14);
}

/** One second later; the next number where the digits are no date. */
function following(id: string): string {
  const [, date, hour, minute, second] = /^(\d{8})(\d\d)(\d\d)(\d\d)$/.exec(id) ?? [];
  const iso = `${date?.slice(0, 4)}-${date?.slice(4, 6)}-${date?.slice(6)}T${hour}:${minute}:${second}Z`;
  const time = new Date(iso).getTime();
  const next = new Date(time + 1000);
  if (!Number.isNaN(time) && stamp(new Date(time)) === id && next.getUTCFullYear() <= 9999) return stamp(next);
  const number = String(Number(id) + 1).padStart(14, "0");
  if (number.length > 14)
    throw new Failure(`no migration can come after ${id}`, { hint: "Rename the file of that id." });
  return number;
}
