/** The smallest pieces of printed `.covet` text: strings, raw SQL, values, types, comments and lines. */

import type { Vocabulary } from "../dialect/vocabulary.js";
import type { ColumnType, SequenceOptions } from "../model/column-schema.js";
import type { Expression } from "../model/expression.js";
import { formatWord, type ObjectName } from "../model/name.js";
import type { Setting } from "../model/setting.js";

/** Longest line the formatter leaves on one line. */
const width = 100;

export function printString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function printBackticks(sql: string): string {
  return `\`${sql.replaceAll("`", "``")}\``;
}

export function printParens({ sql }: Expression): string {
  // A line comment at the end would swallow the closing parenthesis.
  return /--[^\n]*$/.test(sql) ? `(${sql}\n)` : `(${sql})`;
}

/** `a, "odd b"` */
export function printColumns(names: readonly string[]): string {
  return `(${names.map(formatWord).join(", ")})`;
}

/** A name with dots in it, as `collate` and `ops` take it: `C`, `pg_catalog."C"`. */
export function printDotted(name: string): string {
  return name.split(".").every((part) => part !== "") ? name.split(".").map(formatWord).join(".") : formatWord(name);
}

/** The text inside a SQL string literal of the target, or null when it is not exactly one plain literal. */
export function literalText(sql: string, target: Vocabulary): string | null {
  if (sql.length < 2 || !sql.startsWith("'") || !sql.endsWith("'")) return null;
  const inner = sql.slice(1, -1).replaceAll("''", "'");
  const texts = [inner, inner.replaceAll("\\\\", "\\")];
  return texts.find((text) => target.literal(text) === sql) ?? null;
}

const bareValue = /^(?:-?\d+(?:\.\d+)?|[bx]'[\dA-Fa-f]*'|true|false|null|current_(?:timestamp|date|time|user))$/;
const plainCall = /^[a-z_]\w*(?:\.[a-z_]\w*)?\((?:-?\d+(?:, -?\d+)*)?\)$/;

/** What stands after `=`. */
export function printValue({ sql }: Expression, target: Vocabulary): string {
  if (bareValue.test(sql)) return sql;
  const text = literalText(sql, target);
  if (text !== null) return printString(text);
  for (const [name, mapped] of target.functions) if (mapped === sql) return `${name}()`;
  if (plainCall.test(sql) && !target.functions.has(sql.replace(/\(.*/, ""))) return sql;
  return printBackticks(sql);
}

/** A type without its `?`. */
export function printType(type: ColumnType, target: Vocabulary): string {
  const suffix = "[]".repeat(type.dimensions);
  if (type.raw) return printBackticks(type.name) + suffix;
  const args = type.args.map((arg) => {
    const text = literalText(arg, target);
    return text === null ? arg : printString(text);
  });
  const name = type.schema === null ? formatWord(type.name) : `${formatWord(type.schema)}.${formatWord(type.name)}`;
  const list = args.length > 0 ? `(${args.join(", ")})` : "";
  return `${name}${list}${type.unsigned ? " unsigned" : ""}${type.zerofill ? " zerofill" : ""}${suffix}`;
}

/** `(start 100, cycle)`, or nothing where all is left to the engine. */
export function printSequence(options: SequenceOptions): string {
  const words = [
    options.name === null ? null : `name ${formatWord(options.name)}`,
    options.as === null ? null : `as ${formatWord(options.as)}`,
    options.start === null ? null : `start ${options.start}`,
    options.increment === null ? null : `increment ${options.increment}`,
    options.minvalue === null ? null : `minvalue ${options.minvalue}`,
    options.maxvalue === null ? null : `maxvalue ${options.maxvalue}`,
    options.cache === null ? null : `cache ${options.cache}`,
    options.cycle ? "cycle" : null,
  ].filter((word) => word !== null);
  return words.length > 0 ? `(${words.join(", ")})` : "";
}

/** Table and column of an inline foreign key, or the table alone. */
export function printReference(table: ObjectName, column: string | null): string {
  const parts = [table.schema, table.name, column].filter((part) => part !== null);
  return parts.map(formatWord).join(".");
}

export function printSetting(setting: Setting, dialect: string): string {
  return `@${dialect}.${setting.name}${setting.value === null ? "" : `(${setting.value})`}`;
}

/** What `///` lines cannot hold: line ends other than LF, a blank at the end of a line, nothing at all. */
export function needsCommentWord(comment: string): boolean {
  return comment === "" || /[\r\u2028\u2029]|[^\S\n](?:\n|$)/.test(comment);
}

/** `/// …` lines above a member; none where `@comment` says it. */
export function printDocLines(comment: string | null): string[] {
  if (comment === null || needsCommentWord(comment)) return [];
  return comment.split("\n").map((line) => (line === "" ? "///" : `/// ${line}`));
}

/** `@comment('…')` where `///` will not do. */
export function printCommentWord(comment: string | null): string[] {
  return comment !== null && needsCommentWord(comment) ? [`@comment(${printString(comment)})`] : [];
}

const mayStartLine = /^(?:@|->|=|where \(|include \()/;

/** Joins the parts of a line; a long one goes on below with a part that may start a line of its own. */
export function printLine(parts: readonly string[], indent: string): string {
  const line = indent + parts.join(" ");
  if (line.length <= width || line.includes("\n")) return line;
  const chunks: string[] = [];
  for (const part of parts) {
    const last = chunks.pop();
    if (last === undefined) chunks.push(part);
    else if (mayStartLine.test(part)) chunks.push(last, part);
    else chunks.push(`${last} ${part}`);
  }
  const lines: string[] = [];
  for (const chunk of chunks) {
    const last = lines.pop();
    if (last === undefined) lines.push(indent + chunk);
    else if (last.length + 1 + chunk.length <= width) lines.push(`${last} ${chunk}`);
    else lines.push(last, `${indent}  ${chunk}`);
  }
  return lines.join("\n");
}
