/** Two hashes of a migration file: one that only SQL changes, one that any character changes. */

import { createHash } from "node:crypto";
import type { Dialect } from "../dialect/dialect.js";
import { lexSql, significant } from "../sql/lexer.js";
import type { FileStatement, MigrationFile } from "./file.js";

export interface FileHashes {
  /** Of the tokens of all statements: comments, white space and line ends do not count. Of code the whole text. */
  readonly statements: string;
  /** Of the whole text, without byte order mark, with LF line ends. */
  readonly text: string;
}

export function hashFile(file: MigrationFile, dialect: Pick<Dialect, "syntax">): FileHashes {
  return {
    statements: shortHash(
      (["forward", "backward"] as const).flatMap((half) => [
        half,
        ...file[half].steps.flatMap((step) => tokensOf(step.statements, dialect)),
      ]),
    ),
    text: hashText(file),
  };
}

export function hashText(file: MigrationFile): string {
  return shortHash([plain(file.text)]);
}

/** Says whether the statements already run are still those of the file. */
export function hashStatements(statements: readonly FileStatement[], dialect: Pick<Dialect, "syntax">): string {
  return shortHash(tokensOf(statements, dialect));
}

function tokensOf(statements: readonly FileStatement[], dialect: Pick<Dialect, "syntax">): string[] {
  return statements.flatMap((statement) =>
    statement.kind === "code"
      ? [plain(statement.text)]
      : [...significant(lexSql(withLf(statement.sql), dialect.syntax)).map((token) => token.text), ";"],
  );
}

const withLf = (text: string) => text.replaceAll("\r\n", "\n");

const plain = (text: string) => withLf(text.replace(/^\ufeff/, ""));

/** 16 hex digits of SHA-256. */
export function shortHash(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
