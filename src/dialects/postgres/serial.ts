/** Serial columns: a default that reads a sequence the column owns. */

import { type Statement, statement } from "../../dialect/statement.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { ObjectName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { engineName } from "./naming.js";
import { noOptions, optionWords } from "./sequences.js";
import { literal, quote, quoteName } from "./syntax.js";
import { typeText } from "./types.js";

const words: Readonly<Record<string, string>> = { smallint: "smallserial", integer: "serial", bigint: "bigserial" };

/** Written with PostgreSQL's own word: nothing about its sequence is special. */
export function isPlainSerial(column: ColumnSchema): boolean {
  if (column.identity?.kind !== "serial" || column.nullable) return false;
  const { name, as, ...options } = column.identity.sequence;
  return name === null && as === null && optionWords({ name, as, ...options }, false).length === 0;
}

export function serialWord(column: ColumnSchema): string {
  return words[column.type.name] ?? "bigserial";
}

/** The default as the catalog prints it; `sequence` is a name as `regclass` prints it. */
export function defaultOfSequence(sequence: string): string {
  return `nextval(${literal(sequence)}::regclass)`;
}

export function sequenceOf(column: ColumnSchema, table: ObjectName): ObjectName {
  const name = column.identity?.sequence.name ?? engineName(table.name, column.name, "seq");
  return { schema: table.schema, name };
}

export function createSequence(column: ColumnSchema, table: ObjectName): Statement {
  const options = column.identity?.sequence ?? noOptions(null);
  const parts = [`CREATE SEQUENCE ${quoteName(sequenceOf(column, table))}`];
  parts.push(`AS ${options.as ?? typeText(column.type)}`, ...optionWords(options, false));
  return statement(parts.join(" "));
}

/** The default that reads the sequence, and the statement that makes it the column's own. */
export function ownSequence(column: ColumnSchema, table: ObjectName): { default: string; owned: Statement } {
  const sequence = quoteName(sequenceOf(column, table));
  return {
    default: `nextval(${literal(sequence)}::regclass)`,
    owned: statement(`ALTER SEQUENCE ${sequence} OWNED BY ${quoteName(table)}.${quote(column.name)}`),
  };
}

/** Sequences with the engine's own name follow their column: `place` gives a column's name after the rename. */
export function renameSequences(
  table: TableSchema | null,
  after: ObjectName,
  place: (column: string) => string,
): Statement[] {
  return (table?.columns ?? []).flatMap((column) => {
    if (table === null || column.identity === null || column.identity.sequence.name !== null) return [];
    const from = sequenceOf(column, table);
    const to = engineName(after.name, place(column.name), "seq");
    return from.name === to ? [] : [statement(`ALTER SEQUENCE ${quoteName(from)} RENAME TO ${quote(to)}`)];
  });
}
