/**
 * Every case's schema, made in a database and pulled: into the file that says it already, into the file of the schema before,
 * and into an empty folder. Nothing is left to plan, and a second pull changes no byte.
 */

import { expect } from "chai";
import { bindCase, type Case, readCases } from "./case.js";
import type { TestEngine } from "./engines.js";
import { Pulled } from "./pulled.js";
import { sample } from "./thorough.js";

/** What an engine refuses is the business of the cases themselves. */
export function describePulls(engine: TestEngine): void {
  describe(`pull of every case on ${engine.name}`, () => {
    const items = readCases().filter((item) => isFor(item, engine));
    for (const item of sample(items, engine.name === "sqlite" ? 1 : 5)) it(item.name, () => pullCase(item, engine));
  });
}

function isFor(item: Case, { dialect }: TestEngine): boolean {
  if (item.facts.unsupported[dialect.name] !== undefined) return false;
  const { diagnostics } = bindCase(item, "after.covet", dialect.vocabulary);
  return diagnostics.every(({ severity }) => severity !== "error");
}

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
    // Where the engine has no domains, a column that leaves one has no small edit: its table is written anew.
    const before = bindCase(item, "before.covet", engine.dialect.vocabulary).schema;
    const folded = before.domains.length > engine.dialect.normalize(before).domains.length;
    if (!folded) expect(changed.rewritten).to.deep.equal([]);

    const pulled = await place.settle([]);
    expect([pulled.unwritten, pulled.rewritten]).to.deep.equal([[], []]);
    const apart = await place.pull([], "table");
    expect(apart.left).to.deep.equal([]);
    expect(apart.sources.length).to.be.at.least(apart.schema.tables.length);
  } finally {
    await place.close();
  }
}
