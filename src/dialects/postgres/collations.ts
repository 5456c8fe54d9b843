/** Names of collations: `C`, `en_US.utf8`, `pg_catalog.C`, `app.german`. */

import { quote } from "./syntax.js";

/** Collations of the system and of the default schema are known by their name alone. */
export function normalizeCollation(name: string | null): string | null {
  if (name === null) return null;
  const short = name.replace(/^(?:pg_catalog|public)\./, "");
  return short === "default" ? null : short;
}

/** Many system names hold a dot before an encoding (`en_US.utf8`): only another dot parts a schema from a name. */
export function collationText(name: string): string {
  const [, schema, rest] = /^([a-z_][a-z0-9_]*)\.(?!utf-?8|iso|latin|euc|big5|gb)(.+)$/i.exec(name) ?? [];
  return schema !== undefined && rest !== undefined ? `${quote(schema)}.${quote(rest)}` : quote(name);
}
