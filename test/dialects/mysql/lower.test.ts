/** What lowering promises without a server: the same steps both ways, and what an engine cannot do said in words. */

import { expect } from "chai";
import type { LowerContext } from "../../../src/dialect/dialect.js";
import { mariadb, mysql } from "../../../src/dialects/mysql/dialect.js";
import { diff } from "../../../src/diff/diff.js";
import { order } from "../../../src/diff/order.js";
import { adoptNames } from "../../../src/diff/pair.js";
import { resolveRenames } from "../../../src/diff/renames.js";
import { type DatabaseSchema, emptySchema } from "../../../src/model/database-schema.js";
import type { Hints } from "../../../src/model/hints.js";
import { apply } from "../../../src/operation/apply.js";
import { invertAll } from "../../../src/operation/invert.js";
import type { Operation } from "../../../src/operation/operation.js";
import { bindCase, readCases } from "../../support/case.js";
import { bindText } from "../../support/covet.js";

const versions = { mysql: "9.0.0", mariadb: "10.11.14" } as const;

for (const dialect of [mysql, mariadb]) {
  const name = dialect.name === "mysql" ? "mysql" : "mariadb";
  const context = (version: string): LowerContext =>
    ({ unmanaged: [], version, concurrent: () => false, using: () => null }) as never;

  function operationsBetween(live: DatabaseSchema, wanted: DatabaseSchema, { renames }: Hints): Operation[] {
    const after = dialect.normalize(wanted);
    const named = resolveRenames(live, after, renames);
    const renamed = named.reduce(apply, live);
    return order([...named, ...diff(renamed, adoptNames(renamed, after, dialect.nameFor))]);
  }

  function sqlFrom(before: string, after: string, version: string = versions[name]): readonly string[] {
    const [one, other] = [bindText(before, name), bindText(after, name)];
    const live = adoptNames(emptySchema, dialect.normalize(one.schema), dialect.nameFor);
    const operations = operationsBetween(live, other.schema, other.hints);
    const steps = dialect.lower(operations, live, operations.reduce(apply, live), context(version));
    return steps.flatMap(({ statements, irreversible }) => irreversible ?? statements.map(({ sql }) => sql));
  }

  describe(`lowering for ${dialect.name}`, () => {
    it("takes the same steps back, in reverse, in every case", () => {
      let merged = 0;
      for (const item of readCases()) {
        const [one, other] = ["before.covet", "after.covet"].map((file) => bindCase(item, file, dialect.vocabulary));
        if (one === undefined || other === undefined) throw new Error(item.name);
        const live = adoptNames(emptySchema, dialect.normalize(one.schema), dialect.nameFor);
        const operations = operationsBetween(live, other.schema, other.hints);
        const end = operations.reduce(apply, live);
        const there = dialect.lower(operations, live, end, context(versions[name]));
        const back = dialect.lower(invertAll(operations), end, live, context(versions[name]));
        expect(
          there.flatMap((step) => step.operations),
          item.name,
        ).to.deep.equal(operations);
        expect(back.map((step) => invertAll(step.operations)).reverse(), item.name).to.deep.equal(
          there.map((step) => step.operations),
        );
        merged += there.filter((step) => step.operations.length > 1).length;
      }
      expect(merged).to.be.above(0);
    });

    it("renames a column by its name alone, and rewrites it where anything else changes", () => {
      const before = "table t {\n  id int primary key\n  a int\n}";
      expect(sqlFrom(before, "table t {\n  id int primary key\n  b int @was(a)\n}")).to.deep.equal([
        "ALTER TABLE `t` RENAME COLUMN `a` TO `b`",
      ]);
      expect(sqlFrom(before, "table t {\n  id int primary key\n  a bigint? = 3 /// It's.\n}")).to.deep.equal([
        "ALTER TABLE `t` MODIFY COLUMN `a` bigint DEFAULT 3 COMMENT 'It''s.'",
      ]);
    });

    it("says what a version does not have", () => {
      const before = "table t {\n  id int primary key\n}";
      const after = "table t {\n  id int primary key\n  a int? @mysql.invisible\n}";
      const [version, since] = name === "mysql" ? ["8.0.19", "8.0.23"] : ["10.3.1", "10.3.3"];
      const title = name === "mysql" ? "MySQL" : "MariaDB";
      expect(sqlFrom(before, after, version)).to.deep.equal([
        `invisible columns need ${title} ${since}; this is ${version}`,
      ]);
    });
  });
}
