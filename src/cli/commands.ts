/** Every command covet has. */

import type { CommandModule } from "yargs";
import { apply } from "./commands/apply.js";
import { baseline } from "./commands/baseline.js";
import { check } from "./commands/check.js";
import { init } from "./commands/init.js";
import { migrate } from "./commands/migrate.js";
import { plan } from "./commands/plan.js";
import { pull } from "./commands/pull.js";
import { repair } from "./commands/repair.js";
import { rollback } from "./commands/rollback.js";
import { sqlmigrate } from "./commands/sqlmigrate.js";
import { status } from "./commands/status.js";
import type { GlobalArguments } from "./options.js";

// Each command has arguments of its own; yargs only needs to know they extend the global ones.
export const commands = [
  init,
  plan,
  apply,
  status,
  rollback,
  check,
  pull,
  baseline,
  repair,
  migrate,
  sqlmigrate,
] as unknown as readonly CommandModule<GlobalArguments, GlobalArguments>[];

/** Names and aliases, to suggest one for a mistyped word. */
export const commandNames: readonly string[] = commands.flatMap(({ command, aliases }) =>
  [command, aliases].flat().flatMap((name) => (name === undefined ? [] : (name.split(" ")[0] ?? []))),
);
