/**
 * Adopts a database that was there before covet: writes the migrations that would have made it, and records them on it as
 * applied, without running them. A new database can then be made from the folder.
 */

import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { exit, Failure } from "../diagnostic/failure.js";
import type { Connection } from "../dialect/connection.js";
import type { Dialect } from "../dialect/dialect.js";
import { adoptCheckNames } from "../diff/domain-checks.js";
import { adoptNames } from "../diff/pair.js";
import type { Bound } from "../language/bind.js";
import { History } from "../migration/history.js";
import { readKnownPairs } from "../migration/known-pairs.js";
import type { DatabaseSchema } from "../model/database-schema.js";
import { formatName } from "../model/name.js";
import { planCreation } from "../plan/creation.js";
import { makePlan, type PlanResult } from "../plan/plan.js";
import type { Plan } from "../plan/planned.js";
import { readProjectMigrations } from "./migration-files.js";
import { type Project, shownPath, withConnection } from "./project.js";
import { readSchema } from "./read-schema.js";
import { applyProject } from "./run-project.js";
import { scopeOf } from "./scope.js";
import { nameMigrations, writePlan } from "./write-plan.js";

export interface BaselineOptions {
  /** Words for the file name. */
  readonly slug: string | null;
  readonly write: boolean;
}

export interface BaselineOutcome {
  /** Names of the migrations; with `write`, recorded as applied. */
  readonly migrations: readonly string[];
  readonly written: readonly string[];
  readonly tables: number;
  readonly undecided: Plan["undecided"];
  /** What a new database lacks that this one has: `view live_posts`. */
  readonly unmanaged: readonly string[];
}

export async function baselineProject(project: Project, options: BaselineOptions): Promise<BaselineOutcome> {
  const bound = await readSchema(project, project.target.dialect);
  const { outcome, paths } = await withConnection(project, true, (connection, dialect) =>
    write(project, options, bound, connection, dialect),
  );
  if (!options.write) return outcome;
  try {
    await applyProject(project, { fake: true });
  } catch (error) {
    // Unrecorded, the files would wait to be run on a database that has all of it.
    await Promise.all(paths.map((path) => rm(path, { force: true })));
    throw error;
  }
  return outcome;
}

async function write(
  project: Project,
  { slug, write }: BaselineOptions,
  bound: Bound,
  connection: Connection,
  dialect: Dialect,
): Promise<{ readonly outcome: BaselineOutcome; readonly paths: readonly string[] }> {
  const { historySchema } = project.target;
  const migrations = await readProjectMigrations(project, dialect);
  const history = await History.open(dialect, connection, project.app, historySchema);
  if ((await history.rows()).length > 0)
    throw new Failure("covet has worked on this database already", {
      exitCode: exit.refused,
      hint: "a baseline is the first entry of a history; `covet status` shows what there is",
    });
  if (migrations.length > 0)
    throw new Failure(`there are migrations in ${shownPath(project, project.migrations)} already`, {
      exitCode: exit.refused,
      hint: "if this database has what they make, record them with `covet apply --fake`",
    });
  const known = await readKnownPairs(dialect, connection, historySchema);
  const scope = scopeOf(project, bound, migrations);
  const made = await makePlan({ dialect, connection, after: bound.schema, hints: bound.hints, scope, known });
  refuseDifference(made);
  const settled = await dialect.settle(made.live.schema, dialect.normalize(bound.schema), connection, known);
  const rules = adoptCheckNames(made.live.schema, settled.schema, dialect.nameFor);
  const named = adoptNames(made.live.schema, rules, dialect.nameFor);
  const after = withAuthoredTexts(named, dialect.normalize(bound.schema));
  const creation = planCreation(dialect, after, bound.hints, connection.version);
  const plan = { ...made.plan, migrations: creation };
  const files = nameMigrations(plan, migrations, [], slug ?? "baseline");
  const paths = write ? await writePlan(project, files, connection.version, []) : [];
  return {
    paths: paths.map((path) => resolve(project.root, path)),
    outcome: {
      migrations: files.map(({ name }) => name),
      written: paths.map((path) => shownPath(project, path)),
      tables: after.tables.length,
      undecided: made.plan.undecided,
      unmanaged: made.live.unmanaged.map((item) => `${item.kind} ${formatName(item)}`),
    },
  };
}

/** The files must say what the database has: a migration made from them would else make something else. */
function refuseDifference({ plan, live }: PlanResult): void {
  const { tables, enums } = live.schema;
  if (tables.length + enums.length === 0)
    throw new Failure("there is nothing in this database to adopt", {
      exitCode: exit.refused,
      hint: "run `covet plan` and `covet apply` to make what the schema files say",
    });
  const steps = plan.migrations.flatMap(({ forward }) => forward.steps);
  if (steps.length === 0) return;
  throw new Failure("the schema files do not say what this database has", {
    exitCode: exit.refused,
    details: steps.map(({ kind, object }) => `${kind} ${object}`),
    hint: "run `covet pull` to bring the files to the database, then `covet baseline` again",
  });
}

/** Names and shape as they are in the database, with the texts as their author wrote them. */
function withAuthoredTexts(named: DatabaseSchema, authored: DatabaseSchema): DatabaseSchema {
  const tables = named.tables.map((table, at) => {
    const own = authored.tables[at];
    return {
      ...table,
      columns: table.columns.map((column, i) => {
        const line = own?.columns[i];
        return line === undefined ? column : { ...column, default: line.default, generated: line.generated };
      }),
      constraints: table.constraints.map((constraint, i) => {
        const rule = own?.constraints[i];
        return constraint.kind === "check" && rule?.kind === "check"
          ? { ...constraint, expression: rule.expression }
          : constraint;
      }),
      indexes: table.indexes.map((index, i) => {
        const rule = own?.indexes[i];
        if (rule === undefined || rule.parts.length !== index.parts.length) return index;
        const parts = index.parts.map((part, j) => ({
          ...part,
          expression: rule.parts[j]?.expression ?? part.expression,
        }));
        return { ...index, parts, where: rule.where };
      }),
    };
  });
  return { ...named, tables };
}
