/** Enum types: values are added in place; taking one away or moving it means a new type and every column cast to it. */

import { type Statement, statement } from "../../dialect/statement.js";
import type { NounWriter, Writers } from "../../dialect/writer.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import type { Alter } from "../../operation/operation.js";
import { commentChange } from "./comments.js";
import type { State } from "./lowering.js";
import { replaceEnum } from "./replace-enum.js";
import type { CatalogRow } from "./rows.js";
import { withOwned } from "./scope.js";
import { literal, quote, quoteName } from "./syntax.js";

export const enumsQuery = `${withOwned}
SELECT o.schema, t.typname AS name, d.description AS comment,
  json_agg(e.enumlabel ORDER BY e.enumsortorder) FILTER (WHERE e.enumlabel IS NOT NULL) AS labels
FROM pg_type t
JOIN owned o ON o.oid = t.typnamespace
LEFT JOIN pg_enum e ON e.enumtypid = t.oid
LEFT JOIN pg_description d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
WHERE t.typtype = 'e'
  AND NOT EXISTS (SELECT FROM extension_objects x WHERE x.classid = 'pg_type'::regclass AND x.objid = t.oid)
GROUP BY o.nspname, o.schema, t.oid, t.typname, d.description
ORDER BY o.nspname, t.typname`;

export function readEnum(row: CatalogRow): EnumSchema {
  return {
    schema: row.textOrNull("schema"),
    name: row.text("name"),
    values: row.texts("labels"),
    comment: row.textOrNull("comment"),
  };
}

export const enums: NounWriter<"enum"> = {
  create: ({ after }) => [
    statement(`CREATE TYPE ${quoteName(after)} AS ENUM (${after.values.map(literal).join(", ")})`),
    ...comment(after, null),
  ],
  drop: ({ before }) => [statement(`DROP TYPE ${quoteName(before)}`)],
  alter: ({ before, after }, state: State) => {
    const added = additions(before.values, after.values);
    if (added === null || state.replacesEnum) return [...replaceEnum(before, after, state), ...comment(after, null)];
    return [
      ...added.map((words) =>
        statement(`ALTER TYPE ${quoteName(after)} ADD VALUE ${words}`, { transaction: "commitAfter" }),
      ),
      ...comment(after, before.comment),
    ];
  },
  rename: ({ on, from, to }) => [
    statement(`ALTER TYPE ${quoteName({ schema: on.schema, name: from })} RENAME TO ${quote(to)}`),
  ],
};

export const enumValues: Writers["enumValue"] = {
  rename: ({ on, from, to }) => [
    statement(`ALTER TYPE ${quoteName(on)} RENAME VALUE ${literal(from)} TO ${literal(to)}`),
  ],
};

function comment(after: EnumSchema, before: string | null): Statement[] {
  return commentChange(`TYPE ${quoteName(after)}`, before, after.comment);
}

/** Whether columns of the type must be cast to a new one. */
export function replacesType({ before, after }: Alter<"enum">, state: State): boolean {
  return state.replacesEnum || additions(before.values, after.values) === null;
}

/** The values to add, each with its place; null when a value has gone or moved. */
function additions(before: readonly string[], after: readonly string[]): string[] | null {
  const kept = after.filter((value) => before.includes(value));
  if (kept.length !== before.length || kept.some((value, place) => value !== before[place])) return null;
  return after.flatMap((value, place) => {
    if (before.includes(value)) return [];
    const previous = after[place - 1];
    const next = before[0];
    if (previous !== undefined) {
      const atEnd = kept.every((other) => after.indexOf(other) < place);
      return [atEnd ? literal(value) : `${literal(value)} AFTER ${literal(previous)}`];
    }
    return [next === undefined ? literal(value) : `${literal(value)} BEFORE ${literal(next)}`];
  });
}
