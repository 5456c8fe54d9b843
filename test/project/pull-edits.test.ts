/** What a pull does to files that exist: the change in its place, everything else to the byte. */

import { expect } from "chai";
import { engineNamed, Pulled } from "../support/pulled.js";

interface Example {
  readonly title: string;
  readonly before: string;
  readonly sql: string;
  readonly after: string;
}

const commented = `// The shop's schema. Hands off the order!
schema billing

/// What a person may do.
enum user_role { guest, member, admin @was(superuser) } // in this order

mixin timestamps {
  created_at timestamptz = now() // set by the database
  updated_at timestamptz = now()
}


/// People who can sign in.
table users {
  // Never reuse ids.
  id   bigint identity primary key
  email varchar(320) unique as users_email // lower case
  full_name varchar(120)? @was(name) /// As printed on invoices.
  role user_role = 'member'   // see above
  ...timestamps

  // For the login page.
  index (lower(email)) @concurrent
  check (length(full_name) > 1)
  for sqlite {
    index (full_name)
  }
}

table posts {
  id bigint identity primary key
  author_id bigint -> users.id on delete cascade // who wrote it
  state varchar(12) = 'draft' check (state in ('draft', 'live'))
  ...timestamps
}
`;

const replace = (...pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((text, [from, to]) => {
    expect(text).to.contain(from);
    return text.replace(from, to);
  }, commented);

const postgres: readonly Example[] = [
  {
    title: "nothing, where nothing changed",
    before: commented,
    sql: "",
    after: commented,
  },
  {
    title: "a type, in place, with what stands behind it",
    before: commented,
    sql: "alter table users alter column full_name type varchar(200)",
    after: replace(["full_name varchar(120)?", "full_name varchar(200)?"]),
  },
  {
    title: "null and not null",
    before: commented,
    sql: "alter table users alter column full_name set not null; alter table posts alter column state drop not null",
    after: replace(["varchar(120)? @was", "varchar(120) @was"], ["state varchar(12) =", "state varchar(12)? ="]),
  },
  {
    title: "a default, and a default that goes",
    before: commented,
    sql: "alter table users alter column role set default 'guest'; alter table posts alter column state drop default",
    after: replace(["role user_role = 'member'   //", "role user_role = 'guest'   //"], [" = 'draft' check", " check"]),
  },
  {
    title: "how a value is made stays with its column",
    before:
      "table t {\n  id int primary key\n  a text using (lower(b)) check (a <> '') @sqlite.using(upper(b)) // so\n  b text?\n}\n",
    sql: "alter table t alter column a type varchar(9); alter table t alter column a set default 'x'",
    after:
      "table t {\n  id int primary key\n  a varchar(9) = 'x' using (lower(b)) check (a <> '') @sqlite.using(upper(b)) // so\n  b text?\n}\n",
  },
  {
    title: "a new column behind the one before it, new rules at the end",
    before: commented,
    sql: `alter table users add column nickname text default 'anon';
      alter table posts add column title text not null; alter table posts add column editor_id bigint references users;
      create index on posts (state, title); alter table posts add check (title <> '')`,
    after: replace(
      ["  ...timestamps\n\n  // For", "  ...timestamps\n  nickname text? = 'anon'\n\n  // For"],
      [
        "'live'))\n  ...timestamps\n}",
        "'live'))\n  ...timestamps\n  title text check (title <> '')\n  editor_id bigint? -> users.id\n\n" +
          "  index (state, title)\n}",
      ],
    ),
  },
  {
    title: "what goes, with its own comment and not with others'",
    before: commented,
    sql: "alter table users drop column full_name; drop index users_expr_idx",
    after: replace(
      ["  full_name varchar(120)? @was(name) /// As printed on invoices.\n", ""],
      ["  index (lower(email)) @concurrent\n", ""],
      ["  check (length(full_name) > 1)\n", ""],
    ),
  },
  {
    title: "a constraint's text, name and options, inline and on a line of its own",
    before: commented,
    sql: `alter table posts drop constraint posts_author_id_fkey, add foreign key (author_id) references users on delete set null;
      alter table posts drop constraint posts_state_check, add check (state in ('draft', 'live', 'gone'));
      alter table users rename constraint users_email to users_mail;
      alter table users drop constraint users_full_name_check, add check (length(full_name) > 2)`,
    after: replace(
      ["on delete cascade //", "on delete set null //"],
      ["check (state in ('draft', 'live'))", "check (state IN ('draft', 'live', 'gone'))"],
      ["as users_email //", "as users_mail //"],
      ["check (length(full_name) > 1)", "check (length(full_name) > 2)"],
    ),
  },
  {
    title: "an index's parts, with @concurrent kept",
    before: commented,
    sql: "drop index users_expr_idx; create index users_expr_idx on users (lower(email)) where role = 'guest'",
    after: replace(["index (lower(email)) @con", "index (lower(email)) where (role = 'guest') @con"]),
  },
  {
    title: "a mixin no more where a table has left it, and still elsewhere",
    before: commented,
    sql: "alter table posts alter column updated_at drop not null",
    after: replace([
      "'live'))\n  ...timestamps\n}",
      "'live'))\n  created_at timestamptz = now() // set by the database\n  updated_at timestamptz? = now()\n}",
    ]),
  },
  {
    title: "enum values, with the words of those that stay",
    before: commented,
    sql: "alter type user_role add value 'owner' before 'admin'",
    after: replace(["{ guest, member, admin @was", "{ guest, member, owner, admin @was"]),
  },
  {
    title: "comments: new, changed, gone",
    before: commented,
    sql: `comment on table users is 'Customers.'; comment on column users.full_name is null;
      comment on table posts is 'Posts.'; comment on column posts.state is E'Two lines:\\nhere.'`,
    after: replace(
      ["/// People who can sign in.", "/// Customers."],
      ["@was(name) /// As printed on invoices.", "@was(name)"],
      ["table posts {", "/// Posts.\ntable posts {"],
      ["  state varchar(12)", "  /// Two lines:\n  /// here.\n  state varchar(12)"],
    ),
  },
  {
    title: "new tables at the end, tables that are gone without a trace",
    before: commented,
    sql: "drop table posts; create table tags (id serial primary key, name text not null unique); create table billing.invoices (no int primary key)",
    after: `${commented.slice(0, commented.indexOf("table posts"))}table billing.invoices {
  no int primary key
}

table tags {
  id serial primary key
  name text unique
}
`,
  },
  {
    title: "settings, of this engine alone",
    before: "table t @mysql.engine(InnoDB) @postgres.fillfactor(70) { a int primary key }\n",
    sql: "alter table t reset (fillfactor); alter table t set (autovacuum_enabled = false); alter table t alter a set statistics 7",
    after:
      "table t @mysql.engine(InnoDB) @postgres.autovacuum_enabled(false) {\n  a int primary key @postgres.statistics(7)\n}\n",
  },
  {
    title: "a column another engine has already, for this engine alone",
    before: "table t {\n  id int primary key\n  for sqlite {\n    slug text // here\n  }\n}\n",
    sql: "alter table t add column slug varchar(80) not null",
    after:
      "table t {\n  id int primary key\n  slug varchar(80) @for(postgres)\n  for sqlite {\n    slug text // here\n  }\n}\n",
  },
  {
    title: "an override of this engine's type and default",
    before:
      "table t {\n  id int primary key\n  a text = 'x' @postgres.type(citext2) @sqlite.type(blob)\n  b int = 1 @postgres.default(2)\n}\n".replace(
        "citext2",
        "char(3)",
      ),
    sql: "alter table t alter a drop default, alter a type varchar(9), alter a set default 'x', alter b set default 3",
    after:
      "table t {\n  id int primary key\n  a varchar(9) = 'x' @sqlite.type(blob)\n  b int = 1 @postgres.default(3)\n}\n",
  },
  {
    title: "domains: changed in place, new and gone",
    before:
      "// Types.\n/// An address.\ndomain email as text = 'x@y' check (value like '%@%') as email_shape // rough\n" +
      "domain gone as int\n\ntable t {\n  id int primary key\n  e email?\n}\n",
    sql: `alter domain email set default 'none@y'; alter domain email add check (length(value) < 99);
      drop domain gone; create domain year as int not null check (value > 1900); alter table t add y year`,
    after:
      "// Types.\n/// An address.\ndomain email as text = 'none@y' check (length(value) < 99) check (value LIKE '%@%') as email_shape // rough\n\n" +
      "table t {\n  id int primary key\n  e email?\n  y year?\n}\n\ndomain year as int not null check (value > 1900)\n",
  },
  {
    title: "lines that end as the file's lines do",
    before: "table t {\r\n  id int primary key // one\r\n\tb text? // two\r\n}\r\n",
    sql: "alter table t add c int; alter table t add check (id > 0)",
    after: "table t {\r\n  id int primary key // one\r\n\tb text? // two\r\n  c int?\r\n\r\n  check (id > 0)\r\n}\r\n",
  },
];

const mood = "table t {\n  id int primary key\n  a mood = 'good' // now\n  b mood?\n}\n";

const sqlite: readonly Example[] = [
  {
    title: "an enum whose columns all have new values",
    before: `enum mood {\n  good\n  bad // not good\n}\n\n${mood}`,
    sql: `drop table t; create table t (id integer primary key, a text not null default 'good' check ("a" IN ('good', 'odd', 'bad')),
      b text check ("b" IN ('good', 'odd', 'bad')))`,
    after: `enum mood {\n  good\n  odd\n  bad // not good\n}\n\n${mood}`,
  },
  {
    title: "one column that has left its enum",
    before: `enum mood { good, bad }\n\n${mood}`,
    sql: `alter table t drop column b; alter table t add column b text check ("b" IN ('x', 'it''s'))`,
    after: `enum mood { good, bad }\n\n${mood.replace("b mood?", "b enum('x', 'it''s')?")}`,
  },
  {
    title: "comments that SQLite has no place for, and raw text",
    before: "/// All of it.\ntable t {\n  id int primary key /// Mine.\n  a text? = `lower('A' || 'b')`\n}\n",
    sql: `create index t_a on t (lower(a)) where a > 'x';
      alter table t add column c text generated always as (a || 'c') virtual`,
    after:
      "/// All of it.\ntable t {\n  id int primary key /// Mine.\n  a text? = `lower('A' || 'b')`\n" +
      "  c text? generated (a || 'c') virtual\n\n  index (lower(a)) where (a > 'x') as t_a\n}\n",
  },
];

const examples = [
  ...postgres.map((example) => ({ ...example, engine: "postgres15" })),
  ...sqlite.map((example) => ({ ...example, engine: "sqlite" })),
];

describe("pull into files that exist", () => {
  for (const { title, engine, before, sql, after } of examples)
    it(`${engine}: ${title}`, async () => {
      const place = await Pulled.open(engineNamed(engine));
      try {
        const files = [{ path: "schemas/app.covet", text: before }];
        await place.make(files);
        await place.run(sql);
        const { sources, rewritten, unwritten } = await place.settle(files);
        expect(sources.map(({ text }) => text).join("\n// ---\n")).to.equal(after);
        expect([rewritten, unwritten]).to.deep.equal([[], []]);
      } finally {
        await place.close();
      }
    });
});
