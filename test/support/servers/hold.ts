/** `npm run test:servers [engine…]`: starts servers, prints the variables that make test runs use them, and holds them until it is stopped. */
import { server } from "../servers.js";
import { type Engine, engines, urlVariables } from "./engine.js";

const asked = process.argv.slice(2);
const known = (name: string): name is Engine => engines.some((engine) => engine === name);
const unknown = asked.find((name) => !known(name));
if (unknown) throw new Error(`no server ${unknown}: one of ${engines.join(", ")}`);

for (const engine of asked.length > 0 ? asked.filter(known) : engines) {
  process.stdout.write(`export ${urlVariables[engine]}='${(await server(engine)).url}'\n`);
}
