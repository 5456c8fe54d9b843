/** Enum types: values are added in place; taking one away or moving it means a new type and every column cast to it. */

import { statement } from "../../dialect/statement.js";
import type { NounWriter, Writers } from "../../dialect/writer.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import { additions, createEnum, enumComment } from "./enum-definition.js";
import type { State } from "./lowering.js";
import { replaceType } from "./replace-type.js";
import { replacedTypes } from "./replaced-types.js";
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
  create: ({ after }) => createEnum(after),
  drop: ({ before }) => [statement(`DROP TYPE ${quoteName(before)}`)],
  alter: (operation, state: State) => {
    const { before, after } = operation;
    const added = additions(before.values, after.values);
    if (added === null || replacedTypes(operation, state).length > 0) return replaceType(operation, state);
    return [
      ...added.map((words) =>
        statement(`ALTER TYPE ${quoteName(after)} ADD VALUE ${words}`, { transaction: "commitAfter" }),
      ),
      ...enumComment(after, before.comment),
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
