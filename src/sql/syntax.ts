/** How a dialect spells SQL text: the data the lexer needs. */

export interface SqlSyntax {
  /** Characters that open a quoted name, each with the one that closes it (doubled inside). */
  readonly nameQuotes: ReadonlyMap<string, string>;
  /** `"text"` is a string, not a name. */
  readonly doubleQuotedStrings: boolean;
  /** `\'` inside a plain string does not end it. */
  readonly backslashEscapes: boolean;
  /** `E'…'` strings with backslash escapes. */
  readonly escapeStrings: boolean;
  /** `$$ … $$` and `$tag$ … $tag$`. */
  readonly dollarQuotes: boolean;
  /** Block comments nest. */
  readonly nestedComments: boolean;
  /** `#` starts a line comment. */
  readonly hashComments: boolean;
  /** `--` starts a comment only before white space. */
  readonly dashNeedsSpace: boolean;
  /** Operators are the longest run of operator characters (a rule of PostgreSQL's lexer). */
  readonly longOperators: boolean;
}
