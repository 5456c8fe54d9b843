/** Writes `docs/types.md` anew: `npx tsx test/support/write-types-page.ts`. */

import { writeFileSync } from "node:fs";
import { loadVocabularies } from "../../src/dialects/registry.js";
import { typesPage } from "../../src/language/types-page.js";

writeFileSync(new URL("../../docs/types.md", import.meta.url), typesPage(await loadVocabularies()));
