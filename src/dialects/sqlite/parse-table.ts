/** Reads `CREATE TABLE` as SQLite stores it: the pragmas lose constraint names, collations, conflict clauses and checks. */

import type { ColumnSchema, ColumnType } from "../../model/column-schema.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { Setting } from "../../model/setting.js";
import { type ConstraintReading, readColumnConstraint, readTableConstraint } from "./constraints.js";
import { readEnumCheck } from "./enums.js";
import { readDefault } from "./expressions.js";
import { Reader } from "./reader.js";
import { fold } from "./syntax.js";
import { readType } from "./types.js";

export interface ParsedTable {
  readonly columns: readonly ColumnSchema[];
  /** In the order they are written; a foreign key that names no columns of its target has none here. */
  readonly constraints: readonly ConstraintSchema[];
  readonly settings: readonly Setting[];
}

/** Throws Unreadable. */
export function parseTable(sql: string): ParsedTable {
  const reader = new Reader(sql);
  reader.expect("create", "table");
  reader.name();
  reader.expect("(");
  const columns: ColumnSchema[] = [];
  const constraints: ConstraintSchema[] = [];
  for (let more = true; more; ) {
    if (startsConstraint(reader)) {
      while (startsConstraint(reader)) {
        const { constraint, autoincrement } = readTableConstraint(reader);
        if (constraint !== null) constraints.push(constraint);
        if (autoincrement) markAutoincrement(columns, constraint);
      }
    } else columns.push(readColumn(reader, constraints));
    more = reader.take(",");
  }
  reader.expect(")");
  return withDeclaredNames({ columns, constraints, settings: readOptions(reader) });
}

/** Names are compared without regard to case: a key may spell a column otherwise than its declaration does. */
function withDeclaredNames(table: ParsedTable): ParsedTable {
  const declared = new Map(table.columns.map(({ name }) => [fold(name), name]));
  const spelled = (names: readonly string[]) => names.map((name) => declared.get(fold(name)) ?? name);
  return {
    ...table,
    constraints: table.constraints.map((constraint) =>
      constraint.kind === "check" ? constraint : { ...constraint, columns: spelled(constraint.columns) },
    ),
  };
}

function startsConstraint(reader: Reader): boolean {
  return ["constraint", "primary", "unique", "check", "foreign"].includes(reader.peek());
}

function markAutoincrement(columns: ColumnSchema[], key: ConstraintSchema | null): void {
  const names = key?.kind === "primaryKey" ? key.columns.map(fold) : [];
  const at = columns.findIndex(({ name }) => names.includes(fold(name)));
  const column = columns[at];
  if (column !== undefined)
    columns[at] = { ...column, settings: [...column.settings, { name: "autoincrement", value: null }] };
}

/** Adds the constraints that stand on the column to the table's. */
function readColumn(reader: Reader, constraints: ConstraintSchema[]): ColumnSchema {
  const name = reader.name();
  let type: ColumnType = readType(reader.type());
  let column: Omit<ColumnSchema, "name" | "type"> = {
    nullable: true,
    default: null,
    generated: null,
    identity: null,
    collation: null,
    comment: null,
    settings: [],
  };
  const add = (setting: Setting) => {
    column = { ...column, settings: [...column.settings, setting] };
  };
  while (![",", ")"].includes(reader.peek())) {
    // A name before NOT NULL, DEFAULT … means nothing to SQLite.
    const label = reader.take("constraint") ? reader.name() : null;
    if (reader.take("not", "null")) {
      column = { ...column, nullable: false };
      const action = reader.conflict();
      if (action !== null) add({ name: "not_null_on_conflict", value: action });
    } else if (reader.take("null")) reader.conflict();
    else if (reader.take("default")) {
      const sql = readDefault(reader.value());
      column = { ...column, default: sql === null ? null : { sql } };
    } else if (reader.take("collate")) column = { ...column, collation: reader.name() };
    else if (reader.take("generated", "always", "as") || reader.take("as")) {
      const sql = reader.group();
      const storage = reader.take("stored") ? "stored" : "virtual";
      if (storage === "virtual") reader.take("virtual");
      column = { ...column, generated: { expression: { sql }, storage } };
    } else if (![",", ")", "constraint"].includes(reader.peek())) {
      const { constraint, autoincrement }: ConstraintReading = readColumnConstraint(reader, name, label);
      const values =
        constraint?.kind === "check" && label === null && type.name === "text"
          ? readEnumCheck(name, constraint.expression.sql)
          : null;
      if (values !== null) type = values;
      else if (constraint !== null) constraints.push(constraint);
      if (autoincrement) add({ name: "autoincrement", value: null });
    }
  }
  return { name, type, ...column };
}

function readOptions(reader: Reader): Setting[] {
  const settings: Setting[] = [];
  while (!reader.done) {
    if (reader.take("without", "rowid")) settings.push({ name: "without_rowid", value: null });
    else if (reader.take("strict")) settings.push({ name: "strict", value: null });
    else reader.fail(`\`${reader.peek()}\` after the columns`);
    reader.take(",");
  }
  return settings;
}
