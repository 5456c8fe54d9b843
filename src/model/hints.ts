/**
 * What schema files say beside the schema itself: where each object is written, what it was called, how to build and
 * fill it.
 * Keys name an object of a bound schema; an unnamed constraint or index is known by its place in its table's list.
 */

import { formatName, formatWord, type ObjectName } from "./name.js";

/** A place in a schema file, for people: `schemas/users.covet:12`. Line from 1. */
export interface Origin {
  readonly path: string;
  readonly line: number;
}

export interface RenameHint {
  readonly noun:
    | "namespace"
    | "enum"
    | "domain"
    | "table"
    | "column"
    | "index"
    | "constraint"
    | "enumValue"
    | "domainCheck";
  /** The object in its new shape: its table, or for an enum value the enum, for a domain's check the domain; null for a namespace. */
  readonly on: ObjectName | null;
  /** Earlier names, as `@was(…)` lists them. */
  readonly from: readonly string[];
  readonly to: string;
  readonly origin: Origin;
}

export interface Hints {
  readonly renames: readonly RenameHint[];
  /** `memberKey`s of indexes marked `@concurrent`. */
  readonly concurrent: ReadonlySet<string>;
  /** `using (…)` by `columnKey`: SQL for the column's value, made from the row as it was. */
  readonly using: ReadonlyMap<string, string>;
  readonly origins: ReadonlyMap<string, Origin>;
}

export const noHints: Hints = { renames: [], concurrent: new Set(), using: new Map(), origins: new Map() };

export function objectKey(noun: "namespace" | "enum" | "domain" | "table", name: ObjectName): string {
  return `${noun} ${formatName(name)}`;
}

export function columnKey(table: ObjectName, column: string): string {
  return `column ${formatName(table)}.${formatWord(column)}`;
}

/** `ordinal`: place in the table's list of constraints or indexes, from 0. */
export function memberKey(noun: "constraint" | "index", table: ObjectName, ordinal: number): string {
  return `${noun} ${formatName(table)}#${ordinal}`;
}
