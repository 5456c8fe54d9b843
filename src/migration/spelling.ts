/**
 * How a name is spelled on one line of a migration file: any text goes in and comes back.
 *
 * Names come as people write them (`users."odd name"`). Line ends and characters that cannot be seen are written `\n`,
 * `\u{202e}`; outside double quotes the separators of the file (`, : @ ( ) ·`) get a backslash, so a reader that skips
 * quotes and backslashes finds only real separators.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not stand in a line.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|^[\ud800-\udfff]$/;
const separators = new Set(["(", ")", ",", ":", "@", "·"]);
const letters = new Map([
  ["\n", "n"],
  ["\r", "r"],
  ["\t", "t"],
]);
const meanings = new Map([...[...letters].map(([char, letter]) => [letter, char] as const), ["s", " "] as const]);

/** `spaces`: a space outside quotes is a separator too, as in `covet:allow`. */
export function spell(name: string, spaces = false): string {
  // With an odd quote the toggling below would not end outside: then each quote is escaped.
  const toggles = (name.split('"').length - 1) % 2 === 0;
  const chars = [...name];
  let quoted = false;
  let result = "";
  for (const [at, char] of chars.entries()) {
    const outer = at === 0 || at === chars.length - 1;
    if (char === '"') {
      if (toggles) quoted = !quoted;
      result += toggles ? char : '\\"';
    } else if (char === "\\") result += "\\\\";
    else if (unseen.test(char)) result += `\\${letters.get(char) ?? `u{${char.charCodeAt(0).toString(16)}}`}`;
    else if (!quoted && char === " " && (spaces || outer)) result += "\\s";
    else if (!quoted && separators.has(char)) result += `\\${char}`;
    else result += char;
  }
  return result;
}

export function unspell(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]{1,4})\}|([\s\S]))/g, (_all, hex?: string, char?: string) =>
    hex !== undefined ? String.fromCharCode(Number.parseInt(hex, 16)) : (meanings.get(char ?? "") ?? char ?? ""),
  );
}

/** Offset of a separator outside quotes and not escaped, or -1. */
export function findOutside(text: string, separator: string, from = 0): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text.startsWith(separator, at)) return at;
  }
  return -1;
}

export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = findOutside(text, separator); at >= 0; at = findOutside(text, separator, from)) {
    parts.push(text.slice(from, at));
    from = at + separator.length;
  }
  return [...parts, text.slice(from)];
}

/** Free text that usually is a plain word or two, such as the app's name: in JSON quotes where it would be misread. */
export function spellText(text: string): string {
  return /^[^\s"\\·](?:[^"\\·]*[^\s"\\·])?$/.test(text) && !hasUnseen(text) ? text : quoteText(text);
}

/** Characters that would end the line, or that nobody would see in it. */
export function hasUnseen(text: string): boolean {
  return [...text].some((char) => unseen.test(char));
}

/** As a JSON string without such characters. */
export function quoteText(text: string): string {
  const visible = (char: string) =>
    unseen.test(char) ? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}` : char;
  return [...JSON.stringify(text)].map(visible).join("");
}

export function unspellText(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
