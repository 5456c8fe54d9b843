/** Which database a command works on: a flag, a target of the configuration, the environment, or the default file. */

import { Failure } from "../diagnostic/failure.js";
import type { ConnectOptions } from "../dialect/connection.js";
import { dialectOfScheme, schemes } from "../dialects/registry.js";
import { nearest } from "../language/suggest.js";
import { guardLimitMs } from "../migration/guard.js";
import { migrationsTable } from "../migration/history-schema.js";
import type { Config, EnvReference, SslConfig, TargetConfig } from "./config.js";
import { milliseconds } from "./duration.js";
import { anchorFile, maskUrl, schemeOf } from "./url.js";

export interface Target {
  /** Its name in the configuration; null where the URL comes from a flag, the environment or the default. */
  readonly name: string | null;
  /** What people see: no password. */
  readonly label: string;
  readonly dialect: string;
  /** null: no limit. Left out in the configuration: a minute. */
  readonly guardTimeoutMs: number | null;
  readonly connect: Pick<ConnectOptions, "url" | "lockTimeout" | "statementTimeout" | "role">;
  /** null: what the URL says of it. */
  readonly ssl: SslConfig | null;
  readonly passwordCommand: string | null;
  /** Schema covet's own tables are in; null is the default one. */
  readonly historySchema: string | null;
  /** Patterns of tables that are not covet's. */
  readonly unmanaged: readonly string[];
}

/** What a command says of the database it wants. */
export interface TargetOptions {
  readonly target?: string | null;
  readonly url?: string | null;
  readonly env?: Environment;
  readonly lockTimeout?: string | null;
  readonly guardTimeout?: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Place {
  readonly root: string;
  readonly cwd: string;
  readonly config: Config;
}

const fallbackUrl = "sqlite:covet.db";

function urlOf(value: string | EnvReference, where: string, env: Environment): string {
  if (typeof value === "string") return value;
  const found = env[value.env] || value.fallback;
  if (found !== undefined) return found;
  throw new Failure(`${where} reads the environment variable ${value.env}, which is not set`, {
    hint: `set ${value.env}, write it to .env, choose another --target, or give --url`,
  });
}

/** The dialect a URL asks for, or a Failure that says how to write the URL. */
export function dialectOfUrl(url: string, where: string): string {
  const scheme = schemeOf(url);
  const dialect = dialectOfScheme(scheme);
  if (dialect !== null) return dialect;
  const known = `covet reads ${schemes.map((name) => `${name}:`).join(" ")}`;
  const shown = maskUrl(url);
  if (scheme === "" || /^[a-z]$/.test(scheme)) {
    throw new Failure(`${where}: \`${shown}\` is not a database URL`, {
      hint: `for a SQLite file write sqlite:${shown || "covet.db"}; ${known}`,
    });
  }
  const near = nearest(scheme, schemes);
  throw new Failure(`${where}: covet does not know databases of \`${scheme}:\``, {
    hint: near === null ? known : `write ${near}:`,
  });
}

interface Choice {
  readonly name: string | null;
  readonly target: TargetConfig;
  /** Words for messages. */
  readonly where: string;
}

function choose(config: Config, wanted: string | null, env: Environment): Choice {
  const targets = config.targets ?? {};
  const names = Object.keys(targets);
  const name = wanted ?? names[0];
  if (name !== undefined) {
    const target = Object.hasOwn(targets, name) ? targets[name] : undefined;
    if (target !== undefined) return { name, target, where: `target ${name}` };
    const near = nearest(name, names);
    const known = names.length === 0 ? "the configuration has no targets" : `known: ${names.join(", ")}`;
    throw new Failure(`there is no target \`${name}\``, { hint: near === null ? known : `write --target ${near}` });
  }
  const url = env.DATABASE_URL;
  if (url !== undefined && url !== "") return { name: null, target: { url }, where: "DATABASE_URL" };
  return { name: null, target: { url: fallbackUrl }, where: "the default URL" };
}

/** A file is opened, not connected to: nobody is asked for a password. */
const onlyFile = { ssl: null, passwordCommand: null };

function sslOf({ ssl }: TargetConfig): SslConfig | null {
  return typeof ssl === "string" ? { mode: ssl } : (ssl ?? null);
}

/** The tables keep their names, by which every reader of a catalog knows to leave them out. */
function historySchema(history: string | undefined, dialect: string, place: string): string | null {
  if (history === undefined) return null;
  const [, quoted, bare, table] = /^(?:(?:"((?:[^"]|"")+)"|([^."]+))\.)?([^.]+)$/.exec(history) ?? [];
  const schema = quoted?.replaceAll('""', '"') ?? bare ?? null;
  if (table !== migrationsTable) {
    throw new Failure(`${place}: \`${history}\` does not end in ${migrationsTable}`, {
      hint:
        dialect === "sqlite"
          ? "the table's name cannot be chosen: take `history` out of this target"
          : `only the schema can be chosen: write "${schema ?? "covet"}.${migrationsTable}"`,
    });
  }
  if (schema !== null && dialect === "sqlite") {
    throw new Failure(`${place}: a SQLite file has no schema ${schema}`, { hint: "take `history` out of this target" });
  }
  return schema;
}

function guardTimeout(flag: string | null, value: string | number | undefined, place: string): number | null {
  const limit = flag ? milliseconds(flag, "--guard-timeout") : milliseconds(value, place);
  return limit === 0 ? null : (limit ?? guardLimitMs);
}

export function resolveTarget({ config, root, cwd }: Place, options: TargetOptions): Target {
  const env = options.env ?? process.env;
  const flag = options.url ?? null;
  const wanted = options.target ?? null;
  const chosen: Choice =
    flag !== null && wanted === null
      ? { name: null, target: { url: flag }, where: "--url" }
      : choose(config, wanted, env);
  const { name, target } = chosen;
  const where = flag === null ? chosen.where : "--url";
  const written = flag ?? urlOf(target.url, where, env);
  const dialect = dialectOfUrl(written, where);
  // A flag is typed where one stands; everything else is written in the project.
  const url = flag ?? anchorFile(written, schemeOf(written), root, cwd);
  return {
    name,
    label: maskUrl(url),
    dialect,
    connect: {
      url,
      lockTimeout: options.lockTimeout
        ? milliseconds(options.lockTimeout, "--lock-timeout")
        : milliseconds(target.lockTimeout, `targets.${name}.lockTimeout`),
      statementTimeout: milliseconds(target.statementTimeout, `targets.${name}.statementTimeout`),
      role: target.role ?? null,
    },
    guardTimeoutMs: guardTimeout(options.guardTimeout ?? null, target.guardTimeout, `targets.${name}.guardTimeout`),
    ...(dialect === "sqlite" ? onlyFile : { ssl: sslOf(target), passwordCommand: target.passwordCommand ?? null }),
    historySchema: historySchema(target.history, dialect, `targets.${name}.history`),
    unmanaged: target.unmanaged ?? [],
  };
}

/**
 * The dialects a schema is written for: that of the wanted target, else those of all targets whose URL is known here.
 */
export function targetDialects({ config }: Pick<Place, "config">, options: TargetOptions): string[] {
  const env = options.env ?? process.env;
  if (options.url) return [dialectOfUrl(options.url, "--url")];
  if (!options.target) {
    const urls = Object.values(config.targets ?? {}).flatMap(({ url }) =>
      typeof url === "string" ? url : env[url.env] || url.fallback || [],
    );
    if (urls.length > 0) return [...new Set(urls.map((url) => dialectOfUrl(url, "the configuration")))];
  }
  const { target, where } = choose(config, options.target ?? null, env);
  return [dialectOfUrl(urlOf(target.url, where, env), where)];
}
