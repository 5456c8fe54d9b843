/** What each construct of the language means: the model it is bound to. */

import { expect } from "chai";
import { columnKey, memberKey, objectKey } from "../../src/model/hints.js";
import {
  checkOf,
  columnOf,
  domainOf,
  engineSequence,
  foreignKeyOf,
  indexOf,
  named,
  partOf,
  primaryKeyOf,
  tableOf,
  typeOf,
  uniqueOf,
} from "../support/build.js";
import { bindSources, bindText, type Target, vocabularyOf } from "../support/covet.js";

describe("bindSchema", () => {
  describe("columns", () => {
    it("keeps types as they are written", () => {
      const { columns } = bindTable(`enum mood { sad }
schema s
enum s.mood { ok }
table t {
  a int
  b decimal(12, 2)?
  c "double precision"
  d mood
  e s.mood
  f \`geography(point, 4326)\`
  g text[][]
  h timestamptz(3)
}`);
      expect(columns).to.deep.equal([
        columnOf("a", "int"),
        columnOf("b", typeOf("decimal", { args: ["12", "2"] }), { nullable: true }),
        columnOf("c", "double precision"),
        columnOf("d", "mood"),
        columnOf("e", typeOf("mood", { schema: "s" })),
        columnOf("f", typeOf("geography(point, 4326)", { raw: true })),
        columnOf("g", typeOf("text", { dimensions: 2 })),
        columnOf("h", typeOf("timestamptz", { args: ["3"] })),
      ]);
    });

    it("takes a key with nulls where the engine does", () => {
      const text = "table t {\n  a int? primary key\n}";
      const { columns } = bindTable(text, "sqlite");
      expect(columns).to.deep.equal([columnOf("a", "int", { nullable: true })]);
      for (const engine of ["postgres", "mysql", "mariadb"] as const)
        expect(bindText(text, engine).diagnostics.map(({ code }) => code)).to.deep.equal(["COV2305"]);
    });

    it("takes any type name where the engine does, and none", () => {
      const { columns } = bindTable("table t {\n  a whatever(3, x)\n  b _\n}", "sqlite");
      expect(columns).to.deep.equal([columnOf("a", typeOf("whatever", { args: ["3", "x"] })), columnOf("b", "_")]);
    });

    it("reads MySQL's words on a type", () => {
      const { columns } = bindTable("table t {\n  a int unsigned zerofill\n  b enum('x', 'it''s')\n}", "mysql");
      expect(columns).to.deep.equal([
        columnOf("a", typeOf("int", { unsigned: true, zerofill: true })),
        columnOf("b", typeOf("enum", { args: ["'x'", "'it''s'"] })),
      ]);
    });

    it("makes defaults SQL text of the target", () => {
      const text = `table t {
  a int = -1
  b text = 'it''s \\'
  c timestamptz = now()
  d bool = true
  e date = date '2026-01-01'
  f bytes = x'00ff'
  g timestamptz = current_timestamp
  h uuid = gen_random_uuid()
  i text = concat('a', upper('b'), 1)
  j text = \` lower('X') || \`\`y\`\` \`
  k double = 1.5
}`;
      expect(defaults(text, "postgres")).to.deep.equal([
        "-1",
        "'it''s \\'",
        "now()",
        "true",
        "date '2026-01-01'",
        "x'00ff'",
        "current_timestamp",
        "gen_random_uuid()",
        "concat('a', upper('b'), 1)",
        "lower('X') || `y`",
        "1.5",
      ]);
      const mysql = defaults(text, "mysql");
      expect(mysql[1]).to.equal("'it''s \\\\'");
      expect(mysql[2]).to.equal("current_timestamp(6)");
      expect(mysql[7]).to.equal("(uuid())");
    });

    it("lets one engine have another type or default", () => {
      const text = "table t { a text = 'x' @mysql.type(mediumtext) @mysql.default(('y')) @sqlite.default('z') }";
      const [mysql] = bindTable(text, "mysql").columns;
      expect(mysql).to.deep.equal(columnOf("a", typeOf("mediumtext", { raw: true }), { default: { sql: "('y')" } }));
      const [sqlite] = bindTable(text, "sqlite").columns;
      expect(sqlite).to.deep.equal(columnOf("a", "text", { default: { sql: "'z'" } }));
      const [postgres] = bindTable(text).columns;
      expect(postgres).to.deep.equal(columnOf("a", "text", { default: { sql: "'x'" } }));
    });

    it("binds identity, serial and generated columns", () => {
      const { columns } = bindTable(`table t {
  a bigint identity
  b int identity always (start 100, increment -1, minvalue 1, maxvalue 200, cache 5, cycle)
  c bigserial
  d serial(name odd_seq, as int)
  e smallserial
  f int? generated (a + 1) stored
}`);
      expect(columns).to.deep.equal([
        columnOf("a", "bigint", { identity: { kind: "byDefault", sequence: engineSequence } }),
        columnOf("b", "int", {
          identity: {
            kind: "always",
            sequence: {
              ...engineSequence,
              start: "100",
              increment: "-1",
              minvalue: "1",
              maxvalue: "200",
              cache: "5",
              cycle: true,
            },
          },
        }),
        columnOf("c", "bigint", { identity: { kind: "serial", sequence: engineSequence } }),
        columnOf("d", "int", {
          identity: { kind: "serial", sequence: { ...engineSequence, name: "odd_seq", as: "int" } },
        }),
        columnOf("e", "smallint", { identity: { kind: "serial", sequence: engineSequence } }),
        columnOf("f", "int", { nullable: true, generated: { expression: { sql: "a + 1" }, storage: "stored" } }),
      ]);
    });

    it("keeps how a value is made beside the model", () => {
      const text = `table t {
  a int check (a > 0) using (replace(a, ',', '')::int)
  b text?
    using (coalesce(b, ''))
    @mysql.using(ifnull(b, ''))
  c text
}`;
      const using = (target: Target) => [...bindText(text, target).hints.using];
      const [a, b] = [columnKey(named("t"), "a"), columnKey(named("t"), "b")];
      expect(using("postgres")).to.deep.equal([
        [a, "replace(a, ',', '')::int"],
        [b, "coalesce(b, '')"],
      ]);
      expect(using("mariadb")).to.deep.equal([
        [a, "replace(a, ',', '')::int"],
        [b, "ifnull(b, '')"],
      ]);
      expect(bindTable(text).columns[1]).to.deep.equal(columnOf("b", "text", { nullable: true }));
    });

    it("reads collations, comments and settings", () => {
      const { columns } = bindTable(`table t {
  /// One.
  /// Two.
  a text collate "C" @postgres.storage(external) @postgres.compression( lz4 ) @mysql.charset(utf8mb4)
  b text collate pg_catalog."de-x" /// behind
  c text @comment('it''s')
}`);
      expect(columns).to.deep.equal([
        columnOf("a", "text", {
          collation: "C",
          comment: "One.\nTwo.",
          settings: [
            { name: "compression", value: "lz4" },
            { name: "storage", value: "external" },
          ],
        }),
        columnOf("b", "text", { collation: "pg_catalog.de-x", comment: "behind" }),
        columnOf("c", "text", { comment: "it's" }),
      ]);
    });
  });

  describe("keys and checks", () => {
    it("puts inline constraints in the place where they are written", () => {
      const table = bindTable(`table t {
  id int primary key as t_pk
  a text unique nulls not distinct check (a <> '') no inherit not valid
  b int? -> t.id on delete set null on update cascade deferrable as t_b

  unique (a, b) include (id) deferrable initially deferred as t_a_b
  check (b > 0) as t_b_positive
}`);
      expect(table.constraints).to.deep.equal([
        primaryKeyOf(["id"], { name: "t_pk" }),
        uniqueOf(["a"], { nullsNotDistinct: true }),
        checkOf("a <> ''", { noInherit: true, validated: false }),
        foreignKeyOf(["b"], named("t"), ["id"], {
          name: "t_b",
          onDelete: "setNull",
          onUpdate: "cascade",
          deferrable: "deferrable",
        }),
        uniqueOf(["a", "b"], { name: "t_a_b", include: ["id"], deferrable: "initiallyDeferred" }),
        checkOf("b > 0", { name: "t_b_positive" }),
      ]);
    });

    it("resolves foreign keys: a column, the primary key, several columns, another schema, an unmanaged table", () => {
      const { schema, diagnostics } = bindText(`schema s
table s.p {
  x int
  y int
  z int
  primary key (x, y)
  unique index (z, y)
}
table auth.users @unmanaged { id uuid primary key }
table people @unmanaged { id uuid primary key }
table t {
  id int primary key
  a uuid -> people
  b uuid? -> auth.users.id
  c int
  d int
  foreign key (c, d) -> s.p (x, y) match full not valid
  foreign key (c, d) -> s.p (y, z) on delete set null (c) not enforced as odd
}`);
      expect(diagnostics).to.deep.equal([]);
      const [, table] = schema.tables;
      const users = named("users", "auth");
      expect(table?.constraints.slice(1)).to.deep.equal([
        foreignKeyOf(["a"], named("people"), ["id"]),
        foreignKeyOf(["b"], users, ["id"]),
        foreignKeyOf(["c", "d"], named("p", "s"), ["x", "y"], { match: "full", validated: false }),
        foreignKeyOf(["c", "d"], named("p", "s"), ["y", "z"], {
          name: "odd",
          onDelete: "setNull",
          onDeleteColumns: ["c"],
          enforced: false,
        }),
      ]);
    });

    it("resolves foreign keys in a cycle and to a table further down", () => {
      const { schema, diagnostics } = bindText(
        "table a {\n  id int primary key\n  b int? -> b.id\n}\ntable b {\n  id int primary key\n  a int? -> a.id\n}",
      );
      expect(diagnostics).to.deep.equal([]);
      expect(schema.tables.map(({ constraints }) => constraints.length)).to.deep.equal([2, 2]);
    });
  });

  it("binds indexes with every part and option", () => {
    const { indexes, constraints } = bindTable(`table t {
  a text
  b int
  tags jsonb
  u text unique where (u <> '') as t_u

  index (a)
  unique index (lower(a), b desc nulls last) include (tags) nulls not distinct where (b > 0) as i
  index (tags ops public.jsonb_path_ops) using gin @concurrent
  index (a collate "C" ops text_pattern_ops asc nulls first, \` b + 1 \`) @postgres.fillfactor(70) /// why
  unique (a, b) where (b = 1)
}`);
    expect(constraints).to.deep.equal([]);
    expect(indexes).to.deep.equal([
      indexOf("t_u", ["u"], { unique: true, where: { sql: "u <> ''" } }),
      indexOf(null, ["a"]),
      indexOf("i", [partOf({ sql: "lower(a)" }), partOf("b", { descending: true, nulls: "last" })], {
        unique: true,
        include: ["tags"],
        nullsNotDistinct: true,
        where: { sql: "b > 0" },
      }),
      indexOf(null, [partOf("tags", { operatorClass: "public.jsonb_path_ops" })], { method: "gin" }),
      indexOf(
        null,
        [partOf("a", { collation: "C", operatorClass: "text_pattern_ops", nulls: "first" }), partOf({ sql: "b + 1" })],
        { settings: [{ name: "fillfactor", value: "70" }], comment: "why" },
      ),
      indexOf(null, ["a", "b"], { unique: true, where: { sql: "b = 1" } }),
    ]);
  });

  it("binds an indexed prefix and a method on MySQL", () => {
    const { indexes } = bindTable(
      "table t {\n  a text\n  index (a prefix 10)\n  index (a) using FULLTEXT @mysql.parser(ngram)\n}",
      "mysql",
    );
    expect(indexes).to.deep.equal([
      indexOf(null, [partOf("a", { prefix: 10 })]),
      indexOf(null, ["a"], { method: "fulltext", settings: [{ name: "parser", value: "ngram" }] }),
    ]);
  });

  it("binds schemas and enums", () => {
    const { schema } = bindText(`/// Money.
schema billing
/// What a person may do.
enum user_role { guest, member, '3D artist', x @for(mysql) }
enum billing.state @comment('s') { on }
`);
    expect(schema).to.deep.equal({
      namespaces: [{ name: "billing", comment: "Money." }],
      enums: [
        { schema: null, name: "user_role", values: ["guest", "member", "3D artist"], comment: "What a person may do." },
        { schema: "billing", name: "state", values: ["on"], comment: "s" },
      ],
      domains: [],
      tables: [],
    });
  });

  it("binds domains, whatever the order of the files", () => {
    const { schema, hints, diagnostics } = bindText(`table t { a short_email? }
domain short_email as email check (length(value) < 20)
/// An address.
domain email as text = 'a@b' collate "C" not null
  /// Its shape.
  check (value like '%_@_%') as email_shape @was(shape)
  check (value <> '') not valid
  @was(address)
`);
    expect(diagnostics).to.deep.equal([]);
    expect(schema.domains).to.deep.equal([
      domainOf("short_email", "email", { checks: [checkOf("length(value) < 20")] }),
      domainOf("email", "text", {
        nullable: false,
        default: { sql: "'a@b'" },
        collation: "C",
        checks: [
          checkOf("value like '%_@_%'", { name: "email_shape", comment: "Its shape." }),
          checkOf("value <> ''", { validated: false }),
        ],
        comment: "An address.",
      }),
    ]);
    expect(hints.renames.map(({ noun, on, from, to }) => ({ noun, on, from, to }))).to.deep.equal([
      { noun: "domain", on: named("email"), from: ["address"], to: "email" },
      { noun: "domainCheck", on: named("email"), from: ["shape"], to: "email_shape" },
    ]);
    expect(hints.origins.get(objectKey("domain", named("email")))?.line).to.equal(4);
  });

  it("gives a comment behind a domain's only line to the domain", () => {
    const { schema } = bindText("domain d as int check (value > 0) as positive /// Counted.\n");
    expect(schema.domains).to.deep.equal([
      domainOf("d", "int", { checks: [checkOf("value > 0", { name: "positive" })], comment: "Counted." }),
    ]);
  });

  describe("targets", () => {
    const text = `table t @postgres.rls @sqlite.strict @mysql.engine(InnoDB) @mariadb.engine(Aria) {
  id int primary key
  a int @for(postgres)
  for mysql, sqlite {
    b int
    index (b)
  }
}
for mariadb {
  table m { id int }
}`;

    it("gives each its part and its settings", () => {
      const of = (target: Target) => {
        const { schema, diagnostics } = bindText(text, target);
        expect(diagnostics).to.deep.equal([]);
        const [table] = schema.tables;
        return {
          tables: schema.tables.map(({ name }) => name).join(),
          columns: table?.columns.map(({ name }) => name).join(),
          indexes: table?.indexes.length,
          settings: table?.settings.map(({ name, value }) => `${name}=${value}`).join(),
        };
      };
      expect(of("postgres")).to.deep.equal({ tables: "t", columns: "id,a", indexes: 0, settings: "rls=null" });
      expect(of("sqlite")).to.deep.equal({ tables: "t", columns: "id,b", indexes: 1, settings: "strict=null" });
      expect(of("mysql")).to.deep.equal({ tables: "t", columns: "id,b", indexes: 1, settings: "engine=InnoDB" });
      const mariadb = { tables: "t,m", columns: "id,b", indexes: 1, settings: "engine=Aria" };
      expect(of("mariadb")).to.deep.equal(mariadb);
    });

    it("says nothing of what is filtered away", () => {
      const { diagnostics } = bindText(
        "extension x @for(postgres)\nfor postgres {\n  view v as $$ select 1 $$\n}\ntable t {\n  id int\n  a text[] @for(postgres)\n}",
        "sqlite",
      );
      expect(diagnostics).to.deep.equal([]);
    });
  });

  it("takes @concurrent where there is no such thing: the index is the same", () => {
    const { indexes } = bindTable("table t {\n  a int\n  index (a) @concurrent\n}", "sqlite");
    expect(indexes).to.deep.equal([indexOf(null, ["a"])]);
  });

  it("puts mixins in their place", () => {
    const table = bindTable(`mixin stamps {
  created_at timestamptz = now()
  ...audit
  index (created_at)
}
mixin audit { by text check (by <> '') }
table t {
  id int primary key
  ...stamps
  last int
}`);
    expect(table.columns.map(({ name }) => name)).to.deep.equal(["id", "created_at", "by", "last"]);
    expect(table.constraints).to.deep.equal([primaryKeyOf(["id"]), checkOf("by <> ''")]);
    expect(table.indexes).to.deep.equal([indexOf(null, ["created_at"])]);
  });

  it("puts mixins in mixins, blocks for one engine and comments in place, and points keys from each table", () => {
    const text = `mixin owned {
  /// Who it belongs to.
  owner_id int -> users.id
  ...marked
  for sqlite { note text }
  /// Where it is looked up.
  index (owner_id)
}
mixin marked { mark int? /// Out of ten.
  check (mark < 10) @for(postgres) }
table users {
  id int primary key
  ...owned
}
table t { ...owned }`;
    for (const name of ["users", "t"]) {
      const { schema, diagnostics } = bindText(text);
      expect(diagnostics).to.deep.equal([]);
      const table = schema.tables.find((other) => other.name === name);
      expect(table?.columns.slice(-2)).to.deep.equal([
        columnOf("owner_id", "int", { comment: "Who it belongs to." }),
        columnOf("mark", "int", { nullable: true, comment: "Out of ten." }),
      ]);
      expect(table?.constraints.slice(-2)).to.deep.equal([
        foreignKeyOf(["owner_id"], named("users"), ["id"]),
        checkOf("mark < 10"),
      ]);
      expect(table?.indexes).to.deep.equal([indexOf(null, ["owner_id"], { comment: "Where it is looked up." })]);
    }
    const columns = bindText(text, "sqlite").schema.tables[1]?.columns.map(({ name }) => name);
    expect(columns).to.deep.equal(["owner_id", "mark", "note"]);
  });

  it("renames the columns of a mixin in each table, but never one that a table means itself", () => {
    const { hints } = bindText(`mixin stamps { made timestamptz @was(created, born) }
table t { ...stamps }
table u {
  born date
  ...stamps
}
table v {
  born date
  created date
  ...stamps
}`);
    expect(hints.renames.map(({ on, from, to }) => [on?.name, from, to])).to.deep.equal([
      ["t", ["created", "born"], "made"],
      ["u", ["created"], "made"],
    ]);
  });

  it("leaves out what is unmanaged and lists it", () => {
    const { schema, unmanaged } = bindText(
      'table auth.users @unmanaged { id uuid primary key }\nenum "odd one" @unmanaged { a }\ntable t { a "odd one" }',
    );
    expect(schema).to.deep.equal({
      namespaces: [],
      enums: [],
      domains: [],
      tables: [tableOf("t", { columns: [columnOf("a", "odd one")] })],
    });
    expect(unmanaged).to.deep.equal(['"odd one"', "auth.users"]);
  });

  describe("hints", () => {
    const files = [
      {
        path: "schemas/a.covet",
        text: `schema s @was(r)
enum e @was(f) { a, b @was(x, y) }
/// A comment.
table s.t @was(u, v) {
  id int primary key as t_pk @was(pk)
  a text unique as t_a @was(uq_a) @was(old_a)

  index (a) as t_i @was(i)
  index (id) @concurrent
}`,
      },
      { path: "schemas/b.covet", text: "\r\ntable b {\r\n  id int\r\n}" },
    ];

    it("keeps what things were called", () => {
      const { hints, diagnostics } = bindSources(files, vocabularyOf("postgres"));
      expect(diagnostics).to.deep.equal([]);
      const t = named("t", "s");
      const e = named("e");
      const origin = (line: number) => ({ path: "schemas/a.covet", line });
      expect(hints.renames).to.deep.equal([
        { noun: "namespace", on: null, from: ["r"], to: "s", origin: origin(1) },
        { noun: "enum", on: e, from: ["f"], to: "e", origin: origin(2) },
        { noun: "enumValue", on: e, from: ["x", "y"], to: "b", origin: origin(2) },
        { noun: "table", on: t, from: ["u", "v"], to: "t", origin: origin(4) },
        { noun: "column", on: t, from: ["old_a"], to: "a", origin: origin(6) },
        { noun: "constraint", on: t, from: ["pk"], to: "t_pk", origin: origin(5) },
        { noun: "constraint", on: t, from: ["uq_a"], to: "t_a", origin: origin(6) },
        { noun: "index", on: t, from: ["i"], to: "t_i", origin: origin(8) },
      ]);
    });

    it("knows the line of everything, whatever the line ends", () => {
      const { hints } = bindSources(files, vocabularyOf("postgres"));
      const t = named("t", "s");
      const b = named("b");
      const lines = [...hints.origins].map(([key, { path, line }]) => `${key} ${path}:${line}`);
      expect(lines).to.deep.equal([
        `${objectKey("namespace", named("s"))} schemas/a.covet:1`,
        `${objectKey("enum", named("e"))} schemas/a.covet:2`,
        `${objectKey("table", t)} schemas/a.covet:4`,
        `${columnKey(t, "id")} schemas/a.covet:5`,
        `${columnKey(t, "a")} schemas/a.covet:6`,
        `${memberKey("constraint", t, 0)} schemas/a.covet:5`,
        `${memberKey("constraint", t, 1)} schemas/a.covet:6`,
        `${memberKey("index", t, 0)} schemas/a.covet:8`,
        `${memberKey("index", t, 1)} schemas/a.covet:9`,
        `${objectKey("table", b)} schemas/b.covet:2`,
        `${columnKey(b, "id")} schemas/b.covet:3`,
      ]);
    });

    it("gives the names of a unique key to what it is on the target: a constraint, or its index", () => {
      const text = "table t {\n  a int unique as k @was(j)\n  index (a) as i\n  unique (a) as l\n}";
      const nouns = (target: Target) =>
        bindText(text, target).hints.renames.map(({ noun, from, to }) => [noun, from, to]);
      expect(nouns("postgres")).to.deep.equal([["constraint", ["j"], "k"]]);
      expect(nouns("mysql")).to.deep.equal([["index", ["j"], "k"]]);
      const { constraints, indexes } = bindTable(text, "mysql");
      expect(constraints).to.deep.equal([]);
      expect(indexes).to.deep.equal([
        indexOf("k", ["a"], { unique: true }),
        indexOf("i", ["a"]),
        indexOf("l", ["a"], { unique: true }),
      ]);
    });

    it("lets two tables have indexes of one name where the engine does", () => {
      const text = "table a {\n  x int\n  index (x) as i\n}\ntable b {\n  x int\n  index (x) as i\n}";
      const codes = (target: Target) => bindText(text, target).diagnostics.map(({ code }) => code);
      expect(codes("mysql")).to.deep.equal([]);
      expect(codes("sqlite")).to.deep.equal(["COV2005"]);
    });

    it("knows which indexes are built without blocking", () => {
      const { hints } = bindSources(files, vocabularyOf("postgres"));
      expect([...hints.concurrent]).to.deep.equal([memberKey("index", named("t", "s"), 1)]);
    });
  });
});

/** The last table of a text without mistakes. */
function bindTable(text: string, target: Target = "postgres") {
  const { schema, diagnostics } = bindText(text, target);
  expect(diagnostics.filter(({ severity }) => severity === "error")).to.deep.equal([]);
  return schema.tables.at(-1) ?? expect.fail("no table");
}

function defaults(text: string, target: Target) {
  return bindTable(text, target).columns.map((column) => column.default?.sql ?? null);
}
