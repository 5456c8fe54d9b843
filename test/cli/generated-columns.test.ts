/** Generated columns made of each other: what `check` says, and what the engines themselves make of it. */

import Database from "better-sqlite3";
import { expect } from "chai";
import { connect, server } from "../support/servers.js";
import { type Workspace, workspace } from "./workspace.js";

const table = (a: string, b: string) =>
  `table t {\n  id int primary key\n  a int generated (${a}) stored\n  b int generated (${b}) stored\n}\n`;
const sql = (a: string, b: string) =>
  `create table t (id int primary key, a int generated always as (${a}) stored, b int generated always as (${b}) stored)`;

describe("generated columns made of generated columns", function () {
  this.timeout(240_000);
  let place: Workspace;
  beforeEach(() => {
    place = workspace();
  });
  afterEach(() => place.remove());

  function refusal(work: () => unknown): string {
    try {
      work();
    } catch (error) {
      return String(error);
    }
    throw new Error("the engine took it");
  }

  it("are an error on SQLite in a circle, and only there", async () => {
    const database = new Database(":memory:");
    // The table can be made, and then takes no row.
    database.exec(sql("b + 1", "a + 1"));
    expect(refusal(() => database.exec("insert into t (id) values (1)"))).to.contain("generated column loop");
    database.exec("drop table t");
    place.schema(table("b + 1", '"A" + 1'));
    const { stderr } = await place.expect(1, "check");
    expect(stderr).to.contain("schemas/app.covet:3").and.contain("`t.a` needs `t.b` needs `t.a`");
    database.exec(sql("b + 1", "id + 1"));
    database.close();
    place.schema(table("b + 1", "id + 1"));
    await place.expect(0, "check");
    await place.expect(0, "plan");
    await place.expect(0, "apply");
    place.sql("insert into t (id) values (1)");
    expect(place.query("select a, b from t")).to.deep.equal([{ a: 3, b: 2 }]);
  });

  it("are an error on PostgreSQL", async () => {
    const { url } = await server("postgres15");
    const admin = await connect("postgres15", url);
    const said = await admin.query(sql("b + 1", "id + 1")).then(String, String);
    await admin.close();
    expect(said).to.contain("cannot use generated column");
    place.schema(table("b + 1", "id + 1"));
    const { stderr } = await place.expect(1, "check", "--url", "postgres://localhost/none");
    expect(stderr).to.contain("schemas/app.covet:3").and.contain("this schema targets postgres").and.contain("help:");
  });

  it("are not seen where a name is something else", async () => {
    place.schema(
      "table t {\n  id int primary key\n  at timestamptz\n  half int generated (id / 2) stored\n" +
        "  year int generated (extract(year from at at time zone 'UTC')::int) stored\n" +
        "  date date generated ((at at time zone 'UTC')::date) stored\n" +
        "  abs int generated (abs(id)) stored\n  text text generated (cast(id as text)) stored\n}\n",
    );
    await place.expect(0, "check", "--url", "postgres://localhost/none");
    const { url } = await server("postgres15");
    const admin = await connect("postgres15", url);
    await admin.query(`create temporary table t (id int primary key, at timestamptz, half int generated always as (id / 2) stored,
      year int generated always as (extract(year from at at time zone 'UTC')::int) stored,
      date date generated always as ((at at time zone 'UTC')::date) stored,
      abs int generated always as (abs(id)) stored, text text generated always as (id::text) stored)`);
    await admin.close();
  });
});
