/** Column types: kept as the author wrote them, checked against what the target knows. */

import type { ColumnType } from "../model/column-schema.js";
import { formatName, formatWord } from "../model/name.js";
import type { NamedType, TypeArgument, TypeNode } from "./ast.js";
import type { Binding } from "./binding.js";
import { objectName } from "./binding.js";
import { requireFeature } from "./features.js";
import { nearest } from "./suggest.js";

/** The integer behind each serial word. */
const serials = new Map([
  ["smallserial", "smallint"],
  ["serial", "int"],
  ["bigserial", "bigint"],
]);

/** Fewest and most arguments of the portable types that take any. */
const argumentCounts: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ["decimal", [0, 2]],
  ["varchar", [0, 1]],
  ["char", [0, 1]],
  ["time", [0, 1]],
  ["timestamp", [0, 1]],
  ["timestamptz", [0, 1]],
  ["interval", [0, 1]],
]);

/** Types an identity column can have, in every engine's spelling. */
const integers = new Set("smallint int bigint integer tinyint mediumint int1 int2 int3 int4 int8 middleint".split(" "));

export function isInteger(type: ColumnType): boolean {
  return type.raw || (type.schema === null && integers.has(type.name.toLowerCase()) && type.dimensions === 0);
}

/** The serial word of a type, or null: `serial(…)` is an integer with a sequence of its own. */
export function serialWord(node: TypeNode): NamedType | null {
  if (node.kind !== "namedType" || node.name.schema !== null || node.name.name.quoted) return null;
  return serials.has(node.name.name.text) ? node : null;
}

export function bindType(node: TypeNode, binding: Binding): ColumnType {
  const plain = { schema: null, args: [], unsigned: false, zerofill: false, dimensions: 0, raw: false };
  if (node.kind === "noType") {
    requireFeature(binding, "typelessColumn", node.span);
    return { ...plain, name: "_" };
  }
  if (node.kind === "rawType") {
    if (node.dimensions > 0) requireFeature(binding, "arrays", node.span);
    if (node.sql.sql.trim() === "")
      binding.report.error("COV2101", node.span, "there is no type between the backticks");
    return { ...plain, name: node.sql.sql.trim(), dimensions: node.dimensions, raw: true };
  }
  const serial = serialWord(node);
  if (serial !== null) return { ...plain, name: serials.get(serial.name.name.text) ?? "int" };
  const { schema, name } = objectName(node.name);
  const type = {
    schema,
    name,
    args: node.args.map((arg) => argumentText(arg, binding)),
    unsigned: node.unsigned !== null,
    zerofill: node.zerofill !== null,
    dimensions: node.dimensions,
    raw: false,
  };
  if (node.dimensions > 0) requireFeature(binding, "arrays", node.span);
  const sign = node.unsigned ?? node.zerofill;
  if (sign !== null) requireFeature(binding, "unsigned", sign.span);
  checkName(node, binding);
  return type;
}

function argumentText(arg: TypeArgument, { target }: Binding): string {
  return arg.kind === "string" ? target.literal(arg.value) : arg.text;
}

function checkName(node: NamedType, binding: Binding): void {
  const { target, report, warned } = binding;
  const name = objectName(node.name);
  if (binding.enums.size + binding.domains.size > 0) {
    const written = formatName(name);
    if (binding.enums.has(written) || binding.domains.has(written)) return;
  }
  if (name.schema !== null) {
    if (!target.anyType) unknown(node, binding);
    return;
  }
  const portable = node.name.name.quoted ? undefined : target.portable.get(name.name);
  if (portable !== undefined) {
    checkArguments(node, binding);
    if (portable.lacking !== null)
      report.error("COV2201", node.span, `${target.dialect} has no type \`${name.name}\``, { hint: portable.lacking });
    else if (portable.warning !== null && !warned.has(name.name) && !isSmallDecimal(node)) {
      warned.add(name.name);
      report.warning("COV2202", node.span, portable.warning);
    }
    return;
  }
  if (target.nativeTypes.has(name.name.toLowerCase())) return;
  if (!target.anyType) unknown(node, binding);
  else guessTypo(node, binding);
}

/** A decimal that floating point holds exactly (15 digits) needs no warning on an engine without decimals. */
function isSmallDecimal(node: NamedType): boolean {
  const [precision] = node.args;
  return node.name.name.text === "decimal" && precision?.kind === "number" && Number(precision.text) <= 15;
}

function checkArguments(node: NamedType, { report }: Binding): void {
  const name = node.name.name.text;
  const [, most] = argumentCounts.get(name) ?? [0, 0];
  const [first] = node.args;
  const last = node.args.at(-1);
  if (first === undefined || last === undefined) return;
  const span = { ...first.span, end: last.span.end };
  const raw = node.span.source.text.slice(node.name.span.start, last.span.end);
  const hint = `for the engine's own type of that name, write it in backticks: \`\`\`${raw})\`\`\``;
  const count = most === 0 ? "no arguments" : most === 1 ? "one argument at most" : `${most} arguments at most`;
  if (node.args.length > most) report.error("COV2102", span, `\`${name}\` takes ${count}`, { hint });
  for (const arg of node.args)
    if (arg.kind !== "number" || !/^\d+$/.test(arg.text))
      report.error("COV2102", arg.span, `an argument of \`${name}\` is a whole number`);
}

/** Where any word is a type, a slip of the pen would pass in silence. */
function guessTypo(node: NamedType, { target, enums, domains, report }: Binding): void {
  const { text } = node.name.name;
  const portable = [...target.portable.keys()].filter((name) => name.length > 4);
  const near = nearest(text, [...enums.keys(), ...domains.keys(), ...portable]);
  if (near !== null && near.toLowerCase() !== text.toLowerCase() && text.length > 4)
    report.warning("COV2101", node.name.span, `\`${text}\` is taken as a type of ${target.dialect}'s own`, {
      hint: `did you mean \`${near}\`?`,
    });
}

function unknown(node: NamedType, { target, all, enums, domains, report }: Binding): void {
  const name = objectName(node.name);
  const owner = all.find(({ nativeTypes }) => name.schema === null && nativeTypes.has(name.name.toLowerCase()));
  if (owner !== undefined) {
    report.error(
      "COV2101",
      node.name.span,
      `\`${name.name}\` is a type of ${owner.dialect}, not of ${target.dialect}`,
      {
        hint: `give this engine its own with \`@${target.dialect}.type(…)\`, or wrap the column in "for ${owner.dialect} { }"`,
      },
    );
    return;
  }
  const written = formatName(name);
  const types = [...[...enums.values()].map(({ node }) => node), ...domains.values()].map((node) =>
    objectName(node.name),
  );
  const declared = new Set(types.map(formatName));
  const elsewhere = types.find((other) => other.name === name.name);
  const known = [...declared, ...target.portable.keys(), ...target.nativeTypes, ...serials.keys()];
  const near = elsewhere === undefined ? nearest(written, known) : formatName(elsewhere);
  const spelling = near === null || declared.has(near) ? near : formatWord(near);
  report.error("COV2101", node.name.span, `\`${written}\` is not a type ${target.dialect} knows`, {
    hint:
      spelling === null
        ? `declare it (\`enum ${written} { … }\`, \`domain ${written} as text\`), or write it in backticks if the database has it`
        : `write \`${spelling}\``,
  });
}
