/** Generated columns that are made of each other, and those made of another one where the engine takes none. */

import { formatName } from "../../model/name.js";
import type { Binding, BoundColumn, BoundTable } from "../binding.js";
import { requireFeature } from "../features.js";

export function checkGeneratedColumns(binding: Binding): void {
  for (const table of binding.tables.values()) {
    if (!table.managed) continue;
    const uses = usesOf(table, binding);
    const circle = circleOf(uses);
    if (circle !== null) reportCircle(circle, table, binding);
    else
      for (const [{ node }, [other]] of uses)
        if (other !== undefined && node.generated !== null)
          requireFeature(binding, "generatedFromGenerated", node.generated.expression.span);
  }
}

/** Each generated column with the generated columns its expression names. */
function usesOf(table: BoundTable, { target }: Binding): Map<BoundColumn, BoundColumn[]> {
  const fold = (name: string) => (target.foldsCase ? name.toLowerCase() : name);
  const generated = table.columns.filter(({ schema }) => schema.generated !== null);
  const byName = new Map(generated.map((column) => [fold(column.schema.name), column]));
  return new Map(
    generated.map((column) => {
      const names = columnNames(column.schema.generated?.expression.sql ?? "");
      return [column, [...new Set(names.map(fold))].flatMap((name) => byName.get(name) ?? [])];
    }),
  );
}

/** What stands where a type, a function or a unit of time would is no column. */
const noColumn = /^(?:year|quarter|month|week|day|hour|minute|second|epoch|dow|doy|decade|century)$/i;

/** Only names that can be nothing else: what is missed here, the engine says. */
function columnNames(sql: string): string[] {
  const code = sql.replace(/'(?:[^']|'')*'/g, "''").replace(/--.*|\/\*[\s\S]*?\*\//g, " ");
  const names: string[] = [];
  const word = /(::\s*|\bas\s+|\.\s*)?("(?:[^"]|"")+"|`[^`]+`|[A-Za-z_]\w*)(?=(\s*[(.']|\s+from\b)?)/gi;
  for (const [, before, name = "", after] of code.matchAll(word)) {
    if (before !== undefined || after !== undefined) continue;
    if (/^["`]/.test(name)) names.push(name.slice(1, -1).replaceAll('""', '"'));
    else if (!noColumn.test(name)) names.push(name);
  }
  return names;
}

/** Columns that lead back to the first of them. */
function circleOf(uses: ReadonlyMap<BoundColumn, readonly BoundColumn[]>): BoundColumn[] | null {
  const clear = new Set<BoundColumn>();
  const walk = (path: readonly BoundColumn[], column: BoundColumn): BoundColumn[] | null => {
    if (clear.has(column)) return null;
    if (path.includes(column)) return path.slice(path.indexOf(column));
    for (const other of uses.get(column) ?? []) {
      const found = walk([...path, column], other);
      if (found !== null) return found;
    }
    clear.add(column);
    return null;
  };
  for (const column of uses.keys()) {
    const found = walk([], column);
    if (found !== null) return found;
  }
  return null;
}

function reportCircle(circle: readonly BoundColumn[], table: BoundTable, { report }: Binding): void {
  const [first, ...others] = circle;
  if (first?.node.generated == null) return;
  const place = `${formatName(table.name)}.`;
  const names = [...circle, first].map(({ schema }) => `\`${place}${schema.name}\``);
  report.error(
    "COV2311",
    first.node.generated.expression.span,
    others.length === 0 ? `${names[0]} is made of itself` : `${names.join(" needs ")}: generated columns in a circle`,
    {
      labels: others.map(({ node }) => ({ span: node.name.span, text: "in the circle" })),
      hint: "make one of them of columns that are stored as they are",
    },
  );
}
