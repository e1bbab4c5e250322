import { ErrorCode, KafkaError, topicPartitionKey, type Cancellable } from '@ottla/model';
import type { CallOptions, CoordinatorService, DecidedAnswer, DialLink, Envelope, Link, LinkHello, ShardEnvelope, ShardGrant, ShardHostService, ShardId, ShardProgress } from '@ottla/rpc';
import type { CoordinatorShard, DeletedTopic, RequestId } from './coordinator-shard.ts';
import { defaultRuntimeLimits, type RuntimeLimits, type RuntimePorts } from './runtime-ports.ts';
import { Standbys } from './standbys.ts';
import { ShardRuntime, type ShardRuntimeState } from './shard-runtime.ts';

export interface CoordinatorInstanceOptions<R> extends RuntimePorts {
  /** A fresh, empty shard for a grant. */
  readonly createShard: (grant: ShardGrant) => CoordinatorShard<R>;
  /** Answers a request that belongs to no shard (partition -1); without it such requests are refused. */
  readonly answerAnywhere?: (envelope: Envelope, call: CallOptions) => Promise<Uint8Array>;
  readonly limits?: Partial<RuntimeLimits>;
  readonly onShardLoaded?: (loadMs: number, replayedRecords: number) => void;
}

/** How long the broker may take to note that a shard is given up. */
const RELEASE_TIMEOUT_MS = 5_000;
/** A deadline that stays due is looked at again after this long, so that a shard cannot hold the event loop. */
const SHORTEST_TIMER_MS = 1;

const nothing: Record<never, never> = {};

/**
 * A coordinator process's core: takes grants from the brokers that it dialed, runs a shard for each, and has one timer
 * for all of them. A shard lives as long as its link and its grant.
 */
export class CoordinatorInstance<R> {
  readonly #options: CoordinatorInstanceOptions<R>;
  readonly #limits: RuntimeLimits;
  readonly #sessions = new Set<LinkSession<R>>();
  readonly #standbys: Standbys<R>;
  readonly #loadListeners = new Set<() => void>();
  #lastRequestId: RequestId = 0;
  #timer: Cancellable | undefined;
  #timerMs = Infinity;
  #stoppedBecause: string | undefined;

  constructor(options: CoordinatorInstanceOptions<R>) {
    this.#options = options;
    this.#limits = { ...defaultRuntimeLimits, ...options.limits };
    this.#standbys = new Standbys(options.createShard, options, this.#limits);
  }

  /** Shards that are kept warm for other instances. */
  get standbyCount(): number {
    return this.#standbys.size;
  }

  /** Dials one broker and serves it until the link closes. Rejects with KafkaError(NETWORK_EXCEPTION). */
  async connect(dial: DialLink<CoordinatorService, ShardHostService>, hello: LinkHello): Promise<Link<ShardHostService>> {
    if (this.#stoppedBecause !== undefined) throw new KafkaError(ErrorCode.NETWORK_EXCEPTION, this.#stoppedBecause);
    const session = new LinkSession<R>(this.#options, this.#limits, this.#standbys, {
      nextRequestId: () => ++this.#lastRequestId,
      onDeadline: (deadlineMs) => this.#onDeadline(deadlineMs),
      onShardLoaded: (loadMs, replayedRecords) => this.#onShardLoaded(loadMs, replayedRecords),
    });
    this.#sessions.add(session);
    try {
      const link = await dial(hello, session);
      void link.closed.then((reason) => {
        this.#sessions.delete(session);
        session.stop(`the link to the broker closed: ${reason}`);
      });
      if (this.#stoppedBecause === undefined) session.attach(link);
      else link.close(this.#stoppedBecause);
      return link;
    } catch (error) {
      this.#sessions.delete(session);
      session.stop('the broker could not be reached');
      throw error;
    }
  }

  onTopicsDeleted(topics: readonly DeletedTopic[]): void {
    if (topics.length === 0) return;
    for (const session of this.#sessions) session.onTopicsDeleted(topics);
  }

  /** Loading shards look by themselves once they are loaded. */
  onTopicsChanged(names: readonly string[]): void {
    if (names.length === 0) return;
    for (const session of this.#sessions) for (const runtime of session.runtimes()) runtime.onTopicsChanged(names);
  }

  shardCount(state: ShardRuntimeState): number {
    let count = 0;
    for (const session of this.#sessions) for (const runtime of session.runtimes()) if (runtime.state === state) count++;
    return count;
  }

  /** Calls `listener` each time that a shard was loaded and serves; answers a function that ends it. */
  onShardServes(listener: () => void): () => void {
    this.#loadListeners.add(listener);
    return () => void this.#loadListeners.delete(listener);
  }

  #onShardLoaded(loadMs: number, replayedRecords: number): void {
    this.#options.onShardLoaded?.(loadMs, replayedRecords);
    for (const listener of this.#loadListeners) listener();
  }

  /** The shards that serve now, to be read within this turn. */
  *activeShards(): Generator<CoordinatorShard<R>, undefined> {
    for (const session of this.#sessions) for (const runtime of session.runtimes()) if (runtime.state === 'active') yield runtime.shard;
  }

  /** Requests under way in all shards. */
  get requestCount(): number {
    let count = 0;
    for (const session of this.#sessions) for (const runtime of session.runtimes()) count += runtime.requestCount;
    return count;
  }

  /** Closes every link; each broker grants its shards to somebody else. */
  stop(reason: string): void {
    this.#stoppedBecause = reason;
    this.#timer?.cancel();
    this.#standbys.stop();
    for (const session of this.#sessions) session.close(reason);
  }

  /**
   * Keeps the timer at the earliest deadline. A deadline that moved away leaves the timer where it is: it then fires
   * once for nothing, which costs less than to set it anew with every heartbeat.
   */
  #onDeadline(deadlineMs: number): void {
    if (deadlineMs >= this.#timerMs || this.#stoppedBecause !== undefined) return;
    this.#timer?.cancel();
    this.#timerMs = deadlineMs;
    const delayMs = Math.max(SHORTEST_TIMER_MS, deadlineMs - this.#options.clock.monotonicMs());
    this.#timer = this.#options.scheduler.after(delayMs, () => this.#onTimer());
  }

  #onTimer(): void {
    this.#timer = undefined;
    this.#timerMs = Infinity;
    const nowMs = this.#options.clock.monotonicMs();
    let nextMs = Infinity;
    for (const session of this.#sessions) {
      for (const runtime of session.runtimes()) {
        if (runtime.nextDeadlineMs() <= nowMs) runtime.onTime();
        nextMs = Math.min(nextMs, runtime.nextDeadlineMs());
      }
    }
    if (nextMs !== Infinity) this.#onDeadline(nextMs);
  }
}

interface SessionOwner {
  nextRequestId(): RequestId;
  onDeadline(deadlineMs: number): void;
  onShardLoaded(loadMs: number, replayedRecords: number): void;
}

/** What one broker granted over one link: the service that the link's other end calls. */
class LinkSession<R> implements CoordinatorService {
  readonly #options: CoordinatorInstanceOptions<R>;
  readonly #limits: RuntimeLimits;
  readonly #standbys: Standbys<R>;
  readonly #owner: SessionOwner;
  readonly #runtimes = new Map<string, ShardRuntime<R>>();
  /** Grants that came before the dialing end knew its link. */
  #early: ShardGrant[] = [];
  #link: Link<ShardHostService> | undefined;
  #isStopped = false;

  constructor(options: CoordinatorInstanceOptions<R>, limits: RuntimeLimits, standbys: Standbys<R>, owner: SessionOwner) {
    this.#options = options;
    this.#limits = limits;
    this.#standbys = standbys;
    this.#owner = owner;
  }

  attach(link: Link<ShardHostService>): void {
    this.#link = link;
    const early = this.#early;
    this.#early = [];
    for (const grant of early) this.#start(grant, link);
  }

  runtimes(): Iterable<ShardRuntime<R>> {
    return this.#runtimes.values();
  }

  onTopicsDeleted(topics: readonly DeletedTopic[]): void {
    for (const runtime of this.#runtimes.values()) runtime.onTopicsDeleted(topics);
  }

  close(reason: string): void {
    this.#link?.close(reason);
    this.stop(reason);
  }

  stop(reason: string): void {
    this.#isStopped = true;
    this.#early = [];
    if (this.#link !== undefined) this.#standbys.onLinkClosed(this.#link.remote);
    for (const runtime of this.#runtimes.values()) runtime.stop(reason);
    this.#runtimes.clear();
  }

  grant(request: ShardGrant): Promise<Record<never, never>> {
    if (this.#isStopped) return Promise.reject(new KafkaError(ErrorCode.COORDINATOR_NOT_AVAILABLE, 'this coordinator stops'));
    if (this.#link === undefined) this.#early.push(request);
    else this.#start(request, this.#link);
    return Promise.resolve(nothing);
  }

  standBy(request: ShardGrant): Promise<Record<never, never>> {
    if (this.#isStopped || this.#link === undefined) return Promise.reject(new KafkaError(ErrorCode.COORDINATOR_NOT_AVAILABLE, 'this coordinator does not know its link yet, or stops'));
    // Who owns the shard needs no standby of its own; a broker that asks has not heard yet that it gave up.
    if (!this.#runtimes.has(topicPartitionKey(request.topic, request.partition))) this.#standbys.standBy(request, this.#link.remote);
    return Promise.resolve(nothing);
  }

  revoke(request: ShardId): Promise<Record<never, never>> {
    if (this.#link !== undefined) this.#standbys.revoke(request, this.#link.remote);
    this.#early = this.#early.filter((grant) => grant.topic !== request.topic || grant.partition !== request.partition);
    const key = topicPartitionKey(request.topic, request.partition);
    const runtime = this.#runtimes.get(key);
    if (runtime !== undefined && runtime.grant.leaderEpoch <= request.leaderEpoch) {
      this.#runtimes.delete(key);
      runtime.stop('the broker took the grant back');
    }
    return Promise.resolve(nothing);
  }

  async progress(request: ShardProgress): Promise<Record<never, never>> {
    const runtime = this.#runtimes.get(topicPartitionKey(request.topic, request.partition));
    if (runtime === undefined) await this.#standbys.onHighWatermark(request);
    else if (runtime.grant.leaderEpoch === request.leaderEpoch) runtime.onHighWatermark(request.highWatermark);
    return nothing;
  }

  async forward(request: ShardEnvelope, call: CallOptions): Promise<DecidedAnswer> {
    if (request.partition < 0) {
      const { answerAnywhere } = this.#options;
      if (answerAnywhere === undefined) throw new KafkaError(ErrorCode.COORDINATOR_NOT_AVAILABLE, 'this coordinator answers for its shards only');
      return { body: await answerAnywhere(request.envelope, call), leaderEpoch: -1, releaseOffset: 0 };
    }
    const runtime = this.#runtimes.get(topicPartitionKey(request.topic, request.partition));
    if (runtime !== undefined) {
      runtime.maxBatchBytes = request.maxBatchBytes;
      const span = call.traceparent === undefined ? undefined : this.#options.tracer?.start(`coordinate ${request.topic}-${request.partition}`, 'server', call.traceparent);
      const answer = runtime.forward(this.#owner.nextRequestId(), request.envelope, span);
      return span === undefined ? answer : answer.finally(() => span.end());
    }
    throw new KafkaError(ErrorCode.NOT_COORDINATOR, `${request.topic}-${request.partition} is not served here`);
  }

  #start(grant: ShardGrant, link: Link<ShardHostService>): void {
    const key = topicPartitionKey(grant.topic, grant.partition);
    const before = this.#runtimes.get(key);
    // A grant is for a newer epoch than the one before, or it is a late copy.
    if (before !== undefined && before.grant.leaderEpoch >= grant.leaderEpoch) return;
    before?.stop('a newer grant took its place');
    const logger = this.#options.logger.with({ shard: key });
    const runtime = new ShardRuntime<R>(grant, () => this.#options.createShard(grant), link.remote, { ...this.#options, logger }, this.#limits, {
      onDeadline: (deadlineMs) => this.#owner.onDeadline(deadlineMs),
      onLoaded: (loadMs, replayedRecords) => this.#owner.onShardLoaded(loadMs, replayedRecords),
      onGaveUp: () => this.#release(key, runtime, link),
    }, this.#standbys.take(grant));
    this.#runtimes.set(key, runtime);
    void runtime.load();
  }

  /** Has the broker fence and grant anew. When it does not hear that, the link must go: a grant without an owner would last for ever. */
  #release(key: string, runtime: ShardRuntime<R>, link: Link<ShardHostService>): void {
    if (this.#runtimes.get(key) === runtime) this.#runtimes.delete(key);
    const { topic, partition, leaderEpoch } = runtime.grant;
    link.remote.release({ topic, partition, leaderEpoch }, { timeoutMs: RELEASE_TIMEOUT_MS }).catch(() => {
      link.close('a shard could not be given back');
    });
  }
}
