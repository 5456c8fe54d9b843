/** The laws of a dialect on real servers: what is created is read back, and a change can be made and unmade. */

import { expect } from "chai";
import fc from "fast-check";
import type { Connection } from "../../../src/dialect/connection.js";
import type { Scope } from "../../../src/dialect/dialect.js";
import { postgres } from "../../../src/dialects/postgres/dialect.js";
import { diff } from "../../../src/diff/diff.js";
import { order } from "../../../src/diff/order.js";
import { type DatabaseSchema, emptySchema } from "../../../src/model/database-schema.js";
import { canonical } from "../../../src/model/equal.js";
import { type Hints, noHints } from "../../../src/model/hints.js";
import { formatName } from "../../../src/model/name.js";
import { makePlan } from "../../../src/plan/plan.js";
import type { PlannedHalf } from "../../../src/plan/planned.js";
import { arbitraryChange, arbitrarySchema } from "../../support/arbitrary.js";
import { testEngines } from "../../support/engines.js";
import { profileOf } from "./profile.js";

const numRuns = Number(process.env.COVET_LAW_RUNS ?? 25);
const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };
const unknown = { has: () => false };

for (const engine of testEngines.filter(({ dialect }) => dialect === postgres)) {
  describe(`the laws on ${engine.name}`, function () {
    this.timeout(300_000);
    const profile = profileOf(engine.name === "postgres18" ? 18 : 15);
    let database: Awaited<ReturnType<typeof engine.fresh>>;
    let connection: Connection;

    before(async () => {
      database = await engine.fresh();
      connection = await postgres.connect({ ...options, url: database.url });
    });
    after(async () => {
      await connection?.close();
      await database?.drop();
    });

    async function empty(): Promise<void> {
      const rows = await connection.query(
        "select nspname from pg_namespace where nspname !~ '^pg_|^information_schema$'",
      );
      for (const { nspname } of rows)
        await connection.execute(`drop schema ${postgres.quote(String(nspname))} cascade`);
      await connection.execute("create schema public");
    }

    /** From 18 on NOT NULL has a name, made from those the table and the column had then; the model leaves it out. */
    async function oracle(): Promise<string[]> {
      const lines = await engine.oracle(database.url);
      return lines.map((line) => line.replace(/ CONSTRAINT (?:"(?:[^"]|"")*"|\S+) NOT NULL/, " NOT NULL"));
    }

    async function create(schema: DatabaseSchema): Promise<void> {
      const context = {
        unmanaged: [],
        texts: new Map(),
        concurrent: () => false,
        using: () => null,
        version: connection.version,
      };
      const operations = order(diff(emptySchema, schema));
      for (const step of postgres.lower(operations, emptySchema, schema, context)) {
        expect(step.irreversible).to.equal(null);
        for (const { sql } of step.statements) await connection.execute(sql);
      }
    }

    async function run(half: PlannedHalf): Promise<void> {
      const statements = half.steps.flatMap((step) => step.statements);
      // Guards are asked before anything runs.
      for (const { query } of statements.flatMap(({ guards }) => guards)) await connection.query(query);
      for (const { sql } of statements) await connection.execute(sql);
    }

    /** The live schema, in the texts of the one it should be wherever the server says they mean the same. */
    async function expectLive(schema: DatabaseSchema, scope: Scope): Promise<void> {
      const live = await postgres.introspect(connection, scope);
      const settled = await postgres.settle(live.schema, schema, connection, unknown);
      expect(settled.undecided).to.deep.equal([]);
      const [wanted, found] = [facts(settled.schema), facts(live.schema)];
      const wrong = difference(found, wanted);
      if (wrong !== "") expect.fail(wrong);
    }

    it("introspect(create(normalize(s))) = normalize(s)", async () => {
      await fc.assert(
        fc.asyncProperty(arbitrarySchema(profile, { tables: 5 }), async (schema) => {
          await empty();
          const normal = postgres.normalize(schema);
          await create(normal);
          await expectLive(normal, { namespaces: namespacesOf(schema, schema), unmanaged: [] });
        }),
        { numRuns },
      );
    });

    it("forward gives after, a second plan is empty, the way back gives before", async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryChange(profile, { tables: 4, changes: 6 }), async (change) => {
          await empty();
          const { after, hints } = change;
          const before = postgres.normalize(change.before);
          await create(before);
          const dump = await oracle();
          const scope = { namespaces: namespacesOf(before, after), unmanaged: [] };
          const all: Hints = { ...noHints, renames: hints };
          const input = { dialect: postgres, connection, after, hints: all, scope, known: unknown };
          const { plan } = await makePlan(input);
          expect(plan.undecided).to.deep.equal([]);
          for (const migration of plan.migrations) await run(migration.forward);
          await expectLive(postgres.normalize(after), scope);
          const again = await makePlan({ ...input, hints: noHints });
          expect(again.plan.migrations.flatMap(({ forward }) => forward.steps)).to.deep.equal([]);
          for (const migration of [...plan.migrations].reverse()) await run(migration.backward);
          await expectLive(before, scope);
          const wrong = difference(await oracle(), dump);
          if (wrong !== "") expect.fail(`pg_dump after the way back: ${wrong}`);
        }),
        { numRuns },
      );
    });
  });
}

/** A schema as sorted lines, one for each object: what differs between two then fits on a screen. */
function facts({ namespaces, enums, domains, tables }: DatabaseSchema): string[] {
  const members = tables.flatMap(({ columns, constraints, indexes, ...table }) => [
    table,
    ...[...columns, ...constraints, ...indexes].map((member) => [formatName(table), member]),
  ]);
  return [...namespaces, ...enums, ...domains, ...members].map(canonical).sort();
}

/** Empty when both lists hold the same lines. */
function difference(found: readonly string[], wanted: readonly string[]): string {
  const missing = wanted.filter((line) => !found.includes(line)).map((line) => `missing ${line}`);
  const unexpected = found.filter((line) => !wanted.includes(line)).map((line) => `unexpected ${line}`);
  return [...missing, ...unexpected].join("\n");
}

function namespacesOf(...schemas: readonly DatabaseSchema[]): string[] {
  const names = schemas.flatMap(({ namespaces }) => namespaces.map(({ name }) => name));
  return [...new Set(names)];
}
