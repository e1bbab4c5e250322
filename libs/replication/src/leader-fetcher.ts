import type { BrokerEpoch, BrokerId, Cancellable, Clock, Logger, PartitionIndex, Scheduler, Tracer, Uuid } from '@ottla/model';
import { ErrorCode, KafkaError } from '@ottla/model';
import type { FetchRequestFetchTopicInput, FetchRequestInput, FetchResponse, OffsetForLeaderEpochRequestInput, OffsetForLeaderEpochResponse } from '@ottla/protocol';
import { FollowedPartition, fetchPartitionOf, type AskedState, type StageAppend } from './followed-partition.ts';
import { FINAL_SESSION_EPOCH, INITIAL_SESSION_EPOCH, nextSessionEpoch } from './fetch-session-cache.ts';
import type { Partition } from './partition.ts';
import type { ReplicationThrottle } from './replication-throttle.ts';

/** A connection to a leader's broker listener. Every call rejects once the connection is gone. */
export interface LeaderChannel {
  /** Fetch, version 18. The bytes of the answer are the caller's until `release`. */
  fetch(request: FetchRequestInput): Promise<FetchResponse>;
  /** The bytes of answers so far are done with: the next ones may take their memory. */
  release(): void;
  /** OffsetForLeaderEpoch, version 4. */
  endOffsets(request: OffsetForLeaderEpochRequestInput): Promise<OffsetForLeaderEpochResponse>;
  /** Has the leader answer a fetch that it keeps waiting; on its way behind it. Never throws. */
  nudge(): void;
  close(): void;
}

/** A Fetch of nothing: whatever else it says, the leader answers the one before it. */
export function nudgeRequest(replicaId: BrokerId, replicaEpoch: BrokerEpoch): FetchRequestInput {
  return { replicaState: { replicaId, replicaEpoch }, maxWaitMs: 0, minBytes: 0, maxBytes: 0, sessionId: 0, sessionEpoch: FINAL_SESSION_EPOCH, topics: [] };
}

/** Connects to a broker where the metadata says that it is now. */
export type ConnectToLeader = (leader: BrokerId) => Promise<LeaderChannel>;

export interface FetcherSettings {
  /** replica.fetch.wait.max.ms */
  readonly maxWaitMs: number;
  /** replica.fetch.min.bytes */
  readonly minBytes: number;
  /** replica.fetch.response.max.bytes */
  readonly responseMaxBytes: number;
  /** replica.fetch.max.bytes, of each partition */
  readonly maxBytes: number;
  /** replica.fetch.backoff.ms: the longest pause after a failure; the first ones are shorter. */
  readonly backoffMs: number;
}

export interface FetcherOptions {
  readonly brokerId: BrokerId;
  /** Epoch of this broker's registration. */
  readonly brokerEpoch: () => BrokerEpoch;
  readonly connect: ConnectToLeader;
  readonly settings: FetcherSettings;
  /** Told of bytes that were taken from leaders. */
  readonly onReplicated?: (bytes: number) => void;
  /** Where requests are traced: a leader's answer names the trace that its records belong to. */
  readonly tracer?: Tracer | undefined;
  /** Holds replicas that lag to a rate; without a limit when left out. */
  readonly followerThrottle?: ReplicationThrottle;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
}

const FIRST_BACKOFF_MS = 20;
/** How soon it is looked again whether throttled replicas may go on. */
const THROTTLED_MS = 100;

/**
 * Replicates from one leader: one connection, one incremental fetch session, all partitions that this broker follows
 * there in each request (KIP-227).
 *
 * Ordering: one request at a time. The next one leaves when all that the answer before brought is written, since its
 * offsets acknowledge it. After any failure the session begins anew. `stale` holds every partition for which the next
 * request may have to say something else than the session holds; the others are not looked at, so that a request costs
 * what changed, however many partitions are followed.
 */
export class LeaderFetcher {
  readonly #leader: BrokerId;
  readonly #options: FetcherOptions;
  readonly #stage: StageAppend;
  readonly #followed = new Map<string, FollowedPartition>();
  readonly #stale = new Set<FollowedPartition>();
  /** How many the session holds. */
  #askedCount = 0;
  readonly #markStale = (followed: FollowedPartition): void => {
    if (this.#followed.get(keyOf(followed.partition)) === followed) this.#stale.add(followed);
  };
  /** Partitions that the session holds and that are to leave it. */
  readonly #forgotten = new Map<string, { readonly topicId: Uuid; readonly partition: PartitionIndex }>();
  #channel: LeaderChannel | undefined;
  #sessionId = 0;
  #sessionEpoch = INITIAL_SESSION_EPOCH;
  #backoffMs = FIRST_BACKOFF_MS;
  #isClosed = false;
  #isRunning = false;
  #isFetching = false;
  #isNudged = false;
  #endPause: (() => void) | undefined;

  constructor(leader: BrokerId, options: FetcherOptions, stage: StageAppend) {
    this.#leader = leader;
    this.#options = options;
    this.#stage = stage;
  }

  get partitionCount(): number {
    return this.#followed.size;
  }

  /** Records by which the partition that is furthest behind is behind. */
  get maxLag(): number {
    let most = 0;
    for (const followed of this.#followed.values()) most = Math.max(most, followed.lag);
    return most;
  }

  follow(partition: Partition): void {
    this.unfollow(partition);
    const { logger, settings } = this.#options;
    const followed = new FollowedPartition(partition, logger, settings.backoffMs, this.#markStale);
    this.#followed.set(keyOf(partition), followed);
    this.#stale.add(followed);
    partition.awaitReadable(followed);
    this.#endPause?.();
    this.#nudge();
    if (this.#isRunning || this.#isClosed) return;
    this.#isRunning = true;
    this.#options.scheduler.endOfTurn(() => void this.#run());
  }

  /** The leader may keep a fetch waiting that does not name what is followed just now. */
  #nudge(): void {
    if (!this.#isFetching || this.#isNudged) return;
    this.#isNudged = true;
    this.#options.scheduler.endOfTurn(() => {
      if (this.#isFetching && this.#isNudged) this.#channel?.nudge();
    });
  }

  unfollow(partition: Partition): void {
    const key = keyOf(partition);
    const followed = this.#followed.get(key);
    if (followed === undefined) return;
    this.#followed.delete(key);
    this.#stale.delete(followed);
    partition.forget(followed);
    if (followed.asked !== undefined) this.#forget(key, followed);
  }

  /** The session is to let go of it. */
  #forget(key: string, followed: FollowedPartition): void {
    this.#forgotten.set(key, followed.partition);
    followed.asked = undefined;
    this.#askedCount--;
  }

  close(): void {
    this.#isClosed = true;
    for (const followed of this.#followed.values()) followed.partition.forget(followed);
    this.#followed.clear();
    this.#stale.clear();
    this.#channel?.close();
    this.#endPause?.();
  }

  /** Never rejects. Ends when nothing is followed any more; `follow` begins again. */
  async #run(): Promise<void> {
    while (!this.#isClosed && this.#followed.size > 0) {
      try {
        await this.#step();
      } catch (error) {
        if (this.#isClosed) break;
        this.#failed(error);
        await this.#pause(this.#nextBackoff());
      }
    }
    this.#isRunning = false;
    this.#disconnect();
  }

  async #step(): Promise<void> {
    const { clock } = this.#options;
    const request = this.#nextRequest(clock.monotonicMs());
    if (request === undefined) {
      await this.#pause(this.#untilDueMs());
      return;
    }
    this.#channel ??= await this.#options.connect(this.#leader);
    if (this.#isClosed) return;
    const answer = await this.#fetch(this.#channel, request);
    if (this.#isClosed) return;
    if (answer.errorCode !== ErrorCode.NONE) {
      // A session that the leader does not know, or not in this epoch: it is simply begun anew.
      if (this.#sessionEpoch === INITIAL_SESSION_EPOCH) throw new KafkaError(answer.errorCode as ErrorCode, 'the leader refused the fetch');
      this.#resetSession();
      return;
    }
    this.#backoffMs = FIRST_BACKOFF_MS;
    this.#sessionId = answer.sessionId;
    this.#sessionEpoch = answer.sessionId === 0 ? INITIAL_SESSION_EPOCH : nextSessionEpoch(this.#sessionEpoch);
    const span = answer.traceparent === null ? undefined : this.#options.tracer?.start('append as follower', 'server', answer.traceparent);
    const written = this.#take(answer);
    if (answer.sessionId === 0) this.#resetSession();
    await written;
    span?.end();
    this.#channel?.release();
    await this.#askLeaderEnds();
  }

  async #fetch(channel: LeaderChannel, request: FetchRequestInput): Promise<FetchResponse> {
    this.#isFetching = true;
    try {
      return await channel.fetch(request);
    } finally {
      this.#isFetching = false;
      this.#isNudged = false;
    }
  }

  /** Whether the rate of throttled replicas is exceeded, and this is one of them that is not in pace. */
  #isWithheld(followed: FollowedPartition): boolean {
    const throttle = this.#options.followerThrottle;
    return throttle !== undefined && throttle.isThrottled(followed.partition) && !followed.isInPace && throttle.isExceeded;
  }

  /** undefined when nothing can be fetched now. */
  #nextRequest(nowMs: number): FetchRequestInput | undefined {
    const { brokerId, brokerEpoch, settings } = this.#options;
    const topics = new Map<Uuid, FetchRequestFetchTopicInput & { readonly partitions: ReturnType<typeof fetchPartitionOf>[] }>();
    for (const followed of this.#stale) {
      const key = keyOf(followed.partition);
      const want = followed.dueMs <= nowMs && !this.#isWithheld(followed) ? followed.want(nowMs) : undefined;
      if (want === undefined) {
        // It stays stale until it is due.
        if (followed.asked !== undefined) this.#forget(key, followed);
        continue;
      }
      this.#stale.delete(followed);
      this.#forgotten.delete(key);
      const { asked } = followed;
      if (asked !== undefined && isSame(asked, want)) continue;
      if (asked === undefined) this.#askedCount++;
      followed.asked = want;
      const { topicId } = followed.partition;
      let topic = topics.get(topicId);
      if (topic === undefined) topics.set(topicId, (topic = { topicId, partitions: [] }));
      topic.partitions.push(fetchPartitionOf(followed, want, settings.maxBytes));
    }
    if (this.#askedCount === 0) return undefined;
    const request: FetchRequestInput = {
      replicaState: { replicaId: brokerId, replicaEpoch: brokerEpoch() },
      maxWaitMs: settings.maxWaitMs,
      minBytes: settings.minBytes,
      maxBytes: settings.responseMaxBytes,
      sessionId: this.#sessionId,
      sessionEpoch: this.#sessionEpoch,
      topics: [...topics.values()],
      forgottenTopicsData: this.#sessionEpoch === INITIAL_SESSION_EPOCH ? [] : [...this.#forgotten.values()].map(({ topicId, partition }) => ({ topicId, partitions: [partition] })),
    };
    this.#forgotten.clear();
    return request;
  }

  /** Settles when all that the answer brought is written. */
  #take(answer: FetchResponse): Promise<void> {
    const { followerThrottle } = this.#options;
    const nowMs = this.#options.clock.monotonicMs();
    const done = Promise.withResolvers<void>();
    let unwritten = 1;
    const written = (): void => {
      if (--unwritten === 0) done.resolve();
    };
    for (const { topicId, partitions } of answer.responses) {
      for (const data of partitions) {
        const followed = this.#followed.get(`${topicId}:${data.partitionIndex}`);
        // It may have been taken up anew meanwhile, in another epoch, which was not asked for yet.
        const state = followed?.asked;
        if (followed === undefined || state === undefined) continue;
        const staged = followed.take(data, state, nowMs, this.#stage, written);
        if (staged === 0) continue;
        unwritten++;
        this.#options.onReplicated?.(staged);
        if (followerThrottle?.isThrottled(followed.partition) === true) followerThrottle.record(staged);
      }
    }
    written();
    return done.promise;
  }

  async #askLeaderEnds(): Promise<void> {
    const wanting = [...this.#stale].filter(({ wantsLeaderEnd }) => wantsLeaderEnd);
    if (wanting.length === 0 || this.#channel === undefined) return;
    const topics = wanting.map(({ partition, leaderEpoch }) => ({
      topic: partition.topic,
      partitions: [{ partition: partition.partition, currentLeaderEpoch: leaderEpoch, leaderEpoch }],
    }));
    const answer = await this.#channel.endOffsets({ replicaId: this.#options.brokerId, topics });
    const nowMs = this.#options.clock.monotonicMs();
    wanting.forEach((followed, index) => {
      const end = answer.topics[index]?.partitions[0];
      followed.takeLeaderEnd(end === undefined || end.errorCode !== ErrorCode.NONE ? undefined : end, nowMs);
    });
  }

  #untilDueMs(): number {
    const nowMs = this.#options.clock.monotonicMs();
    let next = Infinity;
    for (const followed of this.#stale) {
      next = Math.min(next, followed.dueMs <= nowMs && this.#isWithheld(followed) ? nowMs + THROTTLED_MS : followed.dueMs);
    }
    return Math.max(1, next - nowMs);
  }

  #failed(error: unknown): void {
    this.#disconnect();
    const { logger } = this.#options;
    if (error instanceof KafkaError) logger.info('replication from a leader is interrupted; trying again', { leader: this.#leader, error: error.message });
    else logger.error('replication from a leader failed; this is a defect, please report it', { leader: this.#leader, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }

  #disconnect(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.#resetSession();
  }

  #resetSession(): void {
    this.#sessionId = 0;
    this.#sessionEpoch = INITIAL_SESSION_EPOCH;
    this.#forgotten.clear();
    this.#askedCount = 0;
    for (const followed of this.#followed.values()) {
      followed.asked = undefined;
      this.#stale.add(followed);
    }
  }

  #nextBackoff(): number {
    const delayMs = Math.min(this.#backoffMs, this.#options.settings.backoffMs);
    this.#backoffMs = Math.min(delayMs * 2, this.#options.settings.backoffMs);
    return delayMs;
  }

  /** Ends early when a partition is added or the fetcher closes; without a time limit where `delayMs` is Infinity. */
  #pause(delayMs: number): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      let timer: Cancellable | undefined;
      const end = (): void => {
        this.#endPause = undefined;
        timer?.cancel();
        resolve();
      };
      this.#endPause = end;
      if (delayMs < Infinity) timer = this.#options.scheduler.after(delayMs, end);
    });
  }
}

function keyOf({ topicId, partition }: Partition): string {
  return `${topicId}:${partition}`;
}

function isSame(a: AskedState, b: AskedState): boolean {
  return (
    a.fetchOffset === b.fetchOffset &&
    a.currentLeaderEpoch === b.currentLeaderEpoch &&
    a.lastFetchedEpoch === b.lastFetchedEpoch &&
    a.logStartOffset === b.logStartOffset &&
    a.highWatermark === b.highWatermark
  );
}
