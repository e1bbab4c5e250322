import { describe, expect, it } from '@jest/globals';
import { goldenMessages, type AnyCodec } from '../golden/golden-messages.ts';
import { apis } from '../gen/apis.ts';
import { MalformedMessageError } from './errors.ts';
import { WireReader } from './reader.ts';
import { WireWriter } from './writer.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function encode(codec: AnyCodec, value: unknown, version: number): Uint8Array {
  const writer = new WireWriter();
  codec.encode(writer, value, version);
  return Uint8Array.from(writer.finish());
}

function decode(codec: AnyCodec, bytes: Uint8Array, version: number): unknown {
  const reader = new WireReader(bytes);
  const value = codec.decode(reader, version);
  expect(reader.remaining).toBe(0);
  return value;
}

/** Numbers in [0, bound) that a seed repeats (a linear congruence is random enough to vary shapes). */
function chance(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * bound);
  };
}

const texts = ['', 'x', 'é', '日本語', 'a'.repeat(42), 'a'.repeat(43), 'é'.repeat(43), 'a'.repeat(127), 'a'.repeat(300)];

/** The value with arrays shortened and lengthened, strings, bytes and flags replaced. Numbers keep their widths, so they stay. */
function vary(value: unknown, below: (bound: number) => number): unknown {
  if (typeof value === 'string') return value.length === 22 ? value : texts[below(texts.length)];
  if (typeof value === 'boolean') return below(2) === 0;
  if (value instanceof Uint8Array) return new Uint8Array(below(300)).fill(below(256));
  if (Array.isArray(value)) return Array.from({ length: value.length === 0 ? 0 : below(4) }, () => vary(value[below(value.length)], below));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, vary(inner, below)]));
  return value;
}

/** Objects, arrays and their elements in a decoded value. */
function nodesIn(value: unknown): number {
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return 1;
  let nodes = 1;
  for (const inner of Object.values(value)) nodes += nodesIn(inner);
  return nodes;
}

/** Objects in the decoded message, or 'malformed'. Any other error comes out. */
function outcome(codec: AnyCodec, bytes: Uint8Array, version: number): number | 'malformed' {
  try {
    return nodesIn(codec.decode(new WireReader(bytes), version));
  } catch (error) {
    if (error instanceof MalformedMessageError) return 'malformed';
    throw error;
  }
}

const highest = goldenMessages.filter(({ codec, version }) => version === codec.maxVersion);

describe('the generated codecs', () => {
  it('cover each API that Kafka has, in the same versions', () => {
    const versionsSeen = new Map<AnyCodec, Set<number>>();
    for (const { codec, version } of goldenMessages) versionsSeen.set(codec, (versionsSeen.get(codec) ?? new Set()).add(version));
    for (const api of Object.values(apis)) {
      for (const codec of [api.request, api.response] as unknown as AnyCodec[]) {
        expect([codec.name, ...(versionsSeen.get(codec) ?? [])]).toEqual([codec.name, ...new Set([codec.minVersion, codec.maxVersion])]);
      }
    }
  });

  it.each(goldenMessages)('read and write $title as Kafka does', ({ codec, version, bytes }) => {
    expect(hex(encode(codec, decode(codec, bytes, version), version))).toBe(hex(bytes));
  });

  it.each(highest)('keep random values of $title through all versions', ({ codec, version, bytes }) => {
    const below = chance(bytes.length * 31 + version);
    for (let round = 0; round < 3; round++) {
      // Fields that this version no longer has go back to their defaults on the way.
      const value = decode(codec, encode(codec, vary(decode(codec, bytes, version), below), version), version);
      for (let to = codec.minVersion; to <= codec.maxVersion; to++) {
        const written = encode(codec, value, to);
        const read = decode(codec, written, to);
        if (to === version) expect(read).toEqual(value);
        else expect(hex(encode(codec, read, to))).toBe(hex(written));
      }
    }
  });

  it.each(goldenMessages)('refuse $title when any number of bytes is missing', ({ codec, version, bytes }) => {
    for (let length = 0; length < bytes.length; length++) expect(outcome(codec, bytes.subarray(0, length), version)).toBe('malformed');
  });

  it('answer lengths that lie with an error or with no more objects than bytes', () => {
    const bombs = [
      [0x7f, 0xff, 0xff, 0xff],
      [0xff, 0xff, 0xff, 0xff, 0x0f],
      [0xff, 0xff, 0xff, 0x7f],
      [0x7f, 0xff],
      [0x80, 0x00],
      [0xff, 0xff, 0xff, 0xfe],
      [0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    ];
    let refused = 0;
    for (const { codec, version, bytes } of goldenMessages) {
      // What the defaults of an empty message weigh.
      const floor = nodesIn(decode(codec, bytes, version));
      for (let at = 0; at < bytes.length; at++) {
        for (const bomb of bombs) {
          const bytesNow = bytes.slice();
          bytesNow.set(bomb.slice(0, bytes.length - at), at);
          const nodes = outcome(codec, bytesNow, version);
          if (nodes === 'malformed') refused++;
          else if (nodes > floor + 20 * bytes.length) throw new Error(`${codec.name} ${version}: ${nodes} nodes from ${bytes.length} bytes`);
        }
      }
    }
    expect(refused).toBeGreaterThan(10_000);
  });

  it('read what lies behind unknown tagged fields, and leave the fields out', () => {
    const { codec, version, bytes } = goldenMessages.find(({ title }) => title.startsWith('Heartbeat request 4')) as (typeof goldenMessages)[number];
    const value = decode(codec, bytes, version);
    // The message ends with the count of its tagged fields: 0.
    const tagged = Buffer.concat([bytes.subarray(0, -1), Uint8Array.of(2, 5, 3, 1, 2, 3, 200, 1, 0)]);
    expect(decode(codec, tagged, version)).toEqual(value);
    expect(() => codec.decode(new WireReader(tagged.subarray(0, -1)), version)).toThrow(MalformedMessageError);
  });
});
