/**
 * Takes the live text wherever an author's text means the same. The first answer wins: canonical tokens, a pair known
 * from before, the server itself on temporary twins; what even the server cannot say stays as it is and is reported.
 */

import type { Connection } from "../../dialect/connection.js";
import type { KnownPairs, Settled, Undecided } from "../../dialect/dialect.js";
import type { ColumnSchema, ColumnType } from "../../model/column-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { asTable, baseType, type DomainSchema } from "../../model/domain-schema.js";
import { equal } from "../../model/equal.js";
import type { Expression } from "../../model/expression.js";
import type { IndexPart, IndexSchema } from "../../model/index-schema.js";
import { formatName, sameName } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { columnsIn, type ExpressionContext, sameExpression } from "./expressions.js";
import { memberName } from "./guards.js";
import { withoutDefaultClasses } from "./operator-classes.js";
import { alike, candidates, sameShape } from "./rivals.js";
import { withoutIdleToast } from "./toast.js";
import { type Answer, askTwins, type Question, questionKey } from "./twins.js";
import { bareType, typeText } from "./types.js";

export async function settle(
  before: DatabaseSchema,
  after: DatabaseSchema,
  connection: Connection,
  known: KnownPairs,
): Promise<Settled> {
  const wanted = await withoutDefaultClasses(before, after, connection);
  let settlement = new Settlement(before, known, new Map());
  let schema = settlement.schema(wanted);
  if (settlement.questions.size > 0) {
    const answers = await askTwins([...settlement.questions.values()], before, wanted, connection);
    settlement = new Settlement(before, known, answers);
    schema = settlement.schema(wanted);
  }
  const { undecided, learned } = settlement;
  return { schema: await withoutIdleToast(before, schema, connection), undecided, learned };
}

/** The two sides of one table, and the column whose default is in question. */
interface Place {
  readonly before: TableSchema;
  readonly after: TableSchema;
  readonly column: ColumnSchema | null;
  /** For messages: `users.users_full_name_len`. */
  readonly object: string;
  readonly context: ExpressionContext;
  /** Columns of another type on each side. */
  readonly retyped: readonly string[];
}

/** One walk over the wanted schema, with what the server has answered so far. */
class Settlement {
  readonly questions = new Map<string, Question>();
  readonly undecided: Undecided[] = [];
  readonly learned: (readonly [string, string])[] = [];

  constructor(
    readonly before: DatabaseSchema,
    readonly known: KnownPairs,
    readonly answers: ReadonlyMap<string, Answer>,
  ) {}

  schema(after: DatabaseSchema): DatabaseSchema {
    const live = new Map(this.before.tables.map((table) => [formatName(table), table]));
    return {
      ...after,
      domains: after.domains.map((domain) => {
        const other = this.before.domains.find((candidate) => sameName(candidate, domain));
        return other === undefined ? domain : this.#domain(other, domain, after.domains);
      }),
      tables: after.tables.map((table) => {
        const other = live.get(formatName(table));
        return other === undefined ? table : this.#table(other, table, after.domains);
      }),
    };
  }

  /** Its texts speak of `value` as those of a table would of a column. */
  #domain(before: DomainSchema, after: DomainSchema, domains: readonly DomainSchema[]): DomainSchema {
    const [from, to] = [asTable(before), asTable(after)];
    const shared = this.#place(from, to, "", domains);
    const place = (object: string): Place => ({ ...shared, object: memberName(after, object) });
    const [column = null] = to.columns;
    const context = { ...shared.context, defaultOf: baseType(after.type, domains) };
    const value =
      before.default === null || after.default === null || shared.retyped.length > 0
        ? after.default
        : this.#choose(after.default, [before.default], { ...place("default"), column, context });
    const checks = after.checks.map((check) => {
      const rivals = candidates(check, before.checks, after.checks).filter((other) =>
        alike(check, other, { expression: null }),
      );
      const live = rivals.map(({ expression }) => expression);
      return { ...check, expression: this.#choose(check.expression, live, place(check.name ?? "check")) };
    });
    return { ...after, default: value, checks };
  }

  #place(before: TableSchema, after: TableSchema, object: string, domains: readonly DomainSchema[]): Place {
    const types = new Map(before.columns.map(({ name, type }) => [name, type]));
    const under = new Map([...types].map(([name, type]) => [name, baseType(type, this.before.domains)]));
    const bare = (type: ColumnType, list: readonly DomainSchema[]) =>
      [type, baseType(type, list)].map((one) => typeText(bareType(one))).join(" ");
    const retyped = after.columns.flatMap(({ name, type }) => {
      const had = types.get(name);
      return had === undefined || bare(had, this.before.domains) === bare(type, domains) ? [] : name;
    });
    const context: ExpressionContext = { table: after.name, columns: under, defaultOf: null };
    return { before, after, column: null, object: memberName(after, object), context, retyped };
  }

  #table(before: TableSchema, after: TableSchema, domains: readonly DomainSchema[]): TableSchema {
    const columns = new Map(before.columns.map((column) => [column.name, column]));
    const shared = this.#place(before, after, "", domains);
    const place = (object: string): Place => ({ ...shared, object: memberName(after, object) });
    return {
      ...after,
      columns: after.columns.map((column) => {
        const other = columns.get(column.name);
        return other === undefined ? column : this.#column(other, column, place(column.name), domains);
      }),
      constraints: after.constraints.map((item) => {
        if (item.kind !== "check") return item;
        const rivals = candidates(item, before.constraints, after.constraints).flatMap((other) =>
          other.kind === "check" && alike(item, other, { expression: null }) ? [other.expression] : [],
        );
        return { ...item, expression: this.#choose(item.expression, rivals, place(item.name ?? "check")) };
      }),
      indexes: after.indexes.map((index) => this.#index(index, before, after, place(index.name ?? "index"))),
    };
  }

  #column(before: ColumnSchema, after: ColumnSchema, place: Place, domains: readonly DomainSchema[]): ColumnSchema {
    if (before === after) return after;
    const retyped = !equal(before.type, after.type) || place.retyped.includes(after.name);
    const value =
      before.default === null || after.default === null || retyped
        ? after.default
        : this.#choose(after.default, [before.default], {
            ...place,
            column: after,
            context: { ...place.context, defaultOf: baseType(after.type, domains) },
          });
    const generated =
      before.generated === null || after.generated === null
        ? after.generated
        : {
            ...after.generated,
            expression: this.#choose(after.generated.expression, [before.generated.expression], place),
          };
    return { ...after, default: value, generated, identity: withLiveSequence(before, after) };
  }

  #index(index: IndexSchema, before: TableSchema, after: TableSchema, place: Place): IndexSchema {
    const texts = index.parts.some(({ expression }) => expression !== null) || index.where !== null;
    if (!texts) return index;
    const rivals = candidates(index, before.indexes, after.indexes).filter((other) => sameShape(index, other));
    // The parts of one index belong together: the first rival that agrees in all of them is the one.
    for (const rival of rivals) {
      const settled = this.#against(index, rival, place, rivals.length === 1);
      if (settled !== null) return settled;
    }
    return index;
  }

  #against(index: IndexSchema, rival: IndexSchema, place: Place, only: boolean): IndexSchema | null {
    const choose = (mine: Expression | null, live: Expression | null): Expression | null =>
      mine === null || live === null ? mine : this.#choose(mine, [live], place);
    const parts = index.parts.map((part, at): IndexPart => {
      return { ...part, expression: choose(part.expression, rival.parts[at]?.expression ?? null) };
    });
    const where = choose(index.where, rival.where);
    const agrees =
      equal(where, rival.where) &&
      parts.every((part, at) => equal(part.expression, rival.parts[at]?.expression ?? null));
    return agrees || only ? { ...index, parts, where } : null;
  }

  /** The live text that means the same; where the server could not say, the only one there is; else the author's. */
  #choose(authored: Expression, live: readonly Expression[], place: Place): Expression {
    const decided = live.find((other) => this.#same(authored.sql, other.sql, place));
    if (decided !== undefined) return decided;
    const [only] = live;
    if (only === undefined || live.length > 1) return authored;
    const answer = this.answers.get(questionKey(question(authored.sql, only.sql, place)));
    if (answer?.kind !== "undecided") return authored;
    this.undecided.push({ object: place.object, reason: answer.reason });
    return only;
  }

  #same(authored: string, catalog: string, place: Place): boolean {
    if (authored === catalog) return true;
    const asked = question(authored, catalog, place);
    const alike = sameExpression(authored, catalog, place.context) || this.known.has(authored, catalog);
    if (alike && !asked.retyped) return true;
    const answer = this.answers.get(questionKey(asked));
    if (answer === undefined) this.questions.set(questionKey(asked), asked);
    if (answer?.kind !== "same") return false;
    if (!asked.retyped) this.learned.push([authored, catalog]);
    return true;
  }
}

function question(authored: string, catalog: string, place: Place): Question {
  const { before, after, column } = place;
  const retyped = columnsIn(`${authored} ${catalog}`, place.retyped).size > 0;
  return { before, after, column: column?.name ?? null, authored, catalog, retyped };
}

/** Without a name in the file, the sequence keeps the one it has: a rename of its table leaves it behind. */
function withLiveSequence(before: ColumnSchema, after: ColumnSchema): ColumnSchema["identity"] {
  const { identity } = after;
  if (identity === null || before.identity === null || identity.sequence.name !== null) return identity;
  return { ...identity, sequence: { ...identity.sequence, name: before.identity.sequence.name } };
}
