import { createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { bitString, boolean, explicit, implicit, integer, objectIdentifier, octets, sequence, set, utcTime, utf8 } from './der.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SERIAL_BYTES = 15;
const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const DNS_NAME = 2;
const URI = 6;
const IP_ADDRESS = 7;

/** A certificate to be issued. */
export interface IssuedFor {
  readonly commonName: string;
  /** Host names and IPv4 addresses. */
  readonly hosts: readonly string[];
  /** Subject alternative names of type URI. */
  readonly uris: readonly string[];
  /** Default: an hour ago and a week ahead. */
  readonly validFromMs?: number;
  readonly validToMs?: number;
}

export interface Issued {
  /** PEM. */
  readonly certificate: string;
  /** PEM, PKCS#8. */
  readonly privateKey: string;
}

/**
 * A certificate authority that lives as long as its object, for tests and for clusters that are tried out. Its private
 * key is written nowhere. P-256 throughout.
 */
export class ThrowawayAuthority {
  readonly #commonName: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  /** PEM. */
  readonly certificate: string;

  constructor(commonName: string) {
    this.#commonName = commonName;
    const basicConstraints = sequence(objectIdentifier('2.5.29.19'), boolean(true), octets(sequence(boolean(true))));
    this.certificate = this.#sign(commonName, this.#keys.publicKey, Date.now() - HOUR_MS, Date.now() + 7 * DAY_MS, [basicConstraints]);
  }

  issue({ commonName, hosts, uris, validFromMs = Date.now() - HOUR_MS, validToMs = Date.now() + 7 * DAY_MS }: IssuedFor): Issued {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const names = [
      ...hosts.map((host) => (isIPv4(host) ? implicit(IP_ADDRESS, Buffer.from(host.split('.').map(Number))) : implicit(DNS_NAME, Buffer.from(host)))),
      ...uris.map((uri) => implicit(URI, Buffer.from(uri))),
    ];
    const extensions = names.length === 0 ? [] : [sequence(objectIdentifier('2.5.29.17'), octets(sequence(...names)))];
    return { certificate: this.#sign(commonName, publicKey, validFromMs, validToMs, extensions), privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string };
  }

  /** RFC 5280, section 4.1. */
  #sign(commonName: string, publicKey: KeyObject, validFromMs: number, validToMs: number, extensions: readonly Buffer[]): string {
    const serial = Buffer.concat([Buffer.from([1]), randomBytes(SERIAL_BYTES)]);
    const toBeSigned = sequence(
      explicit(0, integer(Buffer.from([2]))), // version 3
      integer(serial),
      ECDSA_WITH_SHA256,
      nameOf(this.#commonName),
      sequence(utcTime(validFromMs), utcTime(validToMs)),
      nameOf(commonName),
      publicKey.export({ type: 'spki', format: 'der' }),
      ...(extensions.length === 0 ? [] : [explicit(3, sequence(...extensions))]),
    );
    const signature = createSign('sha256').update(toBeSigned).sign(this.#keys.privateKey);
    const text = sequence(toBeSigned, ECDSA_WITH_SHA256, bitString(signature)).toString('base64');
    return `-----BEGIN CERTIFICATE-----\n${(text.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
  }
}

function nameOf(commonName: string): Buffer {
  return sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8(commonName))));
}
