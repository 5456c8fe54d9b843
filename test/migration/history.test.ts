import { expect } from "chai";
import { History } from "../../src/migration/history.js";
import { type HistoryFormat, historyFormats, objectsTable } from "../../src/migration/history-schema.js";
import { createHistory, historyVersion, upgradeHistory } from "../../src/migration/history-tables.js";
import { readKnownPairs, rememberPairs } from "../../src/migration/known-pairs.js";
import { testEngines } from "../support/engines.js";
import { Bench, failureOf } from "./bench.js";

const [first] = historyFormats;
const today = historyFormats.at(-1);
if (first === undefined || today === undefined) throw new Error("there is no history format");

/** What a later covet might add. */
const tomorrow: HistoryFormat = {
  version: today.version + 1,
  tables: today.tables.map((table) => {
    const [pattern] = table.columns.filter(({ nullable }) => nullable);
    if (pattern === undefined || table.name === objectsTable) return table;
    return { ...table, columns: [...table.columns, { ...pattern, name: "who" }] };
  }),
  change: (_before, after) =>
    after.tables.flatMap((table) =>
      table.columns
        .filter(({ name }) => name === "who")
        .map((column) => ({
          verb: "create" as const,
          noun: "column" as const,
          on: { schema: null, name: table.name },
          after: column,
        })),
    ),
};

for (const engine of testEngines)
  describe(`the history tables on ${engine.name}`, () => {
    const { dialect } = engine;
    let bench: Bench;
    beforeEach(async () => {
      bench = await Bench.open(engine);
    });
    afterEach(() => bench.close());

    it("are upgraded in place, with their rows; an older covet then refuses them", async () => {
      const { connection } = bench;
      const file = bench.file({ name: "20260101000000_a", forward: "CREATE TABLE a (id integer);" });
      await bench.apply([file]);
      const formats = [...historyFormats, tomorrow];
      await upgradeHistory(dialect, connection, null, formats);
      expect(await historyVersion(dialect, connection, null, formats)).to.equal(tomorrow.version);
      expect(await connection.query("SELECT name, who FROM _covet_migrations")).to.deep.equal([
        { name: file.name, who: null },
      ]);
      await upgradeHistory(dialect, connection, null, formats);
      const failure = await failureOf(bench.apply([file]));
      expect(failure.exitCode).to.equal(1);
      expect(failure.message).to.contain(`its history has format ${tomorrow.version}`);
      expect((await failureOf(bench.status([file]))).message).to.contain("knows up to");
    });

    it("are read and upgraded where the first covet made them", async () => {
      const { connection } = bench;
      const file = bench.file({ name: "20260101000000_a", forward: "CREATE TABLE a (id integer);" });
      await bench.apply([file]);
      const columns = first.tables[0]?.columns.map(({ name }) => name).join(", ");
      const rows = await connection.query(`SELECT ${columns} FROM _covet_migrations`);
      for (const table of first.tables) await connection.execute(`DROP TABLE ${table.name}`);
      await createHistory(dialect, connection, null, [first]);
      for (const row of rows) {
        const values = Object.values(row);
        await connection.query(
          `INSERT INTO _covet_migrations (${columns}) VALUES (${values.map(() => "?").join(", ")})`,
          values,
        );
      }
      expect(await bench.status([file])).to.deep.equal(["applied"]);
      expect(await historyVersion(dialect, connection)).to.equal(1);
      expect(await bench.apply([file])).to.deep.equal([]);
      expect(await historyVersion(dialect, connection)).to.equal(today.version);
      const upgraded = await connection.query(`SELECT ${columns} FROM _covet_migrations`);
      expect(upgraded).to.deep.equal(rows);
      expect(await bench.status([file])).to.deep.equal(["applied"]);
    });

    it("are no part of the schema: neither plan nor drift see them", async () => {
      await createHistory(dialect, bench.connection);
      const { schema, unmanaged } = await dialect.introspect(bench.connection, { namespaces: [], unmanaged: [] });
      expect(schema.tables).to.deep.equal([]);
      expect(unmanaged).to.deep.equal([]);
    });

    it("keep the rows of each app apart", async () => {
      const { connection } = bench;
      const file = bench.file({ name: "20260101000000_a", forward: "CREATE TABLE a (id integer);" });
      await bench.apply([file]);
      expect(await (await History.open(dialect, connection, "default")).rows()).to.have.length(1);
      expect(await (await History.open(dialect, connection, "shop")).rows()).to.deep.equal([]);
    });

    it("remember which texts mean the same, and nothing on a database that has no history", async () => {
      const { connection } = bench;
      const learned = [["a in (1, 2)", "((a = ANY (ARRAY[1, 2])))"]] as const;
      await rememberPairs(dialect, connection, learned);
      expect((await readKnownPairs(dialect, connection)).has(...learned[0])).to.equal(false);
      await createHistory(dialect, connection);
      await rememberPairs(dialect, connection, learned);
      await rememberPairs(dialect, connection, learned);
      const known = await readKnownPairs(dialect, connection);
      expect(known.has(...learned[0])).to.equal(true);
      expect(known.has("a in (1, 3)", learned[0][1])).to.equal(false);
      expect(known.has(learned[0][1], learned[0][0])).to.equal(false);
      expect(known.has("format", "1")).to.equal(false);
    });
  });
