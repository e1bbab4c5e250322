import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { isBrokerGone } from './broker-probe.ts';

const brokerAt = (port: number) => ({ endpoints: [{ name: 'PLAINTEXT', host: '127.0.0.1', port, securityProtocol: 0 }] });

describe('isBrokerGone', () => {
  it('tells a listener that answers from one that refuses', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await isBrokerGone(brokerAt(port))).toBe(false);
    server.close();
    await once(server, 'close');
    expect(await isBrokerGone(brokerAt(port))).toBe(true);
  });

  it('takes a broker that nobody can dial for alive', async () => {
    expect(await isBrokerGone({ endpoints: [] })).toBe(false);
  });
});
