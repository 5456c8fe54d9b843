/** What trees cannot decide, the server does on a temporary table; what it cannot, is said. */

import { expect } from "chai";
import type { KnownPairs, Settled } from "../../../src/dialect/dialect.js";
import type { DatabaseSchema } from "../../../src/model/database-schema.js";
import type { TableSchema } from "../../../src/model/table-schema.js";
import { checkOf, columnOf, indexOf, partOf, schemaOf, tableOf, typeOf } from "../../support/build.js";
import { servers, World } from "./both-ways.js";

const nothing: KnownPairs = { has: () => false };
const scope = { namespaces: [], unmanaged: [] };

for (const server of servers)
  describe(`settle on ${server}`, function () {
    this.timeout(60_000);
    const dialect = World.dialect(server);
    let world: World;
    beforeEach(async () => {
      world = await World.open(server);
    });
    afterEach(() => world?.close());

    const people = (parts: Partial<TableSchema>): TableSchema =>
      tableOf("people", {
        columns: [
          columnOf("id", "int"),
          columnOf("name", typeOf("varchar", { args: ["20"] })),
          columnOf("born", "date", { nullable: true }),
          columnOf("t", "time", { default: { sql: "'10:00'" } }),
        ],
        ...parts,
      });
    const withCheck = (sql: string) =>
      dialect.normalize(schemaOf({ tables: [people({ constraints: [checkOf(sql, { name: "c" })] })] }));
    const columns = "id int not null, name varchar(20) not null, born date, t time not null default '10:00'";

    async function settle(create: string, after: DatabaseSchema, known = nothing): Promise<[DatabaseSchema, Settled]> {
      await world.connection.execute(create);
      const { schema } = await dialect.introspect(world.connection, scope);
      return [schema, await dialect.settle(schema, after, world.connection, known)];
    }
    const live = (sql: string) => `CREATE TABLE people (${columns}, CONSTRAINT c CHECK (${sql}))`;

    it("takes the live text where the server prints both alike", async () => {
      // `date_add` is printed as a sum, which no rule of ours knows.
      const [before, settled] = await settle(
        live("born + interval 18 year > '2000-01-01'"),
        withCheck("date_add(born, interval 18 year) > '2000-01-01'"),
      );
      expect(settled.schema).to.deep.equal(before);
      expect(settled.undecided).to.deep.equal([]);
      expect(settled.learned).to.have.length(1);
      const known: KnownPairs = { has: (mine, theirs) => settled.learned.some(([a, b]) => a === mine && b === theirs) };
      const again = await dialect.settle(
        before,
        withCheck("date_add(born, interval 18 year) > '2000-01-01'"),
        world.connection,
        known,
      );
      expect(again.schema).to.deep.equal(before);
      expect(again.learned).to.deep.equal([]);
    });

    it("keeps the author's text where the server does not", async () => {
      const after = withCheck("date_add(born, interval 19 year) > '2000-01-01'");
      const [, settled] = await settle(live("born + interval 18 year > '2000-01-01'"), after);
      expect(settled.schema.tables[0]?.constraints).to.deep.equal(after.tables[0]?.constraints);
      expect(settled.learned).to.deep.equal([]);
    });

    it("asks about defaults in the column's own type, and remembers nothing of them", async () => {
      const [before, settled] = await settle(
        `CREATE TABLE people (${columns})`,
        dialect.normalize(schemaOf({ tables: [people({})] })),
      );
      expect(before.tables[0]?.columns[3]?.default?.sql).to.equal("'10:00:00'");
      expect(settled.schema).to.deep.equal(before);
      expect(settled.learned).to.deep.equal([]);
    });

    it("a text the server refuses is another one", async () => {
      const [, settled] = await settle(live("id > 0"), withCheck("nosuch(id) > 0"));
      expect(settled.undecided).to.deep.equal([]);
      expect(settled.schema.tables[0]?.constraints[0]).to.deep.include({ expression: { sql: "nosuch(id) > 0" } });
    });

    it("leaves no table behind, and the rows of the real one alone", async () => {
      const after = withCheck("date_add(born, interval 19 year) > '2000-01-01'");
      await settle(live("born + interval 18 year > '1000-01-01'"), after);
      await world.connection.execute("INSERT INTO people (id, name) VALUES (1, 'a')");
      const { schema: before } = await dialect.introspect(world.connection, scope);
      await dialect.settle(before, after, world.connection, nothing);
      expect(await world.query("SELECT id FROM people")).to.deep.equal([{ id: 1 }]);
    });

    it("asks also in a session that only reads, which only reads afterwards", async () => {
      await world.connection.execute(live("born + interval 18 year > '2000-01-01'"));
      const { url } = world.database;
      const options = { lockTimeout: null, statementTimeout: null, role: null, onStatement: null };
      const connection = await dialect.connect({ ...options, url, readOnly: true });
      try {
        const { schema } = await dialect.introspect(connection, scope);
        const after = withCheck("date_add(born, interval 18 year) > '2000-01-01'");
        expect((await dialect.settle(schema, after, connection, nothing)).schema).to.deep.equal(schema);
        const refused = await connection.execute("CREATE TABLE x (a int)").catch((error: Error) => error.message);
        expect(refused).to.contain("READ ONLY");
      } finally {
        await connection.close();
      }
    });

    if (server === "mysql9")
      it("knows an index on an expression by its parts", async () => {
        const wanted = (sql: string) =>
          dialect.normalize(schemaOf({ tables: [people({ indexes: [indexOf(null, [partOf({ sql }), "id"])] })] }));
        const create = `CREATE TABLE people (${columns}, KEY k ((born + interval 18 year), id))`;
        const [before, same] = await settle(create, wanted("date_add(born, interval 18 year)"));
        expect(same.schema.tables[0]?.indexes).to.deep.equal([{ ...before.tables[0]?.indexes[0], name: null }]);
        const other = await dialect.settle(
          before,
          wanted("date_add(born, interval 17 year)"),
          world.connection,
          nothing,
        );
        expect(other.schema.tables[0]?.indexes[0]?.parts[0]?.expression?.sql).to.contain("17");
      });

    it("a collation that goes without saying is not said", async () => {
      const [row] = await world.query("SELECT @@collation_database AS own");
      const column = (collation: string | null) => columnOf("name", typeOf("varchar", { args: ["20"] }), { collation });
      const wanted = (settings: TableSchema["settings"], collation: string | null) =>
        dialect.normalize(schemaOf({ tables: [tableOf("p", { settings, columns: [column(collation)] })] }));
      const own = String(row?.own);
      await world.connection.execute("CREATE TABLE p (name varchar(20) not null)");
      const { schema: before } = await dialect.introspect(world.connection, scope);
      const settled = async (after: DatabaseSchema) =>
        (await dialect.settle(before, after, world.connection, nothing)).schema;
      for (const after of [
        wanted([{ name: "collate", value: own }], null),
        wanted([{ name: "charset", value: "utf8mb4" }], own),
        wanted([], own.toUpperCase()),
      ])
        expect(await settled(after)).to.deep.equal(before);
      const other = (await settled(wanted([{ name: "charset", value: "latin1" }], null))).tables[0];
      expect(other?.settings).to.deep.equal([{ name: "collate", value: "latin1_swedish_ci" }]);
      expect((await settled(wanted([], "utf8mb4_bin"))).tables[0]?.columns[0]?.collation).to.equal("utf8mb4_bin");
    });
  });
