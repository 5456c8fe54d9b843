/** Where a password and the rest of a connection may come from: a command, `.pgpass`, a service file, a socket. */

import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { launchPostgres } from "../support/servers/postgres.js";
import { connect, database, type TestDatabase } from "../support/servers.js";
import { type Workspace, workspace } from "./workspace.js";

const schema = "table users {\n  id bigint primary key\n}\n";

describe("passwords and services", function () {
  this.timeout(240_000);
  let own: TestDatabase;
  let place: Workspace;
  before(async () => {
    own = await database("postgres15");
  });
  after(() => own.drop());
  afterEach(() => place.remove());

  const bare = () => {
    const url = new URL(own.url);
    url.password = "";
    return url;
  };
  const password = () => decodeURIComponent(new URL(own.url).password);
  function project(target: Record<string, unknown>, env: Record<string, string> = {}): void {
    place = workspace(env);
    place.schema(schema);
    place.write("covet.config.json", JSON.stringify({ targets: { it: target } }));
  }
  /** The first line of what a script prints, as a command of the configuration. */
  const node = (script: string) => `"${process.execPath}" -e "${script}"`;

  it("takes the first line a command prints, wherever covet runs", async () => {
    project({ url: bare().href, passwordCommand: `"${process.execPath}" ask.cjs` });
    place.write("ask.cjs", `console.log(${JSON.stringify(password())}); console.log("a second line")`);
    const { stdout, stderr } = await place.expect(0, "status", "--verbose");
    expect(stdout + stderr).to.not.contain("second line");
  });

  it("says why a command gave none, and never what it printed", async () => {
    project({
      url: bare().href,
      passwordCommand: node("console.log('hush'); console.error('vault is\\nsealed'); process.exit(7)"),
    });
    const failed = await place.expect(1, "plan", "--verbose");
    expect(failed.stderr)
      .to.contain("targets.it.passwordCommand: the command ended with 7: vault is\n")
      .and.contain("help:");
    expect(failed.stderr).to.not.contain("hush").and.not.contain("sealed");
    place.write(
      "covet.config.json",
      JSON.stringify({ targets: { it: { url: bare().href, passwordCommand: node("") } } }),
    );
    expect((await place.expect(1, "plan")).stderr).to.contain("printed no password");
    place.write(
      "covet.config.json",
      JSON.stringify({ targets: { it: { url: own.url, passwordCommand: node("console.log('hush')") } } }),
    );
    const wrong = await place.expect(1, "plan", "--json");
    expect(wrong.stdout).to.contain("authentication failed").and.not.contain("hush");
  });

  it("does not run the command for a file", async () => {
    project({ url: "sqlite:covet.db", passwordCommand: "exit 1" });
    await place.expect(0, "plan");
  });

  it("reads .pgpass", async () => {
    const { hostname, port, username } = bare();
    project({ url: bare().href });
    expect((await place.expect(1, "status")).stderr).to.contain("~/.pgpass");
    place.write("pass", `${hostname}:${port}:*:${username}:${password().replaceAll(/[\\:]/g, "\\$&")}\n`);
    chmodSync(join(place.folder, "pass"), 0o600);
    const { folder } = place;
    const again = workspace({ PGPASSFILE: join(folder, "pass") });
    again.schema(schema);
    await again.expect(0, "status", "--url", bare().href);
    again.remove();
  });

  it("reads a service from PGSERVICEFILE, named in the URL or in PGSERVICE", async () => {
    const { hostname, port, username } = bare();
    project({ url: "postgres://?service=app" }, { PGSERVICEFILE: "services", PGSERVICE: "app" });
    place.write(
      "services",
      `# ours\n[other]\nhost=nowhere.invalid\n[app]\nhost=${hostname}\nport=${port}\nuser=${username}\npassword=${password()}\ndbname=${own.name}\n[last]\nport=1\n`,
    );
    await place.expect(0, "plan");
    await place.expect(0, "apply");
    const admin = await connect("postgres15", own.url);
    expect(await admin.query("select count(*)::int as count from _covet_migrations")).to.deep.equal([{ count: 1 }]);
    await admin.close();
    await place.expect(0, "status", "--check", "--url", "postgres://");
    const { stderr } = await place.expect(1, "status", "--url", "postgres://?service=apq");
    expect(stderr).to.contain('no service "apq"').and.contain("other, app, last");
  });

  it("goes through a socket, in both spellings", async () => {
    // The shared server may be one without a socket here: COVET_TEST_POSTGRES15_URL.
    const launched = await launchPostgres(15);
    const { port } = new URL(launched.url);
    const admin = await connect("postgres15", launched.url);
    const [row] = await admin.query("select current_setting('unix_socket_directories') as folder");
    await admin.close();
    const folder = String(row?.folder);
    project({ url: `postgres://covet:covet@/postgres?host=${folder}&port=${port}` });
    try {
      await place.expect(0, "status");
      await place.expect(0, "status", "--url", `postgres://covet:covet@${encodeURIComponent(folder)}:${port}/postgres`);
    } finally {
      await launched.stop();
    }
  });
});
