/** Why a connection could not be opened, and what to do about it. */

import { Failure } from "../../diagnostic/failure.js";
import type { Flavor } from "./facts.js";

interface DriverError {
  readonly code?: string;
  readonly message?: string;
}

/** `label` is the URL without its password; the servers' own messages never hold one. */
export function connectFailure(error: unknown, label: string, flavor: Flavor): Failure {
  const { code = "", message = "" } = error as DriverError;
  const [what, hint] = explain(code, message, flavor);
  return new Failure(`cannot connect to ${label}: ${what}`, { hint, cause: error });
}

function explain(code: string, message: string, flavor: Flavor): readonly [what: string, hint: string] {
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
    case "PROTOCOL_CONNECTION_LOST":
      return ["the host does not answer", "check the host and port, the network and the firewall"];
    case "ERR_INVALID_URL":
      return [
        "the URL cannot be read",
        `write ${flavor.name}://user:password@host:3306/database; %40 stands for an @ in a password`,
      ];
    case "ER_ACCESS_DENIED_ERROR":
    case "ER_ACCESS_DENIED_NO_PASSWORD_ERROR":
      return [message, "check user and password, and that the user may come from this host"];
    case "ER_DBACCESS_DENIED_ERROR":
      return [message, "grant the user its rights on the database, or correct the name after the last / of the URL"];
    case "ER_BAD_DB_ERROR":
      return [message, "create it with CREATE DATABASE, or correct the name after the last / of the URL"];
    case "ER_CON_COUNT_ERROR":
    case "ER_TOO_MANY_USER_CONNECTIONS":
      return [message, "close other connections or raise max_connections"];
    case "ER_HOST_NOT_PRIVILEGED":
      return [message, "create the user for this host on the server"];
    case "ER_HOST_IS_BLOCKED":
      return [message, "run FLUSH HOSTS on the server"];
    case "ER_SECURE_TRANSPORT_REQUIRED":
      return [message, "add ssl to the target's configuration, or ?sslmode=require to the URL"];
    case "HANDSHAKE_NO_SSL_SUPPORT":
      return ["the server does not encrypt connections", "use sslmode=disable where the network is trusted"];
    case "ER_NOT_SUPPORTED_AUTH_MODE":
    case "AUTH_SWITCH_PLUGIN_ERROR":
      return [message, "give the user an authentication method this driver knows, such as caching_sha2_password"];
  }
  if (/certificate|altname|self.signed/i.test(`${code} ${message}`))
    return [message, "give the server's CA in the target's `ssl`, or use mode `require` to encrypt without checking"];
  if (/connect ETIMEDOUT|timeout/i.test(message))
    return ["the host does not answer", "check the host and port, the network and the firewall"];
  return [message || code || "the driver gave no reason", "check the URL"];
}
