/**
 * Pairs of expressions that are one, and pairs that are not. The servers are the judge of both: over the same rows,
 * equal ones give the same values, and others do not.
 */

import { expect } from "chai";
import {
  normalizeDefault,
  readExpression,
  sameExpression,
  unwrapped,
  valueText,
} from "../../../src/dialects/mysql/expressions.js";
import { mariadbFlavor, mysqlFlavor } from "../../../src/dialects/mysql/facts.js";
import { typeText } from "../../../src/dialects/mysql/types.js";
import type { ColumnType } from "../../../src/model/column-schema.js";
import { typeOf } from "../../support/build.js";
import { servers, World } from "./both-ways.js";

const context = { table: "t", defaultOf: null };

/** Each rule that calls two texts equal, with a text it must tell from them. */
const triples: readonly (readonly [one: string, same: string, other: string])[] = [
  ["a + b * c", "(a + (b * c))", "(a + b) * c"],
  ["a = 1 and b = 2 or c = 3", "(((`a` = 1) and (`b` = 2)) or (`c` = 3))", "a = 1 and (b = 2 or c = 3)"],
  ["a - b - c", "((a - b) - c)", "a - (b - c)"],
  ["(a > 0 and b > 0) and c > 0", "(a > 0) and ((b > 0) and (c > 0))", "a > 0 and b > 0 or c > 0"],
  ["not a = 1", "(not((`a` = 1)))", "(not a) = 1"],
  ["a not in (1, 2)", "(`a` not in (1,2))", "a in (1, 2)"],
  ["s not like 'x%'", "(not((`s` like _utf8mb4'x%')))", "s not like 'y%'"],
  ["a between 1 and 2", "(`a` between 1 and 2)", "a between 1 and 3"],
  ["a is not null", "(`a` is not null)", "a is null"],
  ["a <> 1", "a != 1", "a <=> 1"],
  ["a > 1 || b > 1", "(`a` > 1) or (`b` > 1)", "a > 1 and b > 1"],
  ["a > 1 && b > 1", "(`a` > 1) and (`b` > 1)", "a > 1 xor b > 1"],
  ["lower(s)", "lcase(`s`)", "ucase(`s`)"],
  ["substring(s, 2)", "substr(`t`.`s`,2)", "substr(s, 3)"],
  ["char_length(s)", "CHARACTER_LENGTH(s)", "length(s)"],
  ["length(s)", "octet_length(s)", "char_length(s)"],
  ["mod(a, 2)", "(`a` % 2)", "a div 2"],
  ["-5", "-(5)", "5"],
  ["a + -1", "(`a` + -(1))", "a + 1"],
  ["'it''s'", "'it\\'s'", "'it\"s'"],
  ["'a\\\\b'", '"a\\\\b"', "'a\\\\\\\\b'"],
  ["x'4142'", "0x4142", "x'4143'"],
  ["cast(a as char(5))", "cast(`a` as char(5) charset utf8mb4)", "cast(a as char(1))"],
  ["convert(a, signed)", "cast(a as signed)", "cast(a as char)"],
  [
    "case when a > 1 then 'x' else 'y' end",
    "(case when (`a` > 1) then 'x' else 'y' end)",
    "case when a > 1 then 'y' else 'x' end",
  ],
  ["if(a > 1, 2, 3)", "if((`a` > 1),2,3)", "if(a > 1, 3, 2)"],
  ["json_extract(j, '$.x')", "j->'$.x'", "j->'$.y'"],
  ["json_unquote(json_extract(j, '$.x'))", "j->>'$.x'", "j->'$.x'"],
  ["s collate utf8mb4_bin = 'AB'", "(`s` collate utf8mb4_bin) = 'AB'", "s = 'AB'"],
  ["a /* why */ + 1", "a+1", "a + 2"],
  ["A + `B`", "a + b", "a + c"],
  ["date_format(d, '%Y')", "date_format(`d`,'%Y')", "date_format(d, '%y')"],
  ["d + interval 1 day", "(`d` + interval 1 day)", "d + interval 1 month"],
  ["isnull(a)", "(a is null)", "a is not null"],
  ["upper('ab')", "upper(_latin1'ab')", "upper(_binary'ab')"],
  ["char_length('ab')", "char_length(_latin1'ab')", "char_length(_utf16'ab')"],
  ["char_length('é')", "char_length(_utf8mb4'é')", "char_length(_latin1'é')"],
  ["ceil(a / 2)", "ceiling((`a` / 2))", "floor(a / 2)"],
];

const rows = [
  "(1, 2, 3, 'Abé', '2020-01-31', '{\"x\": \"p\", \"y\": 2}')",
  "(2, 1, 0, 'xyz', '2021-12-01', '{\"x\": 5}')",
  "(0, 5, 3, 'AB', '2020-02-29', '{\"y\": [1]}')",
  "(-1, -2, 7, 'yé', '1999-01-01', '[]')",
  "(1, 0, 0, 'ab', '2024-06-01', '{}')",
  '(3, 3, 3, \'yes\', \'2024-06-02\', \'{"x": "q", "y": "q"}\')',
  "(null, 1, 3, null, null, null)",
];

for (const server of servers)
  describe(`expressions on ${server}`, function () {
    this.timeout(60_000);
    const flavor = server === "mysql9" ? mysqlFlavor : mariadbFlavor;
    // Only MySQL has these two.
    const cases = triples.filter(([, same]) => server === "mysql9" || !same.includes("->"));
    let world: World;
    before(async () => {
      world = await World.open(server);
      await world.connection.execute("CREATE TABLE t (a int, b int, c int, s varchar(20), d date, j json)");
      await world.connection.execute(`INSERT INTO t VALUES ${rows.join(", ")}`);
    });
    after(() => world?.close());

    async function values(sql: string): Promise<string> {
      return JSON.stringify((await world.query(`SELECT (${sql}) AS v FROM t ORDER BY a, s`)).map(({ v }) => v));
    }

    for (const [one, same, other] of cases)
      it(`${one}: ${same}, not ${other}`, async () => {
        expect(sameExpression(one, same, context), same).to.equal(true);
        expect(sameExpression(one, other, context), other).to.equal(false);
        expect(await values(same)).to.equal(await values(one));
        expect(await values(other)).to.not.equal(await values(one));
      });

    it("reads what the catalog prints of an expression, whatever is in it", async () => {
      for (const sql of [
        "s = 'it''s \\\\ \"q\" \\n é ? 🙂'",
        "`odd ``c` > 0 and s <> '`'",
        "s like '%\\\\_%' escape '|'",
        "s <> concat('\\\\', '''', \"\\\"\")",
      ]) {
        await world.connection.execute("DROP TABLE IF EXISTS u");
        await world.connection.execute(
          `CREATE TABLE u (s varchar(40), \`odd \`\`c\` int, CONSTRAINT k CHECK (${sql}))`,
        );
        const { schema } = await World.dialect(server).introspect(world.connection, {
          namespaces: [],
          unmanaged: ["t"],
        });
        const [check] = schema.tables[0]?.constraints ?? [];
        const live = check?.kind === "check" ? check.expression.sql : "";
        expect(sameExpression(sql, live, { table: "u", defaultOf: null }), `${sql} is printed ${live}`).to.equal(true);
        await world.connection.execute("DROP TABLE u");
      }
    });

    /** Type, what an author writes, another spelling that stores the same, and one that stores something else. */
    const defaults: readonly (readonly [ColumnType, string, string, string])[] = [
      [typeOf("int"), "5", "'5'", "6"],
      [typeOf("int"), "true", "1", "false"],
      [typeOf("int"), "-1", "'-1'", "1"],
      [typeOf("decimal", { args: ["8", "3"] }), "1.5", "1.500", "1.501"],
      [typeOf("decimal", { args: ["8", "3"] }), "1", "'1.000'", "10"],
      [typeOf("double"), "1.50", "1.5", "1.05"],
      [typeOf("varchar", { args: ["9"] }), "'a\"b'", '"a""b"', "'ab'"],
      [typeOf("varchar", { args: ["9"] }), "'x'", "('x')", "'X'"],
      [typeOf("char", { args: ["9"] }), "'x'", "'x  '", "'x.'"],
      [typeOf("binary", { args: ["3"] }), "'abc'", "0x616263", "'abd'"],
      [typeOf("bit", { args: ["4"] }), "5", "b'0101'", "b'0110'"],
      [typeOf("datetime", { args: ["3"] }), "now()", "current_timestamp(3)", "'2020-01-01'"],
    ];
    for (const [type, one, same, other] of defaults)
      it(`default of ${typeText(type)}: ${one} is ${same}, not ${other}`, async () => {
        const normal = (sql: string) => normalizeDefault(sql, type) ?? "null";
        const judge = { table: "t", defaultOf: type };
        expect(sameExpression(normal(one), normal(same), judge)).to.equal(true);
        expect(sameExpression(normal(one), normal(other), judge)).to.equal(false);
        const printed = async (sql: string) => {
          await world.connection.execute(`CREATE TEMPORARY TABLE d (v ${typeText(type)} DEFAULT ${normal(sql)})`);
          const [row] = await world.query("SHOW CREATE TABLE d");
          await world.connection.execute("DROP TEMPORARY TABLE d");
          // MySQL tells `('x')` from `'x'`, which store the same.
          return String(row?.["Create Table"]);
        };
        expect(await printed(same)).to.equal(await printed(one));
        expect(await printed(other)).to.not.equal(await printed(one));
      });

    it("what it cannot read is compared by its tokens, and is never more than that", () => {
      expect(sameExpression("a b  c", "A  B c", context)).to.equal(true);
      expect(sameExpression("a 'b", "a 'c", context)).to.equal(false);
      expect(sameExpression("", "a", context)).to.equal(false);
      expect(sameExpression("match (s) against ('x')", "match (s) against ('y')", context)).to.equal(false);
    });

    it("takes parentheses off only where they are around all of it", () => {
      expect(unwrapped("((a + 1))")).to.equal("a + 1");
      expect(unwrapped("(a) + (b)")).to.equal("(a) + (b)");
      expect(unwrapped("(')')")).to.equal("')'");
      expect(readExpression("(a)", flavor)).to.equal("a");
      expect(valueText("1.0", typeOf("varchar"))).to.equal("'1.0'");
      expect(valueText("1.0", typeOf("decimal"))).to.equal("1.0");
    });
  });
