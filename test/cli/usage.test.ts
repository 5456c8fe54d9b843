/** The command line by itself: help, version, what is said to mistyped words, where output goes. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { build, covet, root, scratch } from "./covet.js";

describe("covet, the command line", () => {
  let place: ReturnType<typeof scratch>;
  before(function () {
    this.timeout(120_000);
    build();
  });
  beforeEach(() => {
    place = scratch();
  });
  afterEach(() => place.remove());

  it("says its version without loading anything", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const flag of ["--version", "-V"]) {
      expect(await covet(place.folder, [flag])).to.deep.equal({ code: 0, stdout: `${version}\n`, stderr: "" });
    }
  });

  it("prints the three commands a newcomer needs when called alone", async () => {
    const alone = await covet(place.folder, []);
    expect(alone.code).to.equal(0);
    const start = alone.stdout.split("Then:")[0] ?? "";
    expect(start.match(/covet (init|plan|apply)/g)).to.deep.equal(["covet init", "covet plan", "covet apply"]);
    expect(await covet(place.folder, ["--help"])).to.deep.equal(alone);
    expect(await covet(place.folder, ["help"])).to.deep.equal(alone);
  });

  for (const command of ["init", "plan", "apply", "rollback", "status", "check", "repair", "migrate", "sqlmigrate"]) {
    it(`${command} --help shows its flags and an example`, async () => {
      const { code, stdout } = await covet(place.folder, [command, "--help"]);
      expect(code).to.equal(0);
      expect(stdout).to.contain("Examples:").and.contain(`covet ${command}`).and.contain("--json");
    });
  }

  it("help COMMAND is COMMAND --help", async () => {
    expect(await covet(place.folder, ["help", "plan"])).to.deep.equal(await covet(place.folder, ["plan", "--help"]));
  });

  const mistakes: readonly (readonly [args: readonly string[], message: string, hint: string])[] = [
    [["aply"], "`aply` is not a command of covet", "write: covet apply"],
    [["showmigration"], "`showmigration` is not a command of covet", "write: covet showmigrations"],
    [["verify"], "`covet verify` is not part of this version yet", "covet --help"],
    [["plan", "--dryrun"], "unknown flag `--dryrun`", "write --dry-run"],
    [["apply", "--faek"], "unknown flag `--faek`", "write --fake"],
    [["plan", "--no-such-thing"], "unknown flag `--no-such-thing`", "covet plan --help"],
    [["apply", "extra"], "`covet apply` does not take `extra`", "covet apply --help"],
    [["apply", "--to"], "not enough arguments following: to", "covet apply --help"],
    [["sqlmigrate"], "`covet sqlmigrate` needs one more word", "covet sqlmigrate --help"],
    [
      ["rollback", "--steps", "1", "--to", "x"],
      "arguments steps and to are mutually exclusive",
      "covet rollback --help",
    ],
    [["rollback", "--steps", "0"], "--steps must be a whole number from 1", "--steps 2"],
    [["rollback", "--steps", "many"], "--steps must be a whole number from 1", "--steps 2"],
    [["migrate", "--steps", "1"], "--steps counts migrations to undo", "--rollback"],
    [["apply", "--lock-wait", "soon"], "--lock-wait: `soon` is not a time", "2s"],
    [["repair"], "covet repair needs to know what to settle", "--not-done N"],
    [["status", "--url", "app.db"], "--url: `app.db` is not a database URL", "sqlite:app.db"],
    [["status", "--url", "postgress://h/d"], "--url: covet does not know databases of `postgress:`", "write postgres:"],
    [
      ["status", "--url", "mysql://u:secret@127.0.0.1:1/d"],
      "cannot connect to mysql://u@127.0.0.1:1/d",
      "start the server",
    ],
    [["status", "--target", "prod"], "there is no target `prod`", "no targets"],
    [["status", "--config", "none.ts"], "config file not found: none.ts", "--config"],
  ];
  for (const [args, message, hint] of mistakes) {
    it(`answers covet ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await covet(place.folder, args);
      expect(stderr).to.contain(`error: ${message}`).and.contain("help: ").and.contain(hint).and.not.contain("secret");
      expect(stdout).to.equal("");
      expect(code).to.equal(1);
    });
  }

  it("answers in JSON too", async () => {
    const { code, stdout } = await covet(place.folder, ["aply", "--json"]);
    expect(code).to.equal(1);
    expect(JSON.parse(stdout)).to.deep.equal({
      version: 1,
      command: null,
      exitCode: 1,
      error: { message: "`aply` is not a command of covet", hint: "write: covet apply", details: [], diagnostics: [] },
    });
  });

  it("asks nobody when nobody is there", async () => {
    const { code, stderr } = await covet(place.folder, ["repair", "--done", "1"]);
    expect(code).to.equal(3);
    expect(stderr).to.contain("help: add --yes");
    expect(existsSync(join(place.folder, "covet.db"))).to.equal(false);
  });

  it("colours only where wanted", async () => {
    const csi = String.fromCharCode(27);
    const wrong = ["status", "--url", "x"];
    expect((await covet(place.folder, wrong)).stderr).to.not.contain(csi);
    expect((await covet(place.folder, wrong, { FORCE_COLOR: "1" })).stderr).to.contain(`${csi}[31m`);
    expect((await covet(place.folder, wrong, { FORCE_COLOR: "0" })).stderr).to.not.contain(csi);
    expect((await covet(place.folder, wrong, { FORCE_COLOR: "1", NO_COLOR: "1" })).stderr).to.not.contain(csi);
  });

  it("init writes a project that plans and applies, and never overwrites", async () => {
    const first = await covet(place.folder, ["init"]);
    expect(first.code).to.equal(0);
    expect(first.stdout).to.contain("wrote covet.config.ts").and.contain("wrote schemas/app.covet");
    expect((await covet(place.folder, ["check"])).code).to.equal(0);
    expect((await covet(place.folder, ["plan"])).code).to.equal(0);
    expect((await covet(place.folder, ["apply"])).code).to.equal(0);
    writeFileSync(join(place.folder, "covet.config.ts"), "export default {};\n");
    const again = await covet(place.folder, ["init", "--json"]);
    expect(JSON.parse(again.stdout)).to.deep.include({ written: [], kept: ["covet.config.ts", "schemas/"] });
    expect(readFileSync(join(place.folder, "covet.config.ts"), "utf8")).to.equal("export default {};\n");
  });

  it("reads .env beside the config file; what is set already wins", async () => {
    await covet(place.folder, ["init"]);
    writeFileSync(join(place.folder, ".env"), "DATABASE_URL=sqlite:from-env.db\n");
    expect((await covet(join(place.folder, "schemas"), ["status"])).stdout).to.contain("from-env.db");
    const set = await covet(place.folder, ["status"], { DATABASE_URL: "sqlite:set.db" });
    expect(set.stdout).to.contain("sqlite:set.db");
  });
});
