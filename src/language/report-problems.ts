/** Reports what the lexer and the parser found wrong. */

import type { IRecognitionException } from "../../grammar/chevrotain.js";
import type { LexProblem } from "../../grammar/lexer.js";
import type { Source, Span } from "../text/source.js";
import { answerMismatch } from "./habits.js";
import type { Report } from "./report.js";

export function reportProblems(source: Source, problems: readonly LexProblem[], report: Report): void {
  let conflict = false;
  for (const { kind, start, end } of problems) {
    const span: Span = { source, start, end };
    const written = source.text.slice(start, end);
    switch (kind) {
      case "brace":
        report.error("COV1004", span, "this `{` is never closed", { hint: "write `}` where the block ends" });
        break;
      case "parenthesis":
        report.error("COV1005", span, "this `(` is never closed", { hint: "write `)` where it ends" });
        break;
      case "quote":
        report.error("COV1006", span, `this \`${written === "`" ? " ` " : written}\` is never closed`, {
          hint: "write the quote again where the text ends; inside the text it is doubled",
        });
        break;
      case "fence":
        report.error("COV1007", span, "this `$$` is never closed", {
          hint: "write the same `$$` or `$tag$` where the text ends",
        });
        break;
      case "mergeMarker":
        if (!conflict || written.startsWith("<"))
          report.error("COV1008", span, "a merge conflict is left in the file", {
            hint: "keep one of the two sides and delete the lines with the markers",
          });
        conflict = true;
        break;
      case "comment":
        report.error(
          "COV1009",
          { source, start, end: start + (written.startsWith("#") ? 1 : 2) },
          "a comment starts with `//`",
          {
            hint: written.startsWith("/*")
              ? "write `//` before each line"
              : "write `//`, or `///` for the database's own comment",
          },
        );
        break;
      case "semicolon":
        report.error("COV1012", span, "there is no `;`", { hint: "delete it: the line's end is enough" });
        break;
      case "character":
        report.error("COV1010", span, `\`${written}\` has no meaning here`, { hint: characterHint(written) });
        break;
    }
  }
}

function characterHint(written: string): string {
  if (/^[\u0080-\uffff]/.test(written)) return 'a name with such letters stands in double quotes: `"größe"`';
  if (written.startsWith("@")) return "a word for covet is written `@word`, one for an engine `@engine.word`";
  return "SQL stands in parentheses behind its word, or in backticks where a value stands";
}

export function reportError(source: Source, error: IRecognitionException, report: Report): void {
  const { token, previousToken, context } = error as IRecognitionException & { previousToken?: typeof error.token };
  const end = source.text.length;
  const after = previousToken === undefined ? 0 : (previousToken.endOffset ?? previousToken.startOffset - 1) + 1;
  // At the end of a line the place to write is right behind the last word.
  const here = /^(?:EOF|Newline)$/.test(token.tokenType.name) || token.image === "";
  const start = Math.min(here ? after : token.startOffset, end);
  const stop = here ? Math.min(start + 1, end) : Math.min((token.endOffset ?? start) + 1, end);
  const habit = answerMismatch(
    token,
    previousToken ?? null,
    context.ruleStack,
    error.message.startsWith("expected a name"),
  );
  const span: Span = { source, start, end: Math.max(start, stop) };
  if (habit === null) report.error("COV1001", span, error.message);
  else report.error(habit.code, span, habit.title, { hint: habit.hint });
}
