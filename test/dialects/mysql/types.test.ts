/** Every type the vocabularies know: made by hand, read, written again; the server prints the two tables alike. */

import { expect } from "chai";
import { mariadbFlavor, mysqlFlavor } from "../../../src/dialects/mysql/facts.js";
import { normalizeType, readType, typeText } from "../../../src/dialects/mysql/types.js";
import { typeOf } from "../../support/build.js";
import { servers, World } from "./both-ways.js";

/** Arguments for the types that need some; else each word is tried as it is. */
const spelled: Readonly<Record<string, readonly string[]>> = {
  varchar: ["varchar(20)"],
  varbinary: ["varbinary(9)"],
  enum: ["enum('a', 'it''s', 'c\\\\d', 'x,y', 'end  ')", 'enum("q", "d""q")'],
  set: ["set('a','b')"],
  "national varchar": ["national varchar(4)"],
  nvarchar: ["nvarchar(4)"],
  "char varying": ["char varying(7)"],
  "character varying": ["character varying(7)"],
  tinyint: ["tinyint", "tinyint(1)", "tinyint(4)", "tinyint unsigned zerofill"],
  int: ["int", "int(11)", "INT UNSIGNED", "int(5) zerofill", "int zerofill", "int signed"],
  decimal: ["decimal", "decimal(12)", "decimal(8, 2) unsigned", "decimal(8,2) zerofill"],
  float: ["float", "float(10)", "float(30)", "float(7,2)"],
  double: ["double", "double(9,3)"],
  bit: ["bit", "bit(5)"],
  char: ["char", "char(36)"],
  binary: ["binary", "binary(3)"],
  time: ["time", "time(3)", "time(0)"],
  datetime: ["datetime", "datetime(6)"],
  timestamp: ["timestamp", "timestamp(3)"],
  text: ["text", "text(10)", "text(100)", "text(20000)"],
  blob: ["blob", "blob(10)", "blob(70000)"],
  vector: ["vector", "vector(3)"],
};
/** A column of its own kind, with a key. */
const special = new Set(["serial"]);

for (const server of servers)
  describe(`types on ${server}`, function () {
    this.timeout(60_000);
    const flavor = server === "mysql9" ? mysqlFlavor : mariadbFlavor;
    const dialect = World.dialect(server);
    let world: World;
    before(async () => {
      world = await World.open(server);
    });
    after(() => world?.close());

    async function printed(definition: string): Promise<string> {
      await world.connection.execute(`CREATE TABLE t (c ${definition} NULL)`);
      const [row] = await world.query("SHOW CREATE TABLE t");
      return String(row?.["Create Table"]);
    }
    const drop = () => world.connection.execute("DROP TABLE IF EXISTS t");
    afterEach(drop);

    async function liveType() {
      const { schema } = await dialect.introspect(world.connection, { namespaces: [], unmanaged: [] });
      return schema.tables[0]?.columns[0]?.type ?? expect.fail("no column");
    }

    const knows = (word: string): boolean => !(server === "mariadb1011" && word === "vector") && word !== "xmltype";
    for (const word of [...flavor.vocabulary.nativeTypes].filter((name) => !special.has(name) && knows(name)).sort())
      for (const text of spelled[word] ?? [word])
        it(text, async () => {
          const first = await printed(text);
          const live = await liveType();
          // Character sets beside the type are the collation's affair.
          if (!/^n(ational |char|varchar)/.test(text)) expect(readType(text)).to.deep.equal(live);
          await drop();
          const again = await printed(typeText(live));
          if (!/^n(ational |char|varchar)/.test(text)) expect(again).to.equal(first);
          expect(await liveType()).to.deep.equal(live);
          expect(normalizeType(live, [], flavor), "normal form of the normal form").to.deep.equal(live);
        });

    for (const [word, { lacking }] of [...flavor.vocabulary.portable].filter(([, type]) => type.lacking === null))
      it(`portable ${word}`, async () => {
        expect(lacking).to.equal(null);
        const type = normalizeType(typeOf(word, { args: word === "varchar" ? ["80"] : [] }), [], flavor);
        await printed(typeText(type));
        expect(await liveType()).to.deep.equal(type);
        expect(normalizeType(type, [], flavor)).to.deep.equal(type);
      });

    it("an author's timestamp is DATETIME, and a date with a zone is TIMESTAMP", () => {
      const text = (name: string, args: string[] = []) => typeText(normalizeType(typeOf(name, { args }), [], flavor));
      expect(text("timestamp")).to.equal("datetime(6)");
      expect(text("timestamp", ["0"])).to.equal("datetime");
      expect(text("timestamptz", ["3"])).to.equal("timestamp(3)");
      expect(typeText(normalizeType(typeOf("timestamp(3)", { raw: true }), [], flavor))).to.equal("timestamp(3)");
    });
  });
