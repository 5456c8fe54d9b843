/**
 * Every type into every other one, with rows, on the servers: where the guards find nothing the change goes through and
 * the values come back unharmed; a row they call refused is refused.
 */

import { expect } from "chai";
import { risksOf } from "../../../src/dialects/mysql/conversions.js";
import { mariadbFlavor, mysqlFlavor } from "../../../src/dialects/mysql/facts.js";
import { normalizeType, readType, typeText } from "../../../src/dialects/mysql/types.js";
import type { ColumnType } from "../../../src/model/column-schema.js";
import { servers, World } from "./both-ways.js";

/** Types, and values that some other type cannot hold. */
const samples: Readonly<Record<string, readonly string[]>> = {
  int: ["0", "-1", "70000", "20260131", "null"],
  "int unsigned": ["0", "4294967295"],
  bigint: ["1", "-9007199254740993", "9007199254740993", "null"],
  "decimal(12,2)": ["0", "-1.5", "2.00", "1234567890.12", "null"],
  double: ["0", "1.5", "-2", "1e15", "0.1", "null"],
  "varchar(80)": [
    "''",
    "'abc'",
    "' 12'",
    "'1.5'",
    "'2026-01-31'",
    "'2026-01-31 10:11:12.5'",
    "'a good deal longer than twenty'",
    "'é ☃'",
    "'x '",
    "'10:11:12'",
    "'[1]'",
    "'-7'",
    "null",
  ],
  "char(20)": ["''", "'abc'", "'12'", "'2026-02-01'", "'x'", "null"],
  text: ["''", "'abc'", "'x '", "'1e3'", "'b'", "null"],
  "varbinary(40)": ["x''", "x'616263'", "x'fffe'", "x'3132'", "x'6120'", "x'00'", "null"],
  blob: ["x'616263'", "x'c3a9'", "x'c328'", "null"],
  "enum('a','b','12')": ["'a'", "'12'", "null"],
  "set('a','b')": ["''", "'a,b'", "null"],
  "datetime(6)": ["'2026-01-31 10:11:12.123456'", "'2026-01-31'", "'1960-01-01 00:00:00'", "'2039-01-01'", "null"],
  datetime: ["'2026-01-31 10:11:12'", "'1000-01-01'", "null"],
  "timestamp(3)": ["'2026-01-31 10:11:12.123'", "'2026-01-31'"],
  date: ["'2026-01-31'", "'1960-01-01'", "null"],
  "time(3)": ["'10:11:12.5'", "'-100:00:00'", "'00:00:00'", "null"],
  year: ["2026", "1999", "null"],
  json: ["'{\"a\": 1}'", "'12'", "'\"text\"'", "'null'", "null"],
  "bit(8)": ["b'0'", "b'1100001'", "null"],
};

for (const server of servers)
  describe(`conversions on ${server}`, function () {
    this.timeout(300_000);
    const flavor = server === "mysql9" ? mysqlFlavor : mariadbFlavor;
    let world: World;
    before(async () => {
      world = await World.open(server);
    });
    after(() => world?.close());

    for (const [from, values] of Object.entries(samples))
      it(from, async () => {
        const wrong: string[] = [];
        for (const to of Object.keys(samples)) if (to !== from) wrong.push(...(await check(from, values, to)));
        expect(wrong).to.deep.equal([]);
      });

    async function check(from: string, values: readonly string[], to: string): Promise<string[]> {
      const { connection } = world;
      const [before, after] = [from, to].map((sql) => normalizeType(readType(sql), [], flavor));
      if (before === undefined || after === undefined) throw new Error("no type");
      const risks = risksOf(before, after);
      const alter = (type: ColumnType) =>
        connection.execute(`ALTER TABLE t MODIFY COLUMN v ${typeText(type)} NULL`).then(
          () => null,
          (error: Error) => error.message,
        );
      const start = async (rows: readonly string[]) => {
        await connection.execute("DROP TABLE IF EXISTS t");
        await connection.execute(`CREATE TABLE t (id varchar(60) primary key, v ${typeText(before)} NULL)`);
        for (const row of rows) await connection.execute(`INSERT INTO t VALUES (${quoted(row)}, ${row})`);
      };
      const read = async () => {
        const rows = await connection.query("SELECT id, HEX(v) AS bytes, CAST(v AS CHAR) AS text FROM t");
        return new Map(rows.map(({ id, bytes, text }) => [String(id), meaning(before, bytes, text)]));
      };
      const found = async (kind: string) => {
        const ids = new Set<string>();
        for (const risk of risks.filter((item) => item.kind === kind))
          for (const { id } of await connection.query(`SELECT id FROM t WHERE ${risk.where("`v`")}`))
            ids.add(String(id));
        return ids;
      };
      await start(values);
      const wrong: string[] = [];
      const [fails, loses] = [await found("fails"), await found("loses")];
      // Of pairs that nothing is said about, every value counts as lost.
      const isTold = values.some((row) => row !== "null" && !fails.has(row) && !loses.has(row));
      for (const row of loses)
        if (isTold && !fails.has(row)) {
          await start([row]);
          const value = (await read()).get(row);
          // What is lost may also be refused.
          const comesBack = (await alter(after)) === null && (await alter(before)) === null;
          if (comesBack && (await read()).get(row) === value)
            wrong.push(`${row} to ${to} is called lost, and comes back`);
        }
      for (const row of values)
        if (fails.has(row)) {
          await start([row]);
          if ((await alter(after)) === null) wrong.push(`${row} to ${to} goes through, and a guard fails`);
        }
      await start(values.filter((row) => !fails.has(row) && !loses.has(row)));
      const kept = await read();
      const refusal = await alter(after);
      if (refusal !== null) return [...wrong, `to ${to} is refused, and no guard fails: ${refusal}`];
      // A value that the first type cannot hold again was not lost, and cannot be looked at in this way.
      if ((await alter(before)) !== null) return wrong;
      const again = await read();
      for (const [row, value] of kept)
        if (again.get(row) !== value) wrong.push(`${row} to ${to} comes back as ${again.get(row)}`);
      return wrong;
    }
  });

/** A text that says the same number or time in other words is the same. */
function meaning({ name }: ColumnType, bytes: unknown, text: unknown): string {
  // Of a number these are those of its whole part.
  if (text === null || /binary$|blob$|^bit$/.test(name)) return String(bytes);
  if (!/char$|text$/.test(name)) return String(text);
  const words = String(text).trim();
  if (words !== "" && Number.isFinite(Number(words))) return String(Number(words));
  if (/^\d{4}-\d\d-\d\d/.test(words))
    return String(Date.parse(`${words.replace(" ", "T")}${words.length > 10 ? "Z" : ""}`));
  return String(text).replace(/(:\d\d)\.0+$/, "$1");
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
