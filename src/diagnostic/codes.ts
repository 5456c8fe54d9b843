/** Every diagnostic code with what it stands for, one block for each part of the language. */

export const codes = {
  // ------------------------------------------------ COV2xxx: binding (src/language/bind*.ts, rules/*)
  COV2001: "a table, enum, schema or mixin is declared twice",
  COV2002: "a column is declared twice in one table",
  COV2003: "an enum lists a value twice",
  COV2004: "two constraints of a table have the same name",
  COV2005: "two indexes of a schema have the same name",
  COV2006: "a name is longer than the engine stores",
  COV2007: "a name the engine cannot store",
  COV2008: "a schema that is not declared",
  COV2009: "two names differ only in upper and lower case",
  COV2010: "a table without columns or an enum without values",

  COV2101: "a type that is not known",
  COV2102: "wrong arguments of a type",
  COV2103: "a column has two sources for its value",
  COV2104: "identity on a column that is no integer",
  COV2105: "a value that is not understood",
  COV2106: "a column that may be null and cannot be",
  COV2107: "a sequence option that does not fit",

  COV2201: "a portable type the target lacks",
  COV2202: "a portable type that behaves differently on the target",
  COV2203: "a feature the target lacks",
  COV2204: "an index method that is not known",

  COV2301: "a column that does not exist",
  COV2302: "a table that does not exist",
  COV2303: "a column stands twice in one key",
  COV2304: "a table has two primary keys",
  COV2305: "a column of the primary key may be null",
  COV2306: "a foreign key with a different number of columns on each side",
  COV2307: "a foreign key to columns that are no key",
  COV2308: "a foreign key to a table without a primary key",
  COV2309: "a key over something that is not a plain column",
  COV2310: "an option that does not fit the constraint",

  COV2401: "a dialect that is not known",
  COV2402: "a setting that is not known",
  COV2403: "a wrong value of a setting",
  COV2404: "a setting in the wrong place",
  COV2405: "a setting that is given twice",
  COV2406: "@was without a name to rename to",

  COV2501: "a mixin that does not exist",
  COV2502: "a mixin that contains itself",
  COV2503: "a mixin member that cannot be shared",

  COV2901: "something covet can read but not yet do",
} as const;

export type Code = keyof typeof codes;
