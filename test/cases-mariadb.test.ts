/** Every case of test/cases on MariaDB 10.11. */

import { testEngines } from "./support/engines.js";
import { describeCases } from "./support/run-case.js";

for (const engine of testEngines.filter(({ name }) => name === "mariadb1011")) describeCases(engine);
