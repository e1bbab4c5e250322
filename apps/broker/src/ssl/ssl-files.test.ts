import { describe, expect, it } from '@jest/globals';
import { recordingLogger, virtualTime } from '@ottla/testing';
import { ThrowawayAuthority } from '@ottla/testing/certificates';
import { SslFiles } from './ssl-files.ts';
import { readSslSettings } from './ssl-settings.ts';

const authority = new ThrowawayAuthority('CA');
const { certificate, privateKey } = authority.issue({ commonName: 'broker', hosts: ['localhost'], uris: [] });
const pem = { 'ssl.keystore.type': 'PEM', 'ssl.keystore.location': '/k.pem', 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': '/ca.pem' };

function open(values: Readonly<Record<string, string>>, files: Map<string, string | Buffer>) {
  const time = virtualTime();
  const logger = recordingLogger();
  const settings = readSslSettings(new Map(Object.entries(values)), []);
  if (settings === undefined) throw new Error('the settings of the test are wrong');
  const readFile = (path: string): Buffer => {
    const content = files.get(path);
    if (content === undefined) throw new Error('ENOENT');
    return Buffer.from(content);
  };
  return { time, logger, ssl: new SslFiles({ settings, readFile, scheduler: time.scheduler, logger }) };
}

describe('SslFiles', () => {
  it('takes renewed files up, and keeps what it has when they are not fit', () => {
    const files = new Map([['/k.pem', privateKey + certificate], ['/ca.pem', authority.certificate]]);
    const { time, logger, ssl } = open(pem, files);
    let renewals = 0;
    ssl.onRenewed(() => (renewals += 1));
    const before = ssl.contextOptions();

    time.advance(30_000);
    expect([renewals, ssl.contextOptions()]).toEqual([0, before]);

    files.set('/k.pem', 'half a file');
    time.advance(30_000);
    expect([renewals, ssl.contextOptions()]).toEqual([0, before]);
    expect(logger.lines.filter(({ level }) => level === 'error').map(({ fields }) => fields['reason'])).toEqual([expect.stringContaining('/k.pem')]);

    const renewed = authority.issue({ commonName: 'broker', hosts: ['localhost'], uris: [] });
    files.set('/k.pem', renewed.privateKey + renewed.certificate);
    time.advance(10_000);
    expect(renewals).toBe(1);
    expect(String(ssl.contextOptions().cert)).toContain(renewed.certificate);
  });

  it('translates cipher suites to the words of OpenSSL', () => {
    const files = new Map([['/k.pem', privateKey + certificate], ['/ca.pem', authority.certificate]]);
    const suites = 'TLS_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,TLS_RSA_WITH_AES_128_CBC_SHA';
    expect(open({ ...pem, 'ssl.cipher.suites': suites }, files).ssl.contextOptions().ciphers).toBe('TLS_AES_128_GCM_SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305:AES128-SHA');
    expect(() => open({ ...pem, 'ssl.cipher.suites': 'TLS_ECDHE_RSA_WITH_RC4_128_SHA' }, files)).toThrow(/RC4.*ssl\.cipher\.suites/);
  });

  it.each([
    ['/k.pem is missing', pem, [['/ca.pem', authority.certificate]], /\/k\.pem for configuration ssl\.keystore\.location: expected a file that can be read/],
    ['no key', pem, [['/k.pem', certificate], ['/ca.pem', authority.certificate]], /expected PEM with a private key/],
    ['the key of another', pem, [['/k.pem', authority.issue({ commonName: 'x', hosts: [], uris: [] }).privateKey + certificate], ['/ca.pem', authority.certificate]], /expected a private key with its certificate/],
    ['no CA', pem, [['/k.pem', privateKey + certificate], ['/ca.pem', '']], /ssl\.truststore\.location: expected PEM with at least one certificate/],
    ["Java's own format", { 'ssl.keystore.location': '/k', 'ssl.keystore.password': 'p' }, [['/k', Buffer.from('feedfeed00000002', 'hex')]], /keytool -importkeystore/],
    ['PEM under the type of PKCS #12', { 'ssl.keystore.location': '/k' }, [['/k', privateKey + certificate]], /set ssl\.keystore\.type=PEM/],
    ['PKCS #12 without a password', { 'ssl.keystore.location': '/k' }, [['/k', Buffer.from('308209', 'hex')]], /ssl\.keystore\.password is wanted/],
  ] as const)('refuses: %s', (_what, values, files, problem) => {
    expect(() => open(values, new Map<string, string | Buffer>(files))).toThrow(problem);
  });
});
