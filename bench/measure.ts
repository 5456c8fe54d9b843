/** Times whole processes against each other: runs alternate, so that a busy moment of the machine hits all of them. */
import { spawnSync } from "node:child_process";

export interface Contender {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The median milliseconds of each contender's process, in the order given; the first round only warms up. */
export function race(contenders: readonly Contender[], rounds: number): number[] {
  const times: number[][] = contenders.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    contenders.forEach((contender, index) => {
      const spent = time(contender);
      if (round > 0) times[index]?.push(spent);
    });
  }
  return times.map(median);
}

function time({ name, args, cwd, env }: Contender): number {
  const start = performance.now();
  const ran = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const spent = performance.now() - start;
  if (ran.status !== 0) throw new Error(`${name} ended with ${ran.status}:\n${ran.stdout}${ran.stderr}`);
  return spent;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
