/** Fetches Debian packages with all they need into the cache and makes their programs runnable, installing nothing. */
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { glob } from "tinyglobby";
import { cached } from "./cache.js";
import { run } from "./command.js";

export interface DebianTool {
  readonly suite: "bookworm" | "sid";
  readonly package: string;
  /** Where the program lies below the root of the package, as a folder of its own name may hold a version. */
  readonly programs: readonly string[];
}

/** Gives a folder with one runnable script per program in `bin/`, and the unpacked packages in `root/`. */
export function debianPackage(tool: DebianTool): Promise<string> {
  return cached(`debian-${tool.suite}-${tool.package}`, async (folder) => {
    const work = join(dirname(folder), "apt");
    const root = join(folder, "root");
    await mkdir(root);
    for (const archive of await download(tool, work)) await run("dpkg-deb", ["-x", archive, root]);
    await writeLaunchers(folder, root, tool.programs);
    await rm(work, { recursive: true });
  });
}

async function download(tool: DebianTool, work: string): Promise<string[]> {
  for (const part of ["lists/partial", "cache/archives/partial", "deb", "state"]) {
    await mkdir(join(work, part), { recursive: true });
  }
  await writeFile(join(work, "sources.list"), `deb ${await mirror()} ${tool.suite} main\n`);
  await writeFile(join(work, "status"), "");
  const apt = (...args: string[]) => run("apt-get", [...privateApt(work), ...args], { cwd: join(work, "deb") });
  await apt("update", "-qq");
  const closure = await apt("install", "--print-uris", "-y", "-qq", tool.package);
  const names = [...closure.matchAll(/^'[^']*' ([^_\s]+)_/gm)].flatMap(([, name]) => (name ? [name] : []));
  // Scripts in perl come with the servers; nothing here runs them, and perl is a third of the download.
  await apt("download", "-qq", ...names.filter((name) => !/^(lib)?perl/.test(name)));
  return (await readdir(join(work, "deb"))).map((file) => join(work, "deb", file));
}

/** Apt that reads and writes only its own folder: works beside a running apt, as any user. */
function privateApt(work: string): string[] {
  const settings = {
    "Dir::Etc::sourcelist": join(work, "sources.list"),
    "Dir::Etc::sourceparts": "-",
    "Dir::State": join(work, "state"),
    "Dir::State::lists": join(work, "lists"),
    "Dir::State::status": join(work, "status"),
    "Dir::Cache": join(work, "cache"),
    "Debug::NoLocking": "true",
    "APT::Sandbox::User": userInfo().username,
    "APT::Install-Recommends": "false",
    "Acquire::Languages": "none",
  };
  return Object.entries(settings).map(([name, value]) => `-o${name}=${value}`);
}

/** The Debian mirror this machine itself uses. */
async function mirror(): Promise<string> {
  const files = ["/etc/apt/sources.list"];
  if (existsSync("/etc/apt/sources.list.d")) {
    for (const name of await readdir("/etc/apt/sources.list.d")) {
      if (/\.(list|sources)$/.test(name)) files.push(join("/etc/apt/sources.list.d", name));
    }
  }
  for (const file of files) {
    if (!existsSync(file)) continue;
    const uri = /^(?:URIs:|deb\s(?:\[[^\]]*\])?)\s*(\S+\/debian\/?)(?:\s|$)/m.exec(await readFile(file, "utf8"))?.[1];
    if (uri) return uri;
  }
  throw new Error(
    "no Debian mirror in this machine's apt configuration: set COVET_TEST_MYSQL_URL, COVET_TEST_MARIADB_URL and " +
      "install psql, pg_dump and sqlite3 instead",
  );
}

/** Programs of another Debian release need that release's loader and C library. */
async function writeLaunchers(folder: string, root: string, programs: readonly string[]): Promise<void> {
  const loader = await only(root, ["lib/*/ld-linux-*.so.*", "usr/lib/*/ld-linux-*.so.*"]);
  const architecture = basename(dirname(loader));
  const libraries = [`usr/lib/${architecture}`, `lib/${architecture}`, "usr/lib/mysql/private"];
  const path = libraries.map((library) => `$root/${library}`).join(":");
  await mkdir(join(folder, "bin"));
  for (const program of programs) {
    const at = await only(root, [program]);
    const script = join(folder, "bin", basename(at));
    await writeFile(
      script,
      [
        "#!/bin/sh",
        `root=$(cd "$(dirname "$0")/../root" && pwd)`,
        `exec "$root/${loader}" --library-path "${path}" "$root/${at}" "$@"`,
        "",
      ].join("\n"),
    );
    await chmod(script, 0o755);
  }
}

async function only(root: string, patterns: readonly string[]): Promise<string> {
  const [found] = await glob([...patterns], { cwd: root });
  if (!found) throw new Error(`${patterns.join(" or ")} is not in the package unpacked at ${root}`);
  return found;
}
