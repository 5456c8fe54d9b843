/** Migrations in TypeScript through the installed command, in a project like a user's. */

import { expect } from "chai";
import { applied, type Workspace } from "./workspace.js";

const schema = "table users {\n  id bigint primary key\n  name text?\n}\n";
const name = "20990101000000_fill";

const fill = `import { defineMigration } from "covet";
import { names } from "./helpers/names.ts";

export default defineMigration({
  async forward(db) {
    for (const [at, name] of names.entries()) await db.execute("INSERT INTO users (id, name) VALUES (?, ?)", [at, name]);
  },
  async backward(db) {
    await db.execute("DELETE FROM users");
  },
});
`;

describe("migrations in TypeScript, from the command line", () => {
  let place: Workspace;
  beforeEach(async () => {
    place = await applied(schema);
    place.write(`migrations/${name}.ts`, fill);
    place.write("migrations/helpers/names.ts", "export const names: readonly string[] = ['ann', 'bob'];\n");
  });
  afterEach(() => place.remove());
  const count = () => place.query("SELECT name FROM users").length;

  it("are shown, applied, followed by the next plan, and rolled back", async () => {
    const pending = await place.expect(3, "plan");
    expect(pending.stderr).to.contain(`migrations/${name}.ts`);
    const shown = await place.expect(0, "sqlmigrate", name);
    expect(shown.stdout).to.equal(`-- code: forward(db) of migrations/${name}.ts\n`);
    const dry = await place.expect(0, "apply", "--dry-run");
    expect(dry.stdout).to.contain(`-- code: forward(db) of migrations/${name}.ts`);
    expect(count()).to.equal(0);
    const done = await place.expect(0, "apply");
    expect(done.stdout).to.contain(`applied ${name}`);
    expect(count()).to.equal(2);
    await place.expect(0, "status", "--check");
    await place.expect(0, "plan", "--check");

    place.schema(schema.replace("name text?", "name text?\n  age int?"));
    await place.expect(0, "plan", "add_age");
    const next = place.migrations().find((file) => file.endsWith("_add_age.sql")) ?? "";
    expect(next > name, "its id is later").to.equal(true);
    expect(place.read(`migrations/${next}`)).to.match(/^-- depends: \d{14}_init, 20990101000000_fill$/m);
    await place.expect(0, "apply");
    await place.expect(0, "rollback", "--steps", "2", "--yes");
    expect(count()).to.equal(0);
    await place.expect(0, "apply");
    expect(count()).to.equal(2);
  });

  it("fail with their place, and leave nothing", async () => {
    place.write(`migrations/${name}.ts`, fill.replace("(id, name)", "(id, nam)"));
    const failed = await place.expect(5, "apply");
    expect(failed.stderr).to.contain(`migrations/${name}.ts:6: `).and.to.contain("nam");
    expect(failed.stderr).to.contain("INSERT INTO users (id, nam) VALUES (?, ?)");
    expect(failed.stderr).to.contain("Nothing was changed: the transaction was rolled back.");
    expect(count()).to.equal(0);
    const json = await place.json("apply");
    expect(json.exitCode).to.equal(5);
  });

  it("say where their syntax is wrong, whatever is asked", async () => {
    place.write(`migrations/${name}.ts`, fill.replace("async backward(db)", "async backward(db"));
    for (const command of ["plan", "apply", "status"]) {
      const failed = await place.expect(1, command);
      expect(failed.stderr).to.contain(`migrations/${name}.ts:8: it cannot be loaded: `);
    }
  });

  it("are refused once they are edited", async () => {
    await place.expect(0, "apply");
    place.write(`migrations/${name}.ts`, `${fill}// Later.\n`);
    const edited = await place.expect(7, "apply");
    expect(edited.stderr).to.contain(`edited after it was applied here: migrations/${name}.ts`);
  });
});
