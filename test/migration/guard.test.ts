import { expect } from "chai";
import { countGuard, GuardTimeout } from "../../src/migration/guard.js";
import { testEngines } from "../support/engines.js";
import { Bench, type Draft, failureOf } from "./bench.js";

/** A query that nobody waits for, on engines whose queries can be stopped. */
const endless: Readonly<Record<string, string>> = {
  postgres: "SELECT 1 FROM t, pg_sleep(3600)",
  mysql: "SELECT 1 FROM t WHERE SLEEP(3600) = 0",
  mariadb: "SELECT 1 FROM t WHERE SLEEP(3600) = 0",
};

const name = "20260102000000_drop";
const first: Draft = {
  name: "20260101000000_init",
  transaction: "none",
  forward: "CREATE TABLE t (note varchar(20), id integer PRIMARY KEY, place integer);",
};

for (const engine of testEngines)
  describe(`guards on ${engine.name}`, () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await Bench.open(engine);
      await bench.apply([bench.file(first)]);
      await bench.connection.execute("INSERT INTO t VALUES ('x', 7, 1), ('y', 8, 2)");
    });
    afterEach(() => bench.close());

    const drop = (query: string): Draft => ({
      name,
      transaction: "none",
      forward: `-- covet:step 1 DROP_COLUMN t.note\n-- covet:guard loses t.note: ${query}\nALTER TABLE t DROP COLUMN note;`,
      backward: `-- covet:step 1 ADD_COLUMN t.note\n-- covet:guard fails t.note: ${query}\nALTER TABLE t ADD COLUMN note varchar(20);`,
    });

    it("show the keys of the rows first", async () => {
      const files = [first, drop("SELECT 1 FROM t WHERE note IS NOT NULL")].map((item) => bench.file(item));
      const failure = await failureOf(bench.apply(files));
      expect(failure.details.slice(0, 3)).to.deep.equal([
        "t.note: 2 rows would lose data",
        '    id = 7, note = "x", place = 1',
        '    id = 8, note = "y", place = 2',
      ]);
    });

    const slow = endless[engine.dialect.name];
    if (slow === undefined) return;

    for (const transaction of ["all", "none"] as const)
      it(`that take too long stop the migration and say how to go on (transaction: ${transaction})`, async () => {
        const files = [first, { ...drop(slow), transaction }].map((item) => bench.file(item));
        const failure = await failureOf(bench.apply(files, { guardTimeoutMs: 100 }));
        expect(failure.exitCode).to.equal(3);
        expect(failure.message).to.contain("its guards were not answered in time");
        expect(failure.details).to.include(`    ${slow}`);
        expect(failure.hint).to.contain("--guard-timeout");
        expect(failure.hint).to.contain("--allow-data-loss t.note");
        expect(failure.hint).to.contain("covet:allow t.note reason");
        expect(await bench.status(files)).to.deep.equal(["applied", "pending"]);
        expect(await bench.count("t")).to.equal(2);
        const allow = ["t.note"];
        expect(await bench.apply(files, { guardTimeoutMs: 100, allow })).to.deep.equal([name]);

        const back = await failureOf(bench.rollback(files, { guardTimeoutMs: 100 }));
        expect(back.exitCode).to.equal(3);
        expect(back.hint).to.contain("covet:allow t.note reason");
        expect(await bench.status(files)).to.deep.equal(["applied", "applied"]);
      });

    it("that take too long are left to apply by a plan", async () => {
      const guard = { kind: "loses", object: "t.note", query: slow } as const;
      const error = await countGuard(bench.connection, guard, 100).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(GuardTimeout);
      expect(await countGuard(bench.connection, { ...guard, query: "SELECT 1 FROM t" }, 60_000)).to.equal(2);
    });

    it("are stopped by Ctrl-C", async () => {
      const files = [first, drop(slow)].map((item) => bench.file(item));
      const control = new AbortController();
      setTimeout(() => control.abort(), 300);
      const failure = await failureOf(bench.apply(files, { guardTimeoutMs: null, signal: control.signal }));
      expect(failure.exitCode).to.equal(130);
      expect(await bench.status(files)).to.deep.equal(["applied", "pending"]);
    });
  });
