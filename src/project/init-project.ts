/** Writes the first files of a project. What exists is kept, always. */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Failure } from "../diagnostic/failure.js";
import { configNames } from "./find-config.js";
import { dialectOfUrl } from "./target.js";
import { anchorFile, maskUrl, schemeOf } from "./url.js";

/** `url`: what the first target falls back to; null where nobody should write it down. */
const config = (url: string | null): string => `import { defineConfig, env } from "covet";

export default defineConfig({
  schema: "schemas",
  migrations: "migrations",
  targets: {
    // The first target is used unless --target names another. .env is read too.
    dev: { url: env("DATABASE_URL"${url === null ? "" : `, ${JSON.stringify(url)}`}) },
  },
});
`;

const example = `/// People who can sign in.
table users {
  id bigint identity primary key
  email varchar(320) unique
  full_name text?
  created_at timestamptz = now()
}

table posts {
  id bigint identity primary key
  author_id bigint -> users.id on delete cascade
  title text
  state varchar(12) = 'draft' check (state in ('draft', 'live'))

  index (author_id, state)
}
`;

/** The URL as the new folder sees it; null where it holds a password, which belongs in the environment. */
function withoutSecret(url: string, root: string): string | null {
  if (maskUrl(url) !== url) return null;
  return anchorFile(url, schemeOf(url), process.cwd(), root);
}

export interface InitOutcome {
  /** Paths from the folder, as shown to people. */
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

function hasFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** `from`: the database to start from, which then writes the schema files. */
export function initProject(folder: string, from: string | null = null): InitOutcome {
  if (from !== null) dialectOfUrl(from, "--from");
  const root = resolve(folder);
  const written: string[] = [];
  const kept: string[] = [];
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: "wx" });
    written.push(path);
  };
  try {
    const present = configNames.find((name) => existsSync(join(root, name)));
    const url = from === null ? "sqlite:covet.db" : withoutSecret(from, root);
    if (present === undefined) write(configNames[0], config(url));
    else kept.push(present);
    if (hasFiles(join(root, "schemas"))) kept.push("schemas/");
    else if (from === null) write("schemas/app.covet", example);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`cannot write to ${folder}: ${reason}`, { hint: "check the folder's permissions", cause });
  }
  return { written, kept };
}
