/** Starts a server that cannot outlive the tests: a small shell beside it stops it when this process is gone, however it went. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "./account.js";

export interface Supervised {
  readonly folder: string;
  readonly command: string;
  readonly args: readonly string[];
  /** What stops this server at once; nothing in its folder is worth a slow end. */
  readonly stopSignal: "QUIT" | "KILL";
  readonly account: Account | null;
}

export interface Running {
  stop(): Promise<void>;
}

// Standard input is a pipe held by this process and by nobody else: its end is this process's end.
const supervisor = `
exec 3<&0
signal=$1 folder=$2; shift 2
"$@" </dev/null & server=$!
{ cat >/dev/null; kill -s "$signal" $server; sleep 10; kill -s KILL $server; } <&3 2>/dev/null & watch=$!
exec 3<&-
wait $server; code=$?
kill $watch 2>/dev/null
rm -rf "$folder"
exit $code`;

/** Resolves once `ready` stops failing; fails with the end of the server's log when the server dies or is too slow. */
export async function start(server: Supervised, ready: () => Promise<void>): Promise<Running> {
  const log = openSync(join(server.folder, "server.log"), "a+", 0o666);
  const child = spawn(
    "sh",
    ["-c", supervisor, "sh", server.stopSignal, server.folder, server.command, ...server.args],
    // Its own process group: Ctrl-C in a terminal reaches the tests only, and they stop it.
    { cwd: "/", detached: true, stdio: ["pipe", log, log], ...(server.account ?? {}) },
  );
  child.unref();
  const ended = exit(child);
  const stop = async () => {
    child.ref();
    child.stdin?.end();
    await ended;
  };
  const fail = (why: string) => new Error(`${server.command} ${why}\n${readAll(log).slice(-3000)}`);
  try {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const outcome = await Promise.race([ready().then(() => null, String), ended]);
      if (outcome === null) return { stop };
      if (typeof outcome === "number") throw fail(`ended with ${outcome}`);
      if (Date.now() > deadline) {
        await stop();
        throw fail(`is not ready after a minute: ${outcome}`);
      }
      await sleep(50);
    }
  } finally {
    closeSync(log);
  }
}

/** Reads by position, as the server writes through the same open file, which may have lost its name already. */
function readAll(file: number): string {
  const buffer = Buffer.alloc(1 << 20);
  return buffer.toString("utf8", 0, readSync(file, buffer, 0, buffer.length, 0));
}

function exit(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(-1));
    child.once("exit", (code) => resolve(code ?? -1));
  });
}
