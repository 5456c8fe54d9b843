/** Stopping in the middle: what runs is cancelled, what is open is rolled back, and the process says 130. */

import { setImmediate } from "node:timers/promises";
import type { Connection } from "../dialect/connection.js";

/** Never leaves this room: the runner turns it into a Failure that says where things stand. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}

export function throwIfInterrupted(signal: AbortSignal | null): void {
  if (signal?.aborted) throw new Interrupted();
}

/** A driver that does not yield would keep a signal from ever being seen. */
export async function breathe(signal: AbortSignal | null): Promise<void> {
  await setImmediate();
  throwIfInterrupted(signal);
}

/** Cancels the statement that is running when the signal comes, and waits until that cancel has been sent. */
export async function cancellable<T>(
  connection: Connection,
  signal: AbortSignal | null,
  work: () => Promise<T>,
): Promise<T> {
  let sent: Promise<void> = Promise.resolve();
  const cancel = () => {
    sent = connection.cancel().catch(() => undefined);
  };
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    return await work();
  } finally {
    signal?.removeEventListener("abort", cancel);
    await sent;
  }
}
