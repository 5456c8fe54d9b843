/** Where a connection goes and how, in libpq's words: what the URL says, and what a service of a service file says. */

import { Failure } from "../../diagnostic/failure.js";

/** Throws the `TypeError` of `URL` for what is none. */
export function urlParameters(url: string): Map<string, string> {
  // A URL may leave the host out after a user, which `URL` does not read: `postgres://ann@/app?host=/tmp`.
  const nowhere = "covet.nowhere";
  const { hostname, port, username, password, pathname, searchParams } = new URL(
    url.replace(/^([a-z]+:\/\/[^/?#]*@)(?=[/?#]|$)/i, `$1${nowhere}`),
  );
  const host = hostname === nowhere ? "" : decode(hostname).replace(/^\[(.+)\]$/, "$1");
  const said = [
    ["host", host],
    ["port", port],
    ["user", decode(username)],
    ["password", decode(password)],
    ["dbname", decode(pathname.slice(1))],
    ...searchParams,
  ];
  return new Map(said.flatMap(([name = "", value = ""]) => (value === "" ? [] : [[name, value]])));
}

/** A `%` that encodes nothing stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The parameters of one `[service]` of a service file; null where the file has none of that name. */
export function serviceParameters(file: string, service: string): Map<string, string> | null {
  let found: Map<string, string> | null = null;
  for (const line of file.split(/\r?\n/)) {
    const section = /^\s*\[(.*)\]\s*$/.exec(line)?.[1];
    if (section !== undefined && found !== null) return found;
    if (section === service) found = new Map();
    const [, name, value] = /^\s*([a-z_]+)\s*=(.*)$/.exec(line) ?? [];
    if (section === undefined && name !== undefined && value !== undefined) found?.set(name, value.trim());
  }
  return found;
}

/** `files`: path and text of the service files there are, the first to look in first. */
export function findService(
  files: readonly (readonly [path: string, text: string])[],
  service: string,
): Map<string, string> {
  for (const [, text] of files) {
    const found = serviceParameters(text, service);
    if (found !== null) return found;
  }
  const known = files.flatMap(([, text]) => [...text.matchAll(/^\s*\[(.+)\]\s*$/gm)].map(([, name]) => name));
  const where = files.length === 0 ? "there is no service file" : `not in ${files.map(([path]) => path).join(", ")}`;
  throw new Failure(`there is no service "${service}": ${where}`, {
    hint: known.length > 0 ? `known: ${known.join(", ")}` : "write it to ~/.pg_service.conf, or set PGSERVICEFILE",
  });
}
