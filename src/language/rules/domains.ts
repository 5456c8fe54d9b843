/** Domains that are over themselves, and checks that speak of a column where only `value` can stand. */

import { domainOf } from "../../model/domain-schema.js";
import { formatName, formatWord } from "../../model/name.js";
import type { RawSql } from "../ast.js";
import { checkEnumDefault } from "../bind-enum-default.js";
import type { Binding, BoundDomain } from "../binding.js";

export function checkDomains(binding: Binding): void {
  if (binding.boundDomains.size === 0) return;
  const columns = new Set(
    [...binding.tables.values()].flatMap((table) => table.columns.map(({ schema }) => schema.name)),
  );
  for (const domain of binding.boundDomains.values()) {
    checkCircle(domain, binding);
    checkEnumDefault(domain.node.default, domain.schema.type, binding);
    const own = columnsOf(domain, binding);
    for (const { expression } of domain.node.checks) checkWords(expression, columns, own, binding);
  }
}

function checkCircle({ node, schema }: BoundDomain, { boundDomains, report }: Binding): void {
  const all = [...boundDomains.values()].map((domain) => domain.schema);
  const seen = new Set([schema]);
  for (let at = domainOf(schema.type, all); at !== null; at = domainOf(at.type, all)) {
    if (at === schema)
      report.error("COV2110", node.type.span, `domain \`${formatName(schema)}\` is over itself`, {
        hint: "write the type its values are stored as",
      });
    if (seen.has(at)) return;
    seen.add(at);
  }
}

/** Columns of the domain: what somebody who writes a check has in mind. */
function columnsOf({ schema }: BoundDomain, { tables }: Binding): ReadonlySet<string> {
  const isOne = (type: { readonly schema: string | null; readonly name: string }) =>
    type.schema === schema.schema && type.name === schema.name;
  const columns = [...tables.values()].flatMap((table) => table.columns);
  return new Set(columns.filter((column) => isOne(column.schema.type)).map((column) => column.schema.name));
}

function checkWords(
  { span }: RawSql,
  columns: ReadonlySet<string>,
  own: ReadonlySet<string>,
  { report }: Binding,
): void {
  const names = namesIn(span.source.text.slice(span.start, span.end));
  const speaks = names.some(({ name }) => name.toLowerCase() === "value");
  const wrong = names.find(({ name }) => (speaks ? own : columns).has(name) && name.toLowerCase() !== "value");
  if (wrong !== undefined) {
    const start = span.start + wrong.start;
    const place = { source: span.source, start, end: start + wrong.length };
    report.error("COV2109", place, `a domain's check knows no columns, and \`${formatWord(wrong.name)}\` is one`, {
      hint: "write `value`: it stands for the value of any column of the domain",
    });
  } else if (!speaks)
    report.warning("COV2109", span, "this check never speaks of `value`", {
      hint: "write a condition on it: `check (value > 0)`",
    });
}

const token =
  /'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|[A-Za-z_]\w*|::|[^\s]/g;

/** Words and quoted names where a column could stand. */
function namesIn(sql: string): { readonly name: string; readonly start: number; readonly length: number }[] {
  const tokens = [...sql.matchAll(token)].filter(([text]) => !/^(?:--|\/\*)/.test(text));
  return tokens.flatMap((match, at) => {
    const [text, , quoted, ticked] = match;
    const [before, after] = [tokens[at - 1]?.[0].toLowerCase() ?? "", tokens[at + 1]?.[0] ?? ""];
    const isName = quoted !== undefined || ticked !== undefined || /^[A-Za-z_]/.test(text);
    const elsewhere = ["::", ".", "as", "collate"].includes(before) || /^[(.']/.test(after);
    if (!isName || elsewhere) return [];
    return [{ name: quoted ?? ticked ?? text, start: match.index, length: text.length }];
  });
}
