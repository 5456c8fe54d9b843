/** Pins what changes the meaning or the text of SQL in a session, so that every run reads and prints alike. */

import { Failure } from "../../diagnostic/failure.js";
import { type Connection, type ConnectOptions, EngineError } from "../../dialect/connection.js";

export interface Session {
  /** `15.18` */
  readonly version: string;
  /** Process id of the server's side, for cancelling. */
  readonly process: number;
}

const pinned = {
  client_encoding: "UTF8",
  standard_conforming_strings: "on",
  DateStyle: "ISO, MDY",
  IntervalStyle: "postgres",
  TimeZone: "UTC",
  extra_float_digits: "1",
  quote_all_identifiers: "off",
  bytea_output: "hex",
  xmlbinary: "base64",
  client_min_messages: "warning",
};

/** A few round trips; in `ConnectOptions` order: role first, because the search path may name it. */
export async function pinSession(connection: Connection, options: ConnectOptions): Promise<Session> {
  if (options.role !== null) await setRole(connection, options.role);
  const settings = new Map<string, string>(Object.entries(pinned));
  if (options.lockTimeout !== null) settings.set("lock_timeout", String(options.lockTimeout));
  if (options.statementTimeout !== null) settings.set("statement_timeout", String(options.statementTimeout));
  if (options.readOnly) settings.set("default_transaction_read_only", "on");
  const [row] = await connection.query(
    `SELECT current_setting('server_version') AS version, pg_backend_pid() AS process,
       ${[...settings].map(([name, value]) => `set_config('${name}', '${value}', false)`).join(", ")},
       set_config('search_path', quote_ident(coalesce(
         CASE WHEN current_schema() = ? AND current_user = ? THEN (current_schemas(false))[2]
              ELSE current_schema() END, 'public')), false)`,
    // Making a schema called as the user is puts it in front of everything: `"$user", public`.
    [options.historySchema ?? "", options.historySchema ?? ""],
  );
  const version = /^\d+(?:\.\d+)?/.exec(String(row?.version))?.[0] ?? "";
  // A killed client stops its statement within seconds. Platforms without it refuse the setting: nothing is lost.
  if (Number.parseInt(version, 10) >= 14)
    await connection.execute("SET client_connection_check_interval = '5s'").catch(() => {});
  return { version, process: Number(row?.process) };
}

async function setRole(connection: Connection, role: string): Promise<void> {
  try {
    await connection.query("SELECT set_config('role', ?, false)", [role]);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new Failure(`cannot act as role "${role}" on ${connection.label}: ${error.message}`, {
      hint: "create the role, grant it to the user of the URL, or take `role` out of the target's configuration",
      cause: error,
    });
  }
}
