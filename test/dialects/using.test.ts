/** `using (…)` on a column, with rows, on every engine: what each row becomes, and which rows a guard stops. */

import { expect } from "chai";
import type { Connection } from "../../src/dialect/connection.js";
import type { RenameHint } from "../../src/model/hints.js";
import { makePlan } from "../../src/plan/plan.js";
import type { PlannedHalf, PlannedMigration } from "../../src/plan/planned.js";
import { bindText, type Target } from "../support/covet.js";
import { testEngines } from "../support/engines.js";

const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };
/** What casts a text to a number is the one word these tests need that differs. */
const integer = { postgres: "int", sqlite: "int", mysql: "signed", mariadb: "signed" };

for (const engine of testEngines) {
  const { dialect } = engine;
  const target = dialect.name as Target;
  const int = integer[target];

  describe(`using (…) on ${engine.name}`, () => {
    let database: Awaited<ReturnType<typeof engine.fresh>>;
    let connection: Connection;
    beforeEach(async () => {
      database = await engine.fresh();
      connection = await dialect.connect({ ...options, url: database.url });
    });
    afterEach(async () => {
      await connection?.close();
      await database?.drop();
    });

    async function plan(text: string, asked: readonly RenameHint[] = []): Promise<readonly PlannedMigration[]> {
      const { schema, hints, diagnostics } = bindText(text, target);
      expect(diagnostics.filter(({ severity }) => severity === "error").map(({ title }) => title)).to.deep.equal([]);
      const scope = { namespaces: [], unmanaged: [] };
      const input = {
        dialect,
        connection,
        after: schema,
        hints,
        scope,
        known: { has: () => false },
        asked: () => asked,
      };
      return (await makePlan(input)).plan.migrations;
    }

    async function run(half: PlannedHalf): Promise<void> {
      expect(half.irreversible).to.equal(null);
      await connection.begin();
      for (const { sql } of half.steps.flatMap(({ statements }) => statements)) await connection.execute(sql);
      await connection.commit();
    }

    async function start(text: string, ...rows: string[]): Promise<void> {
      for (const { forward } of await plan(text)) await run(forward);
      for (const sql of rows) await connection.execute(sql);
    }

    /** Rows each guard finds, where it finds some. */
    async function found(migrations: readonly PlannedMigration[]): Promise<Record<string, number>> {
      const result: Record<string, number> = {};
      const statements = migrations.flatMap(({ forward }) => forward.steps.flatMap((step) => step.statements));
      for (const { kind, object, query } of statements.flatMap(({ guards }) => guards)) {
        const { length } = await connection.query(query);
        if (length > 0) result[`${kind} ${object}`] = length;
      }
      return result;
    }

    /** Makes the change; nothing is left to plan, nor after undoing it, and it can be made again. */
    async function change(before: string, after: string, asked: readonly RenameHint[] = []): Promise<void> {
      const migrations = await plan(after, asked);
      for (const { forward } of migrations) await run(forward);
      expect(await plan(after), "after the change").to.deep.equal([]);
      const rows = await query("select * from t order by id");
      for (const { backward } of [...migrations].reverse()) await run(backward);
      expect(await plan(before), "after undoing it").to.deep.equal([]);
      for (const { forward } of migrations) await run(forward);
      expect((await query("select * from t order by id")).length).to.equal(rows.length);
    }

    const query = (sql: string) => connection.query(sql);

    it("makes values of another type, under all that hangs on the column", async () => {
      const table = (amount: string, check: string, size: string) => `table t {
        id int primary key
        amount ${amount}
        size int generated (${size}) stored
        unique (amount) as t_amount
        index (amount, id) as t_amount_id
        check (${check}) as t_amount_ok
      }`;
      const before = table("varchar(20) = '0'", "amount <> ''", "length(amount)");
      const using = `using (cast(replace(amount, ',', '') as ${int}))`;
      const after = table(`int = 0 ${using}`, "amount >= 0", "amount * 2");
      await start(before, "insert into t (id, amount) values (1, '1,234'), (2, '7')");
      const migrations = await plan(after);
      expect(await found(migrations)).to.deep.equal({});
      for (const { forward } of migrations) await run(forward);
      await connection.execute("insert into t (id) values (3)");
      expect(await query("select * from t order by id")).to.deep.equal([
        { id: 1, amount: 1234, size: 2468 },
        { id: 2, amount: 7, size: 14 },
        { id: 3, amount: 0, size: 0 },
      ]);
      expect(await plan(after)).to.deep.equal([]);
      for (const { backward } of [...migrations].reverse()) await run(backward);
      expect(await query("select amount from t order by id")).to.deep.equal([
        { amount: "1234" },
        { amount: "7" },
        { amount: "0" },
      ]);
      expect(await plan(before)).to.deep.equal([]);
    });

    it("fills what must not be null any more, and writes no other row", async () => {
      const before = "table t {\n  id int primary key\n  nickname varchar(20)?\n  name varchar(20)?\n}";
      const named = (name: string) => `table t {\n  id int primary key\n  nickname varchar(20)?\n  name ${name}\n}`;
      await start(before, "insert into t values (1, 'a', 'Ada'), (2, 'bob', null), (3, null, null)");
      expect(await found(await plan(named("varchar(20) using (nickname)")))).to.deep.equal({ "fails t.name": 1 });
      const filled = named("varchar(20) using (coalesce(nickname, 'unknown'))");
      expect(await found(await plan(filled))).to.deep.equal({});
      await change(before, filled);
      expect(await query("select name from t order by id")).to.deep.equal([
        { name: "Ada" },
        { name: "bob" },
        { name: "unknown" },
      ]);
    });

    it("fills a new column; a default is for rows to come", async () => {
      const before = "table t {\n  id int primary key\n  title varchar(20)?\n}";
      const slugged = (slug: string) => `table t {\n  id int primary key\n  title varchar(20)?\n  slug ${slug}\n}`;
      await start(before, "insert into t values (1, 'One'), (2, null)");
      expect(await found(await plan(slugged("varchar(20) using (lower(title))")))).to.deep.equal({ "fails t.slug": 1 });
      await change(before, slugged("varchar(20)? using (lower(title))"));
      expect(await query("select slug from t order by id")).to.deep.equal([{ slug: "one" }, { slug: null }]);
      await change(
        slugged("varchar(20)?"),
        slugged("varchar(20)? = 'new' using (lower(title))\n  rank int = 1 using (id * 2)"),
      );
      await connection.execute("insert into t (id) values (3)");
      expect(await query("select slug, t.rank from t order by id")).to.deep.equal([
        { slug: "one", rank: 2 },
        { slug: null, rank: 4 },
        { slug: "new", rank: 1 },
      ]);
    });

    it("reads a column that goes in the same plan, and one that changes, as they were", async () => {
      const before = "table t {\n  id int primary key\n  code varchar(20)\n  gone varchar(20)?\n}";
      const after = `table t {
        id int primary key
        code int using (cast(replace(code, 'c', '') as ${int}))
        old_code varchar(20) using (code)
        kept varchar(20) using (coalesce(gone, '-'))
      }`;
      await start(before, "insert into t values (1, 'c7', 'x'), (2, 'c8', null)");
      expect(await found(await plan(after))).to.deep.equal({ "loses t.gone": 1 });
      for (const { forward, backward } of await plan(after)) {
        await run(forward);
        expect(await query("select code, old_code, kept from t order by id")).to.deep.equal([
          { code: 7, old_code: "c7", kept: "x" },
          { code: 8, old_code: "c8", kept: "-" },
        ]);
        await run(backward);
      }
      await change(before, after);
      // The second time, from what the way back had left.
      expect(await query("select code, old_code, kept from t order by id")).to.deep.equal([
        { code: 7, old_code: "7", kept: "-" },
        { code: 8, old_code: "8", kept: "-" },
      ]);
    });

    it("speaks of columns and tables as they are called after the renames of the plan", async () => {
      const before = "table s {\n  id int primary key\n  a varchar(10)\n  b varchar(10)\n  n varchar(10)?\n}";
      const after = `table t @was(s) {
        id int primary key
        a varchar(10)
        b varchar(10)
        number int @was(n) using (length(t.a) * 10 + length(b))
        pair varchar(20) using (concat(a, b)) unique as t_pair
      }`;
      const swap = (from: string, to: string): RenameHint => ({
        noun: "column",
        on: { schema: null, name: "t" },
        from: [from],
        to,
        origin: { path: "--rename", line: 1 },
      });
      await start(before, "insert into s values (1, 'a', 'bbb', null), (2, 'aa', 'b', null), (3, 'aab', '', null)");
      const asked = [swap("a", "b"), swap("b", "a")];
      const migrations = await plan(after, asked);
      // 'b' || 'aa' and '' || 'aab' differ, so a reader of the names before would find two of a kind.
      expect(await found(migrations)).to.deep.equal({});
      for (const { forward } of migrations) await run(forward);
      expect(await query("select a, b, number, pair from t order by id")).to.deep.equal([
        { a: "bbb", b: "a", number: 31, pair: "bbba" },
        { a: "b", b: "aa", number: 12, pair: "baa" },
        { a: "", b: "aab", number: 3, pair: "aab" },
      ]);
      for (const { backward } of [...migrations].reverse()) await run(backward);
      expect(await plan(before)).to.deep.equal([]);
    });

    it("lets guards of new rules read the values that will be there", async () => {
      const before = "table t {\n  id int primary key\n  code varchar(20)\n}";
      const after = `table t {
        id int primary key
        code int using (cast(substr(code, 2) as ${int})) check (code > 5) as t_code_big
        twin varchar(20) using (upper(substr(code, 1, 1)))
        unique (twin) as t_twin
      }`;
      await start(before, "insert into t values (1, 'a3'), (2, 'a9'), (3, 'b9')");
      const guards = await found(await plan(after));
      expect(guards["fails t.t_code_big"] ?? guards["fails t.<check>"]).to.equal(1);
      expect(guards["fails t.t_twin"]).to.equal(1);
    });

    it("takes text that ends in a comment, and a key that points at what it fills with", async () => {
      const before = `table p { id int primary key }
table t {\n  id int primary key\n  p_id int? -> p.id deferrable initially deferred @for(postgres, sqlite)\n  p_id int? -> p.id @for(mysql)\n}`;
      const after = before.replaceAll("p_id int?", "p_id int using (7 -- the first one\n  )");
      await start(before, "insert into p values (7), (8)", "insert into t values (1, null), (2, 8)");
      await change(before, after);
      expect(await query("select p_id from t order by id")).to.deep.equal([{ p_id: 7 }, { p_id: 8 }]);
    });

    it("does nothing where nothing changes", async () => {
      const text = (using: string) => `table t {\n  id int primary key\n  a int${using}\n}`;
      await start(text(" using (nonsense)"), "insert into t values (1, 1)");
      expect(await plan(text(" using (more nonsense)"))).to.deep.equal([]);
      expect(await plan(text(""))).to.deep.equal([]);
    });

    it("fills every row of a table that is copied a range at a time", async () => {
      const before = "table t {\n  id int primary key\n  a varchar(20)\n}";
      const after = `table t {\n  id int primary key\n  a int using (cast(substr(a, 2) as ${int}))\n}`;
      await start(before);
      for (let from = 0; from < 50_000; from += 5_000) {
        const rows = Array.from({ length: 5_000 }, (_, at) => `(${from + at}, 'x${from + at}')`);
        await connection.execute(`insert into t values ${rows.join(", ")}`);
      }
      const migrations = await plan(after);
      for (const { forward } of migrations) await run(forward);
      const [row] = await query("select count(*) as n from t where a = id");
      expect(Number(row?.n)).to.equal(50_000);
    });
  });
}
