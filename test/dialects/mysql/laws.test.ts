/** The laws of the dialect on real servers: what is created is read back, a change can be made and unmade, and rows live. */

import { expect } from "chai";
import fc from "fast-check";
import type { Connection } from "../../../src/dialect/connection.js";
import { diff } from "../../../src/diff/diff.js";
import { order } from "../../../src/diff/order.js";
import { adoptNames } from "../../../src/diff/pair.js";
import { type DatabaseSchema, emptySchema } from "../../../src/model/database-schema.js";
import { canonical } from "../../../src/model/equal.js";
import { noHints } from "../../../src/model/hints.js";
import { formatName } from "../../../src/model/name.js";
import { makePlan } from "../../../src/plan/plan.js";
import { type ArbitraryChange, arbitraryChange, arbitrarySchema } from "../../support/arbitrary.js";
import { server as serverOf } from "../../support/servers.js";
import { expectMirror, names, servers, sqlOf, World } from "./both-ways.js";
import { bearable, bearableChange, profileOf } from "./profile.js";
import { type HalfRun, runHalf } from "./run-half.js";
import { insertRows, rowsOf } from "./sample-rows.js";

const scope = { namespaces: [], unmanaged: [] };
const unknown = { has: () => false };
const numRuns = Number(process.env.COVET_LAW_RUNS ?? 15);

for (const server of servers)
  describe(`the laws on ${server}`, function () {
    this.timeout(300_000);
    const dialect = World.dialect(server);
    const whole = profileOf(server);
    /** Without namespaces: each would be a database of its own on the server. */
    const profile = { ...whole, lacks: new Set([...whole.lacks, "namespaces" as const]) };
    const schemas = arbitrarySchema(profile, { tables: 5 }).map(bearable);
    const changes = arbitraryChange(profile, { tables: 4, changes: 6 }).map(bearableChange);

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

    /** The live schema, in the texts of the one it should be wherever the server says they mean the same. */
    async function expectLive(connection: Connection, schema: DatabaseSchema, when: string): Promise<void> {
      const live = await dialect.introspect(connection, scope);
      const settled = await dialect.settle(live.schema, schema, connection, unknown);
      expect(settled.undecided).to.deep.equal([]);
      const [wanted, found] = [facts(adoptNames(live.schema, settled.schema, dialect.nameFor)), facts(live.schema)];
      const wrong = difference(found, wanted);
      if (wrong !== "") expect.fail(`${when}\n${wrong}`);
    }

    /** Makes the change and unmakes it, in a database of its own; null where there is nothing to do. */
    async function bothWays(change: ArbitraryChange, withRows: boolean): Promise<Outcome | null> {
      const world = await World.open(server);
      try {
        const { connection } = world;
        const before = adoptNames(emptySchema, dialect.normalize(change.before), dialect.nameFor);
        await create(connection, before);
        if (withRows) await insertRows(connection, before);
        const rows = await rowsOf(connection, before);
        const input = { dialect, connection, after: change.after, scope, known: unknown };
        const { plan } = await makePlan({ ...input, hints: { ...noHints, renames: change.hints } });
        expect(plan.undecided).to.deep.equal([]);
        expect(plan.migrations.length).to.be.most(1);
        const [migration] = plan.migrations;
        if (migration === undefined) return null;
        expectMirror(migration);

        const outcome = { rows: rows.length, ...(await runHalf(connection, migration.forward)) };
        if (outcome.stopped) return outcome;
        await expectLive(connection, dialect.normalize(change.after), "after the change");
        const again = await makePlan({ ...input, hints: noHints });
        expect(again.plan.migrations.flatMap(({ forward }) => sqlOf(forward))).to.deep.equal([]);

        const back = await runHalf(connection, migration.backward);
        if (back.stopped) return { ...outcome, stopped: true };
        await expectLive(connection, before, "after the way back");
        const left = await rowsOf(connection, before);
        if (outcome.loses.length === 0) expect(left).to.deep.equal(rows);
        else if (JSON.stringify(left) === JSON.stringify(rows))
          expect.fail(`nothing lost: ${outcome.loses.join()}\n${sqlOf(migration.forward).join("\n")}`);
        return outcome;
      } finally {
        await world.close();
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
            await expectLive(connection, normal, "created");
          } finally {
            await world.close();
          }
        }),
        { numRuns },
      );
    });

    it("forward gives after, a second plan is empty, the way back gives before, and rows live", async () => {
      let [stopped, kept] = [0, 0];
      await fc.assert(
        fc.asyncProperty(changes, async (change) => {
          const outcome = await bothWays(change, true);
          if (outcome?.stopped) {
            stopped++;
            expect((await bothWays(change, false))?.stopped).to.equal(false);
          } else if (outcome !== null && outcome.rows > 0 && outcome.loses.length === 0) kept++;
        }),
        { numRuns },
      );
      // The law about rows means something only where there were some.
      expect(kept / numRuns).to.be.above(0.1);
      expect(stopped).to.be.above(0);
    });

    it("the dialect is the one the server answers to", async () => {
      expect((await serverOf(server)).version.includes("MariaDB")).to.equal(names[server] === "mariadb");
    });
  });

interface Outcome extends HalfRun {
  /** How many there were to begin with. */
  readonly rows: number;
}

/** A schema as sorted lines, one for each object: what differs between two then fits on a screen. */
function facts({ namespaces, enums, tables }: DatabaseSchema): string[] {
  const members = tables.flatMap(({ columns, constraints, indexes, ...table }) => [
    table,
    ...[...columns, ...constraints, ...indexes].map((member) => [formatName(table), member]),
  ]);
  return [...namespaces, ...enums, ...members].map(canonical).sort();
}

/** Empty when both lists hold the same lines. */
function difference(found: readonly string[], wanted: readonly string[]): string {
  const missing = wanted.filter((line) => !found.includes(line)).map((line) => `missing ${line}`);
  const unexpected = found.filter((line) => !wanted.includes(line)).map((line) => `unexpected ${line}`);
  return [...missing, ...unexpected].join("\n");
}
