/** Names of database objects. Verbatim: what the database stores, never folded or quoted. */

/** An object in a namespace; `schema: null` is the connection's default schema. */
export interface ObjectName {
  readonly schema: string | null;
  readonly name: string;
}

const plain = /^[A-Za-z_]\w*$/;

/** A name as a person writes it in a `.covet` file: bare where possible, else in double quotes. */
export function formatWord(name: string): string {
  return plain.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** `users`, `billing.bookings`, `"odd name"."t"`: unique per object, used as a key and in messages. */
export function formatName({ schema, name }: ObjectName): string {
  return schema === null ? formatWord(name) : `${formatWord(schema)}.${formatWord(name)}`;
}

export function sameName(a: ObjectName, b: ObjectName): boolean {
  return a.schema === b.schema && a.name === b.name;
}
