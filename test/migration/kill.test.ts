import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import type { Connection } from "../../src/dialect/connection.js";
import { build } from "../cli/covet.js";
import { testEngines } from "../support/engines.js";
import { Bench, connect, draft, failureOf } from "./bench.js";
import { covet, projectWith, startCovet, until } from "./cli.js";

/** Statements done and started, as another session sees them. */
async function journal(connection: Connection): Promise<string> {
  try {
    const [row] = await connection.query("SELECT state, statements_done, statement_started FROM _covet_migrations");
    return row === undefined ? "no row" : `${row.state} ${row.statements_done}/${row.statement_started}`;
  } catch {
    return "no table";
  }
}

for (const engine of testEngines) {
  const isSqlite = engine.dialect.name === "sqlite";
  describe(`a killed apply on ${engine.name}`, () => {
    before(build);
    let bench: Bench;
    /** Another session, in a transaction. */
    let blocker: Connection;
    beforeEach(async () => {
      bench = await Bench.open(engine);
      blocker = await connect(engine, bench.database.url);
      if (isSqlite) return;
      await bench.connection.execute("CREATE TABLE gate (id integer)");
      await bench.connection.execute("INSERT INTO gate VALUES (7)");
      await blocker.begin();
    });
    afterEach(async () => {
      await blocker.close();
      await bench.close();
    });

    const name = "20260101000000_steps";
    /** `slow` is what the process is killed in. */
    const item = (slow: string) => ({
      name,
      transaction: "none" as const,
      forward: `-- covet:step 1 CREATE_TABLE a
CREATE TABLE a (id integer);
INSERT INTO a VALUES (1);
${slow}
-- covet:step 3 CREATE_TABLE c
CREATE TABLE c (id integer);`,
      backward: "-- covet:irreversible it is a test",
    });
    const write = (folder: string, slow: string) =>
      writeFile(join(folder, "migrations", `${name}.sql`), draft(engine, item(slow)));

    /** Kills the process in the statement of this number, once `stuck` says that it is really at it. */
    async function killIn(slow: string, number: number, stuck: () => Promise<boolean>): Promise<string> {
      const folder = await projectWith({});
      await write(folder, slow);
      const { child, ended } = startCovet(folder, ["apply", "--url", bench.database.url]);
      const reached = `running ${number - 1}/${number}`;
      await until(
        async () => child.exitCode !== null || ((await journal(bench.connection)) === reached && (await stuck())),
      );
      child.kill("SIGKILL");
      const { exitCode, output } = await ended;
      expect(exitCode, output).to.equal(null);
      return folder;
    }

    async function finish(folder: string): Promise<void> {
      const again = await covet(folder, ["apply", "--url", bench.database.url, "--lock-wait", "40s"]);
      expect(again.exitCode, again.output).to.equal(0);
      expect(again.output).to.contain("going on after statement");
      expect(await journal(bench.connection)).to.match(/^applied (\d)\/\1$/);
      expect(await bench.count("a"), "the insert ran once").to.equal(1);
      expect(await bench.count("c")).to.equal(0);
      const nothing = await covet(folder, ["apply", "--url", bench.database.url]);
      expect(nothing.exitCode, nothing.output).to.equal(0);
      expect(nothing.output).to.contain("nothing to apply");
      await rm(folder, { recursive: true });
    }

    if (isSqlite) {
      const many =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT count(i) AS i FROM n";
      const atOnce = async () => true;

      it("goes on with the statement it was killed in: the catalog shows that it did not happen", async () => {
        const folder = await killIn(`-- covet:step 2 CREATE_TABLE big\nCREATE TABLE big AS ${many};`, 3, atOnce);
        // Nobody wants to wait for the slow one again: what has not run may be edited.
        await write(folder, "-- covet:step 2 CREATE_TABLE big\nCREATE TABLE big (i integer);");
        await finish(folder);
        expect(await bench.count("big")).to.equal(0);
      });

      it("runs again what was to change rows: it ran in one transaction with its line in the journal", async () => {
        const folder = await killIn(`INSERT INTO a ${many};`, 3, atOnce);
        await write(folder, "INSERT INTO a SELECT 2 WHERE 1 = 0;");
        await finish(folder);
      });

      it("stops and asks where the catalog cannot show it, and takes the answer", async () => {
        const folder = await killIn(`CREATE TABLE big AS ${many};`, 3, atOnce);
        const asked = await covet(folder, ["apply", "--url", bench.database.url]);
        expect(asked.exitCode, asked.output).to.equal(6);
        expect(asked.output).to.contain("covet repair --done 3");
        expect(asked.output).to.contain("covet repair --not-done 3");
        const wrong = await covet(folder, ["repair", "--done", "2", "--yes", "--url", bench.database.url]);
        expect(wrong.exitCode, wrong.output).to.equal(1);
        const answered = await covet(folder, ["repair", "--done", "3", "--yes", "--url", bench.database.url]);
        expect(answered.exitCode, answered.output).to.equal(0);
        await finish(folder);
      });
    } else if (engine.dialect.name !== "postgres") {
      const waiting = "SELECT id FROM information_schema.processlist WHERE state LIKE 'Waiting for table metadata%'";
      const waits = async () => (await bench.connection.query(waiting)).length > 0;
      const change = "-- covet:step 2 ALTER_COLUMN gate.id\nALTER TABLE gate MODIFY id bigint;";
      const idOf = async () => (await bench.connection.query("SHOW COLUMNS FROM gate"))[0]?.Type;
      /** Whoever reads a table keeps others from changing it. */
      const block = () => blocker.query("SELECT id FROM gate");

      it("finds out that the server finished the statement after its client was gone", async () => {
        await block();
        const folder = await killIn(change, 3, waits);
        await blocker.rollback();
        await finish(folder);
        expect(await idOf()).to.match(/^bigint/);
      });

      it("finds out that the server did not", async () => {
        await block();
        const folder = await killIn(change, 3, waits);
        for (const { id } of await bench.connection.query(waiting)) await bench.connection.execute(`KILL ${id}`);
        await until(async () => !(await waits()));
        expect(await idOf()).to.match(/^int/);
        await blocker.rollback();
        await finish(folder);
        expect(await idOf()).to.match(/^bigint/);
      });
    } else {
      /** A session waits for a lock. */
      const waits = async () => {
        const [row] = await bench.connection.query(
          "SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
        );
        return Number(row?.n) > 0;
      };

      it("finds out that the server finished the statement after its client was gone", async () => {
        await blocker.execute("LOCK TABLE gate IN ACCESS EXCLUSIVE MODE");
        const folder = await killIn("-- covet:step 2 CREATE_TABLE b\nCREATE TABLE b AS SELECT id FROM gate;", 3, waits);
        await blocker.rollback();
        await finish(folder);
        expect(await bench.count("b")).to.equal(1);
      });

      it("finds out that the server did not", async () => {
        await blocker.execute("LOCK TABLE gate IN ACCESS EXCLUSIVE MODE");
        const folder = await killIn("-- covet:step 2 CREATE_TABLE b\nCREATE TABLE b AS SELECT id FROM gate;", 3, waits);
        await bench.connection.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
        );
        await blocker.rollback();
        await finish(folder);
        expect(await bench.count("b")).to.equal(1);
      });

      it("says that it cannot know when the connection is lost in a statement, and asks the catalog later", async () => {
        const file = bench.file({
          ...item("-- covet:step 2 CREATE_TABLE b\nCREATE TABLE b AS SELECT pg_terminate_backend(pg_backend_pid());"),
        });
        const lost = await failureOf(bench.apply([file]));
        expect(lost.exitCode).to.equal(6);
        expect(lost.details.at(-1)).to.contain("The connection was lost: whether this one took effect is not known.");
        expect(await journal(blocker)).to.equal("running 2/3");
        const whole = bench.file({ ...item("-- covet:step 2 CREATE_TABLE b\nCREATE TABLE b (id integer);") });
        await blocker.rollback();
        expect(await bench.apply([whole], { connection: blocker })).to.deep.equal([name]);
        expect(await journal(blocker)).to.equal("applied 4/4");
      });

      it("leaves nothing of a transaction whose connection is lost", async () => {
        const file = bench.file({
          name,
          forward: "CREATE TABLE b (id integer);\nSELECT pg_terminate_backend(pg_backend_pid());",
        });
        const lost = await failureOf(bench.apply([file]));
        expect(lost.exitCode).to.equal(5);
        await blocker.rollback();
        const { schema } = await engine.dialect.introspect(blocker, { namespaces: [], unmanaged: [] });
        expect(schema.tables.map((table) => table.name)).to.deep.equal(["gate"]);
      });

      it("builds an index again whose build was stopped, and clears away what that left", async () => {
        await blocker.execute("INSERT INTO gate VALUES (8)");
        const folder = await killIn(
          `-- covet:step 2 ADD_INDEX gate.gate_id
DO $$ BEGIN IF EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('gate_id') AND NOT indisvalid) THEN EXECUTE 'DROP INDEX gate_id'; END IF; END $$;
CREATE INDEX CONCURRENTLY gate_id ON gate (id);`,
          4,
          waits,
        );
        await bench.connection.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
        );
        const valid = () =>
          bench.connection.query("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('gate_id')");
        expect(await valid()).to.deep.equal([{ indisvalid: false }]);
        await blocker.rollback();
        await finish(folder);
        expect(await valid()).to.deep.equal([{ indisvalid: true }]);
      });
    }
  });
}
