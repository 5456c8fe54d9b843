/** A plan with nothing to do is remembered only until the files or the database change, and then made anew. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { connect, database } from "../support/servers.js";
import { applied, type Workspace } from "./workspace.js";

const schema = "table a {\n  id int primary key\n  x int?\n}\n";
const forged = "compared 7777 objects";

describe("a remembered plan", function () {
  this.timeout(600_000);
  let place: Workspace;
  afterEach(() => place.remove());

  /** Changing what is remembered is the only way to see from outside that it was used. */
  const forge = (): void => {
    const folder = join(place.folder, ".cache/covet");
    for (const name of readdirSync(folder).filter((name) => name.startsWith("plan-"))) {
      const path = join(folder, name);
      writeFileSync(path, readFileSync(path, "utf8").replace(/"objects":\d+/, '"objects":7777'));
    }
  };
  const plan = async (code: number, ...args: string[]) => {
    const { stdout, stderr } = await place.expect(code, "plan", ...args);
    return stdout + stderr;
  };
  const remembered = async (): Promise<Workspace> => {
    place = await applied(schema);
    expect(await plan(0, "--check")).to.contain("nothing to do");
    forge();
    expect(await plan(0, "--check")).to.contain(forged);
    return place;
  };

  it("answers for every form of the command", async () => {
    await remembered();
    for (const args of [["--check"], ["--dry-run"], ["some_name"], []])
      expect(await plan(0, ...args)).to.contain(forged);
    expect(place.migrations()).to.have.length(1);
  });

  it("says the warnings of the files each time, in the same words", async () => {
    place = await applied(schema.replace("x int?", "x int?\n  price decimal(20, 2)?"));
    const first = await plan(0, "--check");
    expect(first)
      .to.match(/warning COV\d+: .*\n {2}schemas\/\S+:4:9\n/)
      .and.to.contain("price decimal(20, 2)?");
    forge();
    expect(await plan(0, "--check")).to.equal(first.replace(/compared \d+ objects/, forged));
  });

  for (const [what, change, code] of [
    ["a schema file", (at: Workspace) => at.schema(schema.replace("x int?", "x int?\n  y int?")), 2],
    ["a comment in a schema file", (at: Workspace) => at.schema(`// here\n${schema}`), 0],
    ["another schema file", (at: Workspace) => at.write("schemas/b.covet", "table b {\n  id int primary key\n}\n"), 2],
    ["a schema file that is wrong", (at: Workspace) => at.schema(`${schema}table {`), 1],
    ["a column in the database", (at: Workspace) => at.sql("alter table a add column z int"), 7],
    ["a table in the database", (at: Workspace) => at.sql("create table b (id int)"), 7],
    ["an index in the database", (at: Workspace) => at.sql("create index i on a (x)"), 7],
    ["the history", (at: Workspace) => at.sql("delete from _covet_migrations"), 2],
    ["a migration", (at: Workspace) => edit(at, (text) => text.replace("CREATE TABLE", "CREATE  TABLE /* a */")), null],
    ["a migration's SQL", (at: Workspace) => edit(at, (text) => text.replace('"x"', '"w"')), 7],
  ] as const) {
    it(`does not answer after a change of ${what}`, async () => {
      await remembered();
      change(place);
      const { code: got, stdout, stderr } = await place.run("plan", "--check");
      expect(stdout + stderr).not.to.contain(forged);
      if (code !== null) expect(got).to.equal(code);
    });
  }

  it("is forgotten when it cannot be read", async () => {
    await remembered();
    const folder = join(place.folder, ".cache/covet");
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), "{");
    expect(await plan(0, "--check")).to.contain("compared 4 objects");
  });

  it("answers on PostgreSQL, until a type, a default or a comment changes", async () => {
    const own = await database("postgres15");
    place = await applied(schema, { DATABASE_URL: own.url });
    const connection = await connect("postgres15", own.url);
    for (const change of [
      "alter table a alter column x type bigint",
      "alter table a alter column x set default 5",
      "comment on column a.x is 'changed'",
      "alter table a rename constraint a_pkey to b_pkey",
    ]) {
      await plan(0, "--check");
      forge();
      expect(await plan(0, "--check"), change).to.contain(forged);
      await connection.query(change);
      const { code, stdout } = await place.run("plan", "--check");
      expect(stdout, change).not.to.contain(forged);
      expect(code, change).to.be.oneOf([2, 7]);
      await connection.query(undo(change));
    }
    await connection.close();
    await own.drop();
  });
});

function edit(place: Workspace, change: (text: string) => string): void {
  const [name = ""] = place.migrations();
  place.write(`migrations/${name}`, change(place.read(`migrations/${name}`)));
}

function undo(change: string): string {
  return change
    .replace("bigint", "integer")
    .replace("set default 5", "drop default")
    .replace("'changed'", "null")
    .replace("rename constraint a_pkey to b_pkey", "rename constraint b_pkey to a_pkey");
}
