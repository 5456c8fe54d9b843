/** Typed reading of catalog rows: a field that is not what its query promises is a bug, and says so. */

import type { Row } from "../../dialect/connection.js";

export class CatalogRow {
  constructor(readonly row: Row) {}

  text(field: string): string {
    return this.textOrNull(field) ?? this.#wrong(field);
  }

  textOrNull(field: string): string | null {
    const value = this.row[field];
    return value === null ? null : typeof value === "string" ? value : this.#wrong(field);
  }

  number(field: string): number {
    const value = this.row[field];
    return typeof value === "number" ? value : this.#wrong(field);
  }

  boolean(field: string): boolean {
    const value = this.row[field];
    return typeof value === "boolean" ? value : this.#wrong(field);
  }

  /** A JSON array of strings; empty for null. */
  texts(field: string): string[] {
    return this.#list(field).map(String);
  }

  /** A JSON array of numbers; empty for null. */
  numbers(field: string): number[] {
    return this.#list(field).map(Number);
  }

  #list(field: string): unknown[] {
    const json = this.textOrNull(field);
    const value: unknown = json === null ? [] : JSON.parse(json);
    return Array.isArray(value) ? value : this.#wrong(field);
  }

  #wrong(field: string): never {
    throw new Error(`the catalog query gives no usable "${field}"`);
  }
}
