/** The comment lines a migration file starts with: who it is, what it stands on, what it changes. */

import { Failure } from "../diagnostic/failure.js";
import { absent } from "../plan/fingerprint.js";
import type { Fingerprints } from "../plan/planned.js";
import { findOutside, spell, spellText, splitOutside, unspell, unspellText } from "./spelling.js";

/** The format this covet writes, and the newest it reads. */
export const fileFormat = 1;

export interface Header {
  /** What the first line calls the migration: `20261122101500_add_nickname`. */
  readonly name: string;
  readonly format: number;
  readonly app: string;
  readonly dialect: string;
  readonly plannedOn: string;
  readonly transaction: "all" | "none";
  /** Names of migrations. */
  readonly depends: readonly string[];
  readonly before: Fingerprints;
  readonly after: Fingerprints;
  /** Words this covet does not know, kept as they are. */
  readonly unknown: ReadonlyMap<string, string>;
}

export function writeHeader(header: Omit<Header, "unknown">): string[] {
  const facts = [
    `format: ${header.format}`,
    `app: ${spellText(header.app)}`,
    `dialect: ${spellText(header.dialect)}`,
    `planned on: ${spellText(header.plannedOn)}`,
    `transaction: ${header.transaction}`,
  ];
  const lines = [`-- covet migration ${header.name}`, `-- ${facts.join(" · ")}`];
  if (header.depends.length > 0) lines.push(`-- depends: ${header.depends.map((name) => spell(name)).join(", ")}`);
  if (header.before.size > 0) lines.push(`-- before: ${writeFingerprints(header.before)}`);
  if (header.after.size > 0) lines.push(`-- after:  ${writeFingerprints(header.after)}`);
  return lines;
}

export function writeFingerprints(fingerprints: Fingerprints): string {
  return [...fingerprints].map(([object, hash]) => `${spell(object)}@${hash}`).join(", ");
}

/** Reads the header of a text with LF line ends; also gives the offset where it ends. */
export function readHeader(path: string, text: string): { header: Header; end: number } {
  const first = /^-- covet migration (\S.*)(?:\n|$)/.exec(text);
  if (first === null)
    throw new Failure(`${path}:1: this is not a covet migration`, {
      hint: "A migration starts with the line `-- covet migration NAME`. Other SQL files belong in another folder.",
    });
  const words = new Map<string, { value: string; line: number }>();
  let end = first[0].length;
  let line = 2;
  for (; text.startsWith("--", end) && !text.startsWith("-- covet:", end); line++) {
    const lineEnd = text.indexOf("\n", end);
    const content = text.slice(end + 2, lineEnd < 0 ? text.length : lineEnd).trim();
    for (const [word, value] of readWords(content)) {
      if (words.has(word))
        throw new Failure(`${path}:${line}: the header says \`${word}\` twice`, {
          hint: "Keep one. Two often come from a merge.",
        });
      words.set(word, { value, line });
    }
    end = lineEnd < 0 ? text.length : lineEnd + 1;
  }
  return { header: build(path, (first[1] ?? "").trim(), words), end };
}

/** `format: 1 · app: default`. A line with no `word:` in front is a comment. */
function readWords(content: string): (readonly [word: string, value: string])[] {
  return splitOutside(content, " · ").flatMap((part) => {
    const match = /^([a-z][a-z ]*):(?: (.*))?$/.exec(part.trim());
    return match === null ? [] : [[match[1] ?? "", (match[2] ?? "").replace(/^ +| +$/g, "")] as const];
  });
}

type Words = ReadonlyMap<string, { readonly value: string; readonly line: number }>;

const known = ["format", "app", "dialect", "planned on", "transaction", "depends", "before", "after"];

function build(path: string, name: string, words: Words): Header {
  const need = (word: string): { value: string; line: number } => {
    const found = words.get(word);
    if (found === undefined || found.value === "")
      throw new Failure(`${path}:1: the header does not say \`${word}: …\``, {
        hint: `The second line of a migration is \`-- format: ${fileFormat} · app: … · dialect: … · planned on: … · transaction: all\`.`,
      });
    return found;
  };
  // Before anything else: a newer format may have changed all the rest.
  const format = need("format");
  if (!/^\d{1,6}$/.test(format.value))
    throw new Failure(`${path}:${format.line}: format \`${format.value}\` is not a number`);
  if (Number(format.value) > fileFormat)
    throw new Failure(
      `${path}:${format.line}: written in format ${format.value}; this covet reads up to ${fileFormat}`,
      {
        hint: "Use the newer covet that wrote it.",
      },
    );
  const transaction = need("transaction");
  if (transaction.value !== "all" && transaction.value !== "none")
    throw new Failure(`${path}:${transaction.line}: transaction is \`all\` or \`none\`, not \`${transaction.value}\``);
  const depends = words.get("depends")?.value ?? "";
  return {
    name,
    format: Number(format.value),
    app: unspellText(need("app").value),
    dialect: unspellText(need("dialect").value),
    plannedOn: unspellText(words.get("planned on")?.value ?? ""),
    transaction: transaction.value,
    depends: depends === "" ? [] : splitOutside(depends, ",").map((part) => unspell(part.replace(/^ +| +$/g, ""))),
    before: readFingerprints(path, words, "before"),
    after: readFingerprints(path, words, "after"),
    unknown: new Map([...words].filter(([word]) => !known.includes(word)).map(([word, { value }]) => [word, value])),
  };
}

function readFingerprints(path: string, words: Words, word: "before" | "after"): Fingerprints {
  const found = words.get(word);
  const result = new Map<string, string>();
  if (found === undefined || found.value === "") return result;
  for (const part of splitOutside(found.value, ",").map((text) => text.replace(/^ +| +$/g, ""))) {
    const at = findOutside(part, "@");
    const hash = part.slice(at + 1);
    if (at <= 0 || (hash !== absent && !/^[0-9a-f]{8}$/.test(hash)))
      throw new Failure(`${path}:${found.line}: \`${part}\` in \`${word}:\` is not an object and its fingerprint`, {
        hint: "Each is written `users@3f2a91c0`, or `users@-` where the object does not exist.",
      });
    result.set(unspell(part.slice(0, at)), hash);
  }
  return result;
}
