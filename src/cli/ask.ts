/** A question to the person at the terminal; elsewhere it fails with the flag that answers it. */

import { exit, Failure } from "../diagnostic/failure.js";

/** Returns when the answer is yes. Throws Failure for anything else. */
export async function ask(question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) {
    throw new Failure(`${question} Nobody is there to answer`, { exitCode: exit.refused, hint: "add --yes" });
  }
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} [y/N] `);
    if (/^y(es)?$/i.test(answer.trim())) return;
  } finally {
    terminal.close();
  }
  throw new Failure("stopped: the answer was no", { exitCode: exit.refused });
}
