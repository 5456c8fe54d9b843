/** Starts a private MySQL on a free port, from the packages of a Debian release that has one. */
import { rm, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import mysql from "mysql2/promise";
import { run } from "./command.js";
import { debianPackage } from "./debian.js";
import type { Admin, Launched } from "./engine.js";
import { serverFolder } from "./folder.js";
import { freePort } from "./port.js";
import { start } from "./supervised.js";

export const mysqlPackage = () =>
  debianPackage({ suite: "sid", package: "mysql-server-core", programs: ["usr/sbin/mysqld"] });

export async function launchMysql(): Promise<Launched> {
  const home = await mysqlPackage();
  const folder = await serverFolder("covet-mysql9-");
  try {
    const share = join(home, "root/usr/share/mysql");
    const place = [
      "--no-defaults",
      `--basedir=${join(home, "root/usr")}`,
      `--datadir=${join(folder, "data")}`,
      // A server that starts clears away the temporary tables it finds, also those of another one.
      `--tmpdir=${folder}`,
      `--lc-messages-dir=${share}`,
      `--character-sets-dir=${join(share, "charsets")}`,
      "--secure-file-priv=",
      `--user=${userInfo().username}`,
    ];
    const command = join(home, "bin/mysqld");
    await run(command, [...place, "--initialize-insecure", "--innodb-log-writer-threads=OFF"], { cwd: "/" });
    await writeFile(
      join(folder, "init.sql"),
      "CREATE USER 'covet'@'%' IDENTIFIED BY 'covet';\nGRANT ALL ON *.* TO 'covet'@'%' WITH GRANT OPTION;\n",
    );
    const port = await freePort();
    const url = `mysql://covet:covet@127.0.0.1:${port}/mysql`;
    const args = [...place, ...fastMysql, `--init-file=${join(folder, "init.sql")}`, ...network(port, folder)];
    const running = await start({ folder, command, args, stopSignal: "KILL", account: null }, async () =>
      (await connectMysql(url)).close(),
    );
    return { url, stop: running.stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

const fastMysql = [
  "--skip-log-bin",
  "--mysqlx=OFF",
  "--innodb-flush-log-at-trx-commit=0",
  "--innodb-doublewrite=OFF",
  "--innodb-flush-method=nosync",
  "--innodb-buffer-pool-size=128M",
  "--default-time-zone=+00:00",
];

export function network(port: number, folder: string): string[] {
  return [
    "--bind-address=127.0.0.1",
    `--port=${port}`,
    `--socket=${join(folder, "socket")}`,
    `--pid-file=${join(folder, "pid")}`,
    "--skip-name-resolve",
  ];
}

/** Also speaks to MariaDB. */
export async function connectMysql(url: string): Promise<Admin> {
  const connection = await mysql.createConnection({ uri: url.replace(/^mariadb:/, "mysql:"), connectTimeout: 5_000 });
  connection.on("error", () => {});
  return {
    query: async (sql) => {
      const [rows] = await connection.query<mysql.RowDataPacket[]>(sql);
      return Array.isArray(rows) ? rows : [];
    },
    close: () => connection.end(),
  };
}
