/** Every case's schema: made in a database, pulled into an empty folder, nothing left to plan, and a second pull changes no byte. */

import { expect } from "chai";
import type { Connection } from "../../src/dialect/connection.js";
import { bindSchema } from "../../src/language/bind.js";
import { parse } from "../../src/language/parse.js";
import { makePlan } from "../../src/plan/plan.js";
import type { Layout } from "../../src/project/pull/homes.js";
import { type Merged, mergeLive } from "../../src/project/pull/merge.js";
import type { Source } from "../../src/text/source.js";
import { bindCase, readCases } from "../support/case.js";
import { vocabularies } from "../support/covet.js";
import { type TestEngine, testEngines } from "../support/engines.js";

const known = { has: () => false };
const namespaces = ["billing"];

async function planned(engine: TestEngine, connection: Connection, sources: readonly Source[]): Promise<string[]> {
  const files = sources.map((source) => parse(source).ast);
  const bound = bindSchema(files, engine.dialect.vocabulary, vocabularies);
  const { plan } = await makePlan({
    dialect: engine.dialect,
    connection,
    after: bound.schema,
    hints: bound.hints,
    scope: { namespaces, unmanaged: bound.unmanaged },
    known,
  });
  expect(plan.undecided).to.deep.equal([]);
  return plan.migrations.flatMap(({ forward }) =>
    forward.steps.flatMap(({ statements }) => statements.map(({ sql }) => sql)),
  );
}

async function pull(
  engine: TestEngine,
  connection: Connection,
  sources: readonly Source[],
  layout: Layout,
): Promise<Merged> {
  const live = await engine.dialect.introspect(connection, { namespaces, unmanaged: [] });
  const input = {
    dialect: engine.dialect,
    connection,
    vocabularies,
    live,
    known,
    layout,
    place: { folder: "schemas", file: null },
  };
  return mergeLive({ ...input, sources });
}

for (const engine of testEngines.filter(({ name }) => name !== "postgres18"))
  describe(`pull of every case on ${engine.name}`, () => {
    for (const item of readCases()) {
      if (item.facts.unsupported[engine.dialect.name] !== undefined) continue;
      it(item.name, async () => {
        const bound = bindCase(item, "after.covet", engine.dialect.vocabulary);
        const database = await engine.fresh();
        const connection = await engine.dialect.connect({
          url: database.url,
          lockTimeout: null,
          statementTimeout: null,
          role: null,
          readOnly: false,
          onStatement: null,
        });
        try {
          for (const { sql } of engine.dialect.split(item.script("setup.sql") ?? "")) await connection.execute(sql);
          const { plan } = await makePlan({
            dialect: engine.dialect,
            connection,
            after: bound.schema,
            hints: bound.hints,
            scope: { namespaces: bound.schema.namespaces.map(({ name }) => name), unmanaged: bound.unmanaged },
            known,
          });
          for (const { forward } of plan.migrations)
            for (const { statements } of forward.steps) for (const { sql } of statements) await connection.execute(sql);

          for (const layout of ["schema", "table"] as const) {
            const pulled = await pull(engine, connection, [], layout);
            if (process.env.COVET_SHOW) for (const { path, text } of pulled.sources) console.log(`// ${path}\n${text}`);
            expect(pulled.left).to.deep.equal([]);
            expect(pulled.unwritten).to.deep.equal([]);
            expect(pulled.rewritten).to.deep.equal([]);
            if (layout === "table") continue;
            expect(await planned(engine, connection, pulled.sources)).to.deep.equal([]);
            const again = await pull(engine, connection, pulled.sources, layout);
            expect(again.sources).to.deep.equal(pulled.sources);
            expect(again.changes).to.deep.equal([]);
          }
        } finally {
          await connection.close();
          await database.drop();
        }
      });
    }
  });
