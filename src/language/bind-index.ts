/** Binds `index (…)`, `unique index (…)` and `unique (…) where (…)`. */

import type { IndexPart, IndexSchema } from "../model/index-schema.js";
import { formatWord } from "../model/name.js";
import type { ColumnNode, IndexNode, IndexPartNode, Name, UniqueNode } from "./ast.js";
import { bindSettings } from "./attributes.js";
import { collationName } from "./bind-column.js";
import type { Binding } from "./binding.js";
import { requireFeature } from "./features.js";
import { listNames, nearest } from "./suggest.js";
import { sourceText } from "./values.js";

export function bindIndex(node: IndexNode | UniqueNode, line: ColumnNode | null, binding: Binding): IndexSchema {
  const { target, report } = binding;
  if (node.where !== null) requireFeature(binding, "partialIndex", node.where.span);
  if (node.include !== null) requireFeature(binding, "includeColumns", node.include.span);
  if (node.nullsNotDistinct !== null) requireFeature(binding, "nullsNotDistinct", node.nullsNotDistinct.span);
  // `@concurrent` says how to build, not what: an engine that has no such way builds as it always does.
  const unique = node.kind === "unique" || node.unique;
  if (node.nullsNotDistinct !== null && !unique)
    report.error("COV2310", node.nullsNotDistinct.span, "`nulls not distinct` means something only for unique keys", {
      hint: "write `unique index`, or leave it out",
    });
  return {
    name: node.label?.name.text ?? null,
    unique,
    method: node.kind === "index" && node.using !== null ? bindMethod(node.using, binding) : null,
    parts: line === null ? node.parts.map((part) => bindPart(part, binding)) : [columnPart(line.name.text)],
    include: node.include?.columns.map((column) => column.text) ?? [],
    nullsNotDistinct: node.nullsNotDistinct !== null,
    where: node.where === null ? null : { sql: node.where.sql.trim() },
    comment: node.comment?.text ?? null,
    settings: bindSettings(node.words.settings, "index", target, report),
  };
}

function columnPart(column: string): IndexPart {
  return {
    column,
    expression: null,
    prefix: null,
    collation: null,
    operatorClass: null,
    descending: false,
    nulls: null,
  };
}

function bindPart(node: IndexPartNode, binding: Binding): IndexPart {
  if (node.key.kind !== "name") requireFeature(binding, "expressionIndex", node.key.span);
  if (node.prefix !== null) requireFeature(binding, "prefixIndex", node.prefix.span);
  if (node.collate !== null) requireFeature(binding, "indexCollation", node.collate.span);
  if (node.ops !== null) requireFeature(binding, "operatorClass", node.ops.span);
  if (node.nulls !== null) requireFeature(binding, "nullsOrder", node.span);
  if (node.prefix !== null && !/^[1-9]\d{0,8}$/.test(node.prefix.text))
    binding.report.error("COV2310", node.prefix.span, "a prefix is a number of characters, 1 or more");
  const operator = node.ops;
  return {
    column: node.key.kind === "name" ? node.key.text : null,
    expression: node.key.kind === "name" ? null : { sql: keyText(node.key) },
    prefix: node.prefix === null ? null : Number(node.prefix.text),
    collation: node.collate === null ? null : collationName(node.collate),
    operatorClass:
      operator === null
        ? null
        : sourceText(operator.name) + (operator.parameters === null ? "" : `(${operator.parameters.sql})`),
    descending: node.order === "desc",
    nulls: node.nulls,
  };
}

function keyText(key: Exclude<IndexPartNode["key"], Name>): string {
  return key.kind === "sql" ? key.sql.trim() : sourceText(key);
}

function bindMethod(name: Name, binding: Binding): string {
  const { target, report } = binding;
  if (!requireFeature(binding, "indexMethod", name.span)) return name.text;
  const method = name.text.toLowerCase();
  if (!target.indexMethods.has(method)) {
    const near = nearest(method, target.indexMethods);
    const known = [...target.indexMethods];
    report.error("COV2204", name.span, `${target.dialect} has no index method \`${name.text}\``, {
      hint:
        near !== null
          ? `write \`using ${formatWord(near)}\``
          : known.length > 0
            ? `it has ${listNames(known, 10)}`
            : "leave `using` out",
    });
  }
  return method;
}
