/** Connections: opening, what goes wrong with a way out, transactions that keep child rows, the lock. */

import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Failure } from "../../../src/diagnostic/failure.js";
import { type Connection, type ConnectOptions, EngineError } from "../../../src/dialect/connection.js";
import { connect } from "../../../src/dialects/sqlite/connection.js";

const flags = ["--import", "tsx", "--input-type=module", "-e"];
const prelude = `
  import { connect } from ${JSON.stringify(new URL("../../../src/dialects/sqlite/connection.ts", import.meta.url).href)};
  const options = { lockTimeout: 0, statementTimeout: null, role: null, readOnly: false, onStatement: null };`;

/** What a process of its own prints. */
function run(script: string, account: { readonly uid?: number }): string {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, `${prelude}\n${script}`], {
    encoding: "utf8",
    ...account,
  });
  return stderr.trim() || stdout.trim();
}

async function failure<T>(run: () => Promise<T>): Promise<Failure | EngineError> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Failure || error instanceof EngineError) return error;
    throw error;
  }
  throw new Error("nothing went wrong");
}

describe("sqlite connection", () => {
  let folder: string;
  const opened: Connection[] = [];
  const open = async (url: string, options: Partial<ConnectOptions> = {}) => {
    const connection = await connect({
      url,
      lockTimeout: 0,
      statementTimeout: null,
      role: null,
      readOnly: false,
      onStatement: null,
      ...options,
    });
    opened.push(connection);
    return connection;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "covet-sqlite-"));
  });
  afterEach(async () => {
    for (const connection of opened.splice(0)) await connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens the three forms of URL", async () => {
    const file = join(folder, "a.db");
    await (await open(`sqlite:${file}`)).execute("CREATE TABLE t (a)");
    expect(await (await open(`sqlite://${file}`)).query("SELECT name FROM sqlite_schema")).deep.equal([{ name: "t" }]);
    expect(await (await open("sqlite::memory:")).query("SELECT name FROM sqlite_schema")).deep.equal([]);
  });

  it("says what is wrong with a file, and what to do", async () => {
    writeFileSync(join(folder, "text.db"), "this is no database\n".repeat(300));
    mkdirSync(join(folder, "dir.db"));
    for (const [url, message] of [
      [`sqlite:${join(folder, "text.db")}`, /not a SQLite database/],
      [`sqlite:${join(folder, "dir.db")}`, /is a directory/],
      [`sqlite:${join(folder, "no", "where.db")}`, /there is no directory/],
      ["sqlite:", /names no file/],
    ] as const) {
      const error = await failure(() => open(url));
      expect(error).instanceOf(Failure);
      expect(error.message).match(message);
      expect(error.hint).a("string");
    }
  });

  it("refuses a file that cannot be written to, unless it only reads", async () => {
    const file = join(folder, "ro.db");
    await (await open(`sqlite:${file}`)).execute("CREATE TABLE t (a)");
    chmodSync(file, 0o444);
    chmodSync(folder, 0o777);
    // The superuser may write to any file: another account must try.
    const said = run(
      `await connect({ url: ${JSON.stringify(`sqlite:${file}`)}, ...options }).catch((error) => console.log(error.message))`,
      process.getuid?.() === 0 ? { uid: 65534 } : {},
    );
    expect(said).equal(`${file} is not writable`);
    expect(await (await open(`sqlite:${file}`, { readOnly: true })).query("SELECT name FROM sqlite_schema")).length(1);
  });

  it("reads a missing file as an empty database and does not create it", async () => {
    const file = join(folder, "missing.db");
    const connection = await open(`sqlite:${file}`, { readOnly: true });
    expect(await connection.query("SELECT * FROM sqlite_schema")).deep.equal([]);
    expect((await failure(() => connection.execute("CREATE TABLE t (a)"))).message).match(/readonly/);
    expect(existsSync(file)).equal(false);
  });

  it("binds parameters outside quotes and reads every kind of value", async () => {
    const connection = await open("sqlite::memory:");
    const [row] = await connection.query("SELECT ? AS a, '?' AS b, ? AS c, ? AS d, ? AS e, typeof(?) AS f -- ?", [
      9007199254740993n,
      "x",
      null,
      true,
      7,
    ]);
    expect(row).deep.equal({ a: 9007199254740993n, b: "?", c: "x", d: null, e: 1, f: "integer" });
  });

  it("gives SQLite's code, message and place", async () => {
    const connection = await open("sqlite::memory:");
    const error = await failure(() => connection.execute("SELECT 1 FORM t"));
    expect(error).instanceOf(EngineError).include({ code: "SQLITE_ERROR", offset: 14, busy: false });
    expect(await failure(() => connection.execute("SELECT 1; SELECT 2"))).instanceOf(EngineError);
  });

  it("switches foreign keys off before a transaction, and on again whatever happens", async () => {
    const connection = await open("sqlite::memory:");
    const enforced = async () => (await connection.query("PRAGMA foreign_keys"))[0]?.foreign_keys;
    expect(await enforced()).equal(1);
    for (const finish of ["commit", "rollback"] as const) {
      await connection.begin();
      expect(await enforced()).equal(0);
      await connection.execute("PRAGMA legacy_alter_table = ON");
      await connection[finish]();
      expect(await enforced()).equal(1);
    }
    await connection.begin();
    await connection.rollback();
    expect(await connection.query("PRAGMA legacy_alter_table")).deep.equal([{ legacy_alter_table: 0 }]);
    await connection.rollback();
  });

  it("refuses to commit rows that point nowhere, but not those that did before", async () => {
    const connection = await open("sqlite::memory:");
    await connection.execute("PRAGMA foreign_keys = OFF");
    await connection.execute("CREATE TABLE p (id INTEGER PRIMARY KEY)");
    await connection.execute("CREATE TABLE c (p REFERENCES p)");
    await connection.execute("INSERT INTO c VALUES (1)");
    await connection.begin();
    await connection.execute("ALTER TABLE c RENAME TO d");
    await connection.commit();
    await connection.begin();
    await connection.execute("INSERT INTO d VALUES (2)");
    const error = await failure(() => connection.commit());
    expect(error).instanceOf(EngineError).include({ code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
    await connection.rollback();
    expect(await connection.query("SELECT count(*) AS n FROM d")).deep.equal([{ n: 1 }]);
  });

  it("counts broken rows also where one key cannot be followed", async () => {
    const connection = await open("sqlite::memory:");
    await connection.execute("CREATE TABLE p (id INTEGER PRIMARY KEY, other int)");
    await connection.execute("CREATE TABLE odd (p REFERENCES p (other))");
    await connection.execute("CREATE TABLE c (p REFERENCES p)");
    await connection.begin();
    await connection.execute("INSERT INTO c VALUES (2)");
    expect((await failure(() => connection.commit())).message).match(
      /1 more rows point to rows that do not exist \(c to p\)/,
    );
    await connection.rollback();
    await connection.begin();
    await connection.commit();
  });

  it("says busy when another connection writes", async () => {
    const url = `sqlite:${join(folder, "busy.db")}`;
    const [one, other] = [await open(url), await open(url)];
    await one.begin();
    expect(await failure(() => other.begin()))
      .instanceOf(EngineError)
      .include({ busy: true });
    expect(await other.query("PRAGMA foreign_keys")).deep.equal([{ foreign_keys: 1 }]);
    await one.rollback();
    await other.begin();
    await other.rollback();
  });

  it("locks out a second run, and leaves no file behind", async () => {
    const url = `sqlite:${join(folder, "lock.db")}`;
    const [one, other] = [await open(url), await open(url)];
    expect(await one.tryLock("covet")).equal(true);
    expect(await one.tryLock("covet")).equal(true);
    expect(await other.tryLock("covet")).equal(false);
    await one.begin();
    await one.rollback();
    await one.unlock("covet");
    expect(await other.tryLock("covet")).equal(true);
    await other.close();
    opened.splice(opened.indexOf(other), 1);
    expect(readdirSync(folder)).deep.equal(["lock.db"]);
  });

  it("gets the lock of a process that was killed", async () => {
    const file = join(folder, "killed.db");
    const script = `${prelude}
      const connection = await connect({ url: ${JSON.stringify(`sqlite:${file}`)}, ...options });
      console.log(await connection.tryLock("covet"));
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, [...flags, script]);
    try {
      const said = await new Promise<string>((done, fail) => {
        child.stdout.once("data", (data) => done(String(data).trim()));
        child.stderr.once("data", (data) => fail(new Error(String(data))));
      });
      expect(said).equal("true");
      const connection = await open(`sqlite:${file}`);
      expect(await connection.tryLock("covet")).equal(false);
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await gone;
      expect(await connection.tryLock("covet")).equal(true);
    } finally {
      child.kill("SIGKILL");
    }
  });

  it("tells who listens about each statement", async () => {
    const heard: string[] = [];
    const connection = await open("sqlite::memory:", { onStatement: (sql) => heard.push(sql) });
    await connection.execute("CREATE TABLE t (a)");
    expect(heard).deep.equal(["CREATE TABLE t (a)"]);
  });
});
