/** The engines' own command-line clients: from PATH, else from Debian's packages. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type DebianTool, debianPackage } from "./servers/debian.js";

/** The path of psql, of any version. */
export function psql(): Promise<string> {
  return client("psql", { suite: "bookworm", package: "postgresql-client-15", programs: postgresPrograms });
}

/** The path of a pg_dump that can read this server version; the npm servers bring none of their own. */
export async function pgDump(version: 15 | 18): Promise<string> {
  const debian = executable(`/usr/lib/postgresql/${version}/bin/pg_dump`);
  if (debian) return debian;
  const suite = version === 15 ? "bookworm" : "sid";
  return packaged("pg_dump", { suite, package: `postgresql-client-${version}`, programs: postgresPrograms });
}

/** The path of the sqlite3 shell. */
export function sqlite3(): Promise<string> {
  return client("sqlite3", { suite: "bookworm", package: "sqlite3", programs: ["usr/bin/sqlite3"] });
}

/** The path of the mysql client: MySQL's own, as MariaDB's goes by that name, too. */
export function mysql(): Promise<string> {
  return packaged("mysql", { suite: "sid", package: "mysql-client-core", programs: ["usr/bin/mysql"] });
}

/** The path of the mariadb client. */
export function mariadb(): Promise<string> {
  return client("mariadb", { suite: "bookworm", package: "mariadb-client-core", programs: ["usr/bin/mariadb"] });
}

const postgresPrograms = ["usr/lib/postgresql/*/bin/psql", "usr/lib/postgresql/*/bin/pg_dump"];

async function client(program: string, tool: DebianTool): Promise<string> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const found = folder === "" ? null : executable(join(folder, program));
    if (found) return found;
  }
  return packaged(program, tool);
}

async function packaged(program: string, tool: DebianTool): Promise<string> {
  return join(await debianPackage(tool), "bin", program);
}

function executable(path: string): string | null {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return null;
  }
}
