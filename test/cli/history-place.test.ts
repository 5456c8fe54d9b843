/** `history` of a target: covet's own tables in a schema of their own, and what stands in the way of changing it. */

import { expect } from "chai";
import { connect, database, type TestDatabase } from "../support/servers.js";
import { type Workspace, workspace } from "./workspace.js";

const first = "table users {\n  id bigint primary key\n}\n";
const second = "table users {\n  id bigint primary key\n  name text?\n}\n";

describe("the place of the history", function () {
  this.timeout(240_000);
  let place: Workspace;
  afterEach(() => place.remove());

  function project(target: Record<string, unknown>): void {
    place.write("covet.config.json", JSON.stringify({ targets: { it: target } }));
  }

  describe("on PostgreSQL", () => {
    let own: TestDatabase;
    beforeEach(async () => {
      own = await database("postgres15");
      place = workspace();
      place.schema(first);
    });
    afterEach(() => own.drop());

    async function tables(): Promise<readonly unknown[]> {
      const admin = await connect("postgres15", own.url);
      const rows = await admin.query(
        "select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1",
      );
      await admin.close();
      return rows.map(({ name }) => name);
    }
    async function sql(text: string): Promise<readonly unknown[]> {
      const admin = await connect("postgres15", own.url);
      try {
        return await admin.query(text);
      } finally {
        await admin.close();
      }
    }

    for (const [what, history, schema] of [
      ["a schema that is made", "covet._covet_migrations", "covet"],
      ["one with an odd name", '"Covet ""s"._covet_migrations', 'Covet "s'],
    ] as const)
      it(`is ${what}: apply, empty plan, status, rollback`, async () => {
        project({ url: own.url, history });
        await place.expect(0, "plan", "init");
        await place.expect(0, "apply");
        const both = [`${schema}._covet_migrations`, `${schema}._covet_objects`];
        expect(await tables()).to.have.members([...both, "public.users"]);
        expect((await place.expect(0, "plan")).stdout)
          .to.contain("nothing to do")
          .and.contain("0 unmanaged");
        expect((await place.expect(0, "plan")).stdout).to.contain("nothing to do");
        place.schema(second);
        await place.expect(0, "plan", "name");
        await place.expect(2, "status", "--check");
        await place.expect(0, "apply");
        await place.expect(0, "status", "--check");
        await place.expect(0, "rollback", "--steps", "2");
        expect(await tables()).to.have.members(both);
        await place.expect(2, "status", "--check");
        await place.expect(0, "apply");
        await place.expect(0, "status", "--check");
      });

    it("is a schema that is there, also one the files declare", async () => {
      await sql("create schema ops");
      place.schema(`schema ops\n${first}table ops.jobs {\n  id int primary key\n}\n`);
      project({ url: own.url, history: "ops._covet_migrations" });
      await place.expect(0, "plan", "init");
      await place.expect(0, "apply");
      expect(await tables()).to.deep.equal(["ops._covet_migrations", "ops._covet_objects", "ops.jobs", "public.users"]);
      expect((await place.expect(0, "plan")).stdout).to.contain("nothing to do");
    });

    it("cannot change under a history: every command says where it is, and moving the tables mends it", async () => {
      project({ url: own.url });
      await place.expect(0, "plan", "init");
      await place.expect(0, "apply");
      const before = await tables();
      project({ url: own.url, history: "covet._covet_migrations" });
      for (const command of [["plan"], ["apply"], ["status"], ["rollback"]]) {
        const { stderr } = await place.expect(3, ...command);
        expect(stderr)
          .to.contain("_covet_migrations of the default schema")
          .and.contain("help: Move _covet_migrations and _covet_objects to covet");
      }
      expect(await tables()).to.deep.equal(before);
      await sql(
        "create schema covet; alter table _covet_migrations set schema covet; alter table _covet_objects set schema covet",
      );
      await place.expect(0, "status", "--check");
      expect((await place.expect(0, "plan")).stdout).to.contain("nothing to do");
    });

    it("may differ between two apps in one database", async () => {
      const write = (app: string, history: string | undefined, table: string) => {
        place.write(
          "covet.config.json",
          JSON.stringify({ app, migrations: app, targets: { it: { url: own.url, history, unmanaged: [table] } } }),
        );
      };
      write("one", undefined, "posts");
      await place.expect(0, "plan", "init");
      await place.expect(0, "apply");
      place.schema("table posts {\n  id int primary key\n}\n");
      write("two", "two._covet_migrations", "users");
      await place.expect(0, "plan", "init");
      await place.expect(0, "apply");
      await place.expect(0, "status", "--check");
      expect(await sql("select app from two._covet_migrations")).to.deep.equal([{ app: "two" }]);
      expect(await sql("select app from _covet_migrations")).to.deep.equal([{ app: "one" }]);
    });

    it("keeps its name", async () => {
      project({ url: own.url, history: "covet.migrations" });
      const { stderr } = await place.expect(1, "plan");
      expect(stderr).to.contain("targets.it.history").and.contain('write "covet._covet_migrations"');
    });
  });

  it("is the file itself on SQLite", async () => {
    place = workspace();
    place.schema(first);
    project({ url: "sqlite:covet.db", history: "_covet_migrations" });
    await place.expect(0, "plan", "init");
    await place.expect(0, "apply");
    await place.expect(0, "status", "--check");
    project({ url: "sqlite:covet.db", history: "covet._covet_migrations" });
    expect((await place.expect(1, "status")).stderr)
      .to.contain("no schema covet")
      .and.contain("take `history` out");
  });
});
