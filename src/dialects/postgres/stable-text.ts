/** Catalog text in the spelling that gives the same catalog text again. */

import { lexSql, type SqlToken, significant } from "../../sql/lexer.js";
import { syntax } from "./syntax.js";

/**
 * `varchar_column IN ('a', 'b')` is printed with casts that, written back, are printed in yet another way. Only the
 * author's spelling leads to the same text, so that what is dropped and made again is what it was.
 */
export function stableText(sql: string): string {
  const tokens = significant(lexSql(sql, syntax));
  let result = "";
  let copied = 0;
  for (let at = 0; at < tokens.length; at++) {
    const match = matchSet(tokens, at);
    const [first, last] = [tokens[at], tokens[match?.end ?? -1]];
    if (match === null || first === undefined || last === undefined) continue;
    result += `${sql.slice(copied, first.start)}${match.text}`;
    copied = last.start + last.text.length;
    at = match.end;
  }
  return result + sql.slice(copied);
}

const words = (text: string): string[] => text.split(" ");

/** `(c)::text = ANY ((ARRAY['a'::character varying, …])::text[])`: what it was written as, and its last token. */
function matchSet(tokens: readonly SqlToken[], start: number): { text: string; end: number } | null {
  let at = start;
  const take = (list: readonly string[]): boolean => {
    const fits = list.every((text, place) => tokens[at + place]?.text === text);
    if (fits) at += list.length;
    return fits;
  };
  if (!take(["("])) return null;
  const column = tokens[at++];
  if (column?.kind !== "word" && column?.kind !== "name") return null;
  if (!take(words(") :: text"))) return null;
  const not = take(words("<> ALL"));
  if (!not && !take(words("= ANY"))) return null;
  if (!take(words("( ( ARRAY ["))) return null;
  const items: string[] = [];
  do {
    const item = tokens[at++];
    if (item?.kind !== "string" || !take(words(":: character varying"))) return null;
    items.push(item.text);
  } while (take([","]));
  if (items.length < 2 || !take(words("] ) :: text [ ] )"))) return null;
  return { text: `${column.text} ${not ? "NOT IN" : "IN"} (${items.join(", ")})`, end: at - 1 };
}
