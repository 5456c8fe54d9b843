/** Migrations in TypeScript: the runner on real databases, and what it says of files it cannot use. */

import { expect } from "chai";
import { readCodeFile } from "../../src/migration/code-file.js";
import type { MigrationFile } from "../../src/migration/file.js";
import { History } from "../../src/migration/history.js";
import { hashDone } from "../../src/migration/standing.js";
import { evaluateModule } from "../../src/project/load-module.js";
import { testEngines } from "../support/engines.js";
import { Bench, connect, failureOf } from "./bench.js";

const name = "20260102000000_fill";

async function read(text: string, called = name): Promise<MigrationFile> {
  const shown = `migrations/${called}.ts`;
  const known = (dialect: string) => testEngines.find((engine) => engine.dialect.name === dialect) ?? null;
  return readCodeFile(shown, text, await evaluateModule(`/nowhere/${shown}`, text, shown), known);
}

for (const engine of testEngines)
  describe(`code in a migration on ${engine.name}`, () => {
    /** Else each statement commits by itself, whatever the file says. */
    const whole = engine.dialect.capabilities.transactionalDdl;
    let bench: Bench;
    let init: MigrationFile;
    beforeEach(async () => {
      bench = await Bench.open(engine);
      init = bench.file({
        name: "20260101000000_init",
        forward: "CREATE TABLE users (id integer NOT NULL, name text);",
        backward: "DROP TABLE users;",
      });
      await bench.apply([init]);
    });
    afterEach(() => bench.close());

    const users = async () =>
      (await bench.connection.query("SELECT id, name FROM users ORDER BY id")).map(({ id, name }) => `${id} ${name}`);
    const journal = async () => {
      const [row] = await bench.connection.query(
        "SELECT state, statements_done, error FROM _covet_migrations WHERE name = ?",
        [name],
      );
      return row === undefined ? null : `${row.state} ${row.statements_done} ${row.error ?? ""}`.trim();
    };

    const fill = `import { defineMigration } from "covet";

type User = { id: number; name: string };
enum Kind { Guest = "guest" }

export default defineMigration({
  depends: ["20260101000000_init"],
  async forward(db) {
    for (let id = 1; id <= 3; id++) {
      await db.execute("INSERT INTO users (id, name) VALUES (?, ?)", [id, Kind.Guest + id + "?"]);
      db.progress(\`\${id} of 3\`);
    }
    const rows = await db.query<User>("SELECT id, name FROM users WHERE id > ? ORDER BY id", [1]);
    await db.execute("UPDATE users SET name = '" + rows.map((row) => row.name).join() + "?' WHERE id = 1; -- ?\\nDELETE FROM users WHERE id = 2");
  },
  async backward(db) {
    await db.execute("DELETE FROM users");
  },
});
`;

    it("runs both ways, and is recorded like any other", async () => {
      const file = await read(fill);
      expect(await bench.apply([init, file])).to.deep.equal([name]);
      expect(await users()).to.deep.equal(["1 guest2?,guest3??", "3 guest3?"]);
      expect(await bench.status([init, file])).to.deep.equal(["applied", "applied"]);
      expect(await bench.apply([init, file])).to.deep.equal([]);
      const told = bench.events.flatMap((event) => (event.kind === "progress" ? [event.message] : []));
      expect(told).to.deep.equal(["1 of 3", "2 of 3", "3 of 3"]);
      expect(await bench.rollback([init, file])).to.deep.equal([name]);
      expect(await users()).to.deep.equal([]);
      expect(await bench.status([init, file])).to.deep.equal(["applied", "pending"]);
      expect(await bench.apply([init, file])).to.deep.equal([name]);
      expect(await bench.rollback([init, file], { steps: 2 })).to.deep.equal([name, init.name]);
    });

    it("may change the schema: that is no drift, and a file planned on it does not conflict", async () => {
      const file = await read(`export default {
        async forward(db) { await db.execute("ALTER TABLE users ADD COLUMN age integer"); },
        irreversible: "it is a test",
      }`);
      await bench.connection.execute("ALTER TABLE users ADD COLUMN age integer");
      const before = await bench.print("users");
      await bench.connection.execute("ALTER TABLE users DROP COLUMN age");
      const next = bench.file({
        name: "20260103000000_next",
        depends: name,
        before,
        forward: "ALTER TABLE users DROP COLUMN age;",
      });
      expect(await bench.status([init, file, next])).to.deep.equal(["applied", "pending", "pending"]);
      expect(await bench.apply([init, file], {})).to.deep.equal([name]);
      expect(await bench.apply([init, file, next])).to.deep.equal([next.name]);
    });

    it("is applied together with a file planned on what it leaves", async () => {
      await bench.connection.execute("ALTER TABLE users ADD COLUMN age integer");
      const before = await bench.print("users");
      await bench.connection.execute("ALTER TABLE users DROP COLUMN age");
      const file = await read(
        'export default { forward: (db) => db.execute("ALTER TABLE users ADD COLUMN age integer") }',
      );
      const sql = { name: "20260103000000_next", before, forward: "ALTER TABLE users DROP COLUMN age;" };
      const alone = await failureOf(bench.apply([init, file, bench.file(sql)]));
      expect(alone.exitCode, "it does not say that it needs the code").to.equal(8);
      const next = bench.file({ ...sql, depends: name });
      expect(await bench.apply([init, file, next])).to.deep.equal([name, next.name]);
    });

    it("leaves nothing when a statement fails, and says where it was asked for", async () => {
      const file = await read(`export default {
  async forward(db) {
    await db.execute("INSERT INTO users (id) VALUES (1)");
    await helper(db);
  },
  async backward(db) {
    await db.execute("DELETE FROM users");
    throw new Error("the way back is closed", { cause: new Error("by me") });
  },
};
async function helper(db: { query(sql: string, values: unknown[]): Promise<unknown> }) {
  await db.query("INSERT INTO users (idd) VALUES (?)", [2]);
}
`);
      const failure = await failureOf(bench.apply([init, file]));
      expect(failure.exitCode).to.equal(whole ? 5 : 6);
      expect(failure.message).to.match(/^migrations\/20260102000000_fill\.ts:12: .*idd/);
      expect(failure.details.join("\n")).to.contain("1 | INSERT INTO users (idd) VALUES (?)");
      if (!whole) {
        expect(failure.details.at(-1)).to.equal("What its statements did before that stays done.");
        return;
      }
      expect(failure.details.at(-1)).to.equal("Nothing was changed: the transaction was rolled back.");
      expect(await users()).to.deep.equal([]);
      expect(await journal()).to.equal(null);

      const mended = await read(file.text.replace("idd", "id"));
      expect(await bench.apply([init, mended])).to.deep.equal([name]);
      const back = await failureOf(bench.rollback([init, mended]));
      expect(back.exitCode).to.equal(5);
      expect(back.message).to.equal("migrations/20260102000000_fill.ts:8: the way back is closed");
      expect(back.details[0]).to.equal("caused by: by me");
      expect(await users()).to.have.length(2);
      expect(await journal()).to.equal("applied 1");
    });

    it("goes on after an error that it catches, where the engine lets it", async () => {
      const file = await read(`export default {
  transaction: "none",
  async forward(db) {
    const error = await db.query("SELECT nothing FROM users").catch((error) => error);
    await db.execute("INSERT INTO users (id, name) VALUES (1, ?)", [String(error.code.length > 0)]);
  },
}`);
      expect(await bench.apply([init, file])).to.deep.equal([name]);
      expect(await users()).to.deep.equal(["1 true"]);
    });

    it("without a transaction keeps what it did, and runs again from its beginning once it is mended", async () => {
      const text = (last: number) => `export default {
  transaction: "none",
  async forward(db) {
    const rows = await db.query("SELECT id FROM users");
    for (let id = rows.length + 1; id <= 4; id++) {
      if (id === ${last}) throw new TypeError("enough");
      await db.execute("INSERT INTO users (id) VALUES (?)", [id]);
    }
  },
  backward: (db) => db.execute("DELETE FROM users"),
}`;
      const file = await read(text(3));
      const failure = await failureOf(bench.apply([init, file]));
      expect(failure.exitCode).to.equal(6);
      expect(failure.message).to.equal("migrations/20260102000000_fill.ts:6: enough");
      expect(failure.details).to.deep.equal(["What its statements did before that stays done."]);
      expect(failure.hint).to.contain("runs again from its beginning");
      expect(await bench.count("users")).to.equal(2);
      expect(await journal()).to.equal("failed 0 enough");
      expect(await bench.status([init, file])).to.deep.equal(["applied", "halfDone"]);
      const back = await failureOf(bench.rollback([init, file]));
      expect(back.exitCode).to.equal(6);
      expect(back.message).to.contain("cannot be undone by half");
      const mended = await read(text(9));
      expect(await bench.apply([init, mended])).to.deep.equal([name]);
      expect(await bench.count("users")).to.equal(4);
      expect(await journal()).to.equal("applied 1");
      expect(await bench.rollback([init, mended])).to.deep.equal([name]);
      expect(await bench.count("users")).to.equal(0);
    });

    it("stops and asks when nobody saw its end, and believes either answer", async () => {
      const file = await read(
        'export default { transaction: "none", forward: (db) => db.execute("INSERT INTO users (id) VALUES (1)") }',
      );
      const history = await History.open(engine.dialect, bench.connection, "default");
      await bench.apply([init, file]);
      const row = (await history.rows()).find((found) => found.name === name);
      if (row === undefined) throw new Error("it is not recorded");
      const begun = {
        state: "running",
        statementsDone: 0,
        statementStarted: 1,
        hashDone: hashDone(engine.dialect, file, "forward", 0),
      } as const;
      await history.update(row, begun);
      const asked = await failureOf(bench.apply([init, file]));
      expect(asked.exitCode).to.equal(6);
      expect(asked.message).to.equal("migrations/20260102000000_fill.ts: nobody saw how far its code came");
      expect(asked.hint).to.contain("covet repair --done 1");
      for (const [answer, rows] of [
        ["done", 1],
        ["notDone", 2],
      ] as const) {
        await history.update(row, begun);
        await bench.repair([init, file], { kind: answer, statement: 1 });
        expect(await bench.apply([init, file])).to.deep.equal([name]);
        expect(await bench.count("users"), answer).to.equal(rows);
      }
    });

    it("does what stands in db.transaction whole or not at all", async () => {
      for (const transaction of ["none", "all"] as const) {
        const file = await read(`export default {
  transaction: "${transaction}",
  async forward(db) {
    await db.transaction(async () => { await db.execute("INSERT INTO users (id) VALUES (1)"); });
    const lost = await db.transaction(async () => {
      await db.execute("INSERT INTO users (id) VALUES (2)");
      await db.transaction(async () => { throw new Error("no"); });
    }).catch(() => "lost");
    await db.execute("INSERT INTO users (id, name) VALUES (3, ?)", [lost]);
  },
  backward: (db) => db.execute("DELETE FROM users"),
}`);
        expect(await bench.apply([init, file])).to.deep.equal([name]);
        // In one transaction it is a part of that one, and the error was caught.
        const between = transaction === "all" && whole ? ["2 null"] : [];
        expect(await users()).to.deep.equal(["1 null", ...between, "3 lost"]);
        await bench.rollback([init, file]);
      }
    });

    const mistakes: Readonly<Record<string, readonly [code: string, message: string]>> = {
      "an undefined parameter": ['db.query("SELECT ?", [undefined])', "parameter 1 is undefined: give text"],
      "a date": ['db.query("SELECT ?", [new Date()])', "parameter 1 is a Date: give text"],
      "two statements": ['db.query("SELECT 1; SELECT 2")', "here are several"],
      "no statement": ['db.query("-- nothing")', "here are none"],
      "a COMMIT": ['db.execute("SELECT 1; COMMIT")', "must not begin or end a transaction itself"],
      "a forgotten await": [
        'void db.execute("INSERT INTO users (id) VALUES (7)")',
        "it ended while a statement was still running: write `await`",
      ],
      "something thrown that is no error": ['Promise.reject("words")', "it threw words"],
    };
    for (const [what, [code, message]] of Object.entries(mistakes))
      it(`refuses ${what}, and nothing is changed`, async () => {
        const file = await read(`export default {
  async forward(db) {
    await db.execute("INSERT INTO users (id) VALUES (1)");
    await ${code};
  },
}`);
        const failure = await failureOf(bench.apply([init, file]));
        expect(failure.exitCode).to.equal(whole ? 5 : 6);
        expect(failure.message).to.contain(message);
        if (whole) expect(await users()).to.deep.equal([]);
      });

    it("refuses what comes after its end", async () => {
      const file = await read(`export default {
  forward(db) {
    globalThis.covetTest = () => db.query("SELECT 1");
  },
}`);
      await bench.apply([init, file]);
      const { covetTest } = globalThis as { covetTest?: () => Promise<unknown> };
      const late = await covetTest?.().catch((error: unknown) => String(error));
      expect(late).to.contain("the migration has ended");
    });

    it("refuses an edited file, but not other line ends", async () => {
      const file = await read(fill);
      await bench.apply([init, file]);
      const windows = await read(`\ufeff${fill.replaceAll("\n", "\r\n")}`);
      expect(await bench.status([init, windows])).to.deep.equal(["applied", "applied"]);
      expect(await bench.apply([init, windows])).to.deep.equal([]);
      const edited = await read(fill.replace("id <= 3", "id <= 4"));
      expect(await bench.status([init, edited])).to.deep.equal(["applied", "edited"]);
      const failure = await failureOf(bench.apply([init, edited]));
      expect(failure.exitCode).to.equal(7);
      expect(failure.message).to.contain(`${name}.ts`);
    });

    it("is only recorded with fake, and only named with dryRun", async () => {
      const file = await read(fill);
      const { sql } = await bench.preview([init, file]);
      expect(sql).to.deep.equal([{ name, sql: `-- code: forward(db) of migrations/${name}.ts` }]);
      expect(await bench.apply([init, file], { to: init.name })).to.deep.equal([]);
      expect(await bench.apply([init, file], { fake: true })).to.deep.equal([name]);
      expect(await users()).to.deep.equal([]);
      expect(await bench.rollback([init, file], { fake: true })).to.deep.equal([name]);
    });

    it("is not rolled back without a way, and says why", async () => {
      for (const [part, reason] of [
        ["", "it has no `backward` function"],
        ["irreversible: 'the names are gone',", "the names are gone"],
      ] as const) {
        const file = await read(
          `export default { ${part} forward: (db) => db.execute("INSERT INTO users (id) VALUES (1)") }`,
        );
        await bench.apply([init, file]);
        const failure = await failureOf(bench.rollback([init, file]));
        expect(failure.exitCode).to.equal(3);
        expect(failure.message).to.equal(`migrations/${name}.ts cannot be rolled back: ${reason}`);
        expect(await users()).to.have.length(1);
        await bench.rollback([init, file], { fake: true });
        await bench.connection.execute("DELETE FROM users");
      }
    });

    it("is interrupted between two of its statements, even if it looks away", async () => {
      for (const wait of ["await db.query('SELECT 1').catch(() => 0);", "if (db.signal.aborted) return;"]) {
        const controller = new AbortController();
        const file = await read(`export default {
  async forward(db) {
    await db.execute("INSERT INTO users (id) VALUES (1)");
    db.progress("stop");
    ${wait}
  },
}`);
        const input = bench.input([init, file]);
        const failure = await failureOf(
          bench.apply([init, file], {
            signal: controller.signal,
            events: (event) => {
              input.events(event);
              if (event.kind === "progress") controller.abort();
            },
          }),
        );
        expect(failure.exitCode).to.equal(130);
        expect(failure.message).to.equal(`interrupted in migrations/${name}.ts`);
        if (whole) expect(await users()).to.deep.equal([]);
      }
    });

    it("is refused on another dialect or in another project", async () => {
      const other = engine.dialect.name === "sqlite" ? "postgres" : "sqlite";
      const forward = "async forward() {}";
      const stranger = await failureOf(bench.apply([await read(`export default { dialect: "${other}", ${forward} }`)]));
      expect(stranger.message).to.contain(`written for ${other}`);
      const strange = await failureOf(bench.apply([await read(`export default { app: "shop", ${forward} }`)]));
      expect(strange.message).to.contain("belongs to the app `shop`");
      const own = await read(`export default { app: "default", dialect: "${engine.dialect.name}", ${forward} }`);
      expect(await bench.apply([init, own])).to.deep.equal([name]);
    });

    if (engine.dialect.name === "postgres")
      it("does not know how far it came when the connection is lost, and asks", async () => {
        const file = await read(
          'export default { transaction: "none", forward: (db) => db.query("SELECT pg_terminate_backend(pg_backend_pid())") }',
        );
        const lost = await failureOf(bench.apply([init, file]));
        expect(lost.exitCode).to.equal(6);
        expect(lost.details.at(-1)).to.contain("The connection was lost");
        const other = await connect(engine, bench.database.url);
        const asked = await failureOf(bench.apply([init, file], { connection: other }));
        await other.close();
        expect(asked.hint).to.contain("covet repair --not-done 1");
      });
  });

describe("a migration's code that cannot be used", () => {
  const wrong: Readonly<Record<string, readonly [text: string, message: RegExp, hint?: string]>> = {
    "a syntax error": ["const a = 1;\nconst b: = 2;", /fill\.ts:2: it cannot be loaded: Unexpected token/],
    "an error while it is loaded": [
      "const a = 1;\n\nnothing.here;\nexport default {}",
      /fill\.ts:3: it cannot be loaded: nothing is not defined/,
    ],
    "an import that leads nowhere": [
      "import { a } from './nothing.js';\nexport default { forward: a };",
      /fill\.ts(:\d+)?: it cannot be loaded: Cannot find module '\.\/nothing\.js'/,
    ],
    "no default export": [
      "export async function forward() {}",
      /fill\.ts: it has no default export/,
      "export default defineMigration({",
    ],
    "no default export either": ["module.exports = { forward() {} };", /fill\.ts: it has no default export/],
    "nothing at all": ["", /fill\.ts: it has no default export/],
    "no forward": [
      "const a = 1;\nexport default { async backward() {} }",
      /fill\.ts:2: it has no `forward` function/,
      "defineMigration",
    ],
    "a forward that is none": ["export default { forward: 'SELECT 1' }", /fill\.ts:1: `forward` must be a function/],
    "a word it does not know": [
      "export default { forward() {}, backwards() {} }",
      /fill\.ts:1: a migration has no `backwards`/,
      "forward, backward",
    ],
    "a wrong transaction": [
      "export default { forward() {}, transaction: false }",
      /`transaction` must be "all" or "none"/,
    ],
    "wrong dependencies": ["export default { forward() {}, depends: 'a' }", /`depends` must be a list/],
    "both a way back and none": [
      "export default { forward() {}, backward() {}, irreversible: 'x' }",
      /has a `backward` function and says that it is irreversible/,
    ],
    "an unknown dialect": [
      "export default { forward() {}, dialect: 'oracle' }",
      /this covet does not know the dialect `oracle`/,
    ],
  };
  for (const [what, [text, message, hint]] of Object.entries(wrong))
    it(`says what is wrong: ${what}`, async () => {
      const failure = await failureOf(read(text));
      expect(failure.message).to.match(message);
      expect(failure.exitCode).to.equal(1);
      if (hint !== undefined) expect(failure.hint).to.contain(hint);
    });
});
