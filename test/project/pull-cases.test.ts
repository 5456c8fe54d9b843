/**
 * Every case's schema, made in a database and pulled: into an empty folder, into the file that says it already, and into the
 * file of the schema before. Nothing is left to plan, and a second pull changes no byte.
 */

import { expect } from "chai";
import { type Case, readCases } from "../support/case.js";
import { type TestEngine, testEngines } from "../support/engines.js";
import { Pulled } from "../support/pulled.js";

for (const engine of testEngines.filter(({ name }) => name !== "postgres18"))
  describe(`pull of every case on ${engine.name}`, () => {
    for (const item of readCases())
      if (item.facts.unsupported[engine.dialect.name] === undefined) it(item.name, () => pullCase(item, engine));
  });

async function pullCase(item: Case, engine: TestEngine): Promise<void> {
  const place = await Pulled.open(engine);
  const file = (text: string) => [{ path: "schemas/app.covet", text }];
  try {
    const after = file(item.script("after.covet") ?? "");
    await place.run(item.script("setup.sql") ?? "");
    await place.make(after);

    const same = await place.pull(after);
    expect(same.changes).to.deep.equal([]);
    expect(same.sources).to.deep.equal(after);

    place.namespaces = ["billing"];
    const changed = await place.settle(file(item.script("before.covet") ?? ""));
    expect(changed.rewritten).to.deep.equal([]);

    const pulled = await place.settle([]);
    expect([pulled.unwritten, pulled.rewritten]).to.deep.equal([[], []]);
    const apart = await place.pull([], "table");
    expect(apart.left).to.deep.equal([]);
    expect(apart.sources.length).to.be.at.least(apart.schema.tables.length);
  } finally {
    await place.close();
  }
}
