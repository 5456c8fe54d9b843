/** A column as DDL spells it, with what must stand before and after its definition. */

import { type Statement, statement } from "../../dialect/statement.js";
import type { ColumnSchema, Identity } from "../../model/column-schema.js";
import type { ObjectName } from "../../model/name.js";
import type { Setting } from "../../model/setting.js";
import { collationText } from "./collations.js";
import { commentChange } from "./comments.js";
import { defaultText } from "./defaults.js";
import { optionWords } from "./sequences.js";
import { createSequence, isPlainSerial, ownSequence, serialWord } from "./serial.js";
import { stableText } from "./stable-text.js";
import { settingValue } from "./storage.js";
import { inParens, quote, quoteName } from "./syntax.js";
import { typeText } from "./types.js";

/** What stands in CREATE TABLE and after ADD COLUMN. */
export function columnDefinition(column: ColumnSchema, table: ObjectName): string {
  const compression = settingValue(column.settings, "compression");
  return [
    quote(column.name),
    isPlainSerial(column) ? serialWord(column) : typeText(column.type),
    ...(compression === null ? [] : [`COMPRESSION ${compression}`]),
    ...(column.collation === null ? [] : [`COLLATE ${collationText(column.collation)}`]),
    ...valueWords(column, table),
    ...(column.nullable || isPlainSerial(column) ? [] : ["NOT NULL"]),
  ].join(" ");
}

function valueWords(column: ColumnSchema, table: ObjectName): string[] {
  const { generated, identity } = column;
  if (generated !== null)
    return [`GENERATED ALWAYS AS ${inParens(stableText(generated.expression.sql))} ${generated.storage.toUpperCase()}`];
  if (identity !== null && identity.kind !== "serial") return [identityWords(identity)];
  if (identity !== null) return isPlainSerial(column) ? [] : [`DEFAULT ${ownSequence(column, table).default}`];
  return column.default === null ? [] : [`DEFAULT ${defaultText(column.default.sql)}`];
}

export function identityWords(identity: Identity): string {
  const options = optionWords(identity.sequence, true);
  const kind = identity.kind === "always" ? "ALWAYS" : "BY DEFAULT";
  return `GENERATED ${kind} AS IDENTITY${options.length > 0 ? ` (${options.join(" ")})` : ""}`;
}

/** What must stand before the definition: a serial column's sequence, where it is not the one `serial` makes. */
export function beforeColumn(column: ColumnSchema, table: ObjectName): Statement[] {
  return column.identity?.kind === "serial" && !isPlainSerial(column) ? [createSequence(column, table)] : [];
}

/** What a definition has no words for. */
export function afterColumn(column: ColumnSchema, table: ObjectName): Statement[] {
  const on = `${quoteName(table)}.${quote(column.name)}`;
  const owned = column.identity?.kind === "serial" && !isPlainSerial(column) ? [ownSequence(column, table).owned] : [];
  return [
    ...owned,
    ...columnSettings([], column.settings).map((action) =>
      statement(`ALTER TABLE ${quoteName(table)} ALTER COLUMN ${quote(column.name)} ${action}`),
    ),
    ...commentChange(`COLUMN ${on}`, null, column.comment),
  ];
}

/** Actions of ALTER COLUMN for settings that have no place in a definition. */
export function columnSettings(before: readonly Setting[], after: readonly Setting[]): string[] {
  const actions: string[] = [];
  const changed = (name: string) => {
    const [from, to] = [settingValue(before, name), settingValue(after, name)];
    return from === to ? null : { to };
  };
  const storage = changed("storage");
  if (storage !== null && storage.to !== null) actions.push(`SET STORAGE ${storage.to.toUpperCase()}`);
  const statistics = changed("statistics");
  if (statistics !== null) actions.push(`SET STATISTICS ${statistics.to ?? "-1"}`);
  for (const name of ["n_distinct", "n_distinct_inherited"]) {
    const option = changed(name);
    if (option !== null) actions.push(option.to === null ? `RESET (${name})` : `SET (${name} = ${option.to})`);
  }
  return actions;
}
