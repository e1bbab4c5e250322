import {
  ErrorCode,
  KafkaError,
  type BrokerId,
  type Clock,
  type Compression,
  type Crc32c,
  type LeaderEpoch,
  type Logger,
  type Offset,
  type Random,
  type Scheduler,
  type Span,
  type Tracer,
} from '@ottla/model';
import type { CommittedBatch, QuorumInfo, RaftClient, RaftStateMachine, SnapshotId } from '@ottla/raft';
import type {
  BrokerHeartbeat,
  BrokerHeartbeatAnswer,
  BrokerRegistered,
  BrokerRegistration,
  CallOptions,
  ControllerService,
  LeaderOfQuorum,
  Link,
  LinkHello,
} from '@ottla/rpc';
import { MetadataDelta } from '../image/delta.ts';
import { ImageReplayer } from '../image/image-replayer.ts';
import { MetadataImage, type BrokerImage } from '../image/image.ts';
import { UndoLog } from '../image/undo-log.ts';
import { TransactionFilter } from '../loader/transaction-filter.ts';
import { metadataRecord, MetadataRecordType, type MetadataRecord } from '../records/metadata-record.ts';
import { alterPartitions } from './alter-partitions.ts';
import { AnswerQueue } from './answer-queue.ts';
import { BrokerEvacuation } from './broker-evacuation.ts';
import { BrokerSessions } from './broker-sessions.ts';
import { fenceRecord, heartbeat, registerBroker } from './cluster-control.ts';
import { MAX_BROKER_WAIT_MS, MAX_PENDING_ANSWERS, type ControllerConfig } from './controller-config.ts';
import { DeadBrokerWatch } from './dead-broker-watch.ts';
import type { ControlState, Decision } from './decision.ts';
import { decideForwarded } from './forwarded-apis.ts';
import { bumpLeaderEpoch } from './leader-epoch.ts';
import { batchesOf, OwnTransactions } from './own-transactions.ts';
import { PartitionUpkeep } from './partition-upkeep.ts';
import { allocateProducerIds } from './producer-ids.ts';
import { imageOfSnapshot, replayBatch } from './rebuild-image.ts';
import { SessionWatch } from './session-watch.ts';
import { TopicNameIndex } from './topic-names.ts';
import { activationRecords } from './update-features.ts';

/** What a controller adds to the service of a link; reading the metadata log is served beside it. */
export type ControlService = Pick<ControllerService, 'registerBroker' | 'heartbeat' | 'forward' | 'allocateProducerIds' | 'bumpLeaderEpoch' | 'alterPartitions' | 'quorumLeader'>;

export interface QuorumControllerOptions {
  readonly raft: RaftClient;
  readonly config: ControllerConfig;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly logger: Logger;
  readonly crc: Crc32c;
  readonly compression: Compression;
  /** Appended by the first leader of an empty log: the feature levels that the cluster was formatted with. */
  readonly bootstrapRecords?: readonly MetadataRecord[];
  /**
   * Whether a broker that is not connected is dead for certain (its endpoint refuses, another incarnation answers, or it
   * could only be in this process and is not). Never rejects. Left out: only silence for the session timeout fences.
   */
  readonly isGone?: (broker: BrokerImage) => Promise<boolean>;
  /** Where requests are traced. */
  readonly tracer?: Tracer | undefined;
  /** Told how long it took to decide a request, to append its records and to replay them. */
  readonly onDecided?: (ms: number) => void;
  /** Told how long a request's records took from their append to their commit. */
  readonly onCommitted?: (ms: number) => void;
  /** The controller's own state does not fit its own records: a defect, and the process must stop. */
  onFatal(cause: Error): void;
}

interface Decided<T> extends Decision<T> {
  /** How long the client gives the change. */
  readonly timeoutMs?: number | undefined;
  /** Runs once the records are appended and replayed. */
  after?(): void;
  /** What else has to be appended before the answer, in turns of its own. */
  until?(): Promise<void>;
}

/**
 * The active controller: decides, appends, replays, answers. On a standby it only follows what is committed.
 *
 * Ordering rules: a decision reads the image with every earlier decision in it, committed or not. Its records are
 * appended and replayed in the same turn, before anything else is decided. Its answer goes out once they, and all
 * before them, are committed; a decision without records is answered when all before it is. When leadership is lost,
 * everything unanswered is refused with NETWORK_EXCEPTION, as if the link had broken, for its outcome is unknown; and the
 * uncommitted is dropped from the image. NOT_CONTROLLER means that nothing was done: it may be asked of another controller.
 */
export class QuorumController implements RaftStateMachine {
  readonly #options: QuorumControllerOptions;
  readonly #sessions: BrokerSessions;
  readonly #silence: SessionWatch;
  readonly #upkeep: PartitionUpkeep;
  readonly #evacuation: BrokerEvacuation;
  /** Undefined where nobody can tell whether a broker is dead. */
  readonly #deaths: DeadBrokerWatch | undefined;
  /** Answers that wait for a commit. */
  readonly #uncommitted: AnswerQueue;
  /** Answers that wait for the brokers to apply what is committed. */
  readonly #unapplied: AnswerQueue;
  #image: MetadataImage;
  #transactions = new TransactionFilter();
  readonly #ownTransactions = new OwnTransactions();
  /** Takes back what this node appended and what is not committed yet. */
  readonly #undo = new UndoLog();
  #topicNames = new TopicNameIndex();
  /** The epoch that this node leads in, undefined while it does not. */
  #epoch: LeaderEpoch | undefined;
  #committedOffset: Offset = -1;
  #isStopped = false;

  constructor(options: QuorumControllerOptions) {
    const { raft, clock, scheduler, config } = options;
    this.#options = options;
    this.#image = new MetadataImage(raft.clusterId);
    this.#sessions = new BrokerSessions(config.brokerSessionTimeoutMs);
    this.#silence = new SessionWatch({
      clock, scheduler,
      sessions: this.#sessions,
      image: () => this.#image,
      onSilent: (ids) => this.#fence(ids, 'a broker was silent for its session timeout and is fenced; see whether it runs and reaches this controller'),
    });
    const deciding = { ...options, state: () => this.#state, append: (records: readonly MetadataRecord[]) => this.#append(records) };
    this.#upkeep = new PartitionUpkeep(deciding);
    this.#evacuation = new BrokerEvacuation(deciding);
    const { isGone } = options;
    if (isGone !== undefined) this.#deaths = new DeadBrokerWatch({ scheduler, isGone, sessions: this.#sessions, image: () => this.#image, onGone: (id) => this.#fence([id], 'a broker is not connected and is gone: it is fenced') });
    this.#uncommitted = new AnswerQueue(clock, scheduler, MAX_PENDING_ANSWERS);
    this.#unapplied = new AnswerQueue(clock, scheduler, MAX_PENDING_ANSWERS);
  }

  /** As the last decision left it; on the active controller it runs ahead of what is committed. */
  get image(): MetadataImage {
    return this.#image;
  }

  /** Offset of the last record that is committed, as far as this node was told. */
  get committedOffset(): Offset {
    return this.#committedOffset;
  }

  /** Requests that wait for a commit, or for brokers to apply one. */
  get pendingAnswers(): number {
    return this.#uncommitted.size + this.#unapplied.size;
  }

  get isActive(): boolean {
    return this.#epoch !== undefined;
  }

  /** What is served to the broker or coordinator at the other end of `link`. */
  service(link: Pick<Link<unknown>, 'closed'> & Partial<Pick<Link<unknown>, 'hello'>>): ControlService {
    this.#greeted(link.hello);
    void link.closed.then(() => {
      const unheard = this.#sessions.linkClosed(link);
      this.#deaths?.disconnected(unheard);
    });
    return {
      registerBroker: (request, call) => this.#answer(call, () => this.#register(request, link)),
      heartbeat: (request, call) => this.#answer(call, () => this.#heartbeat(request, link)),
      allocateProducerIds: (request, call) => this.#answer(call, () => allocateProducerIds(this.#state, request)),
      bumpLeaderEpoch: (request, call) => this.#answer(call, () => bumpLeaderEpoch(this.#state, request)),
      alterPartitions: (request, call) => this.#answer(call, () => alterPartitions(this.#state, request)),
      quorumLeader: () => Promise.resolve(this.#quorumLeader()),
      forward: async (envelope, call) => {
        const quorum = (): QuorumInfo => this.#options.raft.quorum();
        const span = call.traceparent === undefined ? undefined : this.#options.tracer?.start('decide a change of metadata', 'server', call.traceparent);
        try {
          return { body: await this.#answer(call, () => decideForwarded({ state: this.#state, quorum }, envelope), span) };
        } finally {
          span?.end();
        }
      },
    };
  }

  /** Refuses what is unanswered; nothing is decided any more. */
  stop(): void {
    this.#isStopped = true;
    this.#stopWatching();
    this.#refuseAll('this controller is stopping');
  }

  onSnapshot(id: SnapshotId, batches: Iterable<CommittedBatch>): void {
    const { controllerId } = this.#image;
    this.#image = imageOfSnapshot(this.#options.raft.clusterId, id, batches);
    this.#image.controllerId = controllerId;
    this.#transactions = new TransactionFilter();
    this.#committedOffset = id.endOffset - 1;
  }

  onCommitted(batch: CommittedBatch): void {
    if (batch.lastOffset > this.#image.offset) {
      // The leader's own batches are in the image since their append; a control batch has nothing for it but its offset.
      if (this.#epoch !== undefined && batch.records.length > 0) throw new Error(`the active controller did not append what was committed at offset ${batch.baseOffset}`);
      replayBatch(this.#image, batch, this.#transactions);
    } else this.#ownTransactions.committed(batch, this.#transactions);
    this.#committedOffset = batch.lastOffset;
    this.#undo.committed(batch.lastOffset);
    this.#uncommitted.reached(batch.lastOffset);
  }

  onLeadership(epoch: LeaderEpoch): void {
    if (this.#isStopped) return;
    const { clock, logger, bootstrapRecords = [] } = this.#options;
    this.#epoch = epoch;
    this.#topicNames = TopicNameIndex.of(this.#image);
    this.#sessions.reset(this.#image, clock.monotonicMs());
    logger.info('this controller is active', { epoch, offset: this.#image.offset });
    if (this.#transactions.isInTransaction) this.#abortTransaction();
    this.#append(activationRecords(this.#state, bootstrapRecords));
    this.#upkeep.start();
    this.#evacuation.start();
    this.#silence.start();
    this.#deaths?.start();
  }

  onResigned(epoch: LeaderEpoch): void {
    this.#stopWatching();
    this.#refuseAll(`this node stopped leading in epoch ${epoch}`);
    this.#undo.undoAll();
    this.#ownTransactions.resigned();
  }

  onLeaderChange(leaderId: BrokerId): void {
    this.#image.controllerId = leaderId;
  }

  #register(request: BrokerRegistration, link: object): Decided<BrokerRegistered> {
    const now = this.#options.clock.monotonicMs();
    const { brokerId, incarnationId } = request;
    const facts = { nextOffset: this.#nextOffset(), isPresentAlive: this.#sessions.isAlive(brokerId, now) };
    const present = this.#image.brokers.get(brokerId);
    const isOtherFolder = present !== undefined && present.logDirs.length > 0 && !present.logDirs.some((directory) => request.logDirs.includes(directory));
    const decision = registerBroker(this.#state, request, facts);
    const after = (): void => {
      this.#sessions.registered(brokerId, link, now);
      this.#options.logger.info('a broker registered', { broker: brokerId, epoch: decision.response.brokerEpoch, incarnation: incarnationId });
      if (isOtherFolder) this.#options.logger.warn('a broker came back with another log folder than before: it left all ISRs and copies its replicas from their leaders; what no other replica in sync has is lost unless the old folder is put back before this broker leads again', { broker: brokerId });
    };
    return { ...decision, after };
  }

  /** Links that break again and again may let no heartbeat through, but who dials again is not silent. */
  #greeted(hello: LinkHello | undefined): void {
    if (hello?.role !== 'broker' || this.#image.brokers.get(hello.nodeId)?.incarnationId !== hello.incarnationId) return;
    this.#sessions.greeted(hello.nodeId, this.#options.clock.monotonicMs());
  }

  #heartbeat(request: BrokerHeartbeat, link: object): Decided<BrokerHeartbeatAnswer> {
    const after = (): void => {
      this.#sessions.heard(request.brokerId, link, request.appliedOffset, this.#options.clock.monotonicMs());
      this.#releaseApplied();
      this.#silence.look();
    };
    const decision = heartbeat(this.#state, request, (id) => this.#evacuation.begin(id));
    // The answer to a broker that stops: others lead what it led, all of it.
    return { ...decision, after, ...(decision.awaitsBrokers === true ? { until: () => this.#evacuation.finished(request.brokerId) } : {}) };
  }

  get #state(): ControlState {
    const { config, random } = this.#options;
    return { image: this.#image, topicNames: this.#topicNames, config, random };
  }

  /** Decides and appends in one turn, then waits for the commit, and for the brokers where the decision says so. */
  async #answer<T>(call: CallOptions, decide: () => Decided<T>, span?: Span): Promise<T> {
    if (this.#epoch === undefined) throw this.#notController();
    if (this.#uncommitted.isFull) throw new KafkaError(ErrorCode.THROTTLING_QUOTA_EXCEEDED, 'Too many requests wait for the metadata log.');
    const { clock, onDecided, onCommitted } = this.#options;
    const startMs = clock.monotonicMs();
    const decision = decide();
    const { records, response, awaitsBrokers = false, timeoutMs = MAX_BROKER_WAIT_MS } = decision;
    if (records.length > 0) this.#append(records);
    decision.after?.();
    const decidedMs = clock.monotonicMs();
    onDecided?.(decidedMs - startMs);
    span?.child('decide, append and replay', 'internal', startMs).end(decidedMs);
    const offset = this.#image.offset;
    if (offset > this.#committedOffset) await this.#uncommitted.wait(offset, call.timeoutMs);
    if (records.length === 0) return response;
    const committedMs = clock.monotonicMs();
    onCommitted?.(committedMs - decidedMs);
    span?.child('wait for the commit', 'internal', decidedMs).end(committedMs);
    if (!awaitsBrokers) return response;
    if (decision.until !== undefined) {
      await decision.until();
      if (this.#epoch === undefined) throw this.#outcomeUnknown('this node leads no more');
    }
    const step = span?.child('wait until brokers applied and published it');
    await this.#appliedByBrokers(decision.until === undefined ? offset : this.#image.offset, Math.min(timeoutMs, MAX_BROKER_WAIT_MS));
    step?.end();
    return response;
  }

  /** The change is committed: however the wait ends, its answer is the truth. */
  async #appliedByBrokers(offset: Offset, timeoutMs: number): Promise<void> {
    if (this.#epoch === undefined || this.#unapplied.isFull || this.#sessions.appliedByAll(this.#image) > offset) return;
    try {
      await this.#unapplied.wait(offset, timeoutMs);
    } catch (error) {
      if (!(error instanceof KafkaError)) throw error;
    }
  }

  /**
   * Appends and replays; both or neither, also where it takes more than one batch. Throws KafkaError when the log refuses
   * the first batch, and then nothing changed; a log that refuses a later one ends this controller.
   */
  #append(records: readonly MetadataRecord[]): void {
    if (records.length === 0) return;
    const batches = batchesOf(records, this.#image.metadataVersion);
    const first = this.#appendBatch(batches[0] as readonly MetadataRecord[]);
    try {
      const delta = new MetadataDelta();
      const replayer = new ImageReplayer(this.#image, this.#undo);
      let appended = first;
      for (const [index, batch] of batches.entries()) {
        if (index > 0) appended = this.#appendBatch(batch);
        for (const [at, record] of batch.entries()) replayer.replay(record, appended.baseOffset + at, delta);
      }
      if (batches.length > 1) this.#ownTransactions.appended(first.baseOffset, appended.lastOffset);
      replayer.endOfBatch(appended.lastOffset, this.#epoch ?? -1, this.#options.clock.now());
      this.#topicNames.update(delta);
      this.#upkeep.appended(delta);
    } catch (error) {
      const cause = Error.isError(error) ? error : new Error(String(error));
      this.stop();
      this.#options.onFatal(cause);
      throw cause;
    }
  }

  #appendBatch(records: readonly MetadataRecord[]): { readonly baseOffset: Offset; readonly lastOffset: Offset } {
    if (this.#epoch === undefined) throw this.#notController();
    return this.#options.raft.append(this.#epoch, records.map(({ bytes }) => bytes));
  }

  /** The leader before died within a metadata transaction: nobody can end it any more. */
  #abortTransaction(): void {
    const before = this.#transactions;
    this.#undo.note(() => (this.#transactions = before));
    this.#transactions = new TransactionFilter();
    this.#append([metadataRecord(MetadataRecordType.ABORT_TRANSACTION, { reason: 'the active controller changed' })]);
  }

  /** Where the next record goes: behind what the log holds, control batches that are not committed yet included. */
  #nextOffset(): Offset {
    const { raft } = this.#options;
    const own = raft.quorum().voters.find(({ id }) => id === raft.nodeId);
    return Math.max(this.#image.offset + 1, own?.logEndOffset ?? 0);
  }

  #releaseApplied(): void {
    if (this.#unapplied.size > 0) this.#unapplied.reached(this.#sessions.appliedByAll(this.#image) - 1);
  }

  #stopWatching(): void {
    this.#epoch = undefined;
    this.#silence.stop();
    this.#deaths?.stop();
    this.#upkeep.stop();
    this.#evacuation.stop();
  }

  #fence(ids: readonly BrokerId[], why: string): void {
    const { logger } = this.#options;
    for (const id of ids) {
      const broker = this.#image.brokers.get(id);
      if (broker === undefined || broker.fenced) continue;
      logger.warn(why, { broker: id });
      try {
        this.#append([fenceRecord(broker), ...this.#evacuation.begin(id)]);
      } catch (error) {
        if (!(error instanceof KafkaError)) throw error;
        logger.warn('a broker could not be fenced', { broker: id, error: error.message });
        break;
      }
    }
    this.#releaseApplied();
    this.#silence.look();
  }

  #refuseAll(why: string): void {
    const error = this.#outcomeUnknown(why);
    this.#uncommitted.refuseAll(error);
    this.#unapplied.refuseAll(error);
  }

  #outcomeUnknown(why: string): KafkaError {
    return new KafkaError(ErrorCode.NETWORK_EXCEPTION, `The change may or may not have been made: ${why}`);
  }

  #quorumLeader(): LeaderOfQuorum {
    const { raft } = this.#options;
    const { leaderId, epoch } = raft.leader();
    return { nodeId: raft.nodeId, leaderId, leaderEpoch: epoch, isActive: this.isActive };
  }

  #notController(): KafkaError {
    const { leaderId } = this.#options.raft.leader();
    const isOurs = leaderId === this.#options.raft.nodeId;
    const why = isOurs ? 'This node leads the quorum but is not the active controller yet' : `This node is not the active controller; the active one is ${leaderId === -1 ? 'not known yet' : leaderId}`;
    return new KafkaError(ErrorCode.NOT_CONTROLLER, why);
  }
}
