/** The migrations that make a whole schema where nothing is yet. */

import type { Dialect } from "../dialect/dialect.js";
import { diff } from "../diff/diff.js";
import { order } from "../diff/order.js";
import { type DatabaseSchema, emptySchema } from "../model/database-schema.js";
import type { Hints } from "../model/hints.js";
import { cutIntoMigrations } from "./migrations.js";
import type { PlannedMigration } from "./planned.js";

/** `after`: in normal form, every member named where the engine names it. */
export function planCreation(
  dialect: Dialect,
  after: DatabaseSchema,
  hints: Hints,
  version: string,
): PlannedMigration[] {
  return cutIntoMigrations({
    dialect,
    operations: order(diff(emptySchema, after)),
    before: emptySchema,
    hints,
    wanted: after,
    context: { unmanaged: [], texts: new Map(), version, concurrent: () => false, using: () => null },
  });
}
