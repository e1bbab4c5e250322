import { describe, expect, it } from '@jest/globals';
import { checkPlaneReach } from './plane-reach.ts';

const nobody = (host: string): Promise<readonly string[]> => Promise.reject(new Error(`${host} is not looked up`));
const names: Readonly<Record<string, readonly string[]>> = { 'controller-1': ['172.18.0.5'], 'planes.example': ['10.0.0.4', '203.0.113.5'], localhost: ['127.0.0.1', '::1'] };
const check = (host: string, own: readonly string[] = []) => checkPlaneReach({ listen: { host, port: 9093 }, ssl: undefined }, (name) => Promise.resolve(names[name] ?? []), () => own);

describe('checkPlaneReach', () => {
  it.each(['127.0.0.1', '::1', 'localhost', '10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.1', '169.254.1.1', 'fd00::1', 'fe80::1', '::ffff:10.0.0.1', 'controller-1'])('lets a plane without mTLS listen on %s', async (host) => {
    await expect(check(host)).resolves.toBeUndefined();
  });

  it.each([['203.0.113.5'], ['172.32.0.1'], ['2001:db8::1'], ['::ffff:203.0.113.5'], ['planes.example', '203.0.113.5']])('refuses %s', async (host, named = host) => {
    await expect(check(host)).rejects.toThrow(`Invalid value ${host}:9093 for configuration ottla.plane.listen: expected loopback or a private network, since planes are not authenticated without mTLS, and it opens ${named}. Set ottla.plane.ssl.keystore.location`);
  });

  it('counts every address of the machine where every interface is bound', async () => {
    await expect(check('0.0.0.0', ['127.0.0.1', '172.17.0.2', '2001:db8::1'])).resolves.toBeUndefined();
    await expect(check('::', ['127.0.0.1', '172.17.0.2', '2001:db8::1'])).rejects.toThrow('it opens 2001:db8::1');
    await expect(check('0.0.0.0', ['127.0.0.1', '198.51.100.7'])).rejects.toThrow('it opens 198.51.100.7');
  });

  it('lets mTLS listen anywhere', async () => {
    const ssl = { keystore: 'k', truststore: 't', keyPassword: undefined, checksHostNames: true };
    await expect(checkPlaneReach({ listen: { host: '203.0.113.5', port: 0 }, ssl }, nobody)).resolves.toBeUndefined();
  });
});
