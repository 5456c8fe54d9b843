/** An operation in words: what it is called, what it works on, which objects it touches. */

import type { ConstraintSchema } from "../model/constraint-schema.js";
import { formatName, formatWord } from "../model/name.js";
import type { Inner, Noun, Operation } from "./operation.js";

const wordOfNoun: { readonly [N in Noun]: string } = {
  namespace: "SCHEMA",
  enum: "ENUM",
  domain: "DOMAIN",
  table: "TABLE",
  column: "COLUMN",
  index: "INDEX",
  constraint: "CONSTRAINT",
};

const wordOfInner: { readonly [N in Noun | Inner]: string } = {
  ...wordOfNoun,
  enumValue: "ENUM_VALUE",
  domainCheck: "DOMAIN_CHECK",
};

const wordOfConstraint: { readonly [K in ConstraintSchema["kind"]]: string } = {
  primaryKey: "PRIMARY_KEY",
  unique: "UNIQUE",
  check: "CHECK",
  foreignKey: "FOREIGN_KEY",
};

/** `CREATE_TABLE`, `ADD_COLUMN`, `DROP_FOREIGN_KEY`, `RENAME_ENUM_VALUE`. */
export function kindOf(operation: Operation): string {
  if (operation.verb === "rename") return `RENAME_${wordOfInner[operation.noun]}`;
  const { verb, noun } = operation;
  const isPart = noun === "column" || noun === "index" || noun === "constraint";
  return `${verb === "create" && isPart ? "ADD" : verb.toUpperCase()}_${wordFor(operation)}`;
}

/** `users`, `users.nickname`, `billing.bookings.bookings_pkey`; a rename by its earlier name. */
export function objectOf(operation: Operation): string {
  const { noun, on } = operation;
  switch (noun) {
    case "namespace":
      return formatWord(nameOf(operation) ?? "");
    case "table":
    case "enum":
    case "domain":
      return formatName({ schema: on.schema, name: nameOf(operation) ?? "" });
    case "enumValue": {
      const owner = on.column === null ? formatName(on) : `${formatName(on)}.${formatWord(on.column)}`;
      return `${owner}.${formatWord(operation.from)}`;
    }
    case "column":
    case "index":
    case "constraint":
    case "domainCheck": {
      const name = nameOf(operation);
      return `${formatName(on)}.${name === null ? unnamed(operation) : formatWord(name)}`;
    }
  }
}

/** Keys of `plan/fingerprint.ts` whose objects are not the same afterwards. */
export function touchedBy(operation: Operation): string[] {
  const { noun, on } = operation;
  switch (noun) {
    case "namespace":
      return namesOf(operation).map((name) => `schema ${formatWord(name)}`);
    case "table":
    case "enum":
    case "domain":
      return namesOf(operation).map((name) => formatName({ schema: on.schema, name }));
    case "column":
    case "index":
    case "constraint":
    case "enumValue":
    case "domainCheck":
      return [formatName(on)];
  }
}

function wordFor(operation: Exclude<Operation, { verb: "rename" }>): string {
  if (operation.noun !== "constraint") return wordOfNoun[operation.noun];
  return wordOfConstraint[operation.verb === "create" ? operation.after.kind : operation.before.kind];
}

function nameOf(operation: Operation): string | null {
  if (operation.verb === "rename") return operation.from;
  return operation.verb === "create" ? operation.after.name : operation.before.name;
}

function namesOf(operation: Operation): string[] {
  if (operation.verb === "rename") return [operation.from, operation.to];
  return [nameOf(operation) ?? ""];
}

/** What has no name is known by its kind and what it is on: `<unique email>`, `<check>`. */
function unnamed(operation: Operation): string {
  if (operation.verb === "rename") return operation.from;
  const item = operation.verb === "create" ? operation.after : operation.before;
  if (!("kind" in item)) return "<index>";
  const kind = wordOfConstraint[item.kind].toLowerCase().replace("_", " ");
  const columns = item.kind === "check" ? [] : item.columns;
  return `<${[kind, ...columns.map(formatWord)].join(" ")}>`;
}
