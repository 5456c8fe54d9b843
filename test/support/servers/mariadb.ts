/** Starts a private MariaDB on a free port, from Debian's packages. */
import { mkdir, readFile, rm } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { run } from "./command.js";
import { debianPackage } from "./debian.js";
import type { Launched } from "./engine.js";
import { serverFolder } from "./folder.js";
import { connectMysql, network } from "./mysql.js";
import { freePort } from "./port.js";
import { start } from "./supervised.js";

export const mariadbPackage = () =>
  debianPackage({ suite: "bookworm", package: "mariadb-server-core", programs: ["usr/sbin/mariadbd"] });

export async function launchMariadb(): Promise<Launched> {
  const home = await mariadbPackage();
  const folder = await serverFolder("covet-mariadb1011-");
  try {
    const share = join(home, "root/usr/share/mysql");
    const data = join(folder, "data");
    const place = [
      "--no-defaults",
      `--basedir=${join(home, "root/usr")}`,
      `--datadir=${data}`,
      // A server that starts clears away the temporary tables it finds, also those of another one.
      `--tmpdir=${folder}`,
      `--lc-messages-dir=${share}`,
      `--character-sets-dir=${join(share, "charsets")}`,
      `--user=${userInfo().username}`,
    ];
    const command = join(home, "bin/mariadbd");
    await mkdir(data);
    const bootstrap = ["--bootstrap", "--skip-grant-tables", "--innodb-flush-log-at-trx-commit=0"];
    await run(command, [...place, ...bootstrap], { cwd: "/", input: await systemTables(share) });
    const port = await freePort();
    const url = `mariadb://covet:covet@127.0.0.1:${port}/mysql`;
    const args = [...place, ...fastMariadb, ...network(port, folder)];
    const running = await start({ folder, command, args, stopSignal: "KILL", account: null }, async () =>
      (await connectMysql(url)).close(),
    );
    return { url, stop: running.stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** What Debian's install script feeds a new data directory, and the account the tests use. */
async function systemTables(share: string): Promise<string> {
  const files = ["mysql_system_tables.sql", "mysql_performance_tables.sql", "mysql_system_tables_data.sql"];
  const parts = await Promise.all(
    [...files, "fill_help_tables.sql", "maria_add_gis_sp_bootstrap.sql", "mysql_sys_schema.sql"].map((file) =>
      readFile(join(share, file), "utf8"),
    ),
  );
  return [
    "create database mysql;\nuse mysql;\n",
    ...parts,
    "flush privileges;\n",
    "create user 'covet'@'%' identified by 'covet';\n",
    "grant all on *.* to 'covet'@'%' with grant option;\n",
  ].join("\n");
}

const fastMariadb = [
  "--skip-log-bin",
  "--innodb-flush-log-at-trx-commit=0",
  "--innodb-doublewrite=OFF",
  "--innodb-flush-method=nosync",
  "--innodb-buffer-pool-size=128M",
  "--character-set-server=utf8mb4",
  "--collation-server=utf8mb4_general_ci",
  "--default-time-zone=+00:00",
];
