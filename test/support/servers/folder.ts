/** Where a throwaway server keeps its data: in memory where the system has room for it there, for DDL waits for the disk. */
import { mkdtemp, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const memory = "/dev/shm";
const enough = 4 * 2 ** 30;

export async function serverFolder(prefix: string): Promise<string> {
  const room = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return mkdtemp(join(room > enough ? memory : tmpdir(), prefix));
}
