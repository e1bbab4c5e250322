import type { ShardPartitions } from '@ottla/coordinator';
import { WireReader, WireWriter, WriteTxnMarkersRequestCodec, WriteTxnMarkersResponseCodec } from '@ottla/protocol';
import { ErrorCode, isByteSource, KafkaError, OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC, type PartitionIndex, type RecordsSource } from '@ottla/model';
import type { LeadershipListener, Partition, ReadableWaiter, ReplicaManager } from '@ottla/replication';
import type { CallOptions, Envelope, EnvelopeAnswer, ShardAppended, ShardGrant, ShardId, ShardProgress, ShardRead, ShardReadAnswer, ShardAppend } from '@ottla/rpc';
import type { TracedAppends } from '../tracing/traced-appends.ts';
import type { TxnMarkerWriter } from './txn-marker-writer.ts';

const shardTopics: ReadonlySet<string> = new Set([OFFSETS_TOPIC, TRANSACTION_STATE_TOPIC]);

/** What the grantor hears of shards that this broker began or ceased to lead. */
export interface ShardLeadership {
  onLeadership(grants: readonly ShardGrant[]): void;
  onLeadershipLost(ids: readonly ShardId[]): void;
}

/** Watches one led shard for as long as it is led. */
class ShardWatch implements ReadableWaiter {
  readonly partition: Partition;
  readonly leaderEpoch: number;
  readonly #moved: (progress: ShardProgress) => void;

  constructor(partition: Partition, moved: (progress: ShardProgress) => void) {
    this.partition = partition;
    this.leaderEpoch = partition.leaderEpoch;
    this.#moved = moved;
    partition.awaitReadable(this);
  }

  onReadable(): void {
    const { topic, partition, leaderEpoch, log } = this.partition;
    this.#moved({ topic, partition, leaderEpoch, highWatermark: log.highWatermark });
  }
}

/**
 * The partitions of internal topics as coordinators' shards: conditional appends by their one owner, reads up to the
 * log end, and the moves of their high watermarks.
 */
export class ShardHost implements ShardPartitions, LeadershipListener {
  readonly #replicas: ReplicaManager;
  readonly #traces: TracedAppends | undefined;
  readonly #watches = new Map<Partition, ShardWatch>();
  readonly #progressListeners = new Set<(progress: ShardProgress) => void>();
  #leadership: ShardLeadership | undefined;
  #markers: Pick<TxnMarkerWriter, 'write'> | undefined;

  constructor(replicas: ReplicaManager, traces?: TracedAppends) {
    this.#replicas = replicas;
    this.#traces = traces;
    replicas.listen(this);
  }

  /** The grantor is made from this host, and then hears of leadership from it. */
  inform(leadership: ShardLeadership): void {
    this.#leadership = leadership;
  }

  /** Markers go through the grantor to shards, so that their writer is made after it. */
  serveMarkers(writer: Pick<TxnMarkerWriter, 'write'>): void {
    this.#markers = writer;
  }

  async writeTxnMarkers({ apiVersion, body }: Envelope): Promise<EnvelopeAnswer> {
    if (this.#markers === undefined) throw new KafkaError(ErrorCode.COORDINATOR_NOT_AVAILABLE, 'the broker starts');
    const response = await this.#markers.write(WriteTxnMarkersRequestCodec.decode(new WireReader(body), apiVersion));
    const writer = new WireWriter();
    WriteTxnMarkersResponseCodec.encode(writer, response, apiVersion);
    return { body: writer.finish() };
  }

  onLeadership(partitions: readonly Partition[]): void {
    const shards = partitions.filter(({ topic }) => shardTopics.has(topic));
    if (shards.length === 0) return;
    for (const partition of shards) {
      this.#unwatch(partition);
      this.#watches.set(partition, new ShardWatch(partition, (progress) => this.#progressed(progress)));
    }
    this.#leadership?.onLeadership(shards.map(grantOf));
  }

  onLeadershipLost(partitions: readonly { readonly topic: string; readonly partition: number }[]): void {
    const lost: ShardId[] = [];
    for (const [partition, { leaderEpoch }] of this.#watches) {
      if (!partitions.some((gone) => gone.topic === partition.topic && gone.partition === partition.partition)) continue;
      this.#unwatch(partition);
      lost.push({ topic: partition.topic, partition: partition.partition, leaderEpoch });
    }
    if (lost.length > 0) this.#leadership?.onLeadershipLost(lost);
  }

  leaderShards(): readonly ShardGrant[] {
    return [...this.#watches.keys()].map(grantOf);
  }

  append(request: ShardAppend, call?: CallOptions): Promise<ShardAppended> {
    const partition = this.#led(request);
    const { log } = partition;
    if (log.logEndOffset !== request.expectedBaseOffset) {
      throw new KafkaError(ErrorCode.INVALID_RECORD, `the log of ${partition.topic}-${partition.partition} ends at ${log.logEndOffset}, not at ${request.expectedBaseOffset}`);
    }
    const traceparent = call?.traceparent;
    const span = traceparent === undefined ? undefined : this.#traces?.tracer.start(`append to ${partition.topic}-${partition.partition}`, 'server', traceparent);
    return new Promise((resolve, reject) => {
      const { baseOffset, lastOffset } = this.#replicas.appendTo(partition, request.records, 'coordinator', (failure) => {
        span?.end();
        if (failure === undefined) resolve({ baseOffset, logEndOffset: lastOffset + 1, highWatermark: log.highWatermark });
        else reject(new KafkaError(ErrorCode.KAFKA_STORAGE_ERROR, failure.message));
      });
      if (span !== undefined) this.#traces?.appendedUntilReplicated(partition, span);
    });
  }

  maxBatchBytes(topic: string, partition: PartitionIndex): number {
    const replica = this.#replicas.partition(topic, partition);
    if (replica === undefined) throw new KafkaError(ErrorCode.NOT_LEADER_OR_FOLLOWER, `this broker holds no replica of ${topic}-${partition}`);
    return maxBatchBytesOf(replica.log);
  }

  async read(request: ShardRead): Promise<ShardReadAnswer> {
    const { log } = this.#led(request);
    const { records, logStartOffset, logEndOffset, highWatermark } = log.read(request.offset, request.maxBytes, 'logEnd', true);
    return { records: await bytesOf(records), logStartOffset, logEndOffset, highWatermark };
  }

  onHighWatermark(listener: (progress: ShardProgress) => void): () => void {
    this.#progressListeners.add(listener);
    return () => void this.#progressListeners.delete(listener);
  }

  #progressed(progress: ShardProgress): void {
    for (const listener of this.#progressListeners) listener(progress);
  }

  /** Throws NOT_LEADER_OR_FOLLOWER unless this broker leads the shard in that epoch. */
  #led({ topic, partition: index, leaderEpoch }: ShardId): Partition {
    const partition = this.#replicas.ledPartition(topic, index);
    if (partition.leaderEpoch !== leaderEpoch) {
      throw new KafkaError(ErrorCode.NOT_LEADER_OR_FOLLOWER, `${topic}-${index} is led in epoch ${partition.leaderEpoch}, not ${leaderEpoch}`);
    }
    return partition;
  }

  #unwatch(partition: Partition): void {
    const watch = this.#watches.get(partition);
    if (watch === undefined) return;
    partition.forget(watch);
    this.#watches.delete(partition);
  }
}

function grantOf({ topic, partition, leaderEpoch, log }: Partition): ShardGrant {
  return { topic, partition, leaderEpoch, logStartOffset: log.logStartOffset, logEndOffset: log.logEndOffset, highWatermark: log.highWatermark, maxBatchBytes: maxBatchBytesOf(log) };
}

function maxBatchBytesOf({ config }: Partition['log']): number {
  return Math.min(config.maxMessageBytes, config.segmentBytes);
}

async function bytesOf(records: RecordsSource): Promise<Uint8Array> {
  if (!isByteSource(records)) return records;
  try {
    const bytes = Buffer.allocUnsafe(records.byteLength);
    if (records.isCached) records.readSync(bytes, 0);
    else await records.read(bytes, 0);
    return bytes;
  } finally {
    records.release();
  }
}
