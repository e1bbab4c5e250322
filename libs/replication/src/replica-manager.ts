import type { BrokerId, Clock, Logger, Metrics, Offset, PartitionIndex, Scheduler, TopicPartition, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError, topicPartitionKey, ZERO_UUID } from '@ottla/model';
import { ConfigResourceType, type MetadataDelta, type MetadataImage, type MetadataPublisher, type TopicDelta, type TopicImage } from '@ottla/metadata';
import type { AppendOrigin, LogConfig, UnifiedLog, OpenedBatch } from '@ottla/storage';
import { DeadlineQueue } from './deadline-queue.ts';
import { DelayedFetch, noRules, readEntries, releaseResults, type FetchCall, type FetchingReplica, type FetchParams, type FetchResult, type ReadRules } from './delayed-fetch.ts';
import { DelayedDeleteRecords, type DeleteEntry, type DeleteResult } from './delayed-delete-records.ts';
import { DelayedProduce, type AppendResult } from './delayed-produce.ts';
import type { FetchSource } from './fetch-source.ts';
import { LogWriter } from './log-writer.ts';
import { Partition } from './partition.ts';
import { watchReplicas } from './replica-metrics.ts';
import type { ReplicaSelector } from './replica-selector.ts';
import { Replication, type ReplicationOptions } from './replication.ts';
import { TransactionGuards, type TransactionGuard } from './transaction-guards.ts';

/** The logs of this broker's folder, as the replica manager needs them (the LogManager of @ottla/storage). */
export interface PartitionLogs {
  get(topic: string, partition: PartitionIndex): UnifiedLog | undefined;
  logs(): Iterable<UnifiedLog>;
  /** Touches no disk before the first append. */
  getOrCreate(topicPartition: TopicPartition, topicId: Uuid, config: LogConfig): UnifiedLog;
  checkpointedHighWatermark(topicPartition: TopicPartition): Offset;
  deleteLog(topic: string, partition: PartitionIndex): void;
  /** Renames the folder of a log that belongs to no topic, and keeps it; answers its path. */
  setAside(topic: string, partition: PartitionIndex): string | undefined;
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
  /** Sends clients to replicas near them (KIP-392); left out, they read from leaders. */
  readonly selectReplica?: ReplicaSelector | undefined;
  /** Left out: nothing is fetched from other brokers, and ISRs change only as the controller says. */
  readonly replication?: ReplicationOptions;
  /** transaction.partition.verification.enable in force now; on when left out. */
  readonly verifiesTransactions?: () => boolean;
}

/** One partition's records of a Produce. `partition` undefined with `error` when it cannot be written here. */
export interface AppendEntry {
  readonly partition: Partition | undefined;
  readonly error: ErrorCode;
  readonly records: Uint8Array;
  /** For a batch of a transaction that may be its first here: taken before the coordinator was asked. */
  readonly guard?: TransactionGuard | undefined;
  /** What was found in a batch that was opened ahead of its append. */
  readonly opened?: OpenedBatch | undefined;
  /** Of a marker: the one that its WriteTxnMarkers names. */
  readonly transactionVersion?: number;
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

/** What one publication did, gathered so that all states are applied before anybody hears of one. */
interface Changes {
  readonly led: Partition[];
  readonly lost: TopicPartition[];
  /** Another leader or epoch, or gone. */
  readonly changedHands: Partition[];
  /** The same leader, but the ISR is another, and with it maybe the high watermark. */
  readonly moved: Partition[];
}

/**
 * All partitions that have a replica on this broker, and the two flows through them: append, fetch.
 *
 * Ordering: nothing is here before `start`, which takes up the first image that is caught up; afterwards partitions
 * come, change and go only in a metadata publication. A publication first applies every state, then tells leadership
 * listeners, then wakes parked requests of partitions that changed hands or whose high watermark moved.
 */
export class ReplicaManager implements MetadataPublisher {
  readonly name = 'replica-manager';
  readonly guards: TransactionGuards;
  readonly #options: ReplicaManagerOptions;
  readonly #partitions = new Map<string, Map<PartitionIndex, Partition>>();
  readonly #writer: LogWriter;
  readonly #produces: DeadlineQueue;
  readonly #fetches: DeadlineQueue;
  readonly #deletes: DeadlineQueue;
  readonly #replication: Replication | undefined;
  /** The last fetch of each follower that was parked. */
  readonly #parkedReplicas = new Map<BrokerId, DelayedFetch>();
  readonly #listeners: LeadershipListener[] = [];
  readonly #removeMetrics: readonly (() => void)[];
  readonly #reportReadDefect = (partition: Partition, failure: unknown): void => this.#reportDefect('a read', partition, failure);
  #isStarted = false;
  #partitionCount = 0;

  constructor(options: ReplicaManagerOptions) {
    this.#options = options;
    this.guards = new TransactionGuards(options.verifiesTransactions);
    this.#writer = new LogWriter(options.scheduler, options.logger);
    this.#produces = new DeadlineQueue(options.clock, options.scheduler);
    this.#fetches = new DeadlineQueue(options.clock, options.scheduler);
    this.#deletes = new DeadlineQueue(options.clock, options.scheduler);
    const stage = (partition: Partition, written: (failure: Error | undefined) => void): void => this.#writer.staged(partition, written);
    this.#replication = options.replication === undefined ? undefined : new Replication(options.replication, { ...options, stage, partitions: () => this.partitions() });
    this.#removeMetrics = watchReplicas(options.metrics, {
      partitions: () => this.partitions(),
      partitionCount: () => this.#partitionCount,
      parkedProduces: () => this.#produces.size,
      parkedFetches: () => this.#fetches.size,
      parkedDeletes: () => this.#deletes.size,
      maxLag: () => this.#replication?.maxLag ?? 0,
    });
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
   * later. The records must stay untouched until `onWritten`, which hears once before that when all is written.
   */
  append(requiredAcks: number, timeoutMs: number, origin: AppendOrigin, entries: readonly AppendEntry[], done: (results: readonly AppendResult[]) => void, onWritten?: (results: readonly AppendResult[]) => void): void {
    const deadlineMs = this.#options.clock.monotonicMs() + timeoutMs;
    const produce = new DelayedProduce(requiredAcks === -1, deadlineMs, this.#produces, done, onWritten);
    let staged = 0;
    entries.forEach(({ partition, error, records, guard, transactionVersion, opened }, index) => {
      if (partition === undefined) {
        produce.refused(index, new KafkaError(error));
        return;
      }
      try {
        if (origin === 'client') this.guards.check(partition, records, guard);
        const info = partition.appendAsLeader(records, origin, requiredAcks, transactionVersion, opened);
        this.#writer.staged(partition, produce.staged(index, partition, info));
        staged++;
      } catch (failure) {
        if (!(failure instanceof KafkaError)) this.#reportDefect('an append', partition, failure);
        produce.refused(index, failure, partition);
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

  /**
   * Reads now, or parks until `minBytes` are there, at most `maxWaitMs`. `done` owns the records of its results. The fetch
   * of a `replica` is noted in the books of each partition before it is read.
   */
  fetch(params: FetchParams, source: FetchSource, done: (results: FetchResult[]) => void, replica?: FetchingReplica): Parked {
    // A follower has one fetch at a time: with the next one it asks, too, not to be kept waiting by the one before.
    if (replica !== undefined) this.#parkedReplicas.get(replica.brokerId)?.completeNow();
    const rules = this.#readRules(replica);
    const answered = replica === undefined ? done : this.#metered(done);
    const entries = source.entries();
    const pass = readEntries(params, entries, this.#reportReadDefect, replica, rules);
    const isEnough = params.maxWaitMs <= 0 || source.isEmpty || pass.bytes >= params.minBytes || pass.isUrgent;
    if (isEnough) {
      answered(pass.results, entries);
      return notParked;
    }
    source.looked(pass.results);
    releaseResults(pass.results);
    const call: FetchCall = { params, source, deadlineMs: this.#options.clock.monotonicMs() + params.maxWaitMs, report: this.#reportReadDefect, rules, done: answered };
    const parked = new DelayedFetch(call, entries, pass.bytes, this.#fetches);
    if (replica !== undefined) this.#parkedReplicas.set(replica.brokerId, parked);
    return parked;
  }

  #readRules(replica: FetchingReplica | undefined): ReadRules {
    const { selectReplica, replication } = this.#options;
    const throttle = replication?.leaderThrottle;
    if (replica === undefined) return selectReplica === undefined ? noRules : { selectReplica };
    if (throttle === undefined) return noRules;
    // A replica in sync is needed for what is acknowledged: it is never held up.
    return { isWithheld: (partition) => throttle.isThrottled(partition) && !partition.isr.includes(replica.brokerId) && throttle.isExceeded };
  }

  /** Counts what throttled followers are sent. */
  #metered(done: (results: FetchResult[]) => void): FetchCall['done'] {
    const throttle = this.#options.replication?.leaderThrottle;
    if (throttle === undefined) return done;
    return (results, entries) => {
      let bytes = 0;
      for (const [index, { partition }] of entries.entries()) {
        if (partition !== undefined && throttle.isThrottled(partition)) bytes += results[index]?.records.byteLength ?? 0;
      }
      if (bytes > 0) throttle.record(bytes);
      done(results);
    };
  }

  /** Answers when every live replica of the partitions begins where their leader does, or `timeoutMs` later. */
  awaitDeleted(entries: readonly DeleteEntry[], timeoutMs: number, done: (results: readonly DeleteResult[]) => void): void {
    const deadlineMs = this.#options.clock.monotonicMs() + timeoutMs;
    new DelayedDeleteRecords(entries, deadlineMs, this.#deletes, done).tryComplete();
  }

  /**
   * Takes up the first image that is caught up: sets logs aside that it does not know (topics deleted, or made anew under
   * the same name, while this broker was down), then makes every partition that has its replica here. To be called once.
   * Answers how many logs were strays.
   */
  start(image: MetadataImage): number {
    this.#isStarted = true;
    const strays = this.#setStraysAside(image);
    const changes = noChanges();
    for (const topic of image.topics.onBroker(this.#options.brokerId).keys()) {
      for (const index of topic.partitions.keys()) this.#applyPartition(topic, index, changes);
    }
    this.#tell(changes);
    this.#replication?.start();
    return strays;
  }

  /**
   * What comes before `start` is history: in it a topic may have an id or a place that it has no more, and whoever acted
   * on that would delete logs that are in use. It is passed over, since `start` takes the whole image.
   */
  onMetadataUpdate(delta: MetadataDelta): void {
    if (!this.#isStarted) return;
    const changes = noChanges();
    for (const topic of delta.topics.values()) {
      if (topic.deleted) this.#deleteTopic(topic, changes);
      else for (const index of topic.partitions) this.#applyPartition(topic.topic, index, changes);
    }
    this.#applyConfigs(delta);
    this.#tell(changes);
  }

  #tell({ led, lost, changedHands, moved }: Changes): void {
    for (const listener of this.#listeners) {
      if (lost.length > 0) listener.onLeadershipLost(lost);
      if (led.length > 0) listener.onLeadership(led);
    }
    for (const partition of changedHands) partition.notifyReadable(0, true);
    for (const partition of moved) partition.notifyReadable(0);
  }

  #setStraysAside(image: MetadataImage): number {
    const stray: UnifiedLog[] = [];
    for (const log of this.#options.logs.logs()) {
      const { topic, partition } = log.topicPartition;
      const known = image.topics.get(topic);
      const isReplica = known?.partitions[partition]?.replicas.includes(this.#options.brokerId) === true;
      if (!isReplica || (log.topicId !== ZERO_UUID && log.topicId !== known?.id)) stray.push(log);
    }
    for (const { topicPartition } of stray) {
      const path = this.#options.logs.setAside(topicPartition.topic, topicPartition.partition);
      if (path === undefined) continue;
      const folder = topicPartitionKey(topicPartition.topic, topicPartition.partition);
      this.#options.logger.warn('a partition folder belongs to no topic of this cluster and was set aside; remove it when nobody misses it', { folder, path });
    }
    return stray.length;
  }

  /** Forgets parked requests; nothing is answered after this. */
  close(): void {
    this.#produces.close();
    this.#fetches.close();
    this.#deletes.close();
    this.#replication?.close();
    for (const remove of this.#removeMetrics) remove();
  }

  #applyPartition(topic: TopicImage, index: PartitionIndex, changes: Changes): void {
    const state = topic.partitions[index];
    if (state === undefined) return;
    if (!state.replicas.includes(this.#options.brokerId)) {
      this.#remove(topic.name, index, false, changes);
      return;
    }
    const partition = this.#partitionOf(topic, index, changes);
    const { isLeader: wasLeader, leaderEpoch, isr } = partition;
    const { highWatermark } = partition.log;
    if (partition.applyState(state)) changes.led.push(partition);
    this.#replication?.update(partition);
    if (wasLeader && !partition.isLeader) changes.lost.push(partition);
    if (wasLeader !== partition.isLeader || leaderEpoch !== partition.leaderEpoch) changes.changedHands.push(partition);
    else if (partition.log.highWatermark > highWatermark || partition.isr !== isr) changes.moved.push(partition);
  }

  #partitionOf(topic: TopicImage, index: PartitionIndex, changes: Changes): Partition {
    const known = this.partition(topic.name, index);
    if (known?.topicId === topic.id) return known;
    // The topic before it, whose deletion should have come first.
    if (known !== undefined) this.#remove(topic.name, index, true, changes);
    const partition = new Partition(this.#options.brokerId, topic.name, index, topic.id, this.#logOf(topic, index), this.#replication?.partitionPorts);
    let partitions = this.#partitions.get(topic.name);
    if (partitions === undefined) this.#partitions.set(topic.name, (partitions = new Map()));
    partitions.set(index, partition);
    this.#partitionCount++;
    return partition;
  }

  #logOf({ name: topic, id }: TopicImage, index: PartitionIndex): UnifiedLog {
    const { logs, configOf, logger } = this.#options;
    const known = logs.get(topic, index);
    if (known !== undefined && known.topicId !== ZERO_UUID && known.topicId !== id) logs.deleteLog(topic, index);
    let log: UnifiedLog;
    try {
      log = logs.getOrCreate({ topic, partition: index }, id, configOf(topic));
    } catch (error) {
      // A log that is there but could not note whose it is: it has failed, and says so to everybody who asks.
      const failed = logs.get(topic, index);
      if (failed === undefined) throw error;
      logger.error('a partition log cannot be used; check the disk, then restart the broker', { topic, partition: index, error: (error as Error).message });
      return failed;
    }
    log.maybeIncrementHighWatermark(Math.min(logs.checkpointedHighWatermark({ topic, partition: index }), log.writtenEndOffset));
    return log;
  }

  #deleteTopic({ topic }: TopicDelta, changes: Changes): void {
    const known = this.#partitions.get(topic.name);
    if (known === undefined) return;
    for (const [index, partition] of known) {
      // A topic made anew under this name in the same update has another id: its partitions are already there.
      if (partition.topicId === topic.id) this.#remove(topic.name, index, true, changes);
    }
  }

  #remove(topic: string, index: PartitionIndex, isDeleted: boolean, { lost, changedHands }: Changes): void {
    const partitions = this.#partitions.get(topic);
    const partition = partitions?.get(index);
    if (partitions === undefined || partition === undefined) return;
    partitions.delete(index);
    if (partitions.size === 0) this.#partitions.delete(topic);
    this.#partitionCount--;
    if (partition.isLeader) lost.push(partition);
    partition.retire(isDeleted);
    this.#replication?.remove(partition);
    changedHands.push(partition);
    this.#options.logs.deleteLog(topic, index);
  }

  /** A topic's config follows from its own and from every broker config. */
  #applyConfigs(delta: MetadataDelta): void {
    for (const { type, name } of delta.configs) {
      if (type === ConfigResourceType.TOPIC) this.#applyConfig(name);
      else if (type === ConfigResourceType.BROKER && (name === '' || name === String(this.#options.brokerId))) {
        for (const topic of this.#partitions.keys()) this.#applyConfig(topic);
        return;
      }
    }
  }

  #applyConfig(topic: string): void {
    this.#options.logs.updateConfig(topic, this.#options.configOf(topic));
    // Under another min.insync.replicas the high watermark may go on.
    for (const partition of this.#partitions.get(topic)?.values() ?? []) partition.onWritten(0);
  }

  #reportDefect(what: string, partition: Partition, failure: unknown): void {
    const error = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
    this.#options.logger.error(`${what} failed; this is a defect, please report it`, { topic: partition.topic, partition: partition.partition, error });
  }
}

function noChanges(): Changes {
  return { led: [], lost: [], changedHands: [], moved: [] };
}
