/** `docs/types.md`: the portable types, and what each is on every engine, from the dialects' own words. */

import type { PortableType, Vocabulary } from "../dialect/vocabulary.js";

/** Names of the arguments, as the page shows them. */
const argumentNames: ReadonlyMap<string, readonly string[]> = new Map([
  ["decimal", ["p", "s"]],
  ["varchar", ["n"]],
  ["char", ["n"]],
  ["time", ["p"]],
  ["timestamp", ["p"]],
  ["timestamptz", ["p"]],
]);

const missing = "none";

export function typesPage(all: readonly Vocabulary[]): string {
  const names = [...new Set(all.flatMap((vocabulary) => [...vocabulary.portable.keys()]))];
  const dialects = all.map(({ dialect }) => dialect);
  return [
    "# Types",
    "",
    "<!-- Made from the dialects' vocabularies by `npx tsx test/support/write-types-page.ts`. -->",
    "",
    "A portable type means the same on every engine that has it. Any other name is taken as the engine's own type if the",
    "target knows it; anything else can be written in backticks, as the engine spells it.",
    "",
    ...table(
      ["covet", ...dialects],
      names.map((name) => [code(name, name), ...all.map((vocabulary) => cell(name, vocabulary.portable.get(name)))]),
    ),
    "",
    "`T[]` is an array of any type on PostgreSQL. `int`, `smallint` or `bigint` with `identity` is the engine's own",
    "numbered column. `?` behind a type allows null.",
    "",
    "## Worth knowing",
    "",
    ...notes(names, all),
    "",
    "## Functions covet maps",
    "",
    "Every other function in a default is sent as it is written.",
    "",
    ...table(
      ["covet", ...dialects],
      [...new Set(all.flatMap((vocabulary) => [...vocabulary.functions.keys()]))].map((name) => [
        `\`${name}()\``,
        ...all.map((vocabulary) => `\`${(vocabulary.functions.get(name) ?? missing).replaceAll("|", "\\|")}\``),
      ]),
    ),
    "",
  ].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

function code(name: string, text: string): string {
  const args = argumentNames.get(name);
  return `\`${text}${args === undefined ? "" : `(${args.join(", ")})`}\``;
}

function cell(name: string, type: PortableType | undefined): string {
  if (type === undefined || type.lacking !== null) return missing;
  const args = argumentNames.get(name) ?? [];
  const engine = args.reduce((text, arg, i) => text.replace(`$${i + 1}`, arg), type.engine).replaceAll(",", ", ");
  return `\`${engine}\``;
}

function notes(names: readonly string[], all: readonly Vocabulary[]): string[] {
  return names.flatMap((name) => {
    const said = new Map<string, string[]>();
    for (const { dialect, portable } of all) {
      const type = portable.get(name);
      const note = type?.lacking ?? type?.warning ?? null;
      if (note !== null) said.set(note, [...(said.get(note) ?? []), dialect]);
    }
    return [...said].map(([note, dialects]) => `- \`${name}\` on ${dialects.join(", ")}: ${note}.`);
  });
}
