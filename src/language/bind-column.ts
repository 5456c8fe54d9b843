/** Binds a column's line, without its constraints. */

import type { ColumnSchema, ColumnType, Generated, Identity, SequenceOptions } from "../model/column-schema.js";
import type { Expression } from "../model/expression.js";
import { formatWord, type ObjectName } from "../model/name.js";
import type { ColumnNode, QualifiedName, SequenceOptionsNode } from "./ast.js";
import { bindSettings, findOverride } from "./attributes.js";
import { checkEnumDefault } from "./bind-enum-default.js";
import type { Binding } from "./binding.js";
import { requireFeature } from "./features.js";
import { bindType, isInteger, serialWord } from "./types.js";
import { bindValue } from "./values.js";

export function bindColumn(node: ColumnNode, table: ObjectName, binding: Binding): ColumnSchema {
  const { target, report } = binding;
  const type = columnType(node, binding);
  if (node.collate !== null) requireFeature(binding, "collation", node.collate.span);
  const column: ColumnSchema = {
    name: node.name.text,
    type,
    nullable: node.type.nullable !== null,
    default: columnDefault(node, binding),
    generated: bindGenerated(node, binding),
    identity: bindIdentity(node, table, binding),
    collation: node.collate === null ? null : collationName(node.collate),
    comment: node.comment?.text ?? null,
    settings: bindSettings(node.words.settings, "column", target, report),
  };
  checkSources(node, column, binding);
  checkUsing(node, binding);
  checkEnumDefault(node.default, column.type, binding);
  return column;
}

export function collationName(name: QualifiedName): string {
  return name.schema === null ? name.name.text : `${name.schema.text}.${name.name.text}`;
}

function columnType(node: ColumnNode, binding: Binding): ColumnType {
  const override = findOverride(node.words.settings, "type", binding.target);
  if (override?.value == null) return bindType(node.type, binding);
  const name = override.value.sql.trim();
  return { schema: null, name, args: [], unsigned: false, zerofill: false, dimensions: 0, raw: true };
}

function columnDefault(node: ColumnNode, binding: Binding): Expression | null {
  const override = findOverride(node.words.settings, "default", binding.target);
  if (override?.value != null) return { sql: override.value.sql.trim() };
  return node.default === null ? null : bindValue(node.default, binding);
}

/** How to make the column's value from the row as it was; null where nobody says. */
export function bindUsing(node: ColumnNode, { target }: Binding): string | null {
  const override = findOverride(node.words.settings, "using", target);
  return override?.value?.sql.trim() ?? node.using?.expression.sql.trim() ?? null;
}

function checkUsing({ using, generated, words }: ColumnNode, { report, target }: Binding): void {
  const place = findOverride(words.settings, "using", target) ?? using;
  if (place === null) return;
  if (generated !== null)
    report.error("COV2108", place.span, "a generated column computes its value by itself", {
      labels: [{ span: generated.span, text: "this makes its value" }],
      hint: "leave `using` out",
    });
  else if (using?.expression.sql.trim() === "")
    report.error("COV2105", using.expression.span, "there is nothing between the parentheses", {
      hint: "write how the value is made: `using (coalesce(name, 'unknown'))`",
    });
}

function bindGenerated(node: ColumnNode, binding: Binding): Generated | null {
  if (node.generated === null) return null;
  const { expression, storage } = node.generated;
  requireFeature(binding, storage === "stored" ? "generatedStored" : "generatedVirtual", node.generated.span);
  return { expression: { sql: expression.sql.trim() }, storage };
}

function bindIdentity(node: ColumnNode, table: ObjectName, binding: Binding): Identity | null {
  const overridden = findOverride(node.words.settings, "type", binding.target) !== null;
  const serial = overridden ? null : serialWord(node.type);
  if (serial !== null) {
    requireFeature(binding, "serial", serial.span);
    return { kind: "serial", sequence: bindSequence(serial.sequence, table, binding) };
  }
  if (node.identity === null) return null;
  if (node.identity.mode === "always") requireFeature(binding, "identityAlways", node.identity.span);
  return { kind: node.identity.mode, sequence: bindSequence(node.identity.options, table, binding) };
}

function bindSequence(node: SequenceOptionsNode | null, table: ObjectName, binding: Binding): SequenceOptions {
  if (node !== null) {
    requireFeature(binding, "sequenceOptions", node.span);
    if (node.ownedBy !== null)
      binding.report.error("COV2107", node.ownedBy.span, "the sequence is owned by its column already", {
        hint: "leave `owned by` out",
      });
    if (node.name !== null && node.name.schema !== null && node.name.schema.text !== table.schema)
      binding.report.error("COV2107", node.name.span, "the sequence lives in the schema of its table", {
        hint: `write \`name ${formatWord(node.name.name.text)}\``,
      });
  }
  return {
    name: node?.name?.name.text ?? null,
    as: node?.as?.text ?? null,
    start: node?.start?.text ?? null,
    increment: node?.increment?.text ?? null,
    minvalue: node?.minvalue?.text ?? null,
    maxvalue: node?.maxvalue?.text ?? null,
    cache: node?.cache?.text ?? null,
    cycle: node !== null && node.cycle !== null,
  };
}

/** A column has one source for its value: a default, an identity or an expression. */
function checkSources(node: ColumnNode, { type, identity, nullable }: ColumnSchema, { report }: Binding): void {
  const sources = [
    identity === null ? null : { span: (node.identity ?? node.type).span, words: identityWords(identity) },
    node.generated === null ? null : { span: node.generated.span, words: "a generated column" },
    node.default === null ? null : { span: node.default.span, words: "a default" },
  ].filter((source) => source !== null);
  const [first, second] = sources;
  if (first !== undefined && second !== undefined)
    report.error("COV2103", second.span, `${first.words} cannot have ${second.words} as well`, {
      labels: [{ span: first.span, text: "this gives the column its value already" }],
      hint: "keep one of the two",
    });
  if (identity === null) return;
  if (identity.kind === "serial" && node.identity !== null)
    report.error("COV2103", node.identity.span, "a serial column cannot have identity as well", {
      labels: [{ span: node.type.span, text: "this gives the column its value already" }],
      hint: `write \`${type.name} identity\`, or leave \`identity\` out`,
    });
  if (identity.kind !== "serial" && node.identity !== null && !isInteger(type))
    report.error(
      "COV2104",
      node.identity.span,
      `identity needs an integer, and \`${node.name.text}\` is \`${type.name}\``,
      {
        labels: [{ span: node.type.span, text: "its type" }],
        hint: "write `bigint identity`",
      },
    );
  if (nullable && node.type.nullable !== null)
    report.error("COV2106", node.type.nullable.span, `${identityWords(identity)} is never null`, {
      hint: "remove the `?`",
    });
}

function identityWords({ kind }: Identity): string {
  return kind === "serial" ? "a serial column" : "an identity column";
}
