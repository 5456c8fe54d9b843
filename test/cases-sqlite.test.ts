/** Every case of test/cases on SQLite. */

import { testEngines } from "./support/engines.js";
import { describeCases } from "./support/run-case.js";

for (const engine of testEngines.filter(({ name }) => name === "sqlite")) describeCases(engine);
