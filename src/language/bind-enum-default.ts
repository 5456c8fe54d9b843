/** Defaults that are no value of their enum. */

import type { ColumnType } from "../model/column-schema.js";
import { baseType } from "../model/domain-schema.js";
import { formatName } from "../model/name.js";
import type { Value } from "./ast.js";
import type { Binding } from "./binding.js";
import { listNames, nearest } from "./suggest.js";

/** The enum may be under a domain. */
export function checkEnumDefault(
  value: Value | null,
  type: ColumnType,
  { enums, boundDomains, report }: Binding,
): void {
  if (value?.kind !== "string" || type.dimensions > 0) return;
  const under =
    boundDomains.size === 0
      ? type
      : baseType(
          type,
          [...boundDomains.values()].map(({ schema }) => schema),
        );
  const values = enums.get(formatName(under))?.schema.values;
  if (values === undefined || under.dimensions > 0 || values.includes(value.value)) return;
  const near = nearest(value.value, values);
  report.error("COV2105", value.span, `\`${value.value}\` is not a value of enum \`${formatName(under)}\``, {
    hint: near === null ? `it has ${listNames(values)}` : `write \`'${near}'\``,
  });
}
