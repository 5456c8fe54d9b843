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
  if (typeof value === "string") return quoted(value);
  if (value === null) return "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value !== "object") return JSON.stringify(value) ?? "null";
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += text === "" ? write(item, placeholders) : `,${write(item, placeholders)}`;
    return `[${text}]`;
  }
  const fields = value as Fields;
  const keys = Object.keys(fields);
  if (placeholders && keys.length === 1 && typeof fields.sql === "string") return '{"sql":"…"}';
  for (const { key, label } of inOrder(keys)) {
    const inner = fields[key];
    if (inner !== undefined) text += (text === "" ? label : `,${label}`) + write(inner, placeholders);
  }
  return `{${text}}`;
}

/** As JSON has it; most texts hold nothing that needs escaping. */
function quoted(text: string): string {
  return /[^ !#-[\]-\ud7ff\ue000-\uffff]/.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** Sorted keys, each with what stands before its value. The model has a dozen kinds of objects: each is sorted once. */
const orders = new Map<string, readonly { readonly key: string; readonly label: string }[]>();

function inOrder(keys: readonly string[]) {
  const shape = keys.join("\n");
  let order = orders.get(shape);
  if (order === undefined) {
    order = [...keys].sort().map((key) => ({ key, label: `${quoted(key)}:` }));
    orders.set(shape, order);
  }
  return order;
}

/** The same answer as comparing canonical texts, without making them. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && equalLists(a, b);
  const [left, right] = [a as Fields, b as Fields];
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  for (const key of keys) if (!Object.hasOwn(right, key) || !equal(left[key], right[key])) return false;
  return true;
}

function equalLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (!equal(a[at], b[at])) return false;
  return true;
}

type Fields = Readonly<Record<string, unknown>>;
