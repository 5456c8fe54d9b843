/** PostgreSQL refuses to run as root: finds the account its server runs as instead. */
import { run } from "./command.js";

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Null when the tests do not run as root: the server then runs as the same user. */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const id = async (flag: string) => Number(await run("id", [flag, "nobody"]));
  return { uid: await id("-u"), gid: await id("-g") };
}
