/** How a project's migrations and its target stand: applied, pending, edited, missing, half done, drifted. */

import { readStatus, type Status } from "../migration/status.js";
import { readProjectMigrations } from "./migration-files.js";
import { type Project, withConnection } from "./project.js";
import { readScope } from "./scope.js";

export type { Status };

export function statusProject(project: Project): Promise<Status> {
  return withConnection(project, true, async (connection, dialect) => {
    const migrations = await readProjectMigrations(project, dialect);
    const scope = await readScope(project, migrations);
    const { app, target } = project;
    return readStatus({ dialect, connection, migrations, app, historySchema: target.historySchema, scope });
  });
}
