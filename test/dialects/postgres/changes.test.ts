/** Changes that cross nouns or that rows can stop: planned, made and unmade on a real server, with the rows looked at. */

import { expect } from "chai";
import type { Connection, Row } from "../../../src/dialect/connection.js";
import { postgres } from "../../../src/dialects/postgres/dialect.js";
import { makePlan } from "../../../src/plan/plan.js";
import type { PlannedHalf, PlannedMigration } from "../../../src/plan/planned.js";
import { bindText } from "../../support/covet.js";
import { testEngines } from "../../support/engines.js";

const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };

for (const engine of testEngines.filter(({ dialect }) => dialect === postgres)) {
  describe(`changes on ${engine.name}`, () => {
    let database: Awaited<ReturnType<typeof engine.fresh>>;
    let connection: Connection;
    before(async () => {
      database = await engine.fresh();
      connection = await postgres.connect({ ...options, url: database.url });
    });
    after(async () => {
      await connection?.close();
      await database?.drop();
    });
    beforeEach(async () => {
      await connection.execute("drop schema public cascade");
      await connection.execute("create schema public");
    });

    async function plan(text: string): Promise<readonly PlannedMigration[]> {
      const { schema, hints, diagnostics } = bindText(text);
      expect(diagnostics.filter(({ severity }) => severity === "error").map(({ title }) => title)).to.deep.equal([]);
      const scope = { namespaces: [], unmanaged: [] };
      const input = { dialect: postgres, connection, after: schema, hints, scope, known: { has: () => false } };
      return (await makePlan(input)).plan.migrations;
    }

    /** Rows each guard finds, by object. */
    async function guards(half: PlannedHalf): Promise<Record<string, number>> {
      const found: Record<string, number> = {};
      for (const { kind, object, query } of half.steps.flatMap(({ statements }) => statements.flatMap((s) => s.guards)))
        found[`${kind} ${object}`] = (await connection.query(query)).length;
      return found;
    }

    async function run(half: PlannedHalf): Promise<void> {
      for (const { sql } of half.steps.flatMap(({ statements }) => statements)) await connection.execute(sql);
    }

    async function start(text: string, ...rows: string[]): Promise<void> {
      for (const { forward } of await plan(text)) await run(forward);
      for (const sql of rows) await connection.execute(sql);
    }

    /** Makes the change, and sees that nothing is left to plan. */
    async function change(text: string): Promise<readonly PlannedMigration[]> {
      const migrations = await plan(text);
      expect(migrations).not.to.have.length(0);
      for (const { forward } of migrations) await run(forward);
      expect((await plan(text)).flatMap(({ forward }) => forward.steps)).to.deep.equal([]);
      return migrations;
    }

    async function undo(migrations: readonly PlannedMigration[], text: string): Promise<void> {
      for (const { backward } of [...migrations].reverse()) await run(backward);
      expect((await plan(text)).flatMap(({ forward }) => forward.steps)).to.deep.equal([]);
    }

    const query = (sql: string): Promise<Row[]> => connection.query(sql);

    it("a serial column that grows takes its sequence along", async () => {
      const before = "table t {\n  id serial primary key\n}";
      await start(before, "insert into t default values");
      const migrations = await change("table t {\n  id bigserial primary key\n}");
      const [sequence] = await query("select format_type(seqtypid, null) as type from pg_sequence");
      expect(sequence?.type).to.equal("bigint");
      await undo(migrations, before);
    });

    it("a serial column that becomes an identity goes on counting, and back", async () => {
      const before = "table t {\n  id serial primary key\n  x int?\n}";
      await start(before, "insert into t default values", "insert into t default values");
      const migrations = await change("table t {\n  id int identity primary key\n  x int?\n}");
      await connection.execute("insert into t default values");
      await undo(migrations, before);
      await connection.execute("insert into t default values");
      expect(await query("select id from t order by id")).to.deep.equal([1, 2, 3, 4].map((id) => ({ id })));
    });

    it("text becomes a number where all of it is one, and the guard names the rows that are not", async () => {
      const before = "table t {\n  id int primary key\n  n text = '0'\n}";
      const after = "table t {\n  id int primary key\n  n int = 0\n}";
      await start(before, "insert into t values (1, '7'), (2, 'seven')");
      const [migration] = await plan(after);
      expect(migration && (await guards(migration.forward))).to.deep.equal({ "fails t.n": 1 });
      await connection.execute("delete from t where id = 2");
      const migrations = await change(after);
      expect(await query("select * from t")).to.deep.equal([{ id: 1, n: 7 }]);
      await undo(migrations, before);
      expect(await query("select * from t")).to.deep.equal([{ id: 1, n: "7" }]);
    });

    it("guards count what a narrower type would lose or refuse", async () => {
      await start(
        "table t {\n  a varchar(10)\n  b decimal(6, 2)\n  c bigint\n  d timestamp\n  e double\n}",
        "insert into t values ('short', 1.25, 5, '2026-01-01 10:00', 1.5), ('much longer'::varchar(10), 1.2, 5000000000, '2026-01-01', 2)",
      );
      const [migration] = await plan("table t {\n  a varchar(5)\n  b decimal(4, 1)\n  c int\n  d date\n  e int\n}");
      const found = await guards(migration?.forward ?? { steps: [], irreversible: null });
      expect(found).to.deep.equal({
        "fails t.a": 1,
        "fails t.b": 0,
        "loses t.b": 1,
        "fails t.c": 1,
        "loses t.d": 1,
        "fails t.e": 0,
        "loses t.e": 1,
      });
    });

    it("guards name rows in the way of what is added", async () => {
      await start(
        "table p {\n  id int primary key\n}\ntable t {\n  a int?\n  b int?\n  c int?\n}",
        "insert into p values (1)",
        "insert into t values (1, 1, 1), (1, -1, 2), (null, null, null), (null, 1, 1)",
      );
      const [migration] = await plan(
        "table p {\n  id int primary key\n}\ntable t {\n  a int? unique as t_a\n  b int\n  c int? -> p as t_c\n  check (b > 0) as t_b\n  unique index (c) as t_ci\n}",
      );
      expect(await guards(migration?.forward ?? { steps: [], irreversible: null })).to.deep.equal({
        "fails t.t_a": 1,
        "fails t.b": 1,
        "fails t.t_b": 1,
        "fails t.t_c": 1,
        "fails t.t_ci": 1,
      });
    });

    it("guards count the rows that a rule over new and renamed columns would stop", async () => {
      await start(
        "table p {\n  a int\n  b int\n  unique (a, b) as p_ab\n}\ntable t {\n  x int?\n  y int?\n  s text\n}",
        "insert into p values (1, 1)",
        "insert into t values (1, 1, '7'), (1, null, '07'), (2, 2, '-8'), (null, null, '0')",
      );
      const after = `table p {
  a int
  b int
  unique (a, b) as p_ab
}
table u @was(t) {
  x int?
  z int? @was(y)
  one int = 1
  at timestamptz = now()
  id int identity
  none int?
  double int? generated (x * one) stored
  s int
  unique (s) as u_s
  unique index (abs(s)) as u_s_index
  check (s > 0) as u_s_check
  unique (one) as u_one
  unique (one, x) as u_one_x
  unique (z, at) as u_at
  unique (id) as u_id
  unique (none, x) as u_none
  unique index (double) as u_double
  check (z > one or u.x is null) as u_check
  foreign key (x, z) -> p (a, b) as u_simple
  foreign key (x, z) -> p (a, b) match full as u_full
  foreign key (one, none) -> p (a, b) match full as u_none_full
  foreign key (one, z) -> p (a, b) as u_one_p
}`;
      const [migration] = await plan(after);
      const found = await guards(migration?.forward ?? { steps: [], irreversible: null });
      expect(found).to.deep.equal({
        "fails u.s": 0,
        "fails u.u_s": 1,
        "fails u.u_s_index": 1,
        "fails u.u_s_check": 2,
        "fails u.u_one": 1,
        "fails u.u_one_x": 1,
        "fails u.u_at": 0,
        "fails u.u_double": 1,
        "fails u.u_check": 1,
        "fails u.u_simple": 1,
        "fails u.u_full": 2,
        "fails u.u_none_full": 4,
        "fails u.u_one_p": 1,
      });
    });

    for (const rule of [
      "one int = 1 unique",
      "at timestamptz = current_timestamp unique",
      "unique (b)",
      "check (a > 0)",
      "foreign key (a, b) -> p (a, b)",
      "foreign key (a, b) -> p (a, b) match full",
    ])
      it(`a guard finds rows exactly where the server would refuse \`${rule}\``, async () => {
        const text = (more: string) =>
          `table p {\n  a int\n  b int\n  unique (a, b)\n}\ntable t {\n  a int?\n  b int?\n  ${more}\n}`;
        for (const rows of ["(1, 1)", "(1, null)", "(null, null), (null, null)", "(-1, 1)", "(1, 1), (1, 1)", null]) {
          await start(text(""), "insert into p values (1, 1)");
          if (rows !== null) await connection.execute(`insert into t values ${rows}`);
          const [migration] = await plan(text(rule));
          const half = migration?.forward ?? { steps: [], irreversible: null };
          const found = Object.values(await guards(half));
          const refused = await run(half).then(
            () => false,
            () => true,
          );
          expect(
            found.some((count) => count > 0),
            String(rows),
          ).to.equal(refused);
          await connection.execute("drop schema public cascade");
          await connection.execute("create schema public");
        }
      });

    it("guards speak of tables and columns as they are called before the migration", async () => {
      await start("table t {\n  a int?\n  gone int?\n}", "insert into t values (null, 1)");
      const [migration] = await plan("table u @was(t) {\n  b int @was(a)\n}");
      expect(await guards(migration?.forward ?? { steps: [], irreversible: null })).to.deep.equal({
        "fails u.b": 1,
        "loses u.gone": 1,
      });
    });

    it("a foreign key steps aside while the key it points at is made anew", async () => {
      const before =
        "table p {\n  id int primary key as p_id\n  code int\n}\ntable c {\n  p int -> p.id on delete cascade as c_p\n}";
      await start(before, "insert into p values (1, 10)", "insert into c values (1)");
      const migrations = await change(
        "table p {\n  id int unique as p_unique\n  code int primary key as p_code\n}\ntable c {\n  p int -> p.id on delete cascade as c_p\n}",
      );
      await undo(migrations, before);
      expect(await query("select * from c")).to.deep.equal([{ p: 1 }]);
    });

    it("a foreign key steps aside while both its ends change their type", async () => {
      const before = "table p {\n  id int primary key\n}\ntable c {\n  p int -> p.id as c_p\n}";
      await start(before, "insert into p values (1)", "insert into c values (1)");
      const migrations = await change("table p {\n  id text primary key\n}\ntable c {\n  p text -> p.id as c_p\n}");
      expect(await query("select * from c")).to.deep.equal([{ p: "1" }]);
      await undo(migrations, before);
    });

    it("an enum loses a value under everything that uses it", async () => {
      const text = (values: string) => `enum kind { ${values} }
table p {
  k kind = 'a' primary key as p_key
}
table t {
  k kind = 'a' -> p.k as t_k
  list kind[] = '{a,b}'
  check (k <> 'b') as t_check
  index (k) where (k = 'a') as t_index
}`;
      await start(
        text("a, b, c"),
        "insert into p values ('a'), ('c')",
        "insert into t (k, list) values ('a', '{b}'), ('c', '{c,c}')",
      );
      const [refused] = await plan(text("b, a"));
      expect(await guards(refused?.forward ?? { steps: [], irreversible: null })).to.deep.equal({
        "fails p.k": 1,
        "fails t.k": 1,
        "fails t.list": 1,
      });
      await connection.execute("delete from t where k = 'c'");
      await connection.execute("delete from p where k = 'c'");
      const migrations = await change(text("b, a"));
      expect(await query("select k::text as k, list::text as list from t")).to.deep.equal([{ k: "a", list: "{b}" }]);
      await undo(migrations, text("a, b, c"));
    });

    it("an enum loses a value of which a computed column spoke, and rules on that column", async () => {
      const text = (values: string, value: string) => `enum kind { ${values} }
table t {
  k kind
  other kind = 'a'
  loud bool? generated (k = '${value}') stored
  shown kind? generated (case when k = '${value}' then k else 'a' end) stored
  check (loud or shown <> '${value}') as t_check
  index (loud) as t_loud
  index (shown) where (shown = '${value}') as t_shown
}`;
      const [before, after] = [text("a, b, c", "c"), text("a, b", "b")];
      await start(before, "insert into t (k) values ('a'), ('b')");
      const migrations = await change(after);
      expect(await query("select loud from t order by k")).to.deep.equal([{ loud: false }, { loud: true }]);
      await undo(migrations, before);
      expect(await query("select loud from t order by k")).to.deep.equal([{ loud: false }, { loud: false }]);
    });

    it("a check is not asked of rows in between, while what it speaks of changes column by column", async () => {
      const text = (factor: number, check: string) =>
        `table t {\n  n int\n  a int? generated (n * ${factor}) stored\n  b int? generated (n * ${factor}) stored\n  check (${check}) as t_check\n  unique index (a) where (a = b) as t_a\n}`;
      const before = text(1, "a = b");
      await start(before, "insert into t values (1), (2)");
      await undo(await change(text(2, "a = b")), before);
      await undo(await change(text(3, "a = b and a >= 3")), before);
      expect(await query("select a, b from t order by n")).to.deep.equal([1, 2].map((n) => ({ a: n, b: n })));
    });

    it("an index built beside the writers takes the place of an invalid one, and of no other", async () => {
      const before = "table t {\n  a int\n}";
      const after = "table t {\n  a int\n  index (a) as t_a @concurrent\n}";
      await start(before);
      await connection.execute("create index t_a on t (a)");
      await connection.execute("update pg_index set indisvalid = false where indexrelid = 't_a'::regclass");
      const [migration] = await plan(after);
      expect(migration?.transaction).to.equal("none");
      await change(after);
      const create = migration?.forward.steps.flatMap(({ statements }) => statements.map(({ sql }) => sql)) ?? [];
      const again = await connection
        .execute(create[0] ?? "")
        .then(() => connection.execute(create[1] ?? ""))
        .catch((error: Error) => error);
      expect(String(again)).to.match(/already exists/);
    });

    it("an index keeps its collation while its column takes another or loses its own, and back", async () => {
      const table = (columns: string, indexes: string) => `table t {\n  ${columns}\n  ${indexes}\n}`;
      const before = table(
        'a text\n  b text collate "C"\n  c text',
        'index (a collate "C") as t_a\n  index (b) as t_b\n  index (c collate "C") as t_c',
      );
      const after = table(
        'a text collate "C"\n  b text collate "POSIX"\n  c int',
        'index (a) as t_a\n  index (b collate "C") as t_b\n  index (c) as t_c',
      );
      const indexes = () =>
        query("select pg_get_indexdef(indexrelid) as sql from pg_index where indrelid = 't'::regclass");
      await start(before, "insert into t values ('x', 'y', '1')");
      const first = await indexes();
      const migrations = await change(after);
      await undo(migrations, before);
      expect(await indexes()).to.have.deep.members(first);
    });

    it("replication goes on to know rows by an index that is made anew, that comes or that goes", async () => {
      const text = (identity: string, members: string, b = "text") =>
        `table t ${identity && `@postgres.replica_identity(${identity})`} {\n  a int\n  b ${b}\n  ${members}\n}`;
      const identity = async () =>
        (
          await query(
            "select c.relreplident::text || coalesce(' ' || i.indexrelid::regclass, '') as x from pg_class c left join pg_index i on i.indrelid = c.oid and i.indisreplident where c.oid = 't'::regclass",
          )
        )[0]?.x;
      const keyed = text("t_a", "unique index (a) as t_a\n  unique (b) as t_b");
      await start(keyed, "insert into t values (1, 'x')");
      for (const [after, expected] of [
        [text("t_a", "unique index (b) as t_a\n  unique (b) as t_b"), "i t_a"],
        [text("t_a", 'unique index (b collate "C") as t_a', "varchar(10)"), "i t_a"],
        [text("t_b", "unique (a, b) as t_b"), "i t_b"],
        [text("t_x", "unique index (a) as t_x @was(t_a)"), "i t_x"],
        [text("", ""), "d"],
      ] as const) {
        const migrations = await change(after);
        expect(await identity()).to.equal(expected);
        await undo(migrations, keyed);
        expect(await identity()).to.equal("i t_a");
      }
      const other = text("t_b", "unique (b) as t_b");
      const first = await change(other);
      const second = await change(text("t_b", "unique (b, a) as t_b"));
      expect(await identity()).to.equal("i t_b");
      await undo(second, other);
      expect(await identity()).to.equal("i t_b");
      await undo(first, keyed);
      expect(await identity()).to.equal("i t_a");
    });

    it("text that ends in a comment does not swallow what follows it", async () => {
      const before = "table t {\n  a int\n}";
      await start(before);
      const migrations = await change(
        "table t {\n  a int = `1 + 1 -- two`\n  b int? generated (a * 2 -- twice\n) stored\n  check (a > 0 -- positive\n) as t_check\n  index (a) where (a > 0 -- some\n) as t_index\n}",
      );
      await undo(migrations, before);
    });

    if (engine.name !== "postgres15")
      it("says what a virtual column cannot carry, which is what the server refuses", async () => {
        const before =
          "table t {\n  a int\n  g int? generated (a * 2) stored @postgres.statistics(200)\n  index (g) as t_g\n}";
        const virtual = before.replace("stored", "virtual");
        const bare = virtual.replace(" @postgres.statistics(200)", "");
        const possible = bare.replace("index (g)", "index (a)");
        const refusal = (text: string) =>
          plan(text).then(
            () => "",
            ({ message }: Error) => message,
          );
        await start(before);
        expect(await refusal(virtual)).to.match(/t\.g is virtual.*statistics.*`stored`/);
        expect(await refusal(bare)).to.match(/t\.g is virtual.*index \(t_g\).*`stored`/);
        const migrations = await change(possible);
        for (const sql of ["alter table t alter g set statistics 200", "create index on t (g)"]) {
          const words = await connection.execute(sql).then(
            () => "",
            ({ message }: Error) => message,
          );
          expect(words).to.match(/virtual generated column/);
        }
        await undo(migrations, before);
      });

    describe("what is not covet's and uses what changes stops the plan by name, and only then", () => {
      const before = `enum kind { a, b, c }
table t {
  id int primary key
  n int?
  g int? generated (n + 1) stored
  k kind?
  free int?
}
table other {
  n int?
}`;
      const changes: Readonly<Record<string, string>> = {
        "another type": before.replace("n int?\n  g", "n bigint?\n  g"),
        "another type elsewhere": before.replace("free int?", "free bigint?"),
        "a comment": before.replace("n int?\n  g", "n int? /// words\n  g"),
        "no column": before.replace("  free int?\n", ""),
        "no table": before.replace(/table other[\s\S]*/, ""),
        "another enum": before.replace("a, b, c", "a, b"),
        "more of an enum": before.replace("a, b, c", "a, b, c, d"),
      };
      const users: Readonly<Record<string, { sql: string; stops: Readonly<Record<string, string>> }>> = {
        "view v": { sql: "create view v as select id from t where n > 1", stops: { "another type": "t.n" } },
        "view computed": { sql: "create view computed as select g from t", stops: { "another type": "t.g" } },
        "materialized view m": {
          sql: "create materialized view m as select free from t",
          stops: { "another type elsewhere": "t.free", "no column": "t.free" },
        },
        "view elsewhere.v": {
          sql: "create schema elsewhere; create view elsewhere.v as select k from public.t",
          stops: { "another enum": "t.k" },
        },
        "policy p on other": {
          sql: "create policy p on other using (exists (select from t where free = other.n))",
          stops: { "another type elsewhere": "t.free", "no column": "t.free" },
        },
        "trigger tr on t": {
          sql: "create trigger tr before update of free on t for each row execute function suppress_redundant_updates_trigger()",
          stops: { "another type elsewhere": "t.free", "no column": "t.free" },
        },
        "rule r on t": {
          sql: "create rule r as on update to t where old.n <> new.n do also insert into other values (new.n)",
          stops: { "another type": "t.n", "no table": "other" },
        },
        "view rows_of_other": {
          sql: "create view rows_of_other as select 1 as one from other",
          stops: { "no table": "other" },
        },
        "function f": {
          sql: "create function f(kind[]) returns int language sql as 'select 1'",
          stops: { "another enum": "kind" },
        },
      };
      for (const [user, { sql, stops }] of Object.entries(users))
        it(user, async () => {
          await start(before);
          const unaware = new Map<string, readonly PlannedMigration[]>();
          for (const [name, after] of Object.entries(changes)) unaware.set(name, await plan(after));
          for (const part of sql.split("; ")) await connection.execute(part);
          try {
            for (const [name, after] of Object.entries(changes)) {
              await connection.begin();
              const done = await (async () => {
                for (const { forward } of unaware.get(name) ?? []) await run(forward);
              })().then(
                () => true,
                () => false,
              );
              await connection.rollback();
              expect(done, `the server's own word on ${name}`).to.equal(!(name in stops));
              const refusal = await plan(after).then(
                () => "",
                ({ message }: Error) => message,
              );
              if (done) expect(refusal, name).to.equal("");
              else expect(refusal, name).to.contain(`${user} uses ${stops[name]},`);
            }
          } finally {
            await connection.execute("drop schema if exists elsewhere cascade");
          }
        });
    });

    it("says what an older server lacks", async () => {
      const [migration] = await plan("table t {\n  a int\n  b int? generated (a * 2) virtual\n}").catch(
        (error: Error) => {
          expect(error.message).to.match(/virtual generated columns need PostgreSQL 18; this is 15\.\d+/);
          return [null];
        },
      );
      expect(migration === null).to.equal(engine.name === "postgres15");
    });
  });
}
