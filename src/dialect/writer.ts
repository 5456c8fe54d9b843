/** How a dialect writes one noun: four functions, one file per noun. */

import type { DatabaseSchema } from "../model/database-schema.js";
import type { Alter, Create, Drop, Inner, Noun, Rename } from "../operation/operation.js";
import type { LowerContext } from "./dialect.js";
import type { Statement } from "./statement.js";

/** The schema just before and just after the operation being written. */
export interface WriterState {
  readonly before: DatabaseSchema;
  readonly after: DatabaseSchema;
  readonly context: LowerContext;
}

export interface NounWriter<N extends Noun> {
  create(operation: Create<N>, state: WriterState): Statement[];
  drop(operation: Drop<N>, state: WriterState): Statement[];
  alter(operation: Alter<N>, state: WriterState): Statement[];
  rename(operation: Rename<N>, state: WriterState): Statement[];
}

export type Writers = { readonly [N in Noun]: NounWriter<N> } & {
  readonly [N in Inner]: { rename(operation: Rename<N>, state: WriterState): Statement[] };
};
