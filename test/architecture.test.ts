/** The house as `docs/architecture.md` draws it: who may import whom, and the rules that keep its rooms apart. */

import { join } from "node:path";
import { expect } from "chai";
import { build } from "esbuild";
import { bareCode, roomOf, root, type SourceFile, sourceFiles, stringsOf } from "./support/source-tree.js";

const files = sourceFiles(["src", "grammar"]);
const byPath = new Map(files.map((file) => [file.path, file]));

/** What each room may import. `type:x` stands for types of one file. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  grammar: [],
  text: [],
  model: [],
  sql: [],
  diagnostic: ["text"],
  language: ["grammar", "text", "diagnostic", "model", "type:src/dialect/vocabulary.ts"],
  operation: ["model", "sql"],
  diff: ["model", "operation"],
  dialect: ["model", "operation", "sql", "diagnostic"],
  "dialects/*": ["dialect", "model", "operation", "sql", "diagnostic"],
  dialects: ["dialect", "dialects/*"],
  plan: ["model", "operation", "diff", "dialect", "diagnostic"],
  migration: ["plan", "dialect", "model", "operation", "sql", "diagnostic"],
  project: [
    "text",
    "diagnostic",
    "model",
    "sql",
    "grammar",
    "language",
    "operation",
    "diff",
    "dialect",
    "dialects",
    "plan",
    "migration",
  ],
  cli: ["project", "language", "diagnostic", "text"],
};

const drivers = ["pg", "better-sqlite3"];
const dialectNames = /\b(postgres|postgresql|mysql|mariadb|sqlite)\b/;
/** Rooms that run in a browser. */
const pure = ["text", "model", "sql", "diagnostic", "grammar", "language", "operation", "diff", "dialect", "dialects"];

function rule(room: string): readonly string[] {
  return mayImport[room.startsWith("dialects/") ? "dialects/*" : room] ?? [];
}

describe("architecture", () => {
  it("every folder of src is a room of the plan", () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)?.replace(/^dialects\/.*/, "dialects/*") ?? null));
    rooms.delete(null);
    expect([...rooms].sort()).to.deep.equal(Object.keys(mayImport).sort());
  });

  it("imports go one way", () => {
    const strays = files.flatMap(({ path, imports }) => {
      const room = roomOf(path);
      if (room === null) return [];
      return imports
        .filter(({ target, typeOnly }) => {
          const other = byPath.has(target) ? roomOf(target) : room;
          if (other === room) return false;
          if (typeOnly && rule(room).includes(`type:${target}`)) return false;
          return (
            other === null ||
            !rule(room).some((name) => name === other || (name === "dialects/*" && other.startsWith("dialects/")))
          );
        })
        .map(({ target }) => `${path} -> ${target}`);
    });
    expect(strays).to.deep.equal([]);
  });

  it("only the project imports the registry of dialects", () => {
    const importers = files.filter(({ imports }) =>
      imports.some(({ target }) => target === "src/dialects/registry.ts"),
    );
    expect(new Set(importers.map(({ path }) => roomOf(path)))).to.deep.equal(new Set(["project"]));
  });

  it("no file imports itself, by whatever way round", () => {
    expect(cycles(files)).to.deep.equal([]);
  });

  it("imports that are written exist", () => {
    const missing = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => /^(src|grammar)\//.test(target) && !byPath.has(target))
        .map(({ target }) => `${path} -> ${target}`),
    );
    expect(missing).to.deep.equal([]);
  });

  it("each driver is imported in one file, when it is first needed", () => {
    for (const driver of drivers) {
      const users = files.filter(({ imports }) =>
        imports.some(({ target, typeOnly }) => target === driver && !typeOnly),
      );
      expect(
        users.map(({ path }) => path.replace(/dialects\/\w+/, "dialects/x")),
        driver,
      ).to.deep.equal(["src/dialects/x/connection.ts"]);
      const fixed = users.flatMap(({ imports }) =>
        imports.filter(({ target, typeOnly, dynamic }) => target === driver && !typeOnly && !dynamic),
      );
      expect(fixed, driver).to.deep.equal([]);
    }
  });

  it("a dialect's connection is loaded when it is first needed", () => {
    const eager = files.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ target, typeOnly, dynamic }) =>
            /^src\/dialects\/\w+\/connection\.ts$/.test(target) && !typeOnly && !dynamic,
        )
        .map(({ target }) => `${path} -> ${target}`),
    );
    expect(eager).to.deep.equal([]);
  });

  it("names no dialect outside its own room and the project", () => {
    const strays = files
      .filter(({ path }) => !/^src\/(dialects|project)\//.test(path))
      .flatMap((file) =>
        stringsOf(file)
          .filter((text) => dialectNames.test(text))
          .map((text) => `${file.path}: ${text}`),
      );
    expect(strays).to.deep.equal([]);
  });

  it("the differ is blind: no attribute of a column, no word of a dialect", () => {
    const attributes = [...(byPath.get("src/model/column-schema.ts")?.text ?? "").matchAll(/^ {2}readonly (\w+):/gm)]
      .map(([, name]) => name ?? "")
      // Words that other nouns have too, and words of TypeScript.
      .filter((name) => !["name", "comment", "schema", "kind", "type", "as"].includes(name));
    expect(attributes).to.include.members(["nullable", "generated", "dimensions", "cycle"]);
    const words = new RegExp(`\\b(${attributes.join("|")})\\b|[.{,]\\s*type\\b(?! \\w)|"type"`, "g");
    for (const path of ["src/diff/diff.ts", "src/diff/pair.ts"])
      expect(
        [...(byPath.get(path)?.code ?? "").matchAll(words)].map(([word]) => word),
        path,
      ).to.deep.equal([]);
  });

  it("no dialect thinks of the other direction", () => {
    const strays = files.filter(({ path, text }) => path.startsWith("src/dialects/") && /backward/i.test(text));
    expect(strays.map(({ path }) => path)).to.deep.equal([]);
  });

  it("uses no `any` and silences no rule of the compiler", () => {
    const loose = /(:|<|\bas|\||,)\s*any\b(?!\w|\s*:)|@ts-(ignore|nocheck|expect-error)/;
    const strays = files.filter((file) => loose.test(bareCode(file)) || /@ts-(ignore|nocheck)/.test(file.text));
    expect(strays.map(({ path }) => path)).to.deep.equal([]);
  });

  it("the model has no optional fields", () => {
    const strays = files.filter(({ path, code }) => path.startsWith("src/model/") && /\w\?:/.test(code));
    expect(strays.map(({ path }) => path)).to.deep.equal([]);
  });

  it("has no barrels", () => {
    const isBarrel = ({ code }: SourceFile) => {
      const rest = code.replace(/^export\s[^;]*?\sfrom\s+"\.[^"]+";/gm, "").trim();
      return rest === "" && code.trim() !== "";
    };
    const barrels = files.filter((file) => file.path !== "src/index.ts" && isBarrel(file));
    expect(barrels.map(({ path }) => path)).to.deep.equal([]);
  });

  it("every file says in its first lines what it is for", () => {
    const silent = files.filter(({ text }) => !/^(#!.*\n)?\/\*\*[\s\S]*?\S[\s\S]*?\*\//.test(text));
    expect(silent.map(({ path }) => path)).to.deep.equal([]);
  });

  it("text … dialects bundle for a browser", async () => {
    const entries = files.filter(
      ({ path }) => pure.includes(roomOf(path) ?? "") && !path.endsWith("grammar/generate.ts"),
    );
    const contents = entries.map(({ path }, at) => `export * as room${at} from "./${path}";`).join("\n");
    const result = await build({
      stdin: { contents, resolveDir: root, loader: "ts" },
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "browser",
      logLevel: "silent",
      plugins: [
        {
          name: "connections stay outside",
          setup({ onResolve }) {
            onResolve({ filter: /\/connection\.js$/ }, ({ path, kind }) =>
              kind === "dynamic-import" ? { path, external: true } : null,
            );
          },
        },
      ],
    });
    const bundled = Object.keys(result.metafile.inputs);
    expect(bundled).to.include.members(["src/diff/order.ts", "src/dialects/registry.ts"]);
    expect(bundled.filter((path) => /^src\/dialects\/\w+\/dialect\.ts$/.test(path))).to.have.lengthOf.at.least(2);
    expect(bundled.filter((path) => /^src\/dialects\/\w+\/connection\.ts$/.test(path))).to.deep.equal([]);
    const left = Object.values(result.metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    expect(left.filter((path) => !path.endsWith("/connection.js"))).to.deep.equal([]);
  });
});

/** Each circle once, from its first file. Types count: they tie files together too. */
function cycles(list: readonly SourceFile[]): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(" -> "));
    if (at >= 0 || done.has(path)) return;
    for (const { target, dynamic } of byPath.get(path)?.imports ?? [])
      if (!dynamic && byPath.has(target)) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of list) walk(path, []);
  return found;
}

/** Kept here so that a moved root fails loudly. */
before(() => {
  expect(byPath.has("src/operation/operation.ts"), join(root, "src")).to.equal(true);
});
