import type { Disk, DiskFile, Offset, TimestampMs } from '@ottla/model';
import { tableCrc32c, type CompressionType } from '@ottla/model';
import { batchesIn, buildBatch, ControlRecordType, controlRecordType, readRecords, type BatchOptions } from '@ottla/protocol';
import { seededRandom, testCompression } from '@ottla/testing';
import { cleanLog, cleanRequest, type CleanedLog } from '../cleaner/clean-log.ts';
import { cleanerInPlace } from '../cleaner/cleaner-in-place.ts';
import type { UnifiedLog } from '../unified-log.ts';
import { bytesOf, START_MS, type TestLog } from './test-log.ts';

export interface SeenRecord {
  readonly offset: Offset;
  readonly timestamp: TimestampMs;
  readonly key: string;
  readonly value: string | null;
}

/** What a consumer with isolation read_committed is given from `offset` on, filtered as clients filter. */
export function readCommitted(log: UnifiedLog, from: Offset = log.logStartOffset): SeenRecord[] {
  const seen: SeenRecord[] = [];
  for (let offset = from; ; ) {
    const { records, abortedTransactions = [] } = log.read(offset, 2_000, 'lastStableOffset', true);
    const bytes = bytesOf(records);
    if (bytes.length === 0) return seen;
    const pending = [...abortedTransactions].sort((a, b) => a.firstOffset - b.firstOffset);
    const aborted = new Set<number>();
    for (const batch of batchesIn(bytes)) {
      if (!batch.hasValidCrc(tableCrc32c)) throw new Error(`a corrupt batch at ${batch.baseOffset}`);
      while (pending[0] !== undefined && pending[0].firstOffset <= batch.lastOffset) aborted.add(pending.shift()?.producerId as number);
      const opened = readRecords(batch, testCompression);
      if (batch.isControl) {
        if (opened[0] !== undefined && controlRecordType(opened[0].key) === ControlRecordType.ABORT) aborted.delete(batch.producerId);
      } else if (!batch.isTransactional || !aborted.has(batch.producerId)) {
        for (const record of opened) {
          if (record.offset < offset) continue;
          seen.push({ offset: record.offset, timestamp: record.timestamp, key: Buffer.from(record.key ?? []).toString(), value: record.value === null ? null : Buffer.from(record.value).toString() });
        }
      }
      offset = Math.max(offset, batch.nextOffset);
    }
  }
}

/** The table that records make: of each key the last value. */
export function tableOf(records: readonly SeenRecord[]): Map<string, SeenRecord> {
  const table = new Map<string, SeenRecord>();
  for (const record of records) {
    if (record.value === null) table.delete(record.key);
    else table.set(record.key, record);
  }
  return table;
}

interface Transaction {
  readonly records: SeenRecord[];
}

const KEYS = 14;
const PRODUCERS = 4;

/**
 * A random history of one compacted log: plain, idempotent and transactional producers, tombstones, two codecs, rolls.
 * `committed` is what was written, by offset; the log itself may forget what compaction allows it to.
 */
export class CompactedHistory {
  readonly test: TestLog;
  readonly random: ReturnType<typeof seededRandom>;
  readonly committed: SeenRecord[] = [];
  readonly #open = new Map<number, Transaction>();
  readonly #sequences = new Map<number, number>();
  /** Last offset of each producer's last batch of records. */
  readonly #lastData = new Map<number, Offset>();
  checkpoint: Offset = 0;

  constructor(test: TestLog, seed: number) {
    this.test = test;
    this.random = seededRandom(seed);
  }

  get log(): UnifiedLog {
    return this.test.log;
  }

  below(bound: number): number {
    return this.random.below(bound);
  }

  step(): void {
    const choice = this.below(100);
    if (choice < 75) this.#append();
    else if (choice < 90) this.#endTransaction(this.below(3) > 0);
    else if (choice < 96) this.log.roll();
    else this.test.time.advance(this.below(400));
    this.log.updateHighWatermark(this.log.writtenEndOffset);
  }

  endAll(): void {
    while (this.#open.size > 0) this.#endTransaction(this.below(2) === 0);
    this.log.updateHighWatermark(this.log.writtenEndOffset);
  }

  #append(): void {
    const producerId = this.below(PRODUCERS + 1);
    const timestamp = this.test.time.clock.now();
    const inputs = Array.from({ length: 1 + this.below(5) }, (_, index) => ({
      key: `k${this.below(KEYS)}`,
      value: this.below(4) === 0 ? null : `${this.log.logEndOffset + index}-${'v'.repeat(this.below(60))}`,
      timestamp: timestamp - this.below(20),
    }));
    const isTransactional = producerId >= 3;
    const sequence = this.#sequences.get(producerId) ?? 0;
    const options: Partial<BatchOptions> = producerId === 0 ? {} : { producerId, producerEpoch: 0, baseSequence: sequence, isTransactional };
    const compressionType = (this.below(2) === 0 ? 0 : 1) as CompressionType;
    const bytes = buildBatch(
      { crc: tableCrc32c, compression: testCompression, compressionType, timestamp: START_MS, ...options },
      inputs.map((input) => ({ timestamp: input.timestamp, key: Buffer.from(input.key), value: input.value === null ? null : Buffer.from(input.value) })),
    );
    const { firstOffset } = this.log.appendAsLeader(bytes, 0, 'client');
    this.log.flushStaged();
    if (producerId > 0) {
      this.#sequences.set(producerId, sequence + inputs.length);
      this.#lastData.set(producerId, firstOffset + inputs.length - 1);
    }
    const records = inputs.map((input, index) => ({ ...input, offset: firstOffset + index }));
    if (!isTransactional) {
      this.committed.push(...records);
      return;
    }
    const transaction = this.#open.get(producerId) ?? { records: [] };
    this.#open.set(producerId, transaction);
    transaction.records.push(...records);
  }

  /** One record of a plain producer. */
  write(key: string, value: string): void {
    const timestamp = this.test.time.clock.now();
    const { firstOffset } = this.log.appendAsLeader(buildBatch({ crc: tableCrc32c, timestamp }, [{ key: Buffer.from(key), value: Buffer.from(value) }]), 0, 'client');
    this.log.flushStaged();
    this.committed.push({ offset: firstOffset, timestamp, key, value });
    this.log.updateHighWatermark(this.log.writtenEndOffset);
  }

  #endTransaction(isCommit: boolean): void {
    const next = [...this.#open].at(this.below(Math.max(1, this.#open.size)));
    if (next === undefined) return;
    const [producerId, { records }] = next;
    this.#open.delete(producerId);
    this.test.mark(isCommit, { producerId, producerEpoch: 0, timestamp: this.test.time.clock.now() });
    if (isCommit) this.committed.push(...records);
  }

  /** All committed records in [from, to), by offset. */
  committedIn(from: Offset, to: Offset): SeenRecord[] {
    return this.committed.filter(({ offset }) => offset >= from && offset < to).sort((a, b) => a.offset - b.offset);
  }

  /**
   * The log was read anew, maybe without snapshots: it must know the sequence of each producer whose last records lie at
   * or above its start. Of the others it keeps markers at most, after which sequences begin at 0.
   */
  checkSequences(): void {
    const known = new Map(this.log.activeProducers().map(({ producerId, lastSequence }) => [producerId, lastSequence]));
    for (const [producerId, next] of this.#sequences) {
      const lastSequence = known.get(producerId);
      if (lastSequence === next - 1) continue;
      if ((this.#lastData.get(producerId) ?? 0) >= this.log.logStartOffset) throw new Error(`producer ${producerId}: the log says ${lastSequence}, ${next - 1} was written`);
      this.#sequences.set(producerId, 0);
    }
  }

  /** One clean; undefined when there is nothing to clean. */
  async clean(mapBytes = 1 << 20, disk: Disk = this.test.disk): Promise<CleanedLog | undefined> {
    const { log, test } = this;
    const cleanable = log.compaction.cleanable(this.checkpoint, test.time.clock.now());
    if (cleanable.cleanableBytes === 0) return undefined;
    const settings = { threads: 1, dedupeBufferBytes: mapBytes, loadFactor: 0.9, ioBufferBytes: 1 };
    const thread = cleanerInPlace({ disk, crc: tableCrc32c, compression: testCompression, pace: () => {} });
    const result = await cleanLog(log, cleanRequest(log, cleanable, settings, test.time.clock.now(), this.random), thread, () => {
      for (const path of log.takeDeleted()) disk.remove(path);
    });
    if (result !== undefined) this.checkpoint = result.endOffset;
    return result;
  }
}

/** The power fails at the operation that would change the disk as the `failAt`-th one; -1 for never. Counts from 1 after `arm`. */
export class FailingDisk {
  readonly disk: Disk;
  operations = 0;
  #failAt = -1;

  constructor(inner: Disk) {
    const step = <T>(run: () => T): T => {
      this.operations++;
      if (this.#failAt > 0 && this.operations >= this.#failAt) throw new Error('the power failed');
      return run();
    };
    const file = (opened: DiskFile): DiskFile => ({
      path: opened.path,
      size: () => opened.size(),
      readSync: (target, position) => opened.readSync(target, position),
      read: (target, position) => opened.read(target, position),
      writeSync: (parts, position) => step(() => opened.writeSync(parts, position)),
      write: async (parts, position) => await step(() => opened.write(parts, position)),
      truncate: (bytes) => step(() => opened.truncate(bytes)),
      syncNow: () => step(() => opened.syncNow()),
      sync: async () => await step(() => opened.sync()),
      close: () => opened.close(),
    });
    this.disk = {
      open: (path, mode) => (mode === 'create' ? step(() => file(inner.open(path, mode))) : file(inner.open(path, mode))),
      list: (path) => inner.list(path),
      stat: (path) => inner.stat(path),
      makeDirectory: (path) => step(() => inner.makeDirectory(path)),
      remove: (path) => step(() => inner.remove(path)),
      removeDirectory: (path) => step(() => inner.removeDirectory(path)),
      rename: (from, to) => step(() => inner.rename(from, to)),
      syncDirectory: (path) => step(() => inner.syncDirectory(path)),
      readFile: (path) => inner.readFile(path),
      space: (path) => inner.space(path),
      lock: (path) => inner.lock(path),
    };
  }

  arm(failAt: number): void {
    this.operations = 0;
    this.#failAt = failAt;
  }
}
