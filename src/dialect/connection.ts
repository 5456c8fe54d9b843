/** What covet needs of a database connection; each driver is wrapped once, in `dialects/x/connection.ts`. */

export type SqlValue = string | number | bigint | boolean | null | Uint8Array;
export type Row = Readonly<Record<string, SqlValue>>;

export type RowsDone = (done: number, total: number) => void;

export interface Connection {
  /** Version of the server as it says it: `15.18`, `3.53.2`. */
  readonly version: string;
  /** What people see: the URL without its password. */
  readonly label: string;
  /** Rows of one statement. `?` outside quotes and comments stands for the next parameter. */
  query(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  /**
   * Runs one statement as it is written; nothing in it is a parameter. `onRows` hears how far a long copy of rows has
   * come, where the engine can tell. Throws EngineError.
   */
  execute(sql: string, onRows?: RowsDone): Promise<void>;
  /** Begins a transaction fit for DDL (SQLite: foreign_keys off first, then BEGIN IMMEDIATE). */
  begin(): Promise<void>;
  /** Commits, after the checks the engine cannot do itself (SQLite: foreign_key_check). Throws EngineError. */
  commit(): Promise<void>;
  /** Rolls back; does nothing outside a transaction. */
  rollback(): Promise<void>;
  /**
   * Takes the lock that keeps two covet runs apart, for as long as the connection lives or until `unlock`.
   * Does not wait: false when someone else has it.
   */
  tryLock(name: string): Promise<boolean>;
  unlock(name: string): Promise<void>;
  /** Stops the statement that is running, from another task. */
  cancel(): Promise<void>;
  close(): Promise<void>;
}

/** An error the engine reported. */
export class EngineError extends Error {
  /** SQLSTATE or the driver's code, as the engine spells it. */
  readonly code: string;
  /** Offset in the statement where the engine saw the error, or null. */
  readonly offset: number | null;
  readonly detail: string | null;
  readonly hint: string | null;
  /** Someone else holds a lock, or a lock timeout struck: trying again may help. */
  readonly busy: boolean;

  constructor(
    message: string,
    options: {
      code: string;
      offset: number | null;
      detail: string | null;
      hint: string | null;
      busy: boolean;
      cause: unknown;
    },
  ) {
    super(message, { cause: options.cause });
    this.name = "EngineError";
    this.code = options.code;
    this.offset = options.offset;
    this.detail = options.detail;
    this.hint = options.hint;
    this.busy = options.busy;
  }
}

/** How far a connection is encrypted and its server checked, in libpq's words, which every engine understands. */
export const sslModes = ["disable", "prefer", "require", "verify-ca", "verify-full"] as const;

export interface SslOptions {
  readonly mode: (typeof sslModes)[number];
  /** PEM text of the authorities to trust; null: those the system trusts. */
  readonly ca: string | null;
  /** PEM texts of the client's own certificate and key. */
  readonly cert: string | null;
  readonly key: string | null;
  /** The name the server's certificate must hold; null: the host of the URL. */
  readonly servername: string | null;
}

/** What a target's configuration says about connecting. */
export interface ConnectOptions {
  readonly url: string;
  /** Instead of what the URL says of it. */
  readonly ssl?: SslOptions | null;
  /** Instead of the URL's; never shown. */
  readonly password?: string | null;
  /** Where covet keeps its history. A user of the same name does not make it the default schema. */
  readonly historySchema?: string | null;
  /** Milliseconds a statement may wait for a lock; null is the engine's default. */
  readonly lockTimeout: number | null;
  /** Milliseconds a statement may run; null is no limit. */
  readonly statementTimeout: number | null;
  readonly role: string | null;
  /** Open for reading only: `plan --dry-run`, `status`, `check`. A missing SQLite file is then an empty database. */
  readonly readOnly: boolean;
  /** Called with each statement and its time in milliseconds (`--verbose`); null for none. */
  readonly onStatement: ((sql: string, milliseconds: number) => void) | null;
}
