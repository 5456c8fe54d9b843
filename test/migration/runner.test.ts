import { expect } from "chai";
import { repairMigration } from "../../src/migration/repair.js";
import { applyMigrations, rollbackMigrations } from "../../src/migration/runner.js";
import { readStatus } from "../../src/migration/status.js";
import { testEngines } from "../support/engines.js";
import { Bench, connect, failureOf } from "./bench.js";

const users = {
  name: "20260101000000_users",
  forward: `-- covet:step 1 CREATE_TABLE users (schemas/users.covet:1)
CREATE TABLE users (id integer PRIMARY KEY, name text);`,
  backward: `-- covet:step 1 DROP_TABLE users
-- covet:guard loses users: SELECT 1 FROM users
DROP TABLE users;`,
};
const posts = {
  name: "20260102000000_posts",
  depends: users.name,
  forward: `-- covet:step 1 CREATE_TABLE posts
CREATE TABLE posts (id integer PRIMARY KEY);
-- covet:step 2 ADD_COLUMN posts.title (schemas/posts.covet:3)
ALTER TABLE posts ADD COLUMN title text;`,
  backward: `-- covet:step 1 DROP_TABLE posts
DROP TABLE posts;`,
};
const broken = {
  name: "20260103000000_broken",
  depends: posts.name,
  forward: `-- covet:step 1 CREATE_TABLE tags
CREATE TABLE tags (id integer);
-- covet:step 2 ADD_COLUMN ghosts.shape (schemas/ghosts.covet:7)
ALTER TABLE ghosts
  ADD COLUMN shape text;`,
  backward: "DROP TABLE tags;",
};
/** The same by hand, each statement for itself. */
const steps = {
  name: "20260103000000_steps",
  transaction: "none" as const,
  forward: `-- covet:step 1 CREATE_TABLE a
CREATE TABLE a (id integer);
-- covet:step 2 CREATE_TABLE b
CREATE TABLE b (id integer);
-- covet:step 3 ADD_COLUMN ghosts.shape
ALTER TABLE ghosts ADD COLUMN shape text;
-- covet:step 4 CREATE_TABLE c
CREATE TABLE c (id integer);`,
  backward: `-- covet:step 1 DROP_TABLE c
DROP TABLE c;
-- covet:step 2 DROP_COLUMN ghosts.shape
ALTER TABLE ghosts DROP COLUMN shape;
-- covet:step 3 DROP_TABLE b
DROP TABLE b;
-- covet:step 4 DROP_TABLE a
DROP TABLE a;`,
};

for (const engine of testEngines)
  describe(`the runner on ${engine.name}`, () => {
    /** Else each statement commits by itself. */
    const whole = engine.dialect.capabilities.transactionalDdl;
    let bench: Bench;
    beforeEach(async () => {
      bench = await Bench.open(engine);
    });
    afterEach(() => bench.close());

    it("applies what is pending, once, and says what it did", async () => {
      const files = [bench.file(users), bench.file(posts)];
      expect(await bench.status(files)).to.deep.equal(["pending", "pending"]);
      expect(await bench.apply(files)).to.deep.equal([users.name, posts.name]);
      expect(await bench.status(files)).to.deep.equal(["applied", "applied"]);
      expect(await bench.apply(files)).to.deep.equal([]);
      const rows = await bench.connection.query(
        "SELECT id, name, app, state, statements_done, statements_total, tool_version FROM _covet_migrations ORDER BY id",
      );
      expect(rows).to.deep.equal([
        {
          id: 1,
          name: users.name,
          app: "default",
          state: "applied",
          statements_done: 1,
          statements_total: 1,
          tool_version: "0.0.0-test",
        },
        {
          id: 2,
          name: posts.name,
          app: "default",
          state: "applied",
          statements_done: 2,
          statements_total: 2,
          tool_version: "0.0.0-test",
        },
      ]);
      expect(
        bench.events.flatMap((e) =>
          e.kind === "statement" ? [`${e.migration} ${e.number}/${e.total} ${e.step.object}`] : [],
        ),
      ).to.deep.equal([`${users.name} 1/1 users`, `${posts.name} 1/2 posts`, `${posts.name} 2/2 posts.title`]);
    });

    it("records the moment, in UTC", async () => {
      const start = Date.now();
      const files = [bench.file(users)];
      await bench.apply(files);
      const status = await readStatus({ ...bench.input(files) });
      const at = status.migrations[0]?.appliedAt?.getTime() ?? 0;
      expect(at).to.be.within(start - 1, Date.now());
    });

    it("shows where and why a migration failed; where there is a transaction, the database is as it was", async () => {
      const files = [bench.file(users), bench.file(posts), bench.file(broken)];
      await bench.apply(files.slice(0, 2));
      const before = await bench.oracle();
      const failure = await failureOf(bench.apply(files));
      expect(failure.exitCode).to.equal(whole ? 5 : 6);
      expect(failure.message).to.match(/^migrations\/20260103000000_broken\.sql:9: .*ghosts/);
      const details = failure.details.join("\n");
      expect(details).to.contain(" 9 | ALTER TABLE ghosts\n");
      expect(details).to.contain("10 |   ADD COLUMN shape text");
      expect(details).to.contain("step 2: ADD_COLUMN ghosts.shape");
      expect(details).to.contain("asked for by schemas/ghosts.covet:7");
      if (whole) expect(await bench.oracle()).to.deep.equal(before);
      expect(await bench.status(files)).to.deep.equal(["applied", "applied", whole ? "pending" : "halfDone"]);
    });

    it("leaves an empty database empty when the first migration fails", async () => {
      if (!whole) return expect((await failureOf(bench.apply([bench.file(broken)]))).exitCode).to.equal(6);
      const failure = await failureOf(bench.apply([bench.file({ ...broken, depends: "" })]));
      expect(failure.exitCode).to.equal(5);
      expect((await failureOf(bench.apply([bench.file({ ...broken, depends: "" })]))).exitCode).to.equal(5);
      let answer = "the table is there";
      await bench.connection.query("SELECT 1 FROM _covet_migrations").catch(() => {
        answer = "no history table";
      });
      expect(answer).to.equal("no history table");
    });

    it("only looks with dryRun, and when it shows the status", async () => {
      const files = [bench.file(users), bench.file(posts)];
      const preview = await applyMigrations(bench.input(files, { dryRun: true }));
      expect(preview.migrations).to.deep.equal([]);
      expect(preview.sql.map(({ name }) => name)).to.deep.equal([users.name, posts.name]);
      expect(preview.sql[0]?.sql).to.contain("CREATE TABLE users");
      await bench.status(files);
      await bench.connection.query("SELECT 1 FROM _covet_migrations").then(
        () => expect.fail("looking made the history tables"),
        () => undefined,
      );
      await bench.apply(files);
      const back = await rollbackMigrations(bench.input(files, { dryRun: true, steps: 2 }));
      expect(back.sql.map(({ name }) => name)).to.deep.equal([posts.name, users.name]);
      expect(await bench.status(files)).to.deep.equal(["applied", "applied"]);
    });

    it("stops at --to", async () => {
      const files = [bench.file(users), bench.file(posts), bench.file(broken)];
      expect(await bench.apply(files, { to: "20260102000000" })).to.deep.equal([users.name, posts.name]);
      const failure = await failureOf(bench.apply(files, { to: "2026" }));
      expect(failure.message).to.contain("several migrations are `2026`");
      expect((await failureOf(bench.apply(files, { to: "x" }))).message).to.contain("no migration `x`");
    });

    it("rolls back, newest first, to where it was", async () => {
      const files = [bench.file(users), bench.file(posts)];
      const empty = await bench.oracle();
      await bench.apply(files.slice(0, 1));
      const one = await bench.oracle();
      await bench.apply(files);
      expect(await bench.rollback(files)).to.deep.equal([posts.name]);
      expect(await bench.oracle()).to.deep.equal(one);
      await bench.apply(files);
      expect(await bench.rollback(files, { to: users.name })).to.deep.equal([posts.name]);
      await bench.apply(files);
      expect(await bench.rollback(files, { steps: 5 })).to.deep.equal([posts.name, users.name]);
      expect(await bench.oracle()).to.deep.equal(empty);
      expect(await bench.rollback(files)).to.deep.equal([]);
      expect(await bench.apply(files)).to.deep.equal([users.name, posts.name]);
    });

    it("refuses to lose rows, with their number, some of them, and the way to allow it", async () => {
      const files = [bench.file(users)];
      await bench.apply(files);
      await bench.connection.query("INSERT INTO users (id, name) VALUES (1, 'Ada'), (2, 'Grace')");
      const failure = await failureOf(bench.rollback(files));
      expect(failure.exitCode).to.equal(3);
      expect(failure.details.join("\n")).to.contain("users: 2 rows would lose data");
      expect(failure.details.join("\n")).to.contain('id = 1, name = "Ada"');
      expect(failure.hint).to.contain("--allow-data-loss users");
      expect(failure.hint).to.contain("-- covet:allow users reason");
      expect(await bench.count("users")).to.equal(2);
      const allowing = bench.file({
        ...users,
        backward: users.backward.replace("DROP TABLE", "-- covet:allow users nobody needs them\nDROP TABLE"),
      });
      expect(await bench.rollback([allowing])).to.deep.equal([users.name]);
      await bench.apply(files);
      await bench.connection.query("INSERT INTO users (id, name) VALUES (1, 'Ada')");
      expect(await bench.rollback(files, { allow: ["users"] })).to.deep.equal([users.name]);
    });

    it("counts rows up to a limit, and refuses rows that would make a statement fail", async () => {
      const strict = bench.file({
        name: "20260103000000_strict",
        forward: `-- covet:step 1 ALTER_COLUMN users.name
-- covet:guard fails users.name: SELECT 1 FROM users WHERE name IS NULL
CREATE TABLE never (id integer);`,
      });
      const files = [bench.file(users), strict];
      await bench.apply(files.slice(0, 1));
      const values = Array.from({ length: 1200 }, (_, at) => `(${at})`);
      await bench.connection.execute(`INSERT INTO users (id) VALUES ${values.join(", ")}`);
      const failure = await failureOf(bench.apply(files));
      expect(failure.exitCode).to.equal(3);
      expect(failure.details[0]).to.equal("users.name: 1000 rows or more would make this fail");
      expect(failure.hint).to.not.contain("--allow-data-loss");
    });

    it("asks a guard that names what the migration makes only once it is there", async () => {
      const file = bench.file({
        name: "20260101000000_both",
        forward: `-- covet:step 1 CREATE_TABLE t
CREATE TABLE t (id integer);
INSERT INTO t VALUES (1);
-- covet:step 2 DROP_TABLE t
-- covet:guard loses t: SELECT 1 FROM t
DROP TABLE t;`,
      });
      const failure = await failureOf(bench.apply([file]));
      expect(failure.exitCode).to.equal(whole ? 3 : 6);
      expect(failure.details[0]).to.equal("t: 1 row would lose data");
      expect(await bench.apply([file], { allow: ["t"] })).to.deep.equal(["20260101000000_both"]);
    });

    it("tells edited files from reworded ones, and misses lost ones", async () => {
      const files = [bench.file(users), bench.file(posts)];
      await bench.apply(files);
      const reworded = [bench.file({ ...users, forward: `-- a word\n${users.forward}` }), bench.file(posts)];
      expect(await bench.apply(reworded)).to.deep.equal([]);
      expect(bench.events.at(-1)).to.deep.include({ kind: "warning" });
      const edited = [
        bench.file({ ...users, forward: users.forward.replace("name text", "name varchar(9)") }),
        bench.file(posts),
      ];
      expect(await bench.status(edited)).to.deep.equal(["edited", "applied"]);
      const failure = await failureOf(bench.apply(edited));
      expect(failure.exitCode).to.equal(7);
      expect(failure.message).to.contain("migrations/20260101000000_users.sql");
      const said = await repairMigration({
        ...bench.input(edited),
        answer: { kind: "acceptEdited", migration: "20260101000000" },
      });
      expect(said).to.contain("counts as what ran here");
      expect(await bench.apply(edited)).to.deep.equal([]);
      const { depends: _none, ...alone } = posts;
      const lost = await failureOf(bench.apply([bench.file(alone)]));
      expect(lost.exitCode).to.equal(7);
      expect(lost.message).to.contain(users.name);
      expect(await bench.status([bench.file(alone)])).to.deep.equal(["missing", "applied"]);
    });

    it("refuses files of another dialect or app before it looks at anything", async () => {
      const other = bench.file({ ...users, dialect: "oracle" });
      const failure = await failureOf(bench.apply([other]));
      expect(failure.exitCode).to.equal(1);
      expect(failure.message).to.contain("written for oracle");
      const stranger = await failureOf(bench.apply([bench.file(users)], { app: "shop" }));
      expect(stranger.message).to.contain("belongs to the app `default`");
    });

    it("refuses a file planned on another state, naming the object and who changed it", async () => {
      await bench.apply([bench.file(users)]);
      const started = await bench.print("users");
      const first = {
        name: "20260102000000_age",
        forward: "ALTER TABLE users ADD COLUMN age integer;",
        before: started,
      };
      await bench.apply([bench.file(users), bench.file(first)]);
      const left = await bench.print("users");
      const known = bench.file({ ...first, after: left });
      const second = bench.file({
        name: "20260102000001_city",
        forward: "ALTER TABLE users ADD COLUMN city text;",
        before: started,
      });
      const files = [bench.file(users), known, second];
      const failure = await failureOf(bench.apply(files));
      expect(failure.exitCode).to.equal(8);
      expect(failure.message).to.contain("20260102000001_city.sql");
      expect(failure.details).to.deep.equal([
        `users: planned on ${started}, here it is ${left} (${first.name} left it so)`,
      ]);
      expect(await bench.status(files)).to.deep.equal(["applied", "applied", "conflicting"]);
      expect(await bench.apply(files, { fake: true })).to.deep.equal(["20260102000001_city"]);
    });

    it("sees before it starts that two pending files want the same object", async () => {
      await bench.apply([bench.file(users)]);
      const started = await bench.print("users");
      const age = {
        name: "20260102000000_age",
        forward: "ALTER TABLE users ADD COLUMN age integer;",
        before: started,
        after: "users@00000000",
      };
      const city = {
        name: "20260102000001_city",
        forward: "ALTER TABLE users ADD COLUMN city text;",
        before: started,
        after: "users@11111111",
      };
      const before = await bench.oracle();
      const failure = await failureOf(bench.apply([bench.file(users), bench.file(age), bench.file(city)]));
      expect(failure.exitCode).to.equal(8);
      expect(failure.details).to.deep.equal([
        `users: planned on ${started}, here it is users@00000000 (${age.name} left it so)`,
      ]);
      expect(await bench.oracle()).to.deep.equal(before);
      // A file planned on top of the other one knows what that one really left.
      await bench.connection.execute("ALTER TABLE users ADD COLUMN age integer");
      const reached = await bench.print("users");
      await bench.connection.execute("ALTER TABLE users DROP COLUMN age");
      const onTop = { ...city, before: reached, depends: age.name };
      expect(await bench.apply([bench.file(users), bench.file(age), bench.file(onTop)])).to.have.length(2);
    });

    it("refuses what must not exist yet, and what is gone", async () => {
      await bench.connection.execute("CREATE TABLE users (id integer)");
      const failure = await failureOf(bench.apply([bench.file({ ...users, before: "users@-" })]));
      expect(failure.exitCode).to.equal(8);
      expect(failure.details).to.deep.equal(["users: it must not exist yet, but it does"]);
      const gone = await failureOf(bench.apply([bench.file({ ...users, before: "nobody@12345678" })]));
      expect(gone.details).to.deep.equal(["nobody: it must exist, but it does not"]);
    });

    it("notices that someone else changed the database", async () => {
      const files = [bench.file(users), bench.file(posts)];
      await bench.apply(files.slice(0, 1));
      await bench.connection.execute("ALTER TABLE users ADD COLUMN secret text");
      await bench.connection.execute("CREATE TABLE extra (id integer)");
      const failure = await failureOf(bench.apply(files));
      expect(failure.exitCode).to.equal(7);
      expect(failure.details).to.deep.equal(["extra appeared", "users changed"]);
      expect(await bench.apply(files, { acceptDrift: true })).to.deep.equal([posts.name]);
      expect(await bench.rollback(files)).to.deep.equal([posts.name]);
    });

    it("records without running with fake, both ways", async () => {
      const files = [bench.file(users), bench.file(posts)];
      expect(await bench.apply(files, { fake: true })).to.deep.equal([users.name, posts.name]);
      expect(await bench.status(files)).to.deep.equal(["applied", "applied"]);
      expect(await bench.rollback(files, { fake: true, steps: 2 })).to.deep.equal([posts.name, users.name]);
      expect(await bench.apply(files)).to.deep.equal([users.name, posts.name]);
    });

    it("refuses to roll back what cannot be undone, before it starts", async () => {
      const final = bench.file({ ...posts, backward: "-- covet:irreversible the rows are gone" });
      const files = [bench.file(users), final];
      await bench.apply(files);
      const failure = await failureOf(bench.rollback(files, { steps: 2 }));
      expect(failure.exitCode).to.equal(3);
      expect(failure.message).to.contain("the rows are gone");
      expect(await bench.status(files)).to.deep.equal(["applied", "applied"]);
    });

    it("stops half-way in a file without a transaction, says where, and goes on from there once it is mended", async () => {
      const failure = await failureOf(bench.apply([bench.file(steps)]));
      expect(failure.exitCode).to.equal(6);
      expect(failure.message).to.match(/^migrations\/20260103000000_steps\.sql:10: .*ghosts/);
      expect(failure.details.at(-1)).to.equal("2 of 4 statements are done and stay done.");
      expect(failure.hint).to.contain("covet apply");
      expect(await bench.status([bench.file(steps)])).to.deep.equal(["halfDone"]);

      const touched = bench.file({ ...steps, forward: steps.forward.replace("TABLE a (id", "TABLE a (ident") });
      expect((await failureOf(bench.apply([touched]))).exitCode).to.equal(7);
      const mended = bench.file({ ...steps, forward: steps.forward.replaceAll("ghosts", "b") });
      expect(await bench.apply([mended])).to.deep.equal([steps.name]);
      expect(await bench.status([mended])).to.deep.equal(["applied"]);
      for (const table of ["a", "b", "c"]) expect(await bench.count(table)).to.equal(0);
      expect(bench.events.findLast((event) => event.kind === "start")).to.include({ done: 2, statements: 4 });
      // What ran is now what the file says: it is not an edited file.
      expect(await bench.apply([mended])).to.deep.equal([]);
    });

    it("rolls a half-done migration back from where it is", async () => {
      const empty = await bench.oracle();
      await failureOf(bench.apply([bench.file(steps)]));
      expect(await bench.rollback([bench.file(steps)])).to.deep.equal([steps.name]);
      expect(await bench.oracle()).to.deep.equal(empty);
      expect(await bench.status([bench.file(steps)])).to.deep.equal(["pending"]);
    });

    it("resumes a rollback that failed half-way, and apply does not meddle", async () => {
      const file = bench.file({
        ...steps,
        forward: steps.forward.replaceAll("ghosts", "b"),
        backward: steps.backward.replaceAll("ghosts", "ghosts"),
      });
      await bench.apply([file]);
      const failure = await failureOf(bench.rollback([file]));
      expect(failure.exitCode).to.equal(6);
      expect(failure.details.at(-1)).to.equal("1 of 4 statements are done and stay done.");
      const refused = await failureOf(bench.apply([file]));
      expect(refused.exitCode).to.equal(6);
      expect(refused.hint).to.contain("covet rollback");
      expect(
        (await failureOf(repairMigration({ ...bench.input([file]), answer: { kind: "done", statement: 2 } }))).message,
      ).to.contain("no statement");
      const mended = bench.file({
        ...steps,
        forward: steps.forward.replaceAll("ghosts", "b"),
        backward: steps.backward.replaceAll("ghosts", "b"),
      });
      // The forward half and what ran are untouched; only the rest of the backward half is mended.
      expect(await bench.rollback([mended])).to.deep.equal([steps.name]);
      expect(await bench.status([mended])).to.deep.equal(["pending"]);
      expect(await bench.apply([mended])).to.deep.equal([steps.name]);
    });

    it("is locked out while another run is at work, and says so", async () => {
      const other = await connect(engine, bench.database.url);
      try {
        expect(await other.tryLock("covet")).to.equal(true);
        const failure = await failureOf(bench.apply([bench.file(users)]));
        expect(failure.exitCode).to.equal(4);
        expect(failure.message).to.contain("another covet is at work");
        await other.unlock("covet");
        expect(await bench.apply([bench.file(users)])).to.deep.equal([users.name]);
      } finally {
        await other.close();
      }
    });

    it("is interrupted between statements without leaving anything", async () => {
      const abort = new AbortController();
      const before = await bench.oracle();
      const work = bench.apply([bench.file({ ...posts, depends: "" })], {
        signal: abort.signal,
        events: (event) => {
          if (event.kind === "statementEnd") abort.abort();
        },
      });
      const failure = await failureOf(work);
      expect(failure.exitCode).to.equal(130);
      const became = "1 of 2 statements are done and stay done.";
      expect(failure.details).to.deep.equal([whole ? "Nothing was changed: the transaction was rolled back." : became]);
      if (whole) expect(await bench.oracle()).to.deep.equal(before);
      expect(await bench.apply([bench.file({ ...posts, depends: "" })])).to.deep.equal([posts.name]);
    });
  });
