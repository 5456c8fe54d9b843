/** `covet plan --rename` from outside, with rows: once, both ways, also swaps; and words that mean nothing. */

import { expect } from "chai";
import { connect, database, type TestDatabase } from "../support/servers.js";
import { type Workspace, workspace } from "./workspace.js";

const first = `enum user_role { guest, member }

table users {
  id int primary key
  name text?
  city text?
  role user_role = 'guest'
  unique (name) as users_name
  index (city) as ix_city
}

table posts {
  id int primary key
  title text?
}
`;
const rows = `insert into users (id, name, city, role) values (1, 'Ann', 'Rome', 'guest');
  insert into users (id, name, city, role) values (2, 'Ben', null, 'member');
  insert into posts values (1, 'Hello')`;

const cases: readonly (readonly [
  what: string,
  after: string,
  flags: readonly string[],
  asked: string,
  found: unknown,
])[] = [
  [
    "a column",
    first.replace("  name text", "  full_name text").replace("unique (name)", "unique (full_name)"),
    ["users.name=full_name"],
    "select id, full_name from users order by id",
    [
      { id: 1, full_name: "Ann" },
      { id: 2, full_name: "Ben" },
    ],
  ],
  [
    "two columns that swap",
    first,
    ["users.name=city", "users.city=name"],
    "select name, city from users order by id",
    [
      { name: "Rome", city: "Ann" },
      { name: null, city: "Ben" },
    ],
  ],
  [
    "a table, and a column in it by the table's earlier name",
    first.replace("table posts", "table articles").replace("title", "heading"),
    ["posts=articles", "posts.title=heading"],
    "select heading from articles",
    [{ heading: "Hello" }],
  ],
  [
    "a table, and a column in it by the table's new name",
    first.replace("table posts", "table articles").replace("title", "heading"),
    ["posts=articles", "articles.title=articles.heading"],
    "select heading from articles",
    [{ heading: "Hello" }],
  ],
  [
    "a value of an enum",
    first.replaceAll("guest", "visitor"),
    ["user_role.guest=visitor"],
    "select id, role as role from users order by id",
    [
      { id: 1, role: "visitor" },
      { id: 2, role: "member" },
    ],
  ],
  [
    "an index",
    first.replace("ix_city", '"ix town"'),
    ['users.ix_city="ix town"'],
    "select count(*) as n from users",
    null,
  ],
];

describe("covet plan --rename", function () {
  this.timeout(240_000);
  let place: Workspace;
  let own: TestDatabase | null = null;
  afterEach(async () => {
    place.remove();
    await own?.drop();
    own = null;
  });

  /** One project on an engine, its first schema applied, with rows. */
  const engines = {
    sqlite: async () => {
      place = workspace();
      return async (sql: string) => (/^select/.test(sql) ? place.query(sql) : (place.sql(sql) as unknown as unknown[]));
    },
    postgres15: async () => {
      const home = await database("postgres15");
      own = home;
      place = workspace({ DATABASE_URL: home.url });
      return async (sql: string): Promise<readonly unknown[]> => {
        const admin = await connect("postgres15", home.url);
        try {
          return await admin.query(sql);
        } finally {
          await admin.close();
        }
      };
    },
  };

  for (const [engine, start] of Object.entries(engines))
    describe(`on ${engine}`, () => {
      async function begin() {
        const ask = await start();
        place.schema(first);
        await place.expect(0, "plan", "init");
        await place.expect(0, "apply");
        await ask(rows);
        return ask;
      }
      const everything = ["select * from users order by id", "select * from posts"];
      const flagged = (flags: readonly string[]) => flags.flatMap((flag) => ["--rename", flag]);

      for (const [what, after, flags, asked, found] of cases)
        it(`renames ${what}, and back`, async () => {
          const ask = await begin();
          const before = await Promise.all(everything.map(ask));
          place.schema(after);
          const { stdout } = await place.expect(0, "plan", "change", ...flagged(flags));
          expect(stdout)
            .to.contain("RENAME_")
            .and.not.match(/(ADD|DROP|CREATE)_(COLUMN|TABLE|INDEX)/);
          await place.expect(0, "apply");
          if (found !== null) expect(await ask(asked)).to.deep.equal(found);
          await place.expect(0, "plan", "--check");
          await place.expect(0, "status", "--check");
          await place.expect(0, "rollback");
          expect(await Promise.all(everything.map(ask))).to.deep.equal(before);
          await place.expect(0, "apply");
          await place.expect(0, "plan", "--check");
        });

      it("a remembered plan with nothing to do does not hide a swap", async () => {
        await begin();
        await place.expect(0, "plan", "--check");
        await place.expect(0, "plan", "--check");
        const swap = flagged(["users.name=city", "users.city=name"]);
        await place.expect(2, "plan", "--check", ...swap);
        await place.expect(0, "plan", "swap", ...swap);
        expect(place.migrations()).to.have.length(2);
      });

      const wrong: readonly (readonly [
        what: string,
        after: string,
        flags: readonly string[],
        code: number,
        words: readonly string[],
      ])[] = [
        ["no rename", first, ["users.name"], 1, ["is not a rename", "users.name=full_name"]],
        ["the same name", first, ["users.name=name"], 1, ["is not a rename"]],
        [
          "an unknown column",
          first,
          ["users.nme=city"],
          1,
          ["the database has no `nme` in `users`", "write --rename users.name=city"],
        ],
        [
          "an unknown target",
          first.replace("  name text", "  nick text").replace("(name)", "(nick)"),
          ["users.name=nik"],
          1,
          ["the schema files have no `nik` in `users`", "write --rename users.name=nick"],
        ],
        [
          "an unknown table",
          first,
          ["user.name=city"],
          1,
          ["there is no table `user`", "write --rename users.name=city"],
        ],
        [
          "an unknown table to rename",
          first,
          ["pots=posts"],
          1,
          ["the database has no `pots`", "the name before the ="],
        ],
        ["half of a swap", first, ["users.name=city"], 3, ["the database has city already", "to swap"]],
        ["a contradiction", first, ["users.name=city", "users.name=id"], 1, ["contradict each other"]],
      ];
      it("answers words that mean nothing, and writes nothing", async () => {
        await begin();
        for (const [what, after, flags, code, words] of wrong) {
          place.schema(after);
          const { stderr } = await place.expect(code, "plan", ...flagged(flags));
          for (const word of words) expect(stderr, what).to.contain(word);
          expect(stderr, what).to.contain("help:");
        }
        expect(place.migrations()).to.have.length(1);
      });

      it("answers a name that may mean two things", async () => {
        const ask = await start();
        const both = (name: string) => `table t {\n  id int primary key\n  ${name} int?\n  index (id) as ${name}\n}\n`;
        place.schema(both("a"));
        await place.expect(0, "plan", "init");
        await place.expect(0, "apply");
        await ask("insert into t values (1, 2)");
        place.schema(both("b"));
        const { stderr } = await place.expect(1, "plan", "--rename", "t.a=b");
        expect(stderr).to.contain("the column or the index").and.contain("@was(a)");
      });
    });

  it("swaps two tables on PostgreSQL, with what hangs on them", async () => {
    const ask = await engines.postgres15();
    place.schema(`${first}table comments {\n  id int primary key\n  post_id int -> posts.id\n}\n`);
    await place.expect(0, "plan", "init");
    await place.expect(0, "apply");
    await ask(rows);
    await ask("insert into comments values (7, 1)");
    const before = await Promise.all(["users", "posts", "comments"].map((name) => ask(`select * from ${name}`)));
    const swapped = first
      .replace("table users", "table x")
      .replace("table posts", "table users")
      .replace("table x", "table posts");
    place.schema(`${swapped}table comments {\n  id int primary key\n  post_id int -> users.id\n}\n`);
    const { stdout } = await place.expect(0, "plan", "swap", "--rename", "users=posts", "--rename", "posts=users");
    expect(stdout)
      .to.contain("RENAME_TABLE")
      .and.not.match(/(CREATE|DROP)_TABLE|(ADD|DROP)_COLUMN/);
    await place.expect(0, "apply");
    expect(await ask("select name from posts order by id")).to.deep.equal([{ name: "Ann" }, { name: "Ben" }]);
    expect(await ask("select u.title from comments c join users u on u.id = c.post_id")).to.deep.equal([
      { title: "Hello" },
    ]);
    await place.expect(0, "plan", "--check");
    await place.expect(0, "rollback");
    expect(await Promise.all(["users", "posts", "comments"].map((name) => ask(`select * from ${name}`)))).to.deep.equal(
      before,
    );
  });
});
