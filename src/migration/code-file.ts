/** Reads a migration in TypeScript or JavaScript: checks what its file exports, and makes one step of each half. */

import { Failure } from "../diagnostic/failure.js";
import type { MigrationCode } from "./code.js";
import { type MigrationFile, nameOf } from "./file.js";
import type { FileHalf } from "./half.js";
import { fileFormat } from "./header.js";

/** Gives what the module of this text exports; throws Failure where it cannot be loaded. `shown` is for messages. */
export type CodeLoader = (path: string, text: string, shown: string) => Promise<unknown>;

/** `exported` is what the module of `text` exports; `path` is how people know it. */
export function readCodeFile(
  path: string,
  text: string,
  exported: unknown,
  dialectOf: (name: string) => unknown,
): MigrationFile {
  const code = checkCode(path, text, exported);
  const dialect = code.dialect ?? null;
  if (dialect !== null && dialectOf(dialect) === null)
    throw new Failure(`${path}: this covet does not know the dialect \`${dialect}\``);
  const half = (word: "forward" | "backward"): FileHalf => {
    const run = code[word]?.bind(code);
    if (run === undefined)
      return { steps: [], irreversible: code.irreversible ?? "it has no `backward` function", sql: "" };
    const statement = { kind: "code", text, run } as const;
    const step = { number: null, kind: "CODE", object: "", origin: null, guards: [], allows: [] };
    return {
      steps: [{ ...step, statements: [statement] }],
      irreversible: null,
      sql: `-- code: ${word}(db) of ${path}`,
    };
  };
  return {
    ...nameOf(path),
    path,
    kind: "code",
    format: fileFormat,
    app: code.app ?? null,
    dialect,
    plannedOn: "",
    transaction: code.transaction ?? "all",
    depends: code.depends ?? [],
    // What code touches is not known before it runs.
    before: new Map(),
    after: new Map(),
    header: new Map(),
    forward: half("forward"),
    backward: half("backward"),
    text,
    warnings: [],
  };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value.trim() !== "";
const isFunction: Check = (value) => typeof value === "function";

const parts: { readonly [K in keyof Required<MigrationCode>]: readonly [Check, string] } = {
  depends: [(value) => Array.isArray(value) && value.every(isText), "a list of names of migrations"],
  transaction: [(value) => value === "all" || value === "none", '"all" or "none"'],
  dialect: [isText, "the name of a dialect"],
  app: [isText, "the name of a project"],
  forward: [isFunction, "a function"],
  backward: [isFunction, "a function"],
  irreversible: [isText, "the reason, as text"],
};

const example = "Write `export default defineMigration({ async forward(db) { … }, async backward(db) { … } })`.";

function checkCode(path: string, text: string, exported: unknown): MigrationCode {
  const place = `${path}${exportLine(text)}`;
  // The loader gives a module without one as its own default.
  const code = isObject(exported) && "default" in exported ? exported.default : null;
  if (!isObject(code)) throw new Failure(`${path}: it has no default export`, { hint: example });
  for (const [name, value] of Object.entries(code)) {
    const part = Object.hasOwn(parts, name) ? parts[name as keyof MigrationCode] : undefined;
    if (part === undefined)
      throw new Failure(`${place}: a migration has no \`${name}\``, {
        hint: `It has ${Object.keys(parts).join(", ")}.`,
      });
    if (value !== undefined && !part[0](value)) throw new Failure(`${place}: \`${name}\` must be ${part[1]}`);
  }
  if (code.forward === undefined) throw new Failure(`${place}: it has no \`forward\` function`, { hint: example });
  if (code.backward !== undefined && code.irreversible !== undefined)
    throw new Failure(`${place}: it has a \`backward\` function and says that it is irreversible`, {
      hint: "Keep one of them.",
    });
  return code as unknown as MigrationCode;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function exportLine(text: string): string {
  const at = text.search(/^export default\b/m);
  return at < 0 ? "" : `:${text.slice(0, at).split("\n").length}`;
}

/** The first line of this file that an error's words or stack name. */
export function lineIn(path: string, words: string | undefined): number | null {
  const name = `${path.split(/[\\/]/).at(-1)}:`;
  const at = words?.indexOf(name) ?? -1;
  const line = at < 0 ? null : /^\d+/.exec(words?.slice(at + name.length) ?? "");
  return line === null ? null : Number(line[0]);
}
