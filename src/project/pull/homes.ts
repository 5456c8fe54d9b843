/** Which file something new goes to: one per namespace or one per table, and beside its kin where there are files already. */

import type { Binding } from "../../language/binding.js";
import { formatName, type ObjectName } from "../../model/name.js";

export type Layout = "schema" | "table";

/** Where new files go, as shown; `file`: the one file there is, whatever the layout. */
export interface Place {
  readonly folder: string;
  readonly file: string | null;
}

export class Homes {
  readonly #binding: Binding;
  readonly #place: Place;
  readonly #layout: Layout;
  /** Path by what asked for it. */
  readonly #given = new Map<string, string>();
  readonly #taken: Set<string>;

  /** `layout` null: as the files are. `paths`: files that exist. */
  constructor(binding: Binding, layout: Layout | null, place: Place, paths: readonly string[]) {
    this.#binding = binding;
    this.#place = place;
    this.#layout = layout ?? layoutOf(binding, paths);
    this.#taken = new Set(paths.map((path) => path.toLowerCase()));
  }

  ofTable(name: ObjectName): string {
    if (this.#layout === "schema") return this.#ofNamespace(name.schema);
    const folder = name.schema === null ? "" : `${fileName(name.schema)}/`;
    return this.#file(`table ${formatName(name)}`, `${folder}${fileName(name.name)}`, "_table");
  }

  ofEnum({ schema }: ObjectName): string {
    if (this.#layout === "schema") return this.#ofNamespace(schema);
    return this.#busiest([...this.#binding.enums.values()].map(({ node }) => node)) ?? this.#file("enums", "enums");
  }

  ofDomain({ schema }: ObjectName): string {
    if (this.#layout === "schema") return this.#ofNamespace(schema);
    return this.#busiest([...this.#binding.domains.values()]) ?? this.#file("domains", "domains");
  }

  ofNamespace(name: string): string {
    if (this.#layout === "schema") return this.#ofNamespace(name);
    const nodes = [...this.#binding.namespaces.values()].map(({ node }) => node);
    return this.#busiest(nodes) ?? this.#file("schemas", "schemas");
  }

  /** For tables that are not covet's and are only there to be pointed at. */
  ofUnmanaged(): string {
    if (this.#layout === "schema") return this.#ofNamespace(null);
    const nodes = [...this.#binding.tables.values()].filter(({ managed }) => !managed).map(({ node }) => node);
    return this.#busiest(nodes) ?? this.#file("unmanaged", "unmanaged");
  }

  #ofNamespace(schema: string | null): string {
    const { namespaces, enums, tables } = this.#binding;
    const kin = [...tables.values()].filter(({ name, managed }) => managed && name.schema === schema);
    const types = [...enums.values()].filter((item) => item.schema.schema === schema);
    const own = schema === null ? undefined : namespaces.get(schema);
    return (
      this.#busiest(kin.map(({ node }) => node)) ??
      this.#busiest(types.map(({ node }) => node)) ??
      own?.node.span.source.path ??
      this.#file(`schema ${schema ?? ""}`, schema === null ? "app" : fileName(schema))
    );
  }

  /** The file that holds most of some declarations. */
  #busiest(nodes: readonly { readonly span: { readonly source: { readonly path: string } } }[]): string | null {
    const counts = new Map<string, number>();
    for (const { span } of nodes) counts.set(span.source.path, (counts.get(span.source.path) ?? 0) + 1);
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return most?.[0] ?? null;
  }

  /** A file of its own, never one that exists. */
  #file(key: string, name: string, suffix = "_2"): string {
    const known = this.#place.file ?? this.#given.get(key);
    if (known !== undefined) return known;
    let path = this.#place.folder === "." ? `${name}.covet` : `${this.#place.folder}/${name}.covet`;
    while (this.#taken.has(path.toLowerCase())) path = path.replace(/\.covet$/, `${suffix}.covet`);
    this.#taken.add(path.toLowerCase());
    this.#given.set(key, path);
    return path;
  }
}

function layoutOf({ tables }: Binding, paths: readonly string[]): Layout {
  const files = [...tables.values()].filter(({ managed }) => managed).map(({ node }) => node.span.source.path);
  return files.length > 1 && new Set(files).size === files.length && paths.length > 1 ? "table" : "schema";
}

/** A name that every file system takes. */
function fileName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}_-]+/gu, "_").slice(0, 80) || "_";
  return /^(?:con|prn|aux|nul|com\d|lpt\d|domains|enums|schemas|unmanaged)$/i.test(plain) ? `${plain}_` : plain;
}
