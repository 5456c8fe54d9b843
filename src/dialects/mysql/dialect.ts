/** MySQL and MariaDB behind the seam: one factory, and what they differ in from facts.ts. */

import type { Dialect } from "../../dialect/dialect.js";
import { introspect } from "./catalog.js";
import { type Flavor, mariadbFlavor, mysqlFlavor } from "./facts.js";
import { lower } from "./lower.js";
import { nameFor } from "./naming.js";
import { normalize } from "./normalize.js";
import { settle } from "./settle.js";
import { split } from "./split.js";
import { quote, syntax } from "./syntax.js";

function dialectOf(flavor: Flavor): Dialect {
  return {
    name: flavor.name,
    capabilities: { transactionalDdl: false },
    vocabulary: flavor.vocabulary,
    syntax,
    quote,
    connect: async (options) => (await import("./connection.js")).connect(options, flavor),
    // Another database is another project's.
    namespaces: () => Promise.resolve([]),
    introspect: (connection, scope) => introspect(connection, scope, flavor),
    normalize: (schema) => normalize(schema, flavor),
    settle: (before, after, connection, known) => settle(before, after, connection, known, flavor),
    nameFor,
    lower: lower(flavor),
    split,
  };
}

export const mysql = dialectOf(mysqlFlavor);
export const mariadb = dialectOf(mariadbFlavor);
