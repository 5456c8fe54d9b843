/** A change of a schema on a real MySQL or MariaDB: planned, made, nothing left to plan, unmade, made again. */

import { expect } from "chai";
import type { Connection, Row } from "../../../src/dialect/connection.js";
import { mariadb, mysql } from "../../../src/dialects/mysql/dialect.js";
import type { RenameHint } from "../../../src/model/hints.js";
import { makePlan } from "../../../src/plan/plan.js";
import type { PlannedHalf, PlannedMigration } from "../../../src/plan/planned.js";
import { bindText } from "../../support/covet.js";
import { database, type TestDatabase } from "../../support/servers.js";

export const names = { mysql9: "mysql", mariadb1011: "mariadb" } as const;
export type Server = keyof typeof names;
export const servers: readonly Server[] = ["mysql9", "mariadb1011"];

export interface Change {
  /** Asked for once: `["column", "t", "a", "b"]`. */
  readonly asked?: readonly (readonly ["table" | "column", table: string, from: string, to: string])[];
  readonly rows?: readonly string[];
  /** Rows that guards find before the change; nothing by default. */
  readonly finds?: Readonly<Record<string, number>>;
  /** The same before it is undone. */
  readonly findsBack?: Readonly<Record<string, number>>;
  /** The rows are not all there again after undoing it. */
  readonly loses?: boolean;
}

export class World {
  readonly #dialect;

  private constructor(
    readonly server: Server,
    readonly database: TestDatabase,
    readonly connection: Connection,
  ) {
    this.#dialect = World.dialect(server);
  }

  static dialect(server: Server) {
    return server === "mysql9" ? mysql : mariadb;
  }

  static async open(server: Server): Promise<World> {
    const own = await database(server);
    const options = { lockTimeout: null, statementTimeout: null, role: null, readOnly: false, onStatement: null };
    return new World(server, own, await World.dialect(server).connect({ ...options, url: own.url } as never));
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.database.drop();
  }

  query(sql: string): Promise<Row[]> {
    return this.connection.query(sql);
  }

  async plan(text: string, asked: Change["asked"] = []): Promise<readonly PlannedMigration[]> {
    const bound = bindText(text, names[this.server]);
    expect(bound.diagnostics.filter(({ severity }) => severity === "error").map(({ title }) => title)).to.deep.equal(
      [],
    );
    const hints = asked.map(([noun, table, from, to]): RenameHint => {
      const on = { schema: null, name: noun === "table" ? to : table };
      return { noun, on, from: [from], to, origin: { path: "--rename", line: 1 } };
    });
    const result = await makePlan({
      dialect: this.#dialect,
      connection: this.connection,
      after: bound.schema,
      hints: bound.hints,
      asked: () => hints,
      scope: {
        namespaces: [...bound.schema.namespaces.map(({ name }) => name), ...earlierNamespaces(bound.hints.renames)],
        unmanaged: bound.unmanaged,
      },
      known: { has: () => false },
    });
    expect(result.plan.undecided).to.deep.equal([]);
    return result.plan.migrations;
  }

  async run(half: PlannedHalf | undefined): Promise<void> {
    for (const sql of sqlOf(half)) await this.connection.execute(sql);
  }

  /** Rows each guard finds, where it finds some. */
  async guards(half: PlannedHalf | undefined): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const { kind, object, query } of (half?.steps ?? []).flatMap(({ statements }) =>
      statements.flatMap((item) => item.guards),
    )) {
      const { length } = await this.query(query);
      if (length > 0) found[`${kind} ${object}`] = length;
    }
    return found;
  }

  async start(text: string, rows: readonly string[] = []): Promise<void> {
    for (const { forward } of await this.plan(text)) await this.run(forward);
    for (const sql of rows) await this.connection.execute(sql);
  }

  async #tables(): Promise<string[]> {
    const tables = await this.query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = database()",
    );
    return tables.map(({ name }) => `\`${String(name).replaceAll("`", "``")}\``).sort();
  }

  /** What the server prints of each table; the order of columns is not kept, and counters are no part of a schema. */
  async shape(): Promise<string[]> {
    const lines: string[] = [];
    for (const table of await this.#tables()) {
      const [row] = await this.query(`SHOW CREATE TABLE ${table}`);
      const text = String(row?.["Create Table"]).replace(/ AUTO_INCREMENT=\d+/, "");
      lines.push(...text.split("\n").map((line) => `${table} ${line.replace(/,$/, "")}`));
    }
    return lines.sort();
  }

  async rows(): Promise<string[]> {
    const lines: string[] = [];
    for (const table of await this.#tables())
      for (const row of await this.query(`SELECT * FROM ${table}`))
        lines.push(`${table} ${JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))}`);
    return lines.sort();
  }

  async expectNothingLeft(text: string, when: string): Promise<void> {
    const left = await this.plan(text);
    expect(
      left.flatMap(({ forward }) => sqlOf(forward)),
      when,
    ).to.deep.equal([]);
  }

  /** From one schema to another, back, and there again. Gives the one migration it takes. */
  async bothWays(before: string, after: string, change: Change = {}): Promise<PlannedMigration> {
    await this.start(before, change.rows);
    const [shape, rows] = [await this.shape(), await this.rows()];
    const migrations = await this.plan(after, change.asked);
    expect(migrations).to.have.length(1);
    const [migration] = migrations;
    if (migration === undefined) throw new Error("there is no migration");
    expect(migration.transaction).to.equal("none");
    expectMirror(migration);
    expect(await this.guards(migration.forward), "guards").to.deep.equal(change.finds ?? {});
    await this.run(migration.forward);
    const made = await this.shape();
    await this.expectNothingLeft(after, "after the change");
    expect(await this.guards(migration.backward), "guards on the way back").to.deep.equal(change.findsBack ?? {});
    await this.run(migration.backward);
    expect(await this.shape(), "shape afterwards").to.deep.equal(shape);
    if (change.loses !== true) expect(await this.rows(), "rows afterwards").to.deep.equal(rows);
    await this.run(migration.forward);
    expect(await this.shape(), "shape the second time").to.deep.equal(made);
    return migration;
  }
}

/** A namespace that gets another name is in view under the one it has. */
function earlierNamespaces(renames: readonly RenameHint[]): string[] {
  return renames.flatMap(({ noun, from }) => (noun === "namespace" ? from : []));
}

export function sqlOf(half: PlannedHalf | undefined): string[] {
  expect(half?.irreversible ?? null).to.equal(null);
  return (half?.steps ?? []).flatMap(({ statements }) => statements.map(({ sql }) => sql));
}

/** A step for a step, in reverse, each of as many operations. */
export function expectMirror({ forward, backward }: PlannedMigration): void {
  const sizes = (half: PlannedHalf) => half.steps.map(({ merged }) => Math.max(1, merged.length));
  expect(sizes(backward).reverse()).to.deep.equal(sizes(forward));
}
