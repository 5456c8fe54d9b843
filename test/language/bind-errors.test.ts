/** Every mistake the binder knows: its code, its words, and the exact token it points at (between « and »). */

import { expect } from "chai";
import { bindMarked, type Target } from "../support/covet.js";

interface Mistake {
  /** Schema text; « and » stand around the token that is wrong and are taken out. */
  readonly text: string;
  readonly target?: Target;
  readonly says: string;
  readonly hint: string | null;
  /** Text under the label, where there is one. */
  readonly label?: string;
}

const users = "table users {\n  id int primary key\n  email text unique\n  name text\n}\n";
const later = "remove it for now, or keep it from postgres with `for`";

const mistakes: Readonly<Record<string, readonly Mistake[]>> = {
  names: [
    {
      text: `${users}table «users» { id int }`,
      says: "COV2001 error: `users` is declared twice",
      hint: "rename one of them, or remove it",
      label: "users",
    },
    {
      text: "enum mood { sad }\ntable «mood» { id int }",
      says: "COV2001 error: `mood` is declared twice",
      hint: "rename one of them, or remove it",
      label: "mood",
    },
    {
      text: "schema a\nschema «a»",
      says: "COV2001 error: `a` is declared twice",
      hint: "rename one of them, or remove it",
      label: "a",
    },
    {
      text: "table t {\n  a int\n  «a» text\n}",
      says: "COV2002 error: the column `a` is there already",
      hint: "rename one of them, or remove it",
      label: "a",
    },
    {
      text: "enum e { a, b, «a» }",
      says: "COV2003 error: the value `a` is there already",
      hint: "rename one of them, or remove it",
      label: "a",
    },
    {
      text: "table t {\n  a int\n  b int\n  check (a > 0) as ok\n  check (b > 0) as «ok»\n}",
      says: "COV2004 error: the constraint `ok` is there already",
      hint: "rename one of them, or remove it",
      label: "ok",
    },
    {
      text: "table t {\n  a int\n  index (a) as i\n}\ntable u {\n  a int\n  index (a) as «i»\n}",
      says: "COV2005 error: the index `i` is there already",
      hint: "rename one of them, or remove it",
      label: "i",
    },
    {
      text: `table t { «${"a".repeat(65)}» int }`,
      says: "COV2006 error: this name has 65 bytes, and postgres stores 63",
      hint: `shorten it by 2: \`${"a".repeat(63)}\` would fit`,
    },
    {
      text: `table t { «"${"é".repeat(32)}"» int }`,
      says: "COV2006 error: this name has 64 bytes, and postgres stores 63",
      hint: `shorten it by 1: \`${"é".repeat(31)}\` would fit`,
    },
    {
      text: `table t {\n  a int\n  index (a) as «${"i".repeat(65)}»\n}`,
      target: "mysql",
      says: "COV2006 error: this name has 65 characters, and mysql stores 64",
      hint: `shorten it by 1: \`${"i".repeat(64)}\` would fit`,
    },
    {
      text: 'table t {\n  «"a 🦆"» int\n}',
      target: "mysql",
      says: "COV2007 error: a name of mysql holds no character beyond U+FFFF and no space at the end",
      hint: "give it another name",
    },
    {
      text: 'table «"t "» {\n  a int\n}',
      target: "mariadb",
      says: "COV2007 error: a name of mariadb holds no character beyond U+FFFF and no space at the end",
      hint: "give it another name",
    },
    { text: 'table t { «""» int }', says: "COV2007 error: a name cannot be empty", hint: null },
    {
      text: "table «_covet_migrations» { id int }",
      says: "COV2007 error: names that start with `_covet_` are covet's own",
      hint: "give the table another name",
    },
    {
      text: "schema billing\ntable «biling».t { id int }",
      says: "COV2008 error: schema `biling` is not declared",
      hint: "write `billing`, or add `schema biling`",
    },
    {
      text: "table t {\n  Name text\n  «name» text\n}",
      target: "sqlite",
      says: "COV2009 error: to sqlite, `name` and `Name` are one column",
      hint: "rename one of them",
      label: "Name",
    },
    {
      text: "table t {\n  id int\n}\ntable «T» {\n  id int\n}",
      target: "sqlite",
      says: "COV2009 error: to sqlite, `T` and `t` are one table",
      hint: "rename one of them",
      label: "t",
    },
    {
      text: "table «t» { }",
      says: "COV2010 error: table `t` has no columns on postgres",
      hint: "add a column: `id bigint identity primary key`",
    },
    {
      text: "enum «e» { }",
      says: "COV2010 error: enum `e` has no values",
      hint: "write its values: `enum e { one, another }`",
    },
  ],
  columns: [
    { text: "table t { a «txt» }", says: "COV2101 error: `txt` is not a type postgres knows", hint: "write `text`" },
    {
      text: "enum user_role { a }\ntable t { a «user_rol» }",
      says: "COV2101 error: `user_rol` is not a type postgres knows",
      hint: "write `user_role`",
    },
    {
      text: "schema s\nenum s.mood { a }\ntable t { a «mood» }",
      says: "COV2101 error: `mood` is not a type postgres knows",
      hint: "write `s.mood`",
    },
    {
      text: "table t { a «geografie»(point, 4326) }",
      says: "COV2101 error: `geografie` is not a type postgres knows",
      hint: "declare it (`enum geografie { … }`, `domain geografie as text`), or write it in backticks if the database has it",
    },
    {
      text: "enum user_role { a }\ntable t { a «user_rol» }",
      target: "sqlite",
      says: "COV2101 warning: `user_rol` is taken as a type of sqlite's own",
      hint: "did you mean `user_role`?",
    },
    {
      text: "table t { a decimal(«1, 2, 3») }",
      says: "COV2102 error: `decimal` takes 2 arguments at most",
      hint: "for the engine's own type of that name, write it in backticks: ```decimal(1, 2, 3)```",
    },
    {
      text: "table t { a int(«11») }",
      target: "mysql",
      says: "COV2102 error: `int` takes no arguments",
      hint: "for the engine's own type of that name, write it in backticks: ```int(11)```",
    },
    {
      text: "table t { a varchar(«max») }",
      says: "COV2102 error: an argument of `varchar` is a whole number",
      hint: null,
    },
    {
      text: "table t { id int = «1» identity }",
      says: "COV2103 error: an identity column cannot have a default as well",
      hint: "keep one of the two",
      label: "identity",
    },
    {
      text: "table t {\n  a int\n  b int = «1» generated (a + 1) stored\n}",
      says: "COV2103 error: a generated column cannot have a default as well",
      hint: "keep one of the two",
      label: "generated (a + 1) stored",
    },
    {
      text: "table t { id bigserial «identity» }",
      says: "COV2103 error: a serial column cannot have identity as well",
      hint: "write `bigint identity`, or leave `identity` out",
      label: "bigserial",
    },
    {
      text: "table t { id text «identity» }",
      says: "COV2104 error: identity needs an integer, and `id` is `text`",
      hint: "write `bigint identity`",
      label: "text",
    },
    {
      text: "table t { id bigint«?» identity }",
      says: "COV2106 error: an identity column is never null",
      hint: "remove the `?`",
    },
    {
      text: "enum e { draft, live }\ntable t { a e = «'drafd'» }",
      says: "COV2105 error: `drafd` is not a value of enum `e`",
      hint: "write `'draft'`",
    },
    {
      text: "table t { id bigint identity (owned by «t.id») }",
      says: "COV2107 error: the sequence is owned by its column already",
      hint: "leave `owned by` out",
    },
    {
      text: "table t { id bigserial(name «s.q») }",
      says: "COV2107 error: the sequence lives in the schema of its table",
      hint: "write `name q`",
    },
    {
      text: "table t {\n  a int\n  b int generated (a + 1) stored «using (a + 1)»\n}",
      says: "COV2108 error: a generated column computes its value by itself",
      hint: "leave `using` out",
      label: "generated (a + 1) stored",
    },
    {
      text: "table t { a int using «( )» }",
      says: "COV2105 error: there is nothing between the parentheses",
      hint: "write how the value is made: `using (coalesce(name, 'unknown'))`",
    },
  ],
  targets: [
    {
      text: "table t { a «interval» }",
      target: "sqlite",
      says: "COV2201 error: sqlite has no type `interval`",
      hint: 'SQLite has no intervals; store seconds in an int, or wrap it in "for postgres { }"',
    },
    {
      text: "table t { a «decimal(20, 2)» }",
      target: "sqlite",
      says: "COV2202 warning: SQLite computes a decimal in floating point: digits beyond 15 are lost",
      hint: null,
    },
    {
      text: "schema «s»",
      target: "sqlite",
      says: "COV2203 error: schemas exist only on postgres, mysql and mariadb; this schema targets sqlite",
      hint: 'wrap it in "for postgres { }"',
    },
    {
      text: "table t { a «text[]» }",
      target: "sqlite",
      says: "COV2203 error: array types exist only on postgres; this schema targets sqlite",
      hint: 'use json or a table of its own, or wrap it in "for postgres { }"',
    },
    {
      text: "table t {\n  a int\n  unique (a) «nulls not distinct»\n}",
      target: "sqlite",
      says: "COV2203 error: `nulls not distinct` keys exist only on postgres; this schema targets sqlite",
      hint: "nulls are always distinct here; index `ifnull(c, '')`, or wrap it in \"for postgres { }\"",
    },
    {
      text: "table t {\n  a int\n  index (a) «include (a)»\n}",
      target: "mysql",
      says: "COV2203 error: `include` columns exist only on postgres; this schema targets mysql",
      hint: 'add the columns to the index itself, or wrap it in "for postgres { }"',
    },
    {
      text: "table t { id «bigserial» }",
      target: "sqlite",
      says: "COV2203 error: serial columns exist only on postgres; this schema targets sqlite",
      hint: "write `bigint identity`",
    },
    {
      text: "table t {\n  id int «identity»\n  a int primary key\n}",
      target: "sqlite",
      says: "COV2203 error: identity columns that are not the whole primary key exist only on postgres, mysql and mariadb; this schema targets sqlite",
      hint: "write `primary key` behind it: SQLite numbers only an `INTEGER PRIMARY KEY`",
    },
    {
      text: "table t {\n  a int\n  «exclude» (a with =) using gist\n}",
      target: "mysql",
      says: "COV2203 error: exclude constraints exist only on postgres; this schema targets mysql",
      hint: 'wrap it in "for postgres { }"',
    },
    {
      text: "table t { a «tstzrange» }",
      target: "mysql",
      says: "COV2101 error: `tstzrange` is a type of postgres, not of mysql",
      hint: 'give this engine its own with `@mysql.type(…)`, or wrap the column in "for postgres { }"',
    },
    {
      text: "table t {\n  a text\n  index (a) using «ginn»\n}",
      says: "COV2204 error: postgres has no index method `ginn`",
      hint: "write `using gin`",
    },
  ],
  keys: [
    {
      text: "table t {\n  name text\n  unique (id, «nam»)\n  id int\n}",
      says: "COV2301 error: `t.nam` is not a column",
      hint: "write `name`",
    },
    {
      text: "table t {\n  name text\n  index (lower(«nmae»))\n}",
      says: "COV2301 error: `t.nmae` is not a column",
      hint: "write `name`",
    },
    {
      text: "table t {\n  name text\n  index (name) include («naem»)\n}",
      says: "COV2301 error: `t.naem` is not a column",
      hint: "write `name`",
    },
    {
      text: `${users}table t {\n  user_id int\n  foreign key («user_ids») -> users (id)\n}`,
      says: "COV2301 error: `t.user_ids` is not a column",
      hint: "write `user_id`",
    },
    {
      text: `${users}table t { a text -> users.«emial» }`,
      says: "COV2301 error: `users.emial` is not a column",
      hint: "write `email`",
    },
    {
      text: `${users}table t {\n  a int?\n  b int\n  foreign key (a) -> users (id) on delete set null («b»)\n}`,
      says: "COV2301 error: `b` is not a column of this foreign key",
      hint: "it is over `a`",
    },
    {
      text: `${users}table t { a int -> «user».id }`,
      says: "COV2302 error: `user` is not a table",
      hint: "write `users`",
    },
    {
      text: "table auth.users @unmanaged { id int primary key }\ntable t { a int -> «auth».users }",
      says: "COV2302 error: behind `->` the last word is a column, and `auth` is not a table",
      hint: "write the columns of table `auth.users` too: `-> auth.users.id`",
    },
    {
      text: "table t { a int -> «auth.people».id }",
      says: "COV2302 error: `auth.people` is not a table",
      hint: "declare it `table auth.people @unmanaged { … }` if it is not covet's",
    },
    {
      text: "table t {\n  a int\n  unique («other»)\n}",
      says: "COV2301 error: `t.other` is not a column",
      hint: "add the column `other`, or write one of these",
    },
    {
      text: "table t {\n  a int\n  primary key («aa»)\n}",
      says: "COV2301 error: `t.aa` is not a column",
      hint: "write `a`",
    },
    {
      text: "table t {\n  a int generated «(b + 1)» stored\n  b int generated (a + 1) stored\n}",
      says: "COV2311 error: `t.a` needs `t.b` needs `t.a`: generated columns in a circle",
      hint: "make one of them of columns that are stored as they are",
      label: "b",
    },
    {
      text: "table t {\n  a int generated «(a + 1)» stored\n}",
      says: "COV2311 error: `t.a` is made of itself",
      hint: "make one of them of columns that are stored as they are",
    },
    {
      text: "table t {\n  a int\n  b int generated (a + 1) stored\n  c int generated «(b + 1)» stored\n}",
      says: "COV2203 error: generated columns made of generated columns exist only on mysql, mariadb and sqlite; this schema targets postgres",
      hint: "write out what the other column is made of",
    },
    {
      text: "table t {\n  a int\n  primary key (a, «a»)\n}",
      says: "COV2303 error: `a` is in this key already",
      hint: "remove it",
      label: "a",
    },
    {
      text: "table t {\n  a int primary key\n  b int\n  «primary key (b)»\n}",
      says: "COV2304 error: table `t` has a primary key already",
      hint: "write one `primary key (a, b)` over all of its columns, or `unique`",
      label: "primary key",
    },
    {
      text: "table t { a int«?» primary key }",
      says: "COV2305 error: `a` is in the primary key and is never null",
      hint: "remove the `?`",
    },
    {
      text: "table p {\n  a int\n  b int\n  primary key (a, b)\n}\ntable t { a int -> «p» }",
      says: "COV2306 error: the primary key of `p` is (a, b), and this key has 1 column",
      hint: "write a rule: `foreign key (…) -> p (a, b)`",
    },
    {
      text: `${users}table t {\n  a int\n  b int\n  foreign key (a, b) -> «users (id)»\n}`,
      says: "COV2306 error: 2 columns cannot point at 1",
      hint: "name as many columns on both sides",
    },
    {
      text: `${users}table t { a text -> users.«name» }`,
      says: "COV2307 error: `users.name` is neither primary key nor unique, so nothing can point at it",
      hint: "add `unique` to `name` in table `users`",
      label: "users",
    },
    {
      text: "table p {\n  a int\n  unique index (a) where (a > 0)\n}\ntable t { a int -> p.«a» }",
      says: "COV2307 error: `p.a` is neither primary key nor unique, so nothing can point at it",
      hint: "add `unique` to `a` in table `p`",
      label: "p",
    },
    {
      text: "table p { a int }\ntable t { a int -> «p» }",
      says: "COV2308 error: table `p` has no primary key to point at",
      hint: "name a column with a unique key: `-> p.column`",
      label: "p",
    },
    {
      text: "table t {\n  a text\n  unique («lower(a)»)\n}",
      says: "COV2309 error: a unique constraint is over plain columns",
      hint: "write `unique index (…)` for more",
    },
    {
      text: "table t {\n  a text\n  primary key («a desc»)\n}",
      says: "COV2309 error: a primary key is over plain columns",
      hint: "write `unique index (…)` for more",
    },
    {
      text: "table t {\n  a text\n  unique (a) where (a <> '') «deferrable»\n}",
      says: "COV2310 error: a unique key with `where` is an index and cannot be deferred",
      hint: "leave `deferrable` or `where` out",
    },
    {
      text: "table t {\n  a text\n  index (a) «nulls not distinct»\n}",
      says: "COV2310 error: `nulls not distinct` means something only for unique keys",
      hint: "write `unique index`, or leave it out",
    },
    {
      text: "table u {\n  id bigint primary key\n}\ntable t {\n  a text? «-> u.id»\n}",
      says: "COV2313 error: `a` is `text`, and `u.id` is `bigint`",
      hint: "postgres cannot compare them: give both one type, in one plan",
      label: "text?",
    },
    {
      text: "table u {\n  id bigint primary key\n}\ntable t {\n  a int «-> u.id»\n}",
      target: "mysql",
      says: "COV2313 error: `a` is `int`, and `u.id` is `bigint`",
      hint: "mysql cannot compare them: give both one type, in one plan",
      label: "int",
    },
    {
      text: "table u {\n  id uuid primary key\n}\ntable t {\n  a char(36) «-> u.id»\n}",
      target: "mariadb",
      says: "COV2313 error: `a` is `char(36)`, and `u.id` is `uuid`",
      hint: "mariadb cannot compare them: give both one type, in one plan",
      label: "char(36)",
    },
    {
      text: "table t {\n  a bytes «unique»\n}",
      target: "mysql",
      says: "COV2312 error: `a` is `bytes`, which mysql cannot index whole",
      hint: "give the column a length, `varchar(255)`, or index its start: `a prefix 100`",
      label: "bytes",
    },
    {
      text: "table t {\n  a json\n  primary key («a»)\n}",
      target: "mariadb",
      says: "COV2312 error: `a` is `json`, which mariadb cannot index whole",
      hint: "give the column a length, `varchar(255)`",
      label: "json",
    },
  ],
  words: [
    {
      text: "for «postgress» {\n  table t { a int }\n}",
      says: "COV2401 error: `postgress` is not a dialect covet knows",
      hint: "write `postgres`",
    },
    {
      text: "table t {\n  a int\n  b int @for(«oracle»)\n}",
      says: "COV2401 error: `oracle` is not a dialect covet knows",
      hint: "covet knows `postgres`, `mysql`, `mariadb`, `sqlite`",
    },
    {
      text: "for mysql {\n  table t @«postgress».rls { a int }\n}",
      says: "COV2401 error: `postgress` is not a dialect covet knows",
      hint: "write `postgres`",
    },
    {
      text: "table t @postgres.«filfactor»(70) { a int }",
      target: "sqlite",
      says: "COV2402 error: postgres has no setting `filfactor` on a table",
      hint: "write `@postgres.fillfactor`",
    },
    {
      text: "for mysql {\n  table t @mysql.«engin»(InnoDB) { a int }\n}",
      says: "COV2402 error: mysql has no setting `engin` on a table",
      hint: "write `@mysql.engine`",
    },
    {
      text: "table t @postgres.fillfactor«(much)» { a int }",
      says: "COV2403 error: `@postgres.fillfactor` takes a number",
      hint: "Share of a page, in percent, that inserts fill.",
    },
    {
      text: "table t @postgres.rls«(yes)» { a int }",
      says: "COV2403 error: `@postgres.rls` takes no value",
      hint: "write `@postgres.rls` alone",
    },
    {
      text: "table t { a text @postgres.storage«(extern)» }",
      says: "COV2403 error: `@postgres.storage` does not take `extern`",
      hint: "write `external`",
    },
    {
      text: "table t { a text @postgres.«rls» }",
      says: "COV2404 error: `@postgres.rls` belongs to a table",
      hint: "it means nothing on a column",
    },
    {
      text: "table t @postgres.fillfactor(70) @postgres.«fillfactor»(80) { a int }",
      says: "COV2405 error: `@postgres.fillfactor` is given twice",
      hint: "keep one of them",
      label: "@postgres.fillfactor(70)",
    },
    {
      text: "table t {\n  a int\n  index (a) «@was(b)»\n}",
      says: "COV2406 error: `@was` needs a name to rename to",
      hint: "write `as new_name @was(b)`",
    },
  ],
  mixins: [
    {
      text: "mixin stamps { a int }\ntable t {\n  id int\n  ...«stamp»\n}",
      says: "COV2501 error: there is no mixin `stamp`",
      hint: "write `...stamps`",
    },
    {
      text: "mixin m {\n  a int\n  ...«m»\n}\ntable t { ...m }",
      says: "COV2502 error: mixin `m` contains itself",
      hint: "remove `...m`",
      label: "m",
    },
    {
      text: "mixin m { ...«n» }\nmixin n { ...o }\nmixin o { ...m\n  a int }\ntable t { ...o }",
      says: "COV2502 error: mixin `m` contains itself",
      hint: "remove `...n`",
      label: "m",
    },
    {
      text: "mixin m { ...«nothing» }\ntable t { a int }",
      says: "COV2501 error: there is no mixin `nothing`",
      hint: "declare it: `mixin nothing { … }`",
    },
    {
      text: "enum mood { sad }\nmixin m { a «moood» }\ntable t { a int }",
      says: "COV2101 error: `moood` is not a type postgres knows",
      hint: "write `mood`",
    },
    {
      text: "mixin m { a int }\ntable t {\n  a text\n  «...m»\n}",
      says: "COV2002 error: the column `a` is there already",
      hint: "`...m` brings it: rename one of them, or remove it",
      label: "a",
    },
    {
      text: "mixin o { a int }\nmixin m { ...o }\nmixin n { ...o }\ntable t {\n  ...m\n  «...n»\n}",
      says: "COV2002 error: the column `a` is there already",
      hint: "`...m` and `...n` bring it: rename one of them, or remove it",
      label: "...m",
    },
    {
      text: "mixin m {\n  a int\n  «a» text\n}\ntable t { ...m }",
      says: "COV2002 error: the column `a` is there already",
      hint: "rename one of them, or remove it",
      label: "a",
    },
    {
      text: "mixin m { id int primary key }\ntable t {\n  key int primary key\n  «...m»\n}",
      says: "COV2304 error: table `t` has a primary key already",
      hint: "write one `primary key (a, b)` over all of its columns, or `unique`",
      label: "primary key",
    },
    {
      text: "mixin m { a int\n  unique (a) «@was(b)» }\ntable t { ...m }",
      says: "COV2503 error: a rule in a mixin has no name, and so no earlier one",
      hint: "remove `@was`",
    },
    {
      text: "mixin m { a int unique «as m_a» }",
      says: "COV2503 error: a rule in a mixin takes no name: each table gets its own",
      hint: "remove `as m_a`",
    },
  ],
  domains: [
    {
      text: "enum email { a }\ndomain «email» as text",
      says: "COV2001 error: `email` is declared twice",
      hint: "rename one of them, or remove it",
      label: "email",
    },
    {
      text: "domain email as text\ntable t { a «emial» }",
      says: "COV2101 error: `emial` is not a type postgres knows",
      hint: "write `email`",
    },
    {
      text: "domain email_address as text\ntable t { a «email_adress» }",
      target: "sqlite",
      says: "COV2101 warning: `email_adress` is taken as a type of sqlite's own",
      hint: "did you mean `email_address`?",
    },
    {
      text: "domain email as «txt»",
      says: "COV2101 error: `txt` is not a type postgres knows",
      hint: "write `text`",
    },
    { text: "domain d as «_»", target: "sqlite", says: "COV2101 error: a domain needs a type", hint: null },
    {
      text: "domain id as «bigserial»",
      says: "COV2107 error: only a column can have a sequence of its own",
      hint: "write `int` or `bigint`",
    },
    {
      text: "domain «money» as text",
      says: "COV2007 error: `money` is a type of postgres already",
      hint: "give the domain another name",
    },
    {
      text: "domain d as int check (value > 0) as c check (value < 9) as «c»",
      says: "COV2004 error: the check `c` is there already",
      hint: "rename one of them, or remove it",
      label: "c",
    },
    {
      text: "domain d as text check (lower(«email») = email)\ntable t { email d }",
      says: "COV2109 error: a domain's check knows no columns, and `email` is one",
      hint: "write `value`: it stands for the value of any column of the domain",
    },
    {
      text: "domain d as text check (VALUE <> 'email' and lower(value) <> «\"email\"»)\ntable t { email d }",
      says: "COV2109 error: a domain's check knows no columns, and `email` is one",
      hint: "write `value`: it stands for the value of any column of the domain",
    },
    {
      text: "domain d as int check «(1 > 0)»",
      says: "COV2109 warning: this check never speaks of `value`",
      hint: "write a condition on it: `check (value > 0)`",
    },
    {
      text: "domain c as a\ndomain a as «a»",
      says: "COV2110 error: domain `a` is over itself",
      hint: "write the type its values are stored as",
    },
    {
      text: "domain d as int check (value > 0) «no inherit»",
      says: "COV1024 error: `no inherit` does not belong to `domain`",
      hint: "it belongs to `check`",
    },
    {
      text: "enum mood { sad, ok }\ndomain feeling as mood = «'okay'»",
      says: "COV2105 error: `okay` is not a value of enum `mood`",
      hint: "write `'ok'`",
    },
    {
      text: "enum mood { sad, ok }\ndomain feeling as mood\ntable t { a feeling = «'okay'» }",
      says: "COV2105 error: `okay` is not a value of enum `mood`",
      hint: "write `'ok'`",
    },
    {
      text: "domain small as int check (value < 9)\ntable t { id small «identity» primary key }",
      says: "COV2104 error: identity needs an integer, and `id` is `small`",
      hint: "write `bigint identity`",
      label: "small",
    },
    {
      text: "domain «nowhere».d as int",
      says: "COV2008 error: schema `nowhere` is not declared",
      hint: "add `schema nowhere`; the default schema is not written",
    },
  ],
  "not yet": [
    { text: "extension «btree_gist»", says: "COV2901 error: `extension` is not supported yet", hint: later },
    { text: "sequence «s»", says: "COV2901 error: `sequence` is not supported yet", hint: later },
    { text: "«view» v as $$ select 1 $$", says: "COV2901 error: `view` is not supported yet", hint: later },
    {
      text: "«function» f() returns int language sql as $$ select 1 $$",
      says: "COV2901 error: `function` is not supported yet",
      hint: later,
    },
    {
      text: "sql «s» {\n  forward $$ select 1 $$\n  backward $$ select 1 $$\n}",
      says: "COV2901 error: a `sql` block is not supported yet",
      hint: later,
    },
    {
      text: "table t {\n  a int\n  «exclude» (a with =) using gist\n}",
      says: "COV2901 error: `exclude` is not supported yet",
      hint: later,
    },
    {
      text: "table t {\n  a int\n  «partition by» range (a)\n}",
      says: "COV2901 error: `partition by` is not supported yet",
      hint: later,
    },
    {
      text: `${users}table t inherits «users» { a int }`,
      says: "COV2901 error: `inherits` is not supported yet",
      hint: later,
    },
  ],
};

describe("mistakes the binder finds", () => {
  for (const [group, list] of Object.entries(mistakes))
    describe(group, () => {
      for (const { text, target = "postgres", says, hint, label } of list)
        it(`${says} (${JSON.stringify(text.slice(-60))})`, () => {
          const { diagnostics, span } = bindMarked(text, target);
          const found = diagnostics.map(({ code, severity, title }) => `${code} ${severity}: ${title}`);
          expect(found).to.deep.equal([says]);
          const [diagnostic] = diagnostics;
          expect(diagnostic?.hint).to.equal(hint);
          expect([diagnostic?.span.start, diagnostic?.span.end]).to.deep.equal(span);
          const [first] = diagnostic?.labels ?? [];
          if (label === undefined) expect(diagnostic?.labels.length).to.equal(0);
          else expect(first?.span.source.text.slice(first.span.start, first.span.end)).to.equal(label);
        });
    });
});
