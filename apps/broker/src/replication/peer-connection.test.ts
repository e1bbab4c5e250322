import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@ottla/model';
import { nodeScheduler } from '@ottla/platform';
import { ApiKeys, apis, WireWriter } from '@ottla/protocol';
import { PeerConnection } from './peer-connection.ts';

const api = apis[ApiKeys.OffsetForLeaderEpoch];
const VERSION = 4;
const request = { replicaId: 1, topics: [] };
const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanUp of cleanups.splice(0)) cleanUp();
});

/** A connection, and the other end of it. */
async function connected(): Promise<{ readonly peer: PeerConnection; readonly socket: Socket }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  const { port } = server.address() as AddressInfo;
  const peer = await PeerConnection.open('127.0.0.1', port, { clientId: 'test', maxFrameBytes: 1_000, connectTimeoutMs: 5_000, scheduler: nodeScheduler() });
  const [socket] = (await accepted) as [Socket];
  cleanups.push(() => peer.close('the test ends'), () => socket.destroy(), () => server.close());
  return { peer, socket };
}

function answerFrame(correlationId: number, throttleTimeMs: number): Buffer {
  const writer = new WireWriter();
  writer.writeInt32(correlationId);
  writer.writeNoTaggedFields();
  api.response.encode(writer, { throttleTimeMs, topics: [] }, VERSION);
  const body = writer.finish();
  const size = Buffer.alloc(4);
  size.writeInt32BE(body.length);
  return Buffer.concat([size, body]);
}

describe('PeerConnection', () => {
  it('matches answers to requests in order, however they are cut', async () => {
    const { peer, socket } = await connected();
    const calls = [peer.call(api, VERSION, request, 5_000), peer.call(api, VERSION, request, 5_000)];
    const bytes = Buffer.concat([answerFrame(0, 11), answerFrame(1, 22)]);
    socket.setNoDelay(true);
    for (const byte of bytes) await new Promise<void>((resolve) => void socket.write(Buffer.of(byte), () => resolve()));
    expect((await Promise.all(calls)).map(({ throttleTimeMs }) => throttleTimeMs)).toEqual([11, 22]);
  });

  it.each<[string, Buffer]>([
    ['another correlation id', answerFrame(5, 0)],
    ['a frame beyond the limit', Buffer.of(0, 0, 4, 0)],
  ])('ends with %s', async (_, bytes) => {
    const { peer, socket } = await connected();
    const call = peer.call(api, VERSION, request, 5_000);
    socket.write(bytes);
    await expect(call).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION });
    await expect(peer.call(api, VERSION, request, 5_000)).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION });
  });

  it('rejects what is under way when the other end goes, or is silent for too long', async () => {
    const gone = await connected();
    const call = gone.peer.call(api, VERSION, request, 5_000);
    gone.socket.destroy();
    await expect(call).rejects.toMatchObject({ code: ErrorCode.NETWORK_EXCEPTION });
    const silent = await connected();
    await expect(silent.peer.call(api, VERSION, request, 20)).rejects.toThrow('no answer within 20 ms');
  });

  it('rejects where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    await expect(PeerConnection.open('127.0.0.1', port, { clientId: 'test', maxFrameBytes: 1_000, connectTimeoutMs: 5_000, scheduler: nodeScheduler() })).rejects.toThrow('ECONNREFUSED');
  });
});
