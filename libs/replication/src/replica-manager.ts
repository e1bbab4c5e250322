import type { BrokerId, Clock, Logger, Metrics, Offset, PartitionIndex, Scheduler, TopicPartition, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError, topicPartitionKey, ZERO_UUID } from '@ottla/model';
import { ConfigResourceType, type MetadataDelta, type MetadataImage, type MetadataPublisher, type TopicDelta } from '@ottla/metadata';
import type { AppendOrigin, LogConfig, UnifiedLog } from '@ottla/storage';
import { DeadlineQueue } from './deadline-queue.ts';
import { DelayedFetch, readEntries, releaseResults, type FetchEntry, type FetchParams, type FetchResult } from './delayed-fetch.ts';
import { DelayedProduce, type AppendResult } from './delayed-produce.ts';
import { LogWriter } from './log-writer.ts';
import { Partition } from './partition.ts';

/** The logs of this broker's folder, as the replica manager needs them (the LogManager of @ottla/storage). */
export interface PartitionLogs {
  get(topic: string, partition: PartitionIndex): UnifiedLog | undefined;
  logs(): Iterable<UnifiedLog>;
  /** Touches no disk before the first append. */
  getOrCreate(topicPartition: TopicPartition, topicId: Uuid, config: LogConfig): UnifiedLog;
  checkpointedHighWatermark(topicPartition: TopicPartition): Offset;
  deleteLog(topic: string, partition: PartitionIndex): void;
  updateConfig(topic: string, config: LogConfig): void;
}

export interface ReplicaManagerOptions {
  readonly brokerId: BrokerId;
  readonly logs: PartitionLogs;
  /** A topic's config in force now. */
  readonly configOf: (topic: string) => LogConfig;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** One partition's records of a Produce. `partition` undefined with `error` when it cannot be written here. */
export interface AppendEntry {
  readonly partition: Partition | undefined;
  readonly error: ErrorCode;
  readonly records: Uint8Array;
}

/** Told of partitions that this broker began or ceased to lead; called in the turn of the publication. */
export interface LeadershipListener {
  onLeadership(partitions: readonly Partition[]): void;
  onLeadershipLost(partitions: readonly TopicPartition[]): void;
}

/** Taken back by calling `cancel`; harmless when the request is done. */
export interface Parked {
  cancel(): void;
}

const notParked: Parked = { cancel() {} };

/**
 * All partitions that have a replica on this broker, and the two flows through them: append, fetch.
 * Ordering: partitions come, change and go only in a metadata publication. A publication first applies every state,
 * then tells leadership listeners, then wakes parked requests of partitions whose leadership changed.
 */
export class ReplicaManager implements MetadataPublisher {
  readonly name = 'replica-manager';
  readonly #options: ReplicaManagerOptions;
  readonly #partitions = new Map<string, Map<PartitionIndex, Partition>>();
  readonly #writer: LogWriter;
  readonly #produces: DeadlineQueue;
  readonly #fetches: DeadlineQueue;
  readonly #listeners: LeadershipListener[] = [];
  #partitionCount = 0;

  constructor(options: ReplicaManagerOptions) {
    this.#options = options;
    this.#writer = new LogWriter(options.scheduler, options.logger);
    this.#produces = new DeadlineQueue(options.clock, options.scheduler);
    this.#fetches = new DeadlineQueue(options.clock, options.scheduler);
    const { metrics } = options;
    const purgatory = 'kafka_server_delayedoperationpurgatory_purgatorysize';
    metrics.gauge(purgatory, 'Requests that are parked', () => this.#produces.size, { operation: 'Produce' });
    metrics.gauge(purgatory, 'Requests that are parked', () => this.#fetches.size, { operation: 'Fetch' });
    metrics.gauge('kafka_server_replicamanager_partitioncount', 'Partitions with a replica on this broker', () => this.#partitionCount);
    metrics.gauge('kafka_server_replicamanager_leadercount', 'Partitions that this broker leads', () => this.#leaderCount());
  }

  listen(listener: LeadershipListener): void {
    this.#listeners.push(listener);
  }

  partition(topic: string, partition: PartitionIndex): Partition | undefined {
    return this.#partitions.get(topic)?.get(partition);
  }

  *partitions(): IterableIterator<Partition> {
    for (const partitions of this.#partitions.values()) yield* partitions.values();
  }

  /** The partition when this broker leads it. Throws NOT_LEADER_OR_FOLLOWER; whether the topic exists at all is the image's to say. */
  ledPartition(topic: string, partition: PartitionIndex): Partition {
    const found = this.partition(topic, partition);
    if (found === undefined) throw new KafkaError(ErrorCode.NOT_LEADER_OR_FOLLOWER, `this broker holds no replica of ${topic}-${partition}`);
    found.checkLeader(-1);
    return found;
  }

  /**
   * Appends each entry's records to its log, in the order of the calls. `done` hears once, at the earliest at the end
   * of this turn: after the write (`requiredAcks` 0 and 1) or after replication to all in sync (-1), or `timeoutMs`
   * later. The records must stay untouched until then.
   */
  append(requiredAcks: number, timeoutMs: number, origin: AppendOrigin, entries: readonly AppendEntry[], done: (results: readonly AppendResult[]) => void): void {
    const deadlineMs = this.#options.clock.monotonicMs() + timeoutMs;
    const produce = new DelayedProduce(requiredAcks === -1, deadlineMs, this.#produces, done);
    let staged = 0;
    entries.forEach(({ partition, error, records }, index) => {
      if (partition === undefined) {
        produce.refused(index, new KafkaError(error));
        return;
      }
      try {
        const info = partition.appendAsLeader(records, origin, requiredAcks);
        this.#writer.staged(partition, produce.staged(index, partition, info));
        staged++;
      } catch (failure) {
        if (!(failure instanceof KafkaError)) this.#reportDefect(partition, failure);
        produce.refused(index, failure);
      }
    });
    if (staged === 0) this.#options.scheduler.endOfTurn(() => produce.tryComplete());
  }

  /**
   * Appends for a coordinator or marker: answers what `append` of the log answered, and writes at the end of the turn.
   * Throws KafkaError when nothing was staged.
   */
  appendTo(partition: Partition, records: Uint8Array, origin: AppendOrigin, written: (failure: Error | undefined) => void): { readonly baseOffset: Offset; readonly lastOffset: Offset } {
    const info = partition.appendAsLeader(records, origin, -1);
    this.#writer.staged(partition, written);
    return { baseOffset: info.firstOffset, lastOffset: info.lastOffset };
  }

  /** Reads now, or parks until `minBytes` are there, at most `maxWaitMs`. `done` owns the records of its results. */
  fetch(params: FetchParams, entries: readonly FetchEntry[], done: (results: FetchResult[]) => void): Parked {
    const pass = readEntries(params, entries);
    const isEnough = params.maxWaitMs <= 0 || entries.length === 0 || pass.bytes >= params.minBytes || pass.isUrgent;
    if (isEnough) {
      done(pass.results);
      return notParked;
    }
    releaseResults(pass.results);
    return new DelayedFetch(params, entries, pass.bytes, this.#options.clock.monotonicMs() + params.maxWaitMs, this.#fetches, done);
  }

  onMetadataUpdate(delta: MetadataDelta): void {
    const led: Partition[] = [];
    const lost: TopicPartition[] = [];
    const changed: Partition[] = [];
    for (const topic of delta.topics.values()) {
      if (topic.deleted) this.#deleteTopic(topic, lost, changed);
      else this.#applyTopic(topic, led, lost, changed);
    }
    this.#applyConfigs(delta);
    for (const listener of this.#listeners) {
      if (lost.length > 0) listener.onLeadershipLost(lost);
      if (led.length > 0) listener.onLeadership(led);
    }
    for (const partition of changed) partition.notifyReadable(0);
  }

  /**
   * Removes logs that the image does not know: topics deleted, or made anew under the same name, while this broker was
   * down. To be called once, with the first image that is caught up. Answers how many went.
   */
  removeStrayLogs(image: MetadataImage): number {
    const stray: UnifiedLog[] = [];
    for (const log of this.#options.logs.logs()) {
      const { topic, partition } = log.topicPartition;
      const known = image.topics.get(topic);
      const isReplica = known?.partitions[partition]?.replicas.includes(this.#options.brokerId) === true;
      if (!isReplica || (log.topicId !== ZERO_UUID && log.topicId !== known?.id)) stray.push(log);
    }
    for (const { topicPartition } of stray) {
      this.#options.logger.warn('a partition folder belongs to no topic of this cluster and is removed', { folder: topicPartitionKey(topicPartition.topic, topicPartition.partition) });
      this.#options.logs.deleteLog(topicPartition.topic, topicPartition.partition);
    }
    return stray.length;
  }

  /** Forgets parked requests; nothing is answered after this. */
  close(): void {
    this.#produces.close();
    this.#fetches.close();
  }

  #applyTopic({ topic, partitions }: TopicDelta, led: Partition[], lost: TopicPartition[], changed: Partition[]): void {
    for (const index of partitions) {
      const state = topic.partitions[index];
      if (state === undefined) continue;
      if (!state.replicas.includes(this.#options.brokerId)) {
        this.#remove(topic.name, index, lost, changed);
        continue;
      }
      const partition = this.#partitionOf(topic.name, index, topic.id);
      const wasLeader = partition.isLeader;
      if (partition.applyState(state)) led.push(partition);
      if (wasLeader && !partition.isLeader) {
        lost.push(partition);
        changed.push(partition);
      }
    }
  }

  #partitionOf(topic: string, index: PartitionIndex, topicId: Uuid): Partition {
    let partitions = this.#partitions.get(topic);
    if (partitions === undefined) this.#partitions.set(topic, (partitions = new Map()));
    const known = partitions.get(index);
    if (known !== undefined && known.topicId === topicId) return known;
    const partition = new Partition(this.#options.brokerId, topic, index, topicId, this.#logOf(topic, index, topicId));
    if (known === undefined) this.#partitionCount++;
    partitions.set(index, partition);
    return partition;
  }

  #logOf(topic: string, index: PartitionIndex, topicId: Uuid): UnifiedLog {
    const { logs, configOf } = this.#options;
    const known = logs.get(topic, index);
    if (known !== undefined && known.topicId !== ZERO_UUID && known.topicId !== topicId) logs.deleteLog(topic, index);
    const log = logs.getOrCreate({ topic, partition: index }, topicId, configOf(topic));
    log.maybeIncrementHighWatermark(Math.min(logs.checkpointedHighWatermark({ topic, partition: index }), log.writtenEndOffset));
    return log;
  }

  #deleteTopic({ topic }: TopicDelta, lost: TopicPartition[], changed: Partition[]): void {
    const known = this.#partitions.get(topic.name);
    if (known === undefined) return;
    for (const [index, partition] of known) {
      // A topic made anew under this name in the same update has another id: its partitions are already there.
      if (partition.topicId === topic.id) this.#remove(topic.name, index, lost, changed);
    }
  }

  #remove(topic: string, index: PartitionIndex, lost: TopicPartition[], changed: Partition[]): void {
    const partitions = this.#partitions.get(topic);
    const partition = partitions?.get(index);
    if (partitions === undefined || partition === undefined) return;
    partitions.delete(index);
    if (partitions.size === 0) this.#partitions.delete(topic);
    this.#partitionCount--;
    if (partition.isLeader) lost.push(partition);
    partition.retire();
    changed.push(partition);
    this.#options.logs.deleteLog(topic, index);
  }

  /** A topic's config follows from its own and from every broker config. */
  #applyConfigs(delta: MetadataDelta): void {
    for (const { type, name } of delta.configs) {
      if (type === ConfigResourceType.TOPIC) this.#options.logs.updateConfig(name, this.#options.configOf(name));
      else if (type === ConfigResourceType.BROKER) {
        for (const topic of this.#partitions.keys()) this.#options.logs.updateConfig(topic, this.#options.configOf(topic));
        return;
      }
    }
  }

  #leaderCount(): number {
    let count = 0;
    for (const partition of this.partitions()) if (partition.isLeader) count++;
    return count;
  }

  #reportDefect(partition: Partition, failure: unknown): void {
    const error = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    this.#options.logger.error('an append failed; this is a defect, please report it', { topic: partition.topic, partition: partition.partition, error });
  }
}
