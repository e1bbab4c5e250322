import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { CompressionType, ErrorCode, silentLogger, tableCrc32c } from '@ottla/model';
import { nodeCompression } from '@ottla/platform';
import { buildBatch, RecordBatch } from '@ottla/protocol';
import type { AppendEntry } from '@ottla/replication';
import { defaultLogConfig, openBatch, type LogConfig, type OpenedBatch } from '@ottla/storage';
import { BatchOpener, type OpeningThread } from './batch-opener.ts';
import { startOpeningThread } from './opening-thread.ts';

const compression = nodeCompression();
const ports = { crc: tableCrc32c, compression };
const clock = { now: () => 1_000, monotonicMs: () => 0 };
const compacted: LogConfig = { ...defaultLogConfig, cleanupCompact: true };

function batch(bytes: number, type: CompressionType = CompressionType.none, hasKey = true): Uint8Array {
  return buildBatch({ ...ports, compressionType: type }, [{ timestamp: 1, key: hasKey ? Buffer.from('k') : null, value: Buffer.alloc(bytes, 'v'), headers: [] }]);
}

/** A batch of a few kilobytes that says it is gzip, with `section` as its records. */
function withSection(section: Uint8Array): Uint8Array {
  const like = batch(10, CompressionType.gzip);
  const bytes = Buffer.concat([like.subarray(0, 61), section]);
  bytes.writeInt32BE(bytes.length - 12, 8);
  new RecordBatch(bytes).setMaxTimestamp(false, 1, tableCrc32c);
  return bytes;
}

function entry(records: Uint8Array, config = compacted): AppendEntry {
  return { partition: { log: { config, isClosed: false } } as never, error: ErrorCode.NONE, records };
}

describe('what is opened where', () => {
  const asked: number[] = [];
  const found: OpenedBatch = { nowMs: 1_000, decision: undefined };
  const thread: OpeningThread = {
    open: (records) => {
      asked.push(records.length);
      return Promise.resolve(found);
    },
    close: () => {},
  };
  const opener = new BatchOpener(thread, clock, ports);
  afterEach(() => void asked.splice(0));

  it('leaves batches alone that their topics do not want opened, and small ones to the append', () => {
    const entries = [entry(batch(5_000_000), defaultLogConfig), entry(batch(100)), entry(new Uint8Array(3)), { partition: undefined, error: ErrorCode.UNKNOWN_TOPIC_OR_PARTITION, records: batch(1) }];
    expect(opener.open(entries)).toBe(entries);
    expect(asked).toEqual([]);
  });

  it('opens small compressed ones once, here', () => {
    const opened = opener.open([entry(batch(1000, CompressionType.gzip)), entry(batch(1000, CompressionType.zstd, false))]) as readonly AppendEntry[];
    expect(opened[0]?.opened).toMatchObject({ decision: { rebuilt: undefined } });
    expect(opened[1]?.opened?.refusal).toMatchObject({ code: ErrorCode.INVALID_RECORD, recordErrors: [{ batchIndex: 0 }] });
    expect(asked).toEqual([]);
  });

  it('has the thread open the rest of a request once what was opened here is large together', async () => {
    const opened = await opener.open(Array.from({ length: 10 }, () => entry(batch(400_000, CompressionType.gzip))));
    expect(opened.map((each) => each.opened === found)).toEqual([false, false, ...Array.from({ length: 8 }, () => true)]);
    expect(asked).toHaveLength(8);
    asked.length = 0;
    expect(opener.open([entry(batch(400_000, CompressionType.gzip))])).not.toBeInstanceOf(Promise);
    expect(asked).toEqual([]);
  });

  it('has a thread open what is large, or turns out to be', async () => {
    const bomb = withSection(gzipSync(Buffer.alloc(20_000_000)));
    expect(bomb.length).toBeLessThan(64 * 1024);
    const opened = await opener.open([entry(bomb), entry(batch(10)), entry(batch(2_000_000)), entry(batch(10), { ...defaultLogConfig, compressionType: CompressionType.lz4 })]);
    expect(opened.map((each) => each.opened === found)).toEqual([true, false, true, false]);
    expect(asked).toHaveLength(2);
  });
});

describe('the thread that opens batches', () => {
  const thread = startOpeningThread(silentLogger);
  afterEach(() => thread.close());

  it('finds the same as opening it here, rebuilt batches too', async () => {
    for (const [records, config] of [
      [batch(3_000_000, CompressionType.zstd), compacted],
      [batch(10, CompressionType.gzip, false), compacted],
      [withSection(Buffer.from('no gzip')), compacted],
      [batch(2_000, CompressionType.none), { ...defaultLogConfig, compressionType: CompressionType.gzip, maxMessageBytes: 5_000_000 }],
    ] as const) {
      const here = openBatch(records, { ...ports, config }, 1_000);
      const there = await thread.open(records, config, 1_000);
      expect({ ...there, decision: { ...there.decision, rebuilt: there.decision?.rebuilt?.length } }).toEqual({ ...here, decision: { ...here.decision, rebuilt: here.decision?.rebuilt?.length } });
    }
  });

  it('is sent a batch, and not the frame that it lies in', async () => {
    const frame = Buffer.alloc(64 * 1024 * 1024);
    const one = batch(70_000, CompressionType.gzip);
    frame.set(one, 1_000);
    const before = process.memoryUsage().arrayBuffers;
    const opened = Array.from({ length: 20 }, () => thread.open(frame.subarray(1_000, 1_000 + one.length), compacted, 1_000));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(frame.length);
    expect((await Promise.all(opened)).every(({ decision }) => decision !== undefined)).toBe(true);
    expect(frame.subarray(1_000, 1_000 + one.length).equals(one)).toBe(true);
  });

  it('bounds what a batch may grow to, and begins again after it was closed', async () => {
    const records = withSection(gzipSync(Buffer.alloc(140_000_000), { level: 1 }));
    expect((await thread.open(records, compacted, 1_000)).refusal?.code).toBe(ErrorCode.RECORD_LIST_TOO_LARGE);
    const cut = thread.open(records, compacted, 1_000);
    thread.close();
    expect((await cut).refusal?.code).toBe(ErrorCode.UNKNOWN_SERVER_ERROR);
    expect((await thread.open(batch(10), compacted, 1_000)).decision).toBeDefined();
  });
});
