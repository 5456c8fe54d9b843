/** Mixins stand in several tables, so what is named once for all tables has no place in them. */

import type { Binding } from "../binding.js";
import { allMembers } from "../select.js";

export function checkMixins({ mixins, report }: Binding): void {
  for (const mixin of mixins.values())
    for (const member of allMembers(mixin.members)) {
      const rules = member.kind === "column" ? member.constraints : "label" in member ? [member] : [];
      for (const { label } of rules)
        if (label !== null)
          report.error("COV2503", label.span, "a rule in a mixin takes no name: each table gets its own", {
            hint: `remove \`as ${label.name.text}\``,
          });
    }
}
