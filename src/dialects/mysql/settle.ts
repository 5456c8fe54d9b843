/**
 * Takes the live text wherever an author's text means the same. The first answer wins: canonical trees, a pair known
 * from before, the server itself on a temporary twin; what even the server cannot say stays as it is and is reported.
 */

import type { Connection } from "../../dialect/connection.js";
import type { KnownPairs, Settled, Undecided } from "../../dialect/dialect.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import type { DatabaseSchema } from "../../model/database-schema.js";
import { equal } from "../../model/equal.js";
import type { Expression } from "../../model/expression.js";
import type { IndexPart, IndexSchema } from "../../model/index-schema.js";
import { formatName, formatWord } from "../../model/name.js";
import type { TableSchema } from "../../model/table-schema.js";
import { withCollations } from "./collations.js";
import { sameExpression } from "./expressions.js";
import type { Flavor } from "./facts.js";
import { alike, candidates, sameShape } from "./rivals.js";
import { fold } from "./syntax.js";
import { type Answer, askTwins, type Question, questionKey, type Use } from "./twins.js";

export async function settle(
  before: DatabaseSchema,
  after: DatabaseSchema,
  connection: Connection,
  known: KnownPairs,
  flavor: Flavor,
): Promise<Settled> {
  const wanted = await withCollations(after, connection);
  let settlement = new Settlement(before, known, new Map());
  let schema = settlement.schema(wanted);
  if (settlement.questions.size > 0) {
    const answers = await askTwins([...settlement.questions.values()], connection, flavor);
    settlement = new Settlement(before, known, answers);
    schema = settlement.schema(wanted);
  }
  const { undecided, learned } = settlement;
  return { schema, undecided, learned };
}

/** The two sides of one table, and what the text is there for. */
interface Place {
  readonly before: TableSchema;
  readonly after: TableSchema;
  readonly use: Use;
  /** For messages: `users.users_full_name_len`. */
  readonly object: string;
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
      tables: after.tables.map((table) => {
        const other = live.get(formatName(table));
        return other === undefined ? table : this.#table(other, table);
      }),
    };
  }

  #table(before: TableSchema, after: TableSchema): TableSchema {
    const columns = new Map(before.columns.map((column) => [fold(column.name), column]));
    const place = (name: string, use: Use): Place => ({
      before,
      after,
      use,
      object: `${formatName(after)}.${formatWord(name)}`,
    });
    return {
      ...after,
      columns: after.columns.map((column) => {
        const other = columns.get(fold(column.name));
        return other === undefined ? column : this.#column(other, column, place);
      }),
      constraints: after.constraints.map((item) => {
        if (item.kind !== "check") return item;
        const rivals = candidates(item, before.constraints, after.constraints).flatMap((other) =>
          other.kind === "check" && alike(item, other, { expression: null }) ? [other.expression] : [],
        );
        const use: Use = { kind: "check" };
        return { ...item, expression: this.#choose(item.expression, rivals, place(item.name ?? "check", use)) };
      }),
      indexes: after.indexes.map((index) =>
        this.#index(index, before, after, place(index.name ?? "index", { kind: "index" })),
      ),
    };
  }

  #column(before: ColumnSchema, after: ColumnSchema, place: (name: string, use: Use) => Place): ColumnSchema {
    const value =
      before.default === null || after.default === null || !equal(before.type, after.type)
        ? after.default
        : this.#choose(after.default, [before.default], place(after.name, { kind: "default", column: after }));
    const generated =
      before.generated === null || after.generated === null
        ? after.generated
        : {
            ...after.generated,
            expression: this.#choose(
              after.generated.expression,
              [before.generated.expression],
              place(after.name, { kind: "generated", column: after }),
            ),
          };
    return { ...after, default: value, generated, identity: withLiveStart(before, after) };
  }

  #index(index: IndexSchema, before: TableSchema, after: TableSchema, place: Place): IndexSchema {
    if (index.parts.every(({ expression }) => expression === null)) return index;
    const rivals = candidates(index, before.indexes, after.indexes).filter((other) => sameShape(index, other));
    // The parts of one index belong together: the first rival that agrees in all of them is the one.
    for (const rival of rivals) {
      const parts = index.parts.map((part, at): IndexPart => {
        const live = rival.parts[at]?.expression ?? null;
        const expression =
          part.expression === null || live === null ? part.expression : this.#choose(part.expression, [live], place);
        return { ...part, expression };
      });
      const agrees = parts.every((part, at) => equal(part.expression, rival.parts[at]?.expression ?? null));
      if (agrees || rivals.length === 1) return { ...index, parts };
    }
    return index;
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
    const { use, after } = place;
    const context = { table: after.name, defaultOf: use.kind === "default" ? use.column.type : null };
    if (sameExpression(authored, catalog, context) || this.known.has(authored, catalog)) return true;
    const asked = question(authored, catalog, place);
    const answer = this.answers.get(questionKey(asked));
    if (answer === undefined) this.questions.set(questionKey(asked), asked);
    if (answer?.kind !== "same") return false;
    // Whether two defaults are one depends on the type, so that is not worth remembering.
    if (use.kind !== "default") this.learned.push([authored, catalog]);
    return true;
  }
}

function question(authored: string, catalog: string, { before, after, use }: Place): Question {
  return { before, after, use, authored, catalog };
}

/** Where the counter starts counts only when the table is made. */
function withLiveStart(before: ColumnSchema, after: ColumnSchema): ColumnSchema["identity"] {
  return after.identity !== null && before.identity !== null ? before.identity : after.identity;
}
