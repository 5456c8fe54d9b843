/** Names that must be short and still differ. */

const limit = 64;

/** One for each database; never longer than the server takes. */
export function lockName(name: string, database: string): string {
  const whole = `${name}:${database}`;
  return whole.length <= limit ? whole : `${whole.slice(0, limit - 9)}:${hash(whole)}`;
}

/** FNV-1a, in hex. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, "0");
}
