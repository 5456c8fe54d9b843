/** Pins what changes the meaning or the text of SQL in a session, so that every run reads and prints alike. */

import { Failure } from "../../diagnostic/failure.js";
import { type Connection, type ConnectOptions, EngineError } from "../../dialect/connection.js";
import { atLeast, type Flavor } from "./facts.js";
import { literal, quote } from "./syntax.js";

export interface Session {
  /** `9.7.0`, `10.11.14` */
  readonly version: string;
  /** Number of the server's thread, for cancelling. */
  readonly thread: number;
  readonly database: string;
}

/** Strict about values; quotes and backslashes as covet writes them. */
const sqlMode = [
  "STRICT_ALL_TABLES",
  "NO_ZERO_IN_DATE",
  "NO_ZERO_DATE",
  "ERROR_FOR_DIVISION_BY_ZERO",
  "NO_ENGINE_SUBSTITUTION",
].join(",");

const pinned: Readonly<Record<string, string>> = {
  sql_mode: literal(sqlMode),
  time_zone: "'+00:00'",
  foreign_key_checks: "1",
  unique_checks: "1",
  autocommit: "1",
  sql_quote_show_create: "1",
  sql_auto_is_null: "0",
  sql_safe_updates: "0",
  sql_select_limit: "DEFAULT",
  div_precision_increment: "4",
  default_week_format: "0",
  lc_time_names: "'en_US'",
  group_concat_max_len: "1048576",
};

/** Pinned where the version has it and the account may: else it is as the server's administrator wants it. */
const wished: Readonly<Record<string, string>> = {
  default_storage_engine: "InnoDB",
  default_tmp_storage_engine: "InnoDB",
  innodb_strict_mode: "1",
  explicit_defaults_for_timestamp: "1",
  sql_generate_invisible_primary_key: "0",
  information_schema_stats_expiry: "0",
  show_create_table_skip_secondary_engine: "0",
  show_gipk_in_create_table_and_information_schema: "0",
  check_constraint_checks: "1",
};

export async function pinSession(connection: Connection, options: ConnectOptions, flavor: Flavor): Promise<Session> {
  await connection.execute("SET NAMES utf8mb4");
  if (options.role !== null) await setRole(connection, options.role);
  const version = await checkServer(connection, flavor);
  const [row] = await connection.query("SELECT connection_id() AS thread, database() AS name");
  if (typeof row?.name !== "string")
    throw new Failure(`the URL ${connection.label} names no database`, {
      hint: `write ${flavor.name}://user@host/database`,
    });
  await set(connection, Object.entries(pinned));
  const timeouts = new Map<string, string>();
  if (options.lockTimeout !== null) {
    // Whole seconds, and 0 would not be "no wait" everywhere.
    const seconds = String(Math.max(1, Math.ceil(options.lockTimeout / 1000)));
    for (const name of ["lock_wait_timeout", "innodb_lock_wait_timeout"]) timeouts.set(name, seconds);
  }
  const { variable, milliseconds } = flavor.statementTimeout;
  if (options.statementTimeout !== null)
    timeouts.set(variable, String(Math.max(1, options.statementTimeout) / milliseconds));
  for (const [name, value] of Object.entries(wished)) await set(connection, [[name, value]]).catch(unlessRefused);
  if (timeouts.size > 0) await set(connection, [...timeouts]);
  if (options.readOnly) await connection.execute("SET SESSION TRANSACTION READ ONLY");
  return { version, thread: Number(row.thread), database: row.name };
}

function set(connection: Connection, values: readonly (readonly [name: string, value: string])[]): Promise<void> {
  return connection.execute(`SET ${values.map(([name, value]) => `SESSION ${name} = ${value}`).join(", ")}`);
}

/** Unknown variable; global only; the account may not. */
const refused = new Set([
  "ER_UNKNOWN_SYSTEM_VARIABLE",
  "ER_INCORRECT_GLOBAL_LOCAL_VAR",
  "ER_GLOBAL_VARIABLE",
  "ER_SPECIFIC_ACCESS_DENIED_ERROR",
]);

function unlessRefused(error: unknown): void {
  if (!(error instanceof EngineError && refused.has(error.code))) throw error;
}

/** The two engines speak one protocol: a URL for one may lead to the other. */
async function checkServer(connection: Connection, flavor: Flavor): Promise<string> {
  const [row] = await connection.query("SELECT version() AS version");
  const text = String(row?.version);
  const isMariadb = /mariadb/i.test(text);
  const version = /^\d+(?:\.\d+)*/.exec(text.replace(/^5\.5\.5-/, ""))?.[0] ?? "";
  if (isMariadb !== flavor.isMariadb)
    throw new Failure(`${connection.label} is a server of ${isMariadb ? "MariaDB" : "MySQL"} (${text})`, {
      hint: `write the URL with ${isMariadb ? "mariadb" : "mysql"}://`,
    });
  if (!atLeast(version, flavor.since))
    throw new Failure(`${connection.label} is ${flavor.title} ${version}, and covet needs ${flavor.since} or later`, {
      hint: "upgrade the server",
    });
  return version;
}

async function setRole(connection: Connection, role: string): Promise<void> {
  try {
    await connection.execute(`SET ROLE ${quote(role)}`);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new Failure(`cannot act as role "${role}" on ${connection.label}: ${error.message}`, {
      hint: "create the role, grant it to the user of the URL, or take `role` out of the target's configuration",
      cause: error,
    });
  }
}
