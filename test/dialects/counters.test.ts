/** What numbers rows goes on where it was, whatever changes around it: a number that was used never comes again. */

import { expect } from "chai";
import type { Connection } from "../../src/dialect/connection.js";
import { makePlan } from "../../src/plan/plan.js";
import type { PlannedHalf, PlannedMigration } from "../../src/plan/planned.js";
import { bindText, type Target } from "../support/covet.js";
import { testEngines } from "../support/engines.js";

const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };

interface Change {
  readonly before: string;
  readonly after: string;
  /** Only there. */
  readonly on?: Target;
}

const table = (columns: string, head = "t"): string =>
  `table ${head} {\n  ${columns.replaceAll("; ", "\n  ")}\n}`.replace(/ identity.*/g, "$& @sqlite.autoincrement");

const changes: Readonly<Record<string, Change>> = {
  "the type of the key grows": {
    before: table("id int identity primary key; a int?"),
    after: table("id bigint identity primary key; a int?"),
  },
  "another column gets a type and a check": {
    before: table("id int identity primary key; a int?"),
    after: table("id int identity primary key; a varchar(9)? check (a <> 'x')"),
  },
  "a column is filled": {
    before: table("id int identity primary key; a int?"),
    after: table("id int identity primary key; a int?; b int = 0 using (id * 2)"),
  },
  "the column is renamed": {
    before: table("id int identity primary key; a int?"),
    after: table("number int identity primary key @was(id); a int?"),
  },
  "the table is renamed and changes": {
    before: table("id int identity; a int?; primary key (id) as t_key"),
    after: table("id int identity; a varchar(9)? check (a <> 'x'); primary key (id) as t_key", "u @was(t)"),
  },
  "a key points at it, and both grow": {
    before: `${table("id int identity primary key; a int?")}\ntable c {\n  id int primary key\n  t_id int? -> t.id\n}`,
    after: `${table("id bigint identity primary key; a int?")}\ntable c {\n  id int primary key\n  t_id bigint? -> t.id\n}`,
  },
  "a serial column grows": {
    before: table("id serial primary key; a int?"),
    after: table("id bigserial primary key; a int?"),
    on: "postgres",
  },
  "a serial column is renamed, and its table": {
    before: table("id serial primary key as t_key; a int?"),
    after: table("number serial @was(id) primary key as t_key; a int?", "u @was(t)"),
    on: "postgres",
  },
  "an identity becomes one of another kind": {
    before: table("id int identity primary key; a int?"),
    after: table("id bigint identity always (increment 1, cache 1) primary key; a int?"),
    on: "postgres",
  },
};

for (const engine of testEngines) {
  const { dialect } = engine;
  const target = dialect.name as Target;

  describe(`counters on ${engine.name}`, () => {
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

    async function plan(text: string): Promise<readonly PlannedMigration[]> {
      const { schema, hints, diagnostics } = bindText(text, target);
      expect(diagnostics.filter(({ severity }) => severity === "error").map(({ title }) => title)).to.deep.equal([]);
      const scope = { namespaces: [], unmanaged: [] };
      const input = { dialect, connection, after: schema, hints, scope, known: { has: () => false } };
      return (await makePlan(input)).plan.migrations;
    }

    async function run(half: PlannedHalf): Promise<void> {
      await connection.begin();
      for (const { sql } of half.steps.flatMap(({ statements }) => statements)) await connection.execute(sql);
      await connection.commit();
    }

    for (const [what, { before, after: wanted, on }] of Object.entries(changes)) {
      if (on !== undefined && on !== target) continue;
      it(`go on while ${what}, and back`, async () => {
        for (const { forward } of await plan(before)) await run(forward);
        const add = (name: string) => connection.execute(`insert into ${name} (a) values (null)`);
        for (let i = 0; i < 3; i++) await add("t");
        await connection.execute("delete from t where id = 3");
        const migrations = await plan(wanted);
        for (const { forward } of migrations) await run(forward);
        const [name, column] = [wanted.includes("@was(t)") ? "u" : "t", wanted.includes("@was(id)") ? "number" : "id"];
        await add(name);
        const ids = await connection.query(`select ${column} as id from ${name} order by 1`);
        expect(ids.map(({ id }) => Number(id))).to.deep.equal([1, 2, 4]);
        await connection.execute(`delete from ${name} where ${column} = 4`);
        for (const { backward } of [...migrations].reverse()) await run(backward);
        await add("t");
        const back = await connection.query("select id from t order by 1");
        expect(back.map(({ id }) => Number(id))).to.deep.equal([1, 2, 5]);
        expect(await plan(before)).to.deep.equal([]);
      });
    }
  });
}
