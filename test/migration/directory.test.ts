import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readMigrations, writeMigrations } from "../../src/migration/directory.js";
import { evaluateModule } from "../../src/project/load-module.js";
import { failureOf } from "./bench.js";
import { reader } from "./samples.js";

const text = (name: string, depends = "") => `-- covet migration ${name}
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
${depends === "" ? "" : `-- depends: ${depends}\n`}
-- covet:forward
SELECT 1;
`;
const [a, b, c] = ["20260101000000_a", "20260102000000_b", "20260103000000_c"] as const;

describe("the migrations folder", () => {
  let root: string;
  let folder: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "covet-folder-"));
    folder = join(root, "db", "migrations");
  });
  afterEach(() => rm(root, { recursive: true }));
  const names = async () =>
    (await readMigrations(folder, () => reader, evaluateModule, "migrations")).map(({ name }) => name);

  it("holds nothing where it does not exist", async () => {
    expect(await names()).to.deep.equal([]);
  });

  it("takes new files, all of them or none, and never overwrites", async () => {
    expect(await writeMigrations(folder, [text(a), text(b)])).to.deep.equal(
      [a, b].map((name) => join(folder, `${name}.sql`)),
    );
    expect(await readFile(join(folder, `${a}.sql`), "utf8")).to.equal(text(a));
    const failure = await failureOf(writeMigrations(folder, [text(c), text(a, c)]));
    expect(failure.message).to.contain(`${a}.sql exists already`);
    expect((await readdir(folder)).sort()).to.deep.equal([".gitattributes", `${a}.sql`, `${b}.sql`]);
    expect(await readFile(join(folder, `${a}.sql`), "utf8")).to.equal(text(a));
  });

  it("tells git to keep line ends, and git does", async () => {
    await writeMigrations(folder, [text(a)]);
    await writeMigrations(folder, [text(b)]);
    const attributes = await readFile(join(folder, ".gitattributes"), "utf8");
    expect(attributes.match(/\*\.sql text eol=lf/g)).to.have.length(1);
    const git = (...args: string[]) =>
      execFileSync("git", ["-C", root, "-c", "core.autocrlf=true", ...args], { encoding: "utf8" });
    git("init", "-q");
    expect(git("check-attr", "eol", `db/migrations/${a}.sql`)).to.contain("eol: lf");
  });

  it("adds its line to attributes that are there", async () => {
    await writeMigrations(folder, []);
    await writeFile(join(folder, ".gitattributes"), "*.png binary");
    await writeMigrations(folder, [text(a)]);
    expect(await readFile(join(folder, ".gitattributes"), "utf8")).to.match(
      /^\*\.png binary\n# .*\n\*\.sql text eol=lf\n$/,
    );
  });

  it("is read in the order of dependencies, else of ids; other files are let be", async () => {
    await writeMigrations(folder, [text(a, c), text(b), text(c)]);
    await writeFile(join(folder, "README.md"), "# notes");
    await writeFile(join(folder, "notes.sql"), "SELECT");
    expect(await names()).to.deep.equal([b, c, a]);
  });

  it("says which dependency is missing, and shows a circle", async () => {
    await writeMigrations(folder, [text(a, b)]);
    expect((await failureOf(names())).message).to.equal(
      `migrations/${a}.sql: depends on ${b}, which is not in the folder`,
    );
    await writeMigrations(folder, [text(b, a)]);
    expect((await failureOf(names())).message).to.contain("in a circle: 20260101000000_a, 20260102000000_b");
  });

  it("refuses two files with one id", async () => {
    await writeMigrations(folder, [text(a), text("20260101000000_z")]);
    expect((await failureOf(names())).message).to.contain("another migration has the id 20260101000000");
  });

  it("holds migrations in TypeScript and JavaScript among those in SQL", async () => {
    await writeMigrations(folder, [text(a, "20260104000000_four"), text(b)]);
    const forward = "async forward() {}";
    const files = {
      "20260103000000_three.mts": `const depends: string[] = ["${a}"];\nexport default { depends, ${forward} };`,
      "20260104000000_four.ts": `import { defineMigration } from "covet";\nexport default defineMigration({ ${forward} });`,
      "20260105000000_five.js": `export default { ${forward} };`,
      "20260106000000_six.mjs": `export default { ${forward} };`,
      "20260107000000_seven.cts": `export default { ${forward} };`,
      "20260108000000_types.d.ts": "export declare const nothing: string;",
      "helper.ts": "throw new Error();",
    };
    for (const [name, code] of Object.entries(files)) await writeFile(join(folder, name), code);
    expect(await names()).to.deep.equal([
      b, "20260104000000_four", a, "20260103000000_three", "20260105000000_five", "20260106000000_six", "20260107000000_seven",
    ]); // biome-ignore format: one list
  });

  it("says what is in the way when it cannot be written", async () => {
    await writeFile(join(root, "db"), "a file");
    const unwritable = await failureOf(writeMigrations(folder, [text(a)]));
    expect(unwritable.message).to.contain("cannot write to the migrations folder");
    expect(unwritable.hint).to.contain("`migrations` in the configuration");
    const unreadable = await failureOf(names());
    expect(unreadable.message).to.contain("cannot read the migrations folder");
    expect(unreadable.hint).to.contain("`migrations` in the configuration");
  });
});
