/** SQLite behind the seam. */

import type { Dialect } from "../../dialect/dialect.js";
import { introspect } from "./catalog.js";
import { indexName } from "./indexes.js";
import { lower } from "./lower.js";
import { normalize } from "./normalize.js";
import { settle } from "./settle.js";
import { split } from "./split.js";
import { quote, syntax } from "./syntax.js";
import { vocabulary } from "./vocabulary.js";

export const sqlite: Dialect = {
  name: "sqlite",
  capabilities: { transactionalDdl: true },
  vocabulary,
  syntax,
  quote,
  connect: async (options) => (await import("./connection.js")).connect(options),
  namespaces: () => Promise.resolve([]),
  introspect,
  normalize,
  settle: async (before, after) => ({ schema: settle(before, after), undecided: [], learned: [] }),
  /** Constraints may go unnamed: SQLite never asks for the name. */
  nameFor: (table, member, taken) => ("parts" in member ? indexName(table, member, taken) : null),
  lower,
  split,
};
