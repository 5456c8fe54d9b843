/** What a dialect supports, as the generators of random schemas need to know it. */

import type { Feature } from "../../src/dialect/vocabulary.js";
import type { ColumnType } from "../../src/model/column-schema.js";
import type { Setting } from "../../src/model/setting.js";
import { typeOf } from "./build.js";

/** What values of a type can be used for: types of one group take each other's checks, defaults and rows. */
export type TypeGroup = "number" | "text" | "other";

export interface TypeSample {
  /** In the dialect's normal form. */
  readonly type: ColumnType;
  readonly group: TypeGroup;
  /** SQL texts that fit every type of the group. */
  readonly defaults: readonly string[];
  /** May be indexed, unique and referenced. */
  readonly key: boolean;
  /** May be an identity column. */
  readonly identity: boolean;
}

export interface Profile {
  readonly types: readonly TypeSample[];
  readonly lacks: ReadonlySet<Feature>;
  /** Named enum types. */
  readonly enums: boolean;
  /** Named types with rules of their own. */
  readonly domains: boolean;
  /** Columns that list their values themselves: `enum('a', 'b')`. */
  readonly inlineEnums: boolean;
  readonly comments: boolean;
  /** Constraints may go without a name. */
  readonly unnamedConstraints: boolean;
  /** An identity column is the sole column of the primary key. */
  readonly identityNeedsSoleKey: boolean;
  readonly collations: readonly string[];
  /** Methods beside the default one, for a plain index on one column. */
  readonly indexMethods: readonly string[];
  readonly operatorClasses: Readonly<Record<TypeGroup, readonly string[]>>;
  /** Whole lists of settings that go together. */
  readonly tableSettings: readonly (readonly Setting[])[];
  readonly columnSettings: readonly (readonly Setting[])[];
  readonly indexSettings: readonly (readonly Setting[])[];
  /** Names that need quotes: spaces, quotes, capitals, reserved words, emoji. */
  readonly oddNames: boolean;
}

const number = (name: string, identity: boolean, args: readonly string[] = []): TypeSample => ({
  type: typeOf(name, { args }),
  group: "number",
  defaults: ["0", "42", "-1"],
  key: true,
  identity,
});

const text = (name: string, args: readonly string[] = []): TypeSample => ({
  type: typeOf(name, { args }),
  group: "text",
  defaults: ["''", "'draft'", "'it''s'"],
  key: true,
  identity: false,
});

/** An engine that can do all the model can say: for the laws that need no database. */
export const everything: Profile = {
  types: [
    number("integer", true),
    number("bigint", true),
    number("decimal", false, ["12", "2"]),
    text("text"),
    text("varchar", ["80"]),
    { type: typeOf("boolean"), group: "other", defaults: ["true", "false"], key: true, identity: false },
    { type: typeOf("integer", { dimensions: 1 }), group: "other", defaults: ["'{}'"], key: false, identity: false },
    { type: typeOf("bytes"), group: "other", defaults: [], key: false, identity: false },
  ],
  lacks: new Set(),
  enums: true,
  domains: true,
  inlineEnums: true,
  comments: true,
  unnamedConstraints: false,
  identityNeedsSoleKey: false,
  collations: ["C"],
  indexMethods: ["hash"],
  operatorClasses: { text: ["text_pattern_ops"], number: [], other: [] },
  tableSettings: [[{ name: "fillfactor", value: "70" }], [{ name: "unlogged", value: null }]],
  columnSettings: [[{ name: "storage", value: "external" }]],
  indexSettings: [[{ name: "fillfactor", value: "80" }]],
  oddNames: true,
};

/** The same, with constraints that may go unnamed and no namespaces or enum types. */
export const plain: Profile = {
  ...everything,
  lacks: new Set(["namespaces", "includeColumns", "nullsNotDistinct", "notValid", "notEnforced"]),
  enums: false,
  domains: false,
  comments: false,
  unnamedConstraints: true,
  identityNeedsSoleKey: true,
};
