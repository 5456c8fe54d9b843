/** Pulls every case's schema on SQLite and PostgreSQL. */

import { testEngines } from "../support/engines.js";
import { describePulls } from "../support/pull-cases.js";

for (const engine of testEngines) if (["sqlite", "postgres15"].includes(engine.name)) describePulls(engine);
