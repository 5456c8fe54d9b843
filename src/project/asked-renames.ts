/** `covet plan --rename users.name=full_name`: what of the database and of the schema files its words mean. */

import { Failure } from "../diagnostic/failure.js";
import { nearest } from "../language/suggest.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import type { RenameHint } from "../model/hints.js";
import { formatName, formatWord, type ObjectName, sameName } from "../model/name.js";

interface Asked {
  /** As it was typed. */
  readonly flag: string;
  /** What the name is part of: nothing, a schema, a table, a schema and a table. */
  readonly path: readonly string[];
  readonly from: string;
  readonly to: string;
}

type Noun = RenameHint["noun"];

/** What one name may stand for, with the names that stand beside it before and after. */
interface Meaning {
  readonly noun: Noun;
  readonly on: ObjectName | null;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const nouns: Readonly<Record<Noun, string>> = {
  namespace: "schema",
  table: "table",
  enum: "enum",
  column: "column",
  index: "index",
  constraint: "constraint",
  enumValue: "enum value",
  domain: "domain",
  domainCheck: "check",
};

/** `after` as the files have it: there an enum has its values, whatever the engine makes of enums. */
export function askedRenames(
  flags: readonly string[],
  standing: readonly RenameHint[],
  before: DatabaseSchema,
  after: DatabaseSchema,
): RenameHint[] {
  const asked = flags.map(parse);
  refuseTwice(asked, ({ path, from }) => [...path, from]);
  refuseTwice(asked, ({ path, to }) => [...path, to]);
  const outer = asked
    .filter(({ path }) => path.length < 2)
    .flatMap((one) => fitting(one, meanings(one, [], before, after)));
  const tables = [...standing, ...outer].filter(({ noun }) => ["table", "enum", "domain"].includes(noun));
  const known = [...before.tables, ...after.tables, ...after.enums, ...after.domains].map(formatName);
  return asked.map((one) => only(one, meanings(one, tables, before, after), known));
}

function parse(flag: string): Asked {
  const word = '(?:"(?:[^"]|"")*"|[^".=]+)';
  const [, left, right] = new RegExp(`^((?:${word}\\.)*${word})=((?:${word}\\.)*${word})$`).exec(flag.trim()) ?? [];
  const words = (text: string) =>
    [...text.matchAll(new RegExp(word, "g"))].map(([found]) =>
      found.startsWith('"') ? found.slice(1, -1).replaceAll('""', '"') : found.trim(),
    );
  const from = words(left ?? "");
  const to = words(right ?? "");
  const path = from.slice(0, -1);
  const wellFormed = from.length <= 3 && (to.length === 1 || to.slice(0, -1).join("\0") === path.join("\0"));
  const [name, other] = [from.at(-1), to.at(-1)];
  if (name === undefined || other === undefined || !wellFormed || name === other) {
    throw new Failure(`--rename ${flag} is not a rename`, {
      hint: "write --rename accounts=users for a table, --rename users.name=full_name for what is in one",
    });
  }
  return { flag, path, from: name, to: other };
}

function refuseTwice(asked: readonly Asked[], name: (one: Asked) => readonly string[]): void {
  const seen = new Map<string, Asked>();
  for (const one of asked) {
    const key = JSON.stringify(name(one));
    const first = seen.get(key);
    if (first !== undefined)
      throw new Failure(`--rename ${first.flag} and --rename ${one.flag} contradict each other`, {
        hint: "leave one of them out",
      });
    seen.set(key, one);
  }
}

function meanings(
  { path }: Asked,
  tables: readonly RenameHint[],
  before: DatabaseSchema,
  after: DatabaseSchema,
): Meaning[] {
  const named = (list: readonly { readonly name: string | null }[] = []) => list.flatMap(({ name }) => name ?? []);
  const found: Meaning[] = [];
  if (path.length === 0)
    found.push({ noun: "namespace", on: null, before: named(before.namespaces), after: named(after.namespaces) });
  if (path.length < 2) {
    const on = { schema: path[0] ?? null, name: "" };
    const inside = (list: readonly ObjectName[]) => named(list.filter(({ schema }) => schema === on.schema));
    found.push({ noun: "table", on, before: inside(before.tables), after: inside(after.tables) });
    found.push({ noun: "enum", on, before: inside(before.enums), after: inside(after.enums) });
    found.push({ noun: "domain", on, before: inside(before.domains), after: inside(after.domains) });
  }
  const owner = path.at(-1);
  if (owner === undefined) return found;
  const written = { schema: path.length === 2 ? (path[0] ?? null) : null, name: owner };
  // Either name of an owner that is itself renamed.
  const move = tables.find(
    ({ on, from, to }) => on?.schema === written.schema && (from.includes(owner) || to === owner),
  );
  const was = { ...written, name: move?.from.find((name) => has(before, { ...written, name })) ?? owner };
  const on = { ...written, name: move?.to ?? owner };
  const [first, last] = [before, after].map((schema, at) => ({
    table: schema.tables.find((table) => sameName(table, at === 0 ? was : on)),
    values: schema.enums.find((item) => sameName(item, at === 0 ? was : on))?.values,
    checks: schema.domains.find((item) => sameName(item, at === 0 ? was : on))?.checks,
  }));
  if (first?.table !== undefined && last?.table !== undefined)
    for (const noun of ["column", "index", "constraint"] as const) {
      const list = noun === "index" ? "indexes" : (`${noun}s` as const);
      found.push({ noun, on, before: named(first.table[list]), after: named(last.table[list]) });
    }
  if (last?.checks !== undefined)
    found.push({ noun: "domainCheck", on, before: named(first?.checks), after: named(last.checks) });
  if (last?.values !== undefined)
    // Where the engine has no enums, its columns know the values: whether one had the name shows when they are renamed.
    found.push({ noun: "enumValue", on, before: first?.values ?? inlineValues(before), after: last.values });
  return found;
}

function has({ tables, enums, domains }: DatabaseSchema, name: ObjectName): boolean {
  return [...tables, ...enums, ...domains].some((item) => sameName(item, name));
}

/** What columns of an inline enum list: `enum('a', 'b')`. */
function inlineValues({ tables }: DatabaseSchema): string[] {
  return tables.flatMap(({ columns }) =>
    columns.flatMap(({ type }) =>
      type.name === "enum" ? type.args.map((arg) => arg.replace(/^'|'$/g, "").replaceAll("''", "'")) : [],
    ),
  );
}

function fitting({ flag, from, to }: Asked, possible: readonly Meaning[]): (RenameHint & Meaning)[] {
  const origin = { path: `--rename ${flag}`, line: 0 };
  return possible
    .filter(({ before, after }) => before.includes(from) && after.includes(to))
    .map((meaning) => ({ ...meaning, from: [from], to, origin }));
}

function only(asked: Asked, possible: readonly Meaning[], tables: readonly string[]): RenameHint {
  const [one, another] = fitting(asked, possible);
  if (one === undefined) throw unknown(asked, possible, tables);
  const { noun, on, from, to, origin } = one;
  if (another === undefined) return { noun, on, from, to, origin };
  throw new Failure(`--rename ${asked.flag} may mean the ${nouns[noun]} or the ${nouns[another.noun]}`, {
    hint: `write @was(${formatWord(asked.from)}) in the schema file, beside the one that is meant`,
  });
}

function unknown({ flag, path, from, to }: Asked, possible: readonly Meaning[], tables: readonly string[]): Failure {
  const answer = (what: string, near: string | null, known: string | null) =>
    new Failure(`--rename ${flag}: ${what}`, { hint: near ?? known });
  const shown = (words: readonly string[]) => words.map(formatWord).join(".");
  const owner = path.at(-1);
  const filled = possible.filter(({ before, after }) => before.length + after.length > 0);
  if (owner !== undefined && filled.length === 0) {
    const near = nearest(shown(path), tables);
    const right = near === null ? null : `write --rename ${near}.${formatWord(from)}=${formatWord(to)}`;
    return answer(
      `there is no table \`${shown(path)}\``,
      right,
      "the names are those of the database, schema.table.column",
    );
  }
  const known = filled.filter(({ before }) => before.includes(from));
  const words = (known.length > 0 ? known : filled).flatMap(({ before, after }) => (known.length > 0 ? after : before));
  const near = nearest(known.length > 0 ? to : from, words);
  const place = path.length === 0 ? "" : ` in \`${shown(path)}\``;
  return known.length > 0
    ? answer(
        `the schema files have no \`${formatWord(to)}\`${place}`,
        near === null ? null : `write --rename ${shown([...path, from])}=${formatWord(near)}`,
        "write the new name in the schema file first",
      )
    : answer(
        `the database has no \`${formatWord(from)}\`${place}`,
        near === null || near === to ? null : `write --rename ${shown([...path, near])}=${formatWord(to)}`,
        "the name before the = is the one the database has now",
      );
}
