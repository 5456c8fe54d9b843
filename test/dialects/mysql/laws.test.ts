/** The laws of the dialect on real servers: what is created is read back, and a change can be made and unmade. */

import { expect } from "chai";
import fc from "fast-check";
import type { Connection } from "../../../src/dialect/connection.js";
import { diff } from "../../../src/diff/diff.js";
import { order } from "../../../src/diff/order.js";
import { adoptNames } from "../../../src/diff/pair.js";
import { type DatabaseSchema, emptySchema } from "../../../src/model/database-schema.js";
import { canonical } from "../../../src/model/equal.js";
import { formatName } from "../../../src/model/name.js";
import { arbitrarySchema } from "../../support/arbitrary.js";
import { server as serverOf } from "../../support/servers.js";
import { names, servers, World } from "./both-ways.js";
import { bearable, profileOf } from "./profile.js";

const numRuns = Number(process.env.COVET_LAW_RUNS ?? 15);

for (const server of servers)
  describe(`the laws on ${server}`, function () {
    this.timeout(300_000);
    const dialect = World.dialect(server);
    const profile = profileOf(server);

    /** Without namespaces: each would be a database of its own on the server. */
    const schemas = arbitrarySchema(
      { ...profile, lacks: new Set([...profile.lacks, "namespaces"]) },
      {
        tables: 5,
      },
    ).map(bearable);

    async function create(connection: Connection, schema: DatabaseSchema): Promise<void> {
      const context = {
        unmanaged: [],
        texts: new Map(),
        concurrent: () => false,
        using: () => null,
        version: connection.version,
      };
      for (const step of dialect.lower(order(diff(emptySchema, schema)), emptySchema, schema, context)) {
        expect(step.irreversible).to.equal(null);
        for (const { sql } of step.statements) await connection.execute(sql);
      }
    }

    it("normalize(normalize(s)) = normalize(s)", () => {
      fc.assert(
        fc.property(schemas, (schema) => {
          const normal = dialect.normalize(schema);
          expect(dialect.normalize(normal)).to.deep.equal(normal);
        }),
        { numRuns: 200 },
      );
    });

    it("introspect(create(normalize(s))) = normalize(s)", async () => {
      await fc.assert(
        fc.asyncProperty(schemas, async (schema) => {
          const world = await World.open(server);
          try {
            const { connection } = world;
            const normal = adoptNames(emptySchema, dialect.normalize(schema), dialect.nameFor);
            await create(connection, normal);
            const live = await dialect.introspect(connection, { namespaces: [], unmanaged: [] });
            const settled = await dialect.settle(live.schema, normal, connection, { has: () => false });
            expect(settled.undecided).to.deep.equal([]);
            const [wanted, found] = [facts(settled.schema), facts(live.schema)];
            const missing = wanted.filter((line) => !found.includes(line)).map((line) => `missing ${line}`);
            const unexpected = found.filter((line) => !wanted.includes(line)).map((line) => `unexpected ${line}`);
            if (missing.length + unexpected.length > 0) expect.fail([...missing, ...unexpected].join("\n"));
          } finally {
            await world.close();
          }
        }),
        { numRuns },
      );
    });

    it("the dialect is the one the server answers to", async () => {
      expect((await serverOf(server)).version.includes("MariaDB")).to.equal(names[server] === "mariadb");
    });
  });

/** A schema as sorted lines, one for each object: what differs between two then fits on a screen. */
function facts({ namespaces, enums, tables }: DatabaseSchema): string[] {
  const members = tables.flatMap(({ columns, constraints, indexes, ...table }) => [
    table,
    ...[...columns, ...constraints, ...indexes].map((member) => [formatName(table), member]),
  ]);
  return [...namespaces, ...enums, ...members].map(canonical).sort();
}
