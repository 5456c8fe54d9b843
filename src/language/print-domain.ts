/** Prints a domain: on one line, or with a line for each check where one has a comment. */

import type { Vocabulary } from "../dialect/vocabulary.js";
import type { DomainSchema } from "../model/domain-schema.js";
import { formatName } from "../model/name.js";
import { printInlineConstraint } from "./print-constraint.js";
import { printCommentWord, printDocLines, printDotted, printLine, printType, printValue } from "./print-words.js";

/** `domain email as text not null check (value like '%_@_%') as email_shape` */
export function printDomain(domain: DomainSchema, target: Vocabulary): string {
  const body = printDomainBody(domain, printCommentWord(domain.comment), "", target);
  return [...printDocLines(domain.comment), body].join("\n");
}

/** All but the comment above; `words` are the @words at its end. The first line starts where the caller is. */
export function printDomainBody(
  domain: DomainSchema,
  words: readonly string[],
  indent: string,
  target: Vocabulary,
): string {
  const head = [
    `domain ${formatName(domain)} as ${printType(domain.type, target)}`,
    domain.collation === null ? null : `collate ${printDotted(domain.collation)}`,
    domain.default === null ? null : `= ${printValue(domain.default, target)}`,
    domain.nullable ? null : "not null",
  ].filter((part) => part !== null);
  const line = (parts: readonly string[]) => printLine(parts, indent).slice(indent.length);
  if (domain.checks.every(({ comment }) => comment === null))
    return line([...head, ...domain.checks.map(printInlineConstraint), ...words]);
  const below = [
    ...domain.checks.flatMap((check) => [...printDocLines(check.comment), printInlineConstraint(check)]),
    ...(words.length === 0 ? [] : [words.join(" ")]),
  ];
  return [line(head), ...below.map((text) => `${indent}  ${text}`)].join("\n");
}
