/** What covet remembers of schema files is used while they do not change, and never afterwards. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Workspace, workspace } from "./workspace.js";

describe("remembered schema files", function () {
  this.timeout(120_000);
  let place: Workspace;
  afterEach(() => place.remove());

  const file = (): string => {
    const folder = join(place.folder, ".cache/covet");
    return join(folder, readdirSync(folder)[0] ?? "");
  };

  it("are read from what was remembered, until a file changes", async () => {
    place = workspace();
    place.schema("table first {\n  id int primary key\n}\n");
    expect((await place.expect(0, "plan", "--dry-run")).stdout).to.contain('CREATE TABLE "first"');
    // Changing what is remembered is the only way to see from outside that it was read.
    writeFileSync(file(), readFileSync(file(), "utf8").replaceAll("first", "remembered"));
    expect((await place.expect(0, "plan", "--dry-run")).stdout).to.contain('CREATE TABLE "remembered"');

    place.schema("table second {\n  id int primary key\n}\n");
    expect((await place.expect(0, "plan", "--dry-run")).stdout).to.contain('CREATE TABLE "second"');
    place.write("schemas/more.covet", "table third {\n  id int primary key\n}\n");
    expect((await place.expect(0, "plan", "--dry-run")).stdout).to.contain('CREATE TABLE "third"');
  });

  it("keep renames, places and what is unmanaged", async () => {
    place = workspace();
    place.schema("table a {\n  id int primary key\n  x int?\n}\ntable legacy @unmanaged {\n  id int\n}\n");
    place.sql("create table legacy (id int)");
    await place.expect(0, "plan", "init");
    await place.expect(0, "apply");
    place.schema("table a {\n  id int primary key\n  y int? @was(x)\n}\ntable legacy @unmanaged {\n  id int\n}\n");
    const first = await place.expect(0, "plan", "--dry-run");
    const second = await place.expect(0, "plan", "--dry-run");
    expect(second.stdout.replace(/\d{14}/g, "")).to.equal(first.stdout.replace(/\d{14}/g, ""));
    expect(second.stdout).to.contain("RENAME_COLUMN a.x  schemas/app.covet:3").and.contain("unmanaged table legacy");
  });

  it("do not matter when what was remembered is broken, or not wanted", async () => {
    place = workspace({ COVET_CACHE: "off" });
    place.schema("table a {\n  id int primary key\n}\n");
    await place.expect(0, "plan", "--dry-run");
    expect(existsSync(join(place.folder, ".cache"))).to.equal(false);
    place.remove();

    place = workspace();
    place.schema("table a {\n  id int primary key\n}\n");
    await place.expect(0, "plan", "--dry-run");
    writeFileSync(file(), "{");
    expect((await place.expect(0, "plan", "--dry-run")).stdout).to.contain('CREATE TABLE "a"');
  });
});
