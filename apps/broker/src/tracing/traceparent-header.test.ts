import { describe, expect, it } from '@jest/globals';
import { buildBatch } from '@ottla/protocol';
import { nativeCrc32c } from '@ottla/platform';
import { traceparentIn } from './traceparent-header.ts';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const batchOf = (...records: { value: string; headers?: readonly (readonly [string, string])[] }[]): Uint8Array =>
  buildBatch({ crc: nativeCrc32c, baseOffset: 0, timestamp: 1 }, records.map(({ value, headers = [] }) => ({ key: null, value: bytes(value), headers: headers.map(([key, text]) => ({ key, value: bytes(text) })) })));

describe('traceparentIn', () => {
  it('finds the header of one of the first records', () => {
    expect(traceparentIn(batchOf({ value: 'v' }, { value: 'w', headers: [['a', 'b'], ['traceparent', traceparent]] }))).toBe(traceparent);
  });

  it('finds none where there is none, or no more than its name', () => {
    for (const batch of [batchOf({ value: 'v' }), batchOf({ value: 'traceparent' }), batchOf({ value: `traceparent=${traceparent}` }), batchOf({ value: 'v', headers: [['traceparent', 'x'.repeat(55)]] }), new Uint8Array(0)]) {
      expect(traceparentIn(batch)).toBeUndefined();
    }
  });

  it('looks no further than the first bytes', () => {
    expect(traceparentIn(batchOf({ value: 'v'.repeat(5000) }, { value: 'w', headers: [['traceparent', traceparent]] }))).toBeUndefined();
  });
});
