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
async function connected(maxFrameBytes = 1_000): Promise<{ readonly peer: PeerConnection; readonly socket: Socket }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  const { port } = server.address() as AddressInfo;
  const peer = await PeerConnection.open('127.0.0.1', port, { clientId: 'test', maxFrameBytes, connectTimeoutMs: 5_000, scheduler: nodeScheduler() });
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

  describe('with large answers', () => {
    const fetchApi = apis[ApiKeys.Fetch];
    const FETCH_VERSION = 18;
    const fetchRequest = { replicaState: { replicaId: 1, replicaEpoch: 1 }, maxWaitMs: 0, minBytes: 0, maxBytes: 0, sessionId: 0, sessionEpoch: -1, topics: [] };

    function fetchAnswer(correlationId: number, records: Uint8Array): Buffer {
      const writer = new WireWriter();
      writer.writeInt32(correlationId);
      writer.writeNoTaggedFields();
      const partition = { partitionIndex: 0, errorCode: 0, highWatermark: 0, lastStableOffset: 0, logStartOffset: 0, abortedTransactions: null, records };
      fetchApi.response.encode(writer, { throttleTimeMs: 0, errorCode: 0, sessionId: 0, responses: [{ topicId: 'AAAAAAAAAAAAAAAAAAAAAQ', partitions: [partition] }] }, FETCH_VERSION);
      const body = writer.finish();
      const size = Buffer.alloc(4);
      size.writeInt32BE(body.length);
      return Buffer.concat([size, body]);
    }

    const pattern = (length: number, seed: number): Buffer => Buffer.alloc(length, Buffer.from(Array.from({ length: 251 }, (_, index) => (index + seed) & 255)));
    /** What was fetched, and where it lies. */
    const fetch = async (peer: PeerConnection): Promise<Uint8Array> => (await peer.call(fetchApi, FETCH_VERSION, fetchRequest, 5_000)).responses[0]?.partitions[0]?.records ?? Buffer.alloc(0);

    it('receives each whole, whatever came before it, and takes the memory of one before that was given back', async () => {
      const { peer, socket } = await connected(4_000_000);
      const sizes = [100_000, 1_000, 900_000, 120_000, 3_000_000, 70_000];
      const memories = new Set<ArrayBufferLike>();
      for (const [index, size] of sizes.entries()) {
        const fetched = fetch(peer);
        // The rest of an answer comes in the same pieces as the one of a small call behind it.
        const bytes = Buffer.concat([fetchAnswer(2 * index, pattern(size, index)), answerFrame(2 * index + 1, 7)]);
        const behind = peer.call(api, VERSION, request, 5_000);
        socket.write(bytes.subarray(0, 50_000));
        socket.write(bytes.subarray(50_000));
        const records = await fetched;
        expect(Buffer.compare(records, pattern(size, index))).toBe(0);
        expect((await behind).throttleTimeMs).toBe(7);
        if (size >= 64_000) memories.add(records.buffer);
        peer.release();
      }
      // Memory for 128 KiB, for 1 MiB and for 4 MiB; each smaller one after lies in a larger.
      expect(memories.size).toBe(3);
    });

    it('leaves one alone that was not given back', async () => {
      const { peer, socket } = await connected(4_000_000);
      const first = fetch(peer);
      const second = fetch(peer);
      socket.write(fetchAnswer(0, pattern(200_000, 1)));
      const kept = await first;
      socket.write(fetchAnswer(1, pattern(200_000, 2)));
      expect((await second).buffer).not.toBe(kept.buffer);
      expect(Buffer.compare(kept, pattern(200_000, 1))).toBe(0);
    });
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
