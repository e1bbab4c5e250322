import { describe, expect, it } from '@jest/globals';
import { brokerListenersFrom } from './listener-settings.ts';

const from = (listeners: string, advertised?: string) =>
  brokerListenersFrom(new Map([['listeners', listeners], ...(advertised === undefined ? [] : [['advertised.listeners', advertised] as const])]));

describe('brokerListenersFrom', () => {
  it('tells clients what is bound, or what is advertised', () => {
    expect(from('PLAINTEXT://127.0.0.1:0')).toEqual([{ name: 'PLAINTEXT', host: '127.0.0.1', port: 0, advertisedHost: '127.0.0.1', advertisedPort: 0 }]);
    expect(from('plaintext://:9092', 'PLAINTEXT://[::1]:19092')).toEqual([{ name: 'PLAINTEXT', host: '', port: 9092, advertisedHost: '::1', advertisedPort: 19_092 }]);
  });

  it.each([
    ['', undefined, 'listeners is wanted'],
    ['PLAINTEXT://:9092', undefined, 'every interface'],
    ['PLAINTEXT://h:1', 'PLAINTEXT://0.0.0.0:1', 'every interface'],
    ['SSL://h:1', undefined, 'only PLAINTEXT'],
    ['PLAINTEXT://h:1,PLAINTEXT://h:2', undefined, 'twice'],
    ['h:9092', undefined, 'expected PLAINTEXT://host:port'],
    ['PLAINTEXT://h:99999', undefined, 'expected PLAINTEXT://host:port'],
  ])('refuses listeners %j with advertised %j', (listeners, advertised, reason) => {
    expect(() => from(listeners, advertised)).toThrow(reason);
  });
});
