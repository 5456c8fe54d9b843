/** Pulls every case's schema on MySQL and MariaDB. */

import { testEngines } from "../support/engines.js";
import { describePulls } from "../support/pull-cases.js";

for (const engine of testEngines) if (["mysql9", "mariadb1011"].includes(engine.name)) describePulls(engine);
