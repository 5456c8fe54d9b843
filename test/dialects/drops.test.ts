/** A table that others point at goes, and takes no row of theirs along, whatever their keys say of deleting. */

import { expect } from "chai";
import type { Connection } from "../../src/dialect/connection.js";
import { makePlan } from "../../src/plan/plan.js";
import type { PlannedHalf, PlannedMigration } from "../../src/plan/planned.js";
import { bindText, type Target } from "../support/covet.js";
import { testEngines } from "../support/engines.js";

const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };

const before = `table users {
  id int primary key
}
table notes {
  id int primary key
  user_id int? -> users.id on delete cascade as notes_user
  other_id int? -> users.id on delete set null as notes_other
}
table marks {
  note_id int -> notes.id on delete cascade as marks_note
  user_id int -> users.id on delete cascade as marks_user
}`;
const kept = `table notes {
  id int primary key
  user_id int?
  other_id int?
}
table marks {
  note_id int -> notes.id on delete cascade as marks_note
  user_id int
}`;

for (const engine of testEngines) {
  const { dialect } = engine;

  describe(`dropping what others point at on ${engine.name}`, () => {
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
      const { schema, hints } = bindText(text, dialect.name as Target);
      const scope = { namespaces: [], unmanaged: [] };
      const input = { dialect, connection, after: schema, hints, scope, known: { has: () => false } };
      return (await makePlan(input)).plan.migrations;
    }

    async function run(half: PlannedHalf): Promise<void> {
      await connection.begin();
      for (const { sql } of half.steps.flatMap(({ statements }) => statements)) await connection.execute(sql);
      await connection.commit();
    }

    async function found(half: PlannedHalf): Promise<Record<string, number>> {
      const result: Record<string, number> = {};
      const guards = half.steps.flatMap(({ statements }) => statements.flatMap((statement) => statement.guards));
      for (const { kind, object, query } of guards) {
        const { length } = await connection.query(query);
        if (length > 0) result[`${kind} ${object}`] = length;
      }
      return result;
    }

    it("keeps the rows that pointed at it, and asks of them before it comes back empty", async () => {
      for (const { forward } of await plan(before)) await run(forward);
      await connection.execute("insert into users values (1), (2)");
      await connection.execute("insert into notes values (10, 1, 2), (11, null, 1)");
      await connection.execute("insert into marks values (10, 2), (11, 1)");
      const migrations = await plan(kept);
      expect(migrations).to.have.length(1);
      const [migration] = migrations;
      if (migration === undefined) return;
      expect(await found(migration.forward)).to.deep.equal({ "loses users": 2 });
      await run(migration.forward);
      expect(await plan(kept)).to.deep.equal([]);
      expect(await connection.query("select * from notes order by id")).to.deep.equal([
        { id: 10, user_id: 1, other_id: 2 },
        { id: 11, user_id: null, other_id: 1 },
      ]);
      expect(await connection.query("select * from marks order by note_id")).to.deep.equal([
        { note_id: 10, user_id: 2 },
        { note_id: 11, user_id: 1 },
      ]);
      expect(await found(migration.backward)).to.deep.equal({
        "fails notes.notes_user": 1,
        "fails notes.notes_other": 2,
        "fails marks.marks_user": 2,
      });
      await connection.execute("update notes set user_id = null, other_id = null");
      await connection.execute("delete from marks");
      await run(migration.backward);
      expect(await plan(before)).to.deep.equal([]);
      expect(await connection.query("select id from notes order by id")).to.deep.equal([{ id: 10 }, { id: 11 }]);
    });
  });
}
