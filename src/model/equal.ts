/** Structural comparison: two values of the model are equal when their canonical texts are. */

/** JSON with sorted keys: equal for equal values, whatever order their fields were written in. */
export function canonical(value: unknown): string {
  return write(value, false);
}

/** The same with a placeholder for the text of each expression, which an engine reprints. */
export function canonicalShape(value: unknown): string {
  return write(value, true);
}

function write(value: unknown, placeholders: boolean): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map((item) => write(item, placeholders)).join(",")}]`;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const keys = Object.keys(fields);
  if (placeholders && keys.length === 1 && typeof fields.sql === "string") return '{"sql":"…"}';
  let text = "";
  for (const key of sortedKeys(keys)) {
    const inner = fields[key];
    if (inner !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${write(inner, placeholders)}`;
  }
  return `{${text}}`;
}

function sortedKeys(keys: string[]): string[] {
  for (let at = 1; at < keys.length; at++) {
    if ((keys[at] ?? "") < (keys[at - 1] ?? "")) return keys.sort();
  }
  return keys;
}

/** The same answer as comparing canonical texts, without making them. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => equal(item, b[at]));
  const [left, right] = [a as Fields, b as Fields];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equal(left[key], right[key]))
  );
}

type Fields = Readonly<Record<string, unknown>>;
