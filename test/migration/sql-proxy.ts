/** Stands between a client and a MySQL or MariaDB server, and cuts the wire at one statement: before it, or after it ran. */

import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export interface Proxy {
  /** The same database, by way of here. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * `kill` is called when the statement arrives, which the server then never sees, or when the server has answered it, which
 * the client then never sees.
 */
export async function sqlProxy(
  url: string,
  statement: string,
  moment: "before" | "after",
  kill: () => void,
): Promise<Proxy> {
  const target = new URL(url);
  const wanted = Buffer.from(statement);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    }
    let answered = false;
    const cut = () => {
      kill();
      client.destroy();
      upstream.destroy();
    };
    let waiting = Buffer.alloc(0);
    client.on("data", (data: Buffer) => {
      waiting = Buffer.concat([waiting, data]);
      for (;;) {
        const length = 4 + (waiting.length < 4 ? 0 : waiting.readUIntLE(0, 3));
        if (waiting.length < 4 || waiting.length < length) return;
        const packet = waiting.subarray(0, length);
        waiting = waiting.subarray(length);
        // COM_QUERY begins a conversation.
        if (packet[3] === 0 && packet[4] === 3 && packet.includes(wanted)) {
          if (moment === "before") return cut();
          answered = true;
        }
        upstream.write(packet);
      }
    });
    upstream.on("data", (data: Buffer) => {
      if (answered) cut();
      else client.write(data);
    });
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const here = new URL(url);
  here.hostname = "127.0.0.1";
  here.port = String((server.address() as AddressInfo).port);
  return {
    url: here.href,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
