/** Laws of pull, on random schemas and changes: nothing is left, a second pull changes no byte, untouched tables keep every byte. */

import { expect } from "chai";
import fc from "fast-check";
import { sqlite } from "../../src/dialects/sqlite/dialect.js";
import { printSchema } from "../../src/language/print.js";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import { equal } from "../../src/model/equal.js";
import { formatName } from "../../src/model/name.js";
import { type Merged, mergeLive } from "../../src/project/pull/merge.js";
import type { Source } from "../../src/text/source.js";
import { profile, strictProfile } from "../dialects/sqlite/profile.js";
import { arbitraryChange } from "../support/arbitrary.js";
import { bindSources, vocabularies } from "../support/covet.js";

const numRuns = Number(process.env.COVET_LAW_RUNS ?? 60);
const { vocabulary } = sqlite;

/** SQLite decides by tokens alone, so no database is asked: the schema itself stands for what is live. */
async function pull(sources: readonly Source[], schema: DatabaseSchema): Promise<Merged> {
  const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: true, onStatement: null };
  const connection = await sqlite.connect({ ...options, url: "sqlite::memory:" });
  try {
    return await mergeLive({
      dialect: sqlite,
      connection,
      vocabularies,
      sources,
      live: { schema: sqlite.normalize(schema), unmanaged: [], texts: new Map() },
      known: { has: () => false },
      layout: null,
      place: { folder: "schemas", file: null },
    });
  } finally {
    await connection.close();
  }
}

/** The schema as text that people have written in: a comment behind each line that can take one. */
function commented(schema: DatabaseSchema): string {
  return printSchema(schema, vocabulary).replace(/^( {2}[a-z_0-9]+ [a-z ]+\??)$/gm, "$1 // mine");
}

describe("laws of pull", function () {
  this.timeout(600_000);
  for (const [name, kind] of Object.entries({ any: profile, strict: strictProfile }))
    it(`brings files to any other schema (${name} tables)`, () =>
      fc.assert(
        fc.asyncProperty(arbitraryChange(kind), async ({ before, after }) => {
          const sources = [{ path: "schemas/app.covet", text: commented(before) }];
          const errors = bindSources(sources, vocabulary).diagnostics.filter(({ severity }) => severity === "error");
          fc.pre(errors.length === 0);
          const pulled = await pull(sources, after);
          const text = pulled.sources.map((source) => source.text).join("\n// ---\n");
          expect(pulled.left, text).to.deep.equal([]);
          expect(pulled.rewritten, text).to.deep.equal([]);
          const again = await pull(pulled.sources, after);
          expect(again.sources).to.deep.equal(pulled.sources);
          expect(again.changes).to.deep.equal([]);
          expectUntouched(before, after, text);
        }),
        { numRuns },
      ));

  it("writes any schema into an empty folder", () =>
    fc.assert(
      fc.asyncProperty(arbitraryChange(profile), async ({ after }) => {
        const pulled = await pull([], after);
        expect(pulled.left).to.deep.equal([]);
        expect(pulled.rewritten).to.deep.equal([]);
        expect((await pull(pulled.sources, after)).changes).to.deep.equal([]);
      }),
      { numRuns },
    ));
});

function expectUntouched(before: DatabaseSchema, after: DatabaseSchema, text: string): void {
  const [from, to] = [sqlite.normalize(before), sqlite.normalize(after)];
  for (const [at, table] of from.tables.entries()) {
    const written = before.tables[at];
    const same = to.tables.find((other) => formatName(other) === formatName(table));
    if (written === undefined || !equal(same, table)) continue;
    const bare = { ...written, comment: null };
    expect(text).to.contain(commented({ ...before, namespaces: [], enums: [], domains: [], tables: [bare] }).trim());
  }
}
