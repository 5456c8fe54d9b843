/** A random schema in the making: what exists, what names were used, what was renamed. */

import type { DatabaseSchema } from "../../src/model/database-schema.js";
import { emptySchema } from "../../src/model/database-schema.js";
import type { RenameHint } from "../../src/model/hints.js";
import { type ObjectName, sameName } from "../../src/model/name.js";
import type { TableSchema } from "../../src/model/table-schema.js";
import type { Profile } from "./profile.js";
import { Random } from "./random.js";

/** A rename so far; `on` and `column` follow later renames. */
export interface RenameRecord {
  readonly noun: RenameHint["noun"];
  readonly on: ObjectName | null;
  /** For a value that a column lists itself. */
  readonly column: string | null;
  readonly from: string;
  readonly to: string;
}

const odd = [
  (base: string, n: number) => `${base} ${n}`,
  (base: string, n: number) => `It's "${base}" ${n}`,
  (base: string, n: number) => `${base[0]?.toUpperCase()}${base.slice(1)}${n}`,
  (base: string, n: number) => `größe_${base}_${n}`,
  (base: string, n: number) => `${base} 🦆 ${n}`,
  (base: string, n: number) => `%s;--${base}\\${n}`,
];
const reserved = ["order", "group", "select", "user", "default", "check", "index", "table", "primary", "value"];

export class World {
  readonly profile: Profile;
  random: Random;
  schema: DatabaseSchema = emptySchema;
  renames: readonly RenameRecord[] = [];
  /** Lower case: engines disagree on whether names that differ in case alone are the same. */
  private readonly used = new Set<string>();
  /** Names that something had and lost: another thing may take them. */
  private retired: string[] = [];

  constructor(profile: Profile, seed: number) {
    this.profile = profile;
    this.random = new Random(seed);
  }

  /** A name nothing has, and nothing ever had. */
  fresh(base: string): string {
    for (let n = 1; ; n++) {
      const { random } = this;
      const strange = this.profile.oddNames && random.chance(0.12);
      const name = strange ? (random.chance(0.2) ? random.pick(reserved) : random.pick(odd)(base, n)) : `${base}_${n}`;
      if (this.used.has(name.toLowerCase())) continue;
      this.used.add(name.toLowerCase());
      return name;
    }
  }

  /** A name nothing has now; sometimes one that was given up. */
  name(base: string): string {
    const live = JSON.stringify(this.schema).toLowerCase();
    const free = this.retired.filter((name) => !live.includes(JSON.stringify(name.toLowerCase()).slice(1, -1)));
    const again = this.random.chance(0.2) ? this.random.maybe(free) : null;
    if (again === null) return this.fresh(base);
    this.retired = this.retired.filter((name) => name !== again);
    return again;
  }

  retire(name: string | null): void {
    if (name !== null) this.retired = [...this.retired, name];
  }

  lacks(feature: Parameters<Profile["lacks"]["has"]>[0]): boolean {
    return this.profile.lacks.has(feature);
  }

  table(name: ObjectName): TableSchema {
    const table = this.schema.tables.find((candidate) => sameName(candidate, name));
    if (table === undefined) throw new Error(`no table ${name.name}`);
    return table;
  }

  /** Puts a table in place of the one with its name. */
  put(table: TableSchema): void {
    const tables = this.schema.tables.map((old) => (sameName(old, table) ? table : old));
    this.schema = { ...this.schema, tables };
  }
}
