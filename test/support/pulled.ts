/** A database made from schema text, changed by hand, and pulled back into the text. */

import { expect } from "chai";
import type { Connection } from "../../src/dialect/connection.js";
import { bindSchema } from "../../src/language/bind.js";
import { parse } from "../../src/language/parse.js";
import { makePlan, type PlanResult } from "../../src/plan/plan.js";
import type { Layout } from "../../src/project/pull/homes.js";
import { type Merged, mergeLive } from "../../src/project/pull/merge.js";
import type { Source } from "../../src/text/source.js";
import { vocabularies } from "./covet.js";
import { type TestEngine, testEngines } from "./engines.js";

const known = { has: () => false };

export function engineNamed(name: string): TestEngine {
  const found = testEngines.find((engine) => engine.name === name);
  if (found === undefined) throw new Error(`no engine ${name}`);
  return found;
}

export class Pulled {
  readonly engine: TestEngine;
  readonly connection: Connection;
  /** Namespaces to read beside the default one. */
  namespaces: readonly string[] = [];
  unmanaged: readonly string[] = [];
  readonly #drop: () => Promise<void>;

  private constructor(
    engine: TestEngine,
    readonly url: string,
    connection: Connection,
    drop: () => Promise<void>,
  ) {
    this.engine = engine;
    this.connection = connection;
    this.#drop = drop;
  }

  static async open(engine: TestEngine): Promise<Pulled> {
    const database = await engine.fresh();
    const connection = await engine.dialect.connect({
      url: database.url,
      lockTimeout: null,
      statementTimeout: null,
      role: null,
      readOnly: false,
      onStatement: null,
    });
    return new Pulled(engine, database.url, connection, () => database.drop());
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.#drop();
  }

  async run(sql: string): Promise<void> {
    for (const statement of this.engine.dialect.split(sql)) await this.connection.execute(statement.sql);
  }

  async #plan(sources: readonly Source[]): Promise<PlanResult> {
    const parsed = sources.map((source) => parse(source));
    const bound = bindSchema(
      parsed.map(({ ast }) => ast),
      this.engine.dialect.vocabulary,
      vocabularies,
    );
    const diagnostics = [...parsed.flatMap((file) => file.diagnostics), ...bound.diagnostics];
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ title }) => title)).to.deep.equal([]);
    return makePlan({
      dialect: this.engine.dialect,
      connection: this.connection,
      after: bound.schema,
      hints: bound.hints,
      scope: {
        namespaces: [...this.namespaces, ...bound.schema.namespaces.map(({ name }) => name)],
        unmanaged: [...this.unmanaged, ...bound.unmanaged],
      },
      known,
    });
  }

  /** SQL a plan would run. */
  async planned(sources: readonly Source[], mayBeUndecided = false): Promise<string[]> {
    const { plan } = await this.#plan(sources);
    if (!mayBeUndecided) expect(plan.undecided).to.deep.equal([]);
    const steps = plan.migrations.flatMap(({ forward }) => forward.steps);
    return steps.flatMap(({ statements }) => statements.map(({ sql }) => sql));
  }

  /** Brings the database to the text. */
  async make(sources: readonly Source[]): Promise<void> {
    for (const sql of await this.planned(sources)) await this.connection.execute(sql);
  }

  async pull(sources: readonly Source[], layout: Layout | null = null): Promise<Merged> {
    const { dialect } = this.engine;
    const bound = bindSchema(
      sources.map((source) => parse(source).ast),
      dialect.vocabulary,
      vocabularies,
    );
    const namespaces = [...new Set([...this.namespaces, ...bound.schema.namespaces.map(({ name }) => name)])];
    const scope = { namespaces, unmanaged: [...this.unmanaged, ...bound.unmanaged] };
    const live = await dialect.introspect(this.connection, scope);
    return mergeLive({
      dialect,
      connection: this.connection,
      vocabularies,
      sources,
      live,
      known,
      layout,
      place: { folder: "schemas", file: null },
    });
  }

  /** Pulls, and proves that nothing is left to plan and that a second pull changes no byte. */
  async settle(sources: readonly Source[], layout: Layout | null = null): Promise<Merged> {
    const pulled = await this.pull(sources, layout);
    expect(pulled.left).to.deep.equal([]);
    expect(await this.planned(pulled.sources)).to.deep.equal([]);
    const again = await this.pull(pulled.sources, layout);
    expect(again.sources).to.deep.equal(pulled.sources);
    expect(again.changes).to.deep.equal([]);
    return pulled;
  }
}
