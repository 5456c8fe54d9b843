/** PostgreSQL behind the seam. */

import type { Dialect } from "../../dialect/dialect.js";
import { introspect } from "./catalog.js";
import { lower } from "./lower.js";
import { listNamespaces } from "./namespaces.js";
import { nameFor } from "./naming.js";
import { normalize } from "./normalize.js";
import { settle } from "./settle.js";
import { split } from "./split.js";
import { quote, syntax } from "./syntax.js";
import { vocabulary } from "./vocabulary.js";

export const postgres: Dialect = {
  name: vocabulary.dialect,
  capabilities: { transactionalDdl: true },
  vocabulary,
  syntax,
  quote,
  connect: async (options) => (await import("./connection.js")).connect(options),
  namespaces: listNamespaces,
  introspect,
  normalize,
  settle,
  nameFor,
  lower,
  split,
};
