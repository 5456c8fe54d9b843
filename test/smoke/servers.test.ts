/** Talks to every server and client the tests rely on: one that is missing fails here, by name. */
import Database from "better-sqlite3";
import { expect } from "chai";
import { pgDump, psql, sqlite3 } from "../support/clients.js";
import { run } from "../support/servers/command.js";
import { connect, database, type Engine, server } from "../support/servers.js";

const versions: Readonly<Record<Engine, RegExp>> = {
  postgres15: /^PostgreSQL 15\./,
  postgres18: /^PostgreSQL 18\./,
  mysql9: /^9\./,
  mariadb1011: /^10\.11\..*MariaDB/,
};

for (const engine of Object.keys(versions) as Engine[]) {
  describe(`server ${engine}`, function () {
    // The first run on a machine downloads it.
    this.timeout(600_000);

    it("is the version it says", async () => {
      expect((await server(engine)).version).to.match(versions[engine]);
    });

    it("gives an empty database that holds rows and goes away", async () => {
      const own = await database(engine);
      const connection = await connect(engine, own.url);
      const text = "héllo '☃' 🦊";
      await connection.query("create table notes (id integer primary key, body varchar(40) not null)");
      await connection.query(`insert into notes values (1, '${text.replaceAll("'", "''")}')`);
      expect(await connection.query("select id, body from notes")).to.deep.equal([{ id: 1, body: text }]);
      await connection.close();
      await own.drop();
      const reached = await connect(engine, own.url).catch((error) => String(error));
      expect(reached).to.match(/does not exist|Unknown database/);
    });
  });
}

describe("sqlite", () => {
  it("holds rows", () => {
    const db = new Database(":memory:");
    db.exec("create table notes (id integer primary key, body text not null); insert into notes values (1, 'hello')");
    expect(db.prepare("select id, body from notes").all()).to.deep.equal([{ id: 1, body: "hello" }]);
    db.close();
  });
});

describe("clients", function () {
  this.timeout(600_000);

  it("sqlite3 runs a script", async () => {
    expect(await run(await sqlite3(), [":memory:"], { input: "select 6 * 7;\n" })).to.equal("42\n");
  });

  for (const version of [15, 18] as const) {
    it(`psql and pg_dump speak to PostgreSQL ${version}`, async () => {
      const own = await database(`postgres${version}`);
      await run(await psql(), ["-X", "-v", "ON_ERROR_STOP=1", own.url], { input: "create table notes (id int);\n" });
      expect(await run(await pgDump(version), ["-s", own.url])).to.include("CREATE TABLE public.notes");
      await own.drop();
    });
  }
});
