/** From one shape of a column to another. */

import { type Guard, type Statement, statement } from "../../dialect/statement.js";
import { type Using, usingFor } from "../../dialect/using.js";
import type { ColumnSchema } from "../../model/column-schema.js";
import { baseType } from "../../model/domain-schema.js";
import { equal } from "../../model/equal.js";
import type { ObjectName } from "../../model/name.js";
import { collationText } from "./collations.js";
import { afterColumn, beforeColumn, columnDefinition, columnSettings, identityWords } from "./column-definition.js";
import { lossGuard } from "./column-loss.js";
import { commentChange } from "./comments.js";
import { usingText } from "./conversions.js";
import { defaultText } from "./defaults.js";
import { retypeGuards } from "./domain-rules.js";
import { columnGuard } from "./guards.js";
import { majorVersion, type State } from "./lowering.js";
import { optionChangeWords } from "./sequences.js";
import { createSequence, ownSequence, sequenceOf } from "./serial.js";
import { stableText } from "./stable-text.js";
import { settingValue } from "./storage.js";
import { inParens, literal, quote, quoteName } from "./syntax.js";
import { typeText } from "./types.js";
import { emptyGuard, fillRows } from "./using.js";

export function alterColumn(on: ObjectName, before: ColumnSchema, after: ColumnSchema, state: State): Statement[] {
  const generated = alterGenerated(on, before, after, state);
  if (generated !== null) return generated;
  const change = new ColumnChange(on, before, after, state);
  change.identity();
  change.type();
  change.value();
  change.nullability();
  change.settings();
  return [
    ...change.first,
    ...change.statement(),
    ...change.last,
    ...commentChange(`COLUMN ${quoteName(on)}.${quote(after.name)}`, before.comment, after.comment),
  ];
}

/** Collects actions of one ALTER TABLE: the server runs them in an order that suits all of them, in one pass over the rows. */
class ColumnChange {
  readonly first: Statement[] = [];
  readonly last: Statement[] = [];
  readonly #actions: string[] = [];
  readonly #guards: Guard[] = [];
  readonly #column: string;
  readonly #retyped: boolean;
  readonly #using: Using | null;

  constructor(
    readonly on: ObjectName,
    readonly before: ColumnSchema,
    readonly after: ColumnSchema,
    readonly state: State,
  ) {
    this.#column = quote(after.name);
    this.#retyped = !equal(before.type, after.type) || before.collation !== after.collation;
    this.#using = usingFor(on, before, after, state.context);
  }

  statement(): Statement[] {
    if (this.#actions.length === 0) return [];
    const actions = this.#actions.map((action) => `ALTER COLUMN ${this.#column} ${action}`);
    return [statement(`ALTER TABLE ${quoteName(this.on)} ${actions.join(", ")}`, { guards: this.#guards })];
  }

  #alone(action: string): Statement {
    return statement(`ALTER TABLE ${quoteName(this.on)} ALTER COLUMN ${this.#column} ${action}`);
  }

  identity(): void {
    const [from, to] = [this.before.identity, this.after.identity];
    if (equal(from, to)) {
      if (to !== null && to.kind === "serial" && to.sequence.as === null && this.#retyped)
        this.last.push(statement(`ALTER SEQUENCE ${this.#sequence(this.after)} AS ${typeText(this.after.type)}`));
      return;
    }
    const serial = { from: from?.kind === "serial", to: to?.kind === "serial" };
    if (from !== null && to !== null && serial.from === serial.to) {
      this.#alterSequence();
      return;
    }
    if (serial.from) {
      this.first.push(this.#alone("DROP DEFAULT"), statement(`DROP SEQUENCE ${this.#sequence(this.before)}`));
    } else if (from !== null) this.first.push(this.#alone("DROP IDENTITY"));
    if (to === null) return;
    if (serial.to) {
      const { default: value, owned } = ownSequence(this.after, this.on);
      this.last.push(createSequence(this.after, this.on), owned, this.#alone(`SET DEFAULT ${value}`));
    } else {
      if (this.before.nullable) this.#setNotNull();
      this.last.push(this.#alone(`ADD ${identityWords(to)}`));
    }
    this.last.push(this.#continueCounting());
  }

  #sequence(column: ColumnSchema): string {
    return quoteName(sequenceOf(column, this.on));
  }

  /** The new sequence goes on where the rows end. */
  #continueCounting(): Statement {
    const table = quoteName(this.on);
    const sequence = `pg_get_serial_sequence(${literal(table)}, ${literal(this.after.name)})`;
    const descending = this.after.identity?.sequence.increment?.startsWith("-") === true;
    const end = `${descending ? "min" : "max"}(${this.#column})`;
    return statement(`SELECT setval(${sequence}, ${end}) FROM ${table} HAVING ${end} IS NOT NULL`);
  }

  #alterSequence(): void {
    const [from, to] = [this.before.identity, this.after.identity];
    if (from === null || to === null) return;
    const named = this.#sequence(this.before) !== this.#sequence(this.after);
    if (named)
      this.first.push(
        statement(
          `ALTER SEQUENCE ${this.#sequence(this.before)} RENAME TO ${quote(sequenceOf(this.after, this.on).name)}`,
        ),
      );
    const words = optionChangeWords(from.sequence, to.sequence, typeText(this.after.type));
    if (to.kind === "serial") {
      const as = to.sequence.as ?? typeText(this.after.type);
      const hadAs = from.sequence.as ?? typeText(this.before.type);
      const all = [...(as === hadAs ? [] : [`AS ${as}`]), ...words];
      if (all.length > 0) this.last.push(statement(`ALTER SEQUENCE ${this.#sequence(this.after)} ${all.join(" ")}`));
      return;
    }
    const kind = to.kind === "always" ? "ALWAYS" : "BY DEFAULT";
    const actions = [
      ...(from.kind === to.kind ? [] : [`SET GENERATED ${kind}`]),
      ...words.map((word) => `SET ${word}`),
    ];
    if (actions.length > 0) this.last.push(this.#alone(actions.join(" ")));
  }

  type(): void {
    if (!this.#retyped) return;
    const { before, after, state } = this;
    // A default that cannot be cast would stop the change of type: it goes first and comes back in its new form.
    if (before.default !== null) this.#actions.push("DROP DEFAULT");
    const [from, to] = [baseType(before.type, state.before.domains), baseType(after.type, state.after.domains)];
    const given = this.#using?.rows === "all" ? this.#using : null;
    const using = given === null ? usingText(from, to, this.#column, typeText(after.type)) : inParens(given.sql);
    const collation = after.collation === null ? "" : ` COLLATE ${collationText(after.collation)}`;
    this.#actions.push(`TYPE ${typeText(after.type)}${collation}${using === null ? "" : ` USING ${using}`}`);
    const change = { on: this.on, column: after.name, before: before.type, after: after.type };
    this.#guards.push(...(given === null ? retypeGuards(change, state) : emptyGuard(this.on, after, given, state)));
  }

  value(): void {
    const { before, after } = this;
    const kept = equal(before.default, after.default) && !this.#retyped;
    if (kept) return;
    if (after.default !== null) this.#actions.push(`SET DEFAULT ${defaultText(after.default.sql)}`);
    else if (before.default !== null && !this.#retyped) this.#actions.push("DROP DEFAULT");
  }

  nullability(): void {
    if (this.before.nullable === this.after.nullable) return;
    if (this.after.nullable) this.#actions.push("DROP NOT NULL");
    else this.#setNotNull();
  }

  #setNotNull(): void {
    if (this.#actions.includes("SET NOT NULL")) return;
    this.#actions.push("SET NOT NULL");
    const { after, on, state } = this;
    if (this.#using?.rows === "all") return;
    if (this.#using !== null) {
      this.#guards.push(...emptyGuard(on, after, this.#using, state));
      this.first.push(...fillRows(on, after, this.#using, state));
    } else
      this.#guards.push(...columnGuard("fails", this.state, this.on, this.after.name, (column) => `${column} IS NULL`));
  }

  settings(): void {
    const { before, after } = this;
    for (const action of columnSettings(before.settings, after.settings)) this.last.push(this.#alone(action));
    // DEFAULT is understood from 16 on; before, only the type's own word brings the type's own way back.
    if (settingValue(before.settings, "storage") !== null && settingValue(after.settings, "storage") === null)
      this.last.push(this.#alone(`SET STORAGE ${this.#ownStorage()}`));
    const compression = settingValue(after.settings, "compression");
    if (settingValue(before.settings, "compression") !== compression)
      this.last.push(this.#alone(`SET COMPRESSION ${compression ?? "default"}`));
  }

  #ownStorage(): string {
    if (majorVersion(this.state.context.version) >= 16) return "DEFAULT";
    const { name, dimensions } = this.after.type;
    if (dimensions === 0 && (name === "numeric" || name === "inet" || name === "cidr")) return "MAIN";
    return "EXTENDED";
  }
}

/** Changes that involve a generated column; null where neither side is one. */
function alterGenerated(on: ObjectName, before: ColumnSchema, after: ColumnSchema, state: State): Statement[] | null {
  if (before.generated === null && after.generated === null) return null;
  const column = quote(after.name);
  const table = quoteName(on);
  if (isRemade(before, after, state.context.version))
    return [
      ...beforeColumn(after, on),
      statement(`ALTER TABLE ${table} DROP COLUMN ${column}`, { guards: lossGuard(on, before, state) }),
      statement(`ALTER TABLE ${table} ADD COLUMN ${columnDefinition(after, on)}`),
      ...afterColumn(after, on),
    ];
  const alter = (action: string) => statement(`ALTER TABLE ${table} ALTER COLUMN ${column} ${action}`);
  const statements: Statement[] = [];
  if (after.generated === null) statements.push(alter("DROP EXPRESSION"));
  else if (!equal(before.generated, after.generated))
    statements.push(alter(`SET EXPRESSION AS ${inParens(stableText(after.generated.expression.sql))}`));
  if (before.nullable !== after.nullable) statements.push(alter(`${after.nullable ? "DROP" : "SET"} NOT NULL`));
  return [...statements, ...commentChange(`COLUMN ${table}.${column}`, before.comment, after.comment)];
}

/** Whether a column that is or was generated can only become what it is to be by being dropped and added. */
export function isRemade(before: ColumnSchema, after: ColumnSchema, version: string): boolean {
  if (before.generated === null && after.generated === null) return false;
  const plain = { comment: null, generated: null, nullable: true };
  if (!equal({ ...before, ...plain }, { ...after, ...plain })) return true;
  if (equal(before.generated, after.generated)) return false;
  if (before.generated?.storage !== "stored") return true;
  return after.generated !== null && (after.generated.storage !== "stored" || majorVersion(version) < 17);
}
