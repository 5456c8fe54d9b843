/**
 * Real schemas: loaded, pulled, nothing left to plan. Run with COVET_CORPUS naming the folder that holds `sqlite/*.sql`,
 * `postgres/*.sql` …; prints the score of each.
 */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "chai";
import type { Row } from "../../src/dialect/connection.js";
import type { Source } from "../../src/text/source.js";
import { psql, sqlite3 } from "../support/clients.js";
import { testEngines } from "../support/engines.js";
import { engineNamed, Pulled } from "../support/pulled.js";
import { run } from "../support/servers/command.js";
import { connect } from "../support/servers.js";

const corpus = process.env.COVET_CORPUS ?? "";

interface Kind {
  readonly engine: string;
  readonly folder: string;
  load(url: string, path: string): Promise<void>;
  /** One row: tables, columns, keys (primary, unique, check, foreign), indexes beside these; by the engine's own catalog. */
  readonly count: string;
  /** The same with namespaces people made. */
  readonly namespaces: string | null;
}

const kinds: Kind[] = [
  {
    engine: "sqlite",
    folder: "sqlite",
    load: async (url, path) => void (await run(await sqlite3(), [url.slice("sqlite:".length), `.read ${path}`])),
    namespaces: null,
    count: `SELECT count(*) AS tables, sum((SELECT count(*) FROM pragma_table_xinfo(l.name) x WHERE x.hidden <> 1)) AS columns,
      sum((SELECT count(*) FROM pragma_index_list(l.name) i WHERE i.origin = 'c')) AS indexes
      FROM pragma_table_list l WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  },
  {
    engine: "postgres15",
    folder: "postgres",
    load: async (url, path) => {
      // Dumps of real servers speak of it.
      const role = "do $$ begin create role postgres; exception when duplicate_object then end $$";
      await run(await psql(), ["-X", "-q", "-d", url, "-c", role]);
      await run(await psql(), ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", path], {
        env: { ...process.env, PGOPTIONS: "-c client_min_messages=warning" },
      });
    },
    namespaces: `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')`,
    count: `WITH t AS (SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'))
      SELECT (SELECT count(*) FROM t) AS tables,
        (SELECT count(*) FROM pg_attribute a JOIN t ON t.oid = a.attrelid WHERE a.attnum > 0 AND NOT a.attisdropped) AS columns,
        (SELECT count(*) FROM pg_index i JOIN t ON t.oid = i.indrelid
          WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))) AS indexes`,
  },
];

/** There is no client at hand, and its DELIMITER is no SQL: the text is cut at it here. */
async function loadMysql(engine: "mysql9" | "mariadb1011", url: string, path: string): Promise<void> {
  const { dialect } = engineNamed(engine);
  const admin = await connect(engine, url);
  try {
    await admin.query("set sql_mode = 'NO_ENGINE_SUBSTITUTION', foreign_key_checks = 0");
    const parts = readFileSync(path, "utf8").split(/^[ \t]*DELIMITER[ \t]+(\S+)[ \t]*$/im);
    for (const [at, text] of parts.entries()) {
      if (at % 2 === 1) continue;
      const delimiter = at === 0 ? ";" : (parts[at - 1] ?? ";");
      const own = delimiter === ";" ? dialect.split(text).map(({ sql }) => sql) : text.split(delimiter);
      for (const sql of own) if (sql.trim() !== "") await admin.query(sql);
    }
  } finally {
    await admin.close();
  }
}

const mysqlCount = `SELECT (SELECT count(*) FROM information_schema.tables WHERE table_schema = database() AND table_type = 'BASE TABLE') AS tables,
  (SELECT count(*) FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = database() AND t.table_type = 'BASE TABLE') AS columns,
  (SELECT count(DISTINCT table_name, index_name) FROM information_schema.statistics
    WHERE table_schema = database() AND index_name <> 'PRIMARY') AS indexes`;

for (const engine of ["mariadb1011", "mysql9"] as const)
  kinds.push({
    engine,
    folder: "mysql",
    load: (url, path) => loadMysql(engine, url, path),
    namespaces: null,
    count: mysqlCount,
  });

interface Score {
  readonly name: string;
  readonly lines: readonly string[];
}

for (const kind of kinds.filter(({ engine }) => testEngines.some(({ name }) => name === engine)))
  describe(`corpus on ${kind.engine}`, function () {
    this.timeout(600_000);
    const scores: Score[] = [];
    const folder = join(corpus, kind.folder);
    for (const file of corpus === "" ? [] : readdirSync(folder).sort())
      it(basename(file, ".sql"), async () => {
        const score: string[] = [];
        scores.push({ name: basename(file, ".sql"), lines: score });
        await pullSchema(kind, join(folder, file), score);
      });
    after(() => {
      for (const { name, lines } of scores) console.log(`    ${name}: ${lines.join("; ")}`);
    });
  });

async function pullSchema(kind: Kind, path: string, score: string[]): Promise<void> {
  const place = await Pulled.open(engineNamed(kind.engine));
  try {
    try {
      await kind.load(place.url, path);
    } catch (error) {
      // Of one folder for two engines: each has words the other does not read.
      if (kind.folder !== "mysql") throw error;
      score.push(`does not load here: ${String(error).slice(0, 150)}`);
      return;
    }
    const namespaces = kind.namespaces === null ? [] : await place.connection.query(kind.namespaces);
    place.namespaces = namespaces.map(({ name }) => String(name));
    const [there] = await place.connection.query(kind.count);
    const begun = performance.now();
    const pulled = await place.pull([]);
    score.push(`${Math.round(performance.now() - begun)} ms`);
    const { tables, enums } = pulled.schema;
    const of = (got: number, field: string): string => `${got}/${number(there, field)} ${field}`;
    const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
    score.push(of(tables.length, "tables"), of(sum(tables.map(({ columns }) => columns.length)), "columns"));
    score.push(of(sum(tables.map(({ indexes }) => indexes.length)), "indexes"));
    score.push(`${sum(tables.map(({ constraints }) => constraints.length))} keys and checks`, `${enums.length} enums`);
    if (pulled.unwritten.length > 0)
      score.push(
        `cannot be written: ${pulled.unwritten.map(({ object, reason }) => `${object} (${reason})`).join(", ")}`,
      );
    if (pulled.rewritten.length > 0) score.push(`written anew: ${pulled.rewritten.join(", ")}`);
    score.push(`left alone: ${await leftAlone(place)}`);
    if (process.env.COVET_SHOW) show(pulled.sources);
    expect(pulled.left).to.deep.equal([]);
    const again = await place.pull(pulled.sources);
    const lines = again.undecided.length === 0 ? "" : ` (${again.undecided.length} undecided)`;
    expect(again.changes, "a second pull").to.deep.equal([]);
    expect(await place.planned(pulled.sources, true), "plan").to.deep.equal([]);
    score.push(`plan empty${lines}`);
  } finally {
    await place.close();
  }
}

async function leftAlone(place: Pulled): Promise<string> {
  const { unmanaged } = await place.engine.dialect.introspect(place.connection, {
    namespaces: place.namespaces,
    unmanaged: [],
  });
  const kinds = new Map<string, number>();
  for (const { kind } of unmanaged) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds].map(([kind, count]) => `${count} × ${kind}`).join(", ") || "nothing";
}

function number(row: Row | undefined, field: string): number {
  return Number(row?.[field] ?? 0);
}

function show(sources: readonly Source[]): void {
  for (const { path, text } of sources) console.log(`// ${path}\n${text}`);
}
