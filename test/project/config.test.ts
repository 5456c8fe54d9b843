/** Config files: found upward, loaded from TypeScript, JavaScript and JSON, and checked word by word. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Failure } from "../../src/diagnostic/failure.js";
import { milliseconds } from "../../src/project/duration.js";
import { findConfig } from "../../src/project/find-config.js";
import { loadProject, type ProjectOptions } from "../../src/project/project.js";
import { readSchemaFiles } from "../../src/project/schema-files.js";
import { targetDialects } from "../../src/project/target.js";
import { maskUrl } from "../../src/project/url.js";

async function failure(work: () => unknown): Promise<Failure> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing failed");
}

describe("project configuration", () => {
  let folder = "";
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const load = (options: ProjectOptions = {}) => loadProject({ cwd: folder, env: {}, ...options });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "covet-config-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("works without a config file", async () => {
    const project = await load();
    expect(project.schema).to.deep.equal(["schemas"]);
    expect(project.migrations).to.equal(join(folder, "migrations"));
    expect(project.app).to.equal("default");
    expect(project.target).to.include({ name: null, dialect: "sqlite", label: "sqlite:covet.db" });
  });

  it("takes DATABASE_URL where there are no targets, and --url before it", async () => {
    const env = { DATABASE_URL: "postgres://ann:pa:ss@w@host/app" };
    const project = await load({ env });
    expect(project.target.dialect).to.equal("postgres");
    expect(project.target.label).to.equal("postgres://ann:***@host/app");
    expect((await load({ env, url: "sqlite:x.db" })).target.label).to.equal("sqlite:x.db");
  });

  it("loads TypeScript with types, defineConfig and env", async () => {
    write(
      "covet.config.ts",
      `import { defineConfig, env } from "covet";
       const lock: string = "2s";
       export default defineConfig({
         schema: ["a", "b/*.covet"], migrations: "db/{dialect}", app: "shop",
         targets: { dev: { url: env("SHOP_URL", "sqlite:shop.db"), lockTimeout: lock, guardTimeout: "3min" }, prod: { url: env("PROD_URL") } },
       });`,
    );
    const project = await load();
    expect(project.schema).to.deep.equal(["a", "b/*.covet"]);
    expect(project.migrations).to.equal(join(folder, "db/sqlite"));
    expect(project.app).to.equal("shop");
    expect(project.target).to.deep.include({ name: "dev", label: "sqlite:shop.db" });
    expect(project.target.connect.lockTimeout).to.equal(2000);
    expect(project.target.guardTimeoutMs).to.equal(180_000);
    expect((await load({ guardTimeout: "5s" })).target.guardTimeoutMs).to.equal(5_000);
    expect((await load({ guardTimeout: "0" })).target.guardTimeoutMs).to.equal(null);
    expect((await load({ url: "sqlite:x.db" })).target.guardTimeoutMs).to.equal(60_000);
    expect((await load({ env: { SHOP_URL: "postgresql://db/shop" } })).target.dialect).to.equal("postgres");
    const missing = await failure(() => load({ target: "prod" }));
    expect(missing.message).to.contain("PROD_URL");
    expect(missing.hint).to.contain(".env");
  });

  it("loads JavaScript and JSON", async () => {
    write("covet.config.json", `{ "targets": { "one": { "url": { "env": "ONE" } } } }`);
    expect((await load({ env: { ONE: "sqlite:one.db" } })).target.name).to.equal("one");
    write("covet.config.js", `export default { targets: { two: { url: "sqlite:two.db" } } };`);
    expect((await load()).target.name).to.equal("two");
    expect((await load({ config: "covet.config.json", env: { ONE: "sqlite::memory:" } })).target.name).to.equal("one");
  });

  it("is found upward, and paths start at its folder", async () => {
    write("covet.config.json", `{ "targets": { "dev": { "url": "sqlite:app.db" } } }`);
    write("deep/er/note.txt", "");
    const cwd = join(folder, "deep", "er");
    expect(findConfig(cwd)).to.equal(join(folder, "covet.config.json"));
    const project = await load({ cwd });
    expect(project.root).to.equal(folder);
    expect(project.target.connect.url).to.equal(`sqlite:${join("..", "..", "app.db")}`);
    expect((await load({ cwd, url: "sqlite:app.db" })).target.connect.url).to.equal("sqlite:app.db");
  });

  it("keeps one folder of migrations per dialect where targets differ", async () => {
    write("covet.config.json", `{ "targets": { "a": { "url": "sqlite:a.db" }, "b": { "url": "postgres://h/b" } } }`);
    expect((await load()).migrations).to.equal(join(folder, "migrations/sqlite"));
    const project = await load({ target: "b" });
    expect(project.migrations).to.equal(join(folder, "migrations/postgres"));
    expect(targetDialects(project, {})).to.deep.equal(["sqlite", "postgres"]);
    expect(targetDialects(project, { target: "b" })).to.deep.equal(["postgres"]);
  });

  const wrong: readonly (readonly [text: string, message: string, hint: string | null])[] = [
    [`{ "shema": "x" }`, "`shema` is not a setting", "write `schema`"],
    [`{ "schema": 5 }`, "`schema` must be a folder or a list", null],
    [`{ "targets": { "dev": {} } }`, "`targets.dev` has no `url`", "sqlite:app.db"],
    [`{ "targets": { "dev": { "url": "sqlite:x", "lock": 1 } } }`, "`targets.dev.lock` is not a setting", "known here"],
    [`[]`, "the configuration must be an object", null],
    [`{ "schema": `, "could not be loaded", "double quotes"],
    [`{ "targets": { "dev": { "url": "postgress://h/d" } } }`, "`postgress:`", "write postgres:"],
    [`{ "targets": { "dev": { "url": "app.db" } } }`, "`app.db` is not a database URL", "sqlite:app.db"],
    [`{ "targets": { "dev": { "url": "sqlite:x", "lockTimeout": "soon" } } }`, "`soon` is not a time", "2s"],
  ];
  for (const [text, message, hint] of wrong) {
    it(`answers ${text}`, async () => {
      write("covet.config.json", text);
      const said = await failure(load);
      expect(said.message).to.contain(message);
      if (hint !== null) expect(said.hint).to.contain(hint);
      expect(said.exitCode).to.equal(1);
    });
  }

  it("answers a wrong target and a missing config with a way out", async () => {
    write("covet.config.json", `{ "targets": { "prod": { "url": "sqlite:x" } } }`);
    expect((await failure(() => load({ target: "prd" }))).hint).to.equal("write --target prod");
    expect((await failure(() => load({ config: "nowhere.json" }))).message).to.contain("nowhere.json");
  });

  it("never shows a password", () => {
    expect(maskUrl("postgres://u:secret@h/d")).to.equal("postgres://u:***@h/d");
    expect(maskUrl("postgres://u:se@cr:et@h:5/d?x=1")).to.equal("postgres://u:***@h:5/d?x=1");
    expect(maskUrl("postgres://h/d?user=u&password=secret&x=1")).to.equal("postgres://h/d?user=u&password=***&x=1");
    expect(maskUrl("sqlite:a:b.db")).to.equal("sqlite:a:b.db");
  });

  it("reads times", () => {
    expect(["500ms", "2s", "1.5s", "10min", "1h", "7"].map((text) => milliseconds(text, "x"))).to.deep.equal([
      500, 2000, 1500, 600_000, 3_600_000, 7,
    ]);
  });

  it("reads schema files from folders, files and globs, each once, in order", async () => {
    write("covet.config.json", `{ "schema": ["more/**/*.covet", "schemas", "schemas/b.covet"] }`);
    for (const path of ["schemas/b.covet", "schemas/a/c.covet", "schemas/note.txt", "more/x/d.covet"]) write(path, "");
    const files = await readSchemaFiles(await load());
    expect(files.map(({ path }) => path)).to.deep.equal(["more/x/d.covet", "schemas/a/c.covet", "schemas/b.covet"]);
  });

  it("takes a missing or empty schema folder for a mistake", async () => {
    const project = await load();
    expect((await failure(() => readSchemaFiles(project))).message).to.equal(
      "the schema folder schemas does not exist",
    );
    mkdirSync(join(folder, "schemas"));
    const empty = await failure(() => readSchemaFiles(project));
    expect(empty.message).to.equal("there are no .covet files in schemas");
    expect(empty.hint).to.contain("covet init");
  });
});
