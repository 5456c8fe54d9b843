/** The project's configuration: its shape, the helpers a config file uses, and a check of what a file really says. */

import { Failure } from "../diagnostic/failure.js";
import { type SslOptions, sslModes } from "../dialect/connection.js";
import { nearest } from "../language/suggest.js";

/** A value read from the environment when its target is used; in JSON `{ "env": "DATABASE_URL" }`. */
export interface EnvReference {
  readonly env: string;
  /** Used where the variable is not set or empty. */
  readonly fallback?: string;
}

/** How far a connection is encrypted, in libpq's words. */
export type SslMode = SslOptions["mode"];

/** Files are PEM; their paths start at the config file's folder. */
export interface SslConfig {
  /** `verify-full` if left out. */
  readonly mode?: SslMode;
  /** Certificate of the authority to trust; those the system trusts if left out. */
  readonly ca?: string;
  /** The client's own certificate, and its key. */
  readonly cert?: string;
  readonly key?: string;
  /** The name the server's certificate must hold, where it is not the URL's host. */
  readonly servername?: string;
}

export interface TargetConfig {
  /** `postgres://user@host/database`, `sqlite:file.db`, `sqlite::memory:`. */
  readonly url: string | EnvReference;
  /** Instead of what the URL says of it. */
  readonly ssl?: SslMode | SslConfig;
  /** A command whose first line of output is the password: `"pass show app/db"`. */
  readonly passwordCommand?: string;
  /** Role to take on after connecting (`SET ROLE`). */
  readonly role?: string;
  /** How long a statement may wait for a lock: `"2s"`, `"500ms"`, `"1min"`, or milliseconds. */
  readonly lockTimeout?: string | number;
  /** How long a statement may run. */
  readonly statementTimeout?: string | number;
  /** How long counting rows that would be lost, or would make a migration fail, may take: a minute if left out, 0 for ever. */
  readonly guardTimeout?: string | number;
  /** Where covet keeps its history: `"covet._covet_migrations"`. Only the schema can be chosen. */
  readonly history?: string;
  /** Tables that exist and are not covet's: `["legacy_*", "auth.*"]`. */
  readonly unmanaged?: readonly string[];
}

export interface Config {
  /** Folder, folders or globs of `.covet` files. */
  readonly schema?: string | readonly string[];
  /** Folder of migrations; `{dialect}` stands for the target's dialect. */
  readonly migrations?: string;
  /** Names the project in the history, so that two can share a database. */
  readonly app?: string;
  /** Databases by name; the first is used unless `--target` names another. */
  readonly targets?: { readonly [name: string]: TargetConfig };
}

/** Gives a config file its types and changes nothing. */
export function defineConfig(config: Config): Config {
  return config;
}

/** Reads a variable of the environment, but only when the target that uses it is chosen. */
export function env(name: string, fallback?: string): EnvReference {
  return fallback === undefined ? { env: name } : { env: name, fallback };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value !== "";
const isTextList: Check = (value) => Array.isArray(value) && value.every(isText);
const isTime: Check = (value) => (typeof value === "number" && value >= 0) || isText(value);
const isMode: Check = (value) => sslModes.some((mode) => mode === value);
const modes = sslModes.map((mode) => `"${mode}"`).join(", ");
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const configKeys: { readonly [K in keyof Required<Config>]: readonly [Check, string] } = {
  schema: [(value) => isText(value) || (isTextList(value) && (value as unknown[]).length > 0), "a folder or a list"],
  migrations: [isText, "a folder"],
  app: [isText, "a name"],
  targets: [isRecord, "an object of targets by name"],
};

const targetKeys: { readonly [K in keyof Required<TargetConfig>]: readonly [Check, string] } = {
  url: [(value) => isText(value) || (isRecord(value) && isText(value.env)), 'a URL or env("NAME")'],
  ssl: [(value) => isMode(value) || isRecord(value), `${modes}, or { mode, ca, cert, key, servername }`],
  passwordCommand: [isText, "a command"],
  role: [isText, "a role's name"],
  lockTimeout: [isTime, 'a time such as "2s"'],
  statementTimeout: [isTime, 'a time such as "10min"'],
  guardTimeout: [isTime, 'a time such as "1min"'],
  history: [isText, 'a name such as "covet._covet_migrations"'],
  unmanaged: [isTextList, 'a list of names such as ["legacy_*"]'],
};

const sslKeys: { readonly [K in keyof Required<SslConfig>]: readonly [Check, string] } = {
  mode: [isMode, modes],
  ca: [isText, "a file"],
  cert: [isText, "a file"],
  key: [isText, "a file"],
  servername: [isText, "a host's name"],
};

function checkKeys(
  value: unknown,
  keys: Readonly<Record<string, readonly [Check, string]>>,
  path: string,
  where: string,
): void {
  if (!isRecord(value)) throw new Failure(`${path}: ${where} must be an object`);
  for (const [key, inner] of Object.entries(value)) {
    const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
    const place = where === "the configuration" ? key : `${where}.${key}`;
    if (known === undefined) {
      const near = nearest(key, Object.keys(keys));
      throw new Failure(`${path}: \`${place}\` is not a setting`, {
        hint: near === null ? `known here: ${Object.keys(keys).join(", ")}` : `write \`${near}\``,
      });
    }
    if (inner !== undefined && !known[0](inner)) throw new Failure(`${path}: \`${place}\` must be ${known[1]}`);
  }
}

/** The configuration a file holds, or a Failure that names the setting at fault. */
export function checkConfig(value: unknown, path: string): Config {
  checkKeys(value, configKeys, path, "the configuration");
  const config = value as Config;
  for (const [name, target] of Object.entries(config.targets ?? {})) {
    checkKeys(target, targetKeys, path, `targets.${name}`);
    if (isRecord(target.ssl)) checkKeys(target.ssl, sslKeys, path, `targets.${name}.ssl`);
    if (target.url === undefined) {
      throw new Failure(`${path}: \`targets.${name}\` has no \`url\``, {
        hint: 'write url: "postgres://localhost/app" or url: "sqlite:app.db"',
      });
    }
  }
  return config;
}
