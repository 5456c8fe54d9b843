/** A session with PostgreSQL: pinned, cancellable, locked; and why it could not be opened. */

import { expect } from "chai";
import type { Failure } from "../../../src/diagnostic/failure.js";
import type { ConnectOptions, EngineError } from "../../../src/dialect/connection.js";
import { connectFailure } from "../../../src/dialects/postgres/connect-failure.js";
import { postgres } from "../../../src/dialects/postgres/dialect.js";
import { connect as connectAdmin, database, type TestDatabase } from "../../support/servers.js";

const plain = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };

describe("a PostgreSQL connection", () => {
  let home: TestDatabase;
  before(async () => {
    home = await database("postgres15");
  });
  after(() => home?.drop());

  const open = (options: Partial<ConnectOptions> = {}) => postgres.connect({ ...plain, url: home.url, ...options });
  const failed = (promise: Promise<unknown>): Promise<Error> =>
    promise.then(
      () => expect.fail("no error"),
      (error: Error) => error,
    );
  const engineError = async (promise: Promise<unknown>): Promise<EngineError> => {
    const error = await failed(promise);
    // By name: the test runner may hold a second copy of the class.
    if (error.name !== "EngineError") throw error;
    return error as EngineError;
  };
  const withConnection = async (
    options: Partial<ConnectOptions>,
    use: (c: Awaited<ReturnType<typeof open>>) => Promise<void>,
  ) => {
    const connection = await open(options);
    try {
      await use(connection);
    } finally {
      await connection.close();
    }
  };

  it("pins what changes the meaning of SQL, whatever the database says", async () => {
    const admin = await connectAdmin("postgres15", home.url);
    await admin.query(`alter database ${home.name} set datestyle to 'German'`);
    await admin.query(`alter database ${home.name} set standard_conforming_strings to off`);
    await admin.query(`alter database ${home.name} set quote_all_identifiers to on`);
    await admin.query(`alter database ${home.name} set timezone to 'Asia/Tokyo'`);
    await admin.query("create schema if not exists app");
    await admin.query(`alter database ${home.name} set search_path to app, public`);
    try {
      await withConnection({ lockTimeout: 1234, statementTimeout: 5678 }, async (connection) => {
        const names = [
          "DateStyle",
          "standard_conforming_strings",
          "quote_all_identifiers",
          "TimeZone",
          "search_path",
          "lock_timeout",
          "statement_timeout",
          "application_name",
          "client_connection_check_interval",
        ];
        const [row] = await connection.query(
          `select ${names.map((name) => `current_setting('${name}') as "${name}"`).join(", ")}`,
        );
        expect(row).to.deep.equal({
          DateStyle: "ISO, MDY",
          standard_conforming_strings: "on",
          quote_all_identifiers: "off",
          TimeZone: "UTC",
          search_path: "app",
          lock_timeout: "1234ms",
          statement_timeout: "5678ms",
          application_name: "covet",
          client_connection_check_interval: "5s",
        });
      });
    } finally {
      await admin.query(`alter database ${home.name} reset all`);
      await admin.close();
    }
  });

  it("gives values as SqlValue and takes parameters outside quotes and comments", () =>
    withConnection({}, async (connection) => {
      const rows = await connection.query(
        `select ?::int8 as big, 7::int8 as small, 1.5::float8 as float, '1.50'::numeric as numeric, true as yes, null as nothing,
           ?::bytea as bytes, '?' || /* ? */ ? as text, '{"a":1}'::json as json -- ?`,
        [9007199254740993n, new Uint8Array([0, 255]), "it's"],
      );
      expect(rows).to.deep.equal([
        {
          big: 9007199254740993n,
          small: 7,
          float: 1.5,
          numeric: "1.50",
          yes: true,
          nothing: null,
          bytes: new Uint8Array([0, 255]),
          text: "?it's",
          json: '{"a":1}',
        },
      ]);
      expect(await connection.query("select '[1]'::jsonb ? 'a' as has")).to.deep.equal([{ has: false }]);
    }));

  it("gives the driver one statement at a time, in the order asked, past one that fails", () =>
    withConnection({}, async (connection) => {
      const warnings: string[] = [];
      const onWarning = ({ message }: Error) => void warnings.push(message);
      process.on("warning", onWarning);
      try {
        const done: string[] = [];
        const ask = (name: string, sql: string) =>
          connection.query(sql).then(
            () => done.push(name),
            () => done.push(`${name} failed`),
          );
        await Promise.all([
          ask("slow", "select pg_sleep(0.05)"),
          ask("wrong", "select 1 / 0"),
          ask("last", "select 1"),
        ]);
        expect(done).to.deep.equal(["slow", "wrong failed", "last"]);
        await new Promise((resolve) => setImmediate(resolve));
        expect(warnings.filter((message) => message.includes("already executing"))).to.deep.equal([]);
      } finally {
        process.off("warning", onWarning);
      }
    }));

  it("reports errors with SQLSTATE, offset, detail and hint", () =>
    withConnection({}, async (connection) => {
      const sql = "select '🦆', nope from pg_class";
      const syntax = await engineError(connection.query(sql));
      expect([syntax.code, syntax.busy, sql.slice(syntax.offset ?? 0)]).to.deep.equal([
        "42703",
        false,
        "nope from pg_class",
      ]);
      const typed = await engineError(connection.execute("select 1 + '2'::text"));
      expect(typed.hint).to.match(/explicit type casts/);
      await connection.execute("create temp table u (id int unique)");
      const twice = await engineError(connection.execute("insert into u values (1), (1)"));
      expect([twice.code, twice.detail, twice.offset]).to.deep.equal(["23505", "Key (id)=(1) already exists.", null]);
    }));

  it("says busy where a lock timeout struck", () =>
    withConnection({}, (holder) =>
      withConnection({ lockTimeout: 50 }, async (waiter) => {
        await holder.execute("create table if not exists locked (id int)");
        await holder.begin();
        await holder.execute("lock table locked in access exclusive mode");
        const error = await engineError(waiter.query("select * from locked"));
        expect([error.code, error.busy]).to.deep.equal(["55P03", true]);
        await holder.rollback();
      }),
    ));

  it("keeps two runs apart with a lock that dies with its connection", () =>
    withConnection({}, async (second) => {
      const first = await open();
      expect(await first.tryLock("covet default")).to.equal(true);
      expect(await second.tryLock("covet default")).to.equal(false);
      expect(await second.tryLock("covet other")).to.equal(true);
      await first.close();
      let taken = false;
      for (let tries = 0; tries < 100 && !taken; tries++) taken = await second.tryLock("covet default");
      expect(taken).to.equal(true);
      await second.unlock("covet default");
      await withConnection({}, async (third) => {
        expect(await third.tryLock("covet default")).to.equal(true);
      });
    }));

  it("stops a running statement from another task", () =>
    withConnection({}, async (connection) => {
      const sleeping = engineError(connection.query("select pg_sleep(60)"));
      await withConnection({}, async (watcher) => {
        const running =
          "select count(*) as n from pg_stat_activity where query = 'select pg_sleep(60)' and state = 'active'";
        while ((await watcher.query(running))[0]?.n !== 1);
      });
      await connection.cancel();
      expect((await sleeping).code).to.equal("57014");
      expect(await connection.query("select 1 as one")).to.deep.equal([{ one: 1 }]);
    }));

  it("does not call a failed transaction committed", () =>
    withConnection({}, async (connection) => {
      await connection.rollback();
      await connection.begin();
      await engineError(connection.execute("select 1 / 0"));
      expect((await engineError(connection.commit())).code).to.equal("25P02");
    }));

  it("tells a lost connection from an error of a statement, and can still be closed", () =>
    withConnection({}, async (killer) => {
      const victim = await open();
      const [row] = await victim.query("select pg_backend_pid() as pid");
      const sleeping = engineError(victim.query("select pg_sleep(60)"));
      await killer.query("select pg_terminate_backend(?)", [row?.pid ?? 0]);
      expect((await sleeping).code).to.be.oneOf(["57P01", "08006"]);
      expect((await engineError(victim.query("select 1"))).code).to.equal("08006");
      await victim.rollback();
      await victim.close();
    }));

  it("writes nothing in a read-only session", () =>
    withConnection({ readOnly: true }, async (connection) => {
      expect((await engineError(connection.execute("create table x (id int)"))).code).to.equal("25006");
    }));

  it("acts as a role, or says why not", async () => {
    await withConnection({ role: "pg_monitor" }, async (connection) => {
      expect(await connection.query("select current_user as name")).to.deep.equal([{ name: "pg_monitor" }]);
    });
    const error = await failed(open({ role: "no such role" }));
    expect(error.message).to.match(/cannot act as role "no such role"/);
  });

  /** The URL with other parts; `password` is what may never be seen. */
  const changed = (
    parts: Partial<Pick<URL, "hostname" | "port" | "pathname" | "username">>,
    sslmode?: string,
  ): string => {
    const url = Object.assign(new URL(home.url), parts);
    if (sslmode !== undefined) url.searchParams.set("sslmode", sslmode);
    url.searchParams.set("sslpassword", "s:ecret");
    return url.href;
  };
  const failures: readonly (readonly [string, () => string, RegExp, RegExp])[] = [
    ["no server", () => changed({ port: "1" }), /no server is listening/, /start the server/],
    [
      "an unknown host",
      () => changed({ hostname: "no-such-host.invalid" }),
      /host name is not known/,
      /correct the host/,
    ],
    ["an unknown database", () => changed({ pathname: "/nowhere" }), /database "nowhere" does not exist/, /createdb/],
    ["an unknown user", () => changed({ username: "nobody_here" }), /nobody_here/, /user/],
    ["a server without SSL", () => changed({}, "require"), /does not support SSL/, /sslmode=disable/],
    [
      "a broken URL",
      () => "postgres://u:s:ecret@127.0.0.1:99999999/x",
      /URL cannot be read/,
      /postgres:..user:password/,
    ],
  ];
  for (const [what, url, message, hint] of failures)
    it(`explains ${what}, and never shows the password`, async () => {
      const error = (await failed(open({ url: url() }))) as Failure;
      expect(error.name).to.equal("Failure");
      expect(error.message).to.match(message);
      expect(error.hint).to.match(hint);
      expect(`${error.message} ${error.hint} ${error.details.join()}`).not.to.contain("ecret");
      const { password } = new URL(home.url);
      if (password !== "") expect(error.message).not.to.contain(`:${password}@`);
    });

  it("explains a wrong password", () => {
    const error = connectFailure(
      { code: "28P01", message: 'password authentication failed for user "u"' },
      "postgres://u@h/d",
      null,
    );
    expect(error.message).to.equal('cannot connect to postgres://u@h/d: password authentication failed for user "u"');
    expect(error.hint).to.match(/PGPASSWORD/);
  });

  it("takes a server without SSL where the URL only prefers it", () =>
    withConnection({ url: changed({}, "prefer") }, async (connection) => {
      expect(connection.label).not.to.contain("ecret");
      expect(connection.version).to.match(/^15\.\d+$/);
    }));
});
