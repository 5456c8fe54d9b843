/** Typed reading of catalog rows: a field that is not what its query promises is a bug, and says so. */

import type { Row } from "../../dialect/connection.js";

export class CatalogRow {
  constructor(readonly row: Row) {}

  text(field: string): string {
    return this.textOrNull(field) ?? this.#wrong(field);
  }

  textOrNull(field: string): string | null {
    const value = this.row[field] ?? null;
    return value === null || typeof value === "string" ? value : this.#wrong(field);
  }

  /** Empty for null, too. */
  filled(field: string): string | null {
    const text = this.textOrNull(field);
    return text === "" ? null : text;
  }

  numberOrNull(field: string): number | null {
    const value = this.row[field] ?? null;
    return value === null || typeof value === "number" ? value : this.#wrong(field);
  }

  flag(field: string): boolean {
    return this.numberOrNull(field) === 1;
  }

  #wrong(field: string): never {
    throw new Error(`the catalog query gives no usable "${field}"`);
  }
}
