/** Whether the object of a step is there: for steps that make or drop something, that is the whole answer. */

import type { Introspection, UnmanagedObject } from "../dialect/dialect.js";
import { formatName, formatWord } from "../model/name.js";

const nouns = ["SCHEMA", "ENUM", "TABLE", "COLUMN", "INDEX", "PRIMARY_KEY", "UNIQUE", "CHECK", "FOREIGN_KEY"];

/** Whether the catalog can be asked for the object of such a step. */
export function canBeLookedUp(kind: string, object: string): boolean {
  const noun = /^(?:CREATE|ADD|DROP)_(.+)$/.exec(kind)?.[1] ?? "";
  // What has no name, `posts.<check>`, cannot be looked up.
  return nouns.includes(noun) && !object.endsWith(">");
}

/** null where the kind of step does not say what to look for. */
export function existence(kind: string, object: string, { schema, unmanaged }: Introspection): boolean | null {
  if (!canBeLookedUp(kind, object)) return null;
  const parts = (list: "columns" | "indexes" | "constraints") =>
    schema.tables.flatMap((table) =>
      table[list].flatMap(({ name }) => (name === null ? [] : [`${formatName(table)}.${formatWord(name)}`])),
    );
  switch (/^[A-Z]+_(.+)$/.exec(kind)?.[1]) {
    case "SCHEMA":
      return schema.namespaces.some(({ name }) => formatWord(name) === object);
    case "ENUM":
      return schema.enums.some((item) => formatName(item) === object);
    case "TABLE":
      return schema.tables.some((table) => formatName(table) === object);
    case "COLUMN":
      return parts("columns").includes(object);
    case "INDEX":
      // What a stopped build left behind is no index yet, but still has to be dropped.
      return parts("indexes").includes(object) || (kind === "DROP_INDEX" && leftBehind(object, unmanaged));
    default:
      return parts("constraints").includes(object);
  }
}

/** An index that a stopped build left without use. */
export function leftBehind(object: string, unmanaged: readonly UnmanagedObject[]): boolean {
  return unmanaged.some(({ on, name }) => on !== null && `${formatName(on)}.${formatWord(name)}` === object);
}
