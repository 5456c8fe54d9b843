/** Makes a schema of any size: each table has 12 columns, 3 indexes, a foreign key to the one before it and a check. */
export function syntheticSchema(tables: number): string {
  return Array.from({ length: tables }, (_, index) => table(name(index), name(Math.max(index - 1, 0)), index)).join(
    "\n",
  );
}

function name(index: number): string {
  return `t${String(index).padStart(4, "0")}`;
}

function table(self: string, parent: string, index: number): string {
  return `table ${self} {
  id bigint identity primary key
  parent_id bigint? -> ${parent}.id on delete cascade as ${self}_parent_fk
  name varchar(120)
  code varchar(40) = ''
  amount decimal(12, 2) = 0.00
  qty int = ${index} check (qty >= 0) as ${self}_qty_ck
  active bool = true
  note text?
  meta json?
  born_on date?
  created_at timestamptz = now()
  updated_at timestamptz?

  index (parent_id) as ${self}_parent_idx
  unique index (code, name) as ${self}_code_key
  index (created_at, active) as ${self}_created_idx
}
`;
}
