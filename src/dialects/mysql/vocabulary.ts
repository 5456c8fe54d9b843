/** MySQL's and MariaDB's words: types, settings and limits, so that schemas may speak of them before covet connects. */

import type { Feature, PortableType, SettingSpec, Vocabulary } from "../../dialect/vocabulary.js";
import { literal } from "./syntax.js";

function same(engine: string): PortableType {
  return { engine, lacking: null, warning: null };
}

const noIntervals = 'there is no interval here; store seconds in a bigint, or wrap the column in "for postgres { }"';
const noArrays = 'there are no arrays here; use json or a table of its own, or wrap the column in "for postgres { }"';

const portable: ReadonlyMap<string, PortableType> = new Map<string, PortableType>([
  ["smallint", same("smallint")],
  ["int", same("int")],
  ["bigint", same("bigint")],
  ["bool", same("tinyint(1)")],
  ["decimal", same("decimal($1,$2)")],
  ["float", same("float")],
  ["double", same("double")],
  ["text", { engine: "text", lacking: null, warning: "`text` holds 64 KiB on MySQL; write `mediumtext` for more" }],
  ["varchar", same("varchar($1)")],
  ["char", same("char($1)")],
  ["bytes", same("longblob")],
  ["uuid", same("char(36)")],
  ["date", same("date")],
  ["time", same("time($1)")],
  ["timestamp", same("datetime($1)")],
  [
    "timestamptz",
    { engine: "timestamp($1)", lacking: null, warning: "`timestamptz` becomes TIMESTAMP on MySQL, which ends in 2038" },
  ],
  ["json", same("json")],
  ["jsonb", same("json")],
  ["interval", { engine: "", lacking: noIntervals, warning: null }],
]);

const nativeTypes: ReadonlySet<string> = new Set([
  ..."bit tinyint bool boolean smallint mediumint int integer bigint decimal dec numeric fixed float real".split(" "),
  ..."double date time datetime timestamp year char varchar binary varbinary tinyblob blob mediumblob".split(" "),
  ..."longblob tinytext text mediumtext longtext enum set json geometry point linestring polygon".split(" "),
  ..."multipoint multilinestring multipolygon geometrycollection geomcollection vector".split(" "),
  ...["double precision", "national char", "national varchar", "nchar", "nvarchar", "char varying", "character"],
  ...["character varying", "long varchar", "long varbinary", "serial"],
]);

function text(doc: string): SettingSpec {
  return { doc, value: "text" };
}
function number(doc: string): SettingSpec {
  return { doc, value: "number" };
}
function flag(doc: string): SettingSpec {
  return { doc, value: "none" };
}

const tableSettings: ReadonlyMap<string, SettingSpec> = new Map([
  ["engine", text("Storage engine: `InnoDB`, `MyISAM`, `MEMORY`, `ARCHIVE` …")],
  ["charset", text("Character set of new columns.")],
  ["collate", text("Collation of new columns.")],
  ["row_format", text("How rows are stored: `dynamic`, `compressed`, `redundant`, `compact`.")],
  ["key_block_size", number("Page size in KiB for compressed tables.")],
  ["compression", text("Page compression: `zlib`, `lz4`, `none`.")],
  ["encryption", text("Encryption of the table's file: `Y` or `N`.")],
  ["stats_persistent", text("Whether statistics outlive a restart: `0`, `1`, `default`.")],
  ["stats_auto_recalc", text("Whether statistics renew themselves: `0`, `1`, `default`.")],
  ["stats_sample_pages", number("Pages sampled for statistics.")],
  ["max_rows", number("Rows expected at most.")],
  ["min_rows", number("Rows expected at least.")],
  ["avg_row_length", number("Bytes expected per row.")],
  ["checksum", text("Live checksum of the rows (MyISAM): `0` or `1`.")],
  ["delay_key_write", text("Delayed index writes (MyISAM): `0` or `1`.")],
  ["pack_keys", text("Packed index keys (MyISAM): `0`, `1`, `default`.")],
]);

const columnSettings: ReadonlyMap<string, SettingSpec> = new Map([
  ["type", text("Type of the column on this engine.")],
  ["default", text("Default of the column on this engine.")],
  ["charset", text("Character set of the column.")],
  ["on_update", text("Value at every update: `current_timestamp(6)`.")],
  ["invisible", flag("Left out of `SELECT *`.")],
  ["srid", number("Reference system of a spatial column.")],
]);

const indexSettings: ReadonlyMap<string, SettingSpec> = new Map([
  ["parser", text("Parser of a full-text index: `ngram`, `mecab`.")],
  ["invisible", flag("Kept up to date but not used by the optimizer.")],
]);

/** What MariaDB has not, or cannot be asked about. */
const mysqlOnly = new Set(["compression", "encryption", "srid"]);
function shared(settings: ReadonlyMap<string, SettingSpec>): [string, SettingSpec][] {
  return [...settings].filter(([name]) => !mysqlOnly.has(name));
}

const mariadbOnly = {
  table: new Map([
    ["page_checksum", text("Page checksums (Aria): `0` or `1`.")],
    ["transactional", text("Crash safety (Aria): `0` or `1`.")],
    ["page_compressed", text("Page compression: `0` or `1`.")],
    ["page_compression_level", number("Level of page compression, 1 to 9.")],
    ["encrypted", text("Encryption of the table: `yes`, `no`, `default`.")],
    ["encryption_key_id", number("Key the table is encrypted with.")],
    ["system_versioning", flag("Keeps the history of its rows.")],
  ]),
  column: new Map([
    ["compressed", text("Column compression: `zlib`.")],
    ["without_system_versioning", flag("Changes of the column make no row history.")],
  ]),
  index: new Map([["ignored", flag("Kept up to date but not used by the optimizer.")]]),
};

const onlyPostgres = 'wrap it in "for postgres { }"';
const lacks: ReadonlyMap<Feature, string> = new Map<Feature, string>([
  ["deferrable", onlyPostgres],
  ["deferrableForeignKey", onlyPostgres],
  ["includeColumns", 'add the columns to the index itself, or wrap it in "for postgres { }"'],
  ["nullsNotDistinct", onlyPostgres],
  ["noInherit", onlyPostgres],
  ["notValid", onlyPostgres],
  ["matchFull", onlyPostgres],
  ["setNullColumns", onlyPostgres],
  ["partialIndex", 'index a generated column that is null outside the condition, or wrap it in "for postgres { }"'],
  ["operatorClass", onlyPostgres],
  ["nullsOrder", onlyPostgres],
  ["indexCollation", 'give the column its collation, or wrap the index in "for postgres { }"'],
  ["concurrentIndex", "leave it out: building an index does not block writers here"],
  ["arrays", noArrays],
  ["identityAlways", "write `identity`"],
  ["sequenceOptions", 'only `start` exists here; wrap the column in "for postgres { }"'],
  ["serial", "write `bigint identity`"],
  ["typelessColumn", "give the column a type"],
  ["nullableKey", "remove the `?`"],
  ["exclude", onlyPostgres],
]);

/** Whole numbers of one width, texts (`uuid` is one on MySQL), and what is kept as bytes; as InnoDB takes and refuses keys. */
function comparable(texts: string, bytes: string): ReadonlySet<string>[] {
  const groups = ["tinyint bool boolean", "smallint", "mediumint date", "int integer", "bigint", texts, bytes];
  return groups.map((names) => new Set(names.split(" ")));
}

export const mysqlVocabulary: Vocabulary = {
  dialect: "mysql",
  answersTo: ["mysql"],
  identifierLength: { limit: 64, unit: "characters" },
  refusedInNames: {
    pattern: /[\u{10000}-\u{10ffff}]| $/u,
    says: "no character beyond U+FFFF and no space at the end",
  },
  foldsCase: true,
  foldsTableCase: false,
  uniqueIsIndex: true,
  indexNamesPerTable: true,
  portable,
  nativeTypes,
  anyType: false,
  settings: { table: tableSettings, column: columnSettings, index: indexSettings, constraint: new Map() },
  indexMethods: new Set(["btree", "hash", "fulltext", "spatial"]),
  lacks,
  keysNeedLength: new Set([
    ..."text tinytext mediumtext longtext blob tinyblob mediumblob longblob bytes json jsonb".split(" "),
  ]),
  comparable: comparable("varchar char character uuid", "binary varbinary datetime timestamp timestamptz time"),
  functions: new Map([
    ["now", "current_timestamp(6)"],
    ["gen_random_uuid", "(uuid())"],
  ]),
  literal,
};

export const mariadbVocabulary: Vocabulary = {
  ...mysqlVocabulary,
  dialect: "mariadb",
  answersTo: ["mariadb", "mysql"],
  comparable: comparable("varchar char character", "binary varbinary datetime timestamp timestamptz time uuid"),
  portable: new Map([...portable, ["uuid", same("uuid")], ["json", same("json")], ["jsonb", same("json")]]),
  nativeTypes: new Set([
    ...[...nativeTypes].filter((name) => name !== "geomcollection"),
    "uuid",
    "inet4",
    "inet6",
    "xmltype",
  ]),
  settings: {
    table: new Map([...shared(tableSettings), ...mariadbOnly.table]),
    column: new Map([...shared(columnSettings), ...mariadbOnly.column]),
    index: new Map([...indexSettings, ...mariadbOnly.index]),
    constraint: new Map(),
  },
  lacks: new Map<Feature, string>([
    ...lacks,
    ["expressionIndex", "index a generated column instead"],
    ["notEnforced", 'leave the rule out, or wrap it in "for mysql { }"'],
  ]),
  functions: new Map([
    ["now", "current_timestamp(6)"],
    ["gen_random_uuid", "uuid()"],
  ]),
};
