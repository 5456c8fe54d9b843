/** Typed reading of catalog rows: a field that is not what its query promises is a bug, and says so. */

export class CatalogRow {
  constructor(readonly row: Readonly<Record<string, unknown>>) {}

  text(field: string): string {
    return this.textOrNull(field) ?? this.#wrong(field);
  }

  textOrNull(field: string): string | null {
    const value = this.#value(field);
    return value === null || typeof value === "string" ? value : this.#wrong(field);
  }

  number(field: string): number {
    return this.numberOrNull(field) ?? this.#wrong(field);
  }

  numberOrNull(field: string): number | null {
    const value = this.#value(field);
    return value === null || typeof value === "number" ? value : this.#wrong(field);
  }

  boolean(field: string): boolean {
    const value = this.#value(field);
    return typeof value === "boolean" ? value : this.#wrong(field);
  }

  /** Empty for null. */
  texts(field: string): string[] {
    return this.#list(field).map(String);
  }

  /** Empty for null. */
  numbers(field: string): number[] {
    return this.#list(field).map(Number);
  }

  #list(field: string): unknown[] {
    const value = this.#value(field) ?? [];
    return Array.isArray(value) ? value : this.#wrong(field);
  }

  #value(field: string): unknown {
    return this.row[field] ?? null;
  }

  #wrong(field: string): never {
    throw new Error(`the catalog query gives no usable "${field}"`);
  }
}

/** The rows of several queries, as one statement returns them: a JSON array for each. */
export function catalogRows(json: unknown): CatalogRow[] {
  const rows: unknown = typeof json === "string" ? JSON.parse(json) : [];
  return Array.isArray(rows) ? rows.map((row: Record<string, unknown>) => new CatalogRow(row)) : [];
}
