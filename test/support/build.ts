/** Model objects with everything absent that is not said: for tests. */

import type { ColumnSchema, ColumnType, SequenceOptions } from "../../src/model/column-schema.js";
import type {
  CheckSchema,
  ForeignKeySchema,
  PrimaryKeySchema,
  UniqueSchema,
} from "../../src/model/constraint-schema.js";
import type { DatabaseSchema } from "../../src/model/database-schema.js";
import type { DomainSchema } from "../../src/model/domain-schema.js";
import type { IndexPart, IndexSchema } from "../../src/model/index-schema.js";
import type { ObjectName } from "../../src/model/name.js";
import type { TableSchema } from "../../src/model/table-schema.js";

export const engineSequence: SequenceOptions = {
  name: null,
  as: null,
  start: null,
  increment: null,
  minvalue: null,
  maxvalue: null,
  cache: null,
  cycle: false,
};

export function named(name: string, schema: string | null = null): ObjectName {
  return { schema, name };
}

export function schemaOf(parts: Partial<DatabaseSchema>): DatabaseSchema {
  return { namespaces: [], enums: [], domains: [], tables: [], ...parts };
}

export function domainOf(name: string, type: string | ColumnType, parts: Partial<DomainSchema> = {}): DomainSchema {
  return {
    schema: null,
    name,
    type: typeof type === "string" ? typeOf(type) : type,
    nullable: true,
    default: null,
    collation: null,
    checks: [],
    comment: null,
    ...parts,
  };
}

export function tableOf(name: string, parts: Partial<TableSchema> = {}): TableSchema {
  return { schema: null, name, columns: [], constraints: [], indexes: [], comment: null, settings: [], ...parts };
}

export function typeOf(name: string, parts: Partial<ColumnType> = {}): ColumnType {
  return { schema: null, name, args: [], unsigned: false, zerofill: false, dimensions: 0, raw: false, ...parts };
}

export function columnOf(name: string, type: string | ColumnType, parts: Partial<ColumnSchema> = {}): ColumnSchema {
  return {
    name,
    type: typeof type === "string" ? typeOf(type) : type,
    nullable: false,
    default: null,
    generated: null,
    identity: null,
    collation: null,
    comment: null,
    settings: [],
    ...parts,
  };
}

const bare = { name: null, comment: null, settings: [] };

export function primaryKeyOf(columns: readonly string[], parts: Partial<PrimaryKeySchema> = {}): PrimaryKeySchema {
  return { kind: "primaryKey", ...bare, columns, include: [], deferrable: "no", ...parts };
}

export function uniqueOf(columns: readonly string[], parts: Partial<UniqueSchema> = {}): UniqueSchema {
  return { kind: "unique", ...bare, columns, include: [], nullsNotDistinct: false, deferrable: "no", ...parts };
}

export function checkOf(sql: string, parts: Partial<CheckSchema> = {}): CheckSchema {
  return { kind: "check", ...bare, expression: { sql }, noInherit: false, validated: true, enforced: true, ...parts };
}

export function foreignKeyOf(
  columns: readonly string[],
  table: ObjectName,
  references: readonly string[],
  parts: Partial<ForeignKeySchema> = {},
): ForeignKeySchema {
  return {
    kind: "foreignKey",
    ...bare,
    columns,
    table,
    references,
    match: "simple",
    onUpdate: "noAction",
    onDelete: "noAction",
    onDeleteColumns: [],
    deferrable: "no",
    validated: true,
    enforced: true,
    ...parts,
  };
}

export function partOf(column: string | { sql: string }, parts: Partial<IndexPart> = {}): IndexPart {
  return {
    column: typeof column === "string" ? column : null,
    expression: typeof column === "string" ? null : column,
    prefix: null,
    collation: null,
    operatorClass: null,
    descending: false,
    nulls: null,
    ...parts,
  };
}

export function indexOf(
  name: string | null,
  parts: readonly (string | IndexPart)[],
  rest: Partial<IndexSchema> = {},
): IndexSchema {
  return {
    name,
    unique: false,
    method: null,
    parts: parts.map((part) => (typeof part === "string" ? partOf(part) : part)),
    include: [],
    nullsNotDistinct: false,
    where: null,
    comment: null,
    settings: [],
    ...rest,
  };
}
