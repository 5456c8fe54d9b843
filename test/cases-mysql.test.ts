/** Every case of test/cases on MySQL 9. */

import { testEngines } from "./support/engines.js";
import { describeCases } from "./support/run-case.js";

for (const engine of testEngines.filter(({ name }) => name === "mysql9")) describeCases(engine);
