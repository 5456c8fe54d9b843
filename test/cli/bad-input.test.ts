/** Bad input from outside: each gets a message with a place and a fix, the right exit code, and changes nothing. */

import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { covet } from "./covet.js";
import { applied, databaseFile, type Workspace, workspace } from "./workspace.js";

const users = `table users {
  id bigint identity primary key
  name text?
}
`;

describe("bad input", function () {
  this.timeout(240_000);
  let place: Workspace;
  afterEach(() => place.remove());

  describe("schema files", () => {
    it("a missing folder, an empty folder: never a plan to drop everything", async () => {
      place = await applied(users);
      const before = place.query("select * from sqlite_schema");
      place.write("covet.config.json", `{ "schema": "nowhere" }`);
      const missing = await place.expect(1, "plan");
      expect(missing.stderr).to.contain("the schema folder nowhere does not exist").and.contain("help:");
      mkdirSync(join(place.folder, "nowhere"));
      const empty = await place.expect(1, "plan", "--yes");
      expect(empty.stderr).to.contain("there are no .covet files in nowhere").and.contain("covet init");
      expect(place.migrations()).to.have.length(1);
      expect(place.query("select * from sqlite_schema")).to.deep.equal(before);
    });

    const wrong: readonly (readonly [what: string, text: string, line: number, words: readonly string[]])[] = [
      ["a syntax error", "table users {\n  id bigint = \n}\n", 2, []],
      ["a missing brace", "table users {\n  id bigint\n\ntable posts {\n  id bigint\n}\n", 1, []],
      ["SQL habits", "table users {\n  id bigint not null\n}\n", 2, ["not null"]],
      ["a foreign key to nothing", "table a {\n  b_id bigint -> b.id\n}\n", 2, ["b"]],
      [
        "a foreign key to no column",
        "table b {\n  id bigint primary key\n}\ntable a {\n  b_id bigint -> b.idd\n}\n",
        5,
        ["`id`"],
      ],
      ["a duplicate table", "table a {\n  x int\n}\ntable a {\n  x int\n}\n", 4, ["a"]],
      ["a duplicate column", "table a {\n  x int\n  x text\n}\n", 3, ["x"]],
      ["an unknown @word", "table a {\n  x int @wsa(y)\n}\n", 2, ["@was"]],
      ["merge markers", "<<<<<<< HEAD\ntable a {\n  x int\n}\n", 1, ["merge"]],
      ["something not supported yet", "view v as $$ select 1 $$\n", 1, ["not supported yet"]],
    ];
    it("a name longer than the engine stores, in bytes", async () => {
      place = workspace();
      const name = (length: number) => `table t {\n  id int primary key\n  "${"é".repeat(length)}" text\n}\n`;
      place.schema(name(32));
      const { stderr } = await place.expect(1, "check", "--url", "postgres://ann@127.0.0.1:1/app");
      expect(stderr).to.contain("COV2006").and.contain("64 bytes").and.contain("schemas/app.covet:3");
      place.schema(name(31));
      await place.expect(0, "check", "--url", "postgres://ann@127.0.0.1:1/app");
    });

    for (const [what, text, line, words] of wrong) {
      it(what, async () => {
        place = workspace();
        place.schema(text);
        const { stderr } = await place.expect(1, "plan");
        expect(stderr)
          .to.match(/error COV\d{4}:/)
          .and.contain(`schemas/app.covet:${line}`);
        for (const word of words) expect(stderr).to.contain(word);
        expect((await place.expect(1, "check")).stderr).to.contain(`schemas/app.covet:${line}`);
        expect(place.migrations()).to.deep.equal([]);
        const json = await place.json("check");
        expect(json.exitCode).to.equal(1);
        expect(json).to.have.nested.property("diagnostics[0].path", "schemas/app.covet");
      });
    }

    it("an unknown type, where the engine has a list of them", async () => {
      place = workspace();
      place.write("covet.config.json", `{ "targets": { "dev": { "url": "postgres://localhost/app" } } }`);
      place.schema("table users {\n  id uuidd\n}\n");
      const { stderr } = await place.expect(1, "check");
      expect(stderr).to.contain("schemas/app.covet:2:6").and.contain("write `uuid`");
      // The words of an engine are known before covet can connect to it.
      expect((await place.expect(1, "check", "--url", "mysql://localhost/app")).stderr).to.contain("mysql");
    });

    it("a file that is not UTF-8", async () => {
      place = workspace();
      place.schema(users);
      writeFileSync(join(place.folder, "schemas/latin.covet"), Buffer.from("// caf\xe9\n", "latin1"));
      expect((await place.expect(1, "plan")).stderr)
        .to.contain("schemas/latin.covet")
        .and.contain("UTF-8");
    });
  });

  const hostile = [
    `we"ird`,
    "it's",
    "back\\slash",
    "naïve 🐘",
    "%s %d $1",
    "x; drop table users; --",
    "/* comment */",
    "select",
    "  spaces  ",
  ];
  it("hostile names, comments and defaults arrive as they are", async () => {
    const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
    const table = (word: string, n: number): string =>
      `/// ${word}\ntable ${name(word)} {\n  id int primary key\n  ${name(`${word} c`)} text = ${text(word)} /// ${word}\n  index (${name(`${word} c`)}) as ${name(`${word} i${n}`)}\n}\n`;
    place = await applied(hostile.map(table).join("\n"));
    await place.expect(0, "plan", "--check");
    for (const word of hostile) {
      place.sql(`insert into ${name(word)} (id) values (1)`);
      expect(place.query(`select * from ${name(word)}`)).to.deep.equal([{ id: 1, [`${word} c`]: word }]);
    }
    await place.expect(3, "rollback");
    const all = hostile.flatMap((word) => ["--allow-data-loss", /^\w+$/.test(word) ? word : name(word)]);
    await place.expect(0, "rollback", ...all);
    expect(place.query("select name from sqlite_schema where name not like '%covet%'")).to.deep.equal([]);
  });

  describe("databases", () => {
    it("not a database", async () => {
      place = workspace();
      place.schema(users);
      place.write(databaseFile, "This is a letter, and a long one, but it is not a database.\n".repeat(100));
      const before = place.read(databaseFile);
      for (const command of ["plan", "apply", "status"]) {
        const { stderr } = await place.expect(1, command);
        expect(stderr).to.contain("covet.db").and.contain("not a SQLite database").and.contain("help:");
      }
      expect(place.read(databaseFile)).to.equal(before);
    });

    it("a folder instead of a file, a file in no folder", async () => {
      place = workspace();
      place.schema(users);
      mkdirSync(join(place.folder, "sub"));
      expect((await place.expect(1, "plan", "--url", "sqlite:sub")).stderr).to.contain("directory");
      expect((await place.expect(1, "apply", "--url", "sqlite:no/where/app.db")).stderr).to.contain("help:");
      expect((await place.expect(1, "plan", "--url", "sqlite:no/where/app.db")).stderr).to.contain("help:");
    });

    it("a read-only file", async () => {
      place = await applied(users);
      place.schema(users.replace("text?", "text?\n  email text?"));
      await place.expect(0, "plan");
      chmodSync(join(place.folder, databaseFile), 0o400);
      // Root may write everywhere, unless it gives that power up.
      const powerless = process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];
      const { code, stderr } = await covet(place.folder, ["apply"], {}, powerless);
      expect(code, stderr).to.equal(1);
      expect(stderr).to.contain("covet.db").and.contain("help:");
    });

    it("an unreachable server", async () => {
      place = workspace();
      place.schema(users);
      const { stderr } = await place.expect(1, "plan", "--url", "postgres://ann:hush@127.0.0.1:1/app");
      expect(stderr).to.contain("127.0.0.1:1").and.contain("help:");
      expect(stderr).to.not.contain("hush");
      expect(place.migrations()).to.deep.equal([]);
    });
  });

  describe("migrations", () => {
    it("an empty name to go to", async () => {
      place = await applied(users);
      for (const command of ["apply", "rollback"]) {
        expect((await place.expect(1, command, "--to", "")).stderr).to.contain("no migration is named");
      }
    });

    const file = "migrations/20991231000000_odd.sql";
    async function odd(change: (text: string) => string): Promise<void> {
      place = await applied(users);
      place.schema(users.replace("text?", "text?\n  email text?"));
      await place.expect(0, "plan", "more");
      const [, more = ""] = place.migrations();
      place.write(
        file,
        change(place.read(`migrations/${more}`).replaceAll(more.replace(".sql", ""), "20991231000000_odd")),
      );
      place.write(`migrations/${more}.bak`, "");
    }

    const cases: readonly (readonly [what: string, change: (text: string) => string, words: readonly string[]])[] = [
      ["of another dialect", (text) => text.replace("dialect: sqlite", "dialect: postgres"), ["postgres", "sqlite"]],
      ["of a dialect nobody knows", (text) => text.replace("dialect: sqlite", "dialect: oracle"), ["oracle"]],
      ["of a newer format", (text) => text.replace("format: 1", "format: 9"), ["format", "9"]],
      ["of another app", (text) => text.replace("app: default", "app: shop"), ["shop"]],
      ["without a header", () => "create table x (y);\n", ["not a covet migration"]],
      ["without a forward half", (text) => text.replace("-- covet:forward", "-- nothing"), ["covet:forward"]],
    ];
    for (const [what, change, words] of cases) {
      it(what, async () => {
        await odd(change);
        const before = place.query("select * from sqlite_schema");
        for (const command of ["apply", "plan", "status"]) {
          const { code, stderr } = await place.run(command);
          expect(code, command).to.be.oneOf([1, 3]);
          expect(stderr).to.contain(file);
          if (command === "apply") for (const word of words) expect(stderr).to.contain(word);
        }
        expect(place.query("select * from sqlite_schema")).to.deep.equal(before);
      });
    }

    it("a folder that cannot be written", async () => {
      place = workspace();
      place.schema(users);
      place.write("migrations", "a file, not a folder");
      const { stderr } = await place.expect(1, "plan");
      expect(stderr).to.contain("migrations");
    });
  });
});
