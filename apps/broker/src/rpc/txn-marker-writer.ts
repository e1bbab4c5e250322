import { encodeMarker, type ShardGrantor } from '@ottla/coordinator';
import type { MetadataImage } from '@ottla/metadata';
import { ErrorCode, errorCodeOf, OFFSETS_TOPIC, type Clock, type Crc32c, type PartitionIndex } from '@ottla/model';
import { ApiKeys, buildBatch, WireReader, WireWriter, WriteTxnMarkersRequestCodec, WriteTxnMarkersResponseCodec, type WritableTxnMarker, type WriteTxnMarkersRequest, type WriteTxnMarkersResponseInput } from '@ottla/protocol';
import type { AppendEntry, Partition, ReplicaManager } from '@ottla/replication';
import type { Envelope } from '@ottla/rpc';

export interface TxnMarkerWriterOptions {
  readonly image: () => MetadataImage;
  readonly replicas: Pick<ReplicaManager, 'append' | 'partition' | 'guards'>;
  readonly grantor: Pick<ShardGrantor, 'forward'>;
  readonly clock: Clock;
  readonly crc: Crc32c;
}

const TIMEOUT_MS = 30_000;
const VERSION = 2;
const NO_RECORDS = new Uint8Array(0);

/** One partition of one marker, and what became of it. */
interface Target {
  readonly marker: WritableTxnMarker;
  readonly topic: string;
  readonly partition: PartitionIndex;
  error: ErrorCode;
}

/**
 * Writes transaction markers to the partitions that this broker leads: to those of ordinary topics as control batches,
 * to those of `__consumer_offsets` through the owner of the shard, who makes the offsets commits before it answers.
 */
export class TxnMarkerWriter {
  readonly #options: TxnMarkerWriterOptions;

  constructor(options: TxnMarkerWriterOptions) {
    this.#options = options;
  }

  /** Settles when every marker is replicated or refused. Never rejects. */
  async write({ markers }: WriteTxnMarkersRequest): Promise<WriteTxnMarkersResponseInput> {
    const targets = markers.map((marker) => marker.topics.map(({ name, partitionIndexes }) => partitionIndexes.map((partition): Target => ({ marker, topic: name, partition, error: ErrorCode.NONE }))));
    const all = targets.flat(2);
    const led = all.filter((target) => this.#check(target));
    await Promise.all([this.#append(led.filter(({ topic }) => topic !== OFFSETS_TOPIC)), ...this.#forward(led.filter(({ topic }) => topic === OFFSETS_TOPIC))]);
    return {
      markers: markers.map(({ producerId, topics }, index) => ({
        producerId,
        topics: topics.map(({ name }, topic) => ({ name, partitions: (targets[index]?.[topic] ?? []).map(({ partition, error }) => ({ partitionIndex: partition, errorCode: error })) })),
      })),
    };
  }

  /** Whether the target can be written here; breaks what was verified for the transaction that ends. */
  #check(target: Target): boolean {
    const { image, replicas } = this.#options;
    const { topic, partition: index, marker } = target;
    const partition = replicas.partition(topic, index);
    if (image().topics.get(topic)?.partitions[index] === undefined) target.error = ErrorCode.UNKNOWN_TOPIC_OR_PARTITION;
    else if (partition?.isLeader !== true) target.error = ErrorCode.NOT_LEADER_OR_FOLLOWER;
    else replicas.guards.onMarker(partition, marker.producerId, marker.producerEpoch);
    return target.error === ErrorCode.NONE;
  }

  #append(targets: readonly Target[]): Promise<void> {
    const { replicas } = this.#options;
    if (targets.length === 0) return Promise.resolve();
    const entries = targets.map(({ topic, partition, marker }): AppendEntry => {
      const led: Partition | undefined = replicas.partition(topic, partition);
      return { partition: led, error: ErrorCode.NOT_LEADER_OR_FOLLOWER, records: led === undefined ? NO_RECORDS : this.#batchOf(marker), transactionVersion: marker.transactionVersion };
    });
    return new Promise((resolve) => {
      replicas.append(-1, TIMEOUT_MS, 'coordinator', entries, (results) => {
        results.forEach(({ error }, index) => ((targets[index] as Target).error = error));
        resolve();
      });
    });
  }

  #batchOf({ producerId, producerEpoch, coordinatorEpoch, transactionResult }: WritableTxnMarker): Uint8Array {
    const timestamp = this.#options.clock.now();
    return buildBatch({ crc: this.#options.crc, producerId, producerEpoch, isTransactional: true, isControl: true, timestamp }, [{ timestamp, ...encodeMarker({ isCommit: transactionResult, coordinatorEpoch }) }]);
  }

  /** One request to each shard. */
  #forward(targets: readonly Target[]): Promise<void>[] {
    const byShard = new Map<PartitionIndex, Target[]>();
    for (const target of targets) {
      const known = byShard.get(target.partition);
      if (known === undefined) byShard.set(target.partition, [target]);
      else known.push(target);
    }
    return [...byShard].map(async ([partition, ofShard]) => {
      try {
        const writer = new WireWriter();
        WriteTxnMarkersRequestCodec.encode(writer, { markers: ofShard.map(({ marker }) => ({ ...marker, topics: [{ name: OFFSETS_TOPIC, partitionIndexes: [partition] }] })) }, VERSION);
        const envelope: Envelope = { apiKey: ApiKeys.WriteTxnMarkers, apiVersion: VERSION, clientId: null, principal: '', clientAddress: '', listenerName: '', body: writer.finish() };
        const { body } = await this.#options.grantor.forward(OFFSETS_TOPIC, partition, envelope, { timeoutMs: TIMEOUT_MS });
        const answer = WriteTxnMarkersResponseCodec.decode(new WireReader(body), VERSION);
        ofShard.forEach((target, index) => (target.error = (answer.markers[index]?.topics[0]?.partitions[0]?.errorCode ?? ErrorCode.UNKNOWN_SERVER_ERROR) as ErrorCode));
      } catch (error) {
        for (const target of ofShard) target.error = errorCodeOf(error);
      }
    });
  }
}
