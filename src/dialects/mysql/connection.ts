/** The `mysql2` driver as a `Connection`: the only file that touches it. */

import { connect as connectSocket } from "node:net";
import type { Connection as Driver, ConnectionOptions as DriverOptions } from "mysql2/promise";
import {
  type Connection,
  type ConnectOptions,
  EngineError,
  type Row,
  type SqlValue,
  type SslOptions,
  sslModes,
} from "../../dialect/connection.js";
import { lexSql } from "../../sql/lexer.js";
import { connectFailure } from "./connect-failure.js";
import { engineError, isLost } from "./errors.js";
import type { Flavor } from "./facts.js";
import { pinSession } from "./session.js";
import { lockName } from "./short-names.js";
import { literal, syntax } from "./syntax.js";

export async function connect(options: ConnectOptions, flavor: Flavor): Promise<Connection> {
  const label = withoutPassword(options.url);
  const open = () => openDriver(options, label, flavor);
  const connection = new MysqlConnection(await open(), label, options, open);
  try {
    await connection.start(flavor);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The URL people see: without a password. */
export function withoutPassword(url: string): string {
  return url
    .replace(/^([a-z]+:\/\/[^/@?#:]*):.*@/i, "$1@")
    .replace(/([?&])password=[^&#]*&?/gi, "$1")
    .replace(/[?&]+$/, "");
}

async function openDriver(options: ConnectOptions, label: string, flavor: Flavor): Promise<Driver> {
  const { createConnection } = await import("mysql2/promise");
  try {
    const url = new URL(options.url);
    const ssl = options.ssl ?? sslOf(url);
    const open = async (encryption: SslOptions | null) => {
      const driver = await createConnection(driverOptions(url, options, encryption));
      driver.on("error", () => {}); // A lost connection shows in the next statement; unheard, it would end the process.
      return driver;
    };
    if (ssl?.mode !== "prefer") return await open(ssl?.mode === "disable" ? null : ssl);
    return await open(ssl).catch((error: { code?: string }) => {
      if (error.code !== "HANDSHAKE_NO_SSL_SUPPORT") throw error;
      return open(null);
    });
  } catch (error) {
    throw connectFailure(error, label, flavor);
  }
}

/** `?sslmode=require`, also in MySQL's words: `?ssl-mode=VERIFY_IDENTITY`. */
function sslOf(url: URL): SslOptions | null {
  const written = url.searchParams.get("sslmode") ?? url.searchParams.get("ssl-mode");
  const words: Readonly<Record<string, string>> = {
    disabled: "disable",
    preferred: "prefer",
    required: "require",
    "verify-identity": "verify-full",
  };
  const word = written?.toLowerCase().replaceAll("_", "-") ?? "";
  const mode = sslModes.find((known) => known === (words[word] ?? word));
  return mode === undefined ? null : { mode, ca: null, cert: null, key: null, servername: null };
}

function driverOptions(url: URL, { password }: ConnectOptions, ssl: SslOptions | null): DriverOptions {
  const host = decodeURIComponent(url.hostname.replace(/^\[(.*)\]$/, "$1")) || "localhost";
  const port = url.port === "" ? 3306 : Number(url.port);
  const socketPath = url.searchParams.get("socket");
  const servername = ssl?.servername ?? null;
  const { ca = null, cert = null, key = null } = ssl ?? {};
  const verifies = ssl?.mode === "verify-ca" || ssl?.mode === "verify-full";
  return {
    // The driver checks a certificate against its `host`.
    host: servername ?? host,
    port,
    ...(servername === null ? {} : { stream: () => connectSocket(port, host) }),
    ...(socketPath === null ? {} : { socketPath }),
    user: decodeURIComponent(url.username),
    password: password ?? decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    charset: "utf8mb4",
    connectTimeout: Number(url.searchParams.get("connect_timeout") ?? 15) * 1000,
    flags: ["-LOCAL_FILES"],
    enableKeepAlive: true,
    dateStrings: true,
    jsonStrings: true,
    typeCast,
    ...(ssl === null
      ? {}
      : {
          ssl: {
            rejectUnauthorized: verifies,
            verifyIdentity: ssl.mode === "verify-full",
            ...(ca === null ? {} : { ca }),
            ...(cert === null ? {} : { cert }),
            ...(key === null ? {} : { key }),
          },
        }),
  };
}

interface Field {
  readonly type: string;
  string(): string | null;
  buffer(): Buffer | null;
}

const bytes = new Set(["GEOMETRY", "VECTOR"]);

/** Numbers become numbers; times, decimals and JSON stay the text the server sends; what is binary becomes bytes. */
function typeCast(field: Field, next: () => unknown): unknown {
  if (field.type === "LONGLONG") {
    const text = field.string();
    if (text === null) return null;
    return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
  }
  const value = bytes.has(field.type) ? field.buffer() : next();
  return Buffer.isBuffer(value) ? Uint8Array.from(value) : value;
}

class MysqlConnection implements Connection {
  version = "";
  readonly label: string;
  readonly #driver: Driver;
  readonly #options: ConnectOptions;
  readonly #another: () => Promise<Driver>;
  #thread = 0;
  #database = "";
  #lost = false;
  /** Settles when no statement is running: the driver is given one at a time, whoever asks. */
  #idle: Promise<unknown> = Promise.resolve();

  constructor(driver: Driver, label: string, options: ConnectOptions, another: () => Promise<Driver>) {
    this.#driver = driver;
    this.label = label;
    this.#options = options;
    this.#another = another;
  }

  async start(flavor: Flavor): Promise<void> {
    const session = await pinSession(this, this.#options, flavor);
    this.version = session.version;
    this.#thread = session.thread;
    this.#database = session.database;
  }

  async query(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return this.#run(parameters.length === 0 ? sql : withValues(sql, parameters));
  }

  async execute(sql: string): Promise<void> {
    await this.#run(sql);
  }

  async begin(): Promise<void> {
    await this.execute("START TRANSACTION");
  }

  async commit(): Promise<void> {
    await this.execute("COMMIT");
  }

  async rollback(): Promise<void> {
    if (!this.#lost) await this.execute("ROLLBACK");
  }

  async tryLock(name: string): Promise<boolean> {
    const [row] = await this.query("SELECT GET_LOCK(?, 0) AS locked", [lockName(name, this.#database)]);
    return row?.locked === 1;
  }

  async unlock(name: string): Promise<void> {
    if (!this.#lost) await this.query("SELECT RELEASE_LOCK(?) AS released", [lockName(name, this.#database)]);
  }

  async cancel(): Promise<void> {
    const other = await this.#another();
    try {
      await other.query(`KILL QUERY ${this.#thread}`);
    } finally {
      await other.end();
    }
  }

  async close(): Promise<void> {
    if (this.#lost) this.#driver.destroy();
    else await this.#driver.end().catch(() => {});
  }

  #run(sql: string): Promise<Row[]> {
    const result = this.#idle.then(() => this.#send(sql));
    this.#idle = result.catch(() => {});
    return result;
  }

  async #send(sql: string): Promise<Row[]> {
    const start = performance.now();
    try {
      const [rows] = await this.#driver.query(sql);
      return Array.isArray(rows) ? rows.map(plainRow) : [];
    } catch (error) {
      if (isLost(error)) this.#lost = true;
      throw engineError(error, sql);
    } finally {
      this.#options.onStatement?.(sql, performance.now() - start);
    }
  }
}

function plainRow(row: unknown): Row {
  return { ...(row as Row) };
}

/** `?` outside quotes and comments becomes the next value. */
function withValues(sql: string, values: readonly SqlValue[]): string {
  let count = 0;
  const next = (): string => {
    const value = values[count++];
    if (value === undefined)
      throw new EngineError("the statement has more parameters than values", {
        code: "ER_WRONG_ARGUMENTS",
        offset: null,
        detail: null,
        hint: null,
        busy: false,
        cause: null,
      });
    return valueText(value);
  };
  return lexSql(sql, syntax)
    .map(({ kind, text }) => (kind === "punctuation" || kind === "parameter" ? text.replace(/\?/g, next) : text))
    .join("");
}

function valueText(value: SqlValue): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return literal(value);
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString("hex")}'`;
  return String(value);
}
