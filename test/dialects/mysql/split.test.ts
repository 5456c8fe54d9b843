/** Statements are cut so that the servers take each piece, bodies whole; a random script gives what its statements give. */

import { expect } from "chai";
import fc from "fast-check";
import { servers, World } from "./both-ways.js";

const text = fc.string({ unit: fc.constantFrom(..."ab;'\"`-/*\\()#\n é🦆".split("")), maxLength: 8 });
const escaped = (sql: string, quote: string) => sql.replaceAll("\\", "\\\\").replaceAll(quote, quote + quote);

/** Values that hold what looks like the end of a statement, a string or a comment. */
const value = fc.oneof(
  text.map((inner) => `'${escaped(inner, "'")}'`),
  text.map((inner) => `"${escaped(inner, '"')}"`),
  text.map((inner) => `'${escaped(inner, "'")}\\';\\\\'`),
  text.map((inner) => {
    const name = `\`x;${inner.replaceAll("`", "``").replaceAll("🦆", "")}z\``;
    return `(select ${name} from (select 1 as ${name}) s)`;
  }),
  fc.constantFrom("x'41'", "(1.5e3)", "case when true then 'a' end", "if(1, 'a', ';')", "repeat(';', 2)", "3--1"),
);
const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(" ", "\n", "\t\r\n ") },
  text.map((inner) => `-- ${inner.replaceAll("\n", "")}\n`),
  text.map((inner) => `#${inner.replaceAll("\n", "")}\n`),
  text.map((inner) => `/* ${inner.replaceAll("*", "").replaceAll("/", "")} ' ; " */`),
);
const select = fc
  .tuple(gap, fc.array(fc.tuple(value, gap), { minLength: 1, maxLength: 4 }))
  .map(([first, values]) => `select${first}sha2(concat(${values.map(([sql, after]) => sql + after).join(",")}),256)`);
const body = fc.constantFrom(
  "begin declare n int default 1; while n < 3 do set n = n + 1; end while; return n; end",
  "begin if 1 = 1 then return case when true then 1 else 2 end; end if; return if(1, 2, 3); end",
  "begin declare n int default 0; l: loop set n = n + 1; if n > 3 then leave l; end if; end loop; return n; end",
  "begin declare n int default 0; repeat set n = n + 1; until n > 2 end repeat; return length(repeat('x;', n)); end",
  "begin case 1 when 1 then begin return 5; end; else return 6; end case; end",
  "return case when 1 > 0 then 1 end",
);
const routine = body.map(
  (sql) => `drop function if exists f;\ncreate function f() returns int deterministic ${sql};\nselect f()`,
);
const trigger = fc.constantFrom(
  "drop table if exists r; create table r (i int); create trigger g before insert on r for each row begin set new.i = 1; if new.i > 0 then set new.i = 2; end if; end; insert into r values (9); select i from r",
  "drop table if exists r; create table r (i int); create definer = current_user trigger g before insert on r for each row set new.i = 7; insert into r values (9); select i from r",
);
const statement = fc.oneof({ weight: 6, arbitrary: select }, routine, trigger);
const scripts = Number(process.env.COVET_SPLIT_RUNS ?? 60);

for (const server of servers)
  describe(`split on ${server}`, function () {
    this.timeout(120_000);
    const dialect = World.dialect(server);
    let world: World;
    before(async () => {
      world = await World.open(server);
    });
    after(() => world?.close());

    /** What the last statement of each list gives. */
    async function results(pieces: readonly string[]): Promise<unknown[]> {
      const given: unknown[] = [];
      for (const sql of pieces) {
        const rows = await world.query(sql);
        if (/^select/i.test(sql)) given.push(rows.map((row) => Object.values(row)));
      }
      return given;
    }

    it(`cuts ${scripts} random scripts into what they were made of`, async () => {
      // A function of the server's binary log, if there is one, needs no declaration of trust in these tests.
      const list = fc.sample(fc.array(fc.tuple(gap, statement, gap), { minLength: 1, maxLength: 4 }), scripts);
      for (const parts of list) {
        const script = parts.map(([before, sql, after]) => `${before}${sql}${after};`).join(";");
        const pieces = dialect.split(script);
        for (const piece of pieces) expect(script.slice(piece.start, piece.end)).to.equal(piece.sql);
        const alone: unknown[] = [];
        for (const [, sql] of parts) alone.push(...(await results(dialect.split(sql).map((piece) => piece.sql))));
        expect(await results(pieces.map(({ sql }) => sql)), script).to.deep.equal(alone);
        // Where a piece holds two statements the server refuses it, so none can be missing.
        expect(alone).to.have.length(parts.length);
      }
    });

    it("leaves out comments and empty statements at the edges, and keeps those that are SQL", () => {
      const cut = (sql: string) => dialect.split(sql).map((piece) => piece.sql);
      expect(cut(" ;; -- a\n select 1 # b\n ; /* c; */ ; select 2 /* d */")).to.deep.equal(["select 1", "select 2"]);
      expect(cut("select 1 /*!80000 , 2 */; select--1")).to.deep.equal(["select 1 /*!80000 , 2 */", "select--1"]);
    });

    it("gives what is left open as one statement", () => {
      for (const open of ["select 'a; b", "select `a;", 'select "a;', "select 1 /* ;", "create trigger t begin a; b"])
        expect(dialect.split(open)).to.have.length(1);
    });
  });
