/** Encrypted connections to a PostgreSQL with certificates of its own; `pg_stat_ssl` says what came of each. */

import { expect } from "chai";
import { type Authority, authority } from "../support/certificates.js";
import type { Admin, Launched } from "../support/servers/engine.js";
import { connectPostgres, launchPostgres } from "../support/servers/postgres.js";
import { type Workspace, workspace } from "./workspace.js";

const schema = "table users {\n  id bigint primary key\n}\n";
const rules = `hostssl all certified 127.0.0.1/32 cert
hostssl all careful 127.0.0.1/32 scram-sha-256
host all careful 127.0.0.1/32 reject
host all all 127.0.0.1/32 scram-sha-256
local all all scram-sha-256
`;

describe("an encrypted connection", function () {
  this.timeout(240_000);
  let launched: Launched;
  let admin: Admin;
  let trusted: Authority;
  let place: Workspace;

  before(async () => {
    trusted = authority("covet test authority");
    const own = trusted.sign("localhost");
    launched = await launchPostgres(15, {
      files: {
        "own.crt": own.certificate,
        "own.key": own.key,
        "authority.crt": trusted.certificate,
        "pg_hba.conf": rules,
      },
      settings: { ssl: "on", ssl_cert_file: "own.crt", ssl_key_file: "own.key", ssl_ca_file: "authority.crt" },
    });
    admin = await connectPostgres(launched.url);
    await admin.query("create role certified superuser login");
    await admin.query("create role careful superuser login password 'secret'");
  });
  after(async () => {
    await admin?.close();
    await launched?.stop();
  });
  afterEach(() => place.remove());

  const url = (user = "covet", password: string | null = "covet", host = "localhost") => {
    const { port } = new URL(launched.url);
    return `postgres://${user}${password === null ? "" : `:${password}`}@${host}:${port}/postgres`;
  };

  function project(target: Record<string, unknown>): void {
    place = workspace();
    place.schema(schema);
    place.write("certs/trusted.crt", trusted.certificate);
    place.write("certs/stranger.crt", authority("somebody else").certificate);
    const client = trusted.sign("certified");
    place.write("certs/client.crt", client.certificate);
    place.write("certs/client.key", client.key);
    place.write("covet.config.json", JSON.stringify({ targets: { it: { url: url(), ...target } } }));
  }

  /** How covet's own session was encrypted: an event trigger notes it while covet applies. */
  async function encryptionOf(): Promise<readonly unknown[]> {
    await admin.query("drop table if exists seen, users, _covet_migrations, _covet_objects cascade");
    await admin.query("create table seen (ssl bool, client text, app text)");
    await admin.query(`create or replace function note() returns event_trigger language plpgsql security definer as $$
      begin
        insert into public.seen select s.ssl, s.client_dn, current_setting('application_name')
        from pg_stat_ssl s where pid = pg_backend_pid();
      end $$`);
    await admin.query("drop event trigger if exists note");
    await admin.query(
      "create event trigger note on ddl_command_end when tag in ('CREATE TABLE') execute function note()",
    );
    try {
      await place.expect(0, "plan", "--adopt");
      await place.expect(0, "apply");
    } finally {
      await admin.query("drop event trigger note");
    }
    return admin.query("select distinct ssl, client, app from seen");
  }
  const unmanaged = ["seen"];
  const encrypted = [{ ssl: true, client: null, app: "covet" }];

  it("verify-full with the right authority, as an object, paths from the config's folder", async () => {
    project({ unmanaged, ssl: { ca: "certs/trusted.crt" } });
    expect(await encryptionOf()).to.deep.equal(encrypted);
  });

  it("require encrypts without an authority; disable does not encrypt", async () => {
    project({ unmanaged, ssl: "require" });
    expect(await encryptionOf()).to.deep.equal(encrypted);
    place.remove();
    project({ unmanaged, ssl: "disable", url: `${url()}?sslmode=require` });
    expect(await encryptionOf()).to.deep.equal([{ ssl: false, client: null, app: "covet" }]);
  });

  it("takes libpq's words from the URL, with the application's name", async () => {
    project({ unmanaged });
    const more = `?sslmode=verify-full&sslrootcert=${place.folder}/certs/trusted.crt&application_name=deploy`;
    place.write("covet.config.json", JSON.stringify({ targets: { it: { url: url() + more, unmanaged } } }));
    expect(await encryptionOf()).to.deep.equal([{ ssl: true, client: null, app: "deploy" }]);
  });

  it("shows a client's certificate, which stands for a password", async () => {
    const certs = { ca: "certs/trusted.crt", cert: "certs/client.crt", key: "certs/client.key" };
    project({ unmanaged, url: url("certified", null), ssl: certs });
    expect(await encryptionOf()).to.deep.equal([{ ssl: true, client: "/CN=certified", app: "covet" }]);
  });

  it("holds the certificate against the servername, where one is given", async () => {
    const target = { unmanaged, url: url("covet", "covet", "127.0.0.1") };
    project({ ...target, ssl: { ca: "certs/trusted.crt", servername: "localhost" } });
    expect(await encryptionOf()).to.deep.equal(encrypted);
    place.remove();
    project({ ...target, ssl: { ca: "certs/trusted.crt" } });
    const { stderr } = await place.expect(1, "plan");
    expect(stderr).to.contain("127.0.0.1").and.contain("servername");
    place.remove();
    project({ ...target, ssl: { mode: "verify-ca", ca: "certs/trusted.crt" } });
    await place.expect(0, "status");
  });

  const wrong: readonly (readonly [what: string, target: () => Record<string, unknown>, words: readonly string[]])[] = [
    [
      "the wrong authority",
      () => ({ ssl: { ca: "certs/stranger.crt" } }),
      ["certificate is not trusted", "sslrootcert"],
    ],
    ["no authority", () => ({ ssl: "verify-full" }), ["certificate is not trusted", "`ca`"]],
    ["verify-ca without one", () => ({ ssl: "verify-ca" }), ["none is given", "verify-full"]],
    ["a file that is not there", () => ({ ssl: { ca: "ca.crt" } }), ["targets.it.ssl.ca", "no such file", "path"]],
    ["a file that is no certificate", () => ({ ssl: { ca: "covet.config.json" } }), ["help:"]],
    [
      "the wrong key",
      () => ({ ssl: { ca: "certs/trusted.crt", cert: "certs/client.crt", key: "covet.config.json" } }),
      ["key"],
    ],
    [
      "a missing file of the URL",
      () => ({ url: `${url()}?sslmode=verify-ca&sslrootcert=no.crt` }),
      ["sslrootcert=no.crt", "no such file"],
    ],
    ["an unknown mode of the URL", () => ({ url: `${url()}?sslmode=full` }), ["sslmode=full", "verify-full"]],
    [
      "a server that wants encryption",
      () => ({ url: url("careful", "secret") }),
      ['ssl: "require"', "sslmode=require"],
    ],
    ["an unknown mode", () => ({ ssl: "on" }), ["`targets.it.ssl` must be", '"verify-full"']],
    ["an unknown word", () => ({ ssl: { cafile: "x" } }), ["`targets.it.ssl.cafile` is not a setting"]],
  ];
  for (const [what, target, words] of wrong)
    it(`answers ${what}`, async () => {
      project(target());
      const { stderr } = await place.expect(1, "plan");
      for (const word of words) expect(stderr).to.contain(word);
      expect(stderr).to.contain("error").and.not.contain("secret");
      expect(place.migrations()).to.deep.equal([]);
    });
});
