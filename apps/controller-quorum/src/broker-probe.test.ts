import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { nodeScheduler, systemClock } from '@ottla/platform';
import type { LinkHello } from '@ottla/rpc';
import { brokerLinks, grpcLinkServer } from '@ottla/rpc/grpc';
import { brokerProbe, type ProbedBroker } from './broker-probe.ts';

const links = { clock: systemClock, scheduler: nodeScheduler() };
const hello: LinkHello = { role: 'controller', nodeId: 101, incarnationId: 'AAAAAAAAAAAAAAAAAAAB1A', clusterId: 'c' };
const isGone = brokerProbe(links, hello);

const asked = (rest: Partial<ProbedBroker>): ProbedBroker => ({ endpoints: [], planeEndpoint: null, incarnationId: 'AAAAAAAAAAAAAAAAAAAA1A', ...rest });
const listenerAt = (port: number) => asked({ endpoints: [{ name: 'PLAINTEXT', host: '127.0.0.1', port, securityProtocol: 0 }] });
const planeAt = (port: number) => asked({ planeEndpoint: `127.0.0.1:${port}` });

describe('brokerProbe', () => {
  it('tells a listener that answers from one that refuses', async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await isGone(listenerAt(port))).toBe(false);
    server.close();
    await once(server, 'close');
    expect(await isGone(listenerAt(port))).toBe(true);
    expect(await isGone(planeAt(port))).toBe(true);
  });

  it('takes a broker that nobody can dial for alive', async () => {
    expect(await isGone(asked({}))).toBe(false);
  });

  it.each([['AAAAAAAAAAAAAAAAAAAA1A', false], ['AAAAAAAAAAAAAAAAAAAC1A', true]])('asks who answers at the plane end point: %s', async (incarnationId, gone) => {
    const server = await grpcLinkServer({ ...links, host: '127.0.0.1', port: 0 });
    server.accept(brokerLinks, () => ({ identify: () => Promise.resolve({ brokerId: 1, incarnationId }) }));
    expect(await isGone(planeAt(server.port))).toBe(gone);
    await server.close('end of the test');
  });

  it('leaves a broker that accepts and says nothing to its session timeout', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => void sockets.push(socket.resume())).listen(0, '127.0.0.1');
    await once(server, 'listening');
    expect(await isGone(planeAt((server.address() as AddressInfo).port))).toBe(false);
    for (const socket of sockets) socket.destroy();
    server.close();
  });
});
