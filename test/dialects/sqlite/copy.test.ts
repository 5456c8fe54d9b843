/** The copy of a rebuild goes range by range: no row is left out or doubled, whatever tells the rows apart. */

import { expect } from "chai";
import type { Connection } from "../../../src/dialect/connection.js";
import { asCopy } from "../../../src/dialects/sqlite/copy.js";
import { sqlite } from "../../../src/dialects/sqlite/dialect.js";

const options = {
  url: "sqlite::memory:",
  lockTimeout: null,
  statementTimeout: null,
  role: null,
  readOnly: false,
  onStatement: null,
};
const many = 50_001;
/** Numbers from 1, far apart and on both sides of zero. */
const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${many})`;

interface Shape {
  readonly title: string;
  /** Columns and options of both tables. */
  readonly table: string;
  readonly fill: string;
  readonly columns: string;
}

const shapes: readonly Shape[] = [
  {
    title: "a rowid with gaps and below zero",
    table: "(a text)",
    fill: `INSERT INTO t (rowid, a) ${numbers} SELECT (i - 25000) * 1000003, 'row ' || i FROM n`,
    columns: "rowid, a",
  },
  {
    title: "a rowid next to columns called rowid and oid",
    table: "(rowid text, oid text)",
    fill: `INSERT INTO t (rowid, oid) ${numbers} SELECT i, 'x' || (i % 7) FROM n`,
    columns: "_rowid_, rowid, oid",
  },
  {
    title: "no rowid, a key of two columns that ignores case and goes down",
    table: "(a text COLLATE NOCASE, b real, c, PRIMARY KEY (a, b DESC)) WITHOUT ROWID",
    fill: `INSERT INTO t ${numbers} SELECT CASE i % 2 WHEN 0 THEN 'k' ELSE 'K' END || (i % 40), i * 1.0, x'00' FROM n`,
    columns: "a, b, c",
  },
  {
    title: "no name for the rowid: in one go",
    table: "(rowid text, oid text, _rowid_ text)",
    fill: `INSERT INTO t ${numbers} SELECT i, i, i FROM n`,
    columns: "rowid, oid, _rowid_",
  },
];

describe("sqlite copy", () => {
  let connection: Connection;
  beforeEach(async () => {
    connection = await sqlite.connect(options);
  });
  afterEach(() => connection.close());

  for (const { title, table, fill, columns } of shapes)
    it(`copies by ${title}`, async () => {
      for (const sql of [`CREATE TABLE t ${table}`, fill, `CREATE TABLE "_covet_new_t" ${table}`])
        await connection.execute(sql);
      const seen: [number, number][] = [];
      await connection.begin();
      await connection.execute(`INSERT INTO "_covet_new_t" (${columns})\nSELECT ${columns} FROM "t"`, (done, total) =>
        seen.push([done, total]),
      );
      await connection.commit();
      const both = (a: string, b: string) =>
        connection.query(
          `SELECT count(*) AS n FROM (SELECT ${columns} FROM "${a}" EXCEPT SELECT ${columns} FROM "${b}")`,
        );
      expect(await both("t", "_covet_new_t")).to.deep.equal([{ n: 0 }]);
      expect(await both("_covet_new_t", "t")).to.deep.equal([{ n: 0 }]);
      expect(await connection.query(`SELECT count(*) AS n FROM "_covet_new_t"`)).to.deep.equal([{ n: many }]);
      const ranges = title.endsWith("in one go") ? [] : [20_000, 40_000];
      expect(seen).to.deep.equal(ranges.map((done) => [done, many]));
    });

  it("stops between two ranges when asked to, and leaves the rest to rollback", async () => {
    await connection.execute("CREATE TABLE t (a)");
    await connection.execute(`INSERT INTO t ${numbers} SELECT i FROM n`);
    await connection.begin();
    await connection.execute(`CREATE TABLE "_covet_new_t" (a)`);
    const copy = connection.execute(`INSERT INTO "_covet_new_t" (a) SELECT a FROM "t"`, () => void connection.cancel());
    const error = await copy.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.include({ message: "interrupted", code: "SQLITE_INTERRUPT" });
    expect(await connection.query(`SELECT count(*) AS n FROM "_covet_new_t"`)).to.deep.equal([{ n: 20_000 }]);
    await connection.rollback();
    expect(await connection.query("SELECT name FROM sqlite_schema")).to.deep.equal([{ name: "t" }]);
  });

  it("keeps to the time a statement may take", async () => {
    await connection.close();
    connection = await sqlite.connect({ ...options, statementTimeout: 0 });
    await connection.execute("CREATE TABLE t (a)");
    await connection.execute(`INSERT INTO t ${numbers} SELECT i FROM n`);
    await connection.execute(`CREATE TABLE "_covet_new_t" (a)`);
    await connection.begin();
    const copy = connection.execute(`INSERT INTO "_covet_new_t" (a) SELECT a FROM "t"`);
    const error = await copy.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.include({ message: "the copy took longer than 0 ms" });
    await connection.rollback();
  });

  it("refuses to go on when a row did not arrive", async () => {
    await connection.execute("CREATE TABLE t (a)");
    await connection.execute("INSERT INTO t VALUES (1), (1), (2)");
    await connection.execute(`CREATE TABLE "_covet_new_t" (a UNIQUE ON CONFLICT IGNORE)`);
    await connection.begin();
    const copy = connection.execute(`INSERT INTO "_covet_new_t" (a) SELECT a FROM "t"`);
    const error = await copy.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).to.include({ message: "2 of 3 rows of t were copied" });
    await connection.rollback();
  });

  it("takes nothing else for a copy", () => {
    expect(asCopy(`INSERT OR ABORT INTO "_covet_new_t" ("a") SELECT "a" FROM "odd ""t"`)?.source).to.equal('odd "t');
    expect(asCopy(`INSERT INTO "u" ("a") SELECT "a" FROM "_covet_new_t"`)).to.equal(null);
    expect(asCopy(`INSERT INTO "_covet_new_t" ("a") SELECT "a" FROM "t" WHERE "a" > 1`)).to.equal(null);
    expect(asCopy(`INSERT INTO "_covet_new_t" ("a") VALUES (1)`)).to.equal(null);
    expect(asCopy(`DROP TABLE "_covet_new_t"`)).to.equal(null);
  });
});
