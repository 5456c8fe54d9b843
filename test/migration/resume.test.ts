import { expect } from "chai";
import { History } from "../../src/migration/history.js";
import type { Run } from "../../src/migration/run.js";
import { hashDone } from "../../src/migration/standing.js";
import { appliedRow } from "../../src/migration/transaction.js";
import { testEngines } from "../support/engines.js";
import { Bench, connect, type Draft, failureOf, scope, sqlOf } from "./bench.js";

const name = "20260101000000_steps";

interface Doubt {
  readonly what: string;
  /** Makes the database that the migration meets. */
  readonly setup: readonly string[];
  readonly forward: string;
  /** Statements that ran; the next one was started. */
  readonly done: number;
  /** The header tells before from after. */
  readonly header?: readonly string[];
  /** Takes the statement back. */
  readonly undo?: string;
}

const doubts: readonly Doubt[] = [
  { what: "a new table", setup: [], forward: "-- covet:step 1 CREATE_TABLE t\nCREATE TABLE t (id integer);", done: 0 },
  {
    what: "a dropped table",
    setup: ["CREATE TABLE t (id integer)"],
    forward: "-- covet:step 1 DROP_TABLE t\nDROP TABLE t;",
    done: 0,
  },
  {
    what: "a new column after another",
    setup: ["CREATE TABLE t (id integer)", "ALTER TABLE t ADD COLUMN a integer"],
    forward:
      "-- covet:step 1 ADD_COLUMN t.a\nALTER TABLE t ADD COLUMN a integer;\n-- covet:step 2 ADD_COLUMN t.b\nALTER TABLE t ADD COLUMN b integer;",
    done: 1,
  },
  {
    what: "a dropped column",
    setup: ["CREATE TABLE t (id integer, a integer)"],
    forward: "-- covet:step 1 DROP_COLUMN t.a\nALTER TABLE t DROP COLUMN a;",
    done: 0,
  },
  {
    what: "a new index",
    setup: ["CREATE TABLE t (id integer)"],
    forward: "-- covet:step 1 ADD_INDEX t.t_id\nCREATE INDEX t_id ON t (id);",
    done: 0,
  },
  {
    what: "a dropped index",
    setup: ["CREATE TABLE t (id integer)", "CREATE INDEX t_id ON t (id)"],
    forward: "-- covet:step 1 DROP_INDEX t.t_id\nDROP INDEX t_id ON_TABLE;",
    done: 0,
  },
  {
    what: "a rename that is all there is in the file",
    setup: ["CREATE TABLE t (id integer)"],
    forward: "-- covet:step 1 RENAME_COLUMN t.id\nALTER TABLE t RENAME COLUMN id TO ident;",
    done: 0,
    header: ["t"],
    undo: "ALTER TABLE t RENAME COLUMN ident TO id",
  },
];

/** What sets something for a session, and a query that gives 2 where it was set. */
const session: Readonly<Record<string, readonly [set: string, read: string]>> = {
  sqlite: ["ATTACH ':memory:' AS extra", "SELECT count(*) FROM pragma_database_list WHERE name <> 'temp'"],
  postgres: ["SET covet.flag = '2'", "SELECT current_setting('covet.flag')::int"],
  mysql: ["SET @flag = 2", "SELECT @flag"],
  mariadb: ["SET @flag = 2", "SELECT @flag"],
};

for (const engine of testEngines.filter((one) => one.name !== "postgres18"))
  describe(`what became of a statement whose end nobody saw, on ${engine.name}`, () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await Bench.open(engine);
    });
    afterEach(() => bench.close());

    /** History as a killed process leaves it. */
    async function killedIn(item: Draft, done: number): Promise<void> {
      const file = bench.file(item);
      const history = await History.open(engine.dialect, bench.connection, "default");
      await history.ensure();
      const run: Run = { ...bench.input([]), scope, history };
      await history.insert({
        ...appliedRow(run, file, 0),
        state: "running",
        statementsDone: done,
        statementStarted: done + 1,
        hashDone: hashDone(engine.dialect, file, "forward", done),
      });
    }

    // The names of indexes belong to their table on some engines.
    const onTable = engine.dialect.vocabulary.indexNamesPerTable ? "ON t" : "";
    for (const { what, setup, forward: common, done, header, undo = "" } of doubts)
      for (const happened of [false, true])
        it(`${what}: it did ${happened ? "" : "not "}happen`, async () => {
          const forward = common.replace(" ON_TABLE", ` ${onTable}`);
          for (const sql of setup) await bench.connection.execute(sql);
          const statement = sqlOf(bench.file({ name, forward }).forward.steps[done])[0]?.sql ?? "";
          let prints = {};
          if (header !== undefined) {
            const before = await bench.print(...header);
            await bench.connection.execute(statement);
            prints = { before, after: await bench.print(...header) };
            await bench.connection.execute(undo);
          }
          const item: Draft = { name, transaction: "none", forward, ...prints };
          if (happened) await bench.connection.execute(statement);
          await killedIn(item, done);
          // Run twice, or not at all, each of these statements would fail or be missing.
          expect(await bench.apply([bench.file(item)])).to.deep.equal([name]);
          const ran = bench.events.filter(({ kind }) => kind === "statement").length;
          expect(ran).to.equal(happened ? 0 : 1);
          expect(await bench.status([bench.file(item)])).to.deep.equal(["applied"]);
        });

    it("cannot be told of a rename among others, so it asks, and rolls back nothing either", async () => {
      await bench.connection.execute("CREATE TABLE t (id integer)");
      const item: Draft = {
        name,
        transaction: "none",
        forward:
          "-- covet:step 1 RENAME_COLUMN t.id\nALTER TABLE t RENAME COLUMN id TO ident;\n-- covet:step 2 CREATE_TABLE u\nCREATE TABLE u (id integer);",
        backward: "DROP TABLE u;",
      };
      await killedIn(item, 0);
      for (const work of [() => bench.apply([bench.file(item)]), () => bench.rollback([bench.file(item)])]) {
        const failure = await failureOf(work());
        expect(failure.exitCode).to.equal(6);
        expect(failure.message).to.contain("nobody saw whether statement 1 of 2 ended");
        expect(failure.hint).to.contain("covet repair --done 1");
      }
    });

    it("is nothing where the engine refused it: what was there for another reason stays", async () => {
      await bench.connection.execute("CREATE TABLE b (id integer)");
      await bench.connection.execute("INSERT INTO b VALUES (7)");
      const file = bench.file({
        name,
        transaction: "none",
        forward:
          "-- covet:step 1 CREATE_TABLE a\nCREATE TABLE a (id integer);\n-- covet:step 2 CREATE_TABLE b\nCREATE TABLE b (id integer);",
        backward: "-- covet:step 1 DROP_TABLE b\nDROP TABLE b;\n-- covet:step 2 DROP_TABLE a\nDROP TABLE a;",
      });
      expect((await failureOf(bench.apply([file]))).exitCode).to.equal(6);
      expect(await bench.rollback([file])).to.deep.equal([name]);
      expect(await bench.count("b")).to.equal(1);
      const { schema } = await engine.dialect.introspect(bench.connection, scope);
      expect(schema.tables.map((table) => table.name)).to.deep.equal(["b"]);
    });

    it("finds its session again as it left it", async () => {
      const [set, read] = session[engine.dialect.name] ?? [];
      const item = (third: string): Draft => ({
        name,
        transaction: "none",
        forward: `-- covet:step 1 CREATE_TABLE a\nCREATE TABLE a (n integer);\n${set};\n${third};\nINSERT INTO a ${read};`,
        backward: "-- covet:step 1 DROP_TABLE a\nDROP TABLE a;",
      });
      expect((await failureOf(bench.apply([bench.file(item("DROP TABLE ghosts"))]))).exitCode).to.equal(6);
      const other = await connect(engine, bench.database.url);
      try {
        const mended = bench.file(item("CREATE TABLE c (id integer)"));
        expect(await bench.apply([mended], { connection: other })).to.deep.equal([name]);
      } finally {
        await other.close();
      }
      expect(await bench.connection.query("SELECT n FROM a")).to.deep.equal([{ n: 2 }]);
    });

    it("goes back from the middle of a step by its own statements, and does no more", async () => {
      await bench.connection.execute("CREATE TABLE t (id integer)");
      const file = bench.file({
        name,
        transaction: "none",
        forward:
          "-- covet:step 1 ALTER_TABLE t\nALTER TABLE t RENAME COLUMN id TO a;\nALTER TABLE t RENAME COLUMN a TO b;\nALTER TABLE ghosts ADD COLUMN c integer;",
        backward:
          "-- covet:step 1 ALTER_TABLE t\nALTER TABLE ghosts DROP COLUMN c;\nALTER TABLE t RENAME COLUMN b TO a;\nALTER TABLE t RENAME COLUMN a TO id;",
      });
      expect((await failureOf(bench.apply([file]))).exitCode).to.equal(6);
      expect(await bench.rollback([file])).to.deep.equal([name]);
      expect(await bench.count("t WHERE id IS NULL")).to.equal(0);
    });

    it("is not undone by half where nobody can tell how, and says how to go on", async () => {
      const file = bench.file({
        name,
        transaction: "none",
        forward: "CREATE TABLE a (id integer);\nDROP TABLE ghosts;",
        backward: "DROP TABLE a;",
      });
      expect((await failureOf(bench.apply([file]))).exitCode).to.equal(6);
      const failure = await failureOf(bench.rollback([file]));
      expect(failure.exitCode).to.equal(6);
      expect(failure.message).to.contain("stopped in the middle of step written by hand");
      expect(failure.hint).to.contain("covet apply");
      expect(await bench.count("a")).to.equal(0);
    });
  });
