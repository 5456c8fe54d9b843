/** A migration written in TypeScript or JavaScript: what its file exports, and what its halves are given to work with. */

import type { Row, SqlValue } from "../dialect/connection.js";

/** The default export of a `.ts` or `.js` migration. */
export interface MigrationCode {
  /** Names of migrations that must be applied before. */
  readonly depends?: readonly string[];
  /**
   * `all`, also when left out: a half runs in one transaction. `none`: each statement commits by itself, and a half that
   * stopped runs again from its beginning.
   */
  readonly transaction?: "all" | "none";
  /** The one dialect it is written for; any, when left out. */
  readonly dialect?: string;
  /** The project it belongs to; whichever reads it, when left out. */
  readonly app?: string;
  /** Awaited; what it gives back does not matter. */
  forward(db: MigrationDatabase): unknown;
  /** Left out: the migration cannot be rolled back. */
  backward?(db: MigrationDatabase): unknown;
  /** Instead of `backward`: why there is no way back. */
  readonly irreversible?: string;
}

/** The database that is being migrated. All that runs here belongs to the migration. */
export interface MigrationDatabase {
  /** Which engine's SQL it understands. */
  readonly dialect: string;
  /** Version of the server, or of the library. */
  readonly version: string;
  /** Rows of one statement. `?` outside quotes and comments stands for the next parameter. */
  query<R = Row>(sql: string, parameters?: readonly SqlValue[]): Promise<R[]>;
  /** One statement; without parameters also several, with `;` between them. */
  execute(sql: string, parameters?: readonly SqlValue[]): Promise<void>;
  /** What `work` does happens whole or not at all. Within `transaction: "all"` it is part of the one there is. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Tells people how far it is. */
  progress(message: string): void;
  /** Ctrl-C. Every statement after it is refused, so only work that runs none needs to look. */
  readonly signal: AbortSignal;
}

/** Gives a migration its types and changes nothing. */
export function defineMigration(migration: MigrationCode): MigrationCode {
  return migration;
}
