/** Rows that a domain's new rule forbids: every engine's guard counts them, and the engine itself refuses them. */

import { expect } from "chai";
import type { Connection } from "../../src/dialect/connection.js";
import { makePlan } from "../../src/plan/plan.js";
import type { PlannedMigration } from "../../src/plan/planned.js";
import { bindText, type Target } from "../support/covet.js";
import { testEngines } from "../support/engines.js";

const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };
const table = "table t {\n  id int primary key\n  a d?\n  b d?\n}\n";
const rows = "insert into t (id, a, b) values (1, 5, 7), (2, 50, null), (3, 500, 5000)";

interface Change {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Rows of `a` and of `b` that the new rule forbids. */
  readonly found: number;
  /** What mends them. */
  readonly mend: string;
}

const changes: readonly Change[] = [
  {
    title: "a check that is new",
    before: `domain d as int\n${table}`,
    after: `domain d as int check (value < 100) as least\n${table}`,
    found: 2,
    mend: "update t set a = 1, b = 1",
  },
  {
    title: "a check that asks for more",
    before: `domain d as int check (value < 9000) as least\n${table}`,
    after: `domain d as int check (value < 10) as least\n${table}`,
    found: 3,
    mend: "update t set a = 1, b = 1",
  },
  {
    title: "no null any more",
    before: `domain d as int\n${table}`,
    after: `domain d as int not null\n${table}`,
    found: 1,
    mend: "update t set b = 1 where b is null",
  },
  {
    title: "columns that take a domain as their type",
    before: `domain d as int\n${table.replaceAll(" d?", " int?")}`,
    after: `domain d as int check (value < 100)\n${table}`,
    found: 2,
    mend: "update t set a = 1, b = 1",
  },
  {
    title: "a rule of what is under the domain",
    before: `domain u as int\ndomain d as u\n${table}`,
    after: `domain u as int check (value <> 5)\ndomain d as u\n${table}`,
    found: 1,
    mend: "update t set a = 1, b = 1",
  },
  {
    title: "a rule that comes with another type under it",
    before: `domain d as int\n${table}`,
    after: `domain d as bigint check (value < 100)\n${table}`,
    found: 2,
    mend: "update t set a = 1, b = 1",
  },
];

for (const { name, dialect, fresh } of testEngines) {
  describe(`domains and rows on ${name}`, () => {
    let database: Awaited<ReturnType<typeof fresh>>;
    let connection: Connection;
    beforeEach(async () => {
      database = await fresh();
      connection = await dialect.connect({ ...options, url: database.url });
    });
    afterEach(async () => {
      await connection?.close();
      await database?.drop();
    });

    async function plan(text: string): Promise<readonly PlannedMigration[]> {
      const { schema, hints, diagnostics } = bindText(text, dialect.name as Target);
      expect(diagnostics.map(({ title }) => title)).to.deep.equal([]);
      const scope = { namespaces: [], unmanaged: [] };
      const input = { dialect, connection, after: schema, hints, scope, known: { has: () => false } };
      return (await makePlan(input)).plan.migrations;
    }

    const statements = (migrations: readonly PlannedMigration[], half: "forward" | "backward") =>
      migrations.flatMap((migration) => migration[half].steps.flatMap((step) => step.statements));

    async function found(migrations: readonly PlannedMigration[]): Promise<number> {
      let count = 0;
      for (const { query } of statements(migrations, "forward").flatMap(({ guards }) => guards))
        count += (await connection.query(query)).length;
      return count;
    }

    async function run(migrations: readonly PlannedMigration[], half: "forward" | "backward"): Promise<void> {
      for (const { sql } of statements(migrations, half)) await connection.execute(sql);
    }

    for (const change of changes)
      it(change.title, async () => {
        await run(await plan(change.before), "forward");
        await connection.execute(rows);
        const migrations = await plan(change.after);
        expect(await found(migrations)).to.equal(change.found);
        await connection.begin();
        const refused = await run(migrations, "forward").then(
          () => false,
          () => true,
        );
        await connection.rollback();
        expect(refused, "the engine refuses the rows").to.equal(true);

        await connection.execute(change.mend);
        expect(await found(migrations)).to.equal(0);
        await run(migrations, "forward");
        expect(statements(await plan(change.after), "forward")).to.deep.equal([]);
        await run([...migrations].reverse(), "backward");
        expect(statements(await plan(change.before), "forward")).to.deep.equal([]);
      });
  });
}
