import { ErrorCode, errorCodeOf, KafkaError, OFFSETS_TOPIC, topicPartitionKey, TRANSACTION_STATE_TOPIC, type Clock, type Logger, type PartitionIndex, type Scheduler } from '@ottla/model';
import type { CallOptions, CoordinatorService, DecidedAnswer, Envelope, EnvelopeAnswer, Link, ShardEnvelope, ShardGrant, ShardHostService, ShardId, ShardProgress } from '@ottla/rpc';
import { mergeListGroups, type ListGroupsPart } from '../runtime/list-groups.ts';
import { mergeListTransactions } from '../transaction/list-transactions.ts';
import { HeldAnswers } from './held-answers.ts';
import { ConnectedInstance, coordinatorRoleOf, LedShard, type CoordinatorRole } from './led-shard.ts';
import { ProgressTeller } from './progress-teller.ts';
import { ShardHost } from './shard-host.ts';
import { SilenceWatch } from './silence-watch.ts';
import { ShardStandbys } from './shard-standbys.ts';
import type { BumpLeaderEpoch, ShardPartitions } from './shard-partitions.ts';

export interface ShardGrantorOptions {
  readonly partitions: ShardPartitions;
  readonly bumpLeaderEpoch: BumpLeaderEpoch;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
}

const CALL_TIMEOUT_MS = 5_000;
/** Pause after a failed attempt, doubled with each further one. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** An owner that kept a shard this long was no failure. */
const GOOD_GRANT_MS = 10_000;
/** A new instance that stayed this long takes its share of the shards that others own. */
const SETTLED_MS = 5_000;
/** A smaller share than this is not worth the pause of the groups that move. */
const SMALLEST_MOVE = 2;

/**
 * The broker's side of coordinator ownership: each shard whose partition this broker leads is granted to one connected
 * instance of the right role.
 *
 * Ordering: a leader epoch is granted once. Before a shard is granted a second time (its link broke or fell silent, its
 * owner gave it up) the controller has to commit the next leader epoch, which arrives by `onLeadership`; appends
 * of the old one are refused from then on by the partition, and from the loss of the link on by the grantor.
 */
export class ShardGrantor {
  readonly #options: ShardGrantorOptions;
  readonly #shards = new Map<string, LedShard>();
  readonly #instances = new Set<ConnectedInstance>();
  readonly #teller: ProgressTeller;
  readonly #standbys: ShardStandbys;
  readonly #endProgress: () => void;
  readonly #silence: SilenceWatch;
  #turns = 0;
  #isClosed = false;

  constructor(options: ShardGrantorOptions) {
    this.#options = options;
    this.#teller = new ProgressTeller(options.scheduler, CALL_TIMEOUT_MS);
    this.#standbys = new ShardStandbys(options.scheduler, CALL_TIMEOUT_MS, () => this.#shards.values(), () => this.#instances);
    this.#silence = new SilenceWatch({
      scheduler: options.scheduler,
      instances: () => this.#instances,
      ask: (instance) => this.#teller.probe(instance),
      repeat: (instance) => this.#teller.repeat(instance),
      onSilent: (instance) => {
        instance.link.close('it said nothing for too long');
        this.#drop(instance, 'it said nothing for too long');
      },
    });
    this.#endProgress = options.partitions.onHighWatermark((progress) => this.#onHighWatermark(progress));
    this.onLeadership(options.partitions.leaderShards());
  }

  /** The AcceptLink of the coordinators' end point. Throws KafkaError: INVALID_REQUEST when no coordinator dials, NETWORK_EXCEPTION once closed. */
  accept(link: Link<CoordinatorService>): ShardHostService {
    if (this.#isClosed) throw new KafkaError(ErrorCode.NETWORK_EXCEPTION, 'this broker stops');
    const { role, nodeId } = link.hello;
    if (role !== 'group-coordinator' && role !== 'transaction-coordinator') {
      throw new KafkaError(ErrorCode.INVALID_REQUEST, `a ${role} does not own shards`);
    }
    const instance = new ConnectedInstance(link, role);
    this.#instances.add(instance);
    void link.closed.then((reason) => this.#drop(instance, reason));
    this.#options.logger.info('a coordinator connected', { role, nodeId });
    this.#silence.start();
    // Granted at the end of the turn: the transport first gets to know what this end serves.
    this.#options.scheduler.endOfTurn(() => this.#placeAll(role));
    this.#standbys.review();
    instance.settling = this.#options.scheduler.after(SETTLED_MS, () => this.#evenOut(instance));
    return new ShardHost(this.#options.partitions, instance, {
      shardOf: (id) => this.#shards.get(topicPartitionKey(id.topic, id.partition)),
      giveUp: (shard) => this.#loosen(shard, 'its owner gave it up'),
    });
  }

  /** This broker leads these partitions, each from its epoch on. Topics of no coordinator are left out. */
  onLeadership(grants: readonly ShardGrant[]): void {
    for (const grant of grants) {
      const role = coordinatorRoleOf(grant.topic);
      if (role === undefined) continue;
      const before = this.#shards.get(topicPartitionKey(grant.topic, grant.partition));
      if (before !== undefined && before.grant.leaderEpoch >= grant.leaderEpoch) continue;
      if (before !== undefined) this.#revoke(before);
      const { clock, scheduler } = this.#options;
      const shard = new LedShard(grant, role, before?.failures ?? 0, new HeldAnswers(clock, scheduler));
      shard.standby = before?.standby;
      this.#shards.set(shard.key, shard);
      this.#place(shard);
    }
  }

  onLeadershipLost(ids: readonly ShardId[]): void {
    for (const id of ids) {
      const shard = this.#shards.get(topicPartitionKey(id.topic, id.partition));
      if (shard === undefined || shard.grant.leaderEpoch > id.leaderEpoch) continue;
      this.#shards.delete(shard.key);
      this.#revoke(shard);
    }
  }

  /**
   * Has the shard's owner answer a client's request, and holds the answer until what it rests on is committed; partition -1
   * asks any instance of the topic's role.
   * Rejects with KafkaError: NOT_COORDINATOR (not led here, or the owner is gone: the outcome is unknown),
   * COORDINATOR_NOT_AVAILABLE (nobody is connected), COORDINATOR_LOAD_IN_PROGRESS, or what the owner refused with.
   */
  async forward(topic: string, partition: PartitionIndex, envelope: Envelope, call: CallOptions): Promise<EnvelopeAnswer> {
    const instance = this.#ownerOf(topic, partition);
    const deadlineMs = this.#options.clock.monotonicMs() + call.timeoutMs;
    const maxBatchBytes = partition < 0 ? 0 : this.#options.partitions.maxBatchBytes(topic, partition);
    const answer = await this.#ask(instance, { topic, partition, envelope, maxBatchBytes }, call);
    if (partition < 0) return { body: answer.body };
    const shard = this.#shards.get(topicPartitionKey(topic, partition));
    // What was decided under a grant that is over may never be committed.
    if (shard?.owner !== instance || shard.grant.leaderEpoch !== answer.leaderEpoch) throw new KafkaError(ErrorCode.NOT_COORDINATOR, `the owner of ${topic}-${partition} changed`);
    return shard.answer(answer, deadlineMs);
  }

  async #ask(instance: ConnectedInstance, request: ShardEnvelope, call: CallOptions): Promise<DecidedAnswer> {
    try {
      const answer = await instance.link.remote.forward(request, call);
      instance.wasHeard = true;
      return answer;
    } catch (error) {
      if (error instanceof KafkaError && error.code === ErrorCode.NETWORK_EXCEPTION) throw new KafkaError(ErrorCode.NOT_COORDINATOR, error.message);
      throw error;
    }
  }

  /** Asks every shard of `__consumer_offsets` that is led here, and answers ListGroups for all of them. Never rejects. */
  async listGroups(envelope: Envelope, call: CallOptions): Promise<EnvelopeAnswer> {
    const parts: Promise<ListGroupsPart>[] = [];
    for (const shard of this.#shards.values()) {
      if (shard.topic !== OFFSETS_TOPIC) continue;
      const part = this.forward(shard.topic, shard.partition, envelope, call);
      parts.push(part.catch((error: unknown) => ({ error: error instanceof KafkaError ? error.code : ErrorCode.UNKNOWN_SERVER_ERROR })));
    }
    return { body: mergeListGroups(envelope.apiVersion, await Promise.all(parts)) };
  }

  /** Asks every shard of `__transaction_state` that is led here, and answers ListTransactions for all of them. Never rejects. */
  async listTransactions(envelope: Envelope, call: CallOptions): Promise<EnvelopeAnswer> {
    const parts: Promise<ListGroupsPart>[] = [];
    for (const shard of this.#shards.values()) {
      if (shard.topic !== TRANSACTION_STATE_TOPIC) continue;
      const part = this.forward(shard.topic, shard.partition, envelope, call);
      parts.push(part.catch((error: unknown) => ({ error: errorCodeOf(error) })));
    }
    return { body: mergeListTransactions(envelope.apiVersion, await Promise.all(parts)) };
  }

  /** Shards led here, and how many of them are granted. */
  counts(role: CoordinatorRole): { readonly led: number; readonly granted: number; readonly instances: number } {
    let led = 0;
    let granted = 0;
    for (const shard of this.#shards.values()) {
      if (shard.role !== role) continue;
      led++;
      if (shard.state === 'granted') granted++;
    }
    return { led, granted, instances: this.#instancesOf(role).length };
  }

  close(reason: string): void {
    this.#isClosed = true;
    this.#endProgress();
    this.#silence.stop();
    for (const instance of this.#instances) {
      instance.settling?.cancel();
      instance.link.close(reason);
    }
  }

  #instancesOf(role: CoordinatorRole): ConnectedInstance[] {
    return [...this.#instances].filter((instance) => instance.role === role);
  }

  #ownerOf(topic: string, partition: PartitionIndex): ConnectedInstance {
    const role = coordinatorRoleOf(topic);
    const connected = role === undefined ? [] : this.#instancesOf(role);
    const nobody = (): KafkaError => new KafkaError(ErrorCode.COORDINATOR_NOT_AVAILABLE, `no coordinator of ${topic} is connected`);
    if (partition < 0) {
      const instance = connected[this.#turns++ % Math.max(1, connected.length)];
      if (instance === undefined) throw nobody();
      return instance;
    }
    const shard = this.#shards.get(topicPartitionKey(topic, partition));
    if (shard === undefined) throw new KafkaError(ErrorCode.NOT_COORDINATOR, `this broker does not lead ${topic}-${partition}`);
    if (shard.owner !== undefined) return shard.owner;
    if (connected.length === 0) throw nobody();
    throw new KafkaError(ErrorCode.COORDINATOR_LOAD_IN_PROGRESS, `${topic}-${partition} is not granted yet`);
  }

  #placeAll(role: CoordinatorRole): void {
    for (const shard of this.#shards.values()) if (shard.role === role) this.#place(shard);
  }

  /** Moves a waiting shard on: to an instance when its epoch is fresh, else to a fence; not while nobody could take it. */
  #place(shard: LedShard): void {
    if (this.#isClosed || shard.state !== 'waiting' || shard.isPausing || this.#shards.get(shard.key) !== shard) return;
    // A warm one first.
    let chosen = shard.standby?.link.isOpen === true ? shard.standby : undefined;
    if (chosen === undefined) for (const instance of this.#instances) {
      if (instance.role !== shard.role || !instance.link.isOpen) continue;
      if (chosen === undefined || instance.shards.size < chosen.shards.size) chosen = instance;
    }
    if (chosen === undefined) return;
    if (shard.isEpochSpent) this.#fence(shard);
    else this.#grant(shard, chosen);
  }

  #grant(shard: LedShard, instance: ConnectedInstance): void {
    // It may throw, and nothing may have changed by then.
    const maxBatchBytes = this.#options.partitions.maxBatchBytes(shard.topic, shard.partition);
    shard.state = 'granted';
    shard.isEpochSpent = true;
    shard.owner = instance;
    shard.grantedAtMs = this.#options.clock.monotonicMs();
    shard.toldHighWatermark = shard.highWatermark;
    instance.shards.add(shard);
    this.#standbys.review();
    const grant: ShardGrant = { ...shard.grant, highWatermark: shard.highWatermark, maxBatchBytes };
    instance.link.remote.grant(grant, { timeoutMs: CALL_TIMEOUT_MS }).then(
      () => {
        instance.wasHeard = true;
      },
      (error: unknown) => {
        if (shard.owner !== instance || !instance.link.isOpen) return;
        // The grant may have arrived, so it counts as given.
        this.#revoke(shard);
        this.#loosen(shard, `the grant failed: ${String(error)}`);
      },
    );
  }

  /** The shard is without an owner, though its leader epoch goes on. */
  #loosen(shard: LedShard, reason: string): void {
    if (this.#shards.get(shard.key) !== shard) return;
    this.#options.logger.debug('a coordinator shard lost its owner; it is granted again in a new leader epoch', { shard: shard.key, reason });
    shard.owner?.shards.delete(shard);
    shard.owner = undefined;
    shard.refuseAnswers(reason);
    shard.state = 'waiting';
    if (this.#options.clock.monotonicMs() - shard.grantedAtMs >= GOOD_GRANT_MS) shard.failures = 0;
    if (shard.failures++ === 0) this.#place(shard);
    else this.#pause(shard);
  }

  #fence(shard: LedShard): void {
    shard.state = 'fencing';
    this.#options.bumpLeaderEpoch(shard.topic, shard.partition).then(
      () => {
        // The new epoch comes, or came, as `onLeadership`, which puts another LedShard in this one's place.
      },
      (error: unknown) => {
        if (this.#shards.get(shard.key) !== shard) return;
        this.#options.logger.warn('the leader epoch of a coordinator shard could not be raised; trying again', { shard: shard.key, error: String(error) });
        shard.state = 'waiting';
        shard.failures++;
        this.#pause(shard);
      },
    );
  }

  #pause(shard: LedShard): void {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, shard.failures - 2));
    shard.isPausing = true;
    this.#options.scheduler.after(pauseMs, () => {
      shard.isPausing = false;
      this.#place(shard);
    });
  }

  /** Tells the owner, if there is one, that its grant is over. */
  #revoke(shard: LedShard): void {
    const { owner } = shard;
    shard.owner = undefined;
    shard.refuseAnswers('the grant of its owner is over');
    if (owner === undefined) return;
    owner.shards.delete(shard);
    if (!owner.link.isOpen) return;
    const { topic, partition, leaderEpoch } = shard.grant;
    // Should it not hear: its appends are refused, which tells it as well.
    owner.link.remote.revoke({ topic, partition, leaderEpoch }, { timeoutMs: CALL_TIMEOUT_MS }).catch(() => {});
  }

  /** Takes shards from the instances that own most, until `newcomer` will own as many as the average. */
  #evenOut(newcomer: ConnectedInstance): void {
    const peers = this.#instancesOf(newcomer.role);
    const total = peers.reduce((sum, { shards }) => sum + shards.size, 0);
    const missing = Math.floor(total / peers.length) - newcomer.shards.size;
    if (missing < SMALLEST_MOVE) return;
    this.#options.logger.info('a coordinator takes its share of the shards', { nodeId: newcomer.link.hello.nodeId, shards: missing });
    for (let moved = 0; moved < missing; moved++) {
      const donor = peers.reduce((most, peer) => (peer.shards.size > most.shards.size ? peer : most));
      const shard = [...donor.shards].find(({ standby }) => standby === newcomer) ?? donor.shards.values().next().value;
      if (shard === undefined) return;
      shard.standby = newcomer;
      this.#revoke(shard);
      shard.state = 'waiting';
      this.#place(shard);
    }
  }

  #drop(instance: ConnectedInstance, reason: string): void {
    if (!this.#instances.delete(instance)) return;
    instance.settling?.cancel();
    this.#options.logger.info('a coordinator is gone', { role: instance.role, nodeId: instance.link.hello.nodeId, reason, shards: instance.shards.size });
    for (const shard of instance.shards) this.#loosen(shard, reason);
    this.#standbys.review();
    if (this.#instances.size === 0) this.#silence.stop();
  }

  #onHighWatermark(progress: ShardProgress): void {
    const shard = this.#shards.get(topicPartitionKey(progress.topic, progress.partition));
    if (shard === undefined || shard.grant.leaderEpoch !== progress.leaderEpoch || progress.highWatermark <= shard.highWatermark) return;
    shard.movedTo(progress.highWatermark);
    this.#teller.tell(shard);
  }
}
