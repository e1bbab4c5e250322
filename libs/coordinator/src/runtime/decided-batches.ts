import { CompressionType, ErrorCode, KafkaError, type LeaderEpoch, type TimestampMs } from '@ottla/model';
import { buildBatch, RECORD_BATCH_OVERHEAD, recordSizeBound, type RecordInput } from '@ottla/protocol';
import type { ShardGrant } from '@ottla/rpc';
import { encodeMarker } from './shard-marker.ts';
import type { EncodedRecord, ShardMarker, TransactionalProducer } from './coordinator-shard.ts';
import type { RuntimeLimits, RuntimePorts } from './runtime-ports.ts';

/** A batch that takes further decisions until it is full or on its way. */
interface OpenBatch {
  readonly records: RecordInput[];
  sizeBytes: number;
  /** A batch of a transaction takes the records of one decision only. */
  readonly producer: TransactionalProducer | undefined;
  readonly isControl: boolean;
}

/** One batch as it goes to the log. */
export interface SealedBatch {
  readonly bytes: Uint8Array;
  readonly recordCount: number;
  readonly sizeBytes: number;
}

/**
 * What was decided and is not yet on its way to the log, in order. The records of one `add` never part: they land in
 * one batch, beside those of other decisions while there is room (group commit).
 *
 * Ordering: a batch is cut by the limit that held when its records were added; one that the log takes no more, since the
 * limit was lowered meanwhile, is refused by the log.
 */
export class DecidedBatches {
  readonly #ports: RuntimePorts;
  readonly #compressionType: CompressionType;
  readonly #leaderEpoch: LeaderEpoch;
  #batches: OpenBatch[] = [];
  #pendingBytes = 0;
  /** The largest batch that the log takes: for what is added from now on. */
  maxBatchBytes: number;

  constructor(ports: RuntimePorts, { compressionType }: RuntimeLimits, { leaderEpoch, maxBatchBytes }: ShardGrant) {
    this.#ports = ports;
    this.#compressionType = compressionType;
    this.#leaderEpoch = leaderEpoch;
    this.maxBatchBytes = maxBatchBytes;
  }

  get isEmpty(): boolean {
    return this.#batches.length === 0;
  }

  /** Bytes that wait, uncompressed. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /** Throws KafkaError(RECORD_LIST_TOO_LARGE), and changes nothing, when one batch cannot hold the records. */
  add(encoded: readonly EncodedRecord[], timestamp: TimestampMs, producer?: TransactionalProducer): void {
    const records: RecordInput[] = [];
    let sizeBytes = 0;
    for (const { key, value } of encoded) {
      const record: RecordInput = { timestamp, key, value };
      records.push(record);
      sizeBytes += recordSizeBound(record);
    }
    const { maxBatchBytes } = this;
    if (RECORD_BATCH_OVERHEAD + sizeBytes > maxBatchBytes) {
      throw new KafkaError(ErrorCode.RECORD_LIST_TOO_LARGE, `${encoded.length} records of ${sizeBytes} bytes do not fit into a batch of ${maxBatchBytes} bytes`);
    }
    this.#pendingBytes += sizeBytes;
    const last = this.#batches.at(-1);
    if (producer !== undefined || last === undefined || last.producer !== undefined || RECORD_BATCH_OVERHEAD + last.sizeBytes + sizeBytes > maxBatchBytes) {
      this.#batches.push({ records, sizeBytes, producer, isControl: false });
      return;
    }
    for (const record of records) last.records.push(record);
    last.sizeBytes += sizeBytes;
  }

  addMarker(marker: ShardMarker, timestamp: TimestampMs): void {
    const record: RecordInput = { timestamp, ...encodeMarker(marker) };
    const sizeBytes = recordSizeBound(record);
    this.#pendingBytes += sizeBytes;
    this.#batches.push({ records: [record], sizeBytes, producer: marker, isControl: true });
  }

  /** Takes the first batch away; undefined when nothing waits. */
  take(): SealedBatch | undefined {
    const first = this.#batches.shift();
    if (first === undefined) return undefined;
    this.#pendingBytes -= first.sizeBytes;
    const bytes = this.#build(first);
    return { bytes, recordCount: first.records.length, sizeBytes: first.sizeBytes };
  }

  #build({ records, producer, isControl }: OpenBatch): Uint8Array {
    const { crc, compression } = this.#ports;
    const compressionType = this.#compressionType;
    const transaction = producer === undefined ? {} : { producerId: producer.producerId, producerEpoch: producer.producerEpoch, isTransactional: true, isControl };
    const plain = { crc, partitionLeaderEpoch: this.#leaderEpoch, ...transaction };
    if (compressionType === CompressionType.none || isControl) return buildBatch(plain, records);
    const compressed = buildBatch({ ...plain, compression, compressionType }, records);
    // What does not compress may grow beyond the limit, within which it was found to fit as it is.
    return compressed.length <= this.maxBatchBytes ? compressed : buildBatch(plain, records);
  }

  clear(): void {
    this.#batches = [];
    this.#pendingBytes = 0;
  }
}
