import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { ByteSource } from '@ottla/model';
import { ApiKeys } from '@ottla/protocol';
import { countedSource, frame, listen, type Fixture } from './listener-fixture.ts';

let fixture: Fixture;
afterEach(() => fixture.done());

interface Slice extends ByteSource {
  readonly readBytes: number[];
  readonly releases: () => number;
}

/** A slice of a file that is read piece by piece; each read off the loop waits for `until`. */
function slice(bytes: Buffer, isCached: boolean, until: () => Promise<void> = () => Promise.resolve(), failsFrom = Infinity): Slice {
  let releases = 0;
  const readBytes: number[] = [];
  const readPart = (target: Uint8Array, from: number): void => {
    if (releases > 0) throw new Error('read after release');
    if (from >= failsFrom) throw new Error('the disk is gone');
    readBytes.push(target.length);
    target.set(bytes.subarray(from, from + target.length));
  };
  const readPartLater = async (target: Uint8Array, from: number): Promise<void> => {
    await until();
    readPart(target, from);
  };
  return {
    byteLength: bytes.length, isCached, readBytes, releases: () => releases, inParts: { readPart, readPartLater },
    readSync: (target, at) => readPart(target.subarray(at, at + bytes.length), 0),
    read: (target, at) => readPartLater(target.subarray(at, at + bytes.length), 0),
    release: () => void releases++,
  };
}

const { Fetch } = ApiKeys;
const filled = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, index) => (index * 7) % 251));

// Megabytes go through a socket of a machine that may be busy.
jest.setTimeout(60_000);

describe('a large slice of a file', () => {
  it.each([true, false])('is read piece by piece, in its place among others (cached: %s)', async (isCached) => {
    const bytes = filled(3_000_000);
    const sources = [slice(bytes, isCached), slice(filled(100), isCached), slice(bytes, isCached)];
    const small = countedSource(Buffer.alloc(1000, 'a'));
    fixture = await listen((request) => request.answer([Buffer.from('<'), small, sources[0] as Slice, sources[1] as Slice, Buffer.from('|'), sources[2] as Slice, Buffer.from('>')]));
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    const [answer] = await client.take(1);
    expect(answer?.rest.equals(Buffer.concat([Buffer.from('<'), Buffer.alloc(1000, 'a'), bytes, filled(100), Buffer.from('|'), bytes, Buffer.from('>')]))).toBe(true);
    expect(sources.map(({ releases }) => releases())).toEqual([1, 1, 1]);
    expect(Math.max(...sources.flatMap(({ readBytes }) => readBytes))).toBeLessThanOrEqual(512 * 1024);
  });

  it('is not read further for a reader that is gone, and released once the read under way has ended', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let reads = 0;
    const { promise: isReading, resolve: reading } = Promise.withResolvers<void>();
    const source = slice(filled(3_000_000), false, () => {
      if (++reads < 2) return Promise.resolve();
      reading();
      return promise;
    });
    fixture = await listen((request) => request.answer([source]));
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    await fixture.dispatched(1);
    await isReading;
    const gone = new Promise<void>((done) => void fixture.requests[0]?.connection.onClose(done));
    client.socket.destroy();
    await gone;
    expect(source.releases()).toBe(0);
    resolve();
    for (let turns = 0; turns < 5; turns++) await new Promise<void>((done) => void setImmediate(done));
    expect([source.releases(), source.readBytes.length]).toEqual([1, 2]);
  });

  it.each([true, false])('ends the connection when its file fails half way (cached: %s)', async (isCached) => {
    const source = slice(filled(3_000_000), isCached, undefined, 1_000_000);
    fixture = await listen((request) => request.answer([source]));
    const client = await fixture.connect();
    client.send(frame(Fetch, 4, 1));
    await client.closed();
    for (let turns = 0; turns < 5; turns++) await new Promise<void>((done) => void setImmediate(done));
    expect(source.releases()).toBe(1);
  });
});
