/** A server must not outlive the process that started it, even one that had no chance to say goodbye. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { connect } from "../support/servers.js";

for (const signal of ["SIGKILL", "SIGINT"] as const) {
  it(`a server ends when its tests end by ${signal}`, async function () {
    this.timeout(600_000);
    const { COVET_TEST_POSTGRES15_URL: _, ...env } = process.env;
    const program = fileURLToPath(new URL("../support/servers/hold.ts", import.meta.url));
    const holder = spawn(process.execPath, ["--import=tsx", program, "postgres15"], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const url = await announced(holder);
    await (await connect("postgres15", url)).close();
    holder.kill(signal);
    await once(holder, "exit");
    expect(await refused(url)).to.match(/ECONNREFUSED/);
  });
}

async function announced(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    const url = /='(.*)'\n/.exec(text)?.[1];
    if (url) return url;
  }
  throw new Error("the holder ended before it had a server");
}

/** The server is given a while to end; the last answer counts. */
async function refused(url: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const answer = await connect("postgres15", url).then((connection) => connection.close().then(() => "up"), String);
    if (answer.includes("ECONNREFUSED") || attempt === 100) return answer;
    await sleep(100);
  }
}
