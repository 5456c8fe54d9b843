/** Where a `sqlite:` URL points: `sqlite:path`, `sqlite:///absolute/path`, `sqlite::memory:`. */

import { Failure } from "../../diagnostic/failure.js";

/** null: a database in memory. */
export function pathOf(url: string): string | null {
  const rest = url.replace(/^sqlite:/i, "");
  // sqlite:///C:/data.db
  const path = (rest.startsWith("//") ? rest.slice(2) : rest).replace(/^\/(?=[A-Za-z]:[\\/])/, "");
  if (path === ":memory:") return null;
  if (path === "")
    throw new Failure(`the URL \`${url}\` names no file`, {
      hint: "write sqlite:path/to/file.db, sqlite:///absolute/path.db or sqlite::memory:",
    });
  return path;
}
