/**
 * What the language must know of a dialect: words, types, settings, limits. Data only; handed to `language` by `project`.
 */

/** A portable type of the language and what it becomes here. */
export interface PortableType {
  /** Engine's spelling with the arguments written `$1`, `$2`: `numeric($1,$2)`. For documentation and hover. */
  readonly engine: string;
  /** Why this dialect has none, with the fix; null when it has one. */
  readonly lacking: string | null;
  /** Said once per file set when it is used; null for none. */
  readonly warning: string | null;
}

export interface SettingSpec {
  /** One sentence. */
  readonly doc: string;
  /** What stands in the parentheses: none at all, a number, one of a list, or any text. */
  readonly value: "none" | "number" | "text" | readonly string[];
}

/** What a schema may ask for that not every engine has. */
export type Feature =
  | "namespaces"
  | "deferrable"
  | "deferrableForeignKey"
  | "includeColumns"
  | "nullsNotDistinct"
  | "noInherit"
  | "notValid"
  | "notEnforced"
  | "matchFull"
  | "setNullColumns"
  | "partialIndex"
  | "expressionIndex"
  | "prefixIndex"
  | "operatorClass"
  | "nullsOrder"
  | "indexMethod"
  | "indexCollation"
  | "concurrentIndex"
  | "arrays"
  | "identityAlways"
  | "identityOutsideKey"
  | "sequenceOptions"
  | "serial"
  | "generatedStored"
  | "generatedVirtual"
  /** A generated column may be made of another one. */
  | "generatedFromGenerated"
  | "unsigned"
  | "collation"
  | "typelessColumn"
  /** Columns of a primary key that may be null (SQLite keeps an old mistake). */
  | "nullableKey"
  | "exclude"
  | "partitions";

export interface Vocabulary {
  /** `postgres`, `mysql`, `mariadb`, `sqlite`. */
  readonly dialect: string;
  /** Names that `for` and `@for` answer to: its own, and those it takes over (`mariadb` takes `mysql`). */
  readonly answersTo: readonly string[];
  /** Longest name the engine stores whole. */
  readonly identifierLength: { readonly limit: number; readonly unit: "bytes" | "characters" } | null;
  /** What no name may hold beside NUL, and how to say so; null where anything goes. */
  readonly refusedInNames: { readonly pattern: RegExp; readonly says: string } | null;
  /** Column names that differ only in upper and lower case are one name (SQLite, MySQL). */
  readonly foldsCase: boolean;
  /** So are table names, whatever the server's settings and file system (SQLite). */
  readonly foldsTableCase: boolean;
  /** A unique constraint is nothing but its index, so `unique (…)` is bound as a unique index (MySQL). */
  readonly uniqueIsIndex: boolean;
  /** Two tables of a namespace may have indexes of one name (MySQL). */
  readonly indexNamesPerTable: boolean;
  /** Portable types by covet name. */
  readonly portable: ReadonlyMap<string, PortableType>;
  /** The engine's own type names (lower case, aliases and spellings of several words included). */
  readonly nativeTypes: ReadonlySet<string>;
  /** Any type name is taken as written (SQLite). */
  readonly anyType: boolean;
  /** Settings by what carries them. Names are lower case, without the dialect. A name ending in `.*` opens a family. */
  readonly settings: {
    readonly table: ReadonlyMap<string, SettingSpec>;
    readonly column: ReadonlyMap<string, SettingSpec>;
    readonly index: ReadonlyMap<string, SettingSpec>;
    readonly constraint: ReadonlyMap<string, SettingSpec>;
  };
  /** Index methods by name; empty where `using` means nothing. */
  readonly indexMethods: ReadonlySet<string>;
  /** Features the engine lacks, each with the words that mend it (`Wrap it in "for postgres { }"`). */
  readonly lacks: ReadonlyMap<Feature, string>;
  /** Types, by the name an author gives them, whose columns are a key only up to a length; empty where any may be. */
  readonly keysNeedLength: ReadonlySet<string>;
  /** Types, by the names an author gives them, in groups: a foreign key leads from none to another. Empty: it may. */
  readonly comparable: readonly ReadonlySet<string>[];
  /** SQL for the two functions covet maps: `now()` and `gen_random_uuid()`, with no arguments. */
  readonly functions: ReadonlyMap<string, string>;
  /** SQL for the text of a `'…'` literal. */
  readonly literal: (text: string) => string;
}
