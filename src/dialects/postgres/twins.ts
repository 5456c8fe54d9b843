/**
 * Asks the server whether two texts are one expression: it puts both on temporary tables with the same columns, and
 * compares how it prints them. Everything happens in a transaction that is rolled back.
 */

import type { Connection } from "../../dialect/connection.js";
import type { ColumnType } from "../../model/column-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { baseType, domainOf } from "../../model/domain-schema.js";
import type { EnumSchema } from "../../model/enum-schema.js";
import { equal } from "../../model/equal.js";
import { formatName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { collationText } from "./collations.js";
import { columnsIn } from "./expressions.js";
import { stableText } from "./stable-text.js";
import { literal, quote } from "./syntax.js";
import { typeText } from "./types.js";

export interface Question {
  /** The table on both sides: its columns give the texts their types. */
  readonly before: TableSchema;
  readonly after: TableSchema;
  /** The column whose default it is; null for any other expression. */
  readonly column: string | null;
  readonly authored: string;
  readonly catalog: string;
  /** The texts mention a column of another type on each side: only what they will mean counts. */
  readonly retyped: boolean;
}

export type Answer = { readonly kind: "same" | "different" } | { readonly kind: "undecided"; readonly reason: string };

export function questionKey({ after, column, authored, catalog }: Question): string {
  return JSON.stringify([formatName(after), column, authored, catalog]);
}

/** What the server made of one text on one table. */
interface Printed {
  readonly text: string | null;
  readonly error: string | null;
  /** SQLSTATE of the error. */
  readonly code: string | null;
}

interface Item {
  readonly id: string;
  readonly column: string | null;
  readonly sql: string;
}

interface Twin {
  readonly table: string;
  readonly create: string;
  readonly types: readonly {
    readonly name: string;
    readonly values: readonly string[];
    readonly create: string;
    readonly always: boolean;
  }[];
  readonly items: readonly Item[];
}

/** Each temporary table holds locks until the end of its transaction, and the server's room for locks is small. */
const tablesAtOnce = 200;

export async function askTwins(
  questions: readonly Question[],
  before: DatabaseSchema,
  after: DatabaseSchema,
  connection: Connection,
): Promise<Map<string, Answer>> {
  const twins = twinsFor(questions, before, after);
  const printed = new Map<string, Printed>();
  let refused: string | null = null;
  for (let at = 0; at < twins.length && refused === null; at += tablesAtOnce) {
    try {
      for (const [id, result] of await print(twins.slice(at, at + tablesAtOnce), connection)) printed.set(id, result);
    } catch (error) {
      refused = error instanceof Error ? error.message : String(error);
    }
  }
  const nothing: Printed = { text: null, error: refused, code: null };
  return new Map(
    questions.map((question, place): [string, Answer] => {
      const get = (side: string, text: string) => printed.get(`${place} ${side} ${text}`) ?? nothing;
      const sides = ["before", "after"].map((side) => ({ mine: get(side, "authored"), live: get(side, "catalog") }));
      const [, then] = sides;
      return [questionKey(question), question.retyped && then ? answerThen(then, refused) : answer(sides)];
    }),
  );
}

interface Side {
  readonly mine: Printed;
  readonly live: Printed;
}

/** Errors that a text earns by itself: a value its type does not take, bad syntax, a column or a type that does not fit. */
const wrongText = /^(?:22...|42601|42703|42804|42846)$/;

/**
 * Two texts that the server accepts, if only on different sides, and never prints alike, are different. So is one that
 * is wrong in itself from one that is not. What fails for another reason could be the twin's fault.
 */
function answer(sides: readonly Side[]): Answer {
  if (sides.some(({ mine, live }) => mine.text !== null && mine.text === live.text)) return { kind: "same" };
  const accepted = sides.filter(({ live }) => live.text !== null);
  if (accepted.length > 0 && accepted.every(({ mine }) => wrongText.test(mine.code ?? "")))
    return { kind: "different" };
  for (const text of ["mine", "live"] as const) {
    if (sides.some((side) => side[text].text !== null)) continue;
    const reason = sides.map((side) => side[text].error).find((error) => error !== null);
    return { kind: "undecided", reason: reason ?? "the server gave no answer" };
  }
  return { kind: "different" };
}

/** Texts on a column of another type are written anew in any case: what the server does not take is the author's affair. */
function answerThen({ mine, live }: Side, refused: string | null): Answer {
  if (refused !== null) return { kind: "undecided", reason: refused };
  return { kind: mine.text !== null && mine.text === live.text ? "same" : "different" };
}

/** For each table one twin with the columns it has, and where they change a second with those it will have. */
function twinsFor(questions: readonly Question[], before: DatabaseSchema, after: DatabaseSchema): Twin[] {
  const byTable = new Map<string, [place: number, question: Question][]>();
  for (const entry of questions.entries()) {
    const key = formatName(entry[1].after);
    byTable.set(key, [...(byTable.get(key) ?? []), entry]);
  }
  return [...byTable.values()].flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const [, { before: had, after: has }] = first;
    const texts = entries.flatMap(([, { authored, catalog }]) => [authored, catalog]).join(" ");
    const defaults = new Set(entries.map(([, { column }]) => column));
    const pick = (table: TableSchema): TableSchema => {
      const used = columnsIn(
        texts,
        table.columns.map(({ name }) => name),
      );
      return { ...table, columns: table.columns.filter(({ name }) => used.has(name) || defaults.has(name)) };
    };
    const items = (side: string): Item[] =>
      entries.flatMap(([place, { column, authored, catalog, retyped }]) => [
        { id: `${place} ${side} authored`, column, sql: authored },
        { id: `${place} ${side} catalog`, column, sql: retyped ? stableText(catalog) : catalog },
      ]);
    const [left, right] = [
      twin(pick(had), before, after, items("before")),
      twin(pick(has), after, before, items("after")),
    ];
    const alike = equal({ ...left, items: [] }, { ...right, items: [] });
    return alike ? [left] : [left, right];
  });
}

function twin(table: TableSchema, schema: DatabaseSchema, other: DatabaseSchema, items: readonly Item[]): Twin {
  const under = (type: ColumnType) => baseType(type, schema.domains);
  const enums = schema.enums.filter((item) => table.columns.some(({ type }) => sameName(under(type), item)));
  const changed = enums.filter(
    (item) => !equal(values(item), values(other.enums.find((twin) => sameName(twin, item)))),
  );
  const domains = schema.domains.filter((domain) => table.columns.some(({ type }) => domainOf(type, [domain])));
  const own = (type: ColumnType) =>
    [...changed, ...domains].some((item) => sameName(item, type)) ? { ...type, schema: null } : type;
  const columns = table.columns.map(({ name, type, collation }) => {
    return `${quote(name)} ${typeText(own(type))}${collation === null ? "" : ` COLLATE ${collationText(collation)}`}`;
  });
  return {
    table: table.name,
    create: `CREATE TEMPORARY TABLE ${quote(table.name)} (${columns.join(", ")})`,
    types: [
      ...enums
        .filter((item) => item.schema === null || changed.includes(item))
        .map((item) => ({
          name: quote(item.name),
          values: item.values,
          create: `CREATE TYPE pg_temp.${quote(item.name)} AS ENUM (${item.values.map(literal).join(", ")})`,
          always: item.schema !== null,
        })),
      // How a text is printed shows that a column is of a domain, and of none of its rules.
      ...domains.map(({ name, type }) => ({
        name: quote(name),
        values: [],
        create: `CREATE DOMAIN pg_temp.${quote(name)} AS ${typeText(own(under(type)))}`,
        always: true,
      })),
    ],
    items,
  };
}

function values(item: EnumSchema | undefined): readonly string[] | null {
  return item?.values ?? null;
}

/**
 * One round trip for all twins. A text that fails makes only itself fail: each has a subtransaction. A text is printed
 * twice, because what the first printing gives is not always what printing that gives.
 */
async function print(twins: readonly Twin[], connection: Connection): Promise<Map<string, Printed>> {
  await connection.execute("BEGIN READ WRITE");
  try {
    await connection.execute(program(JSON.stringify(twins)));
    const [row] = await connection.query("SELECT current_setting('covet.answers') AS answers");
    return readAnswers(String(row?.answers));
  } finally {
    await connection.rollback();
  }
}

function readAnswers(json: string): Map<string, Printed> {
  const list: unknown = JSON.parse(json);
  const answers = new Map<string, Printed>();
  for (const item of Array.isArray(list) ? list : []) {
    const [id, ...rest]: unknown[] = JSON.parse(String(item));
    const [text, error, code] = rest.map((value) => (typeof value === "string" ? value : null));
    answers.set(String(id), { text: text ?? null, error: error ?? null, code: code ?? null });
  }
  return answers;
}

const program = (json: string): string => `DO $covet$
DECLARE
  twin jsonb; kind jsonb; item jsonb; expression text; answers text[] := '{}'; target text;
BEGIN
  FOR twin IN SELECT jsonb_array_elements(${literal(json.replaceAll("$", "\\u0024"))}::jsonb) LOOP
    BEGIN
      target := format('pg_temp.%I', twin->>'table');
      FOR kind IN SELECT jsonb_array_elements(twin->'types') LOOP
        IF (kind->>'always')::boolean OR to_jsonb(ARRAY(
          SELECT enumlabel::text FROM pg_enum WHERE enumtypid = to_regtype(kind->>'name') ORDER BY enumsortorder
        )) <> kind->'values' THEN
          EXECUTE kind->>'create';
        END IF;
      END LOOP;
      EXECUTE twin->>'create';
      FOR item IN SELECT jsonb_array_elements(twin->'items') LOOP
        BEGIN
          expression := item->>'sql';
          FOR pass IN 1..2 LOOP
            IF item->>'column' IS NULL THEN
              EXECUTE format(E'ALTER TABLE %s ADD CONSTRAINT covet_twin CHECK ((%s\\n) IS NULL)', target, expression);
              SELECT regexp_replace(pg_get_expr(conbin, conrelid), ' IS NULL\\)$', ')') INTO expression
              FROM pg_constraint WHERE conrelid = target::regclass AND conname = 'covet_twin';
              EXECUTE format('ALTER TABLE %s DROP CONSTRAINT covet_twin', target);
            ELSE
              EXECUTE format(E'ALTER TABLE %s ALTER COLUMN %I SET DEFAULT (%s\\n)', target, item->>'column', expression);
              SELECT pg_get_expr(adbin, adrelid) INTO expression FROM pg_attrdef d
              JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
              WHERE d.adrelid = target::regclass AND a.attname = item->>'column';
            END IF;
          END LOOP;
          answers := answers || jsonb_build_array(item->'id', expression)::text;
        EXCEPTION WHEN OTHERS THEN
          answers := answers || jsonb_build_array(item->'id', NULL, SQLERRM, SQLSTATE)::text;
        END;
      END LOOP;
      EXECUTE 'DROP TABLE ' || target;
      FOR kind IN SELECT jsonb_array_elements(twin->'types') LOOP
        EXECUTE format('DROP TYPE IF EXISTS pg_temp.%s CASCADE', kind->>'name');
      END LOOP;
    EXCEPTION WHEN OTHERS THEN
      FOR item IN SELECT jsonb_array_elements(twin->'items') LOOP
        answers := answers || jsonb_build_array(item->'id', NULL, SQLERRM, SQLSTATE)::text;
      END LOOP;
    END;
  END LOOP;
  PERFORM set_config('covet.answers', to_json(answers)::text, true);
END $covet$`;
