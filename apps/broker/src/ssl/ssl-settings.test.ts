import { describe, expect, it } from '@jest/globals';
import { readSslSettings } from './ssl-settings.ts';

type Values = Readonly<Record<string, string>>;

function read(values: Values) {
  const errors: string[] = [];
  return { errors, ssl: readSslSettings(new Map(Object.entries(values)), errors) };
}

describe('readSslSettings', () => {
  it('takes a PKCS #12 file under the default type, as Kafka does', () => {
    expect(read({ 'ssl.keystore.location': '/k.p12', 'ssl.keystore.password': 'p' })).toEqual({
      errors: [],
      ssl: { clientAuth: 'none', minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', cipherSuites: [], keystore: { file: '/k.p12', isPem: false, password: 'p' }, keyPassword: undefined, truststore: undefined },
    });
  });

  it('takes PEM from files and from the settings themselves', () => {
    const files = read({ 'ssl.keystore.type': 'pem', 'ssl.keystore.location': '/k.pem', 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': '/ca.pem', 'ssl.client.auth': 'required', 'ssl.enabled.protocols': 'TLSv1.3' });
    expect(files).toMatchObject({ errors: [], ssl: { clientAuth: 'required', minVersion: 'TLSv1.3', keystore: { file: '/k.pem', isPem: true }, truststore: { file: '/ca.pem' } } });
    const texts = read({ 'ssl.keystore.type': 'PEM', 'ssl.keystore.key': 'KEY', 'ssl.keystore.certificate.chain': 'CHAIN', 'ssl.truststore.type': 'PEM', 'ssl.truststore.certificates': 'CA' });
    expect(texts).toMatchObject({ errors: [], ssl: { keystore: { key: 'KEY', chain: 'CHAIN' }, truststore: { certificates: 'CA' } } });
  });

  it.each<readonly [Values, string]>([
    [{}, 'set ssl.keystore.location'],
    [{ 'ssl.keystore.type': 'BCFKS', 'ssl.keystore.location': '/k' }, 'ssl.keystore.type is BCFKS'],
    [{ 'ssl.keystore.key': 'K', 'ssl.keystore.certificate.chain': 'C' }, 'want ssl.keystore.type=PEM'],
    [{ 'ssl.keystore.type': 'PEM', 'ssl.keystore.key': 'K' }, 'ssl.keystore.certificate.chain is wanted'],
    [{ 'ssl.keystore.location': '/k', 'ssl.client.auth': 'required' }, 'ssl.client.auth=required wants the CAs of clients'],
    [{ 'ssl.keystore.location': '/k', 'ssl.truststore.location': '/t' }, 'ssl.truststore.type is JKS: expected PEM'],
    [{ 'ssl.keystore.location': '/k', 'ssl.enabled.protocols': 'TLSv1.1,TLSv1.3' }, 'ssl.enabled.protocols has TLSv1.1'],
  ])('refuses %j', (values, problem) => {
    const { errors, ssl } = read(values);
    expect(errors).toEqual([expect.stringContaining(problem)]);
    expect(ssl).toBeUndefined();
  });
});
