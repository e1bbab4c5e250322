import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Client, credentials } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ErrorCode, KafkaError } from '@ottla/model';
import { ottla } from '../../../gen/contracts.js';
import type { CoordinatorService, ShardHostService } from '../../contracts/coordinator.ts';
import type { CallOptions, Link } from '../../contracts/link.ts';
import type { GrpcLinkOptions } from './channel.ts';
import { grpcContract, loopClock as clock, loopScheduler as scheduler } from './grpc-contract.ts';
import { grpcDialer } from './grpc-dialer.ts';
import { grpcLinkServer, type GrpcLinkServer, type GrpcLinkServerOptions } from './grpc-link-server.ts';
import { controllerLinks, shardHostLinks } from './link-kinds.ts';

grpcContract('gRPC');

describe('gRPC links', () => {
  const hello = { role: 'group-coordinator', nodeId: 1, incarnationId: 'one', clusterId: null } as const;
  const call: CallOptions = { timeoutMs: 5_000 };
  const id = { topic: 't', partition: 0, leaderEpoch: 0 };
  const nothing = (): Promise<Record<never, never>> => Promise.resolve({});
  const never = (): Promise<never> => new Promise(() => {});
  const coordinator: CoordinatorService = { grant: nothing, standBy: nothing, revoke: nothing, progress: nothing, forward: never };
  const host: ShardHostService = { append: never, read: never, release: nothing, writeTxnMarkers: never };
  const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'done', (error: unknown) => (error instanceof KafkaError ? error.code : error));

  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  async function serve(remote: Partial<ShardHostService>, given: Partial<GrpcLinkOptions & Pick<GrpcLinkServerOptions, 'maxLinks' | 'closeGraceMs' | 'helloTimeoutMs'>> = {}) {
    const accepted: Link<CoordinatorService>[] = [];
    const options = { host: '127.0.0.1', clock, scheduler, ...given };
    const server: GrpcLinkServer = await grpcLinkServer({ ...options, port: 0 });
    ends.push(() => server.close('the test ends'));
    server.accept(shardHostLinks, (link) => {
      accepted.push(link);
      return { ...host, ...remote };
    });
    const dialAt = (port: number) => grpcDialer({ ...options, kind: shardHostLinks, port })(hello, coordinator);
    return { server, accepted, options, dialAt, dial: () => dialAt(server.port) };
  }

  it('accepts several kinds of links on one port, and refuses a kind that nobody accepts yet', async () => {
    const { server, options, dial } = await serve({});
    const toController = grpcDialer({ ...options, kind: controllerLinks, port: server.port });
    await expect(toController(hello, {})).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION, message: 'links of this kind are not accepted here yet' });
    const refuse = (): Promise<never> => Promise.reject(new KafkaError(ErrorCode.NOT_CONTROLLER, 'ask another'));
    const controller = { registerBroker: refuse, heartbeat: refuse, forward: refuse, fetchMetadata: refuse, fetchSnapshot: refuse, allocateProducerIds: () => Promise.resolve({ firstProducerId: 5_000, count: 1_000 }), bumpLeaderEpoch: refuse, alterPartitions: refuse, quorumLeader: refuse };
    server.accept(controllerLinks, () => controller);
    const [shardHost, quorum] = await Promise.all([dial(), toController(hello, {})]);
    expect(await quorum.remote.allocateProducerIds({ brokerId: 1 }, call)).toEqual({ firstProducerId: 5_000, count: 1_000 });
    await expect(quorum.remote.fetchMetadata({ offset: 0, maxBytes: 1, maxWaitMs: 0 }, call)).rejects.toMatchObject({ code: ErrorCode.NOT_CONTROLLER, message: 'ask another' });
    expect(await shardHost.remote.release(id, call)).toEqual({});
  });

  it('rejects a dial where nobody listens', async () => {
    const { server, dialAt } = await serve({});
    await server.close('the broker stops');
    await expect(dialAt(server.port)).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION, message: expect.stringContaining('ECONNREFUSED') });
  });

  it('rejects a dial that nobody answers in time, and lets go of its connection', async () => {
    const silent = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    ends.push(() => silent.close());
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const connected = once(silent, 'connection') as Promise<[Socket]>;
    const dial = grpcDialer({ host: '127.0.0.1', port, kind: shardHostLinks, clock, scheduler, dialTimeoutMs: 50 });
    await expect(dial(hello, coordinator)).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION, message: 'nobody answered in 50 ms' });
    const [socket] = await connected;
    if (!socket.closed) await once(socket, 'close');
  });

  it('passes the trace context and what is left of the time', async () => {
    const calls: CallOptions[] = [];
    const { dial } = await serve({
      release: (_request, options) => {
        calls.push(options);
        return nothing();
      },
    });
    const link = await dial();
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await link.remote.release(id, { timeoutMs: 1_000, traceparent });
    await link.remote.release(id, { timeoutMs: 1_000 });
    expect(calls).toEqual([{ timeoutMs: expect.any(Number), traceparent }, { timeoutMs: expect.any(Number) }]);
    expect(calls[0]?.timeoutMs).toBeLessThanOrEqual(1_000);
    expect(calls[0]?.timeoutMs).toBeGreaterThan(0);
  });

  it('sends the frames of one turn in one message', async () => {
    const messages: number[] = [];
    const { dial } = await serve({}, { onTraffic: (direction, frames) => void (direction === 'sent' && messages.push(frames)) });
    const link = await dial();
    messages.length = 0;
    await Promise.all(Array.from({ length: 100 }, () => link.remote.release(id, call)));
    expect(messages).toEqual([100, 100]);
  });

  it('carries payloads of many megabytes both ways, and refuses one above the limit', async () => {
    const { dial } = await serve(
      { append: ({ records }) => Promise.resolve({ baseOffset: records.length, logEndOffset: records.at(-1) ?? 0, highWatermark: 0 }), read: ({ maxBytes }) => Promise.resolve({ records: new Uint8Array(maxBytes), logStartOffset: 0, logEndOffset: 0, highWatermark: 0 }) },
      { limits: { maxPayloadBytes: 5_000_000 } },
    );
    const link = await dial();
    const append = (bytes: number) => link.remote.append({ ...id, expectedBaseOffset: 0, records: new Uint8Array(bytes).fill(7) }, call);
    const read = (maxBytes: number) => link.remote.read({ ...id, offset: 0, maxBytes }, call);
    expect(await append(4_900_000)).toEqual({ baseOffset: 4_900_000, logEndOffset: 7, highWatermark: 0 });
    expect((await read(4_900_000)).records.length).toBe(4_900_000);
    expect(await Promise.all([codeOf(append(5_000_000)), codeOf(read(5_000_000))])).toEqual([ErrorCode.MESSAGE_TOO_LARGE, ErrorCode.MESSAGE_TOO_LARGE]);
    expect(await link.remote.release(id, call)).toEqual({});
  });

  it('frees the place of a request that its asker gave up, though it is never answered', async () => {
    const { dial } = await serve({}, { limits: { maxRequestsUnderWay: 2 } });
    const link = await dial();
    const read = () => codeOf(link.remote.read({ ...id, offset: 0, maxBytes: 1 }, { timeoutMs: 10 }));
    for (let round = 0; round < 3; round++) expect(await Promise.all([read(), read()])).toEqual([ErrorCode.REQUEST_TIMED_OUT, ErrorCode.REQUEST_TIMED_OUT]);
    expect(await link.remote.release(id, call)).toEqual({});
  });

  it('refuses links beyond its bound', async () => {
    const { dial } = await serve({}, { maxLinks: 1 });
    const first = await dial();
    await expect(dial()).rejects.toMatchObject({ code: ErrorCode.THROTTLING_QUOTA_EXCEEDED });
    first.close('makes room');
    await first.closed;
    // The server hears of it with the goodbye, which is under way.
    let second: Link<ShardHostService> | undefined;
    while (second === undefined) second = await dial().catch(() => undefined);
    expect(second.isOpen).toBe(true);
  });

  it.each([
    ['says no hello', undefined, 'no hello came in 50 ms'],
    ['says something else first', ottla.link.v1.Frames.encode({ frames: [{ id: 1, cancel: true }] }).finish(), 'its first frame is no hello'],
    ['sends what is no frame', Uint8Array.of(0x0a, 0xff), 'cannot be read'],
  ])('closes a stream that %s', async (_what, message, reason) => {
    const { server, accepted } = await serve({}, { helloTimeoutMs: 50 });
    const client = new Client(`127.0.0.1:${server.port}`, credentials.createInsecure());
    ends.push(() => client.close());
    const stream = client.makeBidiStreamRequest<Uint8Array, Buffer>(shardHostLinks.path, (bytes) => Buffer.from(bytes), (bytes) => bytes);
    const received: Buffer[] = [];
    stream.on('data', (bytes: Buffer) => received.push(bytes));
    stream.on('error', () => {});
    if (message !== undefined) stream.write(message);
    await once(stream, 'end');
    expect(received.flatMap((bytes) => ottla.link.v1.Frames.decode(bytes).frames.map(({ goodbye }) => goodbye))).toEqual([expect.stringContaining(reason)]);
    expect(accepted).toEqual([]);
  });

  it('tells both ends when the connection breaks, and rejects calls under way', async () => {
    const { server, accepted, dialAt } = await serve({});
    const cut = await cuttable(server.port);
    ends.push(cut.close);
    const link = await dialAt(cut.port);
    const waiting = codeOf(link.remote.read({ ...id, offset: 0, maxBytes: 1 }, call));
    const asked = codeOf((accepted[0] as Link<CoordinatorService>).remote.forward({ topic: 't', partition: 0, envelope: { apiKey: 1, apiVersion: 1, clientId: null, principal: 'User:a', clientAddress: '', listenerName: '', body: new Uint8Array(0) }, maxBatchBytes: 0 }, call));
    await link.remote.release(id, call);
    cut.cut();
    expect(await Promise.all([waiting, asked])).toEqual([ErrorCode.NETWORK_EXCEPTION, ErrorCode.NETWORK_EXCEPTION]);
    expect(await link.closed).toContain('the stream broke');
    await accepted[0]?.closed;
  });

  it('notices an other end that is silent though its connection stands', async () => {
    const { server, dialAt } = await serve({}, { keepAliveIntervalMs: 30, keepAliveTimeoutMs: 30, closeGraceMs: 50 });
    const cut = await cuttable(server.port);
    ends.push(cut.close);
    const link = await dialAt(cut.port);
    cut.freeze();
    expect(await link.closed).toContain('the stream broke');
  });

  it('closes a link whose other end does not read, before what waits grows without bound', async () => {
    const { server, dialAt } = await serve({}, { limits: { maxQueuedBytes: 30_000_000 }, keepAliveIntervalMs: 60_000, closeGraceMs: 50 });
    const cut = await cuttable(server.port);
    ends.push(cut.close);
    const link = await dialAt(cut.port);
    cut.freeze();
    const records = new Uint8Array(10_000_000);
    const calls = Array.from({ length: 10 }, () => codeOf(link.remote.append({ ...id, expectedBaseOffset: 0, records }, call)));
    expect(await link.closed).toContain('reads too slowly');
    expect(new Set(await Promise.all(calls))).toEqual(new Set([ErrorCode.NETWORK_EXCEPTION]));
  });

  it('ends links with a goodbye when the server closes, and lets go of the port', async () => {
    const { server, dial, dialAt } = await serve({});
    const link = await dial();
    await server.close('the broker stops');
    expect(await link.closed).toBe('the broker stops');
    await expect(dialAt(server.port)).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION });
  });
});

/** A relay to `port` whose connections can be cut or made to pass nothing on. */
async function cuttable(port: number) {
  const sockets: Socket[] = [];
  const relay: Server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => {});
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (relay.address() as AddressInfo).port,
    cut: destroyAll,
    freeze: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: () => {
      destroyAll();
      relay.close();
    },
  };
}
