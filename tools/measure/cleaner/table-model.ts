import { batchesIn, buildBatch, readRecords } from '@ottla/protocol';
import { nativeCrc32c } from '@ottla/platform';
import { fetch, produce } from '../apis.ts';
import type { WireConnection } from '../wire-connection.ts';

const BATCH_RECORDS = 4000;
/** Prime, so that keys follow each other in no order that is kind to a map. */
const KEY_STRIDE = 7_919;
const FETCH_BYTES = 4 * 1024 * 1024;
const plain = { compress: (_type: number, bytes: Uint8Array): Uint8Array => bytes, decompress: (_type: number, bytes: Uint8Array): Uint8Array => bytes };

export interface Shape {
  readonly records: number;
  readonly keys: number;
  readonly valueBytes: number;
}

/** Writes a table to a topic's only partition and knows what a cleaned log of it must hold. Offsets equal the numbers of records. */
export class TableModel {
  readonly #shape: Shape;

  constructor(shape: Shape) {
    this.#shape = shape;
  }

  /** Each key comes again `keys` records later; of every fiftieth the last record is a tombstone. */
  async write(connection: WireConnection, topic: string): Promise<void> {
    const { records, valueBytes, keys } = this.#shape;
    const value = Buffer.alloc(valueBytes, 'v');
    const waiting: Promise<number>[] = [];
    for (let first = 0; first < records; first += BATCH_RECORDS) {
      const batch = Array.from({ length: Math.min(BATCH_RECORDS, records - first) }, (_, index) => {
        const number = first + index;
        return { key: this.#key(number), value: number >= records - keys && number % 50 === 0 ? null : value };
      });
      waiting.push(produce(connection, topic, 0, buildBatch({ crc: nativeCrc32c, timestamp: Date.now() }, batch)));
      if (waiting.length > 4) await waiting.shift();
    }
    await Promise.all(waiting);
  }

  #key(number: number): Uint8Array {
    const key = Buffer.alloc(8);
    key.writeUInt32BE(Math.imul(number % this.#shape.keys, KEY_STRIDE) >>> 0, 4);
    return key;
  }

  /** Reads from the start to the end, and tells what is not as in a log that is cleaned below `cleanedTo`. */
  async differences(connection: WireConnection, topic: string, cleanedTo: number): Promise<string[]> {
    const { records, keys } = this.#shape;
    const wrong: string[] = [];
    let due = Math.max(0, Math.min(cleanedTo, records) - keys);
    for (let offset = 0; offset < records && wrong.length < 10; ) {
      const bytes = await fetch(connection, topic, 0, offset, FETCH_BYTES, 1000);
      const before = offset;
      for (const batch of batchesIn(bytes)) {
        if (batch.lastOffset < offset) continue;
        if (!batch.hasValidCrc(nativeCrc32c)) wrong.push(`the checksum of the batch at ${batch.baseOffset}`);
        for (const { offset: at, key } of readRecords(batch, plain)) {
          if (at < offset) continue;
          // Below the clean's end each key stands once: there its latest record is one of the last `keys`.
          if (at !== due) wrong.push(`offset ${at} where ${due} is the next that must be there`);
          due = at + 1;
          if (key === null || Buffer.compare(key, this.#key(at)) !== 0) wrong.push(`the key at ${at}`);
        }
        offset = batch.lastOffset + 1;
      }
      if (offset === before) break;
    }
    if (due !== records) wrong.push(`reading ends at ${due} of ${records}`);
    return wrong;
  }
}
