/** covet as a library: the functions behind the commands, and the types they speak. */

export type { Diagnostic, Severity } from "./diagnostic/diagnostic.js";
export { type ExitCode, exit, Failure } from "./diagnostic/failure.js";
export type { Row, SqlValue } from "./dialect/connection.js";
export type { Bound } from "./language/bind.js";
export { defineMigration, type MigrationCode, type MigrationDatabase } from "./migration/code.js";
export type { RunnerEvent, RunnerEvents } from "./migration/events.js";
export type { MigrationFile } from "./migration/file.js";
export type { RepairAnswer } from "./migration/repair.js";
export type { RunResult } from "./migration/runner.js";
export type { MigrationStatus, Status } from "./migration/status.js";
export type { ColumnSchema, ColumnType, Generated, Identity } from "./model/column-schema.js";
export type {
  CheckSchema,
  ConstraintSchema,
  ForeignKeySchema,
  PrimaryKeySchema,
  UniqueSchema,
} from "./model/constraint-schema.js";
export type { DatabaseSchema } from "./model/database-schema.js";
export type { EnumSchema } from "./model/enum-schema.js";
export type { Expression } from "./model/expression.js";
export type { IndexPart, IndexSchema } from "./model/index-schema.js";
export type { ObjectName } from "./model/name.js";
export type { NamespaceSchema } from "./model/namespace-schema.js";
export type { Setting } from "./model/setting.js";
export type { TableSchema } from "./model/table-schema.js";
export type { Operation } from "./operation/operation.js";
export type { Plan, PlannedMigration, PlannedStep } from "./plan/planned.js";
export { type AutoOptions, type AutoOutcome, autoProject } from "./project/auto-project.js";
export { type BaselineOptions, type BaselineOutcome, baselineProject } from "./project/baseline-project.js";
export { type CheckOutcome, checkProject } from "./project/check-project.js";
export {
  type Config,
  defineConfig,
  type EnvReference,
  env,
  type SslConfig,
  type TargetConfig,
} from "./project/config.js";
export { type InitOutcome, initProject } from "./project/init-project.js";
export { type PlanOptions, type PlanOutcome, planProject } from "./project/plan-project.js";
export { loadProject, type Project, type ProjectOptions } from "./project/project.js";
export { type PullOptions, type PullOutcome, pullProject } from "./project/pull-project.js";
export { bindSources, readSchema } from "./project/read-schema.js";
export { repairProject } from "./project/repair-project.js";
export {
  type ApplyOptions,
  applyProject,
  type RollbackOptions,
  type RunOptions,
  rollbackProject,
} from "./project/run-project.js";
export { statusProject } from "./project/status-project.js";
export type { Target } from "./project/target.js";
export type { Source, Span } from "./text/source.js";
