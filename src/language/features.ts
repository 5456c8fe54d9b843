/** What a schema asks for that its target lacks, in words. */

import type { Feature } from "../dialect/vocabulary.js";
import type { Span } from "../text/source.js";
import type { Binding } from "./binding.js";

const phrases: Readonly<Record<Feature, string>> = {
  namespaces: "schemas",
  deferrable: "deferrable keys",
  deferrableForeignKey: "deferrable foreign keys",
  includeColumns: "`include` columns",
  nullsNotDistinct: "`nulls not distinct` keys",
  noInherit: "`no inherit` checks",
  notValid: "`not valid` constraints",
  notEnforced: "`not enforced` constraints",
  matchFull: "`match full` foreign keys",
  setNullColumns: "column lists behind `set null` and `set default`",
  partialIndex: "indexes with `where`",
  expressionIndex: "indexes on expressions",
  prefixIndex: "indexed prefixes",
  operatorClass: "operator classes",
  nullsOrder: "`nulls first` and `nulls last` in indexes",
  indexMethod: "index methods",
  indexCollation: "collations in indexes",
  concurrentIndex: "concurrent index builds",
  arrays: "array types",
  identityAlways: "`identity always` columns",
  identityOutsideKey: "identity columns that are not the whole primary key",
  sequenceOptions: "sequence options",
  serial: "serial columns",
  generatedStored: "stored generated columns",
  generatedVirtual: "virtual generated columns",
  generatedFromGenerated: "generated columns made of generated columns",
  unsigned: "unsigned types",
  collation: "column collations",
  typelessColumn: "columns without a type",
  nullableKey: "primary keys with nulls",
  exclude: "exclude constraints",
  partitions: "partitioned tables",
};

/** Reports the feature when the target lacks it; true when it has it. */
export function requireFeature({ target, all, report }: Binding, feature: Feature, span: Span): boolean {
  const fix = target.lacks.get(feature);
  if (fix === undefined) return true;
  const having = all.filter((vocabulary) => !vocabulary.lacks.has(feature)).map((vocabulary) => vocabulary.dialect);
  const title =
    having.length > 0
      ? `${phrases[feature]} exist only on ${joinWords(having)}; this schema targets ${target.dialect}`
      : `${target.dialect} has no ${phrases[feature]}`;
  report.error("COV2203", span, title, { hint: fix });
  return false;
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
