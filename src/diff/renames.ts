/** From `@was` hints to rename operations: which of them still say something, and in which order names come free. */

import type { DatabaseSchema } from "../model/database-schema.js";
import type { Origin, RenameHint } from "../model/hints.js";
import { formatName, formatWord, type ObjectName, sameName } from "../model/name.js";
import { apply } from "../operation/apply.js";
import type { Operation } from "../operation/operation.js";
import { impliedRenames } from "./implied-renames.js";

/** Hints that contradict each other; none of them is used. */
export interface RenameProblem {
  readonly message: string;
  readonly hint: string;
  readonly origin: Origin;
}

/** Outer objects first: the hints of a table's members speak of the table by its new name. */
const nouns: readonly RenameHint["noun"][] = [
  "namespace",
  "table",
  "column",
  "enum",
  "enumValue",
  "domain",
  "domainCheck",
  "constraint",
  "index",
];

/**
 * The renames that lead towards `after`, each legal where it stands.
 *
 * A hint counts only where `before` has the old name and lacks the new one, or gives the new one up in another rename.
 * That something new takes the old name at the same time changes nothing: the values belong to what was renamed.
 * `asked` are renames a person asks for once: only they may swap names, for a swap looks the same before and after.
 */
export function resolveRenames(
  before: DatabaseSchema,
  after: DatabaseSchema,
  hints: readonly RenameHint[],
  asked: readonly RenameHint[] = [],
): Operation[] {
  return [...resolve(before, after, hints, asked).operations];
}

/** What stands between the hints and a plan, in words. */
export function renameProblems(
  before: DatabaseSchema,
  after: DatabaseSchema,
  hints: readonly RenameHint[],
  asked: readonly RenameHint[] = [],
): RenameProblem[] {
  return [...resolve(before, after, hints, asked).problems];
}

export interface Resolved {
  readonly operations: readonly Operation[];
  readonly problems: readonly RenameProblem[];
}

interface Move {
  readonly hint: RenameHint;
  readonly from: string;
  readonly to: string;
}

/** Both at once. */
export function resolve(
  before: DatabaseSchema,
  after: DatabaseSchema,
  hints: readonly RenameHint[],
  asked: readonly RenameHint[],
): Resolved {
  const once = new Set(asked);
  const operations: Operation[] = [];
  const problems: RenameProblem[] = [];
  let state = before;
  for (const noun of nouns) {
    for (const scope of scopes([...hints, ...asked].filter((hint) => hint.noun === noun))) {
      const [first] = scope;
      if (first === undefined) continue;
      const live = namesIn(state, first);
      const wanted = namesIn(after, first);
      const moves = usable(scope, live, wanted, once, problems);
      for (const { from, to } of inOrder(moves, live)) {
        const operation = operationFor(first, from, to);
        state = apply(state, operation);
        operations.push(operation);
      }
    }
  }
  return { operations: [...operations, ...impliedRenames(state, after)], problems };
}

/** Hints whose names share one list: the columns of a table, the tables of a namespace. */
function scopes(hints: readonly RenameHint[]): RenameHint[][] {
  const groups = new Map<string, RenameHint[]>();
  for (const hint of hints) {
    const key = isObject(hint) ? (hint.on?.schema ?? "") : hint.on === null ? "" : formatName(hint.on);
    groups.set(key, [...(groups.get(key) ?? []), hint]);
  }
  return [...groups.values()];
}

function isObject({ noun }: RenameHint): boolean {
  return noun === "table" || noun === "enum" || noun === "domain";
}

/** The names of everything in a hint's scope. */
function namesIn(schema: DatabaseSchema, { noun, on }: RenameHint): Set<string> {
  const inNamespace = (list: readonly ObjectName[]) => list.filter((item) => item.schema === (on?.schema ?? null));
  const owner = <T extends ObjectName>(list: readonly T[]) => list.find((item) => on !== null && sameName(item, on));
  const members = (list: readonly { readonly name: string | null }[] = []) => list.flatMap(({ name }) => name ?? []);
  switch (noun) {
    case "namespace":
      return new Set(members(schema.namespaces));
    case "table":
      return new Set(members(inNamespace(schema.tables)));
    case "enum":
      return new Set(members(inNamespace(schema.enums)));
    case "domain":
      return new Set(members(inNamespace(schema.domains)));
    case "enumValue":
      return new Set(owner(schema.enums)?.values);
    case "domainCheck":
      return new Set(members(owner(schema.domains)?.checks));
    case "column":
      return new Set(members(owner(schema.tables)?.columns));
    case "index":
      return new Set(members(owner(schema.tables)?.indexes));
    case "constraint":
      return new Set(members(owner(schema.tables)?.constraints));
  }
}

/** The moves that make sense together; one taken away may take others with it. */
function usable(
  scope: readonly RenameHint[],
  live: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
  once: ReadonlySet<RenameHint>,
  problems: RenameProblem[],
): Move[] {
  let moves = scope.flatMap((hint): Move[] => {
    const known = hint.from.filter((name) => live.has(name) && name !== hint.to);
    const from = known.find((name) => !wanted.has(name)) ?? known[0];
    return from !== undefined && wanted.has(hint.to) ? [{ hint, from, to: hint.to }] : [];
  });
  const remove = (gone: readonly Move[]) => {
    moves = moves.filter((move) => !gone.includes(move));
    return gone.length > 0;
  };
  const settle = () => {
    const makesSense = ({ to }: Move) => !live.has(to) || moves.some((other) => other.from === to);
    while (remove(moves.filter((move) => !makesSense(move))));
  };
  settle();
  const contested = moves.filter((move) => moves.some((other) => other !== move && clash(other, move)));
  for (const move of contested.slice(0, 1)) problems.push(contest(move, contested));
  if (remove(contested)) settle();
  const standing = moves.filter((move) => !once.has(move.hint) && inCycle(move, moves));
  for (const move of standing.slice(0, 1)) problems.push(swap(move));
  if (remove(standing)) settle();
  return moves;
}

function clash(a: Move, b: Move): boolean {
  return a.from === b.from || a.to === b.to;
}

function inCycle(move: Move, moves: readonly Move[]): boolean {
  let at: Move | undefined = move;
  for (let steps = 0; at !== undefined && steps < moves.length; steps++) {
    const { to }: Move = at;
    if (to === move.from) return true;
    at = moves.find(({ from }) => from === to);
  }
  return false;
}

/** Takes a free name first; where all wait for each other, one of them steps aside. */
function inOrder(moves: readonly Move[], live: ReadonlySet<string>): { from: string; to: string }[] {
  const names = new Set(live);
  const result: { from: string; to: string }[] = [];
  const go = (from: string, to: string) => {
    names.delete(from);
    names.add(to);
    result.push({ from, to });
  };
  let waiting = moves.map(({ from, to }) => ({ from, to }));
  while (waiting.length > 0) {
    const [first] = waiting;
    const next = waiting.find(({ to }) => !names.has(to));
    if (next !== undefined) {
      go(next.from, next.to);
      waiting = waiting.filter((move) => move !== next);
    } else if (first !== undefined) {
      const aside = freeName(names);
      go(first.from, aside);
      waiting = waiting.map((move) => (move === first ? { from: aside, to: first.to } : move));
    }
  }
  return result;
}

function freeName(names: ReadonlySet<string>): string {
  let n = 1;
  while (names.has(`covet_swap_${n}`)) n++;
  return `covet_swap_${n}`;
}

function operationFor({ noun, on }: RenameHint, from: string, to: string): Operation {
  if (noun === "namespace" || on === null) return { verb: "rename", noun: "namespace", on: null, from, to };
  switch (noun) {
    case "table":
    case "enum":
    case "domain":
      return { verb: "rename", noun, on: { schema: on.schema }, from, to };
    case "enumValue":
      return { verb: "rename", noun, on: { schema: on.schema, name: on.name, column: null }, from, to };
    case "column":
    case "index":
    case "constraint":
    case "domainCheck":
      return { verb: "rename", noun, on: { schema: on.schema, name: on.name }, from, to };
  }
}

function contest(move: Move, contested: readonly Move[]): RenameProblem {
  const others = contested.filter((other) => clash(other, move)).map(({ to }) => formatWord(to));
  return {
    message: `${formatWord(move.from)} cannot become ${[...new Set(others)].join(" and ")} at once`,
    hint: "take `@was` away from all but one",
    origin: move.hint.origin,
  };
}

function swap({ hint, from, to }: Move): RenameProblem {
  const dot = hint.on === null || isObject(hint) ? "" : `${formatName(hint.on)}.`;
  return {
    message: `${dot}${formatWord(from)} and ${dot}${formatWord(to)} would swap names on every plan: both exist before and after`,
    hint: `take the two \`@was\` away and ask for it once: covet plan --rename ${dot}${from}=${to} --rename ${dot}${to}=${from}`,
    origin: hint.origin,
  };
}
