/** What the driver is told of a connection: the target's settings, then the URL, a service, and libpq's variables. */

import { Failure } from "../../diagnostic/failure.js";
import type { ConnectOptions, SslOptions } from "../../dialect/connection.js";
import { type DriverSsl, driverSsl, sslOfParameters } from "./encryption.js";
import { findService, urlParameters } from "./parameters.js";

interface Files {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Text of a file. */
  readonly read: (path: string) => Promise<string>;
}

/** What is asked of the machine covet runs on. */
export interface Machine<C> extends Files {
  readonly checkServerIdentity: DriverSsl<C>["checkServerIdentity"];
}

export interface ClientConfig<C> {
  readonly parameters: ReadonlyMap<string, string>;
  readonly mode: SslOptions["mode"] | null;
  readonly ssl: DriverSsl<C> | false;
}

/** Variables of libpq that the driver does not read, or reads in its own way. */
const variables: Readonly<Record<string, string>> = {
  service: "PGSERVICE",
  sslmode: "PGSSLMODE",
  sslrootcert: "PGSSLROOTCERT",
  sslcert: "PGSSLCERT",
  sslkey: "PGSSLKEY",
  connect_timeout: "PGCONNECT_TIMEOUT",
};

export async function clientConfig<C>(
  { url, ssl, password }: Pick<ConnectOptions, "url" | "ssl" | "password">,
  machine: Machine<C>,
): Promise<ClientConfig<C>> {
  const said = urlParameters(url);
  const fromEnvironment = new Map(
    Object.entries(variables).flatMap(([name, variable]) => {
      const value = machine.env[variable];
      return value ? [[name, value] as const] : [];
    }),
  );
  const service = said.get("service") ?? fromEnvironment.get("service");
  const parameters = new Map([
    ...fromEnvironment,
    ...(service === undefined ? [] : findService(await serviceFiles(machine), service)),
    ...said,
  ]);
  if (password) parameters.set("password", password);
  const wanted = ssl ?? (await sslOfParameters(parameters, await rootFile(machine), pemReader(machine)));
  return {
    parameters,
    mode: wanted?.mode ?? null,
    ssl: wanted !== null && driverSsl(wanted, parameters.get("sslpassword") ?? null, machine.checkServerIdentity),
  };
}

async function serviceFiles({ env, home, read }: Files): Promise<[path: string, text: string][]> {
  const own = env.PGSERVICEFILE || `${home}/.pg_service.conf`;
  const paths = [own, ...(env.PGSYSCONFDIR ? [`${env.PGSYSCONFDIR}/pg_service.conf`] : [])];
  const files = await Promise.all(paths.map(async (path) => [path, await read(path).catch(() => null)] as const));
  return files.flatMap(([path, text]) => (text === null ? [] : [[path, text]]));
}

/** The list of authorities libpq trusts where none is named. */
async function rootFile({ home, read }: Files): Promise<string | null> {
  const path = `${home}/.postgresql/root.crt`;
  return read(path).then(
    () => path,
    () => null,
  );
}

function pemReader({ read }: Files) {
  return async (path: string, parameter: string): Promise<string> => {
    try {
      return await read(path);
    } catch (cause) {
      const code = (cause as { code?: string }).code;
      const why =
        code === "ENOENT" ? "there is no such file" : code === "EACCES" ? "no right to read it" : String(code);
      throw new Failure(`${parameter}=${path} cannot be read: ${why}`, {
        hint: `correct ${parameter}; a relative path starts at the working directory`,
        cause,
      });
    }
  };
}
