/** Mocha's root hooks: stops the servers after the last test. */
import { stopServers } from "./servers.js";

export const mochaHooks = {
  async afterAll(): Promise<void> {
    await stopServers();
  },
};
