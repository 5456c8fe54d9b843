/** Keeps two covet runs on one database apart. */

import { setTimeout as sleep } from "node:timers/promises";
import { exit, Failure } from "../diagnostic/failure.js";
import type { Connection } from "../dialect/connection.js";
import type { RunnerEvents } from "./events.js";
import { throwIfInterrupted } from "./interrupt.js";

/** One for the whole database: apps that share it take turns. */
const lockName = "covet";
const pollMs = 100;

export interface LockInput {
  readonly connection: Connection;
  readonly lockWaitMs: number;
  readonly events: RunnerEvents;
  readonly signal: AbortSignal | null;
}

/**
 * Asks again and again instead of waiting in the engine: a waiter inside PostgreSQL would deadlock with a
 * CREATE INDEX CONCURRENTLY of the holder. `holder` says who is at work, where that can be known.
 */
export async function withLock<T>(
  input: LockInput,
  holder: () => Promise<string | null>,
  work: () => Promise<T>,
): Promise<T> {
  const { connection, lockWaitMs, events, signal } = input;
  const start = performance.now();
  let told = start;
  while (!(await connection.tryLock(lockName))) {
    throwIfInterrupted(signal);
    const now = performance.now();
    const waited = now - start;
    if (waited >= lockWaitMs) throw await busy(connection, waited, holder);
    if (now - told >= 1000) {
      told = now;
      events({ kind: "waiting", milliseconds: waited });
    }
    await sleep(Math.max(1, Math.min(pollMs, lockWaitMs - waited)));
  }
  try {
    return await work();
  } finally {
    // A lost connection has let go of the lock already, and must not hide why it was lost.
    await connection.unlock(lockName).catch(() => undefined);
  }
}

async function busy(connection: Connection, waited: number, holder: () => Promise<string | null>): Promise<Failure> {
  const known = await holder().catch(() => null);
  return new Failure(`another covet is at work on ${connection.label}`, {
    exitCode: exit.locked,
    details: [known ?? "", waited >= 1000 ? `waited ${(waited / 1000).toFixed(1)} s` : ""].filter(Boolean),
    hint: "Wait for it to end, or give it longer with --lock-wait.",
  });
}
