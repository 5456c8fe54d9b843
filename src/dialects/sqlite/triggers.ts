/** Triggers, which covet does not manage but must not lose. */

import type { UnmanagedObject } from "../../dialect/dialect.js";
import { fold } from "./syntax.js";

export function triggersOf(unmanaged: readonly UnmanagedObject[], table: string): UnmanagedObject[] {
  return unmanaged.filter(({ kind, on }) => kind === "trigger" && on !== null && fold(on.name) === fold(table));
}
