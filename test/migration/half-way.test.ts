/**
 * A migration of more than ten statements, where DDL commits by itself, stopped at each of them: by an error of the
 * engine, and by a SIGKILL of the installed command just before and just after. Then it goes on to the end, or back. The
 * default suite takes a sample of statements for each.
 */

import { rm } from "node:fs/promises";
import { expect } from "chai";
import { type MigrationFile, writeMigrationFile } from "../../src/migration/file.js";
import { numbered } from "../../src/migration/run.js";
import { makePlan } from "../../src/plan/plan.js";
import { build } from "../cli/covet.js";
import { bindText, type Target } from "../support/covet.js";
import { rowsOf, type TestEngine, testEngines } from "../support/engines.js";
import { sample } from "../support/thorough.js";
import { Bench, failureOf, scope } from "./bench.js";
import { projectWith, startCovet } from "./cli.js";
import { refusing } from "./refusing.js";
import { sqlProxy } from "./sql-proxy.js";

const schemaBefore = `
enum state { draft, live, gone }
table authors {
  id bigint identity primary key
  name varchar(80)
  legacy varchar(20)?
  index (name) as authors_name
}
table posts {
  id int identity primary key
  author_id bigint
  title varchar(100)
  state state = 'draft'
  score int = 0
  check (score >= 0) as posts_score
}
table notes {
  id bigint primary key
  post_id int -> posts.id on delete cascade as notes_post
  body varchar(200)
}`;

const schemaAfter = `
enum state { draft, live, archived @was(gone) }
table authors {
  id bigint identity primary key
  name varchar(200)
}
table posts {
  id bigint identity primary key
  author_id bigint -> authors.id as posts_author
  headline varchar(100) @was(title)
  slug varchar(100)?
  state state = 'draft'
  score int = 0
  check (score > -1) as posts_score_min
  index (slug) as posts_slug
}
table remarks @was(notes) {
  id bigint primary key
  post_id bigint -> posts.id on delete cascade as notes_post
  body varchar(200)
}
table tags {
  id bigint identity primary key
  label varchar(40)
  unique index (label) as tags_label
}`;

const rows = [
  "INSERT INTO authors (id, name) VALUES (1, 'Ada'), (2, 'Grace')",
  "INSERT INTO posts (id, author_id, title, state, score) VALUES (1, 1, 'One', 'draft', 3), (2, 2, 'Two', 'gone', 0), (3, 1, 'Three', 'live', 7)",
  "INSERT INTO notes (id, post_id, body) VALUES (1, 2, 'seen'), (2, 3, 'it''s \\\\ here')",
];

interface Prepared {
  readonly bench: Bench;
  readonly files: readonly MigrationFile[];
}

/** A change of a schema as a migration file, planned by covet on the database as it is. */
async function plan(bench: Bench, schema: string, id: string): Promise<MigrationFile> {
  const { dialect } = bench.engine;
  const bound = bindText(schema, dialect.name as Target);
  expect(bound.diagnostics.filter(({ severity }) => severity === "error")).to.deep.equal([]);
  const result = await makePlan({
    dialect,
    connection: bench.connection,
    after: bound.schema,
    hints: bound.hints,
    scope,
    known: { has: () => false },
  });
  const [migration, second] = result.plan.migrations;
  if (migration === undefined || second !== undefined) throw new Error("this is not one migration");
  const text = writeMigrationFile(migration, {
    id,
    app: "default",
    dialect: dialect.name,
    plannedOn: bench.connection.version,
    depends: [],
    allow: [],
  });
  return bench.parse(text, `${id}_${migration.slug}`);
}

/** Shape as the engine tells it, and all rows. */
async function everything({ engine, connection, database }: Bench): Promise<readonly string[]> {
  const { schema } = await engine.dialect.introspect(connection, scope);
  const contents: string[] = [];
  for (const { name } of schema.tables)
    contents.push(...(await rowsOf(connection, engine.dialect.quote(name))).map((row) => `${name}: ${row}`));
  return [...(await engine.oracle(database.url)), ...contents.sort()];
}

async function prepare(engine: TestEngine, files: readonly MigrationFile[] | null): Promise<Prepared> {
  const bench = await Bench.open(engine);
  const init = files?.[0] ?? (await plan(bench, schemaBefore, "20260101000000"));
  await bench.apply([init]);
  for (const sql of rows) await bench.connection.execute(sql);
  return { bench, files: files ?? [init, await plan(bench, schemaAfter, "20260102000000")] };
}

for (const engine of testEngines.filter(({ dialect }) => !dialect.capabilities.transactionalDdl))
  describe(`a migration stopped at each of its statements on ${engine.name}`, function () {
    this.timeout(600_000);
    /** Planned once: every database starts alike. */
    let files: readonly MigrationFile[];
    let statements: readonly string[];
    let start: readonly string[];
    let end: readonly string[];

    before(async () => {
      build();
      const { bench, files: planned } = await prepare(engine, null);
      files = planned;
      statements = numbered(planned[1] as MigrationFile, "forward").map(({ statement }) =>
        statement.kind === "sql" ? statement.sql : "",
      );
      start = await everything(bench);
      await bench.apply(files);
      end = await everything(bench);
      await bench.rollback(files);
      expect(await everything(bench)).to.deep.equal(start);
      await bench.close();
    });

    it("has more than ten statements, all different", () => {
      expect(statements.length).to.be.greaterThan(10);
      expect(new Set(statements).size).to.equal(statements.length);
    });

    async function eachStatement(
      stop: (bench: Bench, statement: string) => Promise<void>,
      way: "on" | "back",
      every: number,
      offset: number,
    ) {
      for (const [at, statement] of sample([...statements.entries()], every, offset)) {
        const { bench } = await prepare(engine, files);
        try {
          await stop(bench, statement);
          const what = `stopped at ${at + 1}: ${statement}`;
          expect(await bench.status(files), what).to.deep.equal(["applied", "halfDone"]);
          const name = files[1]?.name;
          const lockWaitMs = 30_000;
          if (way === "on") expect(await bench.apply(files, { lockWaitMs }), what).to.deep.equal([name]);
          else expect(await bench.rollback(files, { lockWaitMs }), what).to.deep.equal([name]);
          expect(await everything(bench), what).to.deep.equal(way === "on" ? end : start);
          expect(await bench.status(files)).to.deep.equal(["applied", way === "on" ? "applied" : "pending"]);
        } finally {
          await bench.close();
        }
      }
    }

    async function refuse(bench: Bench, statement: string): Promise<void> {
      const connection = refusing(bench.connection, statement);
      const failure = await failureOf(bench.apply(files, { connection }));
      expect(failure.exitCode).to.equal(6);
      expect(failure.message).to.contain("injected");
    }

    const killed = (moment: "before" | "after") => async (bench: Bench, statement: string) => {
      const folder = await projectWith(Object.fromEntries(files.map(({ name, text }) => [name, text])));
      let kill = () => {};
      const proxy = await sqlProxy(bench.database.url, statement, moment, () => kill());
      const { child, ended } = startCovet(folder, ["apply", "--url", proxy.url]);
      kill = () => void child.kill("SIGKILL");
      const { exitCode, output } = await ended;
      expect(exitCode, `${statement}: ${output}`).to.equal(null);
      await proxy.close();
      await rm(folder, { recursive: true });
    };

    it("refused by the engine: goes on to the end", () => eachStatement(refuse, "on", 3, 0));
    it("refused by the engine: goes back to where it began", () => eachStatement(refuse, "back", 3, 1));
    it("killed just before: goes on to the end", () => eachStatement(killed("before"), "on", 8, 1));
    it("killed just before: goes back to where it began", () => eachStatement(killed("before"), "back", 8, 3));
    it("killed just after: goes on to the end", () => eachStatement(killed("after"), "on", 8, 5));
    it("killed just after: goes back to where it began", () => eachStatement(killed("after"), "back", 8, 7));
  });
