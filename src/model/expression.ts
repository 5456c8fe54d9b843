/** Raw SQL that covet carries and compares but does not interpret. */

export interface Expression {
  /** Text as the author wrote it or as the catalog prints it, without outer white space. */
  readonly sql: string;
}
