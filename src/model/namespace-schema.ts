/** `schema billing`: a namespace for other objects. */

export interface NamespaceSchema {
  readonly name: string;
  readonly comment: string | null;
}
