/** The line of a schema file that asks for an operation. */

import type { DatabaseSchema } from "../model/database-schema.js";
import { equal } from "../model/equal.js";
import { columnKey, type Hints, memberKey, type Origin, objectKey } from "../model/hints.js";
import { sameName } from "../model/name.js";
import type { Operation } from "../operation/operation.js";

/** null for a drop: what is gone from the files has no line there. */
export function originOf(operation: Operation, wanted: DatabaseSchema, hints: Hints): Origin | null {
  if (operation.verb === "drop") return null;
  const key = keyOf(operation, wanted);
  return (key === null ? undefined : hints.origins.get(key)) ?? renameOrigin(operation, hints);
}

function keyOf(operation: Exclude<Operation, { verb: "drop" }>, wanted: DatabaseSchema): string | null {
  const name = operation.verb === "rename" ? operation.to : operation.after.name;
  switch (operation.noun) {
    case "namespace":
      return objectKey("namespace", { schema: null, name: name ?? "" });
    case "enum":
    case "domain":
    case "table":
      return objectKey(operation.noun, { schema: operation.on.schema, name: name ?? "" });
    case "column":
      return columnKey(operation.on, name ?? "");
    case "domainCheck":
      return objectKey("domain", operation.on);
    case "enumValue":
      return operation.on.column === null
        ? objectKey("enum", operation.on)
        : columnKey(operation.on, operation.on.column);
    case "index":
    case "constraint": {
      const table = wanted.tables.find((candidate) => sameName(candidate, operation.on));
      const members = (operation.noun === "index" ? table?.indexes : table?.constraints) ?? [];
      const ordinal = members.findIndex((member) =>
        operation.verb !== "rename" && name === null ? equal(member, operation.after) : member.name === name,
      );
      return memberKey(operation.noun, operation.on, ordinal);
    }
  }
}

function renameOrigin(operation: Operation, hints: Hints): Origin | null {
  if (operation.verb !== "rename") return null;
  return hints.renames.find(({ noun, to }) => noun === operation.noun && to === operation.to)?.origin ?? null;
}
