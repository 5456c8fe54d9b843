/** What is declared or configured as not covet's: `@unmanaged` in a file, `legacy_*` and `auth.*` in the configuration. */

import { formatName, type ObjectName } from "../model/name.js";

/**
 * Whether a name fits one of the patterns: a name as people write it (`"odd name"`), or as it is stored (`odd name`); `*`
 * stands for any characters. `fold` makes names comparable where the engine folds case.
 */
export function unmanagedBy(
  patterns: readonly string[],
  fold: (name: string) => string = (name) => name,
): (name: ObjectName) => boolean {
  const tests = patterns.map((pattern) => {
    const parts = fold(pattern)
      .split("*")
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "s");
  });
  return (name) => {
    const stored = name.schema === null ? name.name : `${name.schema}.${name.name}`;
    const spellings = [fold(stored), fold(formatName(name))];
    return tests.some((test) => spellings.some((spelling) => test.test(spelling)));
  };
}
