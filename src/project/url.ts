/** Database URLs: whose scheme it is, where a SQLite file lies, and how to show one without its password. */

import { isAbsolute, relative, resolve } from "node:path";

/** The word before the colon, lower case; empty when there is none. */
export function schemeOf(url: string): string {
  return /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(url)?.[1]?.toLowerCase() ?? "";
}

/** The URL with any password, in its authority or its query, replaced. Safe to print, also for malformed URLs. */
export function maskUrl(url: string): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/[^:@/?#]*):.*@(?=[^@]*$)/i, "$1:***@")
    .replace(/([?&](?:password|sslpassword|auth[_-]?token)=)[^&#]*/gi, "$1***");
}

/** `sqlite:app.db` means a file beside the config file, wherever covet runs. Other URLs come back as they are. */
export function anchorFile(url: string, scheme: string, root: string, cwd: string): string {
  const rest = url.slice(scheme.length + 1);
  if (rest === "" || rest.startsWith("//") || rest.startsWith(":") || isAbsolute(rest) || root === cwd) return url;
  return `${scheme}:${relative(cwd, resolve(root, rest))}`;
}
