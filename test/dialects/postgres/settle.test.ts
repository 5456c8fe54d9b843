/** The ladder on a real server: what tokens cannot decide, twins do; what twins cannot, is said. */

import { expect } from "chai";
import type { Connection } from "../../../src/dialect/connection.js";
import type { KnownPairs, Settled } from "../../../src/dialect/dialect.js";
import { postgres } from "../../../src/dialects/postgres/dialect.js";
import type { DatabaseSchema } from "../../../src/model/database-schema.js";
import type { TableSchema } from "../../../src/model/table-schema.js";
import { checkOf, columnOf, indexOf, partOf, schemaOf, tableOf, typeOf } from "../../support/build.js";
import { database, type TestDatabase } from "../../support/servers.js";

const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };
const nothing: KnownPairs = { has: () => false };
const scope = { namespaces: [], unmanaged: [] };

const people = (parts: Partial<TableSchema>): TableSchema =>
  tableOf("people", {
    columns: [
      columnOf("id", "integer"),
      columnOf("name", typeOf("character varying", { args: ["20"] })),
      columnOf("born", "date", { nullable: true }),
    ],
    ...parts,
  });

describe("settle", () => {
  let home: TestDatabase;
  let connection: Connection;
  let sent: string[] = [];

  before(async () => {
    home = await database("postgres15");
    const onStatement = (sql: string) => void sent.push(sql);
    connection = await postgres.connect({ ...options, url: home.url, onStatement });
  });
  after(async () => {
    await connection?.close();
    await home?.drop();
  });
  afterEach(async () => {
    await connection.execute("drop schema public cascade");
    await connection.execute("create schema public");
  });

  async function create(schema: DatabaseSchema): Promise<DatabaseSchema> {
    const context = {
      unmanaged: [],
      texts: new Map(),
      concurrent: () => false,
      using: () => null,
      version: connection.version,
    };
    for (const after of schema.enums)
      await run(postgres.lower([{ verb: "create", noun: "enum", on: after, after }], schemaOf({}), schema, context));
    for (const after of schema.tables)
      await run(postgres.lower([{ verb: "create", noun: "table", on: after, after }], schemaOf({}), schema, context));
    return (await postgres.introspect(connection, scope)).schema;
  }

  async function run(steps: ReturnType<typeof postgres.lower>): Promise<void> {
    for (const { sql } of steps.flatMap(({ statements }) => statements)) await connection.execute(sql);
  }

  async function settleCheck(live: string, authored: string, known = nothing): Promise<Settled> {
    const before = await create(schemaOf({ tables: [people({ constraints: [checkOf(live, { name: "c" })] })] }));
    const after = schemaOf({ tables: [people({ constraints: [checkOf(authored, { name: "c" })] })] });
    sent = [];
    return postgres.settle(before, after, connection, known);
  }

  const checkText = ({ schema }: Settled): string | undefined => {
    const [rule] = schema.tables[0]?.constraints ?? [];
    return rule?.kind === "check" ? rule.expression.sql : undefined;
  };

  it("asks the server nothing where tokens decide", async () => {
    const settled = await settleCheck("name in ('a', 'b')", "name IN ('a','b')");
    expect(checkText(settled)).to.contain("ANY");
    expect(sent).to.deep.equal([]);
  });

  it("takes the live text, and learns the pair, where the server prints both alike", async () => {
    const settled = await settleCheck("extract(year from born) > 1900", "extract (  YEAR from born )>1900");
    expect(checkText(settled)).to.match(/EXTRACT/);
    expect(settled.learned).to.deep.equal([["extract (  YEAR from born )>1900", checkText(settled)]]);
    expect(settled.undecided).to.deep.equal([]);
  });

  it("keeps the author's text where the server prints another", async () => {
    const settled = await settleCheck("extract(year from born) > 1900", "extract(month from born) > 1900");
    expect(checkText(settled)).to.equal("extract(month from born) > 1900");
    expect(settled).to.deep.include({ undecided: [], learned: [] });
  });

  it("trusts a known pair without asking", async () => {
    const settled = await settleCheck("extract(year from born) > 1900", "extract (YEAR from born) > 1900", {
      has: (authored, catalog) => authored.startsWith("extract (YEAR") && catalog.includes("EXTRACT"),
    });
    expect(checkText(settled)).to.match(/EXTRACT/);
    expect(sent).to.deep.equal([]);
  });

  it("says what it could not compare, and why, and plans no change for it", async () => {
    const settled = await settleCheck("length(name) > 1", "no_such_function(name)");
    expect(checkText(settled)).to.match(/length/);
    expect(settled.undecided).to.have.length(1);
    expect(settled.undecided[0]?.object).to.equal("people.c");
    expect(settled.undecided[0]?.reason).to.match(/no_such_function.* does not exist/);
  });

  it("calls a text that is wrong in itself different", async () => {
    const settled = await settleCheck("extract(year from born) > 1900", "extract(year from born) > 'x'");
    expect(checkText(settled)).to.contain("'x'");
    expect(settled.undecided).to.deep.equal([]);
  });

  it("one text that fails does not keep the others from being compared", async () => {
    const checks = (a: string, b: string) => [checkOf(a, { name: "a" }), checkOf(b, { name: "b" })];
    const year = "extract(year from born) > 1900";
    const before = await create(schemaOf({ tables: [people({ constraints: checks("length(name) > 1", year) })] }));
    const after = schemaOf({
      tables: [people({ constraints: checks("nope(name)", "extract( year from born ) > 1900") })],
    });
    const settled = await postgres.settle(before, after, connection, nothing);
    expect(settled.schema.tables[0]?.constraints).to.deep.equal(before.tables[0]?.constraints);
    expect(settled.undecided.map(({ object }) => object)).to.deep.equal(["people.a"]);
  });

  it("leaves nothing behind, and asks about 150 tables in four round trips", async () => {
    const tables = Array.from({ length: 150 }, (_, n) => {
      const { name: _name, ...table } = people({
        constraints: [checkOf("extract(year from born) > 1900", { name: "c" })],
      });
      return { ...table, name: `people_${n}` };
    });
    const before = await create(schemaOf({ tables }));
    const rewritten = tables.map((table) => ({
      ...table,
      constraints: [checkOf("extract( year from born ) > 1900", { name: "c" })],
    }));
    sent = [];
    const settled = await postgres.settle(before, schemaOf({ tables: rewritten }), connection, nothing);
    expect(settled.learned).to.have.length(150);
    expect(sent).to.have.length(4);
    const [row] = await connection.query(
      "select count(*) as n from pg_class where relpersistence = 't' and relkind = 'r'",
    );
    expect(row?.n).to.equal(0);
  });

  it("settles the default of a column, not across a change of its type", async () => {
    const table = (born: string, type = "date") =>
      people({ columns: [columnOf("born", type, { default: { sql: born } })] });
    const before = await create(schemaOf({ tables: [table("'2026-11-22'")] }));
    const same = await postgres.settle(
      before,
      schemaOf({ tables: [table("date '2026-11-22 '")] }),
      connection,
      nothing,
    );
    expect(same.schema).to.deep.equal(before);
    const retyped = schemaOf({ tables: [table("'2026-11-22'", "text")] });
    expect((await postgres.settle(before, retyped, connection, nothing)).schema).to.deep.equal(retyped);
  });

  it("settles an unnamed index against the live one it is, and no other", async () => {
    const index = (name: string | null, sql: string, where: string | null) =>
      indexOf(name, [partOf({ sql })], { where: where === null ? null : { sql: where } });
    const live = [index("one", "extract(year from born)", null), index("two", "extract(year from born)", "id > 0")];
    const before = await create(schemaOf({ tables: [people({ indexes: live })] }));
    const after = schemaOf({ tables: [people({ indexes: [index(null, "extract ( year from born)", "id>0")] })] });
    const settled = await postgres.settle(before, after, connection, nothing);
    const [one, two] = before.tables[0]?.indexes ?? [];
    expect(one?.where).to.equal(null);
    expect(settled.schema.tables[0]?.indexes).to.deep.equal([{ ...two, name: null }]);
  });

  it("compares a default that uses a value its enum only gets now", async () => {
    const kind = (values: string[]) => ({ schema: null, name: "kind", values, comment: null });
    const table = (sql: string) => people({ columns: [columnOf("k", "kind", { default: { sql } })] });
    const before = await create(schemaOf({ enums: [kind(["a", "b"])], tables: [table("'a'")] }));
    const after = schemaOf({ enums: [kind(["a", "b", "c"])], tables: [table("('c')::kind")] });
    const settled = await postgres.settle(before, after, connection, nothing);
    expect(settled.schema).to.deep.equal(after);
    expect(settled.undecided).to.deep.equal([]);
  });

  it("drops settings of a TOAST table that is not there, unless the columns change", async () => {
    const settings = [{ name: "toast.autovacuum_enabled", value: "false" }];
    const counters = (types: readonly string[]) =>
      tableOf("counters", { settings, columns: types.map((type, at) => columnOf(`c${at}`, type)) });
    const before = await create(schemaOf({ tables: [counters(["integer"])] }));
    expect(before.tables[0]?.settings).to.deep.equal([]);
    const same = schemaOf({ tables: [counters(["integer"])] });
    expect((await postgres.settle(before, same, connection, nothing)).schema).to.deep.equal(before);
    const wider = schemaOf({ tables: [counters(["integer", "text"])] });
    expect((await postgres.settle(before, wider, connection, nothing)).schema).to.deep.equal(wider);
  });

  it("takes a written operator class for none only where it is the type's default, and asks once", async () => {
    const index = (name: string, column: string, operatorClass: string | null) =>
      indexOf(name, [{ ...partOf(column), operatorClass }]);
    const indexes = (classes: readonly (string | null)[]) => [
      index("a", "id", classes[0] ?? null),
      index("b", "name", classes[1] ?? null),
      index("c", "born", classes[2] ?? null),
    ];
    const before = await create(schemaOf({ tables: [people({ indexes: indexes([null, null, null]) })] }));
    const settle = async (...classes: string[]) => {
      sent = [];
      const after = schemaOf({ tables: [people({ indexes: indexes(classes) })] });
      const { schema } = await postgres.settle(before, after, connection, nothing);
      return schema.tables[0]?.indexes.map(({ parts }) => parts[0]?.operatorClass);
    };
    expect(await settle("int4_ops", "text_ops", "date_ops")).to.deep.equal([null, null, null]);
    expect(sent).to.have.length(1);
    // A default class, but of another type; one that is nobody's default; one the server does not know.
    expect(await settle("oid_ops", "varchar_ops", "nope_ops")).to.deep.equal(["oid_ops", "varchar_ops", "nope_ops"]);
    expect(await settle()).to.deep.equal([null, null, null]);
    expect(sent).to.deep.equal([]);
  });

  it("works in a session that is read-only by default, and says so where temporary tables are refused", async () => {
    const text = "extract( year from born ) > 1900";
    const before = await create(
      schemaOf({ tables: [people({ constraints: [checkOf("extract(year from born) > 1900", { name: "c" })] })] }),
    );
    const after = schemaOf({ tables: [people({ constraints: [checkOf(text, { name: "c" })] })] });
    const reader = await postgres.connect({ ...options, url: home.url, readOnly: true });
    try {
      expect((await postgres.settle(before, after, reader, nothing)).schema).to.deep.equal(before);
      await connection.execute(`revoke temporary on database ${home.name} from public`);
      await connection.execute("drop role if exists covet_no_temp");
      await connection.execute("create role covet_no_temp");
      await reader.execute("set role covet_no_temp");
      const refused = await postgres.settle(before, after, reader, nothing);
      expect(refused.undecided.map(({ reason }) => reason).join()).to.match(
        /permission denied to create temporary tables/,
      );
      expect(refused.schema).to.deep.equal(before);
    } finally {
      await reader.close();
      await connection.execute("drop role if exists covet_no_temp");
    }
  });
});
