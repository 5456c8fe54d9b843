/** Certificates for tests, written by hand: an authority, and what it signs for a server or a client. */

import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";

export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

export interface Authority extends Certificate {
  /** Signs for a name; `hosts` are the DNS names it may answer for. */
  sign(name: string, hosts?: readonly string[]): Certificate;
}

function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...content: readonly Uint8Array[]) => der(0x30, ...content);
const text = (tag: number, value: string) => der(tag, Buffer.from(value));
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const nameOf = (common: string) => sequence(der(0x31, sequence(oid("550403"), text(0x0c, common))));
const extension = (hex: string, value: Uint8Array) => sequence(oid(hex), der(0x04, value));
const pem = (body: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${body.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;

const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));
const validity = sequence(text(0x17, "200101000000Z"), text(0x17, "491231235959Z"));
let serial = 1;

function certify(issuer: string, signer: KeyObject, subject: string, subjectKey: KeyObject, more: Uint8Array): string {
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([serial++])),
    ecdsaWithSha256,
    nameOf(issuer),
    validity,
    nameOf(subject),
    subjectKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(more)),
  );
  const signature = createSign("sha256").update(body).sign(signer);
  return pem(sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature)));
}

export function authority(name: string): Authority {
  const own = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const keyText = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }).toString();
  const isAuthority = extension("551d13", sequence(der(0x01, Buffer.from([255]))));
  return {
    certificate: certify(name, own.privateKey, name, own.publicKey, isAuthority),
    key: keyText(own.privateKey),
    sign(subject, hosts = [subject]) {
      const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const names = extension("551d11", sequence(...hosts.map((host) => text(0x82, host))));
      return {
        certificate: certify(name, own.privateKey, subject, keys.publicKey, names),
        key: keyText(keys.privateKey),
      };
    },
  };
}
