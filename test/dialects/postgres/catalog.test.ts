/** What is read from a database that others wrote: by hand-written DDL, with everything the model cannot hold beside it. */

import { expect } from "chai";
import type { Connection } from "../../../src/dialect/connection.js";
import { postgres } from "../../../src/dialects/postgres/dialect.js";
import type { TableSchema } from "../../../src/model/table-schema.js";
import { checkOf, domainOf, typeOf } from "../../support/build.js";
import { connect, database, type Engine, type TestDatabase } from "../../support/servers.js";

const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: true, onStatement: null };

for (const engine of ["postgres15", "postgres18"] as const satisfies readonly Engine[]) {
  describe(`introspect on ${engine}`, () => {
    let home: TestDatabase;
    let connection: Connection;
    let execute: (sql: string) => Promise<unknown>;
    let close = async () => {};
    let sent: string[] = [];

    before(async () => {
      home = await database(engine);
      const admin = await connect(engine, home.url);
      execute = (sql) => admin.query(sql);
      close = () => admin.close();
      connection = await postgres.connect({ ...options, url: home.url, onStatement: (sql) => void sent.push(sql) });
    });
    after(async () => {
      await connection?.close();
      await close();
      await home?.drop();
    });
    beforeEach(() => execute("drop schema public cascade; create schema public"));

    const read = async (namespaces: string[] = [], unmanaged: string[] = []) => {
      sent = [];
      return postgres.introspect(connection, { namespaces, unmanaged });
    };
    const only = async (): Promise<TableSchema> => {
      const { schema } = await read();
      const [table] = schema.tables;
      if (table === undefined || schema.tables.length > 1) throw new Error("one table expected");
      return table;
    };

    it("reads one table and a hundred with one statement", async () => {
      await execute("create table t0 (id int)");
      await read();
      expect(sent).to.have.length(1);
      for (let n = 1; n < 100; n++) await execute(`create table t${n} (id serial primary key, x int check (x > ${n}))`);
      expect((await read()).schema.tables).to.have.length(100);
      expect(sent).to.have.length(1);
    });

    it("reads domains with all that a domain can have", async () => {
      await execute(`
        create type mood as enum ('sad', 'ok');
        create domain email as varchar(80) collate "C" default 'a@b' not null check (value like '%@%') check (value <> '');
        alter domain email add constraint late check (length(value) < 70) not valid;
        comment on domain email is 'An address.';
        comment on constraint email_check on domain email is 'With an at.';
        create domain work as email;
        create domain moods as mood[];
        create table t (a email default null, b email[], c work);
      `);
      const { schema } = await read();
      const check = (name: string, sql: string, parts = {}) => checkOf(sql, { name, ...parts });
      expect(schema.domains).to.deep.equal([
        domainOf("email", typeOf("character varying", { args: ["80"] }), {
          nullable: false,
          default: { sql: "'a@b'::character varying" },
          collation: "C",
          checks: [
            check("email_check", "((VALUE)::text ~~ '%@%'::text)", { comment: "With an at." }),
            check("email_check1", "((VALUE)::text <> ''::text)"),
            check("late", "(length((VALUE)::text) < 70)", { validated: false }),
          ],
          comment: "An address.",
        }),
        domainOf("moods", typeOf("mood", { dimensions: 1 })),
        domainOf("work", "email", { default: { sql: "'a@b'::character varying" } }),
      ]);
      expect(
        schema.tables[0]?.columns.map(({ type, default: value, collation }) => [type.name, value, collation]),
      ).to.deep.equal([
        ["email", { sql: "NULL" }, null],
        ["email", null, null],
        ["work", null, null],
      ]);
    });

    it("lists what is not covet's, and takes none of it for a table", async () => {
      await execute(`
        create table t (id int primary key, r int4range, constraint no_overlap exclude using gist (r with &&));
        create view v as select 1 as one;
        create materialized view m as select 1 as one;
        create function f() returns trigger language plpgsql as 'begin return new; end';
        create procedure p() language sql as 'select 1';
        create aggregate total (int) (sfunc = int4pl, stype = int);
        create trigger tr before insert on t for each row execute function f();
        create policy pol on t using (true);
        create rule ru as on delete to t do instead nothing;
        create statistics st on id, r from t;
        create domain d as int check (value > 0);
        create type pair as (a int, b int);
        create type floats as range (subtype = float8);
        create sequence s;
        create table part (id int) partition by list (id);
        create table part_1 partition of part for values in (1);
        create table parent (id int);
        create table child () inherits (parent);
        create table typed of pair;
        create table _covet_migrations (id int primary key);
        create table legacy_a (id int);
        create index broken on t (id);
        update pg_index set indisvalid = false where indexrelid = 'broken'::regclass`);
      const { schema, unmanaged } = await read([], ["legacy_*"]);
      expect(schema.tables.map(({ name }) => name)).to.deep.equal(["t"]);
      expect(schema.tables[0]?.indexes).to.deep.equal([]);
      const found = unmanaged.map(({ kind, name, on }) => `${kind} ${name}${on === null ? "" : ` on ${on.name}`}`);
      expect(found).to.include.members([
        "aggregate total",
        "composite type pair",
        "exclusion constraint no_overlap on t",
        "function f",
        "inheriting table child",
        "inheriting table parent",
        "invalid index broken on t",
        "materialized view m",
        "partition part_1",
        "partitioned table part",
        "policy pol on t",
        "procedure p",
        "range type floats",
        "rule ru on t",
        "sequence s",
        "statistics st on t",
        "table legacy_a",
        "trigger tr on t",
        "typed table typed",
        "view v",
      ]);
      expect(found.filter((item) => item.includes("_covet_"))).to.deep.equal([]);
    });

    it("leaves out what an extension brought", async () => {
      await execute("create extension citext; create table t (id int, c citext)");
      const { schema, unmanaged } = await read();
      expect(unmanaged).to.deep.equal([]);
      expect(schema.tables[0]?.columns[1]?.type).to.deep.include({ schema: null, name: "citext" });
    });

    it("reads only the default schema and those in scope", async () => {
      await execute(`
        drop schema if exists billing cascade; create schema billing; comment on schema billing is 'money';
        create type billing.state as enum ('open', 'paid');
        create table billing.invoices (id int primary key, state billing.state default 'open');
        create table lines (invoice int references billing.invoices (id))`);
      const narrow = await read();
      expect(narrow.schema.namespaces).to.deep.equal([]);
      expect(narrow.schema.tables.map(({ name }) => name)).to.deep.equal(["lines"]);
      expect(narrow.schema.tables[0]?.constraints[0]).to.deep.include({
        table: { schema: "billing", name: "invoices" },
        references: ["id"],
      });
      const wide = await read(["billing"]);
      expect(wide.schema.namespaces).to.deep.equal([{ name: "billing", comment: "money" }]);
      expect(wide.schema.enums).to.deep.equal([
        { schema: "billing", name: "state", values: ["open", "paid"], comment: null },
      ]);
      expect(wide.schema.tables.map(({ schema, name }) => `${schema}.${name}`)).to.deep.equal([
        "billing.invoices",
        "null.lines",
      ]);
      await execute("drop schema billing cascade");
    });

    it("reads identities and serials with what is special about their sequences", async () => {
      await execute(`
        create table t (
          a int generated always as identity (start 100 increment 10 cache 5),
          b bigint generated by default as identity (minvalue -5 maxvalue 5 cycle),
          c serial, d bigserial, e int default 7, f smallint generated always as identity (increment -1));
        create sequence odd as int start 9;
        alter table t add g bigint default nextval('odd'); alter sequence odd owned by t.g;
        create sequence shared; alter table t add h int default nextval('shared')`);
      const plain = {
        name: null,
        as: null,
        start: null,
        increment: null,
        minvalue: null,
        maxvalue: null,
        cache: null,
        cycle: false,
      };
      const table = await only();
      expect(table.columns.map(({ name, identity }) => [name, identity])).to.deep.equal([
        ["a", { kind: "always", sequence: { ...plain, start: "100", increment: "10", cache: "5" } }],
        ["b", { kind: "byDefault", sequence: { ...plain, minvalue: "-5", maxvalue: "5", cycle: true } }],
        ["c", { kind: "serial", sequence: plain }],
        ["d", { kind: "serial", sequence: plain }],
        ["e", null],
        ["f", { kind: "always", sequence: { ...plain, increment: "-1" } }],
        ["g", { kind: "serial", sequence: { ...plain, name: "odd", as: "integer", start: "9" } }],
        ["h", null],
      ]);
      expect(table.columns[7]?.default).to.deep.equal({ sql: "nextval('shared'::regclass)" });
    });

    it("reads settings of tables, columns, indexes and keys", async () => {
      await execute(`
        create unlogged table t (
          id int, body text, constraint t_pk primary key (id) with (fillfactor = 60)
        ) with (fillfactor = 70, autovacuum_enabled = off, toast.autovacuum_enabled = false);
        alter table t alter body set storage external, alter body set statistics 300, alter body set (n_distinct = 50);
        alter table t alter body set compression pglz;
        alter table t replica identity full; alter table t enable row level security; alter table t force row level security;
        create index i on t (body) with (fillfactor = 80, deduplicate_items = off)`);
      const table = await only();
      const pairs = (settings: TableSchema["settings"]) => settings.map(({ name, value }) => `${name}=${value}`);
      expect(pairs(table.settings)).to.deep.equal([
        "autovacuum_enabled=false",
        "fillfactor=70",
        "force_rls=null",
        "replica_identity=full",
        "rls=null",
        "toast.autovacuum_enabled=false",
        "unlogged=null",
      ]);
      expect(pairs(table.columns[1]?.settings ?? [])).to.deep.equal([
        "compression=pglz",
        "n_distinct=50",
        "statistics=300",
        "storage=external",
      ]);
      expect(pairs(table.indexes[0]?.settings ?? [])).to.deep.equal(["deduplicate_items=false", "fillfactor=80"]);
      expect(pairs(table.constraints[0]?.settings ?? [])).to.deep.equal(["fillfactor=60"]);
    });

    it("reads every part and option of an index", async () => {
      await execute(`
        create table t (a text, b text collate "C", c int, d tsvector);
        create unique index i1 on t (a desc, b collate "POSIX" nulls first, c desc nulls last) include (d) nulls not distinct where c > 0;
        create index i2 on t using gin (d) with (fastupdate = off);
        create index i3 on t (lower(a) collate "C" text_pattern_ops, (c + 1), b, coalesce(a, 'x,y'));
        create index i4 on t using gist (d tsvector_ops (siglen = 100))`);
      const { indexes } = await only();
      const part = (parts: object) => ({
        column: null,
        expression: null,
        prefix: null,
        collation: null,
        operatorClass: null,
        descending: false,
        nulls: null,
        ...parts,
      });
      expect(
        indexes.map(({ method, parts, include, unique, where, nullsNotDistinct }) => ({
          method,
          parts,
          include,
          unique,
          where,
          nullsNotDistinct,
        })),
      ).to.deep.equal([
        {
          method: null,
          parts: [
            part({ column: "a", descending: true }),
            part({ column: "b", collation: "POSIX", nulls: "first" }),
            part({ column: "c", descending: true, nulls: "last" }),
          ],
          include: ["d"],
          unique: true,
          where: { sql: "(c > 0)" },
          nullsNotDistinct: true,
        },
        {
          method: "gin",
          parts: [part({ column: "d" })],
          include: [],
          unique: false,
          where: null,
          nullsNotDistinct: false,
        },
        {
          method: null,
          parts: [
            part({ expression: { sql: "lower(a)" }, collation: "C", operatorClass: "text_pattern_ops" }),
            part({ expression: { sql: "(c + 1)" } }),
            part({ column: "b" }),
            part({ expression: { sql: "COALESCE(a, 'x,y'::text)" } }),
          ],
          include: [],
          unique: false,
          where: null,
          nullsNotDistinct: false,
        },
        {
          method: "gist",
          parts: [part({ column: "d", operatorClass: "tsvector_ops(siglen=100)" })],
          include: [],
          unique: false,
          where: null,
          nullsNotDistinct: false,
        },
      ]);
    });

    it("reads every option of a constraint", async () => {
      await execute(`
        create table p (a int, b int, primary key (a, b), unique nulls not distinct (b) include (a) deferrable initially deferred);
        create table t (x int not null, y int,
          constraint fk foreign key (x, y) references p match full on update cascade on delete restrict deferrable,
          constraint fk2 foreign key (x, y) references p on delete set null (y),
          constraint ck check (x > 0) no inherit);
        alter table t add constraint ck2 check (y > 0) not valid;
        comment on constraint ck on t is 'why'`);
      const { schema } = await read();
      const [p, t] = schema.tables;
      const plain = { comment: null, settings: [] };
      const key = {
        ...plain,
        kind: "foreignKey",
        columns: ["x", "y"],
        table: { schema: null, name: "p" },
        references: ["a", "b"],
        validated: true,
        enforced: true,
      };
      expect(p?.constraints).to.deep.equal([
        {
          ...plain,
          kind: "unique",
          name: "p_b_a_key",
          columns: ["b"],
          include: ["a"],
          nullsNotDistinct: true,
          deferrable: "initiallyDeferred",
        },
        { ...plain, kind: "primaryKey", name: "p_pkey", columns: ["a", "b"], include: [], deferrable: "no" },
      ]);
      expect(t?.constraints).to.deep.equal([
        {
          ...plain,
          kind: "check",
          name: "ck",
          comment: "why",
          expression: { sql: "(x > 0)" },
          noInherit: true,
          validated: true,
          enforced: true,
        },
        {
          ...plain,
          kind: "check",
          name: "ck2",
          expression: { sql: "(y > 0)" },
          noInherit: false,
          validated: false,
          enforced: true,
        },
        {
          ...key,
          name: "fk",
          match: "full",
          onUpdate: "cascade",
          onDelete: "restrict",
          onDeleteColumns: [],
          deferrable: "deferrable",
        },
        {
          ...key,
          name: "fk2",
          match: "simple",
          onUpdate: "noAction",
          onDelete: "setNull",
          onDeleteColumns: ["y"],
          deferrable: "no",
        },
      ]);
    });

    it("reads every built-in type as normalize spells it", async () => {
      const types = [
        "int",
        "int8",
        "smallint",
        "float8",
        "real",
        "decimal(8)",
        "numeric",
        "varchar(7)",
        "varchar",
        "char",
        "char(3)",
        "bpchar",
        "bit",
        "bit(4)",
        "varbit(5)",
        "bool",
        "bytea",
        "timestamp",
        "timestamp(3)",
        "timestamptz(0)",
        "time",
        "timetz(2)",
        "interval",
        "interval(2)",
        "interval year to month",
        "interval day to second(3)",
        "json",
        "jsonb",
        "uuid",
        "inet",
        "int4range",
        "text[]",
        "numeric(5,2)[]",
        '"char"',
        "name",
        "money",
        "xml",
        "tsvector",
        "point",
      ];
      await execute(`create table t (${types.map((type, n) => `c${n} ${type}`).join(", ")})`);
      const table = await only();
      const written = postgres.normalize({
        namespaces: [],
        enums: [],
        domains: [],
        tables: [
          {
            ...table,
            columns: table.columns.map((column, n) => ({
              ...column,
              type: {
                schema: null,
                name: types[n] ?? "",
                args: [],
                unsigned: false,
                zerofill: false,
                dimensions: 0,
                raw: true,
              },
            })),
          },
        ],
      });
      expect(written.tables[0]).to.deep.equal(table);
    });

    it("refuses a schema that would have two names", async () => {
      await execute("create schema if not exists app");
      const url = new URL(home.url);
      url.searchParams.set("options", "-csearch_path=app");
      const other = await postgres.connect({ ...options, url: url.href });
      try {
        await postgres.introspect(other, { namespaces: ["public"], unmanaged: [] }).then(
          () => expect.fail("introspected"),
          (error: Error) => expect(error.message).to.match(/name the schema public.*default schema is app/),
        );
      } finally {
        await other.close();
      }
    });
  });
}
