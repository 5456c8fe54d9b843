/** The `pg` driver as a `Connection`: the only file that touches it. */

import type { PeerCertificate } from "node:tls";
import type { Client, QueryResult } from "pg";
import { Failure } from "../../diagnostic/failure.js";
import {
  type Connection,
  type ConnectOptions,
  EngineError,
  type Row,
  type SqlValue,
} from "../../dialect/connection.js";
import { lexSql } from "../../sql/lexer.js";
import { type ClientConfig, clientConfig } from "./client-config.js";
import { connectFailure } from "./connect-failure.js";
import { pinSession } from "./session.js";
import { syntax } from "./syntax.js";

export async function connect(options: ConnectOptions): Promise<Connection> {
  const label = withoutPassword(options.url);
  const connection = new PostgresConnection(await openClient(options, label), label, options);
  try {
    await connection.start();
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The URL people see: without a password, in its own place or among the parameters. */
export function withoutPassword(url: string): string {
  return url
    .replace(/^([a-z]+:\/\/[^/@?#:]*):.*@/i, "$1@")
    .replace(/([?&])(?:password|sslpassword)=[^&#]*&?/gi, "$1")
    .replace(/[?&]+$/, "");
}

async function openClient(options: ConnectOptions, label: string): Promise<Client> {
  const { checkServerIdentity, createSecureContext } = await import("node:tls");
  const { readFile } = await import("node:fs/promises");
  const { homedir } = await import("node:os");
  const read = (path: string) => readFile(path, "utf8");
  let config: ClientConfig<PeerCertificate>;
  try {
    config = await clientConfig(options, { env: process.env, home: homedir(), read, checkServerIdentity });
    // Files that do not go together would only show once the driver has left the server waiting.
    if (config.ssl !== false) createSecureContext(config.ssl);
  } catch (error) {
    throw error instanceof Failure ? error : connectFailure(error, label, null);
  }
  if (config.mode !== "prefer") return tryClient(config, label);
  return tryClient(config, label).catch((error: unknown) => {
    if (!(error instanceof Error && /SSL/.test(error.message))) throw error;
    return tryClient({ ...config, ssl: false }, label);
  });
}

async function tryClient({ parameters, mode, ssl }: ClientConfig<PeerCertificate>, label: string): Promise<Client> {
  const { default: pg } = await import("pg");
  const { BOOL, BYTEA, FLOAT4, FLOAT8, INT2, INT4, INT8, OID } = pg.types.builtins;
  const parsers = new Map<number, (text: string) => SqlValue>([
    [BOOL, (text) => text === "t"],
    [BYTEA, (text) => Uint8Array.from(Buffer.from(text.slice(2), "hex"))],
    ...[INT2, INT4, OID, FLOAT4, FLOAT8].map((oid) => [oid, Number] as const),
    [INT8, (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text))],
  ]);
  const { dbname, port, ...rest } = Object.fromEntries(parameters);
  const client = new pg.Client({
    ...rest,
    ...(dbname === undefined ? {} : { database: dbname }),
    ...(port === undefined ? {} : { port: Number(port) }),
    ssl,
    fallback_application_name: "covet",
    connectionTimeoutMillis: Number(parameters.get("connect_timeout") ?? 15) * 1000,
    keepAlive: true,
    types: { getTypeParser: (oid: number) => parsers.get(oid) ?? String },
  });
  client.on("error", () => {}); // A lost connection shows in the next statement; unheard, it would end the process.
  try {
    await client.connect();
    return client;
  } catch (error) {
    // A driver that gives up by itself (no password to give) leaves the server waiting for a minute.
    client.end().catch(() => {});
    throw connectFailure(error, label, mode);
  }
}

class PostgresConnection implements Connection {
  version = "";
  readonly label: string;
  readonly #client: Client;
  readonly #options: ConnectOptions;
  #process = 0;
  #lost = false;
  /** Settles when no statement is running: the driver is given one at a time, whoever asks. */
  #idle: Promise<unknown> = Promise.resolve();

  constructor(client: Client, label: string, options: ConnectOptions) {
    this.#client = client;
    this.label = label;
    this.#options = options;
    client.on("end", () => {
      this.#lost = true;
    });
  }

  async start(): Promise<void> {
    const session = await pinSession(this, this.#options);
    this.version = session.version;
    this.#process = session.process;
  }

  async query(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    const result = await this.#run(parameters.length === 0 ? sql : numbered(sql), parameters);
    return result.rows;
  }

  async execute(sql: string): Promise<void> {
    await this.#run(sql, []);
  }

  async begin(): Promise<void> {
    await this.execute("BEGIN");
  }

  async commit(): Promise<void> {
    const result = await this.#run("COMMIT", []);
    // The server answers COMMIT of a failed transaction with a rollback and no error.
    if (result.command === "ROLLBACK")
      throw new EngineError("the transaction had failed and was rolled back instead of committed", {
        code: "25P02",
        offset: null,
        detail: null,
        hint: null,
        busy: false,
        cause: null,
      });
  }

  async rollback(): Promise<void> {
    if (!this.#lost) await this.execute("ROLLBACK");
  }

  async tryLock(name: string): Promise<boolean> {
    const [row] = await this.query("SELECT pg_try_advisory_lock(hashtextextended(?, 0)) AS locked", [name]);
    return row?.locked === true;
  }

  async unlock(name: string): Promise<void> {
    if (!this.#lost) await this.query("SELECT pg_advisory_unlock(hashtextextended(?, 0))", [name]);
  }

  async cancel(): Promise<void> {
    const other = await openClient(this.#options, this.label);
    try {
      await other.query("SELECT pg_cancel_backend($1)", [this.#process]);
    } finally {
      await other.end();
    }
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => {});
  }

  #run(sql: string, parameters: readonly SqlValue[]): Promise<QueryResult<Row>> {
    const result = this.#idle.then(() => this.#send(sql, parameters));
    this.#idle = result.catch(() => {});
    return result;
  }

  async #send(sql: string, parameters: readonly SqlValue[]): Promise<QueryResult<Row>> {
    const start = performance.now();
    try {
      const result: QueryResult<Row> | QueryResult<Row>[] = await this.#client.query<Row>(sql, [...parameters]);
      // Text with several statements gives several results; what counts is the last.
      return Array.isArray(result) ? result[result.length - 1] : result;
    } catch (error) {
      const known = engineError(error, sql);
      // A failed statement may tell of the loss before the socket does.
      if (lostCodes.has(known.code)) this.#lost = true;
      throw known;
    } finally {
      this.#options.onStatement?.(sql, performance.now() - start);
    }
  }
}

/** `?` becomes `$1`, `$2` …, outside quotes and comments. */
function numbered(sql: string): string {
  let count = 0;
  const number = (text: string) => text.replace(/\?/g, () => `$${++count}`);
  return lexSql(sql, syntax)
    .map(({ kind, text }) => (kind === "punctuation" || kind === "parameter" ? number(text) : text))
    .join("");
}

/** Lock not available, deadlock, serialization failure: the same statement may work in a while. */
const busyCodes = new Set(["55P03", "40P01", "40001"]);

/** Connection failure, and an administrator ended the session. */
const lostCodes = new Set(["08006", "57P01"]);

function engineError(error: unknown, sql: string): EngineError {
  const { message, code, position, detail, hint } = error as Partial<Record<string, string>>;
  return new EngineError(message || "the connection to the server was lost", {
    // 08006: connection failure. The driver's own errors have no SQLSTATE.
    code: code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? code : "08006",
    offset: position === undefined ? null : utf16Offset(sql, Number(position) - 1),
    detail: detail ?? null,
    hint: hint ?? null,
    busy: busyCodes.has(code ?? ""),
    cause: error,
  });
}

/** The server counts characters, JavaScript counts UTF-16 units. */
function utf16Offset(text: string, characters: number): number {
  return [...text].slice(0, characters).join("").length;
}
