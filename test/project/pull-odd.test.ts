/** Pulling what other tools have made: names, types and tables that are hard to write, and what is not covet's. */

import { expect } from "chai";
import { engineNamed, Pulled } from "../support/pulled.js";

interface Example {
  readonly title: string;
  readonly engine: "sqlite" | "postgres15";
  readonly sql: string;
  readonly namespaces?: readonly string[];
  readonly unmanaged?: readonly string[];
  /** The file that is made of it. */
  readonly text: string;
  readonly unwritten?: readonly string[];
}

const examples: readonly Example[] = [
  {
    title: "types that covet has no word for",
    engine: "postgres15",
    sql: `create domain email as text check (value like '%@%'); create type "Odd Kind" as enum ('a b', 'c');
      create type pair as (a int, b int);
      create table t (id int primary key, e email not null, k "Odd Kind" default 'a b', p pair, z timetz(3), n numeric(3, -2),
        v bit varying(4), c "char", i interval day to second, a text[] default '{}', w varchar)`,
    text: `enum "Odd Kind" { 'a b', c }

domain email as text check (value LIKE '%@%')

table t {
  id int primary key
  e email
  k "Odd Kind"? = 'a b'
  p \`pair\`?
  z timetz(3)?
  n numeric(3, -2)?
  v varbit(4)?
  c """char"""?
  i "interval day to second"?
  a text[]? = '{}'
  w varchar?
}
`,
  },
  {
    title: "keys to tables that are not covet's",
    engine: "postgres15",
    sql: `create schema auth; create table auth.users (id uuid primary key, org int, unique (org, id));
      create table parts (id int, day date, primary key (id, day)) partition by range (day);
      create table t (id int primary key, user_id uuid references auth.users, org int, part int, day date,
        foreign key (org, user_id) references auth.users (org, id), foreign key (part, day) references parts)`,
    text: `table t {
  id int primary key
  user_id uuid? -> auth.users.id
  org int?
  part int?
  day date?

  foreign key (org, user_id) -> auth.users (org, id)
  foreign key (part, day) -> parts (id, day)
}

table auth.users @unmanaged {
  org int
  id uuid unique
  unique (org, id)
}

table parts @unmanaged {
  id int
  day date
  unique (id, day)
}
`,
  },
  {
    title: "a table covet cannot write is let be",
    engine: "postgres15",
    sql: "create table nothing (); create table t (id int primary key)",
    text: `table t {
  id int primary key
}

// covet cannot write this table: table \`nothing\` has no columns on postgres
table nothing @unmanaged {
}
`,
    unwritten: ["nothing"],
  },
  {
    title: "names that only covet would give go unwritten, all others do not",
    engine: "postgres15",
    sql: `create table t (a int constraint t_pk primary key, b int unique, c int constraint c_check check (c > 0), d int check (d > 0),
        check (a < b)); create index on t (b, c); create index t_b_c_idx2 on t (c)`,
    text: `table t {
  a int primary key as t_pk
  b int? unique
  c int? check (c > 0) as c_check
  d int? check (d > 0)

  check (a < b)
  index (b, c)
  index (c) as t_b_c_idx2
}
`,
  },
  {
    title: "namespaces with comments, and what is left out by the configuration",
    engine: "postgres15",
    sql: `create schema "Big Money"; comment on schema "Big Money" is 'It''s ours.'; create table "Big Money"."Täble" ("a ""b""" int primary key);
      create table legacy_one (a int); create type "Big Money".mood as enum ('ok')`,
    namespaces: ["Big Money"],
    unmanaged: ["legacy_*"],
    text: `/// It's ours.
schema "Big Money"

enum "Big Money".mood { ok }

table "Big Money"."Täble" {
  "a ""b""" int primary key
}
`,
  },
  {
    title: "SQLite's ways: declared types kept, keys with nulls, a table that is not there",
    engine: "sqlite",
    sql: `create table t (id text primary key, n BIGINT, d DATE, x, f FLOAT, w "odd type"(3), i integer default (1 + 2), b blob not null default x'00');
      create table u (a integer primary key autoincrement, t text references t, gone int references missing(key), unique (a, t) on conflict replace) strict`
      .replace("gone int", "gone integer")
      .replace(" strict", ""),
    text: `table t {
  id text? primary key
  n \`bigint\`?
  d \`date\`?
  x _?
  f \`float\`?
  w "odd type"?
  i bigint? = \`1 + 2\`
  b bytes = x'00'
}

table u {
  a bigint identity primary key @sqlite.autoincrement
  t text? -> t.id
  gone bigint? -> missing.key

  unique (a, t) @sqlite.on_conflict(replace)
}

table missing @unmanaged {
  key bigint unique
}
`,
  },
];

describe("pull of what other tools have made", () => {
  for (const { title, engine, sql, namespaces = [], unmanaged = [], text, unwritten = [] } of examples)
    it(title, async () => {
      const place = await Pulled.open(engineNamed(engine));
      try {
        await place.run(sql);
        place.namespaces = namespaces;
        place.unmanaged = unmanaged;
        const pulled = await place.settle([]);
        expect(pulled.sources.map((source) => source.text).join("\n")).to.equal(text);
        expect(pulled.unwritten.map(({ object }) => object)).to.deep.equal(unwritten);
      } finally {
        await place.close();
      }
    });
});
