/** Every case of test/cases on PostgreSQL 15. */

import { testEngines } from "./support/engines.js";
import { describeCases } from "./support/run-case.js";

for (const engine of testEngines.filter(({ name }) => name === "postgres15")) describeCases(engine);
