/** Takes the declarations for one target into the binding, each name once. */

import type { EnumSchema } from "../model/enum-schema.js";
import { formatName, formatWord } from "../model/name.js";
import type { Declaration, EnumDeclaration, ForDeclarations, Name, QualifiedName, TableDeclaration } from "./ast.js";
import { bindDomain } from "./bind-domain.js";
import { bindTable, resolveForeignKeys } from "./bind-table.js";
import { type Binding, objectName } from "./binding.js";
import { requireFeature } from "./features.js";
import { isFor } from "./select.js";
import { nearest } from "./suggest.js";
import { refuseDeclaration, refuseHeader } from "./unsupported.js";

type Plain = Exclude<Declaration, ForDeclarations>;

export function bindDeclarations(declarations: readonly Plain[], binding: Binding): void {
  const tables: TableDeclaration[] = [];
  const names = new Names(binding);
  for (const node of declarations) {
    switch (node.kind) {
      case "schema":
        requireFeature(binding, "namespaces", node.name.span);
        if (names.claim("schema", node.name.text, node.name))
          binding.namespaces.set(node.name.text, {
            node,
            managed: node.words.unmanaged === null,
            schema: { name: node.name.text, comment: node.comment?.text ?? null },
          });
        break;
      case "enum":
        if (names.claim("object", formatName(objectName(node.name)), node.name)) bindEnum(node, binding);
        break;
      case "mixin":
        if (names.claim("mixin", node.name.text, node.name)) binding.mixins.set(node.name.text, node);
        break;
      case "table":
        if (names.claim("object", formatName(objectName(node.name)), node.name)) tables.push(node);
        break;
      case "domain":
        if (names.claim("object", formatName(objectName(node.name)), node.name))
          binding.domains.set(formatName(objectName(node.name)), node);
        break;
      default:
        refuseDeclaration(node, binding);
    }
  }
  for (const [name, node] of binding.domains) binding.boundDomains.set(name, bindDomain(node, binding));
  // Columns may have the type of an enum that is declared below, and mixins may stand anywhere.
  for (const node of tables) {
    refuseHeader(node, binding);
    binding.tables.set(formatName(objectName(node.name)), bindTable(node, binding));
  }
  for (const [name, table] of [...binding.tables]) binding.tables.set(name, resolveForeignKeys(table, binding));
  for (const { node, managed } of [
    ...binding.enums.values(),
    ...binding.boundDomains.values(),
    ...binding.tables.values(),
  ])
    checkNamespace(node.name, managed, binding);
}

function bindEnum(node: EnumDeclaration, binding: Binding): void {
  const values = node.values.filter((value) => isFor(value, binding.target));
  const schema: EnumSchema = {
    ...objectName(node.name),
    values: values.map((value) => value.name.text),
    comment: node.comment?.text ?? null,
  };
  binding.enums.set(formatName(schema), { node, values, managed: node.words.unmanaged === null, schema });
}

/** Who has a name already. Tables, enums and domains share one space: a table is a type too. */
class Names {
  readonly #binding: Binding;
  readonly #claimed = new Map<string, Name | QualifiedName>();

  constructor(binding: Binding) {
    this.#binding = binding;
  }

  claim(space: string, name: string, node: Name | QualifiedName): boolean {
    const first = this.#claimed.get(`${space} ${name}`);
    if (first === undefined) {
      this.#claimed.set(`${space} ${name}`, node);
      return true;
    }
    this.#binding.report.error("COV2001", node.span, `\`${name}\` is declared twice`, {
      labels: [{ span: first.span, text: "first declared here" }],
      hint: "rename one of them, or remove it",
    });
    return false;
  }
}

function checkNamespace(name: QualifiedName, managed: boolean, binding: Binding): void {
  if (name.schema === null || !requireFeature(binding, "namespaces", name.schema.span)) return;
  const { text, span } = name.schema;
  if (!managed || binding.namespaces.has(text)) return;
  const near = nearest(text, binding.namespaces.keys());
  const add = `add \`schema ${formatWord(text)}\``;
  binding.report.error("COV2008", span, `schema \`${text}\` is not declared`, {
    hint: near === null ? `${add}; the default schema is not written` : `write \`${formatWord(near)}\`, or ${add}`,
  });
}
