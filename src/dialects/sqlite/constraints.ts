/** Constraints: reading them from `CREATE TABLE`, writing them into it. Only a rebuild adds or drops one. */

import type {
  ConstraintSchema,
  Deferrable,
  ForeignKeySchema,
  ReferentialAction,
} from "../../model/constraint-schema.js";
import type { Reader } from "./reader.js";
import { quote, quoteAll } from "./syntax.js";

export interface ConstraintReading {
  /** null: words that ask for nothing. */
  readonly constraint: ConstraintSchema | null;
  readonly autoincrement: boolean;
}

/** One that stands on a column. */
export function readColumnConstraint(reader: Reader, column: string, name: string | null): ConstraintReading {
  if (reader.take("primary", "key")) {
    if (reader.peek() === "desc") reader.fail("a descending primary key");
    reader.take("asc");
    const settings = readConflict(reader);
    const constraint = primaryKey(name, [column], settings);
    return { constraint, autoincrement: reader.take("autoincrement") };
  }
  if (reader.take("unique")) return plain(unique(name, [column], readConflict(reader)));
  if (reader.take("check")) return plain(check(name, reader.group(), []));
  if (reader.peek() === "references") return plain(readReference(reader, name, [column]));
  return reader.fail(`\`${reader.peek()}\` after the column ${quote(column)}`);
}

/** One that stands for itself. */
export function readTableConstraint(reader: Reader): ConstraintReading {
  const name = reader.take("constraint") ? reader.name() : null;
  if (reader.take("primary", "key")) {
    const { columns, autoincrement } = readKey(reader);
    return { constraint: primaryKey(name, columns, readConflict(reader)), autoincrement };
  }
  if (reader.take("unique")) return plain(unique(name, readKey(reader).columns, readConflict(reader)));
  if (reader.take("check")) return plain(check(name, reader.group(), readConflict(reader)));
  if (reader.take("foreign", "key")) return plain(readReference(reader, name, reader.names()));
  // A name with nothing behind it: SQLite accepts it.
  return plain(null);
}

function plain(constraint: ConstraintSchema | null): ConstraintReading {
  return { constraint, autoincrement: false };
}

type Settings = ConstraintSchema["settings"];

function primaryKey(name: string | null, columns: readonly string[], settings: Settings): ConstraintSchema {
  return { kind: "primaryKey", name, comment: null, settings, columns, include: [], deferrable: "no" };
}

function unique(name: string | null, columns: readonly string[], settings: Settings): ConstraintSchema {
  const rest = { include: [], nullsNotDistinct: false, deferrable: "no" } as const;
  return { kind: "unique", name, comment: null, settings, columns, ...rest };
}

function check(name: string | null, sql: string, settings: Settings): ConstraintSchema {
  const rest = { noInherit: false, validated: true, enforced: true };
  return { kind: "check", name, comment: null, settings, expression: { sql }, ...rest };
}

function readKey(reader: Reader): { readonly columns: string[]; readonly autoincrement: boolean } {
  reader.expect("(");
  const columns: string[] = [];
  let autoincrement = false;
  do {
    columns.push(reader.name());
    if (reader.peek() === "collate") reader.fail("a key with a collation of its own");
    if (reader.peek() === "desc") reader.fail("a key in descending order");
    reader.take("asc");
    autoincrement = reader.take("autoincrement");
  } while (reader.take(","));
  reader.expect(")");
  return { columns, autoincrement };
}

function readConflict(reader: Reader): Settings {
  const value = reader.conflict();
  return value === null ? [] : [{ name: "on_conflict", value }];
}

const actions: readonly (readonly [ReferentialAction, string])[] = [
  ["cascade", "cascade"],
  ["restrict", "restrict"],
  ["setNull", "set null"],
  ["setDefault", "set default"],
  ["noAction", "no action"],
];

function readReference(reader: Reader, name: string | null, columns: readonly string[]): ForeignKeySchema {
  reader.expect("references");
  const table = { schema: null, name: reader.name() };
  const references = reader.peek() === "(" ? reader.names() : [];
  let match: ForeignKeySchema["match"] = "simple";
  let onDelete: ReferentialAction = "noAction";
  let onUpdate: ReferentialAction = "noAction";
  for (let more = true; more; ) {
    if (reader.take("on", "delete")) onDelete = readAction(reader);
    else if (reader.take("on", "update")) onUpdate = readAction(reader);
    else if (reader.take("match")) match = reader.name().toLowerCase() === "full" ? "full" : "simple";
    else more = false;
  }
  const rest = { match, onUpdate, onDelete, onDeleteColumns: [], validated: true, enforced: true };
  const deferrable = readDeferrable(reader);
  return { kind: "foreignKey", name, comment: null, settings: [], columns, table, references, ...rest, deferrable };
}

function readAction(reader: Reader): ReferentialAction {
  const found = actions.find(([, words]) => reader.take(...words.split(" ")));
  return found?.[0] ?? reader.fail(`\`${reader.peek()}\` after ON DELETE or ON UPDATE`);
}

function readDeferrable(reader: Reader): Deferrable {
  const not = reader.take("not", "deferrable");
  if (!not && !reader.take("deferrable")) return "no";
  const deferred = reader.take("initially", "deferred");
  if (!deferred) reader.take("initially", "immediate");
  return not ? "no" : deferred ? "initiallyDeferred" : "deferrable";
}

/** `CONSTRAINT "name" UNIQUE ("a", "b")` */
export function constraintSql(constraint: ConstraintSchema): string {
  const conflict = conflictSql(constraint);
  switch (constraint.kind) {
    case "primaryKey":
      return `${nameSql(constraint)}PRIMARY KEY (${quoteAll(constraint.columns)})${conflict}`;
    case "unique":
      return `${nameSql(constraint)}UNIQUE (${quoteAll(constraint.columns)})${conflict}`;
    case "check":
      return `${nameSql(constraint)}CHECK (${constraint.expression.sql})${conflict}`;
    case "foreignKey":
      return `${nameSql(constraint)}FOREIGN KEY (${quoteAll(constraint.columns)}) ${referenceSql(constraint)}`;
  }
}

/** The same, standing on its only column: what ADD COLUMN needs, and an `INTEGER PRIMARY KEY` looks best with. */
export function inlineConstraintSql(constraint: ConstraintSchema, autoincrement: boolean): string {
  switch (constraint.kind) {
    case "primaryKey":
      return `${nameSql(constraint)}PRIMARY KEY${conflictSql(constraint)}${autoincrement ? " AUTOINCREMENT" : ""}`;
    case "unique":
      return `${nameSql(constraint)}UNIQUE${conflictSql(constraint)}`;
    case "check":
      return `${nameSql(constraint)}CHECK (${constraint.expression.sql})`;
    case "foreignKey":
      return `${nameSql(constraint)}${referenceSql(constraint)}`;
  }
}

function nameSql({ name }: ConstraintSchema): string {
  return name === null ? "" : `CONSTRAINT ${quote(name)} `;
}

function conflictSql({ settings }: ConstraintSchema): string {
  const action = settings.find(({ name }) => name === "on_conflict")?.value;
  return action === undefined || action === null ? "" : ` ON CONFLICT ${action.toUpperCase()}`;
}

function referenceSql(key: ForeignKeySchema): string {
  const columns = key.references.length === 0 ? "" : ` (${quoteAll(key.references)})`;
  const match = key.match === "full" ? " MATCH FULL" : "";
  const deferrable = { no: "", deferrable: " DEFERRABLE", initiallyDeferred: " DEFERRABLE INITIALLY DEFERRED" };
  const onDelete = actionSql(" ON DELETE", key.onDelete);
  const onUpdate = actionSql(" ON UPDATE", key.onUpdate);
  return `REFERENCES ${quote(key.table.name)}${columns}${match}${onDelete}${onUpdate}${deferrable[key.deferrable]}`;
}

function actionSql(event: string, action: ReferentialAction): string {
  const words = actions.find(([name]) => name === action)?.[1] ?? "";
  return action === "noAction" ? "" : `${event} ${words.toUpperCase()}`;
}
