/** The operation that undoes another. */

import type { Operation } from "./operation.js";

/** An involution: inverting twice gives the operation back. */
export function invert(operation: Operation): Operation {
  const { noun, on } = operation;
  // One cast a line: TypeScript cannot see that noun, before and after still agree.
  switch (operation.verb) {
    case "create":
      return { verb: "drop", noun, on, before: operation.after } as Operation;
    case "drop":
      return { verb: "create", noun, on, after: operation.before } as Operation;
    case "alter":
      return { verb: "alter", noun, on, before: operation.after, after: operation.before } as Operation;
    case "rename":
      return { verb: "rename", noun, on, from: operation.to, to: operation.from } as Operation;
  }
}

/** What undoes a list: each operation inverted, in reverse. It walks back through the states the list went through. */
export function invertAll(operations: readonly Operation[]): Operation[] {
  return operations.map(invert).reverse();
}
