/**
 * Checks and indexes with words of their own that stand in the way of another type of a column they mention: the server
 * would print them with casts from the type before, not know their operators, or take a collation that the column has
 * too for the column's; or between changes of several computed columns, where no row can be expected to keep a rule.
 * They are dropped before the change and added again after it, as they are to be then. Such an index is never built
 * beside the writers: the change of type holds them off and writes the table with all its other indexes anew, and a build
 * of its own would leave the table without its index where one of the two fails.
 */

import { type Statement, statement } from "../../dialect/statement.js";
import type { ConstraintSchema } from "../../model/constraint-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { equal } from "../../model/equal.js";
import type { IndexSchema } from "../../model/index-schema.js";
import { type ObjectName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import type { Operation } from "../../operation/operation.js";
import { constraintDefinition, constraintExtras, dropConstraint } from "./constraint-definition.js";
import { columnsIn } from "./expressions.js";
import { createIndex, indexName } from "./index-definition.js";
import { findTable, type State } from "./lowering.js";
import { replacedTypes } from "./replaced-types.js";
import { identifyAgain } from "./replica-identity.js";
import { quoteName } from "./syntax.js";
import { changedTypes, columnsOf } from "./type-users.js";

interface Member {
  readonly noun: "constraint" | "index";
  readonly on: ObjectName;
  readonly name: string;
}

export class TextsAside {
  #aside: Member[] = [];

  /** Whether the operation is about something that is aside, so that nothing is there to change until it comes back. */
  concern(operation: Operation): boolean {
    this.#followTable(operation);
    const member = this.#aside.find((aside) => isAbout(operation, aside));
    if (member === undefined) return false;
    if (operation.verb === "rename")
      this.#aside = this.#aside.map((aside) => (aside === member ? { ...aside, name: operation.to } : aside));
    return true;
  }

  #followTable(operation: Operation): void {
    if (operation.verb !== "rename") return;
    const { noun, on, from, to } = operation;
    this.#aside = this.#aside.map((member) => {
      if (noun === "namespace" && member.on.schema === from) return { ...member, on: { ...member.on, schema: to } };
      const moves = noun === "table" && sameName(member.on, { schema: on.schema, name: from });
      return moves ? { ...member, on: { ...member.on, name: to } } : member;
    });
  }

  /** Whether texts wait for a change of an enum: a value that is only added could not be used before it is committed. */
  awaits(operation: Operation, before: DatabaseSchema): boolean {
    if (operation.noun !== "enum" || operation.verb !== "alter") return false;
    return this.#aside.some((member) => {
      const [table, item] = [findTable(before, member.on), findMember(before, member)];
      return table !== null && item !== null && blocks(operation, table, item, before);
    });
  }

  /** What the operation cannot pass; and what it alters for the sake of a change of type that is still to come. */
  stepAside(operation: Operation, state: State, coming: () => readonly Operation[]): Statement[] {
    const { before, after } = state;
    const passes = operation.noun === "enum" && replacedTypes(operation, state).length === 0;
    const early = altersWords(operation) ? coming() : [];
    return this.without(before).tables.flatMap((table) => {
      const goes = (noun: Member["noun"], item: ConstraintSchema | IndexSchema): boolean => {
        const name = item.name;
        if (name === null) return false;
        const member = { noun, on: { schema: table.schema, name: table.name }, name };
        const altered = isAbout(operation, member) ? findMember(after, member) : null;
        const waits =
          altered !== null &&
          early.some((next) =>
            [item, altered].some((at) => blocks(next, table, at, before) || recomputes(next, table, at)),
          );
        const between =
          recomputes(operation, table, item) &&
          coming().some((next) => alters(next, member) || recomputes(next, table, item));
        if (!waits && !between && (passes || !blocks(operation, table, item, before))) return false;
        this.#aside.push(member);
        return true;
      };
      return [
        ...table.constraints.filter((rule) => goes("constraint", rule)).map((rule) => dropConstraint(rule, table)),
        ...table.indexes
          .filter((index) => goes("index", index))
          .map(({ name }) => statement(`DROP INDEX ${quoteName(indexName(name ?? "", table))}`)),
      ];
    });
  }

  /** The schema as writers see it: what is aside is not there. */
  without(schema: DatabaseSchema): DatabaseSchema {
    if (this.#aside.length === 0) return schema;
    return {
      ...schema,
      tables: schema.tables.map((table) => {
        const names = (noun: Member["noun"]) =>
          this.#aside.flatMap((member) => (member.noun === noun && sameName(member.on, table) ? member.name : []));
        const [rules, indexes] = [names("constraint"), names("index")];
        return {
          ...table,
          constraints: table.constraints.filter(({ name }) => name === null || !rules.includes(name)),
          indexes: table.indexes.filter(({ name }) => name === null || !indexes.includes(name)),
        };
      }),
    };
  }

  view(state: State): State {
    return { ...state, before: this.without(state.before), after: this.without(state.after) };
  }

  /** As they are now, unless they are still to change, or columns in their text are. `there`: what is not aside elsewhere. */
  comeBack(now: DatabaseSchema, there: () => DatabaseSchema, coming: () => readonly Operation[]): Statement[] {
    if (this.#aside.length === 0) return [];
    const [rest, visible] = [coming(), there()];
    this.#aside = this.#aside.filter((member) => findMember(now, member) !== null);
    const stays = (member: Member): boolean => {
      const [table, item] = [findTable(now, member.on), findMember(visible, member)];
      if (table === null || item === null) return true;
      return rest.some(
        (next) => alters(next, member) || blocks(next, table, item, now) || recomputes(next, table, item),
      );
    };
    const back = this.#aside.filter((member) => !stays(member));
    this.#aside = this.#aside.filter((member) => !back.includes(member));
    return back.flatMap((member) => {
      const item = findMember(now, member);
      if (item === null) return [];
      if (!("kind" in item))
        return [
          ...createIndex(item, member.on, { concurrently: false, guards: [] }),
          ...identifyAgain(findTable(now, member.on), [item]),
        ];
      return [
        statement(`ALTER TABLE ${quoteName(member.on)} ADD ${constraintDefinition(item)}`),
        ...constraintExtras(item, member.on),
      ];
    });
  }
}

function isAbout(operation: Operation, { noun, on, name }: Member): boolean {
  if (operation.noun !== noun || operation.verb === "create" || !sameName(operation.on, on)) return false;
  return name === (operation.verb === "rename" ? operation.from : operation.before.name);
}

function alters(operation: Operation, member: Member): boolean {
  return operation.verb === "alter" && isAbout(operation, member);
}

function altersWords(operation: Operation): boolean {
  if (operation.verb !== "alter" || (operation.noun !== "constraint" && operation.noun !== "index")) return false;
  return [operation.before, operation.after].some(
    (item) => textsOf(item).length > 0 || collatedColumns(item).length > 0,
  );
}

function findMember(schema: DatabaseSchema, { noun, on, name }: Member): ConstraintSchema | IndexSchema | null {
  const table = findTable(schema, on);
  const items = noun === "constraint" ? table?.constraints : table?.indexes;
  return items?.find((item) => item.name === name) ?? null;
}

function textsOf(item: ConstraintSchema | IndexSchema): string[] {
  if ("kind" in item) return item.kind === "check" ? [item.expression.sql] : [];
  return [item.where, ...item.parts.map(({ expression }) => expression)].flatMap((text) => text?.sql ?? []);
}

/** Columns that an index reads in another collation than their own. */
function collatedColumns(item: ConstraintSchema | IndexSchema): string[] {
  if ("kind" in item) return [];
  return item.parts.flatMap(({ column, collation }) => (column === null || collation === null ? [] : column));
}

/** Whether the operation changes the type of a column that the words mention, be it only computed from the one that changes. */
function blocks(
  operation: Operation,
  table: TableSchema,
  item: ConstraintSchema | IndexSchema,
  schema: DatabaseSchema,
): boolean {
  const changed = retypedColumns(operation, table, schema);
  if (changed.length === 0) return false;
  if (collatedColumns(item).some((name) => changed.includes(name))) return true;
  const computed = table.columns.filter(
    ({ generated }) => generated !== null && columnsIn(generated.expression.sql, changed).size > 0,
  );
  return columnsIn(textsOf(item).join(" "), [...changed, ...computed.map(({ name }) => name)]).size > 0;
}

/** Whether a column that the words mention gets other values: rows may break a rule until all it speaks of has changed. */
function recomputes(operation: Operation, table: TableSchema, item: ConstraintSchema | IndexSchema): boolean {
  if (operation.noun !== "column" || operation.verb !== "alter" || !sameName(operation.on, table)) return false;
  const { before, after } = operation;
  return !equal(before.generated, after.generated) && columnsIn(textsOf(item).join(" "), [before.name]).size > 0;
}

function retypedColumns(operation: Operation, table: TableSchema, schema: DatabaseSchema): string[] {
  if (operation.verb !== "alter") return [];
  if (operation.noun === "column") {
    const { on, before, after } = operation;
    const retyped = !equal(before.type, after.type) || before.collation !== after.collation;
    return retyped && sameName(on, table) ? [before.name] : [];
  }
  return columnsOf(changedTypes(operation, schema), table);
}
