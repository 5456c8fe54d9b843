/** covet as a library: the main job through the package's own exports. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "chai";
import type { RunnerEvent } from "../../src/index.js";

// Imported this way the test is a module to mocha, and so is all it loads: each file exists once.
const { applyProject, checkProject, Failure, loadProject, planProject, rollbackProject, statusProject } = await import(
  "../../src/index.js"
);

describe("the library", () => {
  const plan = { slug: null, write: true, check: false, adopt: false, noRename: false, allowDataLoss: [] };
  let cwd = "";
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "covet-library-"));
    mkdirSync(join(cwd, "schemas"));
    writeFileSync(join(cwd, "schemas/app.covet"), "table users {\n  id int primary key\n  name text?\n}\n");
    writeFileSync(join(cwd, ".env"), "DATABASE_URL=postgres://never.read.by/the-library\n");
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  const tables = (): unknown[] => {
    const database = new Database(join(cwd, "app.db"));
    const rows = database.prepare("select name from sqlite_schema where name = 'users'").all();
    database.close();
    return rows;
  };

  it("plans, applies, tells and rolls back", async () => {
    const url = `sqlite:${join(cwd, "app.db")}`;
    expect((await checkProject({ cwd, url })).diagnostics).to.deep.equal([]);
    const project = await loadProject({ cwd, url });
    const outcome = await planProject(project, plan);
    expect(outcome.refusal).to.equal(null);
    expect(outcome.written).to.have.length(1);
    expect(outcome.migrations[0]?.forward.steps[0]).to.include({ kind: "CREATE_TABLE", object: "users" });

    const events: RunnerEvent["kind"][] = [];
    const applied = await applyProject(project, { onEvent: ({ kind }) => events.push(kind) });
    expect(applied.migrations.map(({ name }) => name)).to.deep.equal(outcome.migrations.map(({ name }) => name));
    expect(events).to.deep.equal(["start", "statement", "statementEnd", "end"]);
    expect(tables()).to.have.length(1);
    expect((await statusProject(project)).migrations[0]?.state).to.equal("applied");
    expect((await planProject(project, plan)).plan.migrations).to.deep.equal([]);
    await rollbackProject(project);
    expect(tables()).to.deep.equal([]);
  });

  it("is stopped by a signal before it changes anything", async () => {
    const abort = new AbortController();
    const project = await loadProject({ cwd, url: `sqlite:${join(cwd, "app.db")}`, signal: abort.signal });
    await planProject(project, plan);
    abort.abort();
    let error: unknown = null;
    await applyProject(project).catch((thrown: unknown) => {
      error = thrown;
    });
    expect(error).to.have.property("name", "AbortError");
    expect(tables()).to.deep.equal([]);
  });

  it("throws a Failure with a place for schema files with errors", async () => {
    writeFileSync(join(cwd, "schemas/app.covet"), "table users {\n  id int -> nothing.id\n}\n");
    const project = await loadProject({ cwd, url: `sqlite:${join(cwd, "app.db")}` });
    let error: unknown = null;
    await planProject(project, plan).catch((thrown: unknown) => {
      error = thrown;
    });
    expect(error).to.be.instanceOf(Failure);
    expect(error).to.have.nested.property("diagnostics[0].span.source.path", "schemas/app.covet");
  });
});
