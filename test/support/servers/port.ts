/** Finds a loopback port nobody listens on, outside the range the kernel hands to clients. */
import { createServer } from "node:net";

const first = 61000;
const last = 64999;

export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = first + Math.floor(Math.random() * (last - first + 1));
    if (await free(port)) return port;
  }
  throw new Error(`no free loopback port between ${first} and ${last}`);
}

function free(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ host: "127.0.0.1", port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
