/** The dialects covet knows, by name and by URL scheme. Each is imported when it is used, its driver later still. */

import type { Dialect } from "../dialect/dialect.js";
import type { Vocabulary } from "../dialect/vocabulary.js";

interface Entry {
  readonly name: string;
  readonly schemes: readonly string[];
  readonly vocabulary: () => Promise<Vocabulary>;
  readonly dialect: () => Promise<Dialect>;
}

const entries: readonly Entry[] = [
  {
    name: "postgres",
    schemes: ["postgres", "postgresql"],
    vocabulary: async () => (await import("./postgres/vocabulary.js")).vocabulary,
    dialect: async () => (await import("./postgres/dialect.js")).postgres,
  },
  {
    name: "mysql",
    schemes: ["mysql"],
    vocabulary: async () => (await import("./mysql/vocabulary.js")).mysqlVocabulary,
    dialect: async () => (await import("./mysql/dialect.js")).mysql,
  },
  {
    name: "mariadb",
    schemes: ["mariadb"],
    vocabulary: async () => (await import("./mysql/vocabulary.js")).mariadbVocabulary,
    dialect: async () => (await import("./mysql/dialect.js")).mariadb,
  },
  {
    name: "sqlite",
    schemes: ["sqlite"],
    vocabulary: async () => (await import("./sqlite/vocabulary.js")).vocabulary,
    dialect: async () => (await import("./sqlite/dialect.js")).sqlite,
  },
];

export const schemes: readonly string[] = entries.flatMap((entry) => entry.schemes);

/** Name of the dialect a URL scheme stands for; null for an unknown scheme. */
export function dialectOfScheme(scheme: string): string | null {
  return entries.find((entry) => entry.schemes.includes(scheme))?.name ?? null;
}

/** null: the dialect is not known. */
export async function loadDialect(name: string): Promise<Dialect | null> {
  return (await entries.find((entry) => entry.name === name)?.dialect()) ?? null;
}

/** The words of every dialect: `for mysql` is known also where the target is another. */
export function loadVocabularies(): Promise<Vocabulary[]> {
  return Promise.all(entries.map((entry) => entry.vocabulary()));
}
