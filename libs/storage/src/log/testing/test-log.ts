import type { Disk, Offset, TimestampMs } from '@ottla/model';
import { isByteSource, silentLogger, tableCrc32c, type RecordsSource } from '@ottla/model';
import { batchesIn, buildBatch, ControlRecordType, controlRecordKey, readRecords, type BatchOptions } from '@ottla/protocol';
import { memoryDisk, testCompression, virtualTime, type MemoryDisk, type VirtualTime } from '@ottla/testing';
import { defaultLogConfig, type LogConfig } from '../log-config.ts';
import type { FetchIsolation, LogOptions } from '../log-types.ts';
import { SegmentFiles } from '../segment-files.ts';
import { openLog } from '../open-log.ts';
import type { UnifiedLog } from '../unified-log.ts';

export const DIRECTORY = '/data/t-0';
export const TOPIC_ID = 'abcdefghijklmnopqrstuv';
export const START_MS = 1_750_000_000_000;
const crc = tableCrc32c;

/** One batch of `values` as a producer sends it. */
export function batchOf(values: readonly string[], options: Partial<BatchOptions> = {}): Uint8Array {
  return buildBatch({ crc, timestamp: START_MS, ...options }, values.map((value) => ({ key: null, value: Buffer.from(value) })));
}

/** The batch that ends a transaction. */
function markerOf(isCommit: boolean, options: Partial<BatchOptions>): Uint8Array {
  const value = Uint8Array.of(0, 0, 0, 0, 0, 0);
  const key = controlRecordKey(isCommit ? ControlRecordType.COMMIT : ControlRecordType.ABORT);
  return buildBatch({ crc, timestamp: START_MS, isControl: true, isTransactional: true, ...options }, [{ key, value }]);
}

export interface TestLogOptions {
  readonly disk?: Disk;
  readonly config?: Partial<LogConfig>;
  readonly files?: SegmentFiles;
  readonly options?: Partial<LogOptions>;
}

/** A log on a disk in memory that a test can crash, and reopen. */
export class TestLog {
  readonly disk: MemoryDisk;
  readonly time: VirtualTime;
  readonly config: LogConfig;
  files: SegmentFiles;
  log: UnifiedLog;
  readonly #options: Partial<LogOptions>;

  constructor({ disk, config = {}, files, options = {} }: TestLogOptions = {}) {
    this.time = virtualTime({ startMs: START_MS });
    this.disk = (disk as MemoryDisk | undefined) ?? memoryDisk({ clock: this.time.clock });
    this.config = { ...defaultLogConfig, ...config };
    this.#options = options;
    this.files = files ?? new SegmentFiles(this.disk);
    this.disk.makeDirectory('/data');
    this.disk.syncDirectory('/data');
    this.log = openLog(this.logOptions({}));
  }

  logOptions(more: Partial<LogOptions>): LogOptions {
    return {
      disk: this.disk,
      directory: DIRECTORY,
      topicPartition: { topic: 't', partition: 0 },
      topicId: TOPIC_ID,
      config: this.config,
      logStartOffset: 0,
      recoveryPoint: 0,
      hadCleanShutdown: false,
      clock: this.time.clock,
      crc,
      compression: testCompression,
      segmentFiles: this.files,
      producerIdExpirationMs: 86_400_000,
      logger: silentLogger,
      ...this.#options,
      ...more,
    };
  }

  /** Opens the folder anew, as the next process does. */
  reopen(more: Partial<LogOptions> = {}): UnifiedLog {
    this.files = new SegmentFiles(this.disk);
    this.log = openLog(this.logOptions(more));
    return this.log;
  }

  /** Appends one batch as leader and writes it. */
  append(values: readonly string[], options: Partial<BatchOptions> = {}, leaderEpoch = 0): Offset {
    const info = this.log.appendAsLeader(batchOf(values, options), leaderEpoch, 'client');
    this.log.flushStaged();
    return info.firstOffset;
  }

  /** Appends a transaction marker and writes it. */
  mark(isCommit: boolean, options: Partial<BatchOptions>): Offset {
    const info = this.log.appendAsLeader(markerOf(isCommit, options), 0, 'coordinator');
    this.log.flushStaged();
    return info.firstOffset;
  }

  /** All records from `offset` on as `offset:value`, read as a client reads. */
  values(offset = this.log.logStartOffset, upTo: FetchIsolation = 'logEnd'): string[] {
    return readValues(this.log, offset, upTo);
  }

  names(): string[] {
    return this.disk.list(DIRECTORY);
  }

  at(ms: number): TimestampMs {
    return START_MS + ms;
  }
}

/** The bytes of an answer; releases them. */
export function bytesOf(records: RecordsSource): Uint8Array {
  if (!isByteSource(records)) return records;
  const bytes = new Uint8Array(records.byteLength);
  records.readSync(bytes, 0);
  records.release();
  return bytes;
}

/** Reads to the end of what `upTo` shows, a few batches at a time. */
export function readValues(log: UnifiedLog, startOffset: Offset, upTo: FetchIsolation, maxBytes = 300): string[] {
  const values: string[] = [];
  let offset = startOffset;
  for (;;) {
    const bytes = bytesOf(log.read(offset, maxBytes, upTo, true).records);
    if (bytes.length === 0) return values;
    for (const batch of batchesIn(bytes)) {
      if (!batch.hasValidCrc(crc)) throw new Error(`the log served a corrupt batch at ${batch.baseOffset}`);
      for (const record of readRecords(batch, testCompression)) {
        if (record.offset >= offset) values.push(`${record.offset}:${batch.isControl ? 'marker' : Buffer.from(record.value ?? []).toString()}`);
      }
      offset = Math.max(offset, batch.nextOffset);
    }
  }
}
