/** Words that cannot be a bare column name: the keyword lists of the engines, as they answer for themselves. */

const words = (list: string): string[] => list.split(" ");

/** Reserved everywhere: bare, they are never a column. */
const everywhere = new Set(
  words(
    "all and as case cast check collate constraint create default deferrable distinct else end except foreign from " +
      "group having in intersect into is isnull join limit not notnull null on or order primary references returning " +
      "select table then to union unique using when where exists between like similar any some array",
  ),
);

/** Reserved somewhere: bare, some engine would stumble over them or quote them itself. */
const somewhere = new Set([
  ...everywhere,
  // pg_get_keywords(), categories R, T and C.
  ...words(
    "analyse analyze asc asymmetric authorization binary both collation column concurrently cross current_catalog " +
      "current_date current_role current_schema current_time current_timestamp current_user desc do false fetch for " +
      "freeze full grant ilike initially inner lateral leading left localtime localtimestamp natural offset only " +
      "outer overlaps placing right session_user symmetric tablesample trailing true user variadic verbose window " +
      "with bigint bit boolean char character coalesce dec decimal extract float greatest grouping inout int " +
      "integer interval least national nchar none normalize nullif numeric out overlay position precision real row " +
      "setof smallint substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement " +
      "xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable",
  ),
  // What `CREATE TABLE t(…)` of SQLite refuses as a column.
  ...words("add alter autoincrement commit delete drop escape index insert nothing raise set transaction update"),
]);

/** No engine reads this word, bare, as a column. */
export function isKeyword(word: string): boolean {
  return everywhere.has(word.toLowerCase());
}

/** Some engine does not read this word, bare, as a column. */
export function needsQuotes(word: string): boolean {
  return somewhere.has(word.toLowerCase());
}
