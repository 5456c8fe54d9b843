/** Every case of test/cases on PostgreSQL 18. */

import { testEngines } from "./support/engines.js";
import { describeCases } from "./support/run-case.js";

for (const engine of testEngines.filter(({ name }) => name === "postgres18")) describeCases(engine);
