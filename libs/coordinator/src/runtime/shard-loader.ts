import { ErrorCode, KafkaError, type Logger, type Offset } from '@ottla/model';
import { batchesIn, readRecords, type RecordBatch } from '@ottla/protocol';
import type { ShardGrant, ShardHostService } from '@ottla/rpc';
import type { CoordinatorShard, TransactionalProducer } from './coordinator-shard.ts';
import type { RuntimeLimits, RuntimePorts } from './runtime-ports.ts';
import { decodeMarker } from './shard-marker.ts';

/** What a load found. */
export interface ShardLoad {
  /** One past the last record: where the owner's first append shall go. */
  readonly endOffset: Offset;
  readonly highWatermark: Offset;
  readonly replayedRecords: number;
  /** Records (or whole batches, counted once) that could not be read and were left out. */
  readonly corruptRecords: number;
}

/** Corrupt records that are logged one by one in a load; the rest is only counted. */
const LOGGED_CORRUPT_RECORDS = 10;

/**
 * Replays a shard's log into a fresh shard, from its start to its end, which does not move meanwhile: nobody but the
 * owner appends, and the owner appends only when this is done.
 *
 * The log is compacted, so offsets may be missing anywhere; a record that cannot be
 * read is logged and left out, because one broken record must not take all groups of a shard away.
 */
export class ShardLoader<R> {
  readonly #shard: CoordinatorShard<R>;
  readonly #remote: ShardHostService;
  readonly #ports: RuntimePorts;
  readonly #limits: RuntimeLimits;
  readonly #logger: Logger;
  #nextOffset: Offset;
  #replayed = 0;
  #corrupt = 0;

  constructor(shard: CoordinatorShard<R>, grant: ShardGrant, remote: ShardHostService, ports: RuntimePorts, limits: RuntimeLimits) {
    this.#shard = shard;
    this.#remote = remote;
    this.#ports = ports;
    this.#limits = limits;
    this.#logger = ports.logger;
    this.#nextOffset = grant.logStartOffset;
  }

  /**
   * Rejects with the KafkaError of a failed read, or with what `replay` threw (a defect). Stops early, answering
   * undefined, once `isStopped` says so.
   */
  async load(grant: ShardGrant, isStopped: () => boolean): Promise<ShardLoad | undefined> {
    let endOffset = grant.logEndOffset;
    let highWatermark = grant.highWatermark;
    while (this.#nextOffset < endOffset) {
      const before = this.#nextOffset;
      const { topic, partition, leaderEpoch } = grant;
      const request = { topic, partition, leaderEpoch, offset: before, maxBytes: this.#limits.loadBytes };
      const answer = await this.#remote.read(request, { timeoutMs: this.#limits.readTimeoutMs });
      if (isStopped()) return undefined;
      if (answer.logEndOffset < grant.logEndOffset) {
        throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `the log ends at ${answer.logEndOffset}, the grant named ${grant.logEndOffset}`);
      }
      endOffset = answer.logEndOffset;
      highWatermark = Math.max(highWatermark, answer.highWatermark);
      for (const batch of batchesIn(answer.records)) this.#replayBatch(batch);
      this.#nextOffset = Math.max(this.#nextOffset, answer.logStartOffset);
      if (this.#nextOffset === before) {
        throw new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, `reading at offset ${before} of ${endOffset} answers no whole batch`);
      }
    }
    return { endOffset, highWatermark, replayedRecords: this.#replayed, corruptRecords: this.#corrupt };
  }

  #replayBatch(batch: RecordBatch): void {
    if (batch.nextOffset <= this.#nextOffset) return;
    const from = this.#nextOffset;
    this.#nextOffset = batch.nextOffset;
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
      this.#shard.replay(record, producer);
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
    if (marker !== undefined) this.#shard.replayMarker?.(marker);
  }

  #decode(offset: Offset, key: Uint8Array, value: Uint8Array | null): R | undefined {
    try {
      return this.#shard.decode({ key, value });
    } catch (error) {
      this.#isCorrupt(offset, 'record', error);
      return undefined;
    }
  }

  #isCorrupt(offset: Offset, what: string, error: unknown): void {
    this.#corrupt++;
    if (this.#corrupt > LOGGED_CORRUPT_RECORDS) return;
    this.#logger.error(`a ${what} of a coordinator's log cannot be read and is left out; inspect the log with a dump tool`, {
      offset,
      error: error instanceof Error ? error.message : String(error),
    });
  }
}
