/** What a connection needs and no configuration should hold: the texts of its certificates, and a password. */

import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure } from "../diagnostic/failure.js";
import type { ConnectOptions, SslOptions } from "../dialect/connection.js";
import type { SslConfig } from "./config.js";
import type { Target } from "./target.js";

interface Asking {
  /** Where paths of the configuration start. */
  readonly root: string;
  readonly target: Target;
  readonly signal: AbortSignal | null;
}

/** Asked anew for each connection: what a command gives may not live long. */
export async function credentials(project: Asking): Promise<Pick<ConnectOptions, "ssl" | "password">> {
  const { name, ssl, passwordCommand } = project.target;
  const place = `targets.${name}`;
  return {
    ssl: ssl === null ? null : await readSsl(project.root, ssl, `${place}.ssl`),
    password: passwordCommand === null ? null : await askCommand(project, passwordCommand, `${place}.passwordCommand`),
  };
}

async function readSsl(root: string, ssl: SslConfig, place: string): Promise<SslOptions> {
  const { ca, cert, key, mode = "verify-full", servername = null } = ssl;
  const pem = async (setting: string, path: string | undefined): Promise<string | null> => {
    if (path === undefined) return null;
    try {
      return await readFile(resolve(root, path), "utf8");
    } catch (cause) {
      const why = (cause as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : String(cause);
      throw new Failure(`${place}.${setting}: ${path} cannot be read: ${why}`, {
        hint: "correct the path; it starts at the config file's folder",
        cause,
      });
    }
  };
  return { mode, ca: await pem("ca", ca), cert: await pem("cert", cert), key: await pem("key", key), servername };
}

/** First line of what the command prints. What it prints is never shown, except for what it says of its own failure. */
function askCommand({ root, signal }: Asking, command: string, place: string): Promise<string> {
  return new Promise((resolvePassword, reject) => {
    // A terminal stays within reach: the command may have a question of its own.
    const child = spawn(command, [], {
      cwd: root,
      shell: true,
      stdio: ["inherit", "pipe", "pipe"],
      signal: signal ?? undefined,
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (data: Buffer) => out.push(data));
    child.stderr.on("data", (data: Buffer) => err.push(data));
    const firstLine = (chunks: readonly Buffer[]) =>
      /^.*/.exec(Buffer.concat(chunks).toString("utf8").trimStart())?.[0];
    child.on("error", reject).on("close", (code, killed) => {
      const password = Buffer.concat(out).toString("utf8").split(/\r?\n/)[0] ?? "";
      if (code === 0 && password !== "") return resolvePassword(password);
      const what = code === 0 ? "printed no password" : code === null ? `was ended by ${killed}` : `ended with ${code}`;
      const said = firstLine(err);
      reject(
        new Failure(`${place}: the command ${what}${said ? `: ${said}` : ""}`, {
          hint: "run it by hand; the first line it prints must be the password",
        }),
      );
    });
  });
}
