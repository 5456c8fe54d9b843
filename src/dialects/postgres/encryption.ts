/** What libpq's `sslmode` and its kin ask of the driver. */

import { Failure } from "../../diagnostic/failure.js";
import { type SslOptions, sslModes } from "../../dialect/connection.js";

/** The driver's words; `C` is what the system makes of a server's certificate. */
export interface DriverSsl<C> {
  readonly rejectUnauthorized: boolean;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
  readonly checkServerIdentity: (host: string, certificate: C) => Error | undefined;
}

/** Reads a PEM file for the parameter that names it. */
export type ReadPem = (path: string, parameter: string) => Promise<string>;

/** What the parameters say of encryption; null where they say nothing. `rootFile`: libpq's own list of authorities, if it is there. */
export async function sslOfParameters(
  parameters: ReadonlyMap<string, string>,
  rootFile: string | null,
  read: ReadPem,
): Promise<SslOptions | null> {
  const mode = modeOf(parameters);
  if (mode === null) return null;
  const pem = (name: string, path = parameters.get(name)) => (path === undefined ? null : read(path, name));
  const root = parameters.get("sslrootcert") ?? (mode.startsWith("verify") ? (rootFile ?? undefined) : undefined);
  return {
    mode,
    ca: root === "system" ? null : await pem("sslrootcert", root),
    cert: await pem("sslcert"),
    key: await pem("sslkey"),
    servername: null,
  };
}

function modeOf(parameters: ReadonlyMap<string, string>): SslOptions["mode"] | null {
  const written = parameters.get("sslmode");
  if (written === undefined) {
    // Words of drivers that are not libpq; a root certificate alone asks for encryption too.
    if (/^(true|1)$/.test(parameters.get("ssl") ?? "")) return "verify-full";
    return parameters.has("sslrootcert") || parameters.has("sslcert") ? "verify-full" : null;
  }
  const mode = { allow: "prefer", "no-verify": "require" }[written] ?? written;
  const known = sslModes.find((candidate) => candidate === mode);
  if (known !== undefined) return known;
  throw new Failure(`sslmode=${written} is not known`, { hint: `write one of ${sslModes.join(", ")}` });
}

/** `check`: the system's own way to hold a server's certificate against a name. */
export function driverSsl<C>(
  ssl: SslOptions,
  passphrase: string | null,
  check: DriverSsl<C>["checkServerIdentity"],
): DriverSsl<C> | false {
  if (ssl.mode === "disable") return false;
  const own = {
    ...(ssl.ca === null ? {} : { ca: ssl.ca }),
    ...(ssl.cert === null ? {} : { cert: ssl.cert }),
    ...(ssl.key === null ? {} : { key: ssl.key }),
    ...(passphrase === null ? {} : { passphrase }),
  };
  const { servername } = ssl;
  if (ssl.mode === "verify-full")
    return { ...own, rejectUnauthorized: true, checkServerIdentity: (host, found) => check(servername ?? host, found) };
  if (ssl.mode === "verify-ca" && ssl.ca === null)
    throw new Failure("verify-ca trusts one authority, and none is given", {
      hint: "give its certificate (`ca` of the target's `ssl`, sslrootcert in the URL), or write verify-full",
    });
  // As in libpq: whoever gives an authority with `require` wants it asked.
  const asked = ssl.mode === "verify-ca" || (ssl.mode === "require" && ssl.ca !== null);
  return { ...own, rejectUnauthorized: asked, checkServerIdentity: () => undefined };
}
