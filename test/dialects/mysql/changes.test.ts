/** Changes that cross nouns or that the engines have rules of their own for, made and unmade on real servers. */

import { expect } from "chai";
import { type Change, servers, sqlOf, World } from "./both-ways.js";

for (const server of servers) {
  describe(`changes on ${server}`, function () {
    this.timeout(60_000);
    let world: World;
    beforeEach(async () => {
      world = await World.open(server);
    });
    afterEach(() => world?.close());

    const isMysql = server === "mysql9";
    const both = (before: string, after: string, change: Change = {}) => world.bothWays(before, after, change);

    it("a counter comes with its key in one statement, and goes with it", async () => {
      const { forward, backward } = await both(
        "table t {\n  id int\n  a int\n}",
        "table t {\n  id int identity primary key\n  a int\n}",
        { rows: ["INSERT INTO t VALUES (1, 5), (2, 6)"] },
      );
      expect(sqlOf(forward)).to.have.length(1);
      expect(sqlOf(backward)).to.have.length(1);
    });

    it("a new counter numbers the rows", async () => {
      const after = "table t {\n  id bigint identity primary key\n  a int\n}";
      await both("table t {\n  a int\n}", after, {
        rows: ["INSERT INTO t VALUES (5), (6)"],
        findsBack: { "loses t.id": 2 },
      });
      expect(await world.query("SELECT id FROM t ORDER BY id")).to.deep.equal([{ id: 1 }, { id: 2 }]);
    });

    it("a row whose number is 0 is asked about before a counter takes the column", async () => {
      await world.start("table t {\n  id int primary key\n}", ["INSERT INTO t VALUES (0), (7)"]);
      const [migration] = await world.plan("table t {\n  id int identity primary key\n}");
      expect(await world.guards(migration?.forward)).to.deep.equal({ "loses t.id": 1 });
    });

    it("a counter moves to another column", async () => {
      await both(
        "table t {\n  id int identity primary key\n  n int unique\n}",
        "table t {\n  id int primary key\n  n int identity unique\n}",
        { rows: ["INSERT INTO t VALUES (1, 5), (2, 6)"] },
      );
    });

    it("a primary key takes another column in one statement", async () => {
      const { forward } = await both(
        "table t {\n  a int\n  b int\n  primary key (a)\n}",
        "table t {\n  a int\n  b int\n  primary key (a, b)\n}",
        { rows: ["INSERT INTO t VALUES (1, 5), (2, 6)"] },
      );
      expect(sqlOf(forward)).to.deep.equal(["ALTER TABLE `t` DROP PRIMARY KEY, ADD PRIMARY KEY (`a`, `b`)"]);
    });

    it("an index under a foreign key is swapped for another in one statement", async () => {
      const table = (index: string) =>
        `table p {\n  id int primary key\n}\ntable c {\n  id int primary key\n  x int\n  p_id int -> p as c_p\n  ${index}\n}`;
      await both(table("index (p_id) as one"), table("index (p_id, x) as other"), {
        rows: ["INSERT INTO p VALUES (1)", "INSERT INTO c VALUES (1, 2, 1)"],
      });
    });

    it("a foreign key takes its index along", async () => {
      const { forward, backward } = await both(
        "table p {\n  id int primary key\n}\ntable c {\n  id int primary key\n  p_id int\n}",
        "table p {\n  id int primary key\n}\ntable c {\n  id int primary key\n  p_id int -> p\n}",
        { rows: ["INSERT INTO p VALUES (1)", "INSERT INTO c VALUES (1, 1)"] },
      );
      expect(sqlOf(forward)).to.have.length(2);
      expect(sqlOf(backward)).to.have.length(2);
    });

    it("an index that the engine has made for a key stays, or goes, as the files say", async () => {
      const tables = (indexes: string) =>
        `table p {\n  id int primary key\n}\ntable c {\n  id int primary key\n  x int?\n  p_id int? -> p as c_p\n${indexes}}`;
      const [made, cover] = ["  index (p_id) as c_p\n", "  index (p_id, x) as cover\n"];
      for (const [before, after] of [
        // Named in the files, as pull does, or not.
        [made, made + cover],
        ["", cover],
        ["", "  unique (p_id) as one\n"],
        [made, ""],
      ] as const) {
        const fresh = await World.open(server);
        try {
          await fresh.connection.execute("CREATE TABLE p (id int PRIMARY KEY)");
          await fresh.connection.execute(
            "CREATE TABLE c (id int PRIMARY KEY, x int, p_id int, CONSTRAINT c_p FOREIGN KEY (p_id) REFERENCES p (id))",
          );
          await fresh.connection.execute("INSERT INTO p VALUES (1)");
          await fresh.connection.execute("INSERT INTO c VALUES (1, 1, 1)");
          await fresh.expectNothingLeft(tables(before), "of an older database");
          const [migration] = await fresh.plan(tables(after));
          await fresh.run(migration?.forward);
          await fresh.expectNothingLeft(tables(after), "after the change");
          await fresh.run(migration?.backward);
          await fresh.expectNothingLeft(tables(before), "after the way back");
        } finally {
          await fresh.close();
        }
      }
    });

    it("a foreign key changes what it does", async () => {
      const tables = (action: string) =>
        `table p {\n  id int primary key\n}\ntable c {\n  id int primary key\n  p_id int? -> p ${action} as c_p\n}`;
      for (const [from, to] of [
        ["", "on delete cascade on update cascade"],
        ["on delete set null", "on delete restrict"],
      ] as const) {
        const fresh = await World.open(server);
        await fresh.bothWays(tables(from), tables(to), {
          rows: ["INSERT INTO p VALUES (1)", "INSERT INTO c VALUES (1, 1), (2, null)"],
        });
        await fresh.close();
      }
    });

    it("the type of a key changes on both of its ends", async () => {
      const tables = (type: string) =>
        `table p {\n  id ${type} identity primary key\n}\ntable c {\n  id int primary key\n  p_id ${type}? -> p on delete set null\n}\n` +
        `table d {\n  id int primary key\n  p_id ${type} -> p on delete cascade as d_to_p\n}`;
      const { forward } = await both(tables("int"), tables("bigint"), {
        rows: [
          "INSERT INTO p VALUES (1), (2)",
          "INSERT INTO c VALUES (1, 1), (2, null)",
          "INSERT INTO d VALUES (7, 2)",
        ],
      });
      expect(forward.steps).to.have.length(1);
    });

    it("the type of a key changes where a table points at itself", async () => {
      const table = (type: string) => `table t {\n  id ${type} primary key\n  up ${type}? -> t\n  name varchar(20)\n}`;
      await both(table("int"), table("bigint"), { rows: ["INSERT INTO t VALUES (1, null, 'a'), (2, 1, 'b')"] });
    });

    it("the length of a text key changes", async () => {
      const tables = (length: number) =>
        `table p {\n  code varchar(${length}) primary key\n}\ntable c {\n  id int primary key\n  code varchar(${length}) -> p\n}`;
      await both(tables(10), tables(20), { rows: ["INSERT INTO p VALUES ('a')", "INSERT INTO c VALUES (1, 'a')"] });
    });

    it("two columns swap their names, with all that speaks of them", async () => {
      const functional = isMysql ? "\n  index (`lo + 1`) as f" : "";
      const table = (lo: string, hi: string) =>
        `table t {\n  id int primary key\n  lo int\n  hi int\n  g int? generated (${hi} - ${lo}) stored\n` +
        `  check (${lo} < ${hi}) as c\n  index (${lo}) as i${functional.replace("lo", lo)}\n}`;
      await both(table("lo", "hi"), table("hi", "lo"), {
        rows: ["INSERT INTO t (id, lo, hi) VALUES (1, 2, 9)"],
        asked: [
          ["column", "t", "lo", "hi"],
          ["column", "t", "hi", "lo"],
        ],
      });
      expect(await world.query("SELECT lo, hi, g FROM t")).to.deep.equal([{ lo: 9, hi: 2, g: 7 }]);
    });

    it("two tables swap their names, and keys follow", async () => {
      const schema = (a: string, b: string, to: string) =>
        `table a {\n  id int primary key\n  ${a} int\n}\ntable b {\n  id int primary key\n  ${b} int\n}\n` +
        `table c {\n  id int primary key\n  to_id int -> ${to} as c_to\n}`;
      const { forward } = await both(schema("x", "y", "a"), schema("y", "x", "b"), {
        rows: ["INSERT INTO a VALUES (1, 10)", "INSERT INTO b VALUES (2, 20)", "INSERT INTO c VALUES (1, 1)"],
        asked: [
          ["table", "a", "a", "b"],
          ["table", "b", "b", "a"],
        ],
      });
      expect(sqlOf(forward)).to.have.length(1);
      expect(await world.query("SELECT * FROM a")).to.deep.equal([{ id: 2, y: 20 }]);
    });

    it("a column is renamed under everything that can speak of it", async () => {
      const functional = isMysql ? "\n  index (`lower(OLD)`) as f" : "";
      const table = (name: string, was: string) =>
        `table p {\n  id int primary key\n  code varchar(20) unique\n}\n` +
        `table t {\n  id int primary key\n  ${name} varchar(20) ${was}\n  up varchar(30)? generated (upper(${name})) virtual\n` +
        `  low varchar(30)? generated (lower(${name})) stored\n  copy varchar(40) = \`concat(${name}, '!')\`\n` +
        `  check (${name} <> '') as t_named\n  unique (${name}) as t_key\n  foreign key (${name}) -> p (code) as t_p\n` +
        `  index (${name} prefix 3, id) as t_ix${functional.replace("OLD", name)}\n}`;
      await both(table("name", ""), table("title", "@was(name)"), {
        rows: ["INSERT INTO p VALUES (1, 'Ada')", "INSERT INTO t (id, name) VALUES (1, 'Ada')"],
      });
    });

    it("a renamed column gets another type, and what is computed from it another text", async () => {
      await both(
        "table t {\n  id int primary key\n  a int\n  g int? generated (a + 1) virtual\n  check (a > 0) as c\n}",
        "table t {\n  id int primary key\n  b bigint @was(a)\n  g int? generated (b + 2) virtual\n  check (b > 1) as c\n}",
        { rows: ["INSERT INTO t (id, a) VALUES (1, 5)"] },
      );
      expect(await world.query("SELECT b, g FROM t")).to.deep.equal([{ b: 5, g: 7 }]);
    });

    it("a table renamed keeps the names that the engine would change", async () => {
      const before =
        "table p {\n  id int primary key\n}\ntable t {\n  id int primary key\n  p_id int -> p as t_ibfk_1\n  check (p_id > 0) as t_chk_1\n}";
      const after =
        "table p {\n  id int primary key\n}\ntable u @was(t) {\n  id int primary key\n  p_id int -> p as t_ibfk_1\n  check (p_id > 0) as t_chk_1\n}";
      await both(before, after, { rows: ["INSERT INTO p VALUES (1)", "INSERT INTO t VALUES (1, 1)"] });
    });

    it("constraints and indexes are renamed", async () => {
      const tables = (n: number, was: (name: string) => string) =>
        `table p {\n  id int primary key\n}\ntable t {\n  id int primary key\n  p_id int\n  foreign key (p_id) -> p as fk${n} ${was("fk")}\n` +
        `  check (p_id > 0) as ck${n} ${was("ck")}\n  index (p_id) as ix${n} ${was("ix")}\n  unique (p_id, id) as uq${n} ${was("uq")}\n}`;
      await both(
        tables(1, () => ""),
        tables(2, (name) => `@was(${name}1)`),
        { rows: ["INSERT INTO p VALUES (1)", "INSERT INTO t VALUES (1, 1)"] },
      );
    });

    it("a computed column changes how it is kept, with what hangs on it", async () => {
      const table = (kind: string) =>
        `table t {\n  id int primary key\n  a int\n  g int? generated (a + 1) ${kind}\n  h int? generated (g * 2) virtual\n` +
        `  check (g > 0) as c\n  index (g, a) as i\n}`;
      await both(table("stored"), table("virtual"), { rows: ["INSERT INTO t (id, a) VALUES (1, 5)"] });
    });

    for (const kind of ["stored", "virtual"])
      it(`a ${kind} computed column becomes a plain one and keeps its values`, async () => {
        const before = `table t {\n  id int primary key\n  a int\n  g int? generated (a + 1) ${kind}\n  index (g) as i\n}`;
        const after = "table t {\n  id int primary key\n  a int\n  g int? = 3\n  index (g) as i\n}";
        await both(before, after, { rows: ["INSERT INTO t (id, a) VALUES (1, 5), (2, 6)"] });
        expect(await world.query("SELECT g FROM t ORDER BY id")).to.deep.equal([{ g: 6 }, { g: 7 }]);
      });

    it("a plain column that becomes a computed one asks about the values that differ", async () => {
      await both(
        "table t {\n  id int primary key\n  a int\n  g int?\n}",
        "table t {\n  id int primary key\n  a int\n  g int? generated (a + 1) stored\n}",
        { rows: ["INSERT INTO t VALUES (1, 5, 6), (2, 6, 0)"], finds: { "loses t.g": 1 }, loses: true },
      );
    });

    it("values of an enum are added, taken away and put in another order", async () => {
      const table = (values: string) => `enum mood { ${values} }\ntable t {\n  id int primary key\n  m mood = 'ok'\n}`;
      const rows = ["INSERT INTO t VALUES (1, 'ok'), (2, 'bad')"];
      for (const [from, to] of [
        ["ok, bad", "ok, bad, good"],
        ["ok, bad", "good, ok, bad"],
        ["ok, bad, good", "bad, ok"],
      ] as const) {
        const fresh = await World.open(server);
        await fresh.bothWays(table(from), table(to), { rows });
        await fresh.close();
      }
      await world.start(table("ok, bad"), rows);
      const [migration] = await world.plan(table("ok, good"));
      expect(await world.guards(migration?.forward)).to.deep.equal({ "fails t.m": 1 });
    });

    it("values of an enum are renamed, with the checks that speak of them and the time stamps of the rows", async () => {
      const schema = (values: string, bad: string) =>
        `enum mood { ${values} }\ntable t {\n  id int primary key\n  m mood = '${bad}'\n  n mood?\n` +
        `  seen timestamp = now() @mysql.on_update(current_timestamp(6))\n  check (m in ('ok', '${bad}')) as c\n}`;
      const { forward } = await both(schema("ok, bad", "bad"), schema("ok, awful @was(bad)", "awful"), {
        rows: ["INSERT INTO t VALUES (1, 'ok', 'bad', '2020-01-01'), (2, 'bad', null, '2020-01-01')"],
      });
      expect(sqlOf(forward).some((sql) => /DROP COLUMN/.test(sql))).to.equal(false);
      expect(await world.query("SELECT m, n, seen FROM t ORDER BY id")).to.deep.equal([
        { m: "ok", n: "awful", seen: "2020-01-01 00:00:00.000000" },
        { m: "awful", n: null, seen: "2020-01-01 00:00:00.000000" },
      ]);
    });

    it("values of an enum are renamed on both ends of a foreign key", async () => {
      const schema = (values: string) =>
        `enum kind { ${values} }\ntable p {\n  k kind primary key\n}\n` +
        `table c {\n  id int primary key\n  k kind? -> p on delete cascade\n  up kind? -> p\n}`;
      await both(schema("a, b"), schema("a, z @was(b)"), {
        rows: ["INSERT INTO p VALUES ('a'), ('b')", "INSERT INTO c VALUES (1, 'b', 'a'), (2, null, 'b')"],
      });
      expect(await world.query("SELECT k, up FROM c ORDER BY id")).to.deep.equal([
        { k: "z", up: "a" },
        { k: null, up: "z" },
      ]);
    });

    it("values of an enum change their places on both ends of a foreign key", async () => {
      const schema = (values: string) =>
        `enum kind { ${values} }\ntable p {\n  k kind primary key\n}\ntable c {\n  id int primary key\n  k kind -> p\n}`;
      await both(schema("a, b"), schema("new, b, a"), {
        rows: ["INSERT INTO p VALUES ('a'), ('b')", "INSERT INTO c VALUES (1, 'b')"],
      });
    });

    it("values of an enum are renamed as a table that points at them goes", async () => {
      const parent = (values: string) => `enum kind { ${values} }\ntable p {\n  k kind primary key\n}\n`;
      const child = "table c {\n  id int primary key\n  k kind? -> p\n}";
      await both(parent("a, b") + child, parent("a, z @was(b)"), { rows: ["INSERT INTO p VALUES ('a'), ('b')"] });
    });

    it("the columns of a primary key change places under a foreign key", async () => {
      const tables = (key: string) =>
        `table p {\n  a int\n  b int\n  primary key (${key})\n  index (a, b)\n}\n` +
        `table c {\n  id int primary key\n  x int\n  y int\n  foreign key (x, y) -> p (a, b)\n}`;
      await both(tables("a, b"), tables("b, a"), {
        rows: ["INSERT INTO p VALUES (1, 2)", "INSERT INTO c VALUES (1, 1, 2)"],
      });
    });

    it("a table comes as columns change that it points at", async () => {
      const tables = (type: string) =>
        `table a {\n  id ${type} primary key\n  z ${type}\n}\n` +
        `table y {\n  id int primary key\n  a_id ${type}\n  foreign key (a_id) -> a (id)\n}\n`;
      const more = "table m {\n  id int primary key\n  a_id bigint\n  foreign key (a_id) -> a (id)\n}";
      await both(tables("int"), tables("bigint") + more, {
        rows: ["INSERT INTO a VALUES (1, 2)", "INSERT INTO y VALUES (1, 1)"],
      });
    });

    it("a primary key goes, and comes back, in one statement with a key of its own table that points at it", async () => {
      const table = (values: string, key: string, rest: string) =>
        `enum kind { ${values} }\ntable t {\n  id int${key}\n  k kind\n  up int?${rest}\n}`;
      await both(
        table("a, b", " primary key", " -> t on delete set null\n  check (k <> 'c') as t_k"),
        table("a, z @was(b)", "", ""),
        { rows: ["INSERT INTO t VALUES (1, 'a', null), (2, 'b', 1)"] },
      );
    });

    it("a check gives way to a counter on its column", async () => {
      await both(
        "table t {\n  id int primary key\n  check (id > 0) as t_id\n}",
        "table t {\n  id int identity primary key\n}",
        { rows: ["INSERT INTO t VALUES (1), (2)"] },
      );
    });

    it("a column may hold nulls as soon as its foreign key hands them on", async () => {
      const tables = (column: string) =>
        `table p {\n  id int primary key\n  n int?\n  unique (n)\n}\ntable c {\n  id int primary key\n  n ${column} as c_n\n}`;
      await both(tables("int -> p.n"), tables("int? -> p.n on update cascade on delete set null"), {
        rows: ["INSERT INTO p VALUES (1, 1)", "INSERT INTO c VALUES (1, 1)"],
      });
    });

    it("a table gets other columns and keeps none", async () => {
      await both("table t {\n  a int?\n  b int?\n}", "table t {\n  c int?\n  d int?\n}", {
        rows: ["INSERT INTO t VALUES (null, null), (null, null)"],
      });
    });

    it("a table is left with a hidden column only for as long as a statement takes", async () => {
      const hidden = "  h int? @mysql.invisible";
      await both(`table t {\n  a int?\n${hidden}\n}`, `table t {\n  b int?\n${hidden}\n}`);
    });

    it("a JSON column is renamed and stays one", async () => {
      await both(
        "table t {\n  id int primary key\n  doc json\n}",
        "table t {\n  id int primary key\n  body json @was(doc)\n}",
        { rows: ["INSERT INTO t VALUES (1, '{}')"] },
      );
    });

    it("a column of a foreign key is renamed where a check over dates or lists makes the engine copy rows", async () => {
      const tables = (id: string, to: string) =>
        `table p {\n  ${id}\n  primary key (${id.split(" ")[0]})\n  day date\n  check (day is not null) as p_day\n}\n` +
        `table c {\n  id int primary key\n  ${to}\n  kind enum('a', 'b')\n  check (kind <> 'b') as c_kind\n}`;
      await both(
        tables("id int", "p_id int -> p as c_p"),
        tables("no int @was(id)", "p_no int @was(p_id) -> p as c_p"),
        { rows: ["INSERT INTO p VALUES (1, '2026-01-01')", "INSERT INTO c VALUES (1, 1, 'a')"] },
      );
    });

    it("a column of a foreign key loses its nulls where a check makes the engine copy rows", async () => {
      const tables = (type: string) =>
        `table p {\n  id int primary key\n}\n` +
        `table c {\n  id int primary key\n  p_id ${type} -> p\n  kind enum('a', 'b')\n  check (kind <> 'b') as c_kind\n}`;
      await both(tables("int?"), tables("int"), {
        rows: ["INSERT INTO p VALUES (1)", "INSERT INTO c VALUES (1, 1, 'a')"],
      });
    });

    it("a check may speak of a column as soon as no foreign key changes its values", async () => {
      const tables = (action: string, check: string) =>
        `table p {\n  id int primary key\n}\ntable c {\n  id int primary key\n  p_id int? -> p ${action} as c_p\n${check}}`;
      await both(tables("on update cascade", ""), tables("", "  check (p_id > 0) as c_id\n"), {
        rows: ["INSERT INTO p VALUES (1)", "INSERT INTO c VALUES (1, 1)"],
      });
    });

    it("rows that point nowhere are counted by hidden columns, too", async () => {
      const tables = (key: string) =>
        `table p {\n  id int? @mysql.invisible\n  x int\n  unique (id) as p_id\n}\n` +
        `table c {\n  id int primary key\n  p_id int? @mysql.invisible\n${key}}`;
      await world.start(tables(""), [
        "INSERT INTO p (id, x) VALUES (1, 1)",
        "INSERT INTO c (id, p_id) VALUES (1, 1), (2, 2), (3, null)",
      ]);
      const [migration] = await world.plan(tables("  foreign key (p_id) -> p (id) as c_p\n"));
      expect(await world.guards(migration?.forward)).to.deep.equal({ "fails c.c_p": 1 });
    });

    it("texts that the engine turns into another character set are still themselves, and told from others", async () => {
      const table = (comment: string, letter: string) =>
        `${comment}table t {\n  id int primary key\n  a varchar(20) collate latin1_swedish_ci\n` +
        `  g varchar(30)? generated (concat(a, '${letter}')) stored\n  check (a <> 'it''s' and a <> '${letter}') as c\n}`;
      await world.start(table("", "é"), ["INSERT INTO t (id, a) VALUES (1, 'x')"]);
      const [comment] = await world.plan(table("/// More.\n", "é"));
      // Only when a table is altered does MySQL do so to its checks.
      await world.run(comment?.forward);
      await world.expectNothingLeft(table("/// More.\n", "é"), "after the comment");
      const [migration] = await world.plan(table("/// More.\n", "ü"));
      await world.run(migration?.forward);
      await world.expectNothingLeft(table("/// More.\n", "ü"), "after another letter");
      expect(await world.query("SELECT g FROM t")).to.deep.equal([{ g: "xü" }]);
      await world.run(migration?.backward);
      await world.expectNothingLeft(table("/// More.\n", "é"), "after the way back");
      expect(await world.query("SELECT g FROM t")).to.deep.equal([{ g: "xé" }]);
    });

    it("every row gets a value of its own for a default that is different each time", async () => {
      await both("table t {\n  id int primary key\n}", "table t {\n  id int primary key\n  u char(36) = `uuid()`\n}", {
        rows: ["INSERT INTO t VALUES (1), (2)"],
        findsBack: { "loses t.u": 2 },
      });
      expect(await world.query("SELECT COUNT(DISTINCT u) AS n FROM t")).to.deep.equal([{ n: 2 }]);
    });

    it("a column without a default is not added to rows, which would get zeros and empty texts", async () => {
      await world.start("table t {\n  id int primary key\n}", ["INSERT INTO t VALUES (1), (2)"]);
      const [migration] = await world.plan("table t {\n  id int primary key\n  a int\n  b varchar(3)\n}");
      expect(await world.guards(migration?.forward)).to.deep.equal({ "fails t.a": 2, "fails t.b": 2 });
    });

    it("a column keeps all that it is when one thing changes", async () => {
      const table = (comment: string) =>
        `table t {\n  id int identity primary key /// ${comment}\n` +
        `  a varchar(10)? collate utf8mb4_bin = 'x' @mysql.invisible /// ${comment}\n` +
        `  b timestamp(3) = now() @mysql.on_update(current_timestamp(3)) /// ${comment}\n` +
        `  g varchar(10)? collate utf8mb4_bin generated (concat(a, 'y')) stored /// ${comment}\n` +
        `  j json = '{}' /// ${comment}\n  u int unsigned /// ${comment}\n}`;
      await both(table("One."), table("It's another."), {
        rows: ["INSERT INTO t (id, a, b, u) VALUES (1, 'q', '2020-01-01', 7)"],
      });
    });

    it("a table takes another character set, and columns without one of their own go along", async () => {
      const table = (charset: string, more = "") =>
        `table t ${charset} {\n  id int primary key\n  a varchar(10)\n  b varchar(10) collate utf8mb4_bin\n  c text?\n  unique (a)${more}\n}`;
      await both(table("@mysql.collate(latin1_swedish_ci)"), table("@mysql.collate(utf8mb4_unicode_ci)"), {
        rows: ["INSERT INTO t VALUES (1, 'é', 'é', 'é')"],
      });
    });

    it("a table takes the character set of its database, and gives it back", async () => {
      const table = (charset: string) =>
        `table t ${charset} {\n  id int primary key\n  a varchar(10)\n  b varchar(10) collate utf8mb4_bin\n  c text?\n}`;
      await both(table("@mysql.collate(latin1_swedish_ci)"), table(""), {
        rows: ["INSERT INTO t VALUES (1, 'é', 'é', 'é')"],
      });
    });

    it("rows stop a narrower character set, and a collation that tells less apart", async () => {
      await world.start(
        "table t {\n  id int primary key\n  a varchar(10) collate utf8mb4_bin\n  b varchar(10) collate utf8mb4_bin\n  unique (b) as t_b\n}",
        ["INSERT INTO t VALUES (1, '☃', 'a'), (2, 'é', 'A')"],
      );
      const [migration] = await world.plan(
        "table t {\n  id int primary key\n  a varchar(10) collate latin1_bin\n  b varchar(10) collate utf8mb4_general_ci\n  unique (b) as t_b\n}",
      );
      expect(await world.guards(migration?.forward)).to.deep.equal({ "fails t.a": 1, "fails t.b": 1 });
    });

    it("a table's options come and go", async () => {
      const table = (options: string) => `/// T.\ntable t ${options} {\n  id int primary key\n}`;
      await both(table(""), table("@mysql.row_format(compressed) @mysql.stats_persistent(1)"));
      const fresh = await World.open(server);
      await fresh.bothWays("table t {\n  id int primary key\n}", table("@mysql.engine(MyISAM) @mysql.checksum(1)"), {
        rows: ["INSERT INTO t VALUES (1)"],
      });
      await fresh.close();
    });

    it("an index is hidden, and shown again", async () => {
      const word = isMysql ? "@mysql.invisible" : "@mariadb.ignored";
      const table = (setting: string) => `table t {\n  id int primary key\n  a int\n  index (a) as i ${setting}\n}`;
      const { forward } = await both(table(""), table(word));
      expect(sqlOf(forward)).to.have.length(1);
    });

    it("indexes of every kind are made and dropped", async () => {
      const more = isMysql
        ? "\n  index (`lower(a)`) as t_f\n  unique index (a desc) as t_d"
        : "\n  unique index (a desc) as t_d";
      const table = (indexes: string) =>
        `table t {\n  id int primary key\n  a varchar(100)\n  b text\n  g point\n${indexes}\n}`;
      await both(
        table(""),
        table(
          `  index (b) using fulltext as t_ft\n  index (g) using spatial as t_sp\n  index (a prefix 5, id desc) as t_p${more}`,
        ),
        { rows: ["INSERT INTO t VALUES (1, 'a', 'b', POINT(1, 2)), (2, 'c', 'd', POINT(1, 2))"] },
      );
    });

    if (isMysql)
      it("a check stops being enforced, and starts again", async () => {
        const table = (word: string) => `table t {\n  id int primary key\n  a int\n  check (a > 0) ${word} as c\n}`;
        const { forward } = await both(table(""), table("not enforced"), { rows: ["INSERT INTO t VALUES (1, 5)"] });
        expect(sqlOf(forward)).to.deep.equal(["ALTER TABLE `t` ALTER CHECK `c` NOT ENFORCED"]);
      });

    it("tables in a circle are made and dropped", async () => {
      const circle =
        "table a {\n  id int primary key\n  b_id int? -> b\n}\ntable b {\n  id int primary key\n  a_id int? -> a\n}";
      await both("table z {\n  id int primary key\n}", `table z {\n  id int primary key\n}\n${circle}`);
    });

    it("a namespace is made with tables that point home, and renamed", async () => {
      const name = `${world.database.name}_billing`;
      const schema = (space: string, was = "") =>
        `schema ${space} ${was}\ntable users {\n  id int primary key\n}\n` +
        `table ${space}.invoices {\n  id int primary key\n  user_id int -> users\n  up int? -> ${space}.invoices.id\n}`;
      try {
        await both("table users {\n  id int primary key\n}", schema(name), { rows: ["INSERT INTO users VALUES (1)"] });
        await world.connection.execute(`INSERT INTO ${name}.invoices VALUES (1, 1, null)`);
        await world.expectNothingLeft(schema(name), "before the rename");
        const [migration] = await world.plan(schema(`${name}2`, `@was(${name})`));
        expect(await world.guards(migration?.forward)).to.deep.equal({});
        await world.run(migration?.forward);
        expect(await world.query(`SELECT user_id FROM ${name}2.invoices`)).to.deep.equal([{ user_id: 1 }]);
        await world.expectNothingLeft(schema(`${name}2`), "after the rename");
        await world.run(migration?.backward);
        await world.expectNothingLeft(schema(name), "after going back");
      } finally {
        for (const database of [name, `${name}2`])
          await world.connection.execute(`DROP DATABASE IF EXISTS ${database}`);
      }
    });

    it("guards count what a narrower type would lose or refuse, and the server agrees", async () => {
      await world.start(
        "table t {\n  id int primary key\n  a varchar(20)\n  b decimal(8, 4)\n  c bigint\n  d timestamp\n  e double\n  f varchar(20)\n  g timestamp\n  h text\n}",
        [
          "INSERT INTO t VALUES (1, 'short', 1.25, 5, '2026-01-01 10:00', 1.5, '12', '2026-01-01', '2026-01-01')",
          "INSERT INTO t VALUES (2, 'much longer than ten', 1234.5678, 5000000000, '2026-01-01', 2, 'x', '1960-01-01', 'no')",
        ],
      );
      const [migration] = await world.plan(
        "table t {\n  id int primary key\n  a varchar(10)\n  b decimal(4, 1)\n  c int\n  d date\n  e int\n  f int\n  g timestamptz\n  h date\n}",
      );
      expect(await world.guards(migration?.forward)).to.deep.equal({
        "fails t.a": 1,
        "fails t.b": 1,
        "loses t.b": 2,
        "fails t.c": 1,
        "loses t.d": 1,
        "loses t.e": 1,
        "fails t.f": 1,
        "fails t.g": 1,
        "fails t.h": 1,
      });
      for (const sql of sqlOf(migration?.forward)) {
        const column = /MODIFY COLUMN `(\w)`/.exec(sql)?.[1] ?? "";
        const answer = await world.connection.execute(sql).then(
          () => "done",
          () => "refused",
        );
        expect(answer, sql).to.equal("abcfgh".includes(column) ? "refused" : "done");
      }
    });

    it("guards name rows in the way of what is added", async () => {
      await world.start(
        "table p {\n  id int primary key\n}\ntable t {\n  id int primary key\n  a int?\n  b int?\n  c int?\n}",
        [
          "INSERT INTO p VALUES (1)",
          "INSERT INTO t VALUES (1, 1, 1, 1), (2, 1, -1, 2), (3, null, null, null), (4, null, 1, 1)",
        ],
      );
      const [migration] = await world.plan(
        "table p {\n  id int primary key\n}\ntable t {\n  id int primary key\n  a int? unique as t_a\n  b2 int @was(b)\n" +
          "  c int? -> p as t_c\n  check (b2 > 0) as t_b\n  unique index (c) as t_ci\n}",
      );
      expect(await world.guards(migration?.forward)).to.deep.equal({
        "fails t.t_a": 1,
        "fails t.b2": 1,
        "fails t.t_b": 1,
        "fails t.t_c": 1,
        "fails t.t_ci": 1,
      });
    });
  });
}
