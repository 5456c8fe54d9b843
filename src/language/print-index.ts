/** Prints an index. */

import type { Vocabulary } from "../dialect/vocabulary.js";
import type { IndexPart, IndexSchema } from "../model/index-schema.js";
import { formatWord } from "../model/name.js";
import {
  printBackticks,
  printColumns,
  printCommentWord,
  printDotted,
  printParens,
  printSetting,
} from "./print-words.js";

export function printIndex(index: IndexSchema, target: Vocabulary): string[] {
  const parts = index.parts.map(printPart).join(", ");
  const words = [
    `${index.unique ? "unique index" : "index"} (${parts})`,
    index.method === null ? null : `using ${formatWord(index.method)}`,
    index.include.length === 0 ? null : `include ${printColumns(index.include)}`,
    index.nullsNotDistinct ? "nulls not distinct" : null,
    index.where === null ? null : `where ${printParens(index.where)}`,
    index.name === null ? null : `as ${formatWord(index.name)}`,
    ...printCommentWord(index.comment),
    ...index.settings.map((setting) => printSetting(setting, target.dialect)),
  ];
  return words.filter((word) => word !== null);
}

const plainCall = /^[a-z_]\w*\([a-z_]\w*(?:, [a-z_]\w*)*\)$/;

function printPart(part: IndexPart): string {
  const sql = part.expression?.sql ?? null;
  const subject = sql === null ? formatWord(part.column ?? "") : plainCall.test(sql) ? sql : printBackticks(sql);
  const words = [
    subject,
    part.prefix === null ? null : `prefix ${part.prefix}`,
    part.collation === null ? null : `collate ${printDotted(part.collation)}`,
    part.operatorClass === null ? null : `ops ${part.operatorClass}`,
    part.descending ? "desc" : null,
    part.nulls === null ? null : `nulls ${part.nulls}`,
  ];
  return words.filter((word) => word !== null).join(" ");
}
