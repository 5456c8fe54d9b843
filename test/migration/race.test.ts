import { rm } from "node:fs/promises";
import { expect } from "chai";
import { build } from "../cli/covet.js";
import { testEngines } from "../support/engines.js";
import { Bench, connect, draft, failureOf } from "./bench.js";
import { covet, projectWith, startCovet, until } from "./cli.js";

for (const engine of testEngines)
  describe(`several at once on ${engine.name}`, () => {
    before(build);
    let bench: Bench;
    beforeEach(async () => {
      bench = await Bench.open(engine);
    });
    afterEach(() => bench.close());

    it("two processes on an empty database: one does the work, the other waits and finds nothing to do", async () => {
      const names = ["20260101000000_a", "20260102000000_b"];
      const texts = names.map((name, at) => {
        const forward = `CREATE TABLE t${at} (id integer);\nINSERT INTO t${at} VALUES (1);`;
        return [name, draft(engine, { name, forward, transaction: at === 1 ? "none" : "all" })];
      });
      const folder = await projectWith(Object.fromEntries(texts));
      const args = ["apply", "--lock-wait", "40s", "--url", bench.database.url];
      const both = await Promise.all([covet(folder, args), covet(folder, args)]);
      for (const { exitCode, output } of both) expect(exitCode, output).to.equal(0);
      const said = both.map(({ output }) => (output.match(/applied \d+_/g) ?? []).length).sort();
      expect(said, both.map(({ output }) => output).join("\n")).to.deep.equal([0, 2]);
      expect(await bench.count("t0")).to.equal(1);
      expect(await bench.count("t1")).to.equal(1);
      await rm(folder, { recursive: true });
    });

    it("a second process that does not wait says what the first one is doing", async () => {
      const other = await connect(engine, bench.database.url);
      const first = bench.file({
        name: "20260101000000_a",
        transaction: "none",
        forward: "CREATE TABLE a (id integer);\nCREATE TABLE a (id integer);",
      });
      await failureOf(bench.apply([first]));
      await bench.connection.query("UPDATE _covet_migrations SET state = 'running'");
      await other.tryLock("covet");
      const failure = await failureOf(bench.apply([first]));
      expect(failure.exitCode).to.equal(4);
      expect(failure.details).to.deep.equal(["it runs 20260101000000_a forward, statement 2 of 2"]);
      await other.close();
    });

    const sleep: Readonly<Record<string, readonly [statement: string, sleeping: string]>> = {
      postgres: [
        "SELECT pg_sleep(600)",
        "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
      ],
      mysql: [
        "SELECT SLEEP(600) FROM (SELECT 1 UNION ALL SELECT 2) AS two",
        "SELECT 1 FROM information_schema.processlist WHERE state = 'User sleep'",
      ],
      mariadb: [
        "SELECT SLEEP(600) FROM (SELECT 1 UNION ALL SELECT 2) AS two",
        "SELECT 1 FROM information_schema.processlist WHERE state = 'User sleep'",
      ],
    };
    const [statement, asleep] = sleep[engine.dialect.name] ?? [];
    if (statement !== undefined && asleep !== undefined)
      it("is interrupted in a statement: that is cancelled, and nobody waits for it", async () => {
        const whole = engine.dialect.capabilities.transactionalDdl;
        const name = "20260101000000_slow";
        const forward = `CREATE TABLE a (id integer);\n${statement};`;
        const folder = await projectWith({ [name]: draft(engine, { name, forward }) });
        const before = await bench.oracle();
        const { child, ended } = startCovet(folder, ["apply", "--url", bench.database.url]);
        const sleeping = async () => (await bench.connection.query(asleep)).length > 0;
        await until(async () => child.exitCode !== null || (await sleeping()));
        child.kill("SIGINT");
        const { exitCode, output } = await ended;
        expect(exitCode, output).to.equal(130);
        expect(output).to.contain(whole ? "rolled back" : "1 of 2 statements are done and stay done.");
        await until(async () => !(await sleeping()));
        if (whole) expect(await bench.oracle()).to.deep.equal(before);
        await rm(folder, { recursive: true });
      });
  });
