/** Default values as SQL text of the target. */

import type { Expression } from "../model/expression.js";
import type { Name, Value } from "./ast.js";
import type { Binding } from "./binding.js";

/** Text of a node as the author wrote it. */
export function sourceText(node: { readonly span: { source: { text: string }; start: number; end: number } }): string {
  return node.span.source.text.slice(node.span.start, node.span.end);
}

/** null when the value is not understood; that is then reported. */
export function bindValue(value: Value, binding: Binding): Expression | null {
  const sql = toSql(value, binding);
  return sql === null ? null : { sql };
}

function toSql(value: Value | Name, binding: Binding): string | null {
  const { target, report } = binding;
  switch (value.kind) {
    case "number":
      return value.text;
    case "string":
      return target.literal(value.value);
    case "prefixed":
      return value.sql;
    case "keyword":
      return value.word;
    case "sql": {
      const sql = value.sql.trim();
      if (sql === "") report.error("COV2105", value.span, "there is nothing between the backticks");
      return sql === "" ? null : sql;
    }
    case "name":
      report.error("COV2105", value.span, `\`${value.text}\` is not a value`, {
        hint: `write \`'${value.text.replaceAll("'", "''")}'\``,
      });
      return null;
    case "call": {
      const mapped = target.functions.get(value.name.name.text.toLowerCase());
      if (mapped !== undefined && value.name.schema === null && value.args.length === 0) return mapped;
      const args = value.args.map((arg) => toSql(arg, binding));
      return args.includes(null) ? null : `${sourceText(value.name)}(${args.join(", ")})`;
    }
  }
}
