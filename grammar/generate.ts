/** Writes what is made from the grammar: `npx tsx grammar/generate.ts`. A test fails when it is out of date. */

import { writeFileSync } from "node:fs";
import { cstTypes } from "./cst-types.js";

writeFileSync(new URL("cst.ts", import.meta.url), cstTypes());
