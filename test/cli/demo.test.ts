/** The README's first command does what it shows, and its tour is what the commands really print. */

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { build, cleanEnv, root, scratch } from "./covet.js";
import { type Workspace, workspace } from "./workspace.js";

describe("what a newcomer sees", function () {
  this.timeout(240_000);
  before(() => build());

  it("the demo runs every step to its end and leaves nothing behind", () => {
    const run = spawnSync(process.execPath, [join(root, "bench/demo.mjs")], { encoding: "utf8", env: cleanEnv() });
    expect(run.status, run.stdout + run.stderr).to.equal(0);
    const commands = [...run.stdout.matchAll(/^\$ (covet \w+)/gm)].map((match) => match[1]);
    expect(commands.join(", ")).to.equal(
      "covet plan, covet apply, covet plan, covet apply, covet plan, covet rollback, covet status, covet apply, covet status",
    );
    expect(run.stdout)
      .to.contain("RENAME_COLUMN users.full_name")
      .and.contain("nothing to do")
      .and.match(/rolled back \d{14}/);
    const folder = /A copy of schemas\/ in (\S+);/.exec(run.stdout)?.[1] ?? "";
    expect(folder).to.not.equal("");
    expect(existsSync(folder)).to.equal(false);
  });

  it("the demo stops with an error when a step fails", () => {
    const { folder, remove } = scratch();
    try {
      mkdirSync(join(folder, "bench"));
      mkdirSync(join(folder, "schemas"));
      cpSync(join(root, "bench/demo.mjs"), join(folder, "bench/demo.mjs"));
      writeFileSync(join(folder, "package.json"), `{ "bin": { "covet": "fails.cjs" } }`);
      writeFileSync(join(folder, "fails.cjs"), "process.exit(3);");
      const run = spawnSync(process.execPath, [join(folder, "bench/demo.mjs")], { encoding: "utf8", env: cleanEnv() });
      expect(run.status).to.equal(1);
      expect(run.stderr).to.contain("covet plan init exited with 3");
    } finally {
      remove();
    }
  });

  describe("README's tour", () => {
    let place: Workspace;
    before(() => {
      place = workspace();
    });
    after(() => place.remove());

    /** Ids and times differ from run to run. */
    const still = (text: string): string =>
      text
        .replace(/\d{14}/g, "<id>")
        .replace(/\(\d+ ms\)|\(\d+\.\d s\)/g, "(<time>)")
        .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, "<when>")
        .trim();

    it("is the real output of its commands, in order", async () => {
      const readme = readFileSync(join(root, "README.md"), "utf8");
      const tour = readme.slice(readme.indexOf("## Five minutes"));
      let steps = 0;
      for (const [, language = "", code = ""] of tour.matchAll(/```(\w+)\n([\s\S]*?)```/g)) {
        if (language === "covet") {
          const path = /^\/\/ (schemas\/\S+)\n/.exec(code)?.[1];
          expect(path, "a schema block starts with its path").to.be.a("string");
          place.write(path ?? "", code);
        }
        if (language !== "console") continue;
        for (const part of code.split(/^\$ /m).slice(1)) {
          const [command = "", ...output] = part.split("\n");
          const [name, ...args] = command.split(" ");
          expect(name).to.equal("covet");
          const { stdout, stderr } = await place.run(...args);
          const printed = (stdout + stderr).replace(/^.* … \d+\.\d s\n/gm, "");
          expect(still(printed), command).to.equal(still(output.join("\n")));
          steps++;
        }
      }
      expect(steps).to.be.greaterThan(5);
    });
  });
});
