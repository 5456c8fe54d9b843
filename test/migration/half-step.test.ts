/**
 * Every step of several statements that the cases of `test/cases` lead to, stopped between them: where DDL commits by
 * itself, the migration goes on to its end, or back to where it began. The default suite takes every fourth case.
 */

import { expect } from "chai";
import type { Connection } from "../../src/dialect/connection.js";
import { type MigrationFile, writeMigrationFile } from "../../src/migration/file.js";
import { numbered } from "../../src/migration/run.js";
import { makePlan } from "../../src/plan/plan.js";
import { bindCase, type Case, readCases } from "../support/case.js";
import { rowsOf, type TestEngine, testEngines } from "../support/engines.js";
import { sample, thorough } from "../support/thorough.js";
import { Bench, failureOf } from "./bench.js";
import { losing, refusing } from "./refusing.js";

// What either schema names stays in view.
const scope = { namespaces: ["billing"], unmanaged: [] };

async function plan(bench: Bench, item: Case, schema: string, id: string): Promise<MigrationFile[]> {
  const { dialect } = bench.engine;
  const bound = bindCase(item, schema, dialect.vocabulary);
  const { plan: made } = await makePlan({
    dialect,
    connection: bench.connection,
    after: bound.schema,
    hints: bound.hints,
    scope: { ...scope, unmanaged: bound.unmanaged },
    known: { has: () => false },
  });
  return made.migrations.map((migration) => {
    const head = { id, app: "default", dialect: dialect.name, plannedOn: "1", depends: [], allow: item.facts.allow };
    return bench.parse(writeMigrationFile(migration, head), `${id}_${migration.slug}`);
  });
}

interface Prepared {
  readonly bench: Bench;
  readonly files: readonly MigrationFile[];
}

async function prepare(engine: TestEngine, item: Case): Promise<Prepared> {
  const bench = await Bench.open(engine);
  const run = async (script: string) => {
    for (const { sql } of engine.dialect.split(item.script(script) ?? "")) await bench.connection.execute(sql);
  };
  await run("setup.sql");
  const first = await plan(bench, item, "before.covet", "20260101000000");
  await bench.apply(first, { scope });
  await run(
    item.script(`rows-${engine.dialect.name}.sql`) === null ? rowsFile(item) : `rows-${engine.dialect.name}.sql`,
  );
  return { bench, files: [...first, ...(await plan(bench, item, "after.covet", "20260102000000"))] };
}

/** A schema of the cases is a database of its own here, whose tables may point into ours. */
async function close(bench: Bench): Promise<void> {
  await bench.connection.execute("DROP DATABASE IF EXISTS billing");
  await bench.close();
}

function rowsFile(item: Case): string {
  return item.script("rows-mysql.sql") === null ? "rows.sql" : "rows-mysql.sql";
}

async function everything(bench: Bench, withRows: boolean): Promise<readonly string[]> {
  const { dialect } = bench.engine;
  const { schema } = await dialect.introspect(bench.connection, scope);
  const contents: string[] = [];
  for (const table of withRows ? schema.tables : []) {
    const name = [table.schema, table.name].flatMap((part) => (part === null ? [] : dialect.quote(part))).join(".");
    contents.push(...(await rowsOf(bench.connection, name)).map((row) => `${name}: ${row}`));
  }
  return [...(await bench.oracle()), ...contents.sort()];
}

/** Statements that are neither the first of their step nor in a step of one. */
function middles(file: MigrationFile | undefined): string[] {
  if (file === undefined) return [];
  return numbered(file, "forward").flatMap(({ place, statement }) =>
    place > 0 && statement.kind === "sql" ? [statement.sql] : [],
  );
}

const lostBefore = (connection: Connection, statement: string) => losing(connection, statement, "before");
const lostAfter = (connection: Connection, statement: string) => losing(connection, statement, "after");

for (const engine of testEngines.filter(({ dialect }) => !dialect.capabilities.transactionalDdl))
  describe(`a migration stopped in the middle of a step on ${engine.name}`, () => {
    let steps = 0;
    const items = readCases().filter((one) => one.script(`${engine.dialect.name}.sql`) !== null);
    for (const item of sample(items, 4))
      it(item.name, async function () {
        this.timeout(300_000);
        const { bench: first, files } = await prepare(engine, item);
        const statements = middles(files[1]);
        const withRows = !item.facts.loses && !item.facts.volatile;
        const start = await everything(first, withRows);
        if (statements.length > 0) await first.apply(files, { scope, allow: item.facts.allow });
        const end = await everything(first, withRows);
        await close(first);
        for (const statement of statements) {
          steps++;
          for (const [way, stop] of [
            ["on", refusing],
            ["back", refusing],
            ["on", lostAfter],
            ["back", lostBefore],
          ] as const) {
            const { bench } = await prepare(engine, item);
            const options = { scope, allow: item.facts.allow };
            try {
              const connection = stop(bench.connection, statement);
              const failure = await failureOf(bench.apply(files, { ...options, connection }));
              expect(failure.exitCode, statement).to.equal(6);
              if (way === "on") await bench.apply(files, options);
              else await bench.rollback(files, options);
              expect(await everything(bench, withRows), `${stop.name}, ${way} after ${statement}`).to.deep.equal(
                way === "on" ? end : start,
              );
            } finally {
              await close(bench);
            }
          }
        }
      });
    after("there are such steps", () => expect(steps).to.be.greaterThan(thorough ? 30 : 3));
  });
