/**
 * Every case on one engine: create *before*, plan, compare with the golden files, apply, nothing left to plan, roll back,
 * everything as it was, apply again. `COVET_UPDATE=1` writes goldens and measured facts; it is refused in CI.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Connection } from "../../src/dialect/connection.js";
import type { Bound } from "../../src/language/bind.js";
import { type MigrationFile, parseMigrationFile, writeMigrationFile } from "../../src/migration/file.js";
import { applyMigrations, rollbackMigrations } from "../../src/migration/runner.js";
import { makePlan, type PlanResult } from "../../src/plan/plan.js";
import { bindCase, type Case, readCases } from "./case.js";
import { rowsOf, type TestEngine } from "./engines.js";
import { mutants } from "./mutate.js";

const update = process.env.COVET_UPDATE === "1";
if (update && process.env.CI)
  throw new Error("goldens are not written in CI: run it on your machine and review the change");

const cases = readCases();
const folder = new URL("..", import.meta.url).pathname;
const expected: Record<string, { run: number; unsupported: number; mutants: number }> = JSON.parse(
  readFileSync(join(folder, "expected-counts.json"), "utf8"),
);

/** Declares the suite of one engine; each has a test file of its own, so that engines run side by side. */
export function describeCases(engine: TestEngine): void {
  describe(`cases on ${engine.name}`, () => {
    const counts = { run: 0, unsupported: 0, mutants: 0 };
    for (const item of cases) {
      const unsupported = item.facts.unsupported[engine.dialect.name];
      if (unsupported === undefined) {
        it(item.name, async () => {
          await runCase(item, engine, counts);
          counts.run++;
        });
      } else {
        it(`${item.name} is refused, as the engine would`, async () => {
          await refuseCase(item, engine, unsupported);
          counts.unsupported++;
        });
      }
    }
    after("every case was run", () => {
      // A run of some (`-g`) proves nothing about all.
      if (update || counts.run + counts.unsupported < cases.length) return;
      expect(JSON.stringify(counts)).to.equal(JSON.stringify(expected[engine.name]));
      expect(counts.unsupported / cases.length).to.be.at.most(0.15);
    });
  });
}

async function refuseCase(item: Case, engine: TestEngine, unsupported: { sql: string; error: string }): Promise<void> {
  const errors = ["before.covet", "after.covet"].flatMap((file) =>
    bindCase(item, file, engine.dialect.vocabulary).diagnostics.filter(({ severity }) => severity === "error"),
  );
  expect(errors).to.not.be.empty;
  const database = await engine.fresh();
  const connection = await open(engine, database.url);
  try {
    const message = await connection.execute(unsupported.sql).then(
      () => "no error",
      (error: Error) => error.message,
    );
    expect(message).to.contain(unsupported.error);
  } finally {
    await connection.close();
    await database.drop();
  }
}

async function runCase(item: Case, engine: TestEngine, counts: { mutants: number }): Promise<void> {
  const database = await engine.fresh();
  const connection = await open(engine, database.url);
  try {
    const before = bind(item, "before.covet", engine);
    const after = bind(item, "after.covet", engine);
    await script(item, "setup.sql", engine, connection);
    const first = await migrate(item, engine, connection, [], before, "20260101000000");
    await script(item, "rows.sql", engine, connection);
    const shapeBefore = await engine.oracle(database.url);
    const rowsBefore = await allRows(engine, connection, before);

    const result = await plan(engine, connection, after);
    const files = write(result, engine, connection, first, "20260102000000");
    compareWithGoldens(item, engine, files);
    measure(item, engine, result);
    expect(result.plan.undecided).to.deep.equal([]);
    const all = [...first, ...files];
    await run(item, engine, connection, all, after);
    await expectNothingLeft(engine, connection, after, "after apply");
    if (isReference(engine)) await expectSameShape(item, engine, database.url, after);
    const kept = await survivors(engine, connection, before, after, rowsBefore);

    if (files.length > 0) {
      await rollbackMigrations({
        ...runOptions(item, engine, connection, after),
        migrations: all,
        steps: files.length,
      });
    }
    await expectNothingLeft(engine, connection, before, "after rollback");
    expect(await engine.oracle(database.url), "shape after rollback").to.deep.equal(shapeBefore);
    if (!item.facts.loses)
      expect(await allRows(engine, connection, before), "rows after rollback").to.deep.equal(rowsBefore);

    await run(item, engine, connection, all, after);
    await expectNothingLeft(engine, connection, after, "after the second apply");
    if (isReference(engine)) counts.mutants += await expectMutantsSeen(engine, connection, after);
    if (!item.facts.loses && !item.facts.volatile) {
      expect(
        await survivors(engine, connection, before, after, rowsBefore),
        "rows after the second apply",
      ).to.deep.equal(kept);
    }
  } finally {
    await connection.close();
    await database.drop();
  }
}

function open(engine: TestEngine, url: string): Promise<Connection> {
  return engine.dialect.connect({
    url,
    lockTimeout: null,
    statementTimeout: null,
    role: null,
    readOnly: false,
    onStatement: null,
  });
}

function bind(item: Case, file: string, engine: TestEngine): Bound {
  const bound = bindCase(item, file, engine.dialect.vocabulary);
  const errors = bound.diagnostics.filter(({ severity }) => severity === "error");
  expect(
    errors.map(({ code, title, span }) => `${code} ${title}: ${span.source.text.slice(span.start, span.end)}`),
  ).to.deep.equal([]);
  return bound;
}

/** `rows-mysql.sql` where a dialect needs its own `rows.sql`. */
async function script(item: Case, file: string, engine: TestEngine, connection: Connection): Promise<void> {
  const own = engine.dialect.vocabulary.answersTo.map((name) => item.script(file.replace(".sql", `-${name}.sql`)));
  const text = own.find((found) => found !== null) ?? item.script(file) ?? "";
  for (const { sql } of engine.dialect.split(text)) await connection.execute(sql);
}

/** A change of one token in any expression is a change of the plan. Gives how many were tried. */
async function expectMutantsSeen(engine: TestEngine, connection: Connection, after: Bound): Promise<number> {
  const found = mutants(after.schema, engine.dialect.syntax);
  for (const { value, was, now } of found) {
    const { plan: mutated } = await plan(engine, connection, { ...after, schema: value });
    expect(mutated.migrations, `${was} became ${now}`).to.not.be.empty;
  }
  return found.length;
}

function scopeOf(bound: Bound) {
  return { namespaces: bound.schema.namespaces.map(({ name }) => name), unmanaged: bound.unmanaged };
}

function plan({ dialect }: TestEngine, connection: Connection, bound: Bound): Promise<PlanResult> {
  return makePlan({
    dialect,
    connection,
    after: bound.schema,
    hints: bound.hints,
    // What the other schema of the case names stays in view: a dropped namespace is still ours.
    scope: { ...scopeOf(bound), namespaces: ["billing"] },
    known: { has: () => false },
  });
}

function write(
  { plan: { migrations } }: PlanResult,
  { dialect }: TestEngine,
  connection: Connection,
  earlier: readonly MigrationFile[],
  id: string,
): MigrationFile[] {
  const files: MigrationFile[] = [];
  for (const [index, migration] of migrations.entries()) {
    const previous = files.at(-1) ?? earlier.at(-1);
    const fileId = String(BigInt(id) + BigInt(index));
    const text = writeMigrationFile(migration, {
      id: fileId,
      app: "default",
      dialect: dialect.name,
      plannedOn: connection.version,
      depends: previous === undefined ? [] : [previous.name],
      allow: [],
    });
    const path = `migrations/${fileId}_${migration.slug}.sql`;
    const file = parseMigrationFile(path, text, () => dialect);
    expect(file.warnings).to.deep.equal([]);
    files.push(file);
  }
  return files;
}

/**
 * `sqlite.sql`, or `sqlite-2.sql` for the second file of a plan. One golden serves all versions of an engine, unless a
 * version has its own (`postgres18.sql`).
 */
function compareWithGoldens(item: Case, engine: TestEngine, files: readonly MigrationFile[]): void {
  const pathOf = (family: string, index: number) =>
    join(item.folder, `${family}${index === 0 ? "" : `-${index + 1}`}.sql`);
  const common = engine.dialect.name;
  for (const [index, { text }] of files.entries()) {
    const own = pathOf(engine.name, index);
    if (update && isReference(engine)) writeFileSync(pathOf(common, index), text);
    else if (update && !sameFile(readFileSync(pathOf(common, index), "utf8"), text)) writeFileSync(own, text);
    const path = existsSync(own) ? own : pathOf(common, index);
    expect(existsSync(path), `${path}: write it with COVET_UPDATE=1 and review it`).to.equal(true);
    const golden = readFileSync(path, "utf8");
    expect(withVersionOf(golden, text), item.name).to.equal(golden);
  }
  const goldens = readdirSync(item.folder).filter((name) => new RegExp(`^${common}(-\\d+)?\\.sql$`).test(name));
  expect(goldens.length, "goldens").to.equal(files.length);
}

/**
 * The engine whose files are the goldens. A newer version of it compares with them and goes both ways; that a fresh
 * database looks the same and that every changed token is seen is proved on this one.
 */
function isReference({ name, dialect }: TestEngine): boolean {
  return name === dialect.name || ["postgres15", "mysql9", "mariadb1011"].includes(name);
}

function sameFile(golden: string, text: string): boolean {
  return withVersionOf(golden, text) === golden;
}

/** The header names the version a plan was made on, which is not what a golden is about. */
function withVersionOf(golden: string, text: string): string {
  const version = / · planned on: (\S+) · /.exec(golden)?.[1] ?? "";
  return text.replace(/(?<= · planned on: )\S+(?= · )/, version);
}

function measure(item: Case, engine: TestEngine, { plan: { migrations } }: PlanResult): void {
  const statements = migrations.flatMap(({ forward }) => forward.steps.flatMap((step) => step.statements));
  const measured = {
    statements: statements.length,
    drops: statements.filter(({ sql }) => /\bDROP\b/.test(sql.replace(/(["'])(?:(?!\1).)*\1/g, ""))).length,
    files: migrations.length,
  };
  const known = item.facts.expect[engine.name] ?? item.facts.expect[engine.dialect.name];
  if (update && (isReference(engine) || JSON.stringify(known) !== JSON.stringify(measured))) {
    const path = join(item.folder, "facts.json");
    const facts = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
    const key = isReference(engine) ? engine.dialect.name : engine.name;
    facts.expect = { ...facts.expect, [key]: measured };
    writeFileSync(path, `${JSON.stringify(facts, null, 2)}\n`);
  } else expect(measured).to.deep.equal(known);
}

function runOptions(item: Case, { dialect }: TestEngine, connection: Connection, bound: Bound) {
  return {
    dialect,
    connection,
    app: "default",
    to: null,
    fake: false,
    dryRun: false,
    allow: item.facts.allow,
    lockWaitMs: 0,
    acceptDrift: false,
    scope: { ...scopeOf(bound), namespaces: ["billing"] },
    toolVersion: "test",
    events: () => undefined,
    signal: null,
  };
}

async function run(
  item: Case,
  engine: TestEngine,
  connection: Connection,
  migrations: readonly MigrationFile[],
  bound: Bound,
) {
  await applyMigrations({ ...runOptions(item, engine, connection, bound), migrations });
}

async function migrate(
  item: Case,
  engine: TestEngine,
  connection: Connection,
  earlier: readonly MigrationFile[],
  bound: Bound,
  id: string,
): Promise<MigrationFile[]> {
  const files = write(await plan(engine, connection, bound), engine, connection, earlier, id);
  await run(item, engine, connection, [...earlier, ...files], bound);
  return files;
}

async function expectNothingLeft(
  engine: TestEngine,
  connection: Connection,
  bound: Bound,
  when: string,
): Promise<void> {
  const { plan: again } = await plan(engine, connection, bound);
  const statements = again.migrations.flatMap(({ forward }) => forward.steps.flatMap((step) => step.statements));
  expect(
    statements.map(({ sql }) => sql),
    `plan ${when}`,
  ).to.deep.equal([]);
  expect(again.undecided, `undecided ${when}`).to.deep.equal([]);
}

/** The migrated database and one created from `after.covet` in one go look the same to the engine's own tool. */
async function expectSameShape(item: Case, engine: TestEngine, migrated: string, after: Bound): Promise<void> {
  const fresh = await engine.fresh();
  const connection = await open(engine, fresh.url);
  try {
    await script(item, "setup.sql", engine, connection);
    await migrate(item, engine, connection, [], after, "20260101000000");
    expect(await engine.oracle(migrated), "shape after apply").to.deep.equal(await engine.oracle(fresh.url));
  } finally {
    await connection.close();
    await fresh.drop();
  }
}

async function allRows(
  { dialect }: TestEngine,
  connection: Connection,
  bound: Bound,
): Promise<Record<string, string[]>> {
  const result: Record<string, string[]> = {};
  for (const { schema, name } of dialect.normalize(bound.schema).tables) {
    const quoted = schema === null ? dialect.quote(name) : `${dialect.quote(schema)}.${dialect.quote(name)}`;
    result[name] = await rowsOf(connection, quoted);
  }
  return result;
}

/** Tables of both shapes keep every row. Gives the rows themselves, to compare with a second run. */
async function survivors(
  engine: TestEngine,
  connection: Connection,
  before: Bound,
  after: Bound,
  rowsBefore: Record<string, string[]>,
): Promise<Record<string, string[]>> {
  const rows = await allRows(engine, connection, after);
  for (const { name } of after.schema.tables) {
    const hint = after.hints.renames.find(({ noun, to }) => noun === "table" && to === name);
    const source = [name, ...(hint?.from ?? [])].find((candidate) =>
      before.schema.tables.some((table) => table.name === candidate),
    );
    if (source !== undefined) expect(rows[name]?.length, `rows of ${name}`).to.equal(rowsBefore[source]?.length);
  }
  return rows;
}
