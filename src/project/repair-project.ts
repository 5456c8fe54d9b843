/** Writes down the answers that no catalog can give, so that `apply` can go on. */

import { type RepairAnswer, repairMigration } from "../migration/repair.js";
import { readProjectMigrations } from "./migration-files.js";
import { type Project, withConnection } from "./project.js";
import { readScope } from "./scope.js";
import { toolVersion } from "./version.js";

/** Gives one sentence that says what was written down. */
export function repairProject(project: Project, answer: RepairAnswer): Promise<string> {
  return withConnection(project, false, async (connection, dialect) => {
    const migrations = await readProjectMigrations(project, dialect);
    return repairMigration({
      dialect,
      connection,
      migrations,
      app: project.app,
      historySchema: project.target.historySchema,
      lockWaitMs: 0,
      scope: await readScope(project, migrations),
      toolVersion: toolVersion(),
      events: () => undefined,
      signal: project.signal,
      answer,
    });
  });
}
