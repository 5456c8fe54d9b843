/** Indexes and rules that cannot stay where a column goes, if only to come again: they go before it and come after it. */

import { type Statement, statement } from "../../dialect/statement.js";
import type { TableSchema } from "../../model/table-schema.js";
import { constraintDefinition, constraintExtras, dropConstraint } from "./constraint-definition.js";
import { columnsIn } from "./expressions.js";
import { createIndex, indexName } from "./index-definition.js";
import { identifyAgain } from "./replica-identity.js";
import { quoteName } from "./syntax.js";

/** Foreign keys are set aside elsewhere, for longer. */
export function membersOf(table: TableSchema, names: readonly string[]): Pick<TableSchema, "constraints" | "indexes"> {
  const listed = (columns: readonly (string | null)[]) => columns.some((name) => name !== null && names.includes(name));
  const spoken = (sql: string | undefined) => sql !== undefined && columnsIn(sql, names).size > 0;
  return {
    constraints: table.constraints.filter((rule) => {
      if (rule.kind === "check") return spoken(rule.expression.sql);
      return rule.kind !== "foreignKey" && listed([...rule.columns, ...rule.include]);
    }),
    indexes: table.indexes.filter(
      ({ parts, include, where }) =>
        listed([...parts.map(({ column }) => column), ...include]) ||
        [where, ...parts.map(({ expression }) => expression)].some((text) => spoken(text?.sql)),
    ),
  };
}

export function dropMembers(table: TableSchema, names: readonly string[]): Statement[] {
  const { constraints, indexes } = membersOf(table, names);
  return [
    ...constraints.map((rule) => dropConstraint(rule, table)),
    ...indexes.map(({ name }) => statement(`DROP INDEX ${quoteName(indexName(name ?? "", table))}`)),
  ];
}

export function addMembers(table: TableSchema, names: readonly string[]): Statement[] {
  const { constraints, indexes } = membersOf(table, names);
  return [
    ...indexes.flatMap((index) => createIndex(index, table, { concurrently: false, guards: [] })),
    ...constraints.flatMap((rule) => [
      statement(`ALTER TABLE ${quoteName(table)} ADD ${constraintDefinition(rule)}`),
      ...constraintExtras(rule, table),
    ]),
    ...identifyAgain(table, [...constraints, ...indexes]),
  ];
}
