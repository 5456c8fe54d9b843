/** Operator classes that an author writes out although they are the default ones, which the live side has as none. */

import type { Connection } from "../../dialect/connection.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import type { IndexPart, IndexSchema } from "../../model/index-schema.js";
import { sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { candidates } from "./rivals.js";
import { bareType, typeText } from "./types.js";

const defaultsQuery = `
SELECT am.amname AS method, format_type(oc.opcintype, NULL) AS type,
  CASE WHEN pg_opclass_is_visible(oc.oid) THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(oc.opcname) AS name
FROM pg_opclass oc JOIN pg_am am ON am.oid = oc.opcmethod JOIN pg_namespace n ON n.oid = oc.opcnamespace
WHERE oc.opcdefault`;

/** Asks the server only where a class is written that no live index it could be about has. */
export async function withoutDefaultClasses(
  before: DatabaseSchema,
  after: DatabaseSchema,
  connection: Connection,
): Promise<DatabaseSchema> {
  const inQuestion = new Set(
    after.tables.flatMap((table) => {
      if (table.indexes.every(({ parts }) => parts.every(({ operatorClass }) => operatorClass === null))) return [];
      const live = before.tables.find((other) => sameName(other, table))?.indexes ?? [];
      return table.indexes.filter((index) => isOpen(index, candidates(index, live, table.indexes)));
    }),
  );
  if (inQuestion.size === 0) return after;
  const defaults = new Defaults(await connection.query(defaultsQuery));
  return {
    ...after,
    tables: after.tables.map((table) => ({
      ...table,
      indexes: table.indexes.map((index) => (inQuestion.has(index) ? withoutDefaults(index, table, defaults) : index)),
    })),
  };
}

function isOpen(index: IndexSchema, rivals: readonly IndexSchema[]): boolean {
  const has = (rival: IndexSchema, part: IndexPart, at: number) =>
    part.operatorClass === null || rival.parts[at]?.operatorClass === part.operatorClass;
  return rivals.length > 0 && !rivals.some((rival) => index.parts.every((part, at) => has(rival, part, at)));
}

function withoutDefaults(index: IndexSchema, table: TableSchema, defaults: Defaults): IndexSchema {
  const parts = index.parts.map((part): IndexPart => {
    const type = table.columns.find(({ name }) => name === part.column)?.type;
    const isDefault =
      part.operatorClass !== null &&
      defaults.has(index.method ?? "btree", type === undefined ? null : typeText(bareType(type)), part.operatorClass);
    return isDefault ? { ...part, operatorClass: null } : part;
  });
  return { ...index, parts };
}

/** The default classes of a server. */
class Defaults {
  readonly #types = new Map<string, string>();
  readonly #classes = new Set<string>();

  constructor(rows: Awaited<ReturnType<Connection["query"]>>) {
    for (const { method, type, name } of rows) {
      this.#types.set(`${method} ${type}`, String(name));
      this.#classes.add(`${method} ${name}`);
    }
  }

  /** A type without a class of its own takes the one of a type it is stored like, as varchar does that of text. */
  has(method: string, type: string | null, name: string): boolean {
    const own = this.#types.get(`${method} ${type}`);
    return own === undefined ? this.#classes.has(`${method} ${name}`) : own === name;
  }
}
