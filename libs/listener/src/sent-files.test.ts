import { writeSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ByteSource, RecordsSource } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { countedSource, frame, listen, type CountedSource, type Fixture } from './listener-fixture.ts';

let fixture: Fixture;
afterEach(() => fixture.done());

const { Fetch, Heartbeat } = ApiKeys;

interface SentSource extends CountedSource {
  /** Bytes that left through `sendTo`. */
  sent: number;
  /** How often the socket took less than all. */
  stops: number;
}

/** Sent with plain writes to the descriptor, at most `most` bytes at once. */
function sentSource(bytes: Uint8Array, how: { most?: number; failsAt?: number } = {}): SentSource {
  const source: SentSource = Object.assign(countedSource(bytes), { sent: 0, stops: 0 });
  const put = (socket: number, part: Uint8Array): number => {
    try {
      return part.length === 0 ? 0 : writeSync(socket, part);
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('EAGAIN');
      return 0;
    }
  };
  const sendable: NonNullable<ByteSource['sendable']> = {
    sendTo(socket, head, from) {
      if (source.releases > 0) throw new Error('sent after release');
      if (how.failsAt !== undefined && from >= how.failsAt) throw new Error('the log was truncated');
      const headSent = put(socket, head);
      if (headSent < head.length) return headSent;
      const count = put(socket, bytes.subarray(from, Math.min(bytes.length, from + (how.most ?? Infinity))));
      source.sent += count;
      if (from + count < bytes.length) source.stops += 1;
      return headSent + count;
    },
    readPart(target, from) {
      if (source.releases > 0) throw new Error('read after release');
      target.set(bytes.subarray(from, from + target.length));
    },
  };
  return Object.assign(source, { sendable });
}

/** No stretch of it looks like another nearby: 251 divides no buffer's size. */
const pattern = (length: number, seed: number): Buffer => Buffer.alloc(length, Buffer.from(Array.from({ length: 251 }, (_, index) => (index * 7 + seed) & 255)));
const plain = (part: RecordsSource): Buffer => {
  if (part instanceof Uint8Array) return Buffer.from(part);
  const bytes = Buffer.alloc(part.byteLength);
  part.sendable?.readPart(bytes, 0);
  return bytes;
};

describe('files that the kernel sends', () => {
  it.each([[undefined], [100_000]])('leave in their place between other parts, in order, and are released once (at most %s bytes at once)', async (most) => {
    const how = most === undefined ? {} : { most };
    const sources = [sentSource(pattern(40_000, 1), how), sentSource(pattern(3_000_000, 2), how), sentSource(pattern(1_500_000, 3), how)];
    const small = pattern(700_000, 4);
    const parts: RecordsSource[] = [pattern(30, 5), sources[0] as ByteSource, pattern(3, 6), sources[1] as ByteSource, sources[2] as ByteSource, small, pattern(1, 7)];
    const expected = Buffer.concat(parts.map(plain));
    fixture = await listen((request) => request.answer(request.apiKey === Fetch ? parts : [Buffer.from('next')]));
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1), frame(Heartbeat, 3, 2), frame(Heartbeat, 3, 3));
    const [answer, ...rest] = await client.take(3);
    expect(answer?.rest.equals(expected)).toBe(true);
    expect(rest.map((next) => [next.correlationId, next.rest.toString()])).toEqual([[2, 'next'], [3, 'next']]);
    expect(sources.map(({ releases, reads }) => [releases, reads])).toEqual([[1, 0], [1, 0], [1, 0]]);
    expect(sources.every(({ sent }) => sent > 0)).toBe(true);
  });

  it('wait for a slow reader and lose nothing', async () => {
    const files = [1, 2, 3, 4].map((seed) => pattern(6_000_000, seed));
    const sources = files.map((bytes) => sentSource(bytes));
    fixture = await listen((request) => request.answer([sources[request.correlationId] as ByteSource, Buffer.from('end')]));
    const client = await fixture.connect();
    client.socket.pause();
    client.send(...sources.map((_, id) => frame(Fetch, 4, id)));
    await fixture.dispatched(1);
    for (let turns = 0; turns < 50; turns++) await new Promise<void>((resolve) => void setImmediate(resolve));
    expect(sources.some(({ stops }) => stops > 0)).toBe(true);
    expect(sources.at(-1)?.sent).toBe(0);
    client.socket.resume();
    const answers = await client.take(4);
    answers.forEach(({ rest }, id) => expect(rest.equals(Buffer.concat([files[id] as Buffer, Buffer.from('end')]))).toBe(true));
    expect(sources.map(({ releases }) => releases)).toEqual([1, 1, 1, 1]);
  });

  it('end the connection when they are gone half way, and are released', async () => {
    const sources = [sentSource(pattern(500_000, 1), { most: 100_000, failsAt: 200_000 }), sentSource(pattern(100_000, 2))];
    fixture = await listen((request) => request.answer(sources));
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    await client.closed();
    expect(client.answers).toEqual([]);
    expect(sources.map(({ releases }) => releases)).toEqual([1, 1]);
    expect(fixture.logger.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('are copied where that costs less', async () => {
    const source = sentSource(pattern(1000, 1));
    fixture = await listen((request) => request.answer([source]));
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    const [answer] = await client.take(1);
    expect(answer?.rest.equals(pattern(1000, 1))).toBe(true);
    expect(source).toMatchObject({ reads: 1, sent: 0, releases: 1 });
  });
});
