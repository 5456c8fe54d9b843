/** Why a connection could not be opened, and what to do about it. */

import { Failure } from "../../diagnostic/failure.js";

interface DriverError {
  readonly code?: string;
  readonly message?: string;
}

/** `label` is the URL without its password; the driver's own message never holds one. */
export function connectFailure(error: unknown, label: string, sslmode: string | null): Failure {
  const { code = "", message = "" } = error as DriverError;
  const [what, hint] = explain(code, message, sslmode);
  return new Failure(`cannot connect to ${label}: ${what}`, { hint, cause: error });
}

function explain(code: string, message: string, sslmode: string | null): readonly [what: string, hint: string] {
  switch (code) {
    case "ECONNREFUSED":
    case "ENOENT":
      return ["no server is listening there", "start the server, or correct the host and port in the URL"];
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return ["the host name is not known", "correct the host in the URL, or check the name service"];
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "ETIMEDOUT":
    case "ECONNRESET":
      return ["the host does not answer", "check the host and port, the network and the firewall"];
    case "ERR_INVALID_URL":
      return [
        "the URL cannot be read",
        "write postgres://user:password@host:5432/database; %40 stands for an @ in a password",
      ];
    case "28P01":
      return [message, "check user and password; the password can also come from PGPASSWORD or ~/.pgpass"];
    case "3D000":
      return [message, "create it with createdb, or correct the name after the last / of the URL"];
    case "53300":
      return [message, "close other connections or raise max_connections"];
    case "57P03":
      return [message, "wait until the server has started"];
    case "28000":
      return /no encryption|SSL off/.test(message)
        ? [
            message,
            'the server wants an encrypted connection: add ssl: "require" to the target, or ?sslmode=require to the URL',
          ]
        : /client certificate/.test(message)
          ? [message, "give `cert` and `key` in the target's `ssl`, or sslcert and sslkey in the URL"]
          : [message, "check the user, and pg_hba.conf on the server"];
  }
  if (/timeout/i.test(message))
    return ["the host does not answer", "check the host and port, the network and the firewall"];
  if (/password must be a string/.test(message))
    return ["the server asks for a password and there is none", "put it in the URL, in PGPASSWORD or in ~/.pgpass"];
  if (/does not support SSL/.test(message))
    return [message, `${sslmode} asks for it: where the network is trusted, write ssl: "disable" or sslmode=disable`];
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return [
      message,
      "name the host as the certificate does, in the URL or as `servername` of the target's `ssl`; verify-ca leaves the name unchecked",
    ];
  if (/SELF_SIGNED|UNABLE_TO|CERT_/.test(code))
    return [
      `the server's certificate is not trusted (${message})`,
      "give its authority's certificate: `ca` of the target's `ssl`, or sslrootcert=FILE in the URL; `require` encrypts without checking who answers",
    ];
  if (/PEM|key values mismatch|bad decrypt|^ERR_(SSL|OSSL)|alert/i.test(`${code} ${message}`))
    return [
      message,
      "check the files of `ssl`: the authority, the client's certificate and the key that belongs to it",
    ];
  return [message || code || "the driver gave no reason", "check the URL"];
}
