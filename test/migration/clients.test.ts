import { expect } from "chai";
import { type MigrationFile, nextId, writeMigrationFile } from "../../src/migration/file.js";
import { makePlan } from "../../src/plan/plan.js";
import { bindCase, type Case, readCases } from "../support/case.js";
import { mariadb, mysql, psql, sqlite3 } from "../support/clients.js";
import { type TestEngine, testEngines } from "../support/engines.js";
import { run } from "../support/servers/command.js";
import { Bench } from "./bench.js";

/** Cases with text that is hard to cut, and with files of every kind. */
const chosen = [
  "table-names-hostile",
  "table-names-keywords",
  "column-defaults-strings",
  "column-comment",
  "column-rename-used",
  "column-set-not-null",
  "enum-remove-value",
  "enum-add-value-and-use",
  "index-concurrent",
  "index-expression",
  "many-changes-one-table",
  "many-tables",
  "table-drop-foreign-key-cycle",
];
const cases = readCases().filter(({ name }) => chosen.includes(name));

/** Feeds a text to the engine's own client, which stops at the first error. */
async function feed(engine: TestEngine, url: string, input: string): Promise<void> {
  const { name } = engine.dialect;
  if (name === "sqlite") await run(await sqlite3(), ["-bail", url.slice("sqlite:".length)], { input });
  else if (name === "postgres")
    await run(await psql(), ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", url], { input });
  else await run(await (name === "mysql" ? mysql() : mariadb()), mysqlArguments(new URL(url)), { input });
}

function mysqlArguments({ hostname, port, username, password, pathname }: URL): string[] {
  const account = [`--host=${hostname}`, `--port=${port}`, `--user=${username}`, `--password=${password}`];
  return ["--no-defaults", "--batch", "--default-character-set=utf8mb4", ...account, pathname.slice(1)];
}

/** The files that lead the bench's database to a schema file of a case; they are applied there. */
async function migrate(
  bench: Bench,
  item: Case,
  file: string,
  earlier: readonly MigrationFile[],
): Promise<MigrationFile[]> {
  const { dialect } = bench.engine;
  const bound = bindCase(item, file, dialect.vocabulary);
  const scope = { namespaces: ["billing"], unmanaged: bound.unmanaged };
  const { plan } = await makePlan({
    dialect,
    connection: bench.connection,
    after: bound.schema,
    hints: bound.hints,
    scope,
    known: { has: () => false },
  });
  const files: MigrationFile[] = [];
  for (const planned of plan.migrations) {
    const id = nextId(
      [...earlier, ...files].map((one) => one.id),
      new Date(),
    );
    const plannedOn = bench.connection.version;
    const text = writeMigrationFile(planned, {
      id,
      app: "default",
      dialect: dialect.name,
      plannedOn,
      depends: [],
      allow: [],
    });
    files.push(bench.parse(text, /^-- covet migration (.*)$/m.exec(text)?.[1] ?? ""));
  }
  await bench.apply([...earlier, ...files], { scope });
  return files;
}

// The client is the same for every version of a server.
for (const engine of testEngines.filter(({ name }) => name !== "postgres18"))
  describe(`halves of migration files in the client of ${engine.name}`, () => {
    it("has all the chosen cases", () => {
      expect(cases.map(({ name }) => name)).to.have.members(chosen);
    });

    for (const item of cases)
      if (item.facts.unsupported[engine.dialect.name] === undefined)
        it(item.name, async () => {
          const [ours, theirs] = [await Bench.open(engine), await Bench.open(engine)];
          try {
            const empty = await ours.oracle();
            const first = await migrate(ours, item, "before.covet", []);
            const before = await ours.oracle();
            const second = await migrate(ours, item, "after.covet", first);
            expect(second).to.have.length(item.facts.expect[engine.dialect.name]?.files ?? -1);
            for (const { forward } of first) await feed(engine, theirs.database.url, forward.sql);
            expect(await theirs.oracle()).to.deep.equal(before);
            for (const { forward } of second) await feed(engine, theirs.database.url, forward.sql);
            expect(await theirs.oracle()).to.deep.equal(await ours.oracle());
            for (const { backward } of [...second].reverse()) await feed(engine, theirs.database.url, backward.sql);
            expect(await theirs.oracle()).to.deep.equal(before);
            for (const { backward } of [...first].reverse()) await feed(engine, theirs.database.url, backward.sql);
            expect(await theirs.oracle()).to.deep.equal(empty);
          } finally {
            await ours.close();
            await theirs.close();
          }
        });
  });
