import type { BrokerEpoch, BrokerId, LeaderEpoch, Offset, PartitionEpoch, PartitionIndex, TimestampMs, TopicPartition, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError, NO_LEADER, NO_OFFSET } from '@ottla/model';
import type { PartitionImage } from '@ottla/metadata';
import type { AppendOrigin, EpochEndOffset, FetchDataInfo, FetchIsolation, LogAppendInfo, TimestampOffset, UnifiedLog, OpenedBatch } from '@ottla/storage';
import type { IsrAlteration, IsrAltered, AlterationOwner } from './alter-partition-queue.ts';
import { offsetForTimestamp } from './list-offsets.ts';
import { isCaughtUp, PartitionFollowers } from './partition-followers.ts';

/** What a partition with followers needs of its broker. */
export interface PartitionReplication {
  /** replica.lag.time.max.ms */
  readonly lagTimeMaxMs: number;
  readonly monotonicMs: () => number;
  /** Epoch of a registered broker that may join an ISR (not fenced, not shutting down); undefined of any other. */
  readonly eligibleEpoch: (broker: BrokerId) => BrokerEpoch | undefined;
  readonly alterIsr: (alteration: IsrAlteration, owner: AlterationOwner) => void;
  /** The ISR of a partition that is led here, before and after, is larger or smaller by `difference`. */
  readonly isrChanged?: (difference: number) => void;
}

/** Told when what readers may see of a partition moved: the high watermark or the last stable offset. */
export interface ReadableWaiter {
  /**
   * `bytes` were added to the log since the call before (0 when only an offset moved). `changedHands`: the partition has
   * another leader or epoch, or left this broker.
   */
  onReadable(bytes: number, changedHands: boolean): void;
  /** The log start moved, maybe in the middle of a change of the log: nothing may be read at once. */
  onLogStartMoved?(): void;
}

/** A follower as the leader knows it; `lastCaughtUpMs` is monotonic. */
export interface ReadableFollower {
  readonly brokerId: BrokerId;
  readonly logEndOffset: Offset;
  readonly lastCaughtUpMs: number;
}

/**
 * One partition that has a replica on this broker: who leads it, in which epoch, and its log.
 *
 * Ordering: leadership changes only through `applyState`, in the turn of a metadata publication. Appends are staged
 * (`appendAsLeader`) and become visible only through `onWritten` after the log's write. The high watermark is the least
 * end of all that are, or may be by now, in the ISR: while a change of the ISR is under way the larger one counts
 * (KIP-497), and below min.insync.replicas it rests (KIP-966).
 */
export class Partition implements TopicPartition {
  readonly topic: string;
  readonly partition: PartitionIndex;
  readonly topicId: Uuid;
  readonly log: UnifiedLog;
  readonly #localId: BrokerId;
  readonly #waiters = new Set<ReadableWaiter>();
  #leader: BrokerId = NO_LEADER;
  #leaderEpoch: LeaderEpoch = -1;
  #partitionEpoch: PartitionEpoch = -1;
  #isr: readonly BrokerId[] = [];
  #replicas: readonly BrokerId[] = [];
  /** Where the log ended when this broker began to lead in the present epoch: all below was committed by leaders before. */
  #epochStartOffset: Offset = 0;
  #goneError: ErrorCode | undefined;
  readonly #replication: PartitionReplication | undefined;
  readonly #followers = new PartitionFollowers();
  /** The ISR that the controller was asked for, not answered yet. */
  #pendingIsr: readonly BrokerId[] | undefined;
  #isRefusing = false;

  /** Without `replication` the ISR changes only as the controller says. */
  constructor(localId: BrokerId, topic: string, partition: PartitionIndex, topicId: Uuid, log: UnifiedLog, replication?: PartitionReplication) {
    this.#replication = replication;
    this.#localId = localId;
    this.topic = topic;
    this.partition = partition;
    this.topicId = topicId;
    this.log = log;
    log.onLogStartMoved = () => {
      for (const waiter of this.#waiters) waiter.onLogStartMoved?.();
    };
  }

  get leader(): BrokerId {
    return this.#leader;
  }

  get leaderEpoch(): LeaderEpoch {
    return this.#leaderEpoch;
  }

  get isLeader(): boolean {
    return this.#leader === this.#localId;
  }

  get isr(): readonly BrokerId[] {
    return this.#isr;
  }

  get partitionEpoch(): PartitionEpoch {
    return this.#partitionEpoch;
  }

  /** Whether `broker` is in the ISR, or may be by now. */
  isMaybeInSync(broker: BrokerId): boolean {
    return this.#isr.includes(broker) || this.#pendingIsr?.includes(broker) === true;
  }

  /** Size of the ISR as large as it may be by now. */
  get maximalIsrSize(): number {
    return Math.max(this.#isr.length, this.#pendingIsr?.length ?? 0);
  }

  get replicas(): readonly BrokerId[] {
    return this.#replicas;
  }

  /** min.insync.replicas, but never more than there are replicas (KIP-966). */
  get effectiveMinIsr(): number {
    return Math.min(this.log.config.minInsyncReplicas, Math.max(1, this.#replicas.length));
  }

  /**
   * Takes over a committed state; the same one again changes nothing, an older one is passed over. True when this broker
   * became leader, or leader in a new epoch.
   */
  applyState(state: PartitionImage): boolean {
    if (state.partitionEpoch < this.#partitionEpoch) return false;
    // The same state again, for all that it may come as news: what the controller was asked for is still under way.
    if (state.partitionEpoch === this.#partitionEpoch && state.leaderEpoch === this.#leaderEpoch) return false;
    const newEpoch = state.leaderEpoch !== this.#leaderEpoch;
    // A write that failed long ago is no reason to give up what the controller gives back: the next one tells.
    if (!this.isLeader) this.#isRefusing = false;
    if (this.isLeader && state.leader === this.#localId) this.#replication?.isrChanged?.(state.isr.length - this.#isr.length);
    this.#partitionEpoch = state.partitionEpoch;
    this.#leader = state.leader;
    this.#leaderEpoch = state.leaderEpoch;
    this.#isr = state.isr;
    this.#replicas = state.replicas;
    const settledIsr = this.#pendingIsr;
    this.#pendingIsr = undefined;
    if (!this.isLeader) {
      this.#followers.end();
      return false;
    }
    const followers = state.replicas.filter((broker) => broker !== this.#localId);
    if (newEpoch) this.#followers.begin(followers, state.isr, this.#nowMs());
    else this.#followers.keepOnly(followers);
    if (newEpoch) {
      this.log.assignEpochStartOffset(state.leaderEpoch, this.log.logEndOffset);
      // What is only staged may yet be refused by the disk, so it does not count.
      this.#epochStartOffset = this.log.writtenEndOffset;
    }
    this.#moveHighWatermark();
    this.#afterIsrSettled(settledIsr);
    return newEpoch;
  }

  /**
   * Throws NOT_LEADER_OR_FOLLOWER when this broker does not lead, UNKNOWN_TOPIC_OR_PARTITION when the partition was
   * deleted; FENCED_LEADER_EPOCH or UNKNOWN_LEADER_EPOCH when the client names another epoch (KIP-320; -1 names none).
   */
  checkLeader(currentLeaderEpoch: LeaderEpoch): void {
    this.checkReplica(currentLeaderEpoch);
    if (!this.isLeader) throw this.notLed();
  }

  /** As `checkLeader`, for a request that any replica may answer (KIP-392). */
  checkReplica(currentLeaderEpoch: LeaderEpoch): void {
    if (this.#goneError !== undefined) throw this.notLed();
    if (currentLeaderEpoch < 0) return;
    if (currentLeaderEpoch < this.#leaderEpoch) throw new KafkaError(ErrorCode.FENCED_LEADER_EPOCH);
    if (currentLeaderEpoch > this.#leaderEpoch) throw new KafkaError(ErrorCode.UNKNOWN_LEADER_EPOCH);
  }

  /** What to answer to a request for a partition that this broker does not lead any more. */
  notLed(): KafkaError {
    return new KafkaError(this.#goneError ?? ErrorCode.NOT_LEADER_OR_FOLLOWER, `${this.topic}-${this.partition} is not led by broker ${this.#localId}`);
  }

  /** Validates and stages. `requiredAcks` -1 wants min.insync.replicas in sync (NOT_ENOUGH_REPLICAS). */
  appendAsLeader(records: Uint8Array, origin: AppendOrigin, requiredAcks: number, transactionVersion = 0, opened?: OpenedBatch): LogAppendInfo {
    this.checkLeader(-1);
    if (requiredAcks === -1 && this.#isr.length < this.effectiveMinIsr) {
      throw new KafkaError(ErrorCode.NOT_ENOUGH_REPLICAS, `${this.#isr.length} in-sync replicas, min.insync.replicas is ${this.effectiveMinIsr}`);
    }
    return this.log.appendAsLeader(records, this.#leaderEpoch, origin, transactionVersion, opened);
  }

  /** Whether the last write failed: for lack of space for example, when the log may take the next one. */
  get isRefusing(): boolean {
    return this.#isRefusing;
  }

  /** The log wrote `bytes`: moves the high watermark and tells who waits. */
  onWritten(bytes: number): void {
    if (bytes > 0) this.#isRefusing = false;
    const hasMoved = this.#moveHighWatermark();
    if (bytes > 0 || hasMoved) this.notifyReadable(bytes);
  }

  /** A write failed: while others are in sync, one of them shall lead. */
  onWriteFailed(): void {
    this.#isRefusing = true;
    this.maybeShrinkIsr();
  }

  get #cannotWrite(): boolean {
    return this.#isRefusing || this.log.failure !== undefined;
  }

  #nowMs(): number {
    return this.#replication?.monotonicMs() ?? 0;
  }

  /** True when it moved. */
  #moveHighWatermark(): boolean {
    if (!this.isLeader || this.#isr.length < this.effectiveMinIsr) return false;
    const { log } = this;
    const end = log.writtenEndOffset;
    if (end <= log.highWatermark) return false;
    let least = end;
    for (const [follower, state] of this.#followers.entries()) {
      if (state.logEndOffset < least && (this.isMaybeInSync(follower) || this.#isJoining(follower, end))) least = state.logEndOffset;
    }
    return log.maybeIncrementHighWatermark(least);
  }

  /** A follower that keeps pace is about to join: it must not find the high watermark ahead of it each time. */
  #isJoining(follower: BrokerId, end: Offset): boolean {
    const state = this.#followers.get(follower);
    const replication = this.#replication;
    if (state === undefined || replication === undefined || !isCaughtUp(state, end, replication.monotonicMs(), replication.lagTimeMaxMs)) return false;
    return replication.eligibleEpoch(follower) === state.brokerEpoch;
  }

  /**
   * A follower fetches at `fetchOffset`: all below is in its log. Moves the high watermark, and asks for the follower to
   * join the ISR once it has all that is committed. Throws NOT_LEADER_OR_FOLLOWER for a broker without a replica, and
   * for an incarnation before the one that fetched last.
   */
  followerFetched(follower: BrokerId, brokerEpoch: BrokerEpoch, fetchOffset: Offset, logStartOffset: Offset): void {
    const { log } = this;
    // An offset outside the log says nothing about what the follower has of it; the read refuses it.
    if (fetchOffset < log.logStartOffset || fetchOffset > log.logEndOffset) return;
    const before = this.#followers.get(follower)?.logStartOffset;
    if (!this.#followers.fetched(follower, { fetchOffset, logStartOffset, brokerEpoch, nowMs: this.#nowMs(), leaderEndOffset: log.writtenEndOffset })) {
      throw new KafkaError(ErrorCode.NOT_LEADER_OR_FOLLOWER, `broker ${follower} with epoch ${brokerEpoch} holds no replica of ${this.topic}-${this.partition}`);
    }
    this.#maybeExpandIsr(follower);
    if (this.#moveHighWatermark() || before !== logStartOffset) this.notifyReadable(0);
  }

  /** A follower with everything fetched again at `atMs`, which was not worth a look. */
  followerKeptPace(follower: BrokerId, atMs: number): void {
    this.#followers.keptPace(follower, atMs);
  }

  #maybeExpandIsr(follower: BrokerId): void {
    if (this.#pendingIsr !== undefined || this.#isr.includes(follower)) return;
    const state = this.#followers.get(follower);
    const end = state?.logEndOffset ?? NO_OFFSET;
    if (end < this.log.highWatermark || end < this.#epochStartOffset) return;
    if (state === undefined || this.#replication?.eligibleEpoch(follower) !== state.brokerEpoch) return;
    this.#alterIsr([...this.#isr, follower]);
  }

  /**
   * Asks for the ISR to lose who did not keep pace for replica.lag.time.max.ms; or this broker itself, and so for another
   * leader, as long as it cannot write. To be called now and then.
   */
  maybeShrinkIsr(): void {
    const replication = this.#replication;
    if (!this.isLeader || replication === undefined || this.#pendingIsr !== undefined || this.#isr.length < 2) return;
    if (this.#cannotWrite) {
      this.#alterIsr(this.#isr.filter((member) => member !== this.#localId));
      return;
    }
    const nowMs = replication.monotonicMs();
    const end = this.log.writtenEndOffset;
    const left = this.#isr.filter((member) => {
      const state = this.#followers.get(member);
      return member === this.#localId || (state !== undefined && isCaughtUp(state, end, nowMs, replication.lagTimeMaxMs));
    });
    if (left.length < this.#isr.length) this.#alterIsr(left);
  }

  #alterIsr(isr: readonly BrokerId[]): void {
    const replication = this.#replication;
    if (replication === undefined) return;
    this.#pendingIsr = isr;
    const { topicId, partition } = this;
    const newIsr = isr.map((brokerId) => ({ brokerId, brokerEpoch: this.#followers.get(brokerId)?.brokerEpoch ?? -1 }));
    const alteration = { topicId, partition, leaderEpoch: this.#leaderEpoch, partitionEpoch: this.#partitionEpoch, newIsr };
    replication.alterIsr(alteration, { isWanted: () => this.#pendingIsr === isr, altered: (answer) => this.#isrAltered(answer) });
  }

  /** The controller answered. Where it knows another state than this replica, that state is on its way, and until then both ISRs count. */
  #isrAltered({ errorCode, leaderEpoch, partitionEpoch, isr }: IsrAltered): void {
    const settledIsr = this.#pendingIsr;
    if (errorCode === ErrorCode.NONE) {
      if (leaderEpoch !== this.#leaderEpoch || partitionEpoch <= this.#partitionEpoch) return;
      this.#replication?.isrChanged?.(isr.length - this.#isr.length);
      this.#partitionEpoch = partitionEpoch;
      this.#isr = isr;
      this.#pendingIsr = undefined;
    } else if (errorCode === ErrorCode.INELIGIBLE_REPLICA || errorCode === ErrorCode.INVALID_REQUEST || errorCode === ErrorCode.OPERATION_NOT_ATTEMPTED) {
      this.#pendingIsr = undefined;
    } else {
      return;
    }
    this.#moveHighWatermark();
    this.notifyReadable(0);
    this.#afterIsrSettled(settledIsr);
  }

  /**
   * A leader whose write failed while another change of its ISR was under way steps back now. Where its stepping back was
   * refused, or is not known yet, the next look asks again.
   */
  #afterIsrSettled(settledIsr: readonly BrokerId[] | undefined): void {
    if (this.#cannotWrite && settledIsr?.includes(this.#localId) === true) this.maybeShrinkIsr();
  }

  /** As a follower: what the leader told of its high watermark and log start counts as far as this log goes. */
  followLeader(highWatermark: Offset, logStartOffset: Offset): void {
    if (this.isLeader) return;
    const { log } = this;
    const hasMoved = log.maybeIncrementHighWatermark(Math.min(highWatermark, log.writtenEndOffset));
    if (logStartOffset > log.logStartOffset) log.maybeIncrementLogStartOffset(Math.min(logStartOffset, log.highWatermark));
    if (hasMoved) this.notifyReadable(0);
  }

  /** Followers in sync whose logs hold `offset`, or end there. */
  readableFollowers(offset: Offset): readonly ReadableFollower[] {
    const found: ReadableFollower[] = [];
    for (const [brokerId, { logEndOffset, logStartOffset, lastCaughtUpMs }] of this.#followers.entries()) {
      if (this.#isr.includes(brokerId) && logStartOffset <= offset && offset <= logEndOffset) found.push({ brokerId, logEndOffset, lastCaughtUpMs });
    }
    return found;
  }

  /** Least log start of the replicas that live: what DeleteRecords may tell as gone everywhere. */
  get lowWatermark(): Offset {
    let least = this.log.logStartOffset;
    for (const [follower, { logStartOffset }] of this.#followers.entries()) {
      if (logStartOffset < least && this.#replication?.eligibleEpoch(follower) !== undefined) least = logStartOffset;
    }
    return least;
  }

  /** Records by which each follower is behind what is written here, as its last fetch told. */
  *followerLags(): Generator<readonly [BrokerId, number], undefined> {
    if (!this.isLeader) return;
    const end = this.log.writtenEndOffset;
    for (const [follower, { logEndOffset }] of this.#followers.entries()) yield [follower, Math.max(0, end - Math.max(logEndOffset, this.log.logStartOffset))];
  }

  read(offset: Offset, maxBytes: number, isolation: FetchIsolation, minOneBatch: boolean): FetchDataInfo {
    return this.log.read(offset, maxBytes, isolation, minOneBatch);
  }

  /** One partition of ListOffsets: see `offsetForTimestamp` of list-offsets.ts. */
  offsetForTimestamp(timestamp: TimestampMs, readCommitted: boolean): TimestampOffset {
    return offsetForTimestamp(this.log, { leaderEpoch: this.#leaderEpoch, startOffset: this.#epochStartOffset }, timestamp, readCommitted);
  }

  /** OffsetForLeaderEpoch for this partition. */
  endOffsetForEpoch(currentLeaderEpoch: LeaderEpoch, epoch: LeaderEpoch): EpochEndOffset {
    this.checkLeader(currentLeaderEpoch);
    if (epoch === this.#leaderEpoch) return { leaderEpoch: epoch, endOffset: this.log.logEndOffset };
    return this.log.endOffsetForEpoch(epoch);
  }

  /** DeleteRecords; -1 is the high watermark. Answers the new low watermark. Throws OFFSET_OUT_OF_RANGE, POLICY_VIOLATION. */
  deleteRecordsTo(offset: Offset): Offset {
    this.checkLeader(-1);
    const { cleanupCompact, cleanupDelete } = this.log.config;
    if (cleanupCompact && !cleanupDelete) {
      throw new KafkaError(ErrorCode.POLICY_VIOLATION, `${this.topic} is compacted only: its cleanup.policy lacks delete`);
    }
    const target = offset === NO_OFFSET ? this.log.highWatermark : offset;
    if (target < 0) throw new KafkaError(ErrorCode.OFFSET_OUT_OF_RANGE, `cannot delete records before offset ${offset}`);
    this.log.maybeIncrementLogStartOffset(target);
    return this.log.logStartOffset;
  }

  /** The partition left this broker, or `isDeleted`, the cluster: nothing is led any more, and requests are answered so. */
  retire(isDeleted: boolean): void {
    this.#leader = NO_LEADER;
    this.#pendingIsr = undefined;
    this.#followers.end();
    this.#goneError = isDeleted ? ErrorCode.UNKNOWN_TOPIC_OR_PARTITION : ErrorCode.NOT_LEADER_OR_FOLLOWER;
  }

  /** Whether it went for good: one that comes back is another object. */
  get isRetired(): boolean {
    return this.#goneError !== undefined;
  }

  awaitReadable(waiter: ReadableWaiter): void {
    this.#waiters.add(waiter);
  }

  forget(waiter: ReadableWaiter): void {
    this.#waiters.delete(waiter);
  }

  /** Wakes who waits on this partition: data came or an offset moved, or leadership or the partition itself went. */
  notifyReadable(bytes: number, changedHands = false): void {
    for (const waiter of this.#waiters) waiter.onReadable(bytes, changedHands);
  }

  get waiterCount(): number {
    return this.#waiters.size;
  }
}
