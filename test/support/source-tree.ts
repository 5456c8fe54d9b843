/** The source files as the architecture test sees them: what each imports, and its code without comments. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

export interface Import {
  /** A path below the root with its `.ts`, or a package or `node:` name. */
  readonly target: string;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

export interface SourceFile {
  /** Below the root, forward slashes: `src/diff/diff.ts`. */
  readonly path: string;
  readonly text: string;
  /** Comments blanked out. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** The hand-written TypeScript files below some folders. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
      .sort()
      .map((name) => readSource(posix.join(folder, name.replaceAll("\\", "/")))),
  );
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const code = withoutComments(text);
  const fixed = [...code.matchAll(/^(?:import|export)\s+(type\s)?(?:[^;"'`]*?\sfrom\s+)?"([^"]+)"/gm)];
  const dynamic = [...code.matchAll(/\bimport\(\s*"([^"]+)"/g)];
  return {
    path,
    text,
    code,
    imports: [
      ...fixed.map(([, type, name]) => ({ target: target(path, name), typeOnly: type !== undefined, dynamic: false })),
      ...dynamic.map(([, name]) => ({ target: target(path, name), typeOnly: false, dynamic: true })),
    ],
  };
}

function target(path: string, name = ""): string {
  return name.startsWith(".") ? posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts") : name;
}

/** String, regular expression, comment: whichever begins first. */
const pieces = new RegExp(
  [
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)/,
    /(?<=[=(,:[!&|?{};\s])(\/(?![*/ ])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*)/,
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

function withoutComments(text: string): string {
  return text.replace(
    pieces,
    (_all, string: string | undefined, pattern: string | undefined) => string ?? pattern ?? "",
  );
}

/** The string literals and templates of a file, quotes included. */
export function stringsOf({ code }: SourceFile): string[] {
  return [...code.matchAll(pieces)].flatMap(([, string]) => string ?? []);
}

/** The code without what strings and regular expressions say. */
export function bareCode({ code }: SourceFile): string {
  return code.replace(pieces, (_all, string: string | undefined) => (string?.startsWith("`") === true ? string : '""'));
}

/** The room a file lives in: `diff`, `dialects/sqlite`, `grammar`; null at the top of `src`. */
export function roomOf(path: string): string | null {
  const [top, first, second, third] = path.split("/");
  if (top !== "src") return top ?? null;
  if (second === undefined) return null;
  return first === "dialects" && third !== undefined ? `dialects/${second}` : (first ?? null);
}
