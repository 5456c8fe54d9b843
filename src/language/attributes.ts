/**
 * Dialect names and engine settings. One that nobody knows is an error for every target, even where it is filtered away:
 * a setting that is misspelt would otherwise be lost without a word.
 */

import type { SettingSpec, Vocabulary } from "../dialect/vocabulary.js";
import type { Setting } from "../model/setting.js";
import type {
  Declaration,
  FileNode,
  ForDeclarations,
  ForMembers,
  Member,
  Name,
  PartitionByNode,
  SettingWord,
  Words,
} from "./ast.js";
import type { Report } from "./report.js";
import { listNames, nearest } from "./suggest.js";

export type Carrier = keyof Vocabulary["settings"];

const carriers: readonly Carrier[] = ["table", "column", "index", "constraint"];
const carrierWords: Readonly<Record<Carrier, string>> = {
  table: "a table",
  column: "a column",
  index: "an index",
  constraint: "a constraint",
};

/** `@mysql.type(…)`, `@sqlite.default(…)`, `@postgres.using(…)`: what one engine has instead; the binder reads them itself. */
const overrides: ReadonlyMap<string, SettingSpec> = new Map<string, SettingSpec>([
  ["type", { doc: "Type of the column on this engine.", value: "text" }],
  ["default", { doc: "Default of the column on this engine.", value: "text" }],
  ["using", { doc: "How this engine makes the column's value from the row as it was.", value: "text" }],
]);

/** The settings the target stores, by name, sorted. */
export function bindSettings(
  words: readonly SettingWord[],
  carrier: Carrier,
  target: Vocabulary,
  report: Report,
): Setting[] {
  const found = new Map<string, { setting: Setting; word: SettingWord }>();
  for (const word of words) {
    const setting = { name: word.name.text.toLowerCase(), value: word.value?.sql.trim() ?? null };
    if (!target.answersTo.includes(word.dialect.text) || (carrier === "column" && overrides.has(setting.name)))
      continue;
    if (specOf(target, carrier, setting.name) === undefined) continue;
    const first = found.get(setting.name);
    if (first === undefined) found.set(setting.name, { setting, word });
    else if (first.word.dialect.text === word.dialect.text)
      report.error("COV2405", word.name.span, `\`@${word.dialect.text}.${setting.name}\` is given twice`, {
        labels: [{ span: first.word.span, text: "first here" }],
        hint: "keep one of them",
      });
    // An engine's own name wins over one it takes from another (`@mariadb.engine` over `@mysql.engine`).
    else if (word.dialect.text === target.dialect) found.set(setting.name, { setting, word });
  }
  return [...found.values()].map(({ setting }) => setting).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `@engine.type(…)`, `@engine.default(…)` or `@engine.using(…)` for the target, its own name before one it answers to. */
export function findOverride(words: readonly SettingWord[], name: string, target: Vocabulary): SettingWord | null {
  const fitting = words.filter(
    (word) =>
      target.answersTo.includes(word.dialect.text) && word.name.text.toLowerCase() === name && word.value !== null,
  );
  return fitting.find((word) => word.dialect.text === target.dialect) ?? fitting[0] ?? null;
}

function specOf(vocabulary: Vocabulary, carrier: Carrier, name: string): SettingSpec | undefined {
  const specs = vocabulary.settings[carrier];
  const own = specs.get(name) ?? (carrier === "column" ? overrides.get(name) : undefined);
  if (own !== undefined) return own;
  for (const [key, spec] of specs) if (key.endsWith(".*") && name.startsWith(key.slice(0, -1))) return spec;
  return undefined;
}

/** Reports what no dialect knows, in all of the files. */
export function checkWords(files: readonly FileNode[], all: readonly Vocabulary[], report: Report): void {
  const checker = new Checker(all, report);
  for (const file of files) for (const declaration of file.declarations) checker.declaration(declaration);
}

class Checker {
  readonly #all: readonly Vocabulary[];
  readonly #report: Report;
  readonly #dialects: readonly string[];

  constructor(all: readonly Vocabulary[], report: Report) {
    this.#all = all;
    this.#report = report;
    this.#dialects = [...new Set(all.flatMap((vocabulary) => vocabulary.answersTo))];
  }

  declaration(node: Declaration): void {
    if (node.kind === "forDeclarations") {
      for (const dialect of node.dialects) this.#dialect(dialect);
      for (const declaration of node.declarations) this.declaration(declaration);
      return;
    }
    this.#words(node.words, declarationCarrier(node));
    if (node.kind === "enum") for (const value of node.values) this.#words(value.words, null);
    if (node.kind === "table" || node.kind === "mixin" || node.kind === "object")
      for (const member of node.members) this.#member(member);
  }

  #member(node: Member): void {
    switch (node.kind) {
      case "forMembers":
        for (const dialect of node.dialects) this.#dialect(dialect);
        for (const member of node.members) this.#member(member);
        return;
      case "partitionBy":
        this.#partitions(node);
        return;
      default:
        this.#words(node.words, carrierOf(node));
    }
  }

  #partitions(node: PartitionByNode): void {
    this.#words(node.words, "table");
    if (node.subpartition !== null) this.#partitions(node.subpartition);
    for (const child of node.children) {
      this.#words(child.words, "table");
      if (child.partitionBy !== null) this.#partitions(child.partitionBy);
    }
  }

  /** `carrier` is null where no setting has a place, "unknown" where covet does not know the engine's settings yet. */
  #words(words: Words, carrier: Carrier | "unknown" | null): void {
    for (const dialect of words.onlyFor?.dialects ?? []) this.#dialect(dialect);
    for (const word of words.settings)
      if (this.#dialect(word.dialect) && carrier !== "unknown") this.#setting(word, carrier);
  }

  #dialect(name: Name): boolean {
    if (this.#dialects.includes(name.text)) return true;
    const near = nearest(name.text, this.#dialects);
    this.#report.error("COV2401", name.span, `\`${name.text}\` is not a dialect covet knows`, {
      hint: near === null ? `covet knows ${listNames(this.#dialects)}` : `write \`${near}\``,
    });
    return false;
  }

  #setting(word: SettingWord, carrier: Carrier | null): void {
    const dialect = word.dialect.text;
    const name = word.name.text.toLowerCase();
    const speakers = this.#all.filter((vocabulary) => vocabulary.answersTo.includes(dialect));
    const find = (place: Carrier) =>
      speakers.map((vocabulary) => specOf(vocabulary, place, name)).find((spec) => spec !== undefined);
    const spec = carrier === null ? undefined : find(carrier);
    if (spec !== undefined) {
      this.#value(word, spec);
      return;
    }
    const places = carriers.filter((place) => find(place) !== undefined);
    if (places.length > 0) {
      const where = places.map((place) => carrierWords[place]).join(" or ");
      this.#report.error("COV2404", word.name.span, `\`@${dialect}.${name}\` belongs to ${where}`, {
        hint: carrier === null ? "nothing here takes engine settings" : `it means nothing on ${carrierWords[carrier]}`,
      });
      return;
    }
    const known = carriers
      .filter((place) => carrier === null || place === carrier)
      .flatMap((place) => speakers.flatMap((vocabulary) => [...vocabulary.settings[place].keys()]));
    const near = nearest(name, known);
    const others = [...new Set(known)].sort();
    this.#report.error("COV2402", word.name.span, `${dialect} has no setting \`${name}\`${placeWords(carrier)}`, {
      hint:
        near !== null ? `write \`@${dialect}.${near}\`` : others.length > 0 ? `it has ${listNames(others, 8)}` : null,
    });
  }

  #value(word: SettingWord, spec: SettingSpec): void {
    const name = `\`@${word.dialect.text}.${word.name.text.toLowerCase()}\``;
    const value = word.value?.sql.trim() ?? null;
    const fail = (title: string, hint: string) =>
      this.#report.error("COV2403", word.value?.span ?? word.span, title, { hint });
    if (spec.value === "none") {
      if (value !== null) fail(`${name} takes no value`, `write ${name} alone`);
    } else if (value === null || value === "") fail(`${name} needs a value`, `write it in parentheses. ${spec.doc}`);
    else if (spec.value === "number") {
      if (!/^[-+]?\d+(?:\.\d+)?$/.test(value)) fail(`${name} takes a number`, spec.doc);
    } else if (spec.value !== "text" && !spec.value.includes(value.toLowerCase())) {
      const near = nearest(value, spec.value);
      fail(
        `${name} does not take \`${value}\``,
        near === null ? `it takes ${listNames(spec.value)}` : `write \`${near}\``,
      );
    }
  }
}

function declarationCarrier({ kind }: Exclude<Declaration, ForDeclarations>): Carrier | "unknown" | null {
  if (kind === "table") return kind;
  return kind === "schema" || kind === "enum" || kind === "mixin" ? null : "unknown";
}

function carrierOf(node: Exclude<Member, ForMembers | PartitionByNode>): Carrier | null {
  if (node.kind === "column" || node.kind === "index") return node.kind;
  if (node.kind === "spread") return null;
  return node.kind === "unique" && node.where !== null ? "index" : "constraint";
}

function placeWords(carrier: Carrier | null): string {
  return carrier === null ? "" : ` on ${carrierWords[carrier]}`;
}
