import { createPrivateKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ThrowawayAuthority } from '@ottla/testing/certificates';
import { planeSslFrom } from './plane-ssl-settings.ts';
import { readCertificates } from './read-certificates.ts';

const CLUSTER = 'nuRbAzHxQ86K2qh5J4qfYA';
const NOW = Date.now();
const DAY_MS = 86_400_000;
const authority = new ThrowawayAuthority('CA');
const issue = (uris: readonly string[] = [`urn:ottla:cluster:${CLUSTER}`], times: { readonly validFromMs?: number; readonly validToMs?: number } = {}) => authority.issue({ commonName: 'broker 1', hosts: ['127.0.0.1'], uris, ...times });
const own = issue();
const stranger = issue();
const encrypted = createPrivateKey(own.privateKey).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hush' }) as string;
const KEYSTORE = 'ottla.plane.ssl.keystore.location';
const TRUSTSTORE = 'ottla.plane.ssl.truststore.location';

const goodKeystore = own.privateKey + own.certificate;

function read(keystore: string, { truststore = authority.certificate, keyPassword, clusterId = CLUSTER, nowMs = NOW }: { readonly truststore?: string; readonly keyPassword?: string; readonly clusterId?: string | undefined; readonly nowMs?: number } = {}) {
  const settings = { keystore: '/k.pem', truststore: '/t.pem', keyPassword, checksHostNames: true };
  return readCertificates(settings, clusterId, nowMs, (path) => (path === '/k.pem' ? keystore : truststore));
}

describe('readCertificates', () => {
  it('takes key and certificate in one file, whichever comes first', () => {
    expect(read(goodKeystore).clusterId).toBe(CLUSTER);
    expect(read(own.certificate + own.privateKey).material.cert).toBe(own.certificate.trim());
  });

  it('opens an encrypted key', () => {
    expect(read(encrypted + own.certificate, { keyPassword: 'hush' }).material.key).toBe(own.privateKey);
  });

  it('takes the cluster of the certificate where the process has no folder that names one', () => {
    const settings = { keystore: '/k.pem', truststore: '/t.pem', keyPassword: undefined, checksHostNames: true };
    expect(readCertificates(settings, undefined, NOW, (path) => (path === '/k.pem' ? goodKeystore : authority.certificate)).clusterId).toBe(CLUSTER);
  });

  it.each<readonly [string, () => unknown, readonly string[]]>([
    ['a keystore without a key', () => read(own.certificate), [KEYSTORE, '/k.pem', 'expected PEM with a BEGIN PRIVATE KEY']],
    ['a keystore without a certificate', () => read(own.privateKey), [KEYSTORE, '/k.pem', 'expected PEM with at least one BEGIN CERTIFICATE']],
    ['a keystore that is no PEM', () => read('\u0000\u0001'), [KEYSTORE, '/k.pem', 'expected PEM']],
    ['a truststore that is no PEM', () => read(goodKeystore, { truststore: 'JKS' }), [TRUSTSTORE, '/t.pem', 'expected PEM with at least one BEGIN CERTIFICATE']],
    ['a certificate cut short', () => read(own.privateKey + own.certificate.replace(/\n.{64}/, '')), [KEYSTORE, '/k.pem', 'cannot be decoded']],
    ['a key of another certificate', () => read(stranger.privateKey + own.certificate), [KEYSTORE, '/k.pem', 'expected the private key of the first certificate (CN=broker 1)']],
    ['an expired certificate', () => read(goodKeystore, { nowMs: NOW + 8 * DAY_MS, truststore: authority.certificate }), ['have expired']],
    ['a certificate that is not valid yet', () => read(goodKeystore, { nowMs: NOW - DAY_MS }), [KEYSTORE, '/k.pem', 'is only from', "look at this machine's clock"]],
    ['a certificate of another cluster', () => read(goodKeystore, { clusterId: 'other' }), [KEYSTORE, 'URI:urn:ottla:cluster:other', `names ${CLUSTER}`]],
    ['an encrypted key without its password', () => read(encrypted + own.certificate), ['ottla.plane.ssl.key.password is wanted', '/k.pem']],
    ['an encrypted key with another password', () => read(encrypted + own.certificate, { keyPassword: 'secret' }), ['ottla.plane.ssl.key.password', 'expected the password of the private key in /k.pem']],
  ])('refuses %s, naming key, value and what was expected', (_, act, words) => {
    for (const word of words) expect(act).toThrow(word);
    expect(act).toThrow(expect.objectContaining({ name: 'ConfigError' }));
    expect(act).not.toThrow('secret');
  });

  it('refuses an expired certificate of a CA that is valid, and one that names no cluster', () => {
    const late = issue(undefined, { validToMs: NOW - DAY_MS, validFromMs: NOW - 2 * DAY_MS });
    expect(() => read(late.privateKey + late.certificate)).toThrow(/Invalid value \/k\.pem for configuration ottla\.plane\.ssl\.keystore\.location: .*CN=broker 1 expired on .*: renew it/);
    const nameless = issue([]);
    expect(() => read(nameless.privateKey + nameless.certificate)).toThrow('names none');
  });

  it('refuses files that cannot be read', () => {
    const missing = (): never => {
      throw new Error('ENOENT: no such file or directory');
    };
    const settings = { keystore: '/k.pem', truststore: '/t.pem', keyPassword: undefined, checksHostNames: true };
    expect(() => readCertificates(settings, CLUSTER, NOW, missing)).toThrow('Invalid value /k.pem for configuration ottla.plane.ssl.keystore.location: expected a PEM file that can be read: ENOENT');
  });
});

describe('planeSslFrom', () => {
  const from = (...given: readonly (readonly [string, string])[]) => planeSslFrom(new Map(given));

  it('is off unless a key of it is given', () => expect(from(['node.id', '1'])).toBeUndefined());

  it('reads Kafka\'s names', () => {
    expect(from([KEYSTORE, 'k'], [TRUSTSTORE, 't'], ['ottla.plane.ssl.endpoint.identification.algorithm', ''])).toEqual({ keystore: 'k', truststore: 't', keyPassword: undefined, checksHostNames: false });
    expect(from([KEYSTORE, 'k'], [TRUSTSTORE, 't'])?.checksHostNames).toBe(true);
  });

  it('wants both files, and an algorithm that there is', () => {
    expect(() => from([KEYSTORE, 'k'])).toThrow(`${TRUSTSTORE} is wanted, because ${KEYSTORE} is set`);
    expect(() => from(['ottla.plane.ssl.key.password', 'x'])).toThrow(`${KEYSTORE} is wanted`);
    expect(() => from([KEYSTORE, 'k'], [TRUSTSTORE, 't'], ['ottla.plane.ssl.endpoint.identification.algorithm', 'ldaps'])).toThrow('expected https');
  });
});
