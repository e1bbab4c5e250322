import { describe, expect, it } from '@jest/globals';
import { connectionLimits, readOverrides } from './connection-limits.ts';

describe('limits on connections', () => {
  it('are those of the moment, of all listeners together', () => {
    const values = new Map([['max.connections', '10'], ['max.connections.per.ip', '3'], ['max.connections.per.ip.overrides', '']]);
    const config = { text: (key: string) => values.get(key) ?? '', number: (key: string) => Number(values.get(key)) };
    const limits = connectionLimits(config, () => [{ connectionCount: 2, connectionsFrom: () => 1 }, { connectionCount: 5, connectionsFrom: (address) => (address === '::1' ? 3 : 0) }]);
    expect(limits()).toMatchObject({ maxConnections: 10, openConnections: 7 });
    expect(limits().maxConnectionsFrom('127.0.0.1')).toBe(3);
    expect(['127.0.0.1', '::1'].map((address) => limits().openFrom(address))).toEqual([1, 4]);
    values.set('max.connections.per.ip.overrides', '127.0.0.1:5, ::1:0');
    values.set('max.connections', '20');
    expect(limits().maxConnections).toBe(20);
    expect(['127.0.0.1', '::1', '10.0.0.1'].map((address) => limits().maxConnectionsFrom(address))).toEqual([5, 0, 3]);
  });

  it('name addresses of both kinds, and localhost', () => {
    expect([...readOverrides('10.0.0.1:1,[fe80::1]:2,localhost:3,nonsense,10.0.0.2:x')]).toEqual([['10.0.0.1', 1], ['fe80::1', 2], ['127.0.0.1', 3], ['::1', 3]]);
  });
});
