/** From operations to statements: each noun's writer in turn, around it what stands in the way. */

import type { LowerContext } from "../../dialect/dialect.js";
import type { PhysicalStep, Statement } from "../../dialect/statement.js";
import { usingOf } from "../../dialect/using.js";
import type { Writers } from "../../dialect/writer.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { apply } from "../../operation/apply.js";
import type { Operation } from "../../operation/operation.js";
import { columns } from "./columns.js";
import { aroundRemade, ColumnsAside } from "./columns-aside.js";
import { constraints } from "./constraints.js";
import { domainChecks, domains } from "./domains.js";
import { enums, enumValues } from "./enums.js";
import { indexes } from "./indexes.js";
import { KeysAside } from "./keys-aside.js";
import { lackingIn } from "./lacking.js";
import type { State } from "./lowering.js";
import { namespaces } from "./namespaces.js";
import { StartNames } from "./start-names.js";
import { tables } from "./tables.js";
import { TextsAside } from "./texts-aside.js";
import { refusedByUsers } from "./users.js";
import { valueAfter } from "./using.js";
import { refusedByVirtual } from "./virtual-columns.js";

const writers: Writers = {
  namespace: namespaces,
  enum: enums,
  domain: domains,
  table: tables,
  column: columns,
  index: indexes,
  constraint: constraints,
  enumValue: enumValues,
  domainCheck: domainChecks,
};

export function lower(
  operations: readonly Operation[],
  before: DatabaseSchema,
  end: DatabaseSchema,
  context: LowerContext,
): PhysicalStep[] {
  const start = new StartNames();
  const keys = new KeysAside();
  const computed = new ColumnsAside();
  const texts = new TextsAside();
  let now = before;
  const steps = operations.map((operation, at): PhysicalStep => {
    const replacesEnum = texts.awaits(operation, now) || computed.awaits(operation, now);
    const state: State = { before: now, after: apply(now, operation), end, context, start, replacesEnum };
    now = state.after;
    const coming = () => operations.slice(at + 1);
    const impossible =
      lackingIn(operation, context.version) ??
      refusedByVirtual(operation, state) ??
      refusedByUsers(operation, state, coming);
    if (impossible !== null) return { operations: [operation], name: null, statements: [], irreversible: impossible };
    const isKeyAside = keys.concern(operation);
    const first = [
      ...(isKeyAside ? [] : keys.stepAside(operation, state, coming)),
      ...texts.stepAside(operation, computed.view(state), coming),
      ...computed.postpone(operation, texts.view(state), coming),
    ];
    const isAside = [isKeyAside, texts.concern(operation), computed.concern(operation)].includes(true);
    const seen = texts.view(state);
    const statements = [
      ...first,
      ...(isAside
        ? []
        : [
            ...computed.stepAside(operation, seen),
            ...aroundRemade(operation, seen, write(operation, computed.view(seen))),
          ]),
      ...computed.comeBack(seen.after, coming),
      ...texts.comeBack(now, () => computed.view(state).after, coming),
    ];
    const using = usingOf(operation, context);
    if (using !== null && operation.noun === "column" && "after" in operation)
      start.make(operation.on, operation.after.name, valueAfter(operation.on, operation.after, using, state));
    start.follow(operation, state.before);
    return { operations: [operation], name: null, statements, irreversible: null };
  });
  const back = keys.comeBack(now);
  const last = steps.findLastIndex(({ irreversible }) => irreversible === null);
  const step = steps[last];
  return step === undefined ? steps : steps.with(last, { ...step, statements: [...step.statements, ...back] });
}

function write(operation: Operation, state: State): Statement[] {
  if (operation.noun === "enumValue") return writers.enumValue.rename(operation, state);
  if (operation.noun === "domainCheck") return writers.domainCheck.rename(operation, state);
  // The operation's noun picks the writer for that noun; TypeScript cannot follow the pair through the look-up.
  const writer = writers[operation.noun] as {
    [V in Operation["verb"]]: (operation: Operation, state: State) => Statement[];
  };
  return writer[operation.verb](operation, state);
}
