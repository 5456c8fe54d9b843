import { expect } from "chai";
import fc from "fast-check";
import { Failure } from "../../src/diagnostic/failure.js";
import {
  type FileHalf,
  type MigrationHead,
  nextId,
  parseMigrationFile,
  slugify,
  writeMigrationFile,
} from "../../src/migration/file.js";
import { hashFile } from "../../src/migration/hashes.js";
import { spell, unspell } from "../../src/migration/spelling.js";
import type { PlannedHalf, PlannedMigration } from "../../src/plan/planned.js";
import { sqlOf } from "./bench.js";
import { migration, reader, word } from "./samples.js";

const head: MigrationHead = {
  id: "20261122101500",
  app: "default",
  dialect: "postgres",
  plannedOn: "15.18",
  depends: ["20261120090000_init"],
  allow: [],
};
const parse = (text: string, path = "migrations/20261122101500_add_nickname.sql") =>
  parseMigrationFile(path, text, (name) => (name === "postgres" ? reader : null));

function failure(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing failed");
}

/** The example of the architecture page, letter by letter. */
const example = `-- covet migration 20261122101500_add_nickname
-- format: 1 · app: default · dialect: postgres · planned on: 15.18 · transaction: all
-- depends: 20261120090000_init
-- before: users@3f2a91c0
-- after:  users@9b07c4de

-- covet:forward
-- covet:step 1 ADD_COLUMN users.nickname (schemas/users.covet:12)
ALTER TABLE "users" ADD COLUMN "nickname" text DEFAULT 'anon';

-- covet:backward
-- covet:step 1 DROP_COLUMN users.nickname
-- covet:guard loses users.nickname: SELECT 1 FROM "users" WHERE "nickname" IS DISTINCT FROM 'anon'
ALTER TABLE "users" DROP COLUMN "nickname";
`;

const planned: PlannedMigration = {
  slug: "add_nickname",
  transaction: "all",
  before: new Map([["users", "3f2a91c0"]]),
  after: new Map([["users", "9b07c4de"]]),
  forward: {
    irreversible: null,
    steps: [
      {
        kind: "ADD_COLUMN",
        object: "users.nickname",
        origin: { path: "schemas/users.covet", line: 12 },
        merged: [],
        statements: [
          {
            sql: `ALTER TABLE "users" ADD COLUMN "nickname" text DEFAULT 'anon'`,
            guards: [],
            transaction: "inside",
          },
        ],
      },
    ],
  },
  backward: {
    irreversible: null,
    steps: [
      {
        kind: "DROP_COLUMN",
        object: "users.nickname",
        origin: null,
        merged: [],
        statements: [
          {
            sql: `ALTER TABLE "users" DROP COLUMN "nickname"`,
            guards: [
              {
                kind: "loses",
                object: "users.nickname",
                query: `SELECT 1 FROM "users" WHERE "nickname" IS DISTINCT FROM 'anon'`,
              },
            ],
            transaction: "inside",
          },
        ],
      },
    ],
  },
};

/** What a half should read back as. */
function expected(half: PlannedHalf, allow: readonly string[] = []) {
  return half.steps.map((step, at) => {
    const guards = new Map(step.statements.flatMap((s) => s.guards).map((guard) => [JSON.stringify(guard), guard]));
    const guarded = [...new Set([...guards.values()].map((guard) => guard.object))];
    return {
      number: at + 1,
      kind: step.kind,
      object: step.object,
      origin: step.origin === null ? null : `${step.origin.path}:${step.origin.line}`,
      guards: [...guards.values()],
      allows: guarded.filter((o) => allow.includes(o)).map((o) => ({ object: o, reason: "allowed when planned" })),
      statements: step.statements.map(({ sql }) => sql.replace(/ -- the end$/, "").replace(/ \/\* .*\*\/$/, "")),
    };
  });
}

function seen(half: FileHalf) {
  return half.steps.map((step) => ({ ...step, statements: sqlOf(step).map(({ sql }) => sql) }));
}

describe("the migration file", () => {
  it("is written as the format says, to the letter", () => {
    expect(writeMigrationFile(planned, head)).to.equal(example);
  });

  it("is read with places, origins and guards", () => {
    const file = parse(example);
    expect(file).to.include({
      id: "20261122101500",
      slug: "add_nickname",
      transaction: "all",
      format: 1,
      app: "default",
    });
    expect(file.name).to.equal("20261122101500_add_nickname");
    expect(file.depends).to.deep.equal(["20261120090000_init"]);
    expect([...file.before, ...file.after]).to.deep.equal([
      ["users", "3f2a91c0"],
      ["users", "9b07c4de"],
    ]);
    expect(file.forward.steps[0]?.statements).to.deep.equal([
      { kind: "sql", sql: `ALTER TABLE "users" ADD COLUMN "nickname" text DEFAULT 'anon'`, line: 9 },
    ]);
    expect(seen(file.backward)).to.deep.equal(expected(planned.backward));
    expect(file.warnings).to.deep.equal([]);
  });

  it("gives back every plan it was written from", () => {
    fc.assert(
      fc.property(migration, fc.array(word, { maxLength: 2 }), word, (plan, depends, app) => {
        const allow = plan.forward.steps.flatMap((s) => s.statements.flatMap((t) => t.guards.map((g) => g.object)));
        const text = writeMigrationFile(plan, { ...head, app, depends, allow });
        const file = parse(text, `x/${head.id}_${plan.slug}.sql`);
        expect(seen(file.forward)).to.deep.equal(expected(plan.forward, allow));
        expect(seen(file.backward)).to.deep.equal(expected(plan.backward));
        expect(file.forward.irreversible).to.equal(plan.forward.irreversible);
        expect([...file.before]).to.deep.equal([...plan.before]);
        expect([...file.after]).to.deep.equal([...plan.after]);
        expect(file.depends).to.deep.equal(depends);
        expect(file.app).to.equal(app);
        expect(file.warnings).to.deep.equal([]);
        const lines = text.split("\n");
        for (const step of [...file.forward.steps, ...file.backward.steps])
          for (const { sql, line } of sqlOf(step))
            expect(lines[line - 1]?.startsWith(sql.split("\n")[0] ?? "?")).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });

  it("spells any text on one line, and reads it back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, spaces) => {
        expect(spell(text, spaces)).to.not.match(/[\n\r\u2028\u2029\0]/);
        expect(unspell(spell(text, spaces))).to.equal(text);
      }),
      { numRuns: 1000 },
    );
  });

  it("means the same with CRLF, a byte order mark and other comments; only the text hash sees them", () => {
    const plain = parse(example);
    const windows = parse(`\ufeff${example.replaceAll("\n", "\r\n")}`);
    expect({ ...windows, text: "" }).to.deep.equal({ ...plain, text: "" });
    expect(hashFile(windows, reader)).to.deep.equal(hashFile(plain, reader));
    const commented = parse(example.replace("ALTER", "-- why not\nALTER  "));
    expect(hashFile(commented, reader).statements).to.equal(hashFile(plain, reader).statements);
    expect(hashFile(commented, reader).text).to.not.equal(hashFile(plain, reader).text);
    const edited = parse(example.replace("'anon'", "'nobody'"));
    expect(hashFile(edited, reader).statements).to.not.equal(hashFile(plain, reader).statements);
  });

  it("keeps header words it does not know, and says so", () => {
    const file = parse(example.replace("-- depends", "-- reviewed by: Ada · ticket: 12\n-- depends"));
    expect([...file.header]).to.deep.equal([
      ["reviewed by", "Ada"],
      ["ticket", "12"],
    ]);
    expect(file.warnings).to.have.length(2);
    expect(file.warnings[0]).to.contain("`reviewed by`");
  });

  it("takes SQL written by hand as steps without a number", () => {
    const file = parse(example.replace("-- covet:step 1 ADD", "UPDATE a SET b = ';';\nSELECT 1;\n-- covet:step 1 ADD"));
    expect(file.forward.steps.map(({ number, kind }) => [number, kind])).to.deep.equal([
      [null, "SQL"],
      [1, "ADD_COLUMN"],
    ]);
    expect(sqlOf(file.forward.steps[0]).map(({ sql, line }) => [sql, line])).to.deep.equal([
      ["UPDATE a SET b = ';'", 8],
      ["SELECT 1", 9],
    ]);
  });

  it("cannot go backward without a backward half", () => {
    const file = parse(example.slice(0, example.indexOf("-- covet:backward")));
    expect(file.backward.irreversible).to.equal("the file has no backward half");
  });

  const bad: [what: string, edit: (text: string) => string, message: string | RegExp][] = [
    ["a newer format", (t) => t.replace("format: 1", "format: 2"), /:2: written in format 2; this covet reads up to 1/],
    ["an unknown dialect", (t) => t.replace("postgres", "oracle"), /does not know the dialect `oracle`/],
    ["no header", () => "SELECT 1;", /:1: this is not a covet migration/],
    ["an empty file", () => "", /:1: this is not a covet migration/],
    ["no dialect", (t) => t.replace(" · dialect: postgres", ""), /does not say `dialect: …`/],
    ["another transaction", (t) => t.replace("transaction: all", "transaction: some"), /:2: transaction is `all` or/],
    ["a word twice", (t) => t.replace("-- depends", "-- app: b\n-- depends"), /:3: the header says `app` twice/],
    ["a broken fingerprint", (t) => t.replace("users@3f2a91c0", "users"), /:4: `users` in `before:`/],
    ["a broken step", (t) => t.replace("step 1 ADD", "step one ADD"), /:8: this step line/],
    ["a broken guard", (t) => t.replace("guard loses", "guard looses"), /:13: this guard/],
    [
      "a missing semicolon",
      (t) => t.replace("'anon';\n\n", "'anon'\n-- covet:step 2 ADD_COLUMN users.b\nSELECT 2;\n"),
      /:10: a `covet:step` line inside a statement/,
    ],
    ["an open quote", (t) => t.replace("'anon';", "'anon;"), /is never closed/],
    ["an open dollar quote", (t) => t.replace("'anon';", "$x$;"), /:9: `\$` is never closed/],
    [
      "marks of a merge",
      (t) => t.replace("-- covet:step 1 ADD", "<<<<<<< HEAD\n-- covet:step 1 ADD"),
      /:8: a merge left its marks/,
    ],
    ["no forward half", (t) => t.replace("-- covet:forward\n", ""), /no `-- covet:forward`/],
    ["two forward halves", (t) => t.replace("covet:backward", "covet:forward"), /:11: a second `covet:forward`/],
    ["SQL before the halves", (t) => t.replace("-- covet:forward", "SELECT 1;\n-- covet:forward"), /SQL before the/],
    [
      "COMMIT in a file",
      (t) => t.replace("-- covet:step 1 ADD", "commit;\n-- covet:step 1 ADD"),
      /:8: a migration must not begin or end/,
    ],
    [
      "BEGIN in a file",
      (t) => t.replace("-- covet:step 1 ADD", "Begin;\n-- covet:step 1 ADD"),
      /:8: a migration must not begin or end/,
    ],
  ];
  for (const [what, edit, message] of bad)
    it(`refuses ${what}, with the place`, () => {
      expect(edit(example)).to.not.equal(example);
      const { message: said } = failure(() => parse(edit(example)).forward);
      expect(said).to.match(message instanceof RegExp ? message : new RegExp(message));
      expect(said).to.match(/^migrations\/20261122101500_add_nickname\.sql:/);
    });
});

describe("migration names", () => {
  it("have ids that are always later than those there are", () => {
    const now = new Date("2026-11-22T10:15:00Z");
    expect(nextId([], now)).to.equal("20261122101500");
    expect(nextId(["20261122101459"], now)).to.equal("20261122101500");
    expect(nextId(["20261122101500"], now)).to.equal("20261122101501");
    expect(nextId(["20300228235959", "20261122101500"], now)).to.equal("20300301000000");
    expect(nextId(["20991231235959"], now)).to.equal("21000101000000");
    expect(nextId(["20269999999999"], now)).to.equal("20270000000000");
    expect(failure(() => nextId(["99999999999999"], now)).message).to.contain("99999999999999");
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^\d{14}$/)),
        fc.date({ noInvalidDate: true, min: new Date("1970-01-01"), max: new Date("9000-01-01") }),
        (ids, date) => {
          fc.pre(!ids.includes("99999999999999"));
          const next = nextId(ids, date);
          expect(next).to.match(/^\d{14}$/);
          for (const id of ids) expect(next > id).to.equal(true);
        },
      ),
    );
  });

  it("have words that are safe in every file system", () => {
    expect(slugify("Add nickname!")).to.equal("add_nickname");
    expect(slugify("Ünïcode — früh")).to.equal("unicode_fruh");
    expect(slugify("😀")).to.equal("migration");
    expect(slugify("../../etc")).to.equal("etc");
  });
});
