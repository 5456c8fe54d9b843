/**
 * Property tests draw the same examples every time, so that CI is green or red for a reason. A campaign draws others:
 * `COVET_SEED=7`, or `COVET_SEED=random`.
 */

import { createRequire } from "node:module";
import fc from "fast-check";

const { COVET_SEED = "20261122" } = process.env;
if (COVET_SEED !== "random") {
  const seed = Number(COVET_SEED);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
  // Mocha may load a test either way, and each way has a fast-check of its own.
  const required = createRequire(import.meta.url)("fast-check");
  required.configureGlobal({ ...required.readConfigureGlobal(), seed });
}
