/** The commands on PostgreSQL, asked of its own catalog: the main job, and what can be wrong with a connection. */

import { expect } from "chai";
import { connect, database, type TestDatabase } from "../support/servers.js";
import { type Workspace, workspace } from "./workspace.js";

const first = `schema billing

enum role { guest, member }

table users {
  id bigint identity primary key
  name text?
  role role = 'member'
}

table billing.invoices {
  id bigint identity primary key
  user_id bigint -> users.id on delete cascade
  total decimal(10, 2) check (total >= 0)
}
`;
const second = first
  .replace("name text?", "full_name text? @was(name)\n  tags text[] = '{}'")
  .replace("guest, member", "guest, member, admin");

describe("covet on PostgreSQL", function () {
  this.timeout(240_000);
  let own: TestDatabase;
  let place: Workspace;

  before(async () => {
    own = await database("postgres15");
  });
  after(() => own.drop());
  afterEach(() => place.remove());

  async function ask(sql: string): Promise<readonly unknown[]> {
    const admin = await connect("postgres15", own.url);
    try {
      return await admin.query(sql);
    } finally {
      await admin.close();
    }
  }
  const columns = () =>
    ask(
      "select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns where table_schema in ('public', 'billing') and table_name not like '\\_covet%' order by 1",
    );

  it("plans, applies, changes and rolls back, and every plan after an apply is empty", async () => {
    place = workspace({ DATABASE_URL: own.url });
    place.schema(first);
    await place.expect(0, "plan", "init");
    await place.expect(0, "apply");
    const nothing = await place.expect(0, "plan");
    expect(nothing.stdout).to.match(/nothing to do\ncompared (\d+) objects: \1 equal, 0 changed, 0 undecided/);
    const before = await columns();
    await ask("insert into users (name) values ('Ann')");

    place.schema(second);
    const { stdout } = await place.expect(0, "plan", "change");
    expect(stdout).to.contain("RENAME_COLUMN users.name").and.contain("ADD_COLUMN users.tags");
    await place.expect(0, "apply");
    await place.expect(0, "plan", "--check");
    expect(await ask("select full_name, role::text as role from users")).to.deep.equal([
      { full_name: "Ann", role: "member" },
    ]);

    const files = place.migrations().length;
    await place.expect(0, "rollback", "--steps", String(files - 1));
    expect(await columns()).to.deep.equal(before);
    await place.expect(0, "apply");
    await place.expect(0, "status", "--check");
    await place.expect(0, "rollback", "--steps", String(files), "--allow-data-loss", "users");
    expect(await columns()).to.deep.equal([]);
  });

  it("answers a wrong password, an unknown database and an unknown role, and never shows the password", async () => {
    place = workspace();
    place.schema(first);
    const variants: readonly (readonly [part: "pathname" | "username" | "password", value: string, words: string])[] = [
      ["pathname", "/no_such_database", "no_such_database"],
      ["username", "no_such_role", "no_such_role"],
      ["password", "hush", "password"],
    ];
    for (const [part, value, words] of variants) {
      const wrong = new URL(own.url);
      wrong.password = "hush";
      wrong[part] = value;
      if (part === "pathname") wrong.password = new URL(own.url).password;
      const { stderr } = await place.expect(1, "plan", "--url", wrong.href);
      expect(stderr).to.contain("help:").and.contain(words);
      expect(stderr).to.not.contain("hush").and.not.contain(wrong.href);
    }
    expect(place.migrations()).to.deep.equal([]);
  });
});
