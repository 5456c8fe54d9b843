/** Turns a complaint of the argument parser into a message with a way out. */

import { Failure } from "../diagnostic/failure.js";
import { nearest } from "../language/suggest.js";
import { toFailure } from "./command.js";

/** Commands covet will have; asking for one early deserves more than "unknown". */
const later = "verify format lint diff squash rebase kept purge graph explain lsp".split(" ");

/** What the parser said of the words it was given; `help` is the help text of the command they belong to. */
export class UsageError extends Error {}

function unknownCommand(word: string, known: readonly string[]): Failure {
  if (later.includes(word)) {
    return new Failure(`\`covet ${word}\` is not part of this version yet`, { hint: "see the commands: covet --help" });
  }
  const near = nearest(word, known);
  return new Failure(`\`${word}\` is not a command of covet`, {
    hint: near === null ? "see the commands: covet --help" : `write: covet ${near}`,
  });
}

function unknownFlags(names: readonly string[], known: readonly string[], command: string): Failure {
  // The parser lists `foo-bar` a second time as `fooBar`.
  const flags = names.filter(
    (name) => !/[A-Z]/.test(name) || !names.some((other) => camel(other) === name && other !== name),
  );
  const [first = ""] = flags;
  const near = nearest(first, known);
  const shown = flags.map((name) => `\`${name.length === 1 ? "-" : "--"}${name}\``).join(", ");
  return new Failure(`unknown ${flags.length === 1 ? "flag" : "flags"} ${shown}`, {
    hint: near === null ? `see the flags: covet ${command}--help` : `write --${near}`,
  });
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** `help`: the help text of the command that was read, which lists the words that would have been right. */
export function usageFailure(
  error: unknown,
  argv: readonly string[],
  help: string,
  commands: readonly string[],
): Failure {
  if (!(error instanceof UsageError)) return toFailure(error, false);
  const typed = argv.find((word) => !word.startsWith("-"));
  const command = typed !== undefined && commands.includes(typed) ? `${typed} ` : "";
  const flags = [...help.matchAll(/--([a-z][a-z-]*)/g)].map((match) => match[1] ?? "");
  const unknown = /^Unknown (?:argument|command)s?: (.*)$/.exec(error.message)?.[1]?.split(", ");
  if (unknown !== undefined) {
    const [word = ""] = unknown;
    const isFlag = argv.some((arg) => arg.startsWith("-") && arg.replace(/^-+/, "").split("=")[0] === word);
    if (isFlag) return unknownFlags(unknown, flags, command);
    if (command === "") return unknownCommand(word, commands);
    return new Failure(`\`covet ${command.trim()}\` does not take \`${unknown.join(" ")}\``, {
      hint: `see: covet ${command}--help`,
    });
  }
  if (error.message.startsWith("Not enough non-option arguments")) {
    const message = command === "" ? "no command given" : `\`covet ${command.trim()}\` needs one more word`;
    return new Failure(message, { hint: `see: covet ${command}--help` });
  }
  const [message = "", ...details] = error.message.split("\n").filter((line) => line.trim() !== "");
  return new Failure(message.charAt(0).toLowerCase() + message.slice(1), {
    details,
    hint: `see: covet ${command}--help`,
  });
}
