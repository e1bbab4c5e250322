import { describe, expect, it } from '@jest/globals';
import { brokerListenersFrom } from './listener-settings.ts';

const from = (listeners: string, advertised?: string) =>
  brokerListenersFrom(new Map([['listeners', listeners], ...(advertised === undefined ? [] : [['advertised.listeners', advertised] as const])])).listeners;

describe('brokerListenersFrom', () => {
  it('tells clients what is bound, or what is advertised', () => {
    expect(from('PLAINTEXT://127.0.0.1:0')).toEqual([{ name: 'PLAINTEXT', securityProtocol: 'PLAINTEXT', host: '127.0.0.1', port: 0, advertisedHost: '127.0.0.1', advertisedPort: 0 }]);
    expect(from('plaintext://:9092', 'PLAINTEXT://[::1]:19092')).toEqual([{ name: 'PLAINTEXT', securityProtocol: 'PLAINTEXT', host: '', port: 9092, advertisedHost: '::1', advertisedPort: 19_092 }]);
  });

  it('takes listeners by name, each with the address that its clients are told', () => {
    const settings = new Map([
      ['listeners', 'INSIDE://0.0.0.0:9092,OUTSIDE://0.0.0.0:9094'],
      ['advertised.listeners', 'INSIDE://broker-1:9092,OUTSIDE://localhost:19094'],
      ['listener.security.protocol.map', 'INSIDE:PLAINTEXT,OUTSIDE:SSL'],
      ['inter.broker.listener.name', 'INSIDE'],
      ['ssl.keystore.location', '/broker.p12'],
    ]);
    const { listeners, ssl } = brokerListenersFrom(settings);
    expect(ssl?.keystore).toEqual({ file: '/broker.p12', isPem: false, password: undefined });
    expect(listeners).toEqual([
      { name: 'INSIDE', securityProtocol: 'PLAINTEXT', host: '0.0.0.0', port: 9092, advertisedHost: 'broker-1', advertisedPort: 9092 },
      { name: 'OUTSIDE', securityProtocol: 'SSL', host: '0.0.0.0', port: 9094, advertisedHost: 'localhost', advertisedPort: 19_094 },
    ]);
  });

  it.each([
    ['', undefined, 'listeners is empty'],
    ['PLAINTEXT://:9092', undefined, 'every interface'],
    ['PLAINTEXT://h:1', 'PLAINTEXT://0.0.0.0:1', 'cannot connect to that host'],
    ['SASL_SSL://h:1', undefined, 'expected PLAINTEXT or SSL'],
    ['SSL://h:1', undefined, 'listeners has no PLAINTEXT one'],
    ['SSL://h:1,PLAINTEXT://h:2', undefined, 'set ssl.keystore.location'],
    ['INSIDE://h:1', undefined, 'for which listener.security.protocol.map has no protocol'],
    ['PLAINTEXT://h:1,PLAINTEXT://h:2', undefined, 'twice'],
    ['h:9092', undefined, 'expected name://host:port'],
    ['PLAINTEXT://h:99999', undefined, 'expected name://host:port'],
  ])('refuses listeners %j with advertised %j', (listeners, advertised, reason) => {
    expect(() => from(listeners, advertised)).toThrow(reason);
  });
});
