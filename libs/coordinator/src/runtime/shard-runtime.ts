import { ErrorCode, errorName, KafkaError, type Offset, type Span, type TimestampMs } from '@ottla/model';
import { MalformedMessageError } from '@ottla/protocol';
import type { DecidedAnswer, Envelope, ShardAppended, ShardGrant, ShardHostService } from '@ottla/rpc';
import type { CoordinatorShard, Decision, DeletedTopic, Reenter, RequestId, ShardAnswer, ShardMarker, ShardTime, TransactionalProducer } from './coordinator-shard.ts';
import { DecidedBatches, type SealedBatch } from './decided-batches.ts';
import { HeldEffects } from './held-effects.ts';
import { OpenRequests } from './open-requests.ts';
import { encodeRefusal } from './refusals.ts';
import type { RuntimeLimits, RuntimePorts } from './runtime-ports.ts';
import { DIVERGED, loadShard, type ShardLoad } from './shard-loader.ts';
import { ShardReplay } from './shard-replay.ts';

/** What a runtime tells the instance that holds it. */
export interface ShardRuntimeOwner {
  /** The shard's next deadline may have come nearer. */
  onDeadline(deadlineMs: number): void;
  onLoaded(loadMs: number, replayedRecords: number): void;
  /**
   * The runtime gave up by itself: it no longer knows what the log holds. Called once; not for `stop`.
   */
  onGaveUp(reason: string): void;
}

export type ShardRuntimeState = 'loading' | 'active' | 'stopped';

/** Topic deletions that a loading shard remembers; beyond them its offsets of deleted topics expire by time. */
const MAX_DELETIONS_WHILE_LOADING = 10_000;

/**
 * Runs one shard under one grant: loads it, feeds it requests and time, carries out its decisions.
 *
 * Ordering: decisions are made one after the other, each seeing the records of those before it, appended or not. What
 * they decided goes to the log in that order, one append under way at a time, each only onto the log end that this
 * runtime believes in. An answer goes to the broker at once, with the log end that its decision leads to; the broker
 * passes it on when the high watermark is there. Whatever breaks the belief (a refusal, an outcome unknown) ends the runtime: nothing is rolled back, the shard
 * is thrown away with all its requests, and loaded anew under another grant.
 */
export class ShardRuntime<R> implements Decision<R> {
  readonly grant: ShardGrant;
  readonly #createShard: () => CoordinatorShard<R>;
  #shard: CoordinatorShard<R>;
  #replay: ShardReplay<R>;
  readonly #remote: ShardHostService;
  readonly #ports: RuntimePorts;
  readonly #limits: RuntimeLimits;
  readonly #owner: ShardRuntimeOwner;
  readonly #batches: DecidedBatches;
  readonly #requests: OpenRequests;
  readonly #effects = new HeldEffects();
  #state: ShardRuntimeState = 'loading';
  /** Log end once everything decided is appended. */
  #decidedEnd: Offset;
  /** Log end as the log has it: where the next append shall go. */
  #appendedEnd: Offset;
  #highWatermark: Offset;
  #appendUnderWay = false;
  #flushScheduled = false;
  #deletedWhileLoading: DeletedTopic[] = [];
  /** Wall clock of the decision being made. */
  #decisionMs: TimestampMs = 0;
  #decisionAppended = false;
  /** Of requests that are traced and under way, or were answered in this turn. */
  readonly #traced = new Set<Span>();

  /** `warm` is what a standby has replayed of the log; the shard is made anew without it. */
  constructor(grant: ShardGrant, createShard: () => CoordinatorShard<R>, remote: ShardHostService, ports: RuntimePorts, limits: RuntimeLimits, owner: ShardRuntimeOwner, warm?: ShardReplay<R>) {
    this.grant = grant;
    this.#createShard = createShard;
    this.#replay = warm ?? new ShardReplay(createShard(), grant.logStartOffset, ports);
    this.#shard = this.#replay.shard;
    this.#remote = remote;
    this.#ports = ports;
    this.#limits = limits;
    this.#owner = owner;
    this.#batches = new DecidedBatches(ports, limits, grant);
    this.#requests = new OpenRequests(grant.leaderEpoch);
    this.#decidedEnd = grant.logEndOffset;
    this.#appendedEnd = grant.logEndOffset;
    this.#highWatermark = grant.highWatermark;
  }

  get state(): ShardRuntimeState {
    return this.#state;
  }

  /** What runs here; to be read only. */
  get shard(): CoordinatorShard<R> {
    return this.#shard;
  }

  /** Requests without an answer. */
  get requestCount(): number {
    return this.#requests.count;
  }

  /** What the shard's log takes as one batch, as its broker says with each request. */
  set maxBatchBytes(bytes: number) {
    this.#batches.maxBatchBytes = bytes;
  }

  /** Infinity while loading and when stopped. */
  nextDeadlineMs(): number {
    return this.#state === 'active' ? this.#shard.nextDeadlineMs() : Infinity;
  }

  /** Loads the shard; a failure ends the runtime. Never rejects. */
  async load(): Promise<void> {
    const startMs = this.#ports.clock.monotonicMs();
    try {
      const load = await this.#load();
      if (load === undefined || this.#state === 'stopped') return;
      this.#decidedEnd = load.endOffset;
      this.#appendedEnd = load.endOffset;
      this.#highWatermark = Math.max(this.#highWatermark, load.highWatermark);
      this.#state = 'active';
      this.#owner.onLoaded(this.#ports.clock.monotonicMs() - startMs, load.replayedRecords);
    } catch (error) {
      this.#giveUp('it could not be loaded', error);
      return;
    }
    this.#decide((time) => this.#shard.onLoaded(time, this));
    const deleted = this.#deletedWhileLoading;
    this.#deletedWhileLoading = [];
    if (deleted.length > 0) this.onTopicsDeleted(deleted);
  }

  async #load(): Promise<ShardLoad | undefined> {
    const isStopped = (): boolean => this.#state === 'stopped';
    let load = await loadShard(this.#replay, this.grant, this.#remote, this.#limits, isStopped);
    if (load === DIVERGED) {
      this.#ports.logger.info('what a standby replayed is not what the log holds; loading it from its start', { leaderEpoch: this.grant.leaderEpoch });
      this.#replay = new ShardReplay(this.#createShard(), this.grant.logStartOffset, this.#ports);
      this.#shard = this.#replay.shard;
      load = await loadShard(this.#replay, this.grant, this.#remote, this.#limits, isStopped);
    }
    this.#shard.onGranted?.(this.grant.leaderEpoch);
    return load === DIVERGED ? undefined : load;
  }

  /** Rejects with COORDINATOR_LOAD_IN_PROGRESS, NOT_COORDINATOR, or COORDINATOR_NOT_AVAILABLE when the log is behind. */
  forward(requestId: RequestId, envelope: Envelope, span?: Span): Promise<DecidedAnswer> {
    if (this.#state !== 'active') {
      const code = this.#state === 'loading' ? ErrorCode.COORDINATOR_LOAD_IN_PROGRESS : ErrorCode.NOT_COORDINATOR;
      return Promise.reject(new KafkaError(code, `the shard ${this.grant.topic}-${this.grant.partition} is ${this.#state}`));
    }
    if (this.#batches.pendingBytes > this.#limits.maxPendingBytes) {
      return Promise.reject(new KafkaError(ErrorCode.COORDINATOR_NOT_AVAILABLE, `${this.#batches.pendingBytes} bytes wait for the log`));
    }
    const answer = new Promise<DecidedAnswer>((resolve, reject) => {
      if (span !== undefined) this.#traced.add(span);
      this.#requests.opened(requestId, envelope, resolve, reject);
      const step = span?.child('decide');
      this.#decide((time) => this.#shard.handle({ requestId, envelope }, time, this), requestId);
      step?.end();
    });
    if (span === undefined) return answer;
    // The append of what was decided starts at the end of this turn.
    return answer.finally(() => this.#ports.scheduler.endOfTurn(() => this.#traced.delete(span)));
  }

  onTime(): void {
    if (this.#state === 'active') this.#decide((time) => this.#shard.onTime(time, this));
  }

  onTopicsDeleted(topics: readonly DeletedTopic[]): void {
    if (this.#state === 'active') this.#decide((time) => this.#shard.onTopicsDeleted(topics, time, this));
    else if (this.#state === 'loading' && this.#deletedWhileLoading.length < MAX_DELETIONS_WHILE_LOADING) this.#deletedWhileLoading.push(...topics);
  }

  onTopicsChanged(names: readonly string[]): void {
    if (this.#state === 'active') this.#decide((time) => this.#shard.onTopicsChanged?.(names, time, this));
  }

  onHighWatermark(highWatermark: Offset): void {
    if (this.#state === 'stopped' || highWatermark <= this.#highWatermark) return;
    this.#highWatermark = highWatermark;
    this.#releaseEffects();
  }

  /** The grant is gone: refuses what is under way and does nothing ever after. */
  stop(reason: string): void {
    if (this.#state === 'stopped') return;
    this.#state = 'stopped';
    this.#batches.clear();
    this.#effects.clear();
    this.#deletedWhileLoading = [];
    this.#requests.rejectAll(`the shard ${this.grant.topic}-${this.grant.partition} stopped: ${reason}`);
  }

  // Decision

  append(records: readonly R[]): void {
    if (records.length === 0) return;
    this.#batches.add(records.map((record) => this.#shard.encode(record)), this.#decisionMs);
    this.#decisionAppended = true;
    this.#decidedEnd += records.length;
    for (const record of records) this.#shard.replay(record);
  }

  appendTransactional(producer: TransactionalProducer, records: readonly R[]): void {
    if (records.length === 0) return;
    this.#batches.add(records.map((record) => this.#shard.encode(record)), this.#decisionMs, producer);
    this.#decisionAppended = true;
    this.#decidedEnd += records.length;
    for (const record of records) this.#shard.replay(record, producer);
  }

  appendMarker(marker: ShardMarker): void {
    this.#batches.addMarker(marker, this.#decisionMs);
    this.#decisionAppended = true;
    this.#decidedEnd += 1;
    this.#shard.replayMarker?.(marker);
  }

  afterCommit(effect: (reenter: Reenter<R>) => void): void {
    this.#effects.add(() => effect(this.#reenter));
  }

  readonly #reenter: Reenter<R> = (step) => {
    if (this.#state === 'active') this.#decide((time) => step(time, this));
  };

  answer(requestId: RequestId, answer: ShardAnswer): void {
    this.#requests.answer(requestId, answer);
  }

  refuse(requestId: RequestId, error: ErrorCode): void {
    const envelope = this.#requests.envelopeOf(requestId);
    if (envelope !== undefined) this.#requests.answer(requestId, encodeRefusal(envelope, error));
  }

  /** Makes one decision and starts what follows from it. */
  #decide(run: (time: ShardTime) => void, requestId?: RequestId): void {
    const { clock } = this.#ports;
    this.#decisionMs = clock.now();
    this.#decisionAppended = false;
    try {
      run({ monotonicMs: clock.monotonicMs(), wallMs: this.#decisionMs });
    } catch (error) {
      if (!this.#survives(error, requestId)) return;
    }
    this.#requests.decided(this.#decidedEnd);
    this.#effects.decided(this.#decidedEnd);
    this.#releaseEffects();
    if (!this.#batches.isEmpty) this.#scheduleFlush();
    this.#owner.onDeadline(this.#shard.nextDeadlineMs());
  }

  #releaseEffects(): void {
    this.#effects.release(this.#highWatermark, this.#ports.scheduler);
  }

  /**
   * A request may fail by itself as long as it left no trace in the shard. Anything else is a defect, after which the
   * shard's state cannot be trusted.
   */
  #survives(error: unknown, requestId: RequestId | undefined): boolean {
    if (requestId !== undefined && !this.#decisionAppended) {
      if (error instanceof MalformedMessageError) {
        this.#requests.reject(requestId, new KafkaError(ErrorCode.INVALID_REQUEST, error.message));
        return true;
      }
      if (error instanceof KafkaError) {
        this.#requests.reject(requestId, error);
        return true;
      }
    }
    if (requestId !== undefined) this.#requests.reject(requestId, new KafkaError(ErrorCode.UNKNOWN_SERVER_ERROR, 'the coordinator failed'));
    this.#giveUp('a decision failed, which is a defect; please report it', error);
    return false;
  }

  #scheduleFlush(): void {
    if (this.#appendUnderWay || this.#flushScheduled) return;
    this.#flushScheduled = true;
    this.#ports.scheduler.endOfTurn(() => {
      this.#flushScheduled = false;
      this.#appendNext();
    });
  }

  #appendNext(): void {
    if (this.#state !== 'active' || this.#appendUnderWay) return;
    const batch = this.#batches.take();
    if (batch === undefined) return;
    this.#appendUnderWay = true;
    const { topic, partition, leaderEpoch } = this.grant;
    const request = { topic, partition, leaderEpoch, expectedBaseOffset: this.#appendedEnd, records: batch.bytes };
    // One trace tells of an append: that of the oldest request under way, which it may be for.
    const [traced] = this.#traced;
    const step = traced?.child(`append to ${topic}-${partition}`, 'client');
    const { appendTimeoutMs: timeoutMs } = this.#limits;
    this.#remote.append(request, step === undefined ? { timeoutMs } : { timeoutMs, traceparent: step.traceparent }).then(
      (appended) => {
        step?.end();
        this.#onAppended(batch, appended);
      },
      (error: unknown) => this.#giveUp('an append was refused or its outcome is unknown', error),
    );
  }

  #onAppended(batch: SealedBatch, appended: ShardAppended): void {
    this.#appendUnderWay = false;
    if (this.#state === 'stopped') return;
    const endOffset = this.#appendedEnd + batch.recordCount;
    if (appended.baseOffset !== this.#appendedEnd || appended.logEndOffset !== endOffset) {
      this.#giveUp('an append landed elsewhere', new Error(`wanted ${this.#appendedEnd}..${endOffset}, got ${appended.baseOffset}..${appended.logEndOffset}`));
      return;
    }
    this.#appendedEnd = endOffset;
    this.onHighWatermark(appended.highWatermark);
    this.#appendNext();
  }

  #giveUp(reason: string, error: unknown): void {
    if (this.#state === 'stopped') return;
    const text = error instanceof KafkaError ? `${errorName(error.code)}: ${error.message}` : error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#ports.logger.warn('a coordinator shard stops and asks to be granted again', { reason, error: text, leaderEpoch: this.grant.leaderEpoch });
    this.stop(reason);
    this.#owner.onGaveUp(reason);
  }
}
