/** A session with MySQL or MariaDB: pinned, cancellable, locked; and why it could not be opened. */

import { expect } from "chai";
import type { Failure } from "../../../src/diagnostic/failure.js";
import type { ConnectOptions, EngineError } from "../../../src/dialect/connection.js";
import { connect as connectAdmin, database, type TestDatabase } from "../../support/servers.js";
import { names, servers, World } from "./both-ways.js";

const plain = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };

for (const server of servers)
  describe(`a connection to ${server}`, function () {
    this.timeout(30_000);
    const dialect = World.dialect(server);
    let home: TestDatabase;
    before(async () => {
      home = await database(server);
    });
    after(() => home?.drop());

    const open = (options: Partial<ConnectOptions> = {}) => dialect.connect({ ...plain, url: home.url, ...options });
    type Opened = Awaited<ReturnType<typeof open>>;
    async function withConnection(options: Partial<ConnectOptions>, use: (c: Opened) => Promise<void>) {
      const connection = await open(options);
      try {
        await use(connection);
      } finally {
        await connection.close();
      }
    }
    const failed = (promise: Promise<unknown>): Promise<Error> =>
      promise.then(
        () => expect.fail("no error"),
        (error: Error) => error,
      );
    const refusal = async (url: string): Promise<[string, string | null]> => {
      const error = (await failed(open({ url }))) as Failure;
      return [error.message, error.hint];
    };

    it("pins what changes the meaning of SQL, whatever the server says", async () => {
      const admin = await connectAdmin(server, home.url);
      const [was] = await admin.query("select @@global.sql_mode as mode, @@global.time_zone as zone");
      await admin.query("set global sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT'");
      await admin.query("set global time_zone = '+09:00'");
      try {
        await withConnection({ lockTimeout: 1_200, statementTimeout: 60_000 }, async (connection) => {
          const [row] = await connection.query(
            "select @@sql_mode as mode, @@time_zone as zone, @@lock_wait_timeout as waits, @@foreign_key_checks as checks",
          );
          expect(row).to.deep.equal({
            mode: "STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
            zone: "+00:00",
            waits: 2,
            checks: 1,
          });
          expect(await connection.query("select 'a\\'b' as a, \"c\" as c, 1 || 0 as o")).to.deep.equal([
            { a: "a'b", c: "c", o: 1 },
          ]);
        });
      } finally {
        await admin.query(`set global sql_mode = '${String(was?.mode)}'`);
        await admin.query(`set global time_zone = '${String(was?.zone)}'`);
        await admin.close();
      }
    });

    it("gives values as SqlValue and takes parameters outside quotes and comments", () =>
      withConnection({}, async (connection) => {
        const [row] = await connection.query(
          `select ? as big, 7 as small, 1.5e0 as f, 1.50 as n, null as nothing, ? as bytes, ? as yes,
             concat('?', /* ? */ ?, "?", \`?\`) as text, json_object('a', 1) as json, date '2020-01-01' as d,
             timestamp '2020-01-01 10:00:00.120000' as t from (select 'x' as \`?\`) s -- ?`,
          [9007199254740993n, new Uint8Array([0, 255]), true, "it's \\ \n\0é🦆"],
        );
        expect(row).to.deep.equal({
          big: 9007199254740993n,
          small: 7,
          f: 1.5,
          n: "1.50",
          nothing: null,
          bytes: new Uint8Array([0, 255]),
          yes: 1,
          text: "?it's \\ \n\0é🦆?x",
          json: '{"a": 1}',
          d: "2020-01-01",
          t: "2020-01-01 10:00:00.120000",
        });
        expect((await failed(connection.query("select ?, ?", [1]))).message).to.contain("more parameters");
      }));

    it("tells the code and the place of an error, and whether to try again", () =>
      withConnection({}, async (connection) => {
        const wrong = (await failed(connection.execute("select 1,\n  2 frm x"))) as EngineError;
        expect([wrong.name, wrong.code, wrong.busy]).to.deep.equal(["EngineError", "ER_PARSE_ERROR", false]);
        expect("select 1,\n  2 frm x".slice(wrong.offset ?? 0)).to.equal("x");
        await connection.execute("create table rows_of_one (id int primary key)");
        await connection.execute("insert into rows_of_one values (1)");
        await withConnection({ lockTimeout: 1_000 }, async (other) => {
          await connection.begin();
          await connection.execute("update rows_of_one set id = 2");
          const busy = (await failed(other.execute("delete from rows_of_one"))) as EngineError;
          expect([busy.code, busy.busy]).to.deep.equal(["ER_LOCK_WAIT_TIMEOUT", true]);
          const locked = (await failed(other.execute("alter table rows_of_one add a int"))) as EngineError;
          expect(locked.busy).to.equal(true);
        });
        await connection.rollback();
        expect(await connection.query("select id from rows_of_one")).to.deep.equal([{ id: 1 }]);
      }));

    it("keeps two runs on one database apart, and lets those on others be", async () => {
      const other = await database(server);
      try {
        await withConnection({}, async (first) => {
          expect(await first.tryLock("covet")).to.equal(true);
          await withConnection({}, async (second) => {
            expect(await second.tryLock("covet")).to.equal(false);
            await first.unlock("covet");
            expect(await second.tryLock("covet")).to.equal(true);
          });
          await withConnection({ url: other.url }, async (elsewhere) => {
            expect(await first.tryLock("covet")).to.equal(true);
            expect(await elsewhere.tryLock("covet")).to.equal(true);
          });
        });
      } finally {
        await other.drop();
      }
    });

    it("stops the statement that is running, and goes on", () =>
      withConnection({}, async (connection) => {
        const slow = connection.query("select sleep(20) as stopped").catch(() => [{ stopped: 1 }]);
        // The statement has to reach the server first.
        await new Promise((resolve) => setTimeout(resolve, 100));
        await connection.cancel();
        // It gives 0 when it has slept to its end.
        expect(await slow).to.deep.equal([{ stopped: 1 }]);
        expect(await connection.query("select 1 as one")).to.deep.equal([{ one: 1 }]);
      }));

    it("a session that only reads changes nothing", () =>
      withConnection({ readOnly: true }, async (connection) => {
        expect((await failed(connection.execute("create table nothing (a int)"))).message).to.contain("READ ONLY");
      }));

    it("says why it cannot connect, and never the password", async () => {
      const url = new URL(home.url);
      const changed = (parts: Partial<Pick<URL, "password" | "pathname" | "port" | "hostname">>) =>
        Object.assign(new URL(home.url), parts).href;
      const name = names[server];
      const place = `${name}://covet@${url.host}`;
      const wrong = await refusal(changed({ password: "wrong!secret" }));
      expect(wrong[0]).to.match(/^cannot connect to \S+: Access denied for user 'covet'@/);
      expect(wrong.join(" ")).to.not.contain("secret");
      expect(await refusal(changed({ pathname: "/nope" }))).to.deep.equal([
        `cannot connect to ${place}/nope: Unknown database 'nope'`,
        "create it with CREATE DATABASE, or correct the name after the last / of the URL",
      ]);
      expect(await refusal(changed({ pathname: "" }))).to.deep.equal([
        `the URL ${place} names no database`,
        `write ${name}://user@host/database`,
      ]);
      expect((await refusal(changed({ port: "1" })))[0]).to.contain("no server is listening there");
      expect((await refusal(changed({ hostname: "no-such-host.invalid" })))[0]).to.contain(
        "the host name is not known",
      );
    });

    it("tells one engine from the other by what answers", async () => {
      const wrongName = server === "mysql9" ? "mariadb" : "mysql";
      const other = World.dialect(server === "mysql9" ? "mariadb1011" : "mysql9");
      const error = (await failed(other.connect({ ...plain, url: home.url.replace(/^\w+/, wrongName) }))) as Failure;
      expect(error.message).to.contain(server === "mysql9" ? "is a server of MySQL" : "is a server of MariaDB");
      expect(error.hint).to.equal(`write the URL with ${names[server]}://`);
    });
  });
