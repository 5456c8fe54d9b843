/** A long backfill in TypeScript, in pieces that commit by themselves: killed, interrupted, and finished afterwards. */

import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { build } from "../cli/covet.js";
import { testEngines } from "../support/engines.js";
import { Bench, draft } from "./bench.js";
import { covet, projectWith, startCovet, until } from "./cli.js";

const [init, name] = ["20260101000000_init", "20260102000000_backfill"] as const;

/** Waits after 300 rows until there is a file `gate`. */
const backfill = `import { existsSync } from "node:fs";
import { defineMigration, type MigrationDatabase } from "covet";

const size: number = 100;

async function piece(db: MigrationDatabase, from: number): Promise<void> {
  await db.execute(
    "UPDATE users SET name = 'user', touched = touched + 1 WHERE id >= ? AND id < ? AND name IS NULL",
    [from, from + size],
  );
}

export default defineMigration({
  depends: ["${init}"],
  transaction: "none",
  async forward(db) {
    const [range] = await db.query<{ last: number }>("SELECT max(id) AS last FROM users");
    for (let from = 1; from <= (range?.last ?? 0); from += size) {
      while (from > 300 && !existsSync("gate") && !db.signal.aborted)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await piece(db, from);
      db.progress(\`\${from + size - 1} of \${range?.last} rows\`);
    }
  },
  irreversible: "the names were not kept",
});
`;

for (const engine of testEngines)
  describe(`a backfill in pieces on ${engine.name}`, () => {
    before(build);
    let bench: Bench;
    let folder: string;
    beforeEach(async () => {
      bench = await Bench.open(engine);
      const table = `CREATE TABLE users (id integer NOT NULL, name text, touched integer DEFAULT 0 NOT NULL);
INSERT INTO users (id) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n;`;
      folder = await projectWith({ [init]: draft(engine, { name: init, forward: table }) });
      await writeFile(join(folder, "migrations", `${name}.ts`), backfill);
    });
    afterEach(async () => {
      await bench.close();
      await rm(folder, { recursive: true });
    });

    const done = async () => {
      try {
        const [row] = await bench.connection.query("SELECT count(name) AS n, sum(touched) AS touched FROM users");
        return `${row?.n} rows, ${row?.touched} changes`;
      } catch {
        return "no table";
      }
    };
    const run = (...args: string[]) => covet(folder, [...args, "--url", bench.database.url]);

    /** Ends the process while it waits. */
    async function stop(signal: "SIGKILL" | "SIGINT") {
      const { child, ended } = startCovet(folder, ["apply", "--url", bench.database.url]);
      await until(async () => child.exitCode !== null || (await done()) === "300 rows, 300 changes");
      child.kill(signal);
      return ended;
    }

    async function finish(): Promise<void> {
      await writeFile(join(folder, "gate"), "");
      const again = await run("apply", "--lock-wait", "40s");
      expect(again.exitCode, again.output).to.equal(0);
      expect(await done(), "no piece was done twice").to.equal("1000 rows, 1000 changes");
      const nothing = await run("apply");
      expect(nothing.output).to.contain("nothing to apply");
      const back = await run("rollback", "--yes");
      expect(back.exitCode, back.output).to.equal(3);
      expect(back.output).to.contain(`migrations/${name}.ts cannot be rolled back: the names were not kept`);
    }

    it("killed in the middle: it asks, and runs again from its beginning", async () => {
      const killed = await stop("SIGKILL");
      expect(killed.exitCode, killed.output).to.equal(null);
      const asked = await run("apply", "--lock-wait", "40s");
      expect(asked.exitCode, asked.output).to.equal(6);
      expect(asked.output).to.contain(`migrations/${name}.ts: nobody saw how far its code came`);
      const answered = await run("repair", "--not-done", "1", "--yes");
      expect(answered.exitCode, answered.output).to.equal(0);
      expect(await done()).to.equal("300 rows, 300 changes");
      await finish();
    });

    it("interrupted in the middle: it says so, and runs again without a question", async () => {
      const interrupted = await stop("SIGINT");
      expect(interrupted.exitCode, interrupted.output).to.equal(130);
      expect(interrupted.output).to.contain(`interrupted in migrations/${name}.ts`);
      expect(interrupted.output).to.contain("What its statements did before that stays done.");
      const status = await run("status");
      expect(status.output).to.match(/half.?done/i);
      await finish();
    });
  });
