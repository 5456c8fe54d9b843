/** Gives tests a running server of each engine and fresh empty databases on it; servers start when first asked for. */
import type { Admin, Engine, Launched } from "./servers/engine.js";
import { engines, urlVariables } from "./servers/engine.js";
import { launchMariadb } from "./servers/mariadb.js";
import { connectMysql, launchMysql } from "./servers/mysql.js";
import { connectPostgres, launchPostgres } from "./servers/postgres.js";

export { type Engine, engines };

export interface Server {
  readonly engine: Engine;
  /** Of the administration database; `database()` gives one to work in. */
  readonly url: string;
  /** As the server itself prints it. */
  readonly version: string;
  /** May create and drop databases. */
  readonly admin: Admin;
}

export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  drop(): Promise<void>;
}

interface Started extends Server {
  stop(): Promise<void>;
}

const launch: Readonly<Record<Engine, () => Promise<Launched>>> = {
  postgres15: () => launchPostgres(15),
  postgres18: () => launchPostgres(18),
  mysql9: launchMysql,
  mariadb1011: launchMariadb,
};

const started = new Map<Engine, Promise<Started>>();

export function server(engine: Engine): Promise<Server> {
  const known = started.get(engine) ?? obtain(engine);
  started.set(engine, known);
  return known;
}

async function obtain(engine: Engine): Promise<Started> {
  const given = process.env[urlVariables[engine]];
  const launched = given ? { url: given, stop: async () => {} } : await launch[engine]();
  const admin = await connect(engine, launched.url);
  const [row] = await admin.query("select version() as version");
  const stop = async () => {
    await admin.close();
    await launched.stop();
  };
  return { engine, url: launched.url, version: String(row?.version), admin, stop };
}

/** A connection of the tests' own, beside whatever covet does. */
export function connect(engine: Engine, url: string): Promise<Admin> {
  return isPostgres(engine) ? connectPostgres(url) : connectMysql(url);
}

let databases = 0;

/** A new database; with `copyOf`, a copy of another one that nobody is connected to (PostgreSQL only). */
export async function database(engine: Engine, copyOf: TestDatabase | null = null): Promise<TestDatabase> {
  const { url, admin } = await server(engine);
  const name = `covet_${process.pid}_${++databases}`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  if (isPostgres(engine)) {
    await admin.query(`create database ${name} template ${copyOf?.name ?? "template0"} strategy file_copy`);
    return { name, url: own.href, drop: async () => void (await admin.query(`drop database ${name} with (force)`)) };
  }
  if (copyOf) throw new Error(`${engine} cannot copy a database`);
  await admin.query(`create database ${name} character set utf8mb4`);
  return { name, url: own.href, drop: async () => void (await admin.query(`drop database ${name}`)) };
}

/** Stops what this process started; under mocha, that happens after the last test. */
export async function stopServers(): Promise<void> {
  const running = [...started.values()];
  started.clear();
  await Promise.all(
    running.map(async (one) => {
      // A server that failed to start has failed its test already.
      const server = await one.catch(() => null);
      await server?.stop();
    }),
  );
}

function isPostgres(engine: Engine): boolean {
  return engine === "postgres15" || engine === "postgres18";
}

// A test file imports this while mocha collects tests, so this is a hook of the whole run. Elsewhere there is no `after`.
if (typeof after === "function") after("stop the servers", stopServers);
