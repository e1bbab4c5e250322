import { ErrorCode, KafkaError, type Logger, type Offset } from '@ottla/model';
import { batchesIn, readRecords, type RecordBatch } from '@ottla/protocol';
import type { CoordinatorShard, TransactionalProducer } from './coordinator-shard.ts';
import type { RuntimePorts } from './runtime-ports.ts';
import { decodeMarker } from './shard-marker.ts';

/** Corrupt records that are logged one by one; the rest is only counted. */
const LOGGED_CORRUPT_RECORDS = 10;

/** By what a batch is known again. */
interface BatchMark {
  readonly baseOffset: Offset;
  readonly leaderEpoch: number;
  readonly crc: number;
}

/**
 * Replays a shard's log into a shard, batch after batch, once each. The log is compacted, so offsets may be missing
 * anywhere; a record that cannot be read is logged and left out, because one broken record must not take all groups of
 * a shard away.
 */
export class ShardReplay<R> {
  readonly shard: CoordinatorShard<R>;
  readonly #ports: RuntimePorts;
  #nextOffset: Offset;
  #last: BatchMark | undefined;
  #replayed = 0;
  /** Records (or whole batches, counted once) that could not be read and were left out. */
  #corrupt = 0;

  constructor(shard: CoordinatorShard<R>, startOffset: Offset, ports: RuntimePorts) {
    this.shard = shard;
    this.#nextOffset = startOffset;
    this.#ports = ports;
  }

  /** Where the rest of the log begins. */
  get nextOffset(): Offset {
    return this.#nextOffset;
  }

  get replayedRecords(): number {
    return this.#replayed;
  }

  /** Where the last batch that was replayed begins; undefined when none was. */
  get lastBatchOffset(): Offset | undefined {
    return this.#last?.baseOffset;
  }

  /** Whether `records`, read at `lastBatchOffset`, begin with that batch: then what was replayed is what the log holds. */
  isContinuedBy(records: Uint8Array): boolean {
    for (const { baseOffset, partitionLeaderEpoch, crc } of batchesIn(records)) {
      const last = this.#last;
      return last?.baseOffset === baseOffset && last.leaderEpoch === partitionLeaderEpoch && last.crc === crc;
    }
    return false;
  }

  /** Replays the batches of `records` that end at or before `limit` and were not replayed before. Throws what the shard's `replay` throws. */
  replay(records: Uint8Array, limit: Offset = Infinity): void {
    for (const batch of batchesIn(records)) {
      if (batch.nextOffset > limit) return;
      if (batch.nextOffset > this.#nextOffset) this.#replayBatch(batch);
    }
  }

  /** The log begins at `logStartOffset`: what was before is not waited for. */
  skipTo(logStartOffset: Offset): void {
    this.#nextOffset = Math.max(this.#nextOffset, logStartOffset);
  }

  #replayBatch(batch: RecordBatch): void {
    const from = this.#nextOffset;
    this.#nextOffset = batch.nextOffset;
    this.#last = { baseOffset: batch.baseOffset, leaderEpoch: batch.partitionLeaderEpoch, crc: batch.crc };
    if (batch.isControl && !batch.isTransactional) return;
    const producer = batch.isTransactional ? { producerId: batch.producerId, producerEpoch: batch.producerEpoch } : undefined;
    let records;
    try {
      if (!batch.hasValidCrc(this.#ports.crc)) throw new KafkaError(ErrorCode.CORRUPT_MESSAGE, 'its checksum is wrong');
      records = readRecords(batch, this.#ports.compression);
    } catch (error) {
      this.#isCorrupt(batch.baseOffset, 'batch', error);
      return;
    }
    for (const { offset, key, value } of records) {
      if (offset < from) continue;
      if (batch.isControl) {
        this.#replayControl(offset, producer as TransactionalProducer, key, value);
        continue;
      }
      if (key === null) {
        this.#isCorrupt(offset, 'record', new Error('it has no key'));
        continue;
      }
      const record = this.#decode(offset, key, value);
      if (record === undefined) continue;
      this.shard.replay(record, producer);
      this.#replayed++;
    }
  }

  #replayControl(offset: Offset, producer: TransactionalProducer, key: Uint8Array | null, value: Uint8Array | null): void {
    let marker;
    try {
      marker = decodeMarker(producer, key, value);
    } catch (error) {
      this.#isCorrupt(offset, 'transaction marker', error);
      return;
    }
    if (marker !== undefined) this.shard.replayMarker?.(marker);
  }

  #decode(offset: Offset, key: Uint8Array, value: Uint8Array | null): R | undefined {
    try {
      return this.shard.decode({ key, value });
    } catch (error) {
      this.#isCorrupt(offset, 'record', error);
      return undefined;
    }
  }

  #isCorrupt(offset: Offset, what: string, error: unknown): void {
    const logger: Logger = this.#ports.logger;
    this.#corrupt++;
    if (this.#corrupt > LOGGED_CORRUPT_RECORDS) return;
    logger.error(`a ${what} of a coordinator's log cannot be read and is left out; inspect the log with a dump tool`, {
      offset,
      error: error instanceof Error ? error.message : String(error),
    });
  }
}
